//! References: what a kfunc hands to the program, and the program must give back on every path.

use super::{Kfunc, all, by_name, flag};
use crate::helpers::{Acquired, Acquisition};

impl Kfunc {
    /// What a call acquires, if it does.
    ///
    /// Kernel: the kfunc's flags, and for locks `check_kfunc_call` and `check_special_kfunc` in `kernel/bpf/verifier.c`.
    #[must_use]
    pub fn acquires(&self) -> Option<Acquisition> {
        let lock = LOCKS.iter().find(|(lock, ..)| *lock == self.name);
        if let Some((_, acquired, release)) = lock {
            return Some(acquisition(*acquired, *release));
        }
        if self.has(flag::ITER_NEW) {
            // Also when it fails: the iterator is then one without elements.
            let destroy = self.name.strip_suffix("_new")?;
            let destroy = by_name(&format!("{destroy}_destroy"))?;
            return Some(acquisition(Acquired::Argument(0), Some(destroy.name)));
        }
        self.has(flag::ACQUIRE)
            .then(|| acquisition(Acquired::Result, self.released_by()))
    }

    /// The index of the argument that a call gives back, if it does. `None` in it: what it ends is no argument.
    #[must_use]
    pub fn releases(&self) -> Option<Option<usize>> {
        if let Some((_, acquired, _)) = LOCKS.iter().find(|(.., by)| *by == Some(self.name)) {
            return Some(match acquired {
                Acquired::State => None,
                _ => Some(0),
            });
        }
        (self.has(flag::RELEASE) || self.has(flag::ITER_DESTROY)).then_some(Some(0))
    }

    /// The kfunc that gives back what this one returns: the one for the same type.
    fn released_by(&self) -> Option<&'static str> {
        let own = OBJECTS.iter().find(|(acquire, _)| *acquire == self.name);
        if let Some((_, release)) = own {
            return Some(release);
        }
        let prototype = self.prototype();
        let name = prototype.result.struct_behind()?;
        // What takes one and hands out another is no end: bpf_ct_insert_entry.
        let takes_it = |kfunc: &&Kfunc| {
            kfunc.has(flag::RELEASE)
                && !kfunc.has(flag::ACQUIRE)
                && kfunc
                    .prototype()
                    .params
                    .first()
                    .is_some_and(|(_, ty)| ty.struct_behind() == Some(name))
        };
        all().iter().find(takes_it).map(|kfunc| kfunc.name)
    }
}

fn acquisition(acquired: Acquired, release: Option<&'static str>) -> Acquisition {
    Acquisition {
        acquired,
        only_for_maps: &[],
        release,
    }
}

/// What holds without a reference: (kfunc, what it acquires, what ends it).
const LOCKS: &[(&str, Acquired, Option<&str>)] = &[
    (
        "bpf_rcu_read_lock",
        Acquired::State,
        Some("bpf_rcu_read_unlock"),
    ),
    (
        "bpf_preempt_disable",
        Acquired::State,
        Some("bpf_preempt_enable"),
    ),
    (
        "bpf_local_irq_save",
        Acquired::Argument(0),
        Some("bpf_local_irq_restore"),
    ),
    (
        "bpf_res_spin_lock",
        Acquired::ArgumentOnSuccess(0),
        Some("bpf_res_spin_unlock"),
    ),
    (
        "bpf_res_spin_lock_irqsave",
        Acquired::ArgumentOnSuccess(0),
        Some("bpf_res_spin_unlock_irqrestore"),
    ),
];

/// Objects of the program's own types.
const OBJECTS: &[(&str, &str)] = &[
    ("bpf_obj_new", "bpf_obj_drop"),
    ("bpf_obj_new_impl", "bpf_obj_drop_impl"),
    ("bpf_percpu_obj_new", "bpf_percpu_obj_drop"),
    ("bpf_percpu_obj_new_impl", "bpf_percpu_obj_drop_impl"),
    ("bpf_refcount_acquire", "bpf_obj_drop"),
    ("bpf_refcount_acquire_impl", "bpf_obj_drop_impl"),
];
