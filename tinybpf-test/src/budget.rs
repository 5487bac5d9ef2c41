//! Budgets of programs, which a test holds them to.

mod message;

use std::{borrow::Cow, fmt, os::fd::AsFd};

use tinybpf_object::{
    inspect::{self, Contents, Usage},
    map::{self, Machine},
};

use crate::verified_instructions;

/// Holds the programs and maps of an object to limits.
///
/// An object grows with each change, and one day a kernel refuses it: the verifier gives up after a million instructions, and a chain of
/// calls has 512 bytes of stack. A budget in a test says earlier which change it was, and which lines cost most.
///
/// ```
/// # mod probe { pub const OBJECT: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../tinybpf-object/testdata/object/probe.o")); }
/// fn programs_stay_small() {
///     tinybpf_test::budget(probe::OBJECT)
///         .program("count_packets")
///         .instructions(60)
///         .stack(96)
///         .map("counts")
///         .memory(4096)
///         .check();
/// }
/// # programs_stay_small();
/// ```
///
/// What the verifier goes through (each instruction as often as a path leads there) only the kernel knows; it takes the loaded program:
///
/// ```no_run
/// # mod filter { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/../tinybpf-build/testdata/bindings/front_page.rs")); pub use Probe as Filter; }
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let filter = filter::Filter::builder().load()?;
/// tinybpf_test::budget(filter::OBJECT)
///     .program("count")
///     .verified_instructions(filter.programs.count.fd()?, 5_000)
///     .check();
/// # Ok(())
/// # }
/// ```
pub fn budget(object: &[u8]) -> Budget<'_> {
    Budget {
        object: Cow::Borrowed(object),
        limits: Vec::new(),
    }
}

/// Limits for an object: see [`budget`].
#[derive(Clone, Debug)]
#[must_use = "a budget says nothing before `check`"]
pub struct Budget<'o> {
    object: Cow<'o, [u8]>,
    limits: Vec<Limit>,
}

/// A limit for a program or a map.
#[derive(Clone, Debug)]
struct Limit {
    name: String,
    of: What,
    most: u64,
}

/// What is limited.
#[derive(Clone, Debug)]
enum What {
    Instructions,
    Stack,
    /// With the kernel's figure, or why there is none.
    Verified(Result<u64, String>),
    Memory,
}

/// What does not keep to its budget, as [`Budget::try_check`] returns it. Its text says the figure, the limit, and what costs most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exceeded {
    text: String,
}

impl fmt::Display for Exceeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for Exceeded {}

impl<'o> Budget<'o> {
    /// Limits for a program, by the name of its function. Those that are called next are about it.
    pub fn program(self, name: &str) -> ProgramBudget<'o> {
        ProgramBudget {
            budget: self,
            name: name.to_owned(),
        }
    }

    /// Limits for a map, by its name.
    pub fn map(self, name: &str) -> MapBudget<'o> {
        MapBudget {
            budget: self,
            name: name.to_owned(),
        }
    }

    fn limit(mut self, name: &str, of: What, most: u64) -> Self {
        self.limits.push(Limit {
            name: name.to_owned(),
            of,
            most,
        });
        self
    }

    /// Checks all limits.
    ///
    /// # Panics
    ///
    /// When a program or a map takes more than its limit, when there is none of the name, and when the object cannot be read. The message
    /// has all of them.
    #[track_caller]
    pub fn check(self) {
        if let Err(exceeded) = self.try_check() {
            panic!("{exceeded}");
        }
    }

    /// Checks all limits.
    ///
    /// # Errors
    ///
    /// [`Exceeded`] with everything that [`check`](Self::check) would panic with.
    pub fn try_check(self) -> Result<(), Exceeded> {
        let read = || {
            Ok((
                inspect::usages(&self.object)?,
                inspect::contents(&self.object)?,
            ))
        };
        let (usages, contents) = read().map_err(|error: tinybpf_object::Malformed| Exceeded {
            text: format!("the object of this budget cannot be read: {error}"),
        })?;
        let wrong: Vec<String> = self
            .limits
            .iter()
            .filter_map(|limit| limit.check(&usages, &contents))
            .collect();
        if wrong.is_empty() {
            return Ok(());
        }
        Err(Exceeded {
            text: format!("over budget:\n{}", wrong.concat()),
        })
    }
}

/// Limits for a program.
#[derive(Clone, Debug)]
#[must_use = "a budget says nothing before `check`"]
pub struct ProgramBudget<'o> {
    budget: Budget<'o>,
    name: String,
}

