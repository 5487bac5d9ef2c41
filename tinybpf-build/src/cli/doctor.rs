//! `doctor`: what is there, what is missing, and how to get it.

mod kernel;
mod tools;

use serde::Serialize;
use serde_json::json;

use super::{Failure, Ui};
use crate::Error;

/// Says which tools a build uses, whether they work, and what this machine lets programs do that load BPF. Ends with 1 where a build cannot
/// work.
#[derive(clap::Args, Debug)]
pub(super) struct Args {}

/// What a thing is needed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Need {
    /// No build works without it.
    Build,
    /// Only some builds need it.
    Option,
    /// Programs are loaded with it.
    Load,
}

/// What was found for one thing, or what is wrong with it and how to mend it.
#[derive(Debug, Serialize)]
struct Finding {
    what: &'static str,
    need: Need,
    ok: bool,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    mend: Option<String>,
}

/// What is wrong, and how to mend it.
struct Lack {
    text: String,
    mend: String,
}

impl Lack {
    fn new(text: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            mend: mend.into(),
        }
    }
}

impl From<Error> for Lack {
    fn from(error: Error) -> Self {
        Self::new(error.message(), error.help().unwrap_or_default())
    }
}

impl Finding {
    fn new(what: &'static str, need: Need, found: Result<String, Lack>) -> Self {
        let ok = found.is_ok();
        let (text, mend) = match found {
            Ok(text) => (text, None),
            Err(lack) => (lack.text, Some(lack.mend)),
        };
        Self {
            what,
            need,
            ok,
            text,
            mend,
        }
    }

    /// The finding as people read it.
    fn shown(&self) -> String {
        let mark = match (self.ok, self.need) {
            (true, _) => "ok",
            (false, Need::Build) => "MISSING",
            (false, _) => "no",
        };
        let mend = self.mend.iter().map(|mend| format!("\nhelp: {mend}"));
        let text = std::iter::once(self.text.clone()).chain(mend);
        let text = text
            .collect::<String>()
            .replace('\n', "\n                     ");
        format!("{mark:<7} {:<12} {text}", self.what)
    }
}

impl Args {
    pub(super) fn run(&self, ui: &Ui) -> Result<(), Failure> {
        let mut findings = tools::findings();
        findings.extend(kernel::findings());
        let lacks = |need| findings.iter().any(|f| f.need == need && !f.ok);
        let (builds, loads) = (!lacks(Need::Build), !lacks(Need::Load));
        if ui.is_json() {
            ui.json(&json!({"builds": builds, "loads": builds && loads, "findings": findings}))?;
        }
        for finding in &findings {
            ui.print(finding.shown())?;
        }
        ui.print(match (builds, loads) {
            (false, _) => "\nBuilds cannot work yet: see what is MISSING.",
            (true, false) => {
                "\nBuilds work. Programs cannot be loaded, or not all of them: see above."
            }
            (true, true) => "\nBuilds work, and programs can be loaded.",
        })?;
        if builds {
            Ok(())
        } else {
            Err(Failure::Refused)
        }
    }
}
