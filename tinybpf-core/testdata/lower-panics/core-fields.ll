; Steps into CO-RE structs stay, also those to the first field and those of one offset; their nil checks go.
; program: prog=kprobe/do_exit

%main.bpfCoreTaskStruct = type { i32, i32 }
%main.bpfCoreTaskStructOld = type { i32, i32 }

declare void @runtime.nilPanic(ptr)
declare ptr @main.bpfGetCurrentTask(ptr)
declare i64 @main.bpfProbeReadKernel(ptr, i32, ptr, ptr)

define i32 @prog(ptr %ctx) {
entry:
  %task = call ptr @main.bpfGetCurrentTask(ptr undef)
  %nil = icmp eq ptr %task, null
  br i1 %nil, label %throw, label %next

next:
  %first = getelementptr inbounds %main.bpfCoreTaskStruct, ptr %task, i32 0, i32 0
  %nil1 = icmp eq ptr %first, null
  br i1 %nil1, label %throw1, label %next1

next1:
  %a = call i64 @main.bpfProbeReadKernel(ptr %ctx, i32 4, ptr %first, ptr undef)
  %old = getelementptr inbounds %main.bpfCoreTaskStructOld, ptr %task, i32 0, i32 0
  %b = call i64 @main.bpfProbeReadKernel(ptr %ctx, i32 4, ptr %old, ptr undef)
  %second = getelementptr inbounds %main.bpfCoreTaskStruct, ptr %task, i32 0, i32 1
  %c = call i64 @main.bpfProbeReadKernel(ptr %ctx, i32 4, ptr %second, ptr undef)
  %old2 = getelementptr inbounds %main.bpfCoreTaskStructOld, ptr %task, i32 0, i32 1
  %d = call i64 @main.bpfProbeReadKernel(ptr %ctx, i32 4, ptr %old2, ptr undef)
  ret i32 0

throw:
  call void @runtime.nilPanic(ptr undef)
  unreachable

throw1:
  call void @runtime.nilPanic(ptr undef)
  unreachable
}
