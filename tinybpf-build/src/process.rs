//! Running other programs.

use std::{
    io,
    process::{Command, Output},
    sync::atomic::{AtomicBool, Ordering},
    time::Instant,
};

/// Whether commands are shown: what `-vv` asks for.
static SHOWN: AtomicBool = AtomicBool::new(false);

/// Shows on standard error each command that is run from here on, and how long it took.
#[cfg(feature = "cli")]
pub(crate) fn show_commands() {
    SHOWN.store(true, Ordering::Relaxed);
}

/// Whether all is to be said that can be said.
pub(crate) fn is_shown() -> bool {
    SHOWN.load(Ordering::Relaxed)
}

/// Runs a command, and returns what it printed. All commands of this crate go through here, so that they can be shown.
pub(crate) fn output(command: &mut Command) -> io::Result<Output> {
    let start = Instant::now();
    let output = command.output();
    if is_shown() {
        use io::Write as _;
        let seconds = start.elapsed().as_secs_f32();
        // Whoever closed it does not want to know.
        let _ = writeln!(io::stderr(), "$ {} ({seconds:.2} s)", line(command));
    }
    output
}

/// A command as a shell would take it.
pub(crate) fn line(command: &Command) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_takes_the_line_as_it_was() {
        let mut command = Command::new("tinygo");
        command.args(["build", "-o", "a b.bc", "it's", "", "größe"]);
        assert_eq!(
            line(&command),
            r"tinygo build -o 'a b.bc' 'it'\''s' '' größe"
        );
    }
}
