//! What a build reads and says, for Cargo and for the cache.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use tinybpf_core::Diagnostic;

use super::places::Places;
use crate::{
    cache::Reads,
    cargo::{self, Cargo},
    tinygo::Sources,
};

/// What a build reads and says.
#[derive(Debug, Default)]
pub(super) struct Trace {
    /// The sources that Cargo watches.
    pub(super) sources: Vec<PathBuf>,
    /// What tools warn of.
    pub(super) warnings: Vec<Diagnostic>,
    /// All that was read.
    pub(super) reads: Reads,
}

impl Trace {
    /// A source, which is read as a whole.
    pub(super) fn source(&mut self, path: &Path) {
        self.sources.push(path.to_owned());
        self.reads.file(path);
    }

    /// A Go package: its files, those of all packages that it imports, and what Go looks for to find these.
    pub(super) fn go(&mut self, package: &Path, sources: &Sources) {
        let reads = &mut self.reads;
        let compiled = sources.packages.iter().map(|(_, file)| file);
        for file in compiled.chain(&sources.all) {
            reads.file(file);
            if let Some(folder) = file
                .parent()
                .filter(|_| file.extension().is_some_and(|end| end == "go"))
            {
                reads.names(folder);
            }
        }
        for folder in &sources.embedding {
            reads.tree(folder);
        }
        let mut modules: Vec<PathBuf> = sources.all.clone();
        for folder in package.ancestors() {
            modules.extend(["go.mod", "go.work"].map(|name| folder.join(name)));
        }
        read_modules(modules, reads);
        self.sources.extend(sources.all.iter().cloned());
    }

    /// C headers that were found in one of the `folders` in which they are looked for. One of the same name in another folder
    /// may be found before it, once it is there.
    pub(super) fn included<'a>(
        &mut self,
        headers: impl Iterator<Item = &'a PathBuf>,
        folders: Vec<PathBuf>,
    ) {
        let headers: BTreeSet<_> = headers.collect();
        let beside = self.sources.iter().chain(headers.iter().copied());
        let all: BTreeSet<_> = beside
            .filter_map(|file| Some(file.parent()?.to_owned()))
            .chain(folders.iter().cloned())
            .collect();
        for header in headers {
            self.reads.file(header);
            let names = folders
                .iter()
                .filter_map(|folder| header.strip_prefix(folder).ok());
            for name in names {
                for folder in &all {
                    self.reads.file(folder.join(name));
                }
            }
        }
    }

    /// Tells Cargo what to watch, and the user what tools warn of.
    pub(super) fn tell(&self, places: &Places, dump_ir: Option<&Path>, cargo: &Cargo) {
        let written = [&*places.manifest_dir, &*places.out_dir]
            .into_iter()
            .chain(dump_ir);
        let written: Vec<&Path> = written.collect();
        for path in cargo::watched(&self.sources, &written) {
            cargo.rerun_if_changed(places.short(&path).to_owned());
        }
        for warning in &self.warnings {
            cargo.finding(&places.locate(warning.clone()));
        }
    }
}

/// Takes in files of modules and workspaces, those that they lead to, and folders of copies beside them, all of which need not be there.
fn read_modules(mut files: Vec<PathBuf>, reads: &mut Reads) {
    let mut seen = BTreeSet::new();
    while let Some(file) = files.pop() {
        let name = file.file_name().unwrap_or_default();
        let Some(folder) = file
            .parent()
            .filter(|_| name == "go.mod" || name == "go.work")
        else {
            continue;
        };
        if !seen.insert(file.clone()) {
            continue;
        }
        reads.file(&file);
        let Ok(text) = fs::read_to_string(&file) else {
            continue;
        };
        reads.file(folder.join("go.sum"));
        reads.file(folder.join("go.work.sum"));
        reads.file(folder.join("vendor/modules.txt"));
        // `use ./tools`, `replace a => ../b`.
        let words = text
            .split_whitespace()
            .map(|word| word.trim_matches(['"', '`']));
        let paths = words.filter(|word| word.starts_with(['.', '/']) && !word.starts_with("//"));
        files.extend(paths.map(|path| folder.join(path).join("go.mod")));
    }
}
