//! What the kernel lets programs call: helpers by the section of the program, by its licence, and by whether it may sleep.
//!
//! The table is what the verifiers of real kernels say (`cargo xtask kernels --rights`), from the oldest to the newest: what one of them
//! allows is allowed.

#[rustfmt::skip]
mod generated;
mod words;

use std::fmt;

pub use words::{Called, SLEEPERS, licenses, unfit_license, unfit_map};

use super::{Aya, Known, ProgramType, Section, all};
use crate::{
    helpers::Helper,
    kfuncs::{self, Kfunc, flag},
};

/// Sections whose programs may do the same.
struct Class {
    /// Whether the kernel demands a licence that is compatible with the GPL of all of them.
    gpl: bool,
    /// The structs of the kernel's that the values of their maps cannot have.
    lacks: &'static [&'static str],
    sections: &'static [&'static str],
}

/// Who may call a helper.
struct Right {
    /// The classes whose programs have it, as bits.
    classes: u64,
    /// Those of them in which only programs with a licence that is compatible with the GPL call it.
    gpl: u64,
    /// Whether it may sleep.
    sleeps: bool,
}

/// What programs of a section may do.
#[derive(Clone, Copy)]
pub struct Rights<'s> {
    /// The classes that the program may be of, as bits.
    classes: u64,
    /// The section.
    pub section: &'s Section,
}

/// Helpers that no kernel of the matrix is built with, and the programs that have them: `kprobe_prog_func_proto` in
/// `kernel/trace/bpf_trace.c` (`CONFIG_BPF_KPROBE_OVERRIDE`), `lirc_mode2_func_proto` in `drivers/media/rc/bpf-lirc.c`.
const CONFIGURED: [(&str, ProgramType); 4] = [
    ("bpf_override_return", ProgramType::Kprobe),
    ("bpf_rc_repeat", ProgramType::LircMode2),
    ("bpf_rc_keydown", ProgramType::LircMode2),
    ("bpf_rc_pointer_rel", ProgramType::LircMode2),
];

/// Why a program may not call a helper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Such programs do not have it.
    Lacks,
    /// It may sleep, and the program may not.
    Sleeps,
    /// What the program is attached to does not allow it.
    Place,
    /// The licence is not compatible with the GPL.
    License,
}

impl<'s> Rights<'s> {
    /// Those of programs in a section; `None` where no kernel was asked. Functions of the kernel's structs (`struct_ops`) have the
    /// rights of any of `structs`, the kernel's names of these.
    pub fn of<'a>(
        section: &'s Section,
        structs: impl IntoIterator<Item = &'a str>,
    ) -> Option<Self> {
        let name = section.known.name;
        let classes = if section.known.program_type == ProgramType::StructOps {
            let classes = structs.into_iter().map(|of| class(&format!("{name}/{of}")));
            classes.reduce(|one, other| Some(one? | other?))??
        } else {
            class(name)?
        };
        Some(Self { classes, section })
    }

    /// Whether the kernel takes such programs only with a licence that is compatible with the GPL.
    pub fn need_gpl(self) -> bool {
        let mut classes = (0..).zip(generated::CLASSES);
        !classes.any(|(bit, class)| self.classes & 1 << bit != 0 && !class.gpl)
    }

    /// Whether such a program may call a kfunc that does not sleep; where no kernel was asked, it may. The functions of a struct
    /// (`struct_ops`) have different ones.
    pub fn has_kfunc(self, kfunc: &Kfunc) -> bool {
        let is_asked = self.section.known.program_type != ProgramType::StructOps;
        !is_asked || classes_with(kfunc).is_none_or(|classes| classes & self.classes != 0)
    }

    /// Why such a program may not call the kfunc of a name; of one that no kernel is known to have, only the licence is asked.
    pub fn refuse_kfunc(self, name: &str, license: &str) -> Option<Refusal> {
        if !is_gpl_compatible(license) {
            // `add_kfunc_call` in kernel/bpf/verifier.c
            return Some(Refusal::License);
        }
        let kfunc = kfuncs::by_name(name)?;
        if kfunc.has(flag::SLEEPABLE) && !self.section.known.sleepable {
            return Some(Refusal::Sleeps);
        }
        (!self.has_kfunc(kfunc)).then_some(Refusal::Lacks)
    }

    /// Whether such a program may use maps whose values hold a struct of the kernel's, such as `bpf_timer`.
    pub fn has_field(self, field: &str) -> bool {
        let mut classes = (0..).zip(generated::CLASSES);
        classes.any(|(bit, class)| self.classes & 1 << bit != 0 && !class.lacks.contains(&field))
    }

    /// Why such a program may not call a helper.
    pub fn refuse(self, helper: &Helper, license: &str) -> Option<Refusal> {
        let right = right(helper)?;
        if right.classes == 0 {
            let (_, program_type) = configured(helper)?;
            return (self.section.known.program_type != program_type).then_some(Refusal::Lacks);
        }
        let has = self.classes & right.classes;
        if has == 0 {
            // Where such programs may sleep, those that do have it.
            let asleep = class(&format!("{}.s", self.section.known.name));
            let is_for_sleepers = asleep.is_none_or(|class| class & right.classes != 0);
            return Some(if sleeps(right) && is_for_sleepers {
                Refusal::Sleeps
            } else {
                Refusal::Lacks
            });
        }
        if helper.name == "bpf_d_path" && !allows_path(self.section) {
            return Some(Refusal::Place);
        }
        (has & !right.gpl == 0 && !is_gpl_compatible(license)).then_some(Refusal::License)
    }
}

