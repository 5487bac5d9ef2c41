//! What a build read of the file system, and whether it is still so.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::codec::{Code, record};
use crate::{hash::hash, library};

/// What of a path counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// What is in the file, or that there is none.
    File,
    /// The names of the files in the folder: another Go file would be compiled, too.
    Names,
    /// All that is in the folder, and in the folders in it.
    Tree,
}

/// All that a build looked at.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reads(BTreeSet<(Kind, PathBuf)>);

impl Reads {
    /// A file that was read, or looked for and not found.
    pub(crate) fn file(&mut self, path: impl Into<PathBuf>) {
        self.0.insert((Kind::File, path.into()));
    }

    /// A folder of which all files of some kind were read.
    pub(crate) fn names(&mut self, folder: impl Into<PathBuf>) {
        self.0.insert((Kind::Names, folder.into()));
    }

    /// A folder of which anything may have been read.
    pub(crate) fn tree(&mut self, folder: impl Into<PathBuf>) {
        self.0.insert((Kind::Tree, folder.into()));
    }

    /// All this as it is now. `None` where something changed since `started`: nobody knows then which state the tools saw; and for
    /// paths that are not UTF-8.
    pub(crate) fn now(&self, started: SystemTime) -> Option<Dependencies> {
        let mut all = Vec::new();
        for (kind, path) in &self.0 {
            path.to_str()?;
            // Looked at before and after the file is read.
            let state = state(*kind, path);
            if newest(*kind, path).is_some_and(|changed| changed >= started) {
                return None;
            }
            all.push(Dependency {
                kind: *kind,
                path: path.clone(),
                state,
            });
        }
        Some(Dependencies { all })
    }
}

/// The files and folders that a build depends on, with what they were then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dependencies {
    all: Vec<Dependency>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dependency {
    kind: Kind,
    path: PathBuf,
    state: String,
}

/// What was looked at already, as entries of one key look at much the same.
pub(super) type Seen = BTreeMap<(Kind, PathBuf), String>;

impl Dependencies {
    pub(super) fn are_unchanged(&self, seen: &mut Seen) -> bool {
        self.all.iter().all(
            |Dependency {
                 kind,
                 path,
                 state: then,
             }| {
                let now = seen
                    .entry((*kind, path.clone()))
                    .or_insert_with(|| state(*kind, path));
                now == then
            },
        )
    }
}

record! {
    Dependencies { all }
    Dependency { kind, path, state }
}

impl Code for Kind {
    fn put(&self, out: &mut Vec<u8>) {
        (*self as u8).put(out);
    }

    fn take(input: &mut &[u8]) -> Option<Self> {
        let kinds = [Self::File, Self::Names, Self::Tree];
        kinds.get(usize::from(u8::take(input)?)).copied()
    }
}

/// A word or hash for what there is.
fn state(kind: Kind, path: &Path) -> String {
    let state = match kind {
        Kind::File => file(path),
        Kind::Names => names(path),
        Kind::Tree => tree(path),
    };
    state.unwrap_or_else(|error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "absent".to_owned(),
        other => other.to_string(),
    })
}

fn file(path: &Path) -> io::Result<String> {
    let contents = fs::read(path)?;
    // Most of what a program reads is the Go package of this crate, which is compared faster than hashed.
    if library::ships(path, &contents) {
        return Ok("shipped".to_owned());
    }
    Ok(hash(&contents))
}

fn names(folder: &Path) -> io::Result<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // Go passes over these.
        let is_left_out = name.starts_with(['.', '_']) || name.ends_with("_test.go");
        if !is_left_out && !entry.file_type()?.is_dir() {
            names.push(name);
        }
    }
    names.sort();
    Ok(hash(names.join("\n").as_bytes()))
}

fn tree(folder: &Path) -> io::Result<String> {
    let mut lines = String::new();
    for path in entries(folder)? {
        let state = match path.is_dir() {
            true => tree(&path)?,
            false => file(&path)?,
        };
        lines += &format!("{state} {}\n", path.display());
    }
    Ok(hash(lines.as_bytes()))
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut paths = entries.collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// When something was changed last; `None` for what is not there.
fn newest(kind: Kind, path: &Path) -> Option<SystemTime> {
    let own = fs::metadata(path).and_then(|found| found.modified()).ok()?;
    let below = match kind {
        Kind::Tree if path.is_dir() => entries(path).ok()?,
        _ => Vec::new(),
    };
    let below = below.iter().filter_map(|path| newest(kind, path));
    Some(below.fold(own, SystemTime::max))
}
