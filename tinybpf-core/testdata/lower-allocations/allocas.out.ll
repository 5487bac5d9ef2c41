; ModuleID = 'case'
source_filename = "case"

; Function Attrs: nocallback nofree nosync nounwind willreturn
declare ptr @llvm.stacksave.p0() #0

; Function Attrs: nocallback nofree nosync nounwind willreturn
declare void @llvm.stackrestore.p0(ptr) #0

define i32 @prog(ptr %ctx, i1 %c) section "xdp" {
entry:
  %b = alloca i32, align 4
  %a = alloca [32 x i8], align 8
  store i8 1, ptr %a, align 1
  br i1 %c, label %then, label %done

then:                                             ; preds = %entry
  %s = call ptr @llvm.stacksave.p0()
  store i32 2, ptr %b, align 4
  br label %done

done:                                             ; preds = %then, %entry
  ret i32 0
}

attributes #0 = { nocallback nofree nosync nounwind willreturn }
