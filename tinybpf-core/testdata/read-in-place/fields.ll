; Fields that are read into a slot and stored in an event.

target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"

%event = type { i32, i32, [16 x i8] }

; On the stack, also where the program may end first.
define i64 @stack(ptr %ctx, ptr %task) {
  %slot = alloca i64, align 8
  %e = alloca %event, align 8
  call void @llvm.memset.p0.i64(ptr align 8 %e, i8 0, i64 24, i1 false)
  %r1 = call i64 inttoptr (i64 113 to ptr)(ptr writeonly captures(none) initializes((0, 4)) %slot, i64 4, ptr readonly captures(none) %task) #0
  %pid = load i32, ptr %slot, align 8
  %parent = load ptr, ptr %ctx, align 8
  %none = icmp eq ptr %parent, null
  br i1 %none, label %out, label %more
more:
  %r2 = call i64 inttoptr (i64 113 to ptr)(ptr writeonly captures(none) initializes((0, 4)) %slot, i64 4, ptr readonly captures(none) %parent) #0
  %ppid = load i32, ptr %slot, align 8
  store i32 %pid, ptr %e, align 8
  %at = getelementptr inbounds nuw i8, ptr %e, i64 4
  store i32 %ppid, ptr %at, align 4
  %r3 = call i64 inttoptr (i64 25 to ptr)(ptr readonly captures(none) %ctx, ptr readonly captures(none) null, i64 0, ptr readonly captures(none) %e, i64 24) #0
  br label %out
out:
  ret i64 0
}

; An array into a record, as much of it as the kernel has.
define i64 @record(ptr %task, i32 %there) {
  %copy = alloca [16 x i8], align 8
  %e = call ptr inttoptr (i64 131 to ptr)(ptr readonly captures(none) null, i64 24, i64 0) #0
  %none = icmp eq ptr %e, null
  br i1 %none, label %out, label %more
more:
  call void @llvm.memset.p0.i64(ptr align 8 %copy, i8 0, i64 16, i1 false)
  %less = call i32 @llvm.umin.i32(i32 %there, i32 16)
  %size = zext i32 %less to i64
  %r1 = call i64 inttoptr (i64 113 to ptr)(ptr writeonly captures(none) %copy, i64 %size, ptr readonly captures(none) %task) #0
  %second = getelementptr inbounds nuw i8, ptr %copy, i64 8
  %a = load i64, ptr %copy, align 8
  %b = load i64, ptr %second, align 8
  %at = getelementptr inbounds nuw i8, ptr %e, i64 8
  store i64 %a, ptr %at, align 8
  %next = getelementptr inbounds nuw i8, ptr %e, i64 16
  store i64 %b, ptr %next, align 8
  call void inttoptr (i64 132 to ptr)(ptr captures(none) %e, i64 0) #0
  br label %out
out:
  ret i64 0
}

declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
declare i32 @llvm.umin.i32(i32, i32)

attributes #0 = { nounwind willreturn memory(argmem: readwrite, inaccessiblemem: readwrite) }
