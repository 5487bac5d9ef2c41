//! Kfuncs: functions of the kernel that BPF programs call by name, through the kernel's BTF.
//!
//! Names, prototypes and flags are generated from the BTF of kernels and their modules (`cargo xtask codegen --kernels DIR`). A kfunc that
//! is not in the table, as those of modules outside of the kernel, can be named with its prototype: see [`Prototype`].

#[rustfmt::skip]
mod generated;
mod prototype;
mod references;
#[cfg(test)]
mod tests;

pub use prototype::{CType, Prototype};

use crate::{KernelVersion, helpers::normalise, suggest};

/// A kfunc of the kernel.
#[derive(Debug, PartialEq, Eq)]
pub struct Kfunc {
    /// The name in the kernel, such as `bpf_task_from_pid`.
    pub name: &'static str,
    /// What is known of it: [`flag`].
    pub flags: u32,
    /// The prototype, in the notation that [`Prototype::parse`] reads.
    pub signature: &'static str,
}

/// What the kernel says of a kfunc (`KF_*` of `include/linux/btf.h`).
pub mod flag {
    /// The result is a reference, which the program must give back.
    pub const ACQUIRE: u32 = 1 << 0;
    /// It takes a reference back.
    pub const RELEASE: u32 = 1 << 1;
    /// The result may be null.
    pub const RET_NULL: u32 = 1 << 2;
    /// It may sleep: only sleepable programs can call it.
    pub const SLEEPABLE: u32 = 1 << 5;
    /// It begins an open-coded iterator.
    pub const ITER_NEW: u32 = 1 << 8;
    /// It goes one step on.
    pub const ITER_NEXT: u32 = 1 << 9;
    /// It ends the iterator.
    pub const ITER_DESTROY: u32 = 1 << 10;
    /// All of them, under their names.
    pub const ALL: &[(&str, u32)] = &[
        ("ACQUIRE", ACQUIRE),
        ("RELEASE", RELEASE),
        ("RET_NULL", RET_NULL),
        ("SLEEPABLE", SLEEPABLE),
        ("ITER_NEW", ITER_NEW),
        ("ITER_NEXT", ITER_NEXT),
        ("ITER_DESTROY", ITER_DESTROY),
    ];
}

/// What the names of Go functions that are kfuncs start with.
const PREFIXES: [&str; 2] = ["bpfKfunc", "BpfKfunc"];

/// All kfuncs of the table, by name.
#[must_use]
pub fn all() -> &'static [Kfunc] {
    generated::KFUNCS
}

/// Whether what a kfunc calls back may sleep, though the program may not: work queues and the work of tasks
/// (`is_async_cb_sleepable` in the kernel's `kernel/bpf/verifier.c`).
#[must_use]
pub fn sleeps_later(name: &str) -> bool {
    const TAKERS: [&str; 2] = ["bpf_wq_set_callback", "bpf_task_work_schedule"];
    TAKERS.iter().any(|taker| name.starts_with(taker))
}

/// The kfunc of this name in the kernel.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static Kfunc> {
    let index = all().binary_search_by(|kfunc| kfunc.name.cmp(name)).ok()?;
    Some(&all()[index])
}

/// The kfunc that a Go function of this name means: `bpfKfuncBpfTaskFromPid`.
///
/// As with helpers, capitals and underscores do not count. Where two differ in underscores only, the one with fewer is
/// meant; the kernel's own spelling behind the prefix means the other.
#[must_use]
pub fn by_go_name(name: &str) -> Option<&'static Kfunc> {
    let name = after_prefix(name)?;
    let normal = normalise(name);
    let same = all().iter().filter(|k| normalise(k.name) == normal);
    by_name(name).or_else(|| same.min_by_key(|kfunc| kfunc.name.len()))
}

/// What a Go name says after the prefix that makes it a kfunc's.
#[must_use]
pub fn after_prefix(go_name: &str) -> Option<&str> {
    PREFIXES
        .iter()
        .find_map(|prefix| go_name.strip_prefix(prefix))
}

/// The names of kfuncs that an unknown name, in either spelling, is close to; the closest first.
#[must_use]
pub fn suggest(name: &str) -> Vec<&'static str> {
    let name = normalise(after_prefix(name).unwrap_or(name));
    let normal: Vec<String> = all().iter().map(|k| normalise(k.name)).collect();
    let near = suggest::closest(&name, normal.iter().map(String::as_str));
    near.into_iter()
        .filter_map(|near| all().iter().find(|k| normalise(k.name) == near))
        .map(|kfunc| kfunc.name)
        .collect()
}

/// The name of a Go function for a kfunc: `bpf_task_from_pid` → `bpfKfuncBpfTaskFromPid`.
#[must_use]
pub fn go_name(name: &str) -> String {
    let mut go = PREFIXES[0].to_owned();
    for part in name.split('_') {
        let mut letters = part.chars();
        go.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        go.push_str(letters.as_str());
    }
    go
}

impl Kfunc {
    /// The first kernel that has it, as collected by [ebpf-docs](https://docs.ebpf.io/linux/kfuncs/); of the newest ones the first of
    /// Debian's kernels.
    #[must_use]
    pub fn since(&self) -> KernelVersion {
        let mut rows = generated::SINCE.iter();
        let row = rows.find(|(_, names)| names.contains(&self.name));
        // Before that there were none at all.
        let (major, minor) = row.map_or((5, 13), |(version, _)| *version);
        KernelVersion::new(major, minor)
    }

    /// The module that has it, such as `nf_conntrack`, where it is not in the kernel itself in Debian's kernels.
    #[must_use]
    pub fn module(&self) -> Option<&'static str> {
        let mut rows = generated::MODULES.iter();
        let row = rows.find(|(_, names)| names.contains(&self.name));
        row.map(|(module, _)| *module)
    }

    /// Whether a flag is set.
    #[must_use]
    pub fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    /// What it takes and returns.
    #[must_use]
    pub fn prototype(&self) -> Prototype {
        Prototype::parse(self.signature).expect("a test reads all prototypes of the table")
    }
}
