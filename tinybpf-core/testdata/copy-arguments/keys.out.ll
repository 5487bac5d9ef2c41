; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"

define i32 @prog(ptr %ctx) section "xdp" {
entry:
  %copy1 = alloca [1 x i64], align 8
  %copy = alloca [1 x i64], align 8
  %mark = getelementptr i8, ptr %ctx, i64 12
  %0 = getelementptr inbounds i8, ptr %ctx, i64 12
  %1 = load i32, ptr %0, align 4
  %2 = getelementptr inbounds i8, ptr %copy, i64 0
  store i32 %1, ptr %2, align 4
  %3 = getelementptr inbounds i8, ptr %ctx, i64 0
  %4 = load i32, ptr %3, align 4
  %5 = getelementptr inbounds i8, ptr %copy1, i64 0
  store i32 %4, ptr %5, align 4
  %6 = getelementptr inbounds i8, ptr %ctx, i64 4
  %7 = load i32, ptr %6, align 4
  %8 = getelementptr inbounds i8, ptr %copy1, i64 4
  store i32 %7, ptr %8, align 4
  %sum = call i64 inttoptr (i64 28 to ptr)(ptr %copy, i64 4, ptr %copy1, i64 8, i64 0)
  ret i32 2
}
