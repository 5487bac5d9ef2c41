// The twin in C of examples/kfunc-task/bpf, for `cargo xtask bench`. It needs no headers.
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long long u64;
#define SEC(name) __attribute__((section(name), used))
#define CORE __attribute__((preserve_access_index))

static long (*bpf_map_update_elem)(void *map, const void *key, const void *value, u64 flags) = (void *)2;
static long (*bpf_probe_read_kernel)(void *dst, u32 size, const void *src) = (void *)113;

struct task_struct { int tgid; struct task_struct *real_parent; u64 start_time; u8 comm[16]; } CORE;
extern struct task_struct *bpf_task_from_pid(int pid) __attribute__((section(".ksyms")));
extern void bpf_task_release(struct task_struct *task) __attribute__((section(".ksyms")));

struct request { int pid; };
struct process { u64 start_time; int parent_pid; u8 pad[4], comm[16], parent[16]; };
struct { int (*type)[1]; int (*max_entries)[1024]; int *key; struct process *value; } processes SEC(".maps");

SEC("syscall") int look_up(struct request *ctx)
{
	struct task_struct *task = bpf_task_from_pid(ctx->pid);
	if (!task)
		return -3;
	struct task_struct *parent = task->real_parent;
	struct process process = { .start_time = task->start_time, .parent_pid = parent->tgid };
	bpf_probe_read_kernel(process.comm, sizeof(process.comm), task->comm);
	bpf_probe_read_kernel(process.parent, sizeof(process.parent), parent->comm);
	bpf_task_release(task);
	int pid = ctx->pid;
	return bpf_map_update_elem(&processes, &pid, &process, 0);
}

char _license[] SEC("license") = "GPL";
