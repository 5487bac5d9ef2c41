; ModuleID = 'case'
source_filename = "case"
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%event = type { i32, i32, [16 x i8] }

define i64 @stack(ptr %ctx, ptr %task) {
  %slot = alloca i64, align 8
  %e = alloca %event, align 8
  %1 = getelementptr inbounds i8, ptr %e, i64 8
  call void @llvm.memset.p0.i64(ptr align 8 %1, i8 0, i64 16, i1 false)
  %r1 = call i64 inttoptr (i64 113 to ptr)(ptr writeonly captures(none) initializes((0, 4)) %e, i64 4, ptr readonly captures(none) %task) #2
  %parent = load ptr, ptr %ctx, align 8
  %none = icmp eq ptr %parent, null
  br i1 %none, label %out, label %more

more:                                             ; preds = %0
  %2 = getelementptr inbounds i8, ptr %e, i64 4
  %r2 = call i64 inttoptr (i64 113 to ptr)(ptr writeonly captures(none) initializes((0, 4)) %2, i64 4, ptr readonly captures(none) %parent) #2
  %at = getelementptr inbounds nuw i8, ptr %e, i64 4
  %r3 = call i64 inttoptr (i64 25 to ptr)(ptr readonly captures(none) %ctx, ptr readonly captures(none) null, i64 0, ptr readonly captures(none) %e, i64 24) #2
  br label %out

out:                                              ; preds = %more, %0
  ret i64 0
}

define i64 @record(ptr %task, i32 %there) {
  %copy = alloca [16 x i8], align 8
  %e = call ptr inttoptr (i64 131 to ptr)(ptr readonly captures(none) null, i64 24, i64 0) #2
  %none = icmp eq ptr %e, null
  br i1 %none, label %out, label %more

more:                                             ; preds = %0
  %1 = getelementptr inbounds i8, ptr %e, i64 8
  call void @llvm.memset.p0.i64(ptr align 8 %1, i8 0, i64 16, i1 false)
  %less = call i32 @llvm.umin.i32(i32 %there, i32 16)
  %size = zext i32 %less to i64
  %r1 = call i64 inttoptr (i64 113 to ptr)(ptr writeonly captures(none) %1, i64 %size, ptr readonly captures(none) %task) #2
  %second = getelementptr inbounds nuw i8, ptr %copy, i64 8
  %at = getelementptr inbounds nuw i8, ptr %e, i64 8
  %next = getelementptr inbounds nuw i8, ptr %e, i64 16
  call void inttoptr (i64 132 to ptr)(ptr captures(none) %e, i64 0) #2
  br label %out

out:                                              ; preds = %more, %0
  ret i64 0
}

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #0

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.umin.i32(i32, i32) #1

attributes #0 = { nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #1 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { nounwind willreturn memory(argmem: readwrite, inaccessiblemem: readwrite) }
