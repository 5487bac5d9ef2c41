//! What is said of what a program may not do: by the compiler at a line of Go, by `inspect::verify` at an instruction.

use super::{GPL_COMPATIBLE, Refusal};
use crate::{Map, map, section::Section};

/// Who may call a kfunc that sleeps, as advice.
pub const SLEEPERS: &str =
    "programs in sections whose names end in `.s` may call it, and those in `syscall`";

/// What a program calls in the kernel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Called {
    /// A helper, by number.
    Helper,
    /// A kfunc, by name.
    Kfunc,
}

impl Refusal {
    /// Why a program of a section, with this licence, may not call what is shown as `name`.
    #[must_use]
    pub fn message(self, called: Called, name: &str, section: &Section, license: &str) -> String {
        let kind = section.known.name;
        match (self, called) {
            (Self::Lacks, Called::Helper) => {
                format!("`{name}` is no helper of programs in section `{kind}`")
            }
            (Self::Lacks, Called::Kfunc) => {
                format!("`{name}` is no kfunc of programs in section `{kind}`")
            }
            (Self::Sleeps, _) => {
                format!("`{name}` may sleep, and programs in section `{kind}` may not")
            }
            (Self::Place, _) => format!(
                "`{name}` takes locks that the kernel may hold where section `{}` attaches",
                section.name
            ),
            (Self::License, called) => format!(
                "`{name}` is {}for programs whose licence is compatible with the GPL, and it is \"{license}\"",
                match called {
                    Called::Helper => "",
                    Called::Kfunc => "a kfunc, ",
                }
            ),
        }
    }
}

/// What is wrong with the licence of programs in a section that asks for one.
#[must_use]
pub fn unfit_license(section: &str, license: &str) -> String {
    format!(
        "programs in section `{section}` need a licence that is compatible with the GPL, and it is \"{license}\""
    )
}

/// The licences that are compatible with the GPL, as advice.
#[must_use]
pub fn licenses() -> String {
    let known: Vec<_> = GPL_COMPATIBLE
        .iter()
        .map(|name| format!("\"{name}\""))
        .collect();
    format!("the kernel takes {} for it", known.join(", "))
}

/// What is wrong with a map that programs which may sleep cannot use, and what they can.
#[must_use]
pub fn unfit_map(map: &Map, section: &str) -> (String, String) {
    let kind = map::type_name(map.map_type).unwrap_or("map of an unknown type");
    (
        format!(
            "map `{}` is a {kind}, which programs that may sleep (section `{section}`) cannot use",
            map.name
        ),
        "they use hashes, arrays, ring buffers, queues, stacks, storage of tasks, sockets, inodes and cgroups, and maps of maps".to_owned(),
    )
}
