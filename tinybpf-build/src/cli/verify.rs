//! `verify`: what loaders and the kernel would refuse of an object.

mod kernel;

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::ValueEnum;
use serde_json::json;
use tinybpf_core::{
    Diagnostic, KernelVersion, Severity, Topic,
    inspect::{self, Verification, Verify},
    section::Loader,
    vmlinux::NO_BTF,
};

use self::kernel::Asked;
use super::{Failure, Ui, object::Given};
use crate::{Error, report};

/// Checks a BPF object without the kernel, whichever compiler made it: ELF and types, sections, stack by call chain, helpers, kfuncs and
/// maps against what programs of each section and licence may use, the lowest kernel, which loader takes it.
///
/// With `--kernel`, the verifier of the running kernel is asked, too: each program is loaded by itself, attached to nothing, and let go
/// again. What is refused is explained as `explain` does.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    #[command(flatten)]
    given: Given,
    /// The lowest kernel that must take it, such as 5.10: what came later is an error
    #[arg(long, value_name = "VERSION", value_parser = |text: &str| text.parse::<KernelVersion>())]
    min_kernel: Option<KernelVersion>,
    /// The loader that must take it; by default it is enough that one does
    #[arg(long)]
    loader: Option<Loads>,
    /// Say what the kernel with these types lacks that CO-RE views name: raw BTF such as /sys/kernel/btf/vmlinux, or an ELF file with it
    #[arg(long, value_name = "FILE")]
    btf: Option<PathBuf>,
    /// Ask the verifier of the running kernel, too. It takes root, or CAP_BPF, CAP_PERFMON (tracing) and CAP_NET_ADMIN (packets)
    #[arg(long)]
    kernel: bool,
}

/// The loaders.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Loads {
    /// aya 0.14
    Aya,
    /// libbpf 1.7, bpftool, libbpf-rs
    Libbpf,
    /// cilium/ebpf 0.19
    Cilium,
}

impl From<Loads> for Loader {
    fn from(loads: Loads) -> Self {
        match loads {
            Loads::Aya => Self::Aya,
            Loads::Libbpf => Self::Libbpf,
            Loads::Cilium => Self::Cilium,
        }
    }
}

impl Args {
    pub(super) fn run(&self, ui: &Ui) -> Result<(), Failure> {
        let data = self.given.read()?;
        let mut options = Verify::default();
        options.min_kernel = self.min_kernel;
        options.loader = self.loader.map(Into::into);
        let mut found =
            inspect::verify(&data, &options).map_err(|error| self.given.malformed(&error))?;
        if let Some(path) = &self.btf {
            found.findings.extend(lacks(&data, path)?);
        }
        if !ui.is_json() {
            self.print(ui, &found)?;
        }
        let asked = self.kernel.then(|| Asked::of(&self.given, &data));
        let (asked, unasked) = match asked.transpose() {
            Ok(asked) => (asked, None),
            Err(failure) => (None, Some(failure)),
        };
        if ui.is_json() {
            ui.json(&json(&found, asked.as_ref(), unasked.as_ref()))?;
        } else if let Some(asked) = &asked {
            asked.print(ui)?;
        }
        if let Some(failure) = unasked {
            return Err(if ui.is_json() {
                Failure::Told(Box::new(failure))
            } else {
                failure
            });
        }
        if found.is_ok() && asked.is_none_or(|asked| asked.is_ok()) {
            Ok(())
        } else {
            Err(Failure::Refused)
        }
    }

    fn print(&self, ui: &Ui, found: &Verification) -> Result<(), Failure> {
        let coloured = ui.is_coloured(&std::io::stdout());
        for finding in &found.findings {
            if finding.severity == Severity::Error || !ui.is_quiet() {
                ui.print(format_args!("{}\n", report::render(finding, coloured)))?;
            }
        }
        let errors = found
            .findings
            .iter()
            .filter(|found| found.severity == Severity::Error);
        let name = self.given.object.display();
        let lowest = match found.needs.first() {
            Some(need) => format!("Linux {} or newer ({})", need.kernel, need.feature),
            None => "any kernel".to_owned(),
        };
        let takes = |loader: &&inspect::LoaderReport| loader.refuses.is_empty();
        let able: Vec<_> = found
            .loaders
            .iter()
            .filter(takes)
            .map(|l| l.loader.as_str())
            .collect();
        match errors.count() {
            0 => ui.done(format_args!(
                "{name}: nothing is wrong, as far as the file shows; loads with {} on {lowest}",
                able.join(", ")
            )),
            1 => ui.done(format_args!("{name}: 1 error")),
            count => ui.done(format_args!("{name}: {count} errors")),
        }
    }
}

/// What a kernel lacks.
fn lacks(object: &[u8], path: &Path) -> Result<Vec<Diagnostic>, Error> {
    let kernel = fs::read(path).map_err(|source| Error::io(path, source))?;
    inspect::lacks(object, &kernel).map_err(|malformed| {
        let name = path.display().to_string();
        Error::input(Topic::Input, name, malformed.to_string(), NO_BTF)
    })
}

fn json(
    found: &Verification,
    asked: Option<&Asked>,
    unasked: Option<&Failure>,
) -> serde_json::Value {
    let mut value = json!({
        "ok": found.is_ok() && asked.is_none_or(Asked::is_ok) && unasked.is_none(),
        "findings": found.findings.iter().map(report::json).collect::<Vec<_>>(),
        "loaders": found.loaders,
        "needs": found.needs.iter().map(|need| json!({
            "kernel": need.kernel.to_string(),
            "feature": need.feature,
            "position": need.position,
        })).collect::<Vec<_>>(),
        "kernel": asked.map(Asked::json),
    });
    if let Some(failure) = unasked {
        value["error"] = failure.json();
    }
    value
}
