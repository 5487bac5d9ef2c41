//! Kfuncs that newer kernels know by other names: since Linux 7.0 the kernel fills in what these take last. A program for both asks
//! with `bpfKsymExists` for each.

use super::Kfunc;

/// From `kernel/bpf/helpers.c` of Linux 6.18.
#[rustfmt::skip]
pub(super) const KFUNCS: &[Kfunc] = &[
    Kfunc { name: "bpf_task_work_schedule_resume_impl", flags: 0, signature: "(task:*task_struct,tw:*bpf_task_work,map__map:*void,callback:*func(*bpf_map,*void,*void)s32,aux__prog:*void)s32" },
    Kfunc { name: "bpf_task_work_schedule_signal_impl", flags: 0, signature: "(task:*task_struct,tw:*bpf_task_work,map__map:*void,callback:*func(*bpf_map,*void,*void)s32,aux__prog:*void)s32" },
    Kfunc { name: "bpf_wq_set_callback_impl", flags: 0, signature: "(wq:*bpf_wq,callback_fn:*func(*void,*s32,*void)s32,flags:u32,aux__prog:*void)s32" },
];
