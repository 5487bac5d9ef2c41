//! The compiled BPF object: its bytes, and what a loader's side needs to know about them.

pub mod btf;
pub mod check;
pub mod code;
pub mod contexts;
pub mod core;
pub mod describe;
pub mod disasm;
pub mod elf;
pub mod insn;
pub mod inspect;
pub mod kfuncs;
pub mod linkage;
mod loaders;
pub mod needs;
mod read;
pub mod stack;
pub mod strip;
pub mod summary;
pub mod unpin;
mod usage;

use crate::{
    Diagnostic, LogSite, Need, Position, Type, Types,
    section::{ProgramType, Section},
};

/// A compiled and checked BPF object.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Object {
    /// The ELF file.
    pub data: Vec<u8>,
    /// The programs (entry points), in the order of their sections in the file.
    pub programs: Vec<Program>,
    /// The maps, by name.
    pub maps: Vec<Map>,
    /// The calls that log, by their numbers in the records.
    pub logs: Vec<LogSite>,
    /// The structs of functions that the kernel calls, by name.
    pub struct_ops: Vec<StructOps>,
    /// The data sections with their variables.
    pub data_sections: Vec<DataSection>,
    /// The functions, by section and offset: programs and subprograms.
    pub functions: Vec<Function>,
    /// The licence that the kernel sees, such as `GPL`.
    pub license: String,
    /// The structs that the maps, variables and records above refer to.
    pub types: Types,
    /// What the object needs of the kernel, each thing once, what came with the newest kernel first. Left out is what only programs need
    /// that are loaded on demand (`?xdp`), and kfuncs that may be missing.
    pub needs: Vec<Need>,
    /// What the author should know, though it did not stop the compilation.
    pub warnings: Vec<Diagnostic>,
}

impl Object {
    /// The lowest kernel that can load the object, and for what; `None` for an object without programs and maps.
    #[must_use]
    pub fn lowest_kernel(&self) -> Option<&Need> {
        self.needs.first()
    }
}

/// An entry point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// The name of its function, by which loaders find it.
    pub name: String,
    /// The ELF section, such as `tracepoint/syscalls/sys_enter_connect`.
    pub section: String,
    /// Where Go declares it.
    pub position: Option<Position>,
}

impl Program {
    /// What kind of program it is, by its section; `None` for a section that no loader knows.
    #[must_use]
    pub fn program_type(&self) -> Option<ProgramType> {
        Section::parse(&self.section)
            .ok()
            .map(|section| section.known.program_type)
    }
}

/// A map definition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    /// The name, by which loaders find it.
    pub name: String,
    /// `BPF_MAP_TYPE_*` of `linux/bpf.h`.
    pub map_type: u32,
    /// Size of a key in bytes; 0 for maps without keys.
    pub key_size: u32,
    /// Size of a value in bytes; 0 for maps without values.
    pub value_size: u32,
    /// Number of entries; for a ring buffer its size in bytes.
    pub max_entries: u32,
    /// `BPF_F_*` flags of map creation.
    pub map_flags: u32,
    /// 0: not pinned, 1: pinned by name (`LIBBPF_PIN_BY_NAME`).
    pub pinning: u32,
    /// The NUMA node that its memory is on, with `BPF_F_NUMA_NODE`.
    pub numa_node: u32,
    /// What else its type asks for: the number of hashes of a bloom filter, the address of an arena.
    pub map_extra: u64,
    /// Of a map of maps: what its maps are like, where the program says it.
    pub inner: Option<Box<Map>>,
    /// What it holds from the start, by index: the names of maps or of programs.
    pub slots: Vec<Option<String>>,
    /// The key's type, where the program says it.
    pub key: Option<Type>,
    /// The value's type, where the program says it; for ring and perf buffers the type of their records.
    pub value: Option<Type>,
    /// Where Go declares it.
    pub position: Option<Position>,
}

/// A struct of functions that the kernel calls once a loader has registered it. libbpf makes a map of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StructOps {
    /// The name of its variable, by which loaders find it.
    pub name: String,
    /// The struct in the kernel, such as `tcp_congestion_ops`.
    pub kernel_name: String,
    /// The ELF section: `.struct_ops`, or `.struct_ops.link` for one that is registered by a link; with `?` before it for one
    /// that loaders use on demand.
    pub section: String,
    /// Where Go declares it.
    pub position: Option<Position>,
}

/// A section of package variables, which loaders turn into an array map of one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataSection {
    /// The section, such as `.data` or `.rodata.config`.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
    /// Its variables by offset.
    pub variables: Vec<Variable>,
}

/// A package variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// The name, by which loaders find it.
    pub name: String,
    /// Offset in its section, in bytes.
    pub offset: u64,
    /// Size in bytes.
    pub size: u64,
    /// The type, where debug info says it.
    pub ty: Option<Type>,
    /// Where Go declares it.
    pub position: Option<Position>,
}

/// A function as machine code: a program or a subprogram.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// The name of its symbol.
    pub name: String,
    /// The ELF section: that of the program, or `.text` for a subprogram.
    pub section: String,
    /// Number of instructions, as the kernel counts them: one that loads 64 bits counts twice.
    pub instructions: usize,
    /// Bytes of stack that it uses itself, without what it calls. The kernel allows 512 for a whole chain of calls, in
    /// which it rounds each function up to a multiple of 32.
    pub stack: u64,
}
