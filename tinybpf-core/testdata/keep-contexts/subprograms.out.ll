; ModuleID = 'case'
source_filename = "case"

define i32 @prog(ptr %ctx) {
entry:
  %local = alloca i64, align 8
  %0 = call i32 @outer(ptr %ctx, ptr %local)
  ret i32 %0
}

; Function Attrs: noinline
define internal i32 @outer(ptr %ctx, ptr %local) #0 {
entry:
  %0 = call ptr asm "", "=r,0"(ptr %ctx)
  %1 = call i32 @inner(ptr %0)
  %2 = call i32 @other(ptr %local)
  %3 = add i32 %1, %2
  ret i32 %3
}

; Function Attrs: noinline
define internal i32 @inner(ptr %ctx) #0 {
entry:
  %0 = call ptr asm "", "=r,0"(ptr %ctx)
  %1 = load i32, ptr %0, align 4
  ret i32 %1
}

; Function Attrs: noinline
define internal i32 @other(ptr %local) #0 {
entry:
  %0 = load i32, ptr %local, align 4
  ret i32 %0
}

attributes #0 = { noinline }
