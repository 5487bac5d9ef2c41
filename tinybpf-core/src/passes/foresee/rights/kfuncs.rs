//! Kfuncs that a program may not call.

use super::licenses;
use crate::{
    Topic,
    kfuncs::{self, Kfunc, flag},
    passes::lower_panics::Callee,
    section::rights::{Rights, is_gpl_compatible, sections_with_kfunc, sleepable},
};

/// Whether what a kfunc calls back may sleep, though the program may not: work queues and the work of tasks
/// (`is_async_cb_sleepable` in the kernel's `kernel/bpf/verifier.c`).
pub(super) fn sleeps_later(callee: Callee) -> bool {
    const TAKERS: [&str; 2] = ["bpf_wq_set_callback", "bpf_task_work_schedule"];
    matches!(callee, Callee::Kfunc(kfunc) if TAKERS.iter().any(|taker| kfunc.name.starts_with(taker)))
}

/// Why a program may not call a kfunc, and what to do.
pub(super) fn refuse(
    kfunc: &Kfunc,
    rights: Rights<'_>,
    license: &str,
    sleeps_later: bool,
) -> Option<(Topic, String, String)> {
    let section = rights.section;
    let (name, kind) = (kfuncs::go_name(kfunc.name), section.known.name);
    if !is_gpl_compatible(license) {
        // `add_kfunc_call` in kernel/bpf/verifier.c
        return Some((
            Topic::Licence,
            format!(
                "`{name}` is a kfunc, for programs whose licence is compatible with the GPL, and it is \"{license}\""
            ),
            licenses(),
        ));
    }
    if kfunc.has(flag::SLEEPABLE) && !section.known.sleepable {
        let help = match sleepable(section) {
            Some(other) => format!("write the section as `{other}`"),
            None => {
                "programs in sections whose names end in `.s` may call it, and those in `syscall`"
                    .to_owned()
            }
        };
        let message = format!("`{name}` may sleep, and programs in section `{kind}` may not");
        return (!sleeps_later).then_some((Topic::HelperNotAllowed, message, help));
    }
    (!rights.has_kfunc(kfunc)).then(|| {
        (
            Topic::HelperNotAllowed,
            format!("`{name}` is no kfunc of programs in section `{kind}`"),
            format!(
                "the kernel has it for programs in {}",
                sections_with_kfunc(kfunc).near(kind)
            ),
        )
    })
}
