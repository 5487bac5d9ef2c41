//! Commands of this machine.

use std::{env, process::Command};

use crate::require;

/// A command of this machine.
pub fn command(name: &str) -> Option<Command> {
    let path = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file());
    require(
        found
            .map(Command::new)
            .ok_or_else(|| format!("there is no `{name}` on the PATH")),
    )
}

/// Runs a command that must succeed, and returns what it printed.
pub fn run(command: &mut Command) -> String {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let out = String::from_utf8_lossy(&output.stdout);
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}\n{out}{err}");
    out.into_owned()
}
