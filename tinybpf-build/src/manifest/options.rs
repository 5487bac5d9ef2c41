//! The options of a build that are data: one table, which `[package.metadata.tinybpf]` and the command line's flags are read by.

use std::fmt;

use tinybpf_core::{Cpu, Endian, KernelVersion, LogLevel, OptLevel};

use crate::{Mode, builder::Settings, tinygo::Runtime};

/// An option of a build. [`Builder`](crate::Builder) has a method for each, which wins over the manifest.
#[non_exhaustive]
pub struct BuildOption {
    /// The key in `[package.metadata.tinybpf]`.
    pub name: &'static str,
    /// The flag of the command line without its dashes, where there is one.
    pub flag: Option<&'static str>,
    /// What its value is.
    pub kind: Kind,
    /// What a flag's value is called in help.
    pub value: &'static str,
    /// What holds without it, in words.
    pub default: &'static str,
    /// What it is for.
    pub doc: &'static str,
    /// Whether it means something for IR that is there already.
    pub for_ir: bool,
    pub(crate) set: fn(&mut Settings, Value) -> Result<(), String>,
}

/// What the value of an option is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// `true` or `false`.
    Bool,
    /// A string.
    Text,
    /// One of these strings.
    Choice(&'static [&'static str]),
    /// A path, relative to the manifest's folder; the current folder on the command line.
    Path,
    /// The path of a tool, or its name in the `PATH`.
    Tool,
    /// Strings; one alone needs no brackets.
    Texts,
    /// Paths; one alone needs no brackets.
    Paths,
    /// A table of strings by names.
    Table,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bool => "true or false",
            Self::Text => "a string",
            Self::Choice(names) => return write!(f, "one of {}", names.join(", ")),
            Self::Path => "a path",
            Self::Tool => "the path of a tool, or its name",
            Self::Texts => "an array of strings",
            Self::Paths => "an array of paths",
            Self::Table => "a table of strings",
        })
    }
}

/// A value, of the kind that its option has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Bool(bool),
    /// Of texts, choices and paths.
    Text(String),
    /// Of several texts or paths.
    Texts(Vec<String>),
    Table(Vec<(String, String)>),
}

impl Value {
    fn bool(self) -> bool {
        self == Self::Bool(true)
    }

    fn text(self) -> String {
        match self {
            Self::Text(text) => text,
            _ => String::new(),
        }
    }

    fn all<T: From<String>>(self) -> Vec<T> {
        match self {
            Self::Text(text) => vec![text.into()],
            Self::Texts(texts) => texts.into_iter().map(Into::into).collect(),
            _ => Vec::new(),
        }
    }

    fn table(self) -> Vec<(String, String)> {
        match self {
            Self::Table(table) => table,
            _ => Vec::new(),
        }
    }
}

impl BuildOption {
    const fn new(
        name: &'static str,
        kind: Kind,
        default: &'static str,
        doc: &'static str,
        set: fn(&mut Settings, Value) -> Result<(), String>,
    ) -> Self {
        Self {
            name,
            flag: None,
            kind,
            value: "",
            default,
            doc,
            for_ir: false,
            set,
        }
    }

    /// The flag that it has on the command line, and how its value is called there.
    const fn flag(mut self, flag: &'static str, value: &'static str) -> Self {
        self.flag = Some(flag);
        self.value = value;
        self
    }

    const fn for_ir(mut self) -> Self {
        self.for_ir = true;
        self
    }
}

const CPUS: &[&str] = &["v1", "v2", "v3", "v4"];
const LEVELS: &[&str] = &["1", "2", "3", "s", "z"];
const ORDERS: &[&str] = &["little", "big"];
const LOG_LEVELS: &[&str] = &["debug", "info", "warn", "error", "off"];
const MODES: &[&str] = &[
    "require",
    "prefer-prebuilt",
    "prebuilt",
    "update-prebuilt",
    "check-prebuilt",
];

