; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

define i64 @program(ptr %src) section "tracepoint" {
  %buf = alloca [16 x i8], align 1
  %1 = call i64 inttoptr (i64 112 to ptr)(ptr writeonly captures(none) initializes((0, 16)) %buf, i64 16, ptr readonly captures(none) %src) #0
  %2 = call i64 inttoptr (i64 5 to ptr)() #0
  %3 = call i64 inttoptr (i64 14 to ptr)() #1
  %sum = add i64 %2, %3
  ret i64 %sum
}

attributes #0 = { nounwind willreturn memory(argmem: readwrite, inaccessiblemem: readwrite) }
attributes #1 = { nounwind willreturn memory(none) }
