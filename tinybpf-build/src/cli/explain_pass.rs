//! `build --explain-pass`: what a pass is for, and what it changes in a package.

use std::{fs, io, path::Path};

use serde_json::json;
use similar::{ChangeTag, TextDiff};
use tinybpf_core::{
    passes,
    suggest::{closest, did_you_mean},
};

use super::{Failure, Ui};
use crate::Error;

/// A pass, and the number of its dump.
pub(super) struct Pass {
    number: usize,
    name: &'static str,
    about: &'static str,
}

impl Pass {
    /// The pass of a name.
    pub(super) fn named(name: &str) -> Result<Self, Failure> {
        // Number 0 is the input.
        let mut all = (1..).zip(passes());
        if let Some((number, (name, about))) = all.find(|(_, (known, _))| *known == name) {
            return Ok(Self {
                number,
                name,
                about,
            });
        }
        let names: Vec<_> = passes().map(|(name, _)| name).collect();
        let near = closest(name, names.iter().copied());
        Err(Failure::Usage(format!(
            "there is no pass {name:?}{}\nThe passes are, in the order in which they run: {}",
            did_you_mean(&near),
            names.join(", ")
        )))
    }

    /// Says what the pass is for, and how the IR differs after it from that before.
    pub(super) fn show(&self, ui: &Ui, dumps: &Path) -> Result<(), Failure> {
        let before = dump(dumps, self.number - 1)?;
        let after = dump(dumps, self.number)?;
        let (Some((old_name, old)), Some((new_name, new))) = (before, after) else {
            ui.print(format_args!("{}: {}", self.name, self.about))?;
            return ui.print("The package did not get as far as this pass.");
        };
        let diff = TextDiff::from_lines(&old, &new);
        let mut unified = diff.unified_diff();
        let unified = unified.header(&old_name, &new_name);
        if ui.is_json() {
            let diff = unified.to_string();
            return ui.json(&json!({"pass": self.name, "about": self.about, "diff": diff}));
        }
        ui.print(format_args!("{}: {}\n", self.name, self.about))?;
        if old == new {
            return ui.print("It changes nothing in this package.");
        }
        if !ui.is_coloured(&io::stdout()) {
            return ui.print(unified.to_string().trim_end());
        }
        for hunk in unified.iter_hunks() {
            ui.print(format_args!("\x1b[36m{}\x1b[0m", hunk.header()))?;
            for change in hunk.iter_changes() {
                let line = change.value().trim_end();
                ui.print(match change.tag() {
                    ChangeTag::Delete => format!("\x1b[31m-{line}\x1b[0m"),
                    ChangeTag::Insert => format!("\x1b[32m+{line}\x1b[0m"),
                    ChangeTag::Equal => format!(" {line}"),
                })?;
            }
        }
        Ok(())
    }
}

/// The dump of a number, with its name; none where the passes did not get there.
fn dump(folder: &Path, number: usize) -> Result<Option<(String, String)>, Error> {
    let prefix = format!("{number:02}-");
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let Some(name) = names.find(|name| name.starts_with(&prefix)) else {
        return Ok(None);
    };
    let path = folder.join(&name);
    let text = fs::read_to_string(&path).map_err(|source| Error::io(path, source))?;
    Ok(Some((name, text)))
}
