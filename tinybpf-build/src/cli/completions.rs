//! `completions`: what a shell needs to complete verbs and options.

use clap_complete::Shell;
use serde_json::json;

use super::{Failure, Ui};

/// Prints completions for a shell; bash takes them from `~/.local/share/bash-completion/completions/cargo-tinybpf`, fish from
/// `~/.config/fish/completions/cargo-tinybpf.fish`, zsh from a folder of its `fpath`, as `_cargo-tinybpf`.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// The shell
    shell: Shell,
}

impl Args {
    pub(super) fn run(&self, ui: &Ui, mut command: clap::Command) -> Result<(), Failure> {
        let name = command.get_name().to_owned();
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, name, &mut script);
        if ui.is_json() {
            return ui.json(&json!({"script": String::from_utf8_lossy(&script)}));
        }
        ui.write(&script)
    }
}
