; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

@counts = global { ptr } zeroinitializer, section ".maps"

define i32 @prog(ptr %ctx) section "tracepoint/a/b" {
  %buf = alloca [16 x i8], align 1
  %1 = call ptr inttoptr (i64 1 to ptr)(ptr readonly captures(none) @counts, ptr readonly captures(none) %buf) #0
  %2 = call ptr inttoptr (i64 1 to ptr)(ptr readonly captures(none) @counts, ptr readonly captures(none) %buf) #0
  %3 = call i64 inttoptr (i64 7 to ptr)() #0, !range !0
  %4 = trunc i64 %3 to i32
  %5 = call i64 inttoptr (i64 14 to ptr)() #1
  %6 = call i64 inttoptr (i64 112 to ptr)(ptr writeonly captures(none) initializes((0, 16)) %buf, i64 16, i64 %5) #0
  %7 = trunc i64 %6 to i32
  %8 = call i64 inttoptr (i64 6 to ptr)(ptr readonly captures(none) %buf, i64 16, i64 %5) #2
  call void inttoptr (i64 132 to ptr)(ptr captures(none) %buf, i64 0) #0
  %9 = call nonnull ptr inttoptr (i64 158 to ptr)() #1
  %10 = ptrtoint ptr %9 to i64
  %11 = call i64 inttoptr (i64 57 to ptr)(ptr %ctx, i64 1, i64 -2, ptr %buf, i64 4) #3
  %12 = call i64 inttoptr (i64 35 to ptr)() #1, !range !1
  %13 = inttoptr i64 %12 to ptr
  store ptr %13, ptr %buf, align 8
  ret i32 %7
}

attributes #0 = { nounwind willreturn memory(argmem: readwrite, inaccessiblemem: readwrite) }
attributes #1 = { nounwind willreturn memory(none) }
attributes #2 = { nounwind willreturn memory(read, argmem: readwrite, inaccessiblemem: readwrite) }
attributes #3 = { nounwind }

!0 = !{i64 0, i64 4294967296}
!1 = !{i64 1, i64 0}
