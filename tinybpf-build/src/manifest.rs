//! What `Cargo.toml` says: the options in `[package.metadata.tinybpf]`, for which `[workspace.metadata.tinybpf]` has defaults.
//!
//! All that is wrong there is found in one go, each at its line.

mod options;
#[cfg(test)]
mod tests;
mod value;

use std::{
    fs, io,
    ops::Range,
    path::{Path, PathBuf},
};

use tinybpf_core::{
    Diagnostic, Position, Severity, Topic,
    suggest::{closest, did_you_mean},
};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

pub(crate) use self::options::Value;
pub use self::options::{BuildOption, Kind, OPTIONS};
use crate::{Error, builder::Settings};

/// The name of the file.
const FILE: &str = "Cargo.toml";

/// The table in `[package.metadata]`.
const TABLE: &str = "tinybpf";

/// What the manifests of a crate say.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) settings: Settings,
    /// The manifests: a change of them may be one of the options.
    pub(crate) files: Vec<PathBuf>,
}

/// Reads the manifest in a folder, and that of its workspace. Where there is none, nothing is set.
///
/// # Errors
///
/// [`Error::Rejected`] with all that is wrong with the options, [`Error::Io`] for a file that cannot be read.
pub(crate) fn read(folder: &Path) -> Result<Found, Error> {
    let Some(file) = File::read(folder)? else {
        return Ok(Found::default());
    };
    let package = file.parse()?;
    let workspace = workspace(folder, &package)?;
    let mut findings = Vec::new();
    let mut found = Found {
        settings: package.settings("package", folder, &mut findings),
        files: vec![file.path.clone()],
    };
    if let Some(file) = &workspace {
        let defaults = file.parse()?.settings("workspace", folder, &mut findings);
        found.settings = found.settings.or(defaults);
        found.files.push(file.path.clone());
        found.files.dedup();
    }
    if findings.is_empty() {
        return Ok(found);
    }
    findings.sort_by(|a, b| a.position.cmp(&b.position));
    findings.dedup();
    Err(Error::Rejected(findings))
}

/// A manifest's text.
pub(crate) struct File {
    path: PathBuf,
    text: String,
}

impl File {
    /// The one in a folder, if there is one.
    pub(crate) fn read(folder: &Path) -> Result<Option<Self>, Error> {
        let path = folder.join(FILE);
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Some(Self { path, text })),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::io(path, error)),
        }
    }

    pub(crate) fn parse(&self) -> Result<Manifest<'_>, Error> {
        match DeTable::parse(&self.text) {
            Ok(root) => Ok(Manifest {
                file: self,
                root: root.into_inner(),
            }),
            Err(error) => {
                let message = format!("this is not TOML: {}", error.message());
                let finding = self.finding(error.span().unwrap_or_default(), message);
                Err(Error::Rejected(vec![finding]))
            }
        }
    }

    fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new("."))
    }

    /// A finding at a place in the text.
    fn finding(&self, span: Range<usize>, message: String) -> Diagnostic {
        let before = self.text.get(..span.start).unwrap_or(&self.text);
        let line = before.matches('\n').count() + 1;
        let column = before.len() - before.rfind('\n').map_or(0, |at| at + 1) + 1;
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Diagnostic {
            severity: Severity::Error,
            topic: Topic::Setting,
            position: Some(Position {
                file: self.path.display().to_string(),
                line: number(line),
                column: number(column),
            }),
            message,
            help: Vec::new(),
        }
    }
}

/// A manifest.
pub(crate) struct Manifest<'f> {
    file: &'f File,
    root: DeTable<'f>,
}

impl Manifest<'_> {
    /// What it says of this package or workspace; paths are made relative to `from`.
    fn settings(&self, of: &str, from: &Path, findings: &mut Vec<Diagnostic>) -> Settings {
        let mut settings = Settings::default();
        let metadata = table(&self.root, of).and_then(|of| table(of, "metadata"));
        let Some(options) = metadata.and_then(|metadata| get(metadata, TABLE)) else {
            return settings;
        };
        let Some(table) = options.get_ref().as_table() else {
            let message = format!(
                "`{TABLE}` is a table: write [{of}.metadata.{TABLE}] and the options below it"
            );
            findings.push(self.file.finding(options.span(), message));
            return settings;
        };
        for (key, value) in table {
            let Some(option) = OPTIONS.iter().find(|option| option.name == key.get_ref()) else {
                findings.push(self.unknown(key.span(), key.get_ref()));
                continue;
            };
            let read = value::read(option, value.get_ref());
            let set = read.and_then(|value| {
                let value = value::relocated(option.kind, value, self.file.folder(), from);
                (option.set)(&mut settings, value).map_err(value::Wrong::from)
            });
            if let Err(wrong) = set {
                let mut finding = self.file.finding(
                    value.span(),
                    format!("`{}`: {}", option.name, wrong.message),
                );
                finding.help.push(
                    wrong
                        .help
                        .unwrap_or_else(|| format!("it takes {}: {}", option.kind, option.doc)),
                );
                findings.push(finding);
            }
        }
        settings
    }

    fn unknown(&self, span: Range<usize>, key: &str) -> Diagnostic {
        let names: Vec<_> = OPTIONS.iter().map(|option| option.name).collect();
        // Cargo's own keys have dashes, too.
        let dashed = key.replace('_', "-").to_lowercase();
        let near = closest(&dashed, names.iter().copied());
        let message = format!("`{key}` is no option of tinybpf{}", did_you_mean(&near));
        let mut finding = self.file.finding(span, message);
        if near.is_empty() {
            let names = names.join(", ");
            finding.help.push(format!("the options are {names}"));
        }
        finding
    }
}

/// The manifest of the workspace that a package belongs to: its own, the one that it names, or the first above that has a workspace and
/// does not exclude it.
fn workspace(folder: &Path, package: &Manifest) -> Result<Option<File>, Error> {
    if get(&package.root, "workspace").is_some() {
        return File::read(folder);
    }
    let named = table(&package.root, "package").and_then(|package| get(package, "workspace"));
    if let Some(path) = named.and_then(|path| path.get_ref().as_str()) {
        return File::read(&folder.join(path));
    }
    for above in folder.ancestors().skip(1) {
        // What is wrong with other manifests is not for this build to say.
        let Ok(Some(file)) = File::read(above) else {
            continue;
        };
        let Ok(manifest) = file.parse() else {
            continue;
        };
        let Some(workspace) = table(&manifest.root, "workspace") else {
            continue;
        };
        let excluded = get(workspace, "exclude").and_then(|paths| paths.get_ref().as_array());
        let mut excluded = excluded
            .into_iter()
            .flat_map(|paths| paths.iter())
            .filter_map(|path| path.get_ref().as_str());
        if !excluded.any(|path| folder.starts_with(above.join(path))) {
            return Ok(Some(file));
        }
    }
    Ok(None)
}

fn get<'t, 'f>(table: &'t DeTable<'f>, name: &str) -> Option<&'t Spanned<DeValue<'f>>> {
    let mut entries = table.iter();
    let found = entries.find(|(key, _)| key.get_ref() == name);
    found.map(|(_, value)| value)
}

fn table<'t, 'f>(table: &'t DeTable<'f>, name: &str) -> Option<&'t DeTable<'f>> {
    get(table, name)?.get_ref().as_table()
}
