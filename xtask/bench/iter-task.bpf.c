// The twin in C of examples/iter-task/bpf, for `cargo xtask bench`. It needs no headers.
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long long u64;
#define SEC(name) __attribute__((section(name), used))
#define CORE __attribute__((preserve_access_index))

struct seq_file;
static long (*bpf_seq_printf)(struct seq_file *m, const char *fmt, u32 fmt_size, const void *data, u32 data_len) = (void *)126;

struct bpf_iter_meta { struct seq_file *seq; } CORE;
struct task_struct { int pid, tgid; struct task_struct *real_parent; u8 comm[16]; u64 utime, stime; } CORE;
struct iter_task { struct bpf_iter_meta *meta; struct task_struct *task; };

SEC("iter/task") int dump_task(struct iter_task *ctx)
{
	static const char format[] = "%8d %8d %8d %9llu ms %9llu ms  %s\n";
	struct task_struct *task = ctx->task;
	if (!task)
		return 0;
	u64 values[] = { task->tgid, task->pid, task->real_parent->tgid, task->utime / 1000000, task->stime / 1000000, (u64)task->comm };
	bpf_seq_printf(ctx->meta->seq, format, sizeof(format), values, sizeof(values));
	return 0;
}

char _license[] SEC("license") = "GPL";
