//! What prebuilt files were made of: a line for each option, source and file, with the SHA-256 of what is in it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt, fs,
    path::{Component, Path, PathBuf},
};

use crate::{
    Error,
    builder::places::Places,
    hash::{hash, hash_of_source},
};

/// Starts the line that names the tools, which are told and never compared: others make the same program.
const TOOLS: &str = "# Made with ";

/// What prebuilt files were made of, and what they are.
pub(super) struct Manifest {
    tools: String,
    options: Vec<(String, String)>,
    /// Paths from the crate's `Cargo.toml`, with `/`, and hashes.
    sources: BTreeMap<String, String>,
    /// The files that were made, by name.
    made: BTreeMap<String, String>,
}

impl Manifest {
    /// What was made of `sources`: files, and folders that stand for the files in them.
    pub(super) fn new(
        places: &Places,
        tools: String,
        sources: &[PathBuf],
        options: Vec<(String, String)>,
        object: &[u8],
        bindings: &[u8],
    ) -> Result<Self, Error> {
        let mut hashes = BTreeMap::new();
        for path in sources {
            let path = places.manifest_dir.join(path);
            let Some(name) = name(&places.manifest_dir, &path).filter(|_| path.is_file()) else {
                continue;
            };
            let contents = fs::read(&path).map_err(|source| Error::io(&path, source))?;
            hashes.insert(name, hash_of_source(&contents));
        }
        Ok(Self {
            tools,
            options,
            sources: hashes,
            made: made(places, object, bindings),
        })
    }

    /// Reads one as it was written; the error says which line is none.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let mut manifest = Self {
            tools: tools(text).unwrap_or_default().to_owned(),
            options: Vec::new(),
            sources: BTreeMap::new(),
            made: BTreeMap::new(),
        };
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let wrong = || format!("this is no line of a manifest: {line}");
            let (kind, rest) = line.split_once(' ').ok_or_else(wrong)?;
            let (first, second) = rest.split_once(' ').ok_or_else(wrong)?;
            let (first, second) = (first.to_owned(), second.to_owned());
            match kind {
                "option" => manifest.options.push((first, second)),
                "source" => drop(manifest.sources.insert(second, first)),
                "made" => drop(manifest.made.insert(second, first)),
                _ => return Err(wrong()),
            }
        }
        Ok(manifest)
    }

    /// Where the sources are.
    pub(super) fn sources(&self, manifest_dir: &Path) -> Vec<PathBuf> {
        let names = self.sources.keys();
        names.map(|name| manifest_dir.join(name)).collect()
    }

    /// What is different now of sources and options, each in a few words.
    pub(super) fn changes(&self, manifest_dir: &Path, options: &[(String, String)]) -> Vec<String> {
        let mut changes = Vec::new();
        for (name, now) in options {
            let then = self.options.iter().find(|(option, _)| option == name);
            match then {
                Some((_, then)) if then == now => {}
                Some((_, then)) => changes.push(format!("option {name} is {now} and was {then}")),
                None => changes.push(format!("option {name} is new")),
            }
        }
        for (name, hash) in &self.sources {
            match fs::read(manifest_dir.join(name)) {
                Ok(contents) if hash_of_source(&contents) == *hash => {}
                Ok(_) => changes.push(format!("{name} changed")),
                // What lies outside of the crate is not in its package.
                Err(_) if name.starts_with("..") => {}
                Err(_) => changes.push(format!("{name} is missing")),
            }
        }
        changes.extend(
            self.added(manifest_dir)
                .map(|name| format!("{name} is new")),
        );
        changes
    }

    /// Go files beside those that there were, but for tests.
    fn added(&self, manifest_dir: &Path) -> impl Iterator<Item = String> {
        let sources = self.sources(manifest_dir);
        let is_go = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "go");
        let folders = sources.iter().filter(|path| is_go(path));
        let folders: BTreeSet<_> = folders.filter_map(|path| path.parent()).collect();
        let entries = folders
            .into_iter()
            .flat_map(|folder| fs::read_dir(folder).into_iter().flatten());
        let files = entries.flatten().map(|entry| entry.path());
        let names = files
            .filter(is_go)
            .filter_map(|path| name(manifest_dir, &path))
            .filter(|name| !name.ends_with("_test.go") && !self.sources.contains_key(name));
        names.collect::<BTreeSet<_>>().into_iter()
    }

    /// Which of the files are not the ones that were made.
    pub(super) fn differs(&self, places: &Places, object: &[u8], bindings: &[u8]) -> Vec<String> {
        let now = made(places, object, bindings);
        let differing = now
            .iter()
            .filter(|(name, hash)| self.made.get(*name) != Some(hash));
        differing
            .map(|(name, _)| format!("the prebuilt {name} is not the one that was made"))
            .collect()
    }
}

impl fmt::Display for Manifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{TOOLS}{}.", self.tools)?;
        for (name, value) in &self.options {
            writeln!(f, "option {name} {value}")?;
        }
        for (name, hash) in &self.sources {
            writeln!(f, "source {hash} {name}")?;
        }
        for (name, hash) in &self.made {
            writeln!(f, "made {hash} {name}")?;
        }
        Ok(())
    }
}

/// The tools that a manifest names.
pub(super) fn tools(manifest: &str) -> Option<&str> {
    let line = manifest.lines().find_map(|line| line.strip_prefix(TOOLS))?;
    Some(line.trim_end_matches('.'))
}

fn made(places: &Places, object: &[u8], bindings: &[u8]) -> BTreeMap<String, String> {
    BTreeMap::from([
        (places.object_file.clone(), hash(object)),
        (places.bindings_file.clone(), hash_of_source(bindings)),
    ])
}

/// A path from the crate's folder, the same on every host; `None` for what has nothing to do with it, as on another drive.
fn name(manifest_dir: &Path, path: &Path) -> Option<String> {
    let (mut from, mut to) = (
        manifest_dir.components().peekable(),
        path.components().peekable(),
    );
    let mut shared = 0;
    while let (Some(one), Some(other)) = (from.peek(), to.peek())
        && one == other
    {
        shared += usize::from(matches!(one, Component::Normal(_)));
        from.next();
        to.next();
    }
    // The tools, and what they were downloaded to, share the root with the crate and nothing more.
    if shared == 0 {
        return None;
    }
    let up = from.map(|_| "..".to_owned());
    let down = to.map(|part| part.as_os_str().to_string_lossy().into_owned());
    Some(up.chain(down).collect::<Vec<_>>().join("/"))
}
