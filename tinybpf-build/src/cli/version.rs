//! `version`: this program and the tools that it uses.

use serde_json::json;
use tinybpf_core::Library;

use super::{Failure, Ui};
use crate::{cargo, tinygo::TinyGo};

#[derive(clap::Args, Debug)]
pub(super) struct Args {}

impl Args {
    pub(super) fn run(&self, ui: &Ui) -> Result<(), Failure> {
        let version = env!("CARGO_PKG_VERSION");
        let tinygo = TinyGo::find(None, &cargo::process).ok();
        let tinygo = tinygo.map(|tinygo| tinygo.version().to_string());
        let named = cargo::process("TINYBPF_LLVM").filter(|name| !name.is_empty());
        let library = Library::find(named.as_deref().map(AsRef::as_ref)).ok();
        let llvm = library.map(|library| {
            let (major, minor, patch) = library.version();
            format!("{major}.{minor}.{patch}")
        });
        if ui.is_json() {
            return ui.json(&json!({"tinybpf": version, "tinygo": tinygo, "llvm": llvm}));
        }
        let missing = || "none that works (`cargo tinybpf doctor` says why)".to_owned();
        ui.print(format_args!("tinybpf {version}"))?;
        ui.print(format_args!("TinyGo {}", tinygo.unwrap_or_else(missing)))?;
        ui.print(format_args!("LLVM {}", llvm.unwrap_or_else(missing)))
    }
}
