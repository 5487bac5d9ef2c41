; ModuleID = 'case'
source_filename = "case"

%main.bpfMapDef = type { i32, i32, i32, i32, i32 }

@main.events = global %main.bpfMapDef { i32 27, i32 0, i32 0, i32 4096, i32 0 }
@main.sockets = global %main.bpfMapDef { i32 18, i32 4, i32 8, i32 16, i32 0 }
@main.hash = global %main.bpfMapDef { i32 1, i32 4, i32 8, i32 16, i32 0 }

declare nonnull ptr @runtime.alloc(i64, ptr, ptr)

declare ptr @main.bpfRingbufReserve(ptr, i64, i64, ptr)

declare void @main.bpfRingbufSubmit(ptr, i64, ptr)

declare i64 @main.bpfSkLookupTcp(ptr, ptr, i32, i64, i64, ptr)

declare i64 @main.bpfSkRelease(i64, ptr)

declare void @main.bpfSpinLock(ptr, ptr)

declare void @main.bpfSpinUnlock(ptr, ptr)

declare i64 @bpf_ringbuf_reserve_dynptr(ptr, i32, i64, ptr)

declare void @bpf_ringbuf_submit_dynptr(ptr, i64)

declare ptr @main.bpfMapLookupElem(ptr, ptr, ptr)

define range(i32 0, 3) i32 @record(ptr nonnull %ctx) {
  %1 = load i32, ptr %ctx, align 4
  %2 = call i64 @main.check(i32 %1)
  %3 = icmp slt i64 %2, 0
  br i1 %3, label %panic, label %entry

entry:                                            ; preds = %0
  %record = call ptr @main.bpfRingbufReserve(ptr @main.events, i64 16, i64 0, ptr undef)
  %nil = icmp eq ptr %record, null
  br i1 %nil, label %common.ret, label %4

common.ret:                                       ; preds = %panic, %release, %8, %entry
  %common.ret.op = phi i32 [ 0, %8 ], [ 0, %entry ], [ 2, %release ], [ 2, %panic ]
  ret i32 %common.ret.op

4:                                                ; preds = %entry
  %5 = load i32, ptr %ctx, align 4
  %6 = call i64 @main.check(i32 %5)
  %7 = icmp slt i64 %6, 0
  br i1 %7, label %panic, label %8

8:                                                ; preds = %4
  store i32 %5, ptr %record, align 4
  call void @main.bpfRingbufSubmit(ptr nonnull %record, i64 0, ptr undef)
  %9 = load i32, ptr %ctx, align 4
  %10 = call i64 @main.check(i32 %9)
  %11 = icmp slt i64 %10, 0
  br i1 %11, label %panic, label %common.ret

panic:                                            ; preds = %8, %4, %0
  %.0 = phi ptr [ null, %0 ], [ %record, %4 ], [ null, %8 ]
  %12 = icmp eq ptr %.0, null
  br i1 %12, label %common.ret, label %release

release:                                          ; preds = %panic
  call void @bpf_ringbuf_discard(ptr nonnull %.0, i64 0)
  br label %common.ret
}

define range(i32 0, 3) i32 @socket(ptr nonnull %ctx) {
  %1 = call i64 @main.bpfSkLookupTcp(ptr nonnull %ctx, ptr nonnull %ctx, i32 12, i64 0, i64 0, ptr undef)
  %2 = inttoptr i64 %1 to ptr
  %3 = load i32, ptr %ctx, align 4
  %4 = call i64 @main.check(i32 %3)
  %5 = icmp slt i64 %4, 0
  br i1 %5, label %panic, label %entry

entry:                                            ; preds = %0
  %nil = icmp eq i64 %1, 0
  br i1 %nil, label %common.ret, label %release

release:                                          ; preds = %entry
  %unused = call i64 @main.bpfSkRelease(i64 %1, ptr undef)
  br label %common.ret

common.ret:                                       ; preds = %panic, %release1, %entry, %release
  %common.ret.op = phi i32 [ 0, %entry ], [ 0, %release ], [ 2, %release1 ], [ 2, %panic ]
  ret i32 %common.ret.op

panic:                                            ; preds = %0
  %6 = icmp eq ptr %2, null
  br i1 %6, label %common.ret, label %release1

release1:                                         ; preds = %panic
  %7 = call i64 @bpf_sk_release(ptr nonnull %2)
  br label %common.ret
}

