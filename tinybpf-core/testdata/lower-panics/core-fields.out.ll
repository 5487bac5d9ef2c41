; ModuleID = 'case'
source_filename = "case"

%main.bpfCoreTaskStruct = type { i32, i32 }
%main.bpfCoreTaskStructOld = type { i32, i32 }

declare ptr @main.bpfGetCurrentTask(ptr)

declare i64 @main.bpfProbeReadKernel(ptr, i32, ptr, ptr)

define i32 @prog(ptr nonnull %ctx) {
entry:
  %task = call ptr @main.bpfGetCurrentTask(ptr undef)
  %nil = icmp eq ptr %task, null
  br i1 %nil, label %common.ret, label %next

next:                                             ; preds = %entry
  %first = getelementptr inbounds %main.bpfCoreTaskStruct, ptr %task, i64 0, i32 0
  %a = call i64 @main.bpfProbeReadKernel(ptr nonnull %ctx, i32 4, ptr %first, ptr undef)
  %old = getelementptr inbounds %main.bpfCoreTaskStructOld, ptr %task, i64 0, i32 0
  %b = call i64 @main.bpfProbeReadKernel(ptr nonnull %ctx, i32 4, ptr %old, ptr undef)
  %second = getelementptr inbounds %main.bpfCoreTaskStruct, ptr %task, i64 0, i32 1
  %c = call i64 @main.bpfProbeReadKernel(ptr nonnull %ctx, i32 4, ptr nonnull %second, ptr undef)
  %old2 = getelementptr inbounds %main.bpfCoreTaskStructOld, ptr %task, i64 0, i32 1
  %d = call i64 @main.bpfProbeReadKernel(ptr nonnull %ctx, i32 4, ptr nonnull %old2, ptr undef)
  br label %common.ret

common.ret:                                       ; preds = %entry, %next
  ret i32 0
}
