// Kernel functions, kernel variables and kernel configuration.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct task_struct {
	int pid;
} __attribute__((preserve_access_index));

extern struct task_struct *bpf_task_from_pid(int pid) __ksym;
extern void bpf_task_release(struct task_struct *task) __ksym;
extern void no_kernel_has_this(void) __ksym __weak;
extern int LINUX_KERNEL_VERSION __kconfig;

int found;

int lookup(int pid)
{
	struct task_struct *task = bpf_task_from_pid(pid);
	int is;

	if (!task)
		return 0;
	is = task->pid;
	bpf_task_release(task);
	if (no_kernel_has_this)
		no_kernel_has_this();
	return LINUX_KERNEL_VERSION + is;
}
