//! Kfuncs that a program may not call.

use crate::{
    Topic,
    kfuncs::{self, Kfunc},
    passes::lower_panics::Callee,
    section::rights::{
        Called, Refusal, Rights, SLEEPERS, licenses, sections_with_kfunc, sleepable,
    },
};

/// Whether what a kfunc calls back may sleep, though the program may not.
pub(super) fn sleeps_later(callee: Callee) -> bool {
    matches!(callee, Callee::Kfunc(kfunc) if kfuncs::sleeps_later(kfunc.name))
}

/// What is wrong with the call of a kfunc, and what to do.
pub(super) fn explain(
    refusal: Refusal,
    kfunc: &Kfunc,
    rights: Rights<'_>,
    license: &str,
) -> (Topic, String, String) {
    let (section, name) = (rights.section, kfuncs::go_name(kfunc.name));
    let message = refusal.message(Called::Kfunc, &name, section, license);
    match refusal {
        Refusal::License => (Topic::Licence, message, licenses()),
        Refusal::Sleeps => {
            let help = match sleepable(section) {
                Some(other) => format!("write the section as `{other}`"),
                None => SLEEPERS.to_owned(),
            };
            (Topic::HelperNotAllowed, message, help)
        }
        Refusal::Lacks | Refusal::Place => {
            let others = sections_with_kfunc(kfunc).near(section.known.name);
            let help = format!("the kernel has it for programs in {others}");
            (Topic::HelperNotAllowed, message, help)
        }
    }
}
