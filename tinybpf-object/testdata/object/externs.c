// What the kernel defines: a kfunc, a variable, a weak one, and a field by CO-RE. Made with
// `clang-22 -target bpfel -mcpu=v3 -g -O2 -c externs.c -o externs.o`.
#define KSYM __attribute__((section(".ksyms")))
struct task_struct {
	int pid;
} __attribute__((preserve_access_index));

extern struct task_struct *bpf_task_from_pid(int pid) KSYM;
extern void bpf_task_release(struct task_struct *p) KSYM;
extern const int runqueues KSYM;
extern const void maybe KSYM __attribute__((weak));
extern int CONFIG_HZ __attribute__((section(".kconfig")));

__attribute__((section("tp_btf/sched_switch"))) int on_switch(void *ctx)
{
	struct task_struct *task = bpf_task_from_pid(1);
	if (!task)
		return 0;
	int pid = task->pid;
	bpf_task_release(task);
	return pid + CONFIG_HZ + (&runqueues == ctx) + (&maybe != 0);
}
char _license[] __attribute__((section("license"))) = "GPL";
