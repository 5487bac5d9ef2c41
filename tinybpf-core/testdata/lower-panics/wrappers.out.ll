; ModuleID = 'case'
source_filename = "case"

@main.events = global { i32, i32, i32, i32, i32 } { i32 27, i32 0, i32 0, i32 4096, i32 0 }

declare ptr @main.bpfRingbufReserve(ptr, i64, i64, ptr)

declare void @main.bpfRingbufSubmit(ptr, i64, ptr)

define range(i32 0, 3) i32 @prog(ptr nonnull %ctx) {
common.ret:
  %0 = load i32, ptr %ctx, align 4
  %1 = call i64 @main.both(i32 %0)
  %2 = icmp slt i64 %1, 0
  %. = select i1 %2, i32 2, i32 0
  ret i32 %.
}

; Function Attrs: noinline
define internal range(i64 -1, 1) i64 @main.both(i32 %a) #0 {
entry:
  %record.i.i = call ptr @main.bpfRingbufReserve(ptr @main.events, i64 16, i64 0, ptr undef)
  %ok.i = icmp ne ptr %record.i.i, null
  br i1 %ok.i, label %use, label %common.ret

use:                                              ; preds = %entry
  %bad = icmp uge i32 %a, 8
  br i1 %bad, label %release, label %next

next:                                             ; preds = %use
  call void @main.bpfRingbufSubmit(ptr nonnull %record.i.i, i64 0, ptr undef)
  br label %common.ret

common.ret:                                       ; preds = %entry, %next, %release
  %common.ret.op = phi i64 [ -1, %release ], [ 0, %next ], [ 0, %entry ]
  ret i64 %common.ret.op

release:                                          ; preds = %use
  call void @bpf_ringbuf_discard(ptr nonnull %record.i.i, i64 0)
  br label %common.ret
}

declare void @bpf_ringbuf_discard(ptr, i64)

attributes #0 = { noinline }