/// The functions whose programs may call `bpf_d_path`: `btf_allowlist_d_path` in `kernel/trace/bpf_trace.c`.
pub const PATH_FUNCTIONS: [&str; 9] = [
    "security_file_permission",
    "security_inode_getattr",
    "security_file_open",
    "security_path_truncate",
    "vfs_truncate",
    "vfs_fallocate",
    "dentry_open",
    "vfs_getattr",
    "filp_close",
];

/// `bpf_d_path_allowed` in `kernel/trace/bpf_trace.c`; where the target is not known, it may.
fn allows_path(section: &Section) -> bool {
    let Some(target) = section.target.as_deref() else {
        return true;
    };
    match section.known.program_type {
        ProgramType::Lsm => hook_sleeps(target) != Some(false),
        _ => section.known.name.starts_with("iter") || PATH_FUNCTIONS.contains(&target),
    }
}

/// The bit of a section's class.
fn class(section: &str) -> Option<u64> {
    let mut classes = generated::CLASSES.iter();
    let place = classes.position(|class| class.sections.contains(&section))?;
    Some(1 << place)
}

fn right(helper: &Helper) -> Option<&'static Right> {
    generated::HELPERS.get(helper.id as usize - 1)
}

fn configured(helper: &Helper) -> Option<(&'static str, ProgramType)> {
    CONFIGURED
        .into_iter()
        .find(|(name, _)| *name == helper.name)
}

/// Older kernels do not say that a helper sleeps: programs that may not sleep do not have it.
fn sleeps(right: &Right) -> bool {
    let is_sleepable = |name: &&str| all().iter().any(|k| k.name == *name && k.sleepable);
    let mut classes = (0..).zip(generated::CLASSES);
    right.sleeps
        || classes.all(|(bit, class)| {
            right.classes & 1 << bit == 0 || class.sections.iter().all(is_sleepable)
        })
}

/// The sections whose programs have a helper.
pub fn sections_with(helper: &Helper) -> Sections {
    if let Some((_, program_type)) = configured(helper) {
        return sections(|known| (known.program_type == program_type).then_some(true));
    }
    let classes = right(helper).map_or(0, |right| right.classes);
    sections(|known| Some(class(known.name)? & classes != 0))
}

/// The sections whose programs have a kfunc.
pub fn sections_with_kfunc(kfunc: &Kfunc) -> Sections {
    let classes = classes_with(kfunc).unwrap_or(0);
    sections(|known| Some(class(known.name)? & classes != 0))
}

/// The classes whose programs have a kfunc, as bits.
fn classes_with(kfunc: &Kfunc) -> Option<u64> {
    let table = generated::KFUNCS;
    let place = table.binary_search_by(|(name, _)| (*name).cmp(kfunc.name));
    place.ok().map(|place| table[place].1)
}

/// The sections whose programs may use maps with a struct of the kernel's in their values.
pub fn sections_with_field(field: &str) -> Sections {
    let of = |known: &Known| {
        let mut classes = generated::CLASSES.iter();
        classes.find(|class| class.sections.contains(&known.name))
    };
    sections(|known| Some(!of(known)?.lacks.contains(&field)))
}

