//! What a builder was told that is data: by its methods, by `Cargo.toml`, or by flags.

use std::{collections::BTreeMap, path::PathBuf};

use tinybpf_core::{Cpu, Endian, LogLevel, OptLevel, Options, Topic};

use super::{Mode, c::C};
use crate::{Error, tinygo::Runtime};

/// The byte order of this machine.
const HOST: Endian = if cfg!(target_endian = "big") {
    Endian::Big
} else {
    Endian::Little
};

/// Settings of a build; what is none or empty is not set.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settings {
    /// Empty: the folder `bpf`.
    pub(crate) packages: Vec<PathBuf>,
    pub(crate) c: C,
    pub(crate) inputs: Vec<PathBuf>,
    pub(crate) sections: BTreeMap<String, String>,
    pub(crate) endian: Option<Endian>,
    pub(crate) cpu: Option<Cpu>,
    pub(crate) min_kernel: Option<String>,
    pub(crate) opt_level: Option<OptLevel>,
    pub(crate) license: Option<String>,
    pub(crate) log_level: Option<LogLevel>,
    pub(crate) dwarf: Option<bool>,
    pub(crate) tags: Vec<String>,
    pub(crate) tinygo_args: Vec<String>,
    pub(crate) runtime: Option<Runtime>,
    pub(crate) tinygo: Option<PathBuf>,
    pub(crate) llvm: Option<PathBuf>,
    pub(crate) prebuilt: Option<PathBuf>,
    pub(crate) mode: Option<Mode>,
    pub(crate) cache: Option<bool>,
    pub(crate) dump_ir: Option<PathBuf>,
    pub(crate) aya: Option<bool>,
    pub(crate) skeleton: Option<bool>,
}

impl Settings {
    /// These settings, and where something is not set, what `below` says. Of tables, each entry counts by itself.
    pub(crate) fn or(self, below: Self) -> Self {
        let mut sections = below.sections;
        sections.extend(self.sections);
        Self {
            packages: or(self.packages, below.packages),
            c: C {
                sources: or(self.c.sources, below.c.sources),
                includes: or(self.c.includes, below.c.includes),
                defines: or(self.c.defines, below.c.defines),
                flags: or(self.c.flags, below.c.flags),
                clang: self.c.clang.or(below.c.clang),
            },
            inputs: or(self.inputs, below.inputs),
            sections,
            endian: self.endian.or(below.endian),
            cpu: self.cpu.or(below.cpu),
            min_kernel: self.min_kernel.or(below.min_kernel),
            opt_level: self.opt_level.or(below.opt_level),
            license: self.license.or(below.license),
            log_level: self.log_level.or(below.log_level),
            dwarf: self.dwarf.or(below.dwarf),
            tags: or(self.tags, below.tags),
            tinygo_args: or(self.tinygo_args, below.tinygo_args),
            runtime: self.runtime.or(below.runtime),
            tinygo: self.tinygo.or(below.tinygo),
            llvm: self.llvm.or(below.llvm),
            prebuilt: self.prebuilt.or(below.prebuilt),
            mode: self.mode.or(below.mode),
            cache: self.cache.or(below.cache),
            dump_ir: self.dump_ir.or(below.dump_ir),
            aya: self.aya.or(below.aya),
            skeleton: self.skeleton.or(below.skeleton),
        }
    }

    /// What compiling IR takes of them.
    pub(crate) fn options(&self) -> Result<Options, Error> {
        let mut options = Options::default();
        options.sections.clone_from(&self.sections);
        options.cpu = self.cpu;
        let kernel = self.min_kernel.as_ref().map(|text| text.parse());
        options.min_kernel = kernel.transpose().map_err(|message: String| {
            let help = "write it as `5.10`, or leave it out: then any kernel will do";
            Error::input(Topic::Setting, "min_kernel", message, help)
        })?;
        options.opt_level = self.opt_level.unwrap_or_default();
        options.license.clone_from(&self.license);
        options.log_level = self.log_level.unwrap_or_default();
        options.dwarf = self.dwarf.unwrap_or_default();
        options.endian = self.endian.unwrap_or(HOST);
        options.llvm.clone_from(&self.llvm);
        options.dump_ir.clone_from(&self.dump_ir);
        Ok(options)
    }
}

/// A list that is set, or else the other.
fn or<T>(list: Vec<T>, below: Vec<T>) -> Vec<T> {
    if list.is_empty() { below } else { list }
}