impl<'o> ProgramBudget<'o> {
    /// The most instructions of the program with all functions that it calls, as the kernel counts them when it is loaded.
    pub fn instructions(mut self, most: u64) -> Self {
        self.budget = self.budget.limit(&self.name, What::Instructions, most);
        self
    }

    /// The most bytes of stack on the deepest way down from the program, as the kernel counts them: each function rounded up to 32. The
    /// kernel's limit is 512.
    pub fn stack(mut self, most: u64) -> Self {
        self.budget = self.budget.limit(&self.name, What::Stack, most);
        self
    }

    /// The most instructions that the verifier goes through, each as often as a path leads there; its own limit is a million. It takes
    /// the loaded program, and a kernel from 5.16 on. Figures differ from kernel to kernel: leave room.
    pub fn verified_instructions(mut self, program: impl AsFd, most: u64) -> Self {
        let verified = verified_instructions(program);
        let verified = verified.map(u64::from).map_err(|error| error.to_string());
        self.budget = self
            .budget
            .limit(&self.name, What::Verified(verified), most);
        self
    }

    /// Limits for another program.
    pub fn program(self, name: &str) -> Self {
        self.budget.program(name)
    }

    /// Limits for a map.
    pub fn map(self, name: &str) -> MapBudget<'o> {
        self.budget.map(name)
    }

    /// Checks all limits, as [`Budget::check`] does.
    ///
    /// # Panics
    ///
    /// As [`Budget::check`].
    #[track_caller]
    pub fn check(self) {
        self.budget.check();
    }

    /// Checks all limits, as [`Budget::try_check`] does.
    ///
    /// # Errors
    ///
    /// As [`Budget::try_check`].
    pub fn try_check(self) -> Result<(), Exceeded> {
        self.budget.try_check()
    }
}

/// Limits for a map.
#[derive(Clone, Debug)]
#[must_use = "a budget says nothing before `check`"]
pub struct MapBudget<'o> {
    budget: Budget<'o>,
    name: String,
}

impl<'o> MapBudget<'o> {
    /// The most bytes of the kernel's memory that the map takes when it is full, on this machine: a map with a value for each CPU takes
    /// more where there are more of them. It is computed, and right to about 1 KiB.
    pub fn memory(mut self, most: u64) -> Self {
        self.budget = self.budget.limit(&self.name, What::Memory, most);
        self
    }

    /// Limits for a program.
    pub fn program(self, name: &str) -> ProgramBudget<'o> {
        self.budget.program(name)
    }

    /// Limits for another map.
    pub fn map(self, name: &str) -> Self {
        self.budget.map(name)
    }

    /// Checks all limits, as [`Budget::check`] does.
    ///
    /// # Panics
    ///
    /// As [`Budget::check`].
    #[track_caller]
    pub fn check(self) {
        self.budget.check();
    }

    /// Checks all limits, as [`Budget::try_check`] does.
    ///
    /// # Errors
    ///
    /// As [`Budget::try_check`].
    pub fn try_check(self) -> Result<(), Exceeded> {
        self.budget.try_check()
    }
}

impl Limit {
    /// What is wrong, in lines.
    fn check(&self, usages: &[Usage], contents: &Contents) -> Option<String> {
        let name = &self.name;
        if let What::Memory = self.of {
            let maps = &contents.object.maps;
            let Some(map) = maps.iter().find(|map| map.name == *name) else {
                let names = maps.iter().map(|map| map.name.as_str());
                return Some(message::missing("map", name, names));
            };
            let machine = Machine::here();
            return match map::memory(map, machine) {
                Some(bytes) if bytes <= self.most => None,
                Some(bytes) => Some(message::memory(map, machine, bytes, self.most)),
                None => Some(format!(
                    "  {name}: the memory of such a map belongs to what it is stored with, so it has no limit\n"
                )),
            };
        }
        let Some(usage) = usages.iter().find(|usage| usage.program == *name) else {
            let names = usages.iter().map(|usage| usage.program.as_str());
            return Some(message::missing("program", name, names));
        };
        let most = self.most;
        match &self.of {
            What::Instructions if usage.instructions > most => {
                Some(message::instructions(usage, most))
            }
            What::Stack if usage.chain.is_empty() => {
                Some(format!("  {name} is recursive: its stack has no end\n"))
            }
            What::Stack if usage.stack > most => Some(message::stack(usage, most)),
            What::Verified(Ok(figure)) if *figure > most => {
                Some(message::verified(usage, *figure, most))
            }
            What::Verified(Err(why)) => {
                Some(format!("  {name}: no figure of the verifier: {why}\n"))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
