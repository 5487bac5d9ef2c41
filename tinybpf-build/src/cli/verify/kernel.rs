//! `verify --kernel`: what this kernel says of each program.

use std::fs;

use serde_json::{Value, json};
use tinybpf_core::inspect;

use super::{
    super::{
        Failure, Ui, explain,
        kernel::{self, Answer, Answers},
    },
    Given,
};

/// What the kernel said.
pub(super) struct Asked {
    answers: Answers,
}

impl Asked {
    pub(super) fn of(given: &Given, data: &[u8]) -> Result<Self, Failure> {
        let contents = inspect::contents(data).map_err(|error| given.malformed(&error))?;
        let answers = kernel::ask(&contents.object);
        let answers = answers.map_err(|unasked| Failure::Kernel {
            why: unasked.why,
            help: unasked.help,
        })?;
        Ok(Self { answers })
    }

    /// Whether the kernel takes all programs.
    pub(super) fn is_ok(&self) -> bool {
        self.taken() == self.answers.len()
    }

    fn taken(&self) -> usize {
        let takes = |(_, answer): &&(String, Answer)| matches!(answer, Answer::Takes(_));
        self.answers.iter().filter(takes).count()
    }

    pub(super) fn print(&self, ui: &Ui) -> Result<(), Failure> {
        for (name, answer) in &self.answers {
            match answer {
                Answer::Takes(0) => ui.done(format_args!("{name}: the kernel takes it"))?,
                Answer::Takes(figure) => ui.done(format_args!(
                    "{name}: the kernel takes it, {figure} instructions verified"
                ))?,
                Answer::Refuses(explanation) => ui.print(format_args!("{explanation}\n"))?,
                Answer::Open(why) => ui.print(format_args!("{name} was not verified: {why}"))?,
            }
        }
        let is_open = |(_, answer): &(String, Answer)| matches!(answer, Answer::Open(_));
        if self.answers.iter().any(is_open) {
            ui.print(format_args!("  = help: {}", kernel::BY_ITS_LOADER))?;
        }
        let (taken, all) = (self.taken(), self.answers.len());
        let kernel = release().unwrap_or_else(|| "of this machine".to_owned());
        ui.done(format_args!(
            "the kernel {kernel} takes {taken} of {all} programs"
        ))
    }

    pub(super) fn json(&self) -> Value {
        let programs = self.answers.iter().map(|(name, answer)| {
            let (figure, refusal, problem) = match answer {
                Answer::Takes(figure) => (Some(*figure).filter(|figure| *figure != 0), None, None),
                Answer::Refuses(explanation) => (None, Some(explain::value(explanation)), None),
                Answer::Open(why) => (None, None, Some(why)),
            };
            json!({
                "program": name,
                "ok": matches!(answer, Answer::Takes(_)),
                "verified_instructions": figure,
                "refusal": refusal,
                "problem": problem,
            })
        });
        json!({"release": release(), "programs": programs.collect::<Vec<_>>()})
    }
}

/// The running kernel, such as `6.1.0-13-amd64`.
fn release() -> Option<String> {
    let text = fs::read_to_string("/proc/sys/kernel/osrelease").ok()?;
    Some(text.trim().to_owned())
}
