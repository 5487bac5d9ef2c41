// The kernel's task_struct as far as it is needed, with its fields where no kernel has them.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

struct task_struct {
	int tgid;
	struct task_struct *real_parent;
	int no_kernel_has_this;
} __attribute__((preserve_access_index));

unsigned int own_tgid(void)
{
	struct task_struct *task = (void *)bpf_get_current_task();

	return BPF_CORE_READ(task, tgid);
}

unsigned int parent_tgid(void)
{
	struct task_struct *task = (void *)bpf_get_current_task();

	if (bpf_core_field_exists(task->no_kernel_has_this))
		return 1;
	return BPF_CORE_READ(task, real_parent, tgid);
}
