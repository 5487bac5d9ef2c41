//! How to compile.

use std::{collections::BTreeMap, fmt, path::PathBuf, str::FromStr};

use crate::KernelVersion;

use crate::{CoreType, LogLevel, Timings};

/// What [`compile`](crate::compile) is to do. [`Options::default`] is right for most programs.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// ELF sections of programs by the name of their `//export`, for programs without a `//go:section`; where a program
    /// has both, this one counts.
    pub sections: BTreeMap<String, String>,
    /// The instruction set; without one, that of [`min_kernel`](Self::min_kernel), up to v3.
    pub cpu: Option<Cpu>,
    /// The lowest kernel that the object is to load on: what came later is an error that names it and the Go line.
    pub min_kernel: Option<KernelVersion>,
    /// How hard LLVM optimises.
    pub opt_level: OptLevel,
    /// The licence string that the kernel sees, unless the program sets one itself in a section `license`; `GPL` by default.
    pub license: Option<String>,
    /// The level from which on programs log; of logs below it nothing is left. [`LogLevel::Info`] by default.
    pub log_level: LogLevel,
    /// What the Go sources say of CO-RE types and other named types, for what the IR does not tell: struct tags, and types of
    /// which there is no variable that TinyGo describes.
    pub core_types: Vec<CoreType>,
    /// Keep the DWARF sections, which are many times the size of the rest, for debuggers. BTF is there in any case.
    pub dwarf: bool,
    /// The byte order of the machine that will run the programs.
    pub endian: Endian,
    /// The libLLVM to use, or a folder with one; see [`Library::find`](crate::Library::find) for the default.
    pub llvm: Option<PathBuf>,
    /// A folder for the module after each pass (`NN-name.ll`); made if it does not exist.
    pub dump_ir: Option<PathBuf>,
    /// A clock for the stages, of which each pass is one.
    pub timings: Option<Timings>,
}

impl Options {
    /// The instruction set that is compiled for.
    #[must_use]
    pub fn instruction_set(&self) -> Cpu {
        let by_kernel = || self.min_kernel.map_or(Cpu::default(), Cpu::for_kernel);
        self.cpu.unwrap_or_else(by_kernel)
    }
}

/// BPF's instruction set versions, as clang's `-mcpu=` names them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cpu {
    /// The base set.
    V1,
    /// With signed and unsigned less-than jumps (Linux 4.14).
    V2,
    /// With 32-bit jumps and atomic operations that return a value (Linux 5.12 for all of it).
    #[default]
    V3,
    /// With signed division, sign extension, byte swaps and long jumps (Linux 6.6).
    V4,
}

impl Cpu {
    /// The newest instruction set that a kernel takes, up to v3: beyond that, loaders and debuggers of the time know less than the kernel.
    #[must_use]
    pub fn for_kernel(kernel: KernelVersion) -> Self {
        if kernel < KernelVersion::new(4, 14) {
            Self::V1
        } else if kernel < KernelVersion::new(5, 12) {
            Self::V2
        } else {
            Self::V3
        }
    }

    /// As LLVM names it: `v1` … `v4`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::V1 => "v1",
            Self::V2 => "v2",
            Self::V3 => "v3",
            Self::V4 => "v4",
        }
    }
}

impl fmt::Display for Cpu {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Cpu {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        [Self::V1, Self::V2, Self::V3, Self::V4]
            .into_iter()
            .find(|cpu| cpu.as_str() == text)
            .ok_or_else(|| format!("unknown CPU `{text}`: BPF has v1, v2, v3 and v4"))
    }
}

/// How hard LLVM optimises, as clang's `-O` says it.
///
/// There is no level without optimisation: the verifier refuses most programs whose values all lie on the stack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OptLevel {
    /// `-O1`
    O1,
    /// `-O2`
    #[default]
    O2,
    /// `-O3`
    O3,
    /// `-Os`
    Os,
    /// `-Oz`. LLVM may then end a loop over a slice in a comparison for equality, of which the verifier learns no bound: it
    /// refuses some programs with such loops.
    Oz,
}

impl OptLevel {
    /// As in clang's option: `1`, `2`, `3`, `s` or `z`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::O1 => "1",
            Self::O2 => "2",
            Self::O3 => "3",
            Self::Os => "s",
            Self::Oz => "z",
        }
    }
}

impl FromStr for OptLevel {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        [Self::O1, Self::O2, Self::O3, Self::Os, Self::Oz]
            .into_iter()
            .find(|level| level.as_str() == text)
            .ok_or_else(|| {
                format!("unknown optimisation level `{text}`: there are 1, 2, 3, s and z")
            })
    }
}

/// A byte order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Endian {
    /// Least significant byte first: x86-64, arm64, riscv64.
    #[default]
    Little,
    /// Most significant byte first: s390x.
    Big,
}

impl Endian {
    /// LLVM's target triple.
    pub(crate) fn triple(self) -> &'static str {
        match self {
            Self::Little => "bpfel",
            Self::Big => "bpfeb",
        }
    }
}

impl From<Endian> for object::Endianness {
    fn from(endian: Endian) -> Self {
        match endian {
            Endian::Little => Self::Little,
            Endian::Big => Self::Big,
        }
    }
}
