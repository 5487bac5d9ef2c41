//! The flags that say how to compile, for all verbs that do.

use clap::{
    Args, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser as _},
};
use tinybpf_core::{Cpu, Endian, KernelVersion, OptLevel, Options};

use crate::Builder;

/// How to compile.
#[derive(Args, Debug)]
#[command(next_help_heading = "Compilation")]
pub(super) struct Compile {
    /// The ELF section of a program that has no `//go:section`
    #[arg(long = "section", value_name = "NAME=SECTION", value_parser = section)]
    sections: Vec<(String, String)>,
    /// The BPF instruction set; v3 by default, or what --min-kernel takes
    #[arg(long, value_parser = PossibleValuesParser::new(["v1", "v2", "v3", "v4"]).try_map(|text| text.parse::<Cpu>()))]
    cpu: Option<Cpu>,
    /// How hard LLVM optimises; 2 by default
    #[arg(long, value_name = "LEVEL", value_parser = PossibleValuesParser::new(["1", "2", "3", "s", "z"]).try_map(|text| text.parse::<OptLevel>()))]
    opt: Option<OptLevel>,
    /// The same by what it is for
    #[arg(long, value_name = "PROFILE", conflicts_with = "opt")]
    opt_profile: Option<Profile>,
    /// The byte order of the machine that will run the programs; this machine's by default
    #[arg(long, value_name = "ORDER", value_parser = PossibleValuesParser::new(["little", "big"]).map(|text| endian(&text)))]
    endian: Option<Endian>,
    /// The lowest kernel that the programs are to load on, such as 5.10; what came later is an error
    #[arg(long, value_name = "VERSION", value_parser = |text: &str| text.parse::<KernelVersion>())]
    min_kernel: Option<KernelVersion>,
}

/// What optimisation is for.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Profile {
    /// -O1: the machine code stays near the Go code
    Conservative,
    /// -O2
    Default,
    /// -O3: speed over size
    Aggressive,
    /// -Os: size over speed
    Size,
}

impl Compile {
    fn level(&self) -> Option<OptLevel> {
        self.opt.or(self.opt_profile.map(|profile| match profile {
            Profile::Conservative => OptLevel::O1,
            Profile::Default => OptLevel::O2,
            Profile::Aggressive => OptLevel::O3,
            Profile::Size => OptLevel::Os,
        }))
    }

    /// For sources.
    pub(super) fn builder(&self) -> Builder {
        let mut builder = Builder::new();
        if let Some(cpu) = self.cpu {
            builder.cpu(cpu);
        }
        if let Some(level) = self.level() {
            builder.opt_level(level);
        }
        if let Some(kernel) = &self.min_kernel {
            builder.min_kernel(&kernel.to_string());
        }
        if let Some(endian) = self.endian {
            builder.endian(endian);
        }
        for (program, section) in &self.sections {
            builder.section(program, section);
        }
        builder
    }

    /// For IR that is there already.
    pub(super) fn options(&self) -> Options {
        let mut options = Options::default();
        options.cpu = self.cpu;
        options.opt_level = self.level().unwrap_or_default();
        options.min_kernel = self.min_kernel;
        options.endian = self.endian.unwrap_or(endian(host()));
        options.sections.extend(self.sections.iter().cloned());
        options
    }
}

fn endian(text: &str) -> Endian {
    if text == "big" {
        Endian::Big
    } else {
        Endian::Little
    }
}

/// The byte order of this machine.
fn host() -> &'static str {
    if cfg!(target_endian = "big") {
        "big"
    } else {
        "little"
    }
}

fn section(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, section)) if !name.is_empty() && !section.is_empty() => {
            Ok((name.to_owned(), section.to_owned()))
        }
        _ => Err("write the program's name and its section, such as count=xdp".to_owned()),
    }
}