/// All options, in the order in which they are documented.
#[rustfmt::skip]
pub static OPTIONS: &[BuildOption] = &[
    BuildOption::new("packages", Kind::Paths, "`bpf`", "The folders of the Go packages that become one object", |to, value| {
        to.packages = value.all();
        Ok(())
    }),
    BuildOption::new("c-sources", Kind::Paths, "none", "C sources, which clang compiles and which are linked with the Go code", |to, value| {
        to.c.sources = value.all();
        Ok(())
    }),
    BuildOption::new("inputs", Kind::Paths, "none", "LLVM IR that was compiled elsewhere (.ll, .bc, .o with bitcode, .a), to link in", |to, value| {
        to.inputs = value.all();
        Ok(())
    }),
    BuildOption::new("sections", Kind::Table, "`//go:section`", "The ELF sections of programs, by the programs' names", |to, value| {
        to.sections.extend(value.table());
        Ok(())
    }).flag("section", "NAME=SECTION").for_ir(),
    BuildOption::new("cpu", Kind::Choice(CPUS), "v3, or what `min-kernel` takes", "The BPF instruction set", |to, value| {
        to.cpu = Some(value.text().parse::<Cpu>()?);
        Ok(())
    }).flag("cpu", "CPU").for_ir(),
    BuildOption::new("min-kernel", Kind::Text, "any", "The lowest kernel that the programs are to load on, such as 5.10; what came later is an error", |to, value| {
        let text = value.text();
        text.parse::<KernelVersion>()?;
        to.min_kernel = Some(text);
        Ok(())
    }).flag("min-kernel", "VERSION").for_ir(),
    BuildOption::new("opt-level", Kind::Choice(LEVELS), "2", "How hard LLVM optimises", |to, value| {
        to.opt_level = Some(value.text().parse::<OptLevel>()?);
        Ok(())
    }).flag("opt", "LEVEL").for_ir(),
    BuildOption::new("endian", Kind::Choice(ORDERS), "that of Cargo's target, or of this machine", "The byte order of the machine that will run the programs", |to, value| {
        to.endian = Some(if value.text() == "big" { Endian::Big } else { Endian::Little });
        Ok(())
    }).flag("endian", "ORDER").for_ir(),
    BuildOption::new("license", Kind::Text, "GPL", "The licence that the kernel sees, unless the Go code has one", |to, value| {
        to.license = Some(value.text());
        Ok(())
    }).flag("license", "LICENCE").for_ir(),
    BuildOption::new("log-level", Kind::Choice(LOG_LEVELS), "TINYBPF_LOG_LEVEL, or info", "The level from which on programs log", |to, value| {
        to.log_level = Some(value.text().parse::<LogLevel>()?);
        Ok(())
    }).flag("log-level", "LEVEL").for_ir(),
    BuildOption::new("dwarf", Kind::Bool, "false", "Whether to keep DWARF in the object, for debuggers", |to, value| {
        to.dwarf = Some(value.bool());
        Ok(())
    }).flag("dwarf", "BOOL").for_ir(),
    BuildOption::new("tags", Kind::Texts, "none", "Further Go build tags", |to, value| {
        to.tags = value.all();
        Ok(())
    }).flag("tags", "TAG"),
    BuildOption::new("tinygo-args", Kind::Texts, "none", "Further arguments for `tinygo build`", |to, value| {
        to.tinygo_args = value.all();
        Ok(())
    }).flag("tinygo-args", "ARG"),
    BuildOption::new("stock-runtime", Kind::Bool, "false", "Whether to compile with TinyGo's own runtime: the same object, but slower", |to, value| {
        to.runtime = Some(if value.bool() { Runtime::Stock } else { Runtime::Bpf });
        Ok(())
    }).flag("stock-runtime", "BOOL"),
    BuildOption::new("c-includes", Kind::Paths, "none", "Folders in which C sources find headers", |to, value| {
        to.c.includes = value.all();
        Ok(())
    }).flag("c-include", "DIR"),
    BuildOption::new("c-defines", Kind::Table, "none", "Macros for the C sources, with their values; an empty one has none", |to, value| {
        let some = |text: String| Some(text).filter(|text| !text.is_empty());
        to.c.defines = value.table().into_iter().map(|(name, text)| (name, some(text))).collect();
        Ok(())
    }).flag("c-define", "NAME=VALUE"),
    BuildOption::new("c-flags", Kind::Texts, "none", "Further options for clang", |to, value| {
        to.c.flags = value.all();
        Ok(())
    }).flag("c-flag", "FLAG"),
    BuildOption::new("aya", Kind::Bool, "true", "Whether the types of the bindings implement `aya::Pod`", |to, value| {
        to.aya = Some(value.bool());
        Ok(())
    }).flag("aya", "BOOL"),
    BuildOption::new("skeleton", Kind::Bool, "as `aya`", "Whether the bindings have a skeleton for aya", |to, value| {
        to.skeleton = Some(value.bool());
        Ok(())
    }).flag("skeleton", "BOOL"),
    BuildOption::new("tinygo", Kind::Tool, "TINYGO, the `PATH`, the usual places", "The `tinygo` command", |to, value| {
        to.tinygo = Some(value.text().into());
        Ok(())
    }).flag("tinygo", "FILE"),
    BuildOption::new("llvm", Kind::Tool, "TINYBPF_LLVM, that of the Rust toolchain, the system's", "The libLLVM to open", |to, value| {
        to.llvm = Some(value.text().into());
        Ok(())
    }).flag("llvm", "FILE").for_ir(),
    BuildOption::new("clang", Kind::Tool, "CLANG, the `PATH`, the usual places", "The `clang` for C sources", |to, value| {
        to.c.clang = Some(value.text().into());
        Ok(())
    }).flag("clang", "FILE"),
    BuildOption::new("prebuilt", Kind::Path, "none", "A folder in which object and bindings are kept, for machines without tools", |to, value| {
        to.prebuilt = Some(value.text().into());
        Ok(())
    }),
    BuildOption::new("mode", Kind::Choice(MODES), "TINYBPF_MODE, or prefer-prebuilt", "Whether to compile or to take what is kept", |to, value| {
        to.mode = Some(value.text().parse::<Mode>()?);
        Ok(())
    }),
    BuildOption::new("cache", Kind::Bool, "true, unless TINYBPF_CACHE is off", "Whether to take what an earlier build made of the same sources, and to keep what this one makes", |to, value| {
        to.cache = Some(value.bool());
        Ok(())
    }).flag("cache", "BOOL"),
    BuildOption::new("dump-ir", Kind::Path, "none", "A folder for the IR after each pass", |to, value| {
        to.dump_ir = Some(value.text().into());
        Ok(())
    }),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_one_that_the_option_takes() {
        for option in OPTIONS {
            if let Kind::Choice(names) = option.kind {
                for name in names {
                    let mut settings = Settings::default();
                    let set = (option.set)(&mut settings, Value::Text((*name).to_owned()));
                    assert_eq!(set, Ok(()), "{} = {name}", option.name);
                }
            }
        }
    }

    #[test]
    fn names_and_flags_are_there_once() {
        let mut names: Vec<_> = OPTIONS.iter().map(|option| option.name).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
