; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@"main$string" = private constant [6 x i8] c"pid %d", align 1
@"main$string.1" = private constant [5 x i8] c"text\00", align 1
@format = private constant [7 x i8] c"pid %d\00", align 1
@format.1 = private constant [4 x i8] c"pid\00", align 1
@format.2 = private constant [7 x i8] c"pid %d\00", align 1

define i32 @prog(ptr %ctx) section "kprobe/f" {
  %1 = call i64 inttoptr (i64 6 to ptr)(ptr readonly captures(none) @format, i64 7, i64 7) #0
  %2 = call i64 inttoptr (i64 6 to ptr)(ptr readonly captures(none) @"main$string.1", i64 5, i64 7) #0
  %3 = call i64 inttoptr (i64 177 to ptr)(ptr readonly captures(none) @format.1, i64 4, ptr readonly captures(none) %ctx, i64 8) #0
  %4 = call i64 inttoptr (i64 165 to ptr)(ptr writeonly captures(none) %ctx, i64 8, ptr readonly captures(none) @format.2, ptr readonly captures(none) null, i64 0) #0
  ret i32 0
}

attributes #0 = { nounwind willreturn memory(read, argmem: readwrite, inaccessiblemem: readwrite) }
