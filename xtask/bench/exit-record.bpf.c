// The twin in C of xtask/bench/programs/exit-record.
#include "programs/twin.h"
struct task_struct { int pid, tgid, exit_code; struct task_struct *real_parent; u8 comm[16]; } CORE;
struct event { int pid, ppid, code; u32 sig; u8 comm[16], parent[16]; };
struct { int (*type)[4]; int (*key_size)[4]; int (*value_size)[4]; } events SEC(".maps");
static long (*output)(void *ctx, void *map, u64 flags, void *data, u64 size) = (void *)25;
SEC("tp_btf/sched_process_exit") int on_exit(void *ctx) {
	struct task_struct *task = task_btf();
	if (task->pid != task->tgid) return 0;
	struct event e = { .pid = task->pid, .ppid = task->real_parent->pid, .code = task->exit_code >> 8, .sig = task->exit_code & 0x7f };
	read_kernel(e.comm, 16, task->comm);
	read_kernel(e.parent, 16, task->real_parent->comm);
	output(ctx, &events, 0xffffffff, &e, sizeof e);
	return 0;
}
