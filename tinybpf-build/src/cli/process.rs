//! Running other programs.

use std::{
    fmt,
    process::{Command, Stdio},
};

use super::Ui;
use tinybpf_core::Topic;

use crate::{
    Error,
    process::{self, line},
};

/// Runs a command quietly, and returns what it prints, trimmed.
///
/// # Errors
///
/// [`Error::Toolchain`] with the command and its output when it fails.
pub(super) fn output(command: &mut Command) -> Result<String, Error> {
    let line = line(command);
    let output =
        process::output(command.stdin(Stdio::null())).map_err(|error| failed(&line, &error))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if output.status.success() {
        return Ok(text(&output.stdout));
    }
    let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
    let said = [stdout, stderr].join("\n");
    Err(failed(
        &line,
        &format_args!("{}\n{}", output.status, said.trim()),
    ))
}

/// A command that did not do what it should.
fn failed(line: &str, why: &dyn fmt::Display) -> Error {
    Error::toolchain(
        Topic::Setup,
        format!("`{line}`: {why}"),
        "see to it that this command works, then run this again",
    )
}

/// Runs a command whose output the user sees.
///
/// # Errors
///
/// [`Error::Toolchain`] with the command when it fails.
pub(super) fn show(ui: &Ui, command: &mut Command) -> Result<(), Error> {
    let line = line(command);
    ui.say(format_args!("$ {line}"));
    let status = command.status().map_err(|error| failed(&line, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(failed(&line, &status))
    }
}