/// The sections for which something holds, of those for which it is known: where it holds for all programs of a type the
/// shortest name, else some.
fn sections(holds: impl Fn(&Known) -> Option<bool>) -> Sections {
    let mut types: Vec<(ProgramType, Vec<(&'static str, bool)>)> = Vec::new();
    // Those of `usdt` are uprobes that loaders find the places for.
    let is_meant = |known: &&Known| has_loader(known) && !known.name.starts_with("usdt");
    for known in all().iter().filter(is_meant) {
        let Some(holds) = holds(known) else {
            continue;
        };
        match types.iter_mut().find(|(ty, _)| *ty == known.program_type) {
            Some((_, sections)) => sections.push((known.name, holds)),
            None => types.push((known.program_type, vec![(known.name, holds)])),
        }
    }
    let mut found = Sections::default();
    for (_, sections) in types {
        let names = sections.iter().filter(|(_, holds)| *holds);
        let mut names: Vec<_> = names.map(|(name, _)| *name).collect();
        if names.len() == sections.len() {
            names.sort_by_key(|name| name.len());
            names.truncate(1);
        }
        found.types.push(names);
    }
    found
}

/// Whether a loader of today knows a section.
fn has_loader(known: &Known) -> bool {
    known.libbpf || known.aya != Aya::No
}

/// Sections as a message names them: some of each program type.
#[derive(Default)]
pub struct Sections {
    types: Vec<Vec<&'static str>>,
}

impl Sections {
    const MOST: usize = 10;
    const OF_TYPE: usize = 2;

    /// Names first what is called like a section: `cgroup/connect6` for `cgroup/connect4`.
    #[must_use]
    pub fn near(mut self, section: &str) -> Self {
        let family = |name: &str| name.split(['/', '.', '_']).next().map(str::to_owned);
        let is_far = |name: &&'static str| family(name) != family(section);
        for names in &mut self.types {
            names.sort_by_key(is_far);
        }
        self.types
            .sort_by_key(|names| names.first().is_none_or(&is_far));
        self
    }
}

impl fmt::Display for Sections {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let some = self
            .types
            .iter()
            .flat_map(|names| names.iter().take(Self::OF_TYPE));
        let names: Vec<_> = some
            .take(Self::MOST)
            .map(|name| format!("`{name}`"))
            .collect();
        let has_more = names.len() < self.types.iter().map(Vec::len).sum::<usize>();
        let plural = if names.len() == 1 && !has_more {
            ""
        } else {
            "s"
        };
        let others = if has_more { " and others" } else { "" };
        write!(f, "section{plural} {}{others}", names.join(", "))
    }
}

/// The section of the same kind whose programs may sleep: `fentry.s/vfs_open` for `fentry/vfs_open`.
pub fn sleepable(section: &Section) -> Option<String> {
    let name = format!("{}.s", section.known.name);
    let mut all = all().iter();
    all.find(|known| known.name == name && has_loader(known))?;
    Some(match &section.target {
        Some(target) => format!("{name}/{target}"),
        None => name,
    })
}

/// `license_is_gpl_compatible` in the kernel's `include/linux/license.h`.
pub const GPL_COMPATIBLE: [&str; 6] = [
    "GPL",
    "GPL v2",
    "GPL and additional rights",
    "Dual BSD/GPL",
    "Dual MIT/GPL",
    "Dual MPL/GPL",
];

/// Whether the kernel takes a licence for one that is compatible with the GPL.
pub fn is_gpl_compatible(license: &str) -> bool {
    GPL_COMPATIBLE.contains(&license)
}

/// Whether programs that may sleep use maps of a type.
pub fn sleepable_map(map_type: u32) -> bool {
    !generated::WAKEFUL_MAPS.contains(&map_type)
}

/// Whether programs of an LSM hook may sleep, in some kernel; `None` for a hook that no kernel had.
pub fn hook_sleeps(hook: &str) -> Option<bool> {
    let has = |hooks: &[&str]| hooks.binary_search(&hook).is_ok();
    has(generated::HOOKS).then(|| has(generated::SLEEPABLE_HOOKS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{helpers, kfuncs, uapi::map_type};

    fn refuse(section: &str, helper: &str, license: &str) -> Option<Refusal> {
        let section = Section::parse(section).unwrap();
        let rights = Rights::of(&section, ["tcp_congestion_ops"]).unwrap();
        rights.refuse(helpers::by_name(helper).unwrap(), license)
    }

    #[test]
    fn helpers_are_for_types_of_programs() {
        for (section, helper, refusal) in [
            ("xdp", "bpf_redirect_map", None),
            ("kprobe/vfs_open", "bpf_redirect_map", Some(Refusal::Lacks)),
            ("kprobe/vfs_open", "bpf_probe_read_kernel", None),
            ("tc", "bpf_skb_store_bytes", None),
            ("socket", "bpf_skb_store_bytes", Some(Refusal::Lacks)),
            ("cgroup/connect4", "bpf_bind", None),
            ("cgroup/sendmsg4", "bpf_bind", Some(Refusal::Lacks)),
            ("iter/task", "bpf_seq_write", None),
            ("fentry/vfs_open", "bpf_seq_write", Some(Refusal::Lacks)),
            ("fexit/vfs_open", "bpf_get_func_ret", None),
            (
                "fentry/vfs_open",
                "bpf_copy_from_user",
                Some(Refusal::Sleeps),
            ),
            ("fentry.s/vfs_open", "bpf_copy_from_user", None),
            ("struct_ops/init", "bpf_tcp_send_ack", None),
            ("struct_ops/init", "bpf_redirect", Some(Refusal::Lacks)),
            ("lsm.s/file_open", "bpf_ima_file_hash", None),
            ("lsm/file_open", "bpf_ima_file_hash", Some(Refusal::Sleeps)),
            ("fentry/vfs_open", "bpf_ima_file_hash", Some(Refusal::Lacks)),
            ("lsm/file_open", "bpf_d_path", None),
            ("lsm/task_free", "bpf_d_path", Some(Refusal::Place)),
            ("fentry/filp_close", "bpf_d_path", None),
            ("fentry/vfs_open", "bpf_d_path", Some(Refusal::Place)),
            ("iter/task_file", "bpf_d_path", None),
        ] {
            assert_eq!(
                refuse(section, helper, "GPL"),
                refusal,
                "{section}: {helper}"
            );
        }
    }

    #[test]
    fn kfuncs_are_for_types_of_programs() {
        for (section, kfunc, has) in [
            ("kprobe/vfs_open", "bpf_dynptr_from_skb", false),
            ("xdp", "bpf_dynptr_from_skb", false),
            ("tc", "bpf_dynptr_from_skb", true),
            ("xdp", "bpf_dynptr_from_xdp", true),
            ("tc", "bpf_dynptr_from_xdp", false),
            ("xdp", "bpf_xdp_metadata_rx_hash", true),
            ("tc", "bpf_xdp_metadata_rx_hash", false),
            ("kprobe/vfs_open", "bpf_task_from_pid", false),
            ("tp_btf/sched_switch", "bpf_task_from_pid", true),
            ("lsm.s/file_open", "bpf_get_task_exe_file", true),
            ("fentry/vfs_open", "bpf_get_task_exe_file", false),
            ("kprobe/vfs_open", "bpf_iter_num_new", true),
            // Which of its functions may, the struct decides.
            ("struct_ops/init", "bpf_qdisc_skb_drop", true),
        ] {
            let parsed = Section::parse(section).unwrap();
            let rights = Rights::of(&parsed, ["tcp_congestion_ops"]).unwrap();
            let kfunc = kfuncs::by_name(kfunc).unwrap();
            assert_eq!(rights.has_kfunc(kfunc), has, "{section}: {}", kfunc.name);
        }
    }

    #[test]
    fn some_helpers_want_the_gpl() {
        for (license, refusal) in [
            ("Dual MIT/GPL", None),
            ("MIT", Some(Refusal::License)),
            ("gpl", Some(Refusal::License)),
        ] {
            let found = refuse("kprobe/vfs_open", "bpf_probe_read_kernel", license);
            assert_eq!(found, refusal, "{license}");
        }
        assert_eq!(refuse("xdp", "bpf_redirect_map", "MIT"), None);
        let lsm = Section::parse("lsm/file_open").unwrap();
        assert!(Rights::of(&lsm, []).unwrap().need_gpl());
        let xdp = Section::parse("xdp").unwrap();
        assert!(!Rights::of(&xdp, []).unwrap().need_gpl());
    }

    #[test]
    fn the_table_is_in_order() {
        assert!(generated::KFUNCS.is_sorted());
        assert!(generated::HOOKS.is_sorted() && generated::SLEEPABLE_HOOKS.is_sorted());
        assert_eq!(generated::HELPERS.len(), helpers::all().len());
        assert_eq!(hook_sleeps("file_open"), Some(true));
        assert_eq!(hook_sleeps("task_free"), Some(false));
        assert_eq!(hook_sleeps("no_such_hook"), None);
    }

    #[test]
    fn maps_are_for_types_of_programs() {
        for (section, field, has) in [
            ("socket", "bpf_spin_lock", false),
            ("socket", "bpf_timer", true),
            ("xdp", "bpf_spin_lock", true),
            ("fentry/vfs_open", "bpf_spin_lock", true),
            ("perf_event", "bpf_spin_lock", false),
        ] {
            let parsed = Section::parse(section).unwrap();
            let rights = Rights::of(&parsed, []).unwrap();
            assert_eq!(rights.has_field(field), has, "{section}: {field}");
        }
        assert!(sleepable_map(map_type::HASH) && !sleepable_map(map_type::CPUMAP));
    }
}
