//! What is in an object, for people and for tools.

mod read;
mod text;

pub(super) use read::report;
pub use text::Parts;

use super::Usage;
use crate::Position;

/// What is in an object, also in one that another compiler made. [`Report::text`] writes it for people.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Report {
    /// `little` or `big`: the byte order of the machines that it is for.
    pub endian: &'static str,
    /// The licence that the kernel sees; empty where the object says none.
    pub license: String,
    /// Whether the object has types (BTF).
    pub btf: bool,
    /// Whether it has the source line of each instruction (`.BTF.ext`).
    pub lines: bool,
    /// The lowest kernel that can load it, such as `5.8`.
    pub lowest_kernel: Option<String>,
    /// The programs, in the order of the file.
    pub programs: Vec<ProgramReport>,
    /// All functions, by section and offset.
    pub functions: Vec<FunctionReport>,
    /// The maps by name.
    pub maps: Vec<MapReport>,
    /// The package variables (C's globals), by section and offset.
    pub variables: Vec<VariableReport>,
    /// The structs of functions that the kernel calls (`struct_ops`).
    pub struct_ops: Vec<StructOpsReport>,
    /// What the kernel defines: kfuncs, variables, its configuration.
    pub externs: Vec<ExternReport>,
    /// What loaders adjust to the types of the running kernel.
    pub relocations: Vec<RelocationReport>,
    /// What the object needs of the kernel, what came with the newest kernel first.
    pub needs: Vec<NeedReport>,
    /// Which loader takes the object.
    pub loaders: Vec<LoaderReport>,
    /// The types as C writes them; empty where the object has none.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "String::is_empty"))]
    pub types: String,
}

/// A program.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ProgramReport {
    /// Its name.
    pub name: String,
    /// Its ELF section.
    pub section: String,
    /// Its type in C, such as `BPF_PROG_TYPE_XDP`; none for a section that no loader knows.
    pub program_type: Option<&'static str>,
    /// The expected attach type in C, where its section says one.
    pub attach_type: Option<&'static str>,
    /// What it attaches to, where its section says that.
    pub target: Option<String>,
    /// Whether it may sleep.
    pub sleepable: bool,
    /// Whether it is loaded only when a loader is asked to.
    pub on_demand: bool,
    /// Where it begins in the source.
    pub position: Option<Position>,
    /// The other functions that it runs.
    pub calls: Vec<String>,
    /// The helpers that it and these call.
    pub helpers: Vec<String>,
    /// Instructions and stack.
    pub usage: Usage,
}

/// A function.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct FunctionReport {
    /// Its name.
    pub name: String,
    /// Its ELF section.
    pub section: String,
    /// Whether it is global: the verifier looks at such a subprogram by itself.
    pub global: bool,
    /// Its prototype in C, where the object has types.
    pub prototype: Option<String>,
    /// Number of instructions, as the kernel counts them.
    pub instructions: usize,
    /// Bytes of stack that it uses itself.
    pub stack: u64,
    /// Where it begins in the source.
    pub position: Option<Position>,
}

/// A map.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct MapReport {
    /// Its name.
    pub name: String,
    /// Its type in C, such as `BPF_MAP_TYPE_HASH`, or its number.
    pub map_type: String,
    /// Size of a key in bytes.
    pub key_size: u32,
    /// The key's type in C, where the object says it.
    pub key: Option<String>,
    /// Size of a value in bytes.
    pub value_size: u32,
    /// The value's type in C, where the object says it.
    pub value: Option<String>,
    /// Number of entries; for a ring buffer its size in bytes.
    pub max_entries: u32,
    /// The names of its flags.
    pub flags: Vec<String>,
    /// Whether it is pinned by its name.
    pub pinned: bool,
    /// What its maps are like, of a map of maps.
    pub inner: Option<Box<MapReport>>,
    /// What it holds from the start, by index.
    pub slots: Vec<Option<String>>,
    /// About how many bytes it takes in the kernel's memory on a machine with one CPU, when it is full.
    pub memory: Option<u64>,
    /// How many bytes each further CPU adds.
    pub memory_per_cpu: Option<u64>,
}

/// A package variable.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct VariableReport {
    /// Its name.
    pub name: String,
    /// Its section.
    pub section: String,
    /// Offset in the section, in bytes.
    pub offset: u64,
    /// Size in bytes.
    pub size: u64,
    /// Its type in C, where the object says it.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub ty: Option<String>,
}

/// A struct of functions that the kernel calls.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct StructOpsReport {
    /// The name of its variable.
    pub name: String,
    /// The struct in the kernel.
    pub kernel_name: String,
    /// Its section.
    pub section: String,
}

/// Something that the kernel defines.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ExternReport {
    /// Its name.
    pub name: String,
    /// `kfunc`, `variable` or `configuration`.
    pub kind: &'static str,
    /// Its declaration in C, where the object has types.
    pub declaration: Option<String>,
    /// Whether it may be missing.
    pub weak: bool,
}

/// What a loader adjusts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct RelocationReport {
    /// The function.
    pub function: String,
    /// The instruction: number from the start of the section.
    pub slot: u64,
    /// What of the kernel's types it is about, such as `task_struct.pid`.
    pub subject: String,
    /// What is asked: `offset`, `size`, `exists` …
    pub question: &'static str,
    /// The source line.
    pub position: Option<Position>,
}

/// Something that the object needs of the kernel.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct NeedReport {
    /// The first kernel that has it.
    pub kernel: String,
    /// What it is.
    pub feature: String,
    /// The source line, where that is known.
    pub position: Option<Position>,
}

/// What a loader makes of the object.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct LoaderReport {
    /// Its name.
    pub loader: String,
    /// Why it refuses the object, or leaves programs out; empty where it takes all of it.
    pub refuses: Vec<String>,
}
