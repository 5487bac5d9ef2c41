//! `vmlinux`: Go views of kernel types.

use std::path::PathBuf;

use serde_json::json;

use super::{Failure, Ui};
use crate::vmlinux::KernelTypes;

/// Writes Go views (`bpfCore…`) of kernel types: structs, unions, enums and typedefs by their names in the kernel, with all fields or
/// those that are named: `task_struct.{tgid,comm,real_parent} bpf_map_type`.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Types of the kernel, or fields of them
    #[arg(required = true, value_name = "TYPE[.FIELD]")]
    types: Vec<String>,
    /// Raw BTF, or an ELF file with it; by default the running kernel's, /sys/kernel/btf/vmlinux
    #[arg(long, value_name = "FILE")]
    btf: Option<PathBuf>,
    /// For the BTF of a module that is not in /sys/kernel/btf: the kernel's
    #[arg(long, value_name = "FILE")]
    base: Option<PathBuf>,
    /// How many pointers to follow to types that are not named
    #[arg(long, value_name = "N", default_value_t = 0)]
    depth: u32,
    /// The Go package. In others than main the types are exported: `BpfCore…`
    #[arg(long, value_name = "NAME", default_value = "main")]
    package: String,
    /// The Go file; by default it is printed
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Args {
    pub(super) fn run(&self, ui: &Ui) -> Result<(), Failure> {
        let mut kernel = KernelTypes::new();
        kernel
            .types(&self.types)
            .depth(self.depth)
            .package(&self.package);
        if let Some(file) = &self.btf {
            kernel.btf(file);
        }
        if let Some(file) = &self.base {
            kernel.base(file);
        }
        match &self.output {
            Some(file) => {
                kernel.write(file)?;
                if ui.is_json() {
                    ui.json(&json!({"written": [file.to_string_lossy()]}))?;
                }
                Ok(())
            }
            None if ui.is_json() => ui.json(&json!({"source": kernel.source()?})),
            None => ui.write(kernel.source()?.as_bytes()),
        }
    }
}
