; ModuleID = 'case'
source_filename = "case"

define i32 @pass(ptr %ctx) section "xdp" {
entry:
  ret i32 2
}

define i32 @deny(ptr %ctx) section "lsm/file_open" {
entry:
  ret i32 -1
}

define range(i64 4, 3) i64 @wide(ptr nonnull %ctx) section "xdp" {
entry:
  %value = load i64, ptr %ctx, align 4
  %bad = icmp eq i64 %value, 3
  %common.ret.op = select i1 %bad, i64 -3, i64 %value
  ret i64 %common.ret.op
}

define range(i32 0, 2) i32 @boolean(ptr nonnull %ctx) section "cgroup/skb" {
entry:
  %value = load i64, ptr %ctx, align 4
  %bad = icmp eq i64 %value, 3
  %positive = icmp sgt i64 %value, 0
  %0 = zext i1 %positive to i32
  %common.ret.op = select i1 %bad, i32 0, i32 %0
  ret i32 %common.ret.op
}

define i32 @nothing(ptr nonnull %ctx) section "tracepoint/syscalls/sys_enter_openat" {
entry:
  store i32 1, ptr %ctx, align 4
  ret i32 0
}
