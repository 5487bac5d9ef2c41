declare ptr @llvm.stacksave.p0()
declare void @llvm.stackrestore.p0(ptr)

; What TinyGo puts on the stack itself is aligned, and stays in one frame.
define i32 @prog(ptr %ctx, i1 %c) section "xdp" {
entry:
  %a = alloca [32 x i8], align 1
  store i8 1, ptr %a, align 1
  br i1 %c, label %then, label %done

then:
  %s = call ptr @llvm.stacksave.p0()
  %b = alloca i32, align 4
  store i32 2, ptr %b, align 4
  call void @llvm.stackrestore.p0(ptr %s)
  br label %done

done:
  ret i32 0
}
