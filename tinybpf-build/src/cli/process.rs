//! Running other programs.

use std::process::{Command, Stdio};

use super::Ui;
use tinybpf_core::Topic;

use crate::Error;

/// A command as a shell would take it.
pub(super) fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let quoted = words.map(|word| {
        let word = word.to_string_lossy();
        let is_plain = |c: char| c.is_alphanumeric() || "-_./=:,+@%".contains(c);
        if !word.is_empty() && word.chars().all(is_plain) {
            word.into_owned()
        } else {
            format!("'{}'", word.replace('\'', r"'\''"))
        }
    });
    quoted.collect::<Vec<_>>().join(" ")
}

/// Runs a command quietly, and returns what it prints, trimmed.
///
/// # Errors
///
/// [`Error::Toolchain`] with the command and its output when it fails.
pub(super) fn output(ui: &Ui, command: &mut Command) -> Result<String, Error> {
    ui.command(command);
    let line = line(command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| Error::toolchain(Topic::Setup, format!("`{line}`: {error}")))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if output.status.success() {
        return Ok(text(&output.stdout));
    }
    let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
    Err(Error::toolchain(
        Topic::Setup,
        format!("`{line}` failed ({}):\n{stdout}\n{stderr}", output.status),
    ))
}

/// Runs a command whose output the user sees.
///
/// # Errors
///
/// [`Error::Toolchain`] with the command when it fails.
pub(super) fn show(ui: &Ui, command: &mut Command) -> Result<(), Error> {
    let line = line(command);
    ui.say(format_args!("$ {line}"));
    let failed =
        |why: &dyn std::fmt::Display| Error::toolchain(Topic::Setup, format!("`{line}`: {why}"));
    let status = command.status().map_err(|error| failed(&error))?;
    if status.success() {
        Ok(())
    } else {
        Err(failed(&status))
    }
}
