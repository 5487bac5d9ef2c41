// The twin in C of examples/raw-tp-exec/bpf, for `cargo xtask bench`. It needs no headers.
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long long u64;
#define SEC(name) __attribute__((section(name), used))
#define CORE __attribute__((preserve_access_index))

static u64 (*bpf_get_current_uid_gid)(void) = (void *)15;
static long (*bpf_perf_event_output)(void *ctx, void *map, u64 flags, void *data, u64 size) = (void *)25;
static long (*bpf_probe_read_kernel)(void *dst, u32 size, const void *src) = (void *)113;
static long (*bpf_probe_read_kernel_str)(void *dst, u32 size, const void *src) = (void *)115;

struct task_struct { int tgid; struct task_struct *real_parent; u8 comm[16]; } CORE;
struct linux_binprm { const char *filename; int argc; } CORE;
struct exec_args { struct task_struct *task; long old_pid; struct linux_binprm *binary; };
struct exec_event { int pid, parent_pid; u32 uid; int arguments; u8 parent[16], path[128]; };

struct { int (*type)[4]; int (*key_size)[4]; int (*value_size)[4]; } events SEC(".maps");

#define READ(to, from) bpf_probe_read_kernel(&(to), sizeof(to), &(from))

SEC("raw_tp/sched_process_exec") int trace_exec(struct exec_args *args)
{
	struct exec_event event = {};
	struct task_struct *parent = 0;
	const char *filename = 0;
	READ(parent, args->task->real_parent);
	READ(event.pid, args->task->tgid);
	READ(event.parent_pid, parent->tgid);
	event.uid = bpf_get_current_uid_gid();
	READ(event.arguments, args->binary->argc);
	READ(event.parent, parent->comm);
	READ(filename, args->binary->filename);
	bpf_probe_read_kernel_str(event.path, sizeof(event.path), filename);
	bpf_perf_event_output(args, &events, 0xffffffff, &event, sizeof(event));
	return 0;
}

char _license[] SEC("license") = "GPL";
