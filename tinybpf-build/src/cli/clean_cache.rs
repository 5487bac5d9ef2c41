//! `clean-cache`: what builds keep, and how much it takes.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde_json::json;
use tinybpf_core::Topic;

use super::{Failure, Ui, write::shown};
use crate::{Error, cargo, tinygo::cache_dir};

/// Removes what builds keep for later ones: objects and bindings, the Go runtime for BPF as TinyGo takes it, and notes about tools. All of it is
/// made again when it is needed. It lies where TINYBPF_CACHE_DIR says, else in the folder tinybpf among the user's caches.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    /// Remove nothing, and say what would be
    #[arg(long)]
    dry_run: bool,
}

/// What is in the cache, by the first letters of its name.
const KINDS: [(&str, &str); 5] = [
    ("objects", "builds"),
    ("root-", "Go runtimes"),
    ("draft-", "what a build that was stopped left behind"),
    ("tinygo-", "notes about TinyGo"),
    ("go-", "notes about Go"),
];

/// Things of one kind.
struct Found {
    what: &'static str,
    paths: Vec<PathBuf>,
    files: u64,
    bytes: u64,
}

impl Args {
    pub(super) fn run(&self, ui: &Ui) -> Result<(), Failure> {
        let Some(folder) = cache_dir(&cargo::process) else {
            let message = "neither this nor the user's home is set, so there is no cache";
            let help =
                "set it to the folder of one: `TINYBPF_CACHE_DIR=DIR cargo tinybpf clean-cache`";
            return Err(Error::input(Topic::Setting, "TINYBPF_CACHE_DIR", message, help).into());
        };
        let found = find(&folder)?;
        if !self.dry_run {
            for path in found.iter().flat_map(|found| &found.paths) {
                remove(path)?;
            }
        }
        let bytes: u64 = found.iter().map(|found| found.bytes).sum();
        if ui.is_json() {
            let kinds = found.iter().map(
                |found| json!({"what": found.what, "files": found.files, "bytes": found.bytes}),
            );
            return ui.json(&json!({
                "folder": folder.to_string_lossy(),
                "dry_run": self.dry_run,
                "bytes": bytes,
                "kinds": kinds.collect::<Vec<_>>(),
            }));
        }
        let folder = shown(&folder);
        if found.is_empty() {
            return ui.done(format_args!("{}: there is nothing", folder.display()));
        }
        for found in &found {
            ui.print(format_args!(
                "{:>10}  {} ({} files)",
                size(found.bytes),
                found.what,
                found.files
            ))?;
        }
        let done = if self.dry_run { "would go" } else { "removed" };
        ui.done(format_args!(
            "{:>10}  {done} from {}",
            size(bytes),
            folder.display()
        ))
    }
}

/// What there is of each kind; other things in the folder are not ours.
fn find(folder: &Path) -> Result<Vec<Found>, Error> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(|source| Error::io(folder, source))?,
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let is = |path: &Path, start: &str| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name == start || start.ends_with('-') && name.starts_with(start)
    };
    let mut found = Vec::new();
    for (start, what) in KINDS {
        let paths: Vec<_> = paths
            .iter()
            .filter(|path| is(path, start))
            .cloned()
            .collect();
        let (mut files, mut bytes) = (0, 0);
        for path in &paths {
            measure(path, &mut files, &mut bytes);
        }
        if !paths.is_empty() {
            found.push(Found {
                what,
                paths,
                files,
                bytes,
            });
        }
    }
    Ok(found)
}

/// Counts files, and their bytes, without following links: what these lead to stays. Another process may be faster in removing some.
fn measure(path: &Path, files: &mut u64, bytes: &mut u64) {
    let Ok(metadata) = fs::symlink_metadata(path) else {
        return;
    };
    if metadata.is_dir() {
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            measure(&entry.path(), files, bytes);
        }
    } else {
        *files += 1;
        *bytes += metadata.len();
    }
}

fn remove(path: &Path) -> Result<(), Error> {
    let is_folder = fs::symlink_metadata(path).is_ok_and(|found| found.is_dir());
    let removed = match is_folder {
        true => fs::remove_dir_all(path),
        false => fs::remove_file(path),
    };
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::io(path, error)),
        _ => Ok(()),
    }
}

/// Bytes as people read them.
fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{:.1} KiB", bytes as f64 / 1024.0),
        _ => format!("{:.1} MiB", bytes as f64 / 1_048_576.0),
    }
}
