// The twin in C of examples/sched-latency/bpf, for `cargo xtask bench`. It needs no headers.
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long long u64;
#define SEC(name) __attribute__((section(name), used))
#define CORE __attribute__((preserve_access_index))

static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
static long (*bpf_map_update_elem)(void *map, const void *key, const void *value, u64 flags) = (void *)2;
static long (*bpf_map_delete_elem)(void *map, const void *key) = (void *)3;
static u64 (*bpf_ktime_get_ns)(void) = (void *)5;

struct task_struct { int pid, tgid; u32 __state; } CORE;
struct task_struct___old { long state; } CORE;
struct wakeup_args { struct task_struct *task; };
struct switch_args { u64 preempted; struct task_struct *previous, *next; };

struct { int (*type)[9]; int (*max_entries)[16384]; int *key; u64 *value; } waiting SEC(".maps");
struct { int (*type)[6]; int (*max_entries)[26]; u32 *key; u64 *value; } histogram SEC(".maps");
const volatile int only_pid;

static inline void begin(struct task_struct *task)
{
	int thread = task->pid;
	if (!thread || (only_pid && task->tgid != only_pid))
		return;
	u64 now = bpf_ktime_get_ns();
	bpf_map_update_elem(&waiting, &thread, &now, 0);
}

static inline u32 length(u64 x)
{
	u32 n = 0;
	if (x >= 1ull << 32) { x >>= 32; n = 32; }
	if (x >= 1 << 16) { x >>= 16; n += 16; }
	if (x >= 1 << 8) { x >>= 8; n += 8; }
	if (x >= 1 << 4) { x >>= 4; n += 4; }
	if (x >= 1 << 2) { x >>= 2; n += 2; }
	if (x >= 1 << 1) { x >>= 1; n += 1; }
	return n + x;
}

static inline void end(struct task_struct *task)
{
	int thread = task->pid;
	u64 *since = bpf_map_lookup_elem(&waiting, &thread);
	if (!since)
		return;
	u64 microseconds = (bpf_ktime_get_ns() - *since) / 1000;
	bpf_map_delete_elem(&waiting, &thread);
	u32 bar = length(microseconds);
	if (bar > 25)
		bar = 25;
	u64 *count = bpf_map_lookup_elem(&histogram, &bar);
	if (count)
		*count += 1;
}

static inline u64 state(struct task_struct *task)
{
	if (__builtin_preserve_field_info(task->__state, 2))
		return task->__state;
	return ((struct task_struct___old *)task)->state;
}

SEC("tp_btf/sched_wakeup") int wakes_up(struct wakeup_args *args)
{
	begin(args->task);
	return 0;
}

SEC("tp_btf/sched_wakeup_new") int wakes_up_new(struct wakeup_args *args)
{
	begin(args->task);
	return 0;
}

SEC("tp_btf/sched_switch") int switches(struct switch_args *args)
{
	if (!state(args->previous))
		begin(args->previous);
	end(args->next);
	return 0;
}

char _license[] SEC("license") = "GPL";