define range(i32 0, 3) i32 @lock(ptr nonnull %ctx) {
entry:
  %one = getelementptr inbounds nuw { i32, i32 }, ptr %ctx, i32 0, i32 1
  call void @main.bpfSpinLock(ptr nonnull %one, ptr undef)
  %a = load i32, ptr %ctx, align 4
  %bad = icmp uge i32 %a, 8
  br i1 %bad, label %panic, label %0

0:                                                ; preds = %entry
  call void @main.bpfSpinUnlock(ptr nonnull %one, ptr undef)
  %1 = call i64 @main.check(i32 %a)
  %2 = icmp slt i64 %1, 0
  br i1 %2, label %panic, label %common.ret

common.ret:                                       ; preds = %panic, %release, %0
  %common.ret.op = phi i32 [ 0, %0 ], [ 2, %release ], [ 2, %panic ]
  ret i32 %common.ret.op

panic:                                            ; preds = %entry, %0
  %is_held.0 = phi i64 [ 0, %0 ], [ 1, %entry ]
  %3 = icmp eq i64 %is_held.0, 0
  br i1 %3, label %common.ret, label %release

release:                                          ; preds = %panic
  %4 = call i64 @bpf_spin_unlock(ptr nonnull %one)
  br label %common.ret
}

define range(i32 0, 3) i32 @dynptr(ptr nonnull %ctx) {
  %1 = call ptr @runtime.alloc(i64 16, ptr null, ptr undef)
  %2 = call i64 @bpf_ringbuf_reserve_dynptr(ptr @main.events, i32 8, i64 0, ptr nonnull %1)
  %3 = load i32, ptr %ctx, align 4
  %4 = call i64 @main.check(i32 %3)
  %5 = icmp slt i64 %4, 0
  br i1 %5, label %release, label %entry

common.ret:                                       ; preds = %release, %entry
  %common.ret.op = phi i32 [ 0, %entry ], [ 2, %release ]
  ret i32 %common.ret.op

entry:                                            ; preds = %0
  call void @bpf_ringbuf_submit_dynptr(ptr nonnull %1, i64 0)
  br label %common.ret

release:                                          ; preds = %0
  call void @bpf_ringbuf_discard_dynptr(ptr nonnull %1, i64 0)
  br label %common.ret
}

define range(i32 0, 3) i32 @element(ptr nonnull %ctx) {
  %1 = call ptr @main.bpfMapLookupElem(ptr @main.hash, ptr nonnull %ctx, ptr undef)
  %2 = load i32, ptr %ctx, align 4
  %3 = call i64 @main.check(i32 %2)
  %4 = icmp slt i64 %3, 0
  br i1 %4, label %panic, label %5

5:                                                ; preds = %0
  %6 = call ptr @main.bpfMapLookupElem(ptr @main.sockets, ptr nonnull %ctx, ptr undef)
  %7 = load i32, ptr %ctx, align 4
  %8 = call i64 @main.check(i32 %7)
  %9 = icmp slt i64 %8, 0
  br i1 %9, label %panic, label %entry

entry:                                            ; preds = %5
  %nil = icmp eq ptr %6, null
  br i1 %nil, label %common.ret, label %give

give:                                             ; preds = %entry
  %address = ptrtoint ptr %6 to i64
  %given = call i64 @main.bpfSkRelease(i64 %address, ptr undef)
  br label %common.ret

common.ret:                                       ; preds = %panic, %release, %entry, %give
  %common.ret.op = phi i32 [ 0, %entry ], [ 0, %give ], [ 2, %release ], [ 2, %panic ]
  ret i32 %common.ret.op

panic:                                            ; preds = %5, %0
  %.0 = phi ptr [ null, %0 ], [ %6, %5 ]
  %10 = icmp eq ptr %.0, null
  br i1 %10, label %common.ret, label %release

release:                                          ; preds = %panic
  %11 = call i64 @bpf_sk_release(ptr nonnull %.0)
  br label %common.ret
}

; Function Attrs: noinline
define internal range(i64 -1, 1) i64 @main.check(i32 %a) #0 {
entry:
  %bad = icmp uge i32 %a, 8
  %common.ret.op = select i1 %bad, i64 -1, i64 0
  ret i64 %common.ret.op
}

declare void @bpf_ringbuf_discard(ptr, i64)

declare i64 @bpf_sk_release(ptr)

declare i64 @bpf_spin_unlock(ptr)

declare void @bpf_ringbuf_discard_dynptr(ptr, i64)

attributes #0 = { noinline }
