//! What a build made, kept beside the sources, so that others need no tools to build the crate.
//!
//! A folder for each byte order holds the object, the bindings, and a [`Manifest`], which says what they were made of.

mod manifest;

use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
    str::FromStr,
};

use tinybpf_core::{Endian, Library, Topic, inspect};

use self::manifest::Manifest;
use super::{Builder, Output, places::Places};
use crate::{
    Error,
    cargo::{self, Cargo},
    output,
    tinygo::TinyGo,
};

/// The variable that names a [`Mode`].
const VARIABLE: &str = "TINYBPF_MODE";

/// Makes the files anew.
const UPDATE: &str = "TINYBPF_MODE=update-prebuilt cargo build";

/// What to do about what is not as it was made.
fn anew() -> String {
    format!("make it anew, where TinyGo is: `{UPDATE}`")
}

/// Whether a build compiles, or takes what [`Builder::prebuilt`] keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mode {
    /// Compiles, whatever is kept or in the [cache](Builder::cache): `require`.
    Require,
    /// Takes what is kept if it was made of these sources with these options, and compiles otherwise: `prefer-prebuilt`.
    #[default]
    PreferPrebuilt,
    /// Takes what is kept; that it was made of other sources or with other options is an error: `prebuilt`.
    Prebuilt,
    /// Compiles, and keeps what was made: `update-prebuilt`.
    UpdatePrebuilt,
    /// Compiles, and that something else is kept is an error: `check-prebuilt`.
    CheckPrebuilt,
}

const MODES: [(&str, Mode); 5] = [
    ("require", Mode::Require),
    ("prefer-prebuilt", Mode::PreferPrebuilt),
    ("prebuilt", Mode::Prebuilt),
    ("update-prebuilt", Mode::UpdatePrebuilt),
    ("check-prebuilt", Mode::CheckPrebuilt),
];

impl FromStr for Mode {
    type Err = String;

    /// Reads a mode as `TINYBPF_MODE` names it.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut known = MODES.iter();
        let found = known.find(|(name, _)| *name == text);
        found.map(|(_, mode)| *mode).ok_or_else(|| {
            let names = MODES.map(|(name, _)| name).join(", ");
            format!("\"{text}\" is no mode, which are {names}")
        })
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut known = MODES.iter();
        let found = known.find(|(_, mode)| mode == self);
        f.write_str(found.map_or("", |(name, _)| *name))
    }
}

/// The files that are kept for an object.
struct Kept {
    object: PathBuf,
    bindings: PathBuf,
    manifest: PathBuf,
}

impl Kept {
    fn of(folder: &Path, places: &Places, endian: Endian) -> Self {
        let folder = folder.join(match endian {
            Endian::Big => "bpfeb",
            Endian::Little => "bpfel",
        });
        Self {
            object: folder.join(&places.object_file),
            bindings: folder.join(&places.bindings_file),
            manifest: folder.join(format!("{}.manifest", places.name())),
        }
    }

    /// Takes over what is kept, if it was made of these sources; else says what differs.
    fn take(
        &self,
        places: &Places,
        options: &[(String, String)],
        cargo: &Cargo,
    ) -> Result<Result<Output, Vec<String>>, Error> {
        for path in [&self.object, &self.bindings, &self.manifest] {
            cargo.rerun_if_changed(places.short(path).to_owned());
        }
        let text = match fs::read_to_string(&self.manifest) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let manifest = places.short(&self.manifest).display();
                return Ok(Err(vec![format!("there is no {manifest}")]));
            }
            text => text.map_err(|source| Error::io(&self.manifest, source))?,
        };
        let manifest = Manifest::parse(&text).map_err(|message| {
            let name = places.short(&self.manifest).display().to_string();
            Error::input(Topic::Prebuilt, name, message, anew())
        })?;
        let sources = manifest.sources(&places.manifest_dir);
        for path in cargo::watched(&sources, &[&places.manifest_dir, &places.out_dir]) {
            cargo.rerun_if_changed(places.short(&path).to_owned());
        }
        let (object, bindings) = (read(&self.object)?, read(&self.bindings)?);
        let mut changes = manifest.changes(&places.manifest_dir, options);
        changes.extend(manifest.differs(places, &object, &bindings));
        if !changes.is_empty() {
            return Ok(Err(changes));
        }
        let object_path = places.out_dir.join(&places.object_file);
        let bindings_path = places.out_dir.join(&places.bindings_file);
        fs::create_dir_all(&places.out_dir).map_err(|source| Error::io(&places.out_dir, source))?;
        output::replace(&[(&object_path, &object), (&bindings_path, &bindings)])?;
        Ok(Ok(Output {
            // The manifest has its hash, so it is one of ours.
            object: inspect::contents(&object).ok().map(|found| found.object),
            object_path,
            bindings_path,
            cached: false,
        }))
    }

    /// Keeps what was made.
    fn keep(&self, made: &[(&PathBuf, &[u8])]) -> Result<(), Error> {
        for (path, _) in made {
            let folder = path.parent().unwrap_or(Path::new("."));
            fs::create_dir_all(folder).map_err(|source| Error::io(folder, source))?;
        }
        output::replace(made)
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|source| Error::io(path, source))
}

impl Builder {
    /// Makes the files, as the mode says.
    pub(super) fn build_or_take(&self, places: &Places, cargo: &Cargo) -> Result<Output, Error> {
        let named = cargo.env(VARIABLE).filter(|mode| !mode.is_empty());
        let named = named.map(|mode| mode.to_string_lossy().parse::<Mode>());
        let named = named.transpose().map_err(|message| {
            let help = "set it to one of these, or not at all: the builder's mode holds then";
            Error::input(Topic::Setting, VARIABLE, message, help)
        })?;
        let folder = self.settings.prebuilt.as_ref();
        let Some(folder) = folder.filter(|_| self.takes_prebuilt) else {
            return match named {
                Some(Mode::Prebuilt | Mode::UpdatePrebuilt | Mode::CheckPrebuilt) => {
                    Err(Error::input(
                        Topic::Setting,
                        VARIABLE,
                        "no folder for prebuilt objects is set",
                        "call `Builder::prebuilt`, or write `prebuilt = \"DIR\"` in [package.metadata.tinybpf]",
                    ))
                }
                _ => {
                    let mode = named.or(self.settings.mode).unwrap_or_default();
                    let output = match mode {
                        Mode::Require => self.build(places, cargo),
                        _ => self.build_or_reuse(places, cargo),
                    };
                    let is_docs_rs = || cargo.env("DOCS_RS").is_some();
                    output.map_err(|error| match error {
                        Error::Toolchain { topic, message, .. } if is_docs_rs() => {
                            let help = "docs.rs has no TinyGo: keep what is built with the crate (`Builder::prebuilt`)";
                            Error::toolchain(topic, message, help)
                        }
                        other => other,
                    })
                }
            };
        };
        let mode = named.or(self.settings.mode).unwrap_or_default();
        let endian = self.target_endian(cargo);
        let kept = Kept::of(&places.manifest_dir.join(folder), places, endian);
        let options = self.told_options(places, cargo)?;
        match mode {
            Mode::Require => self.build(places, cargo),
            Mode::Prebuilt => kept.take(places, &options, cargo)?.map_err(|changes| {
                let changes = changes.join(", ");
                let message = format!("the prebuilt object cannot be taken: {changes}");
                Error::toolchain(Topic::Prebuilt, message, anew())
            }),
            Mode::PreferPrebuilt => match kept.take(places, &options, cargo)? {
                Ok(output) => Ok(output),
                Err(changes) => {
                    let why = format!(
                        "the prebuilt object is not of these sources ({}): `{UPDATE}` makes it anew",
                        changes.join(", ")
                    );
                    cargo.warning(&why);
                    self.build_or_reuse(places, cargo)
                        .map_err(|error| match error {
                            Error::Toolchain {
                                topic,
                                message,
                                help,
                            } => Error::toolchain(topic, format!("{message}\n{why}"), help),
                            other => other,
                        })
                }
            },
            Mode::UpdatePrebuilt | Mode::CheckPrebuilt => {
                let output = self.build(places, cargo)?;
                self.keep_or_check(mode, &kept, &output, places, cargo)?;
                Ok(output)
            }
        }
    }

    /// The tools that make the files, with their versions.
    fn tools(&self, places: &Places, cargo: &Cargo) -> Result<String, Error> {
        let mut tools = vec![format!("tinybpf-build {}", env!("CARGO_PKG_VERSION"))];
        if !places.packages.is_empty() {
            let tinygo = TinyGo::find(self.settings.tinygo.as_deref(), &|variable| {
                cargo.env(variable)
            })?;
            tools.push(format!("TinyGo {}", tinygo.version()));
        }
        let (major, minor, patch) = Library::find(self.settings.llvm.as_deref())?.version();
        tools.push(format!("LLVM {major}.{minor}.{patch}"));
        Ok(tools.join(", "))
    }

    fn keep_or_check(
        &self,
        mode: Mode,
        kept: &Kept,
        output: &Output,
        places: &Places,
        cargo: &Cargo,
    ) -> Result<(), Error> {
        let (object, bindings) = (read(&output.object_path)?, read(&output.bindings_path)?);
        let manifest = Manifest::new(
            places,
            self.tools(places, cargo)?,
            &cargo.sources(),
            self.told_options(places, cargo)?,
            &object,
            &bindings,
        )?;
        let text = manifest.to_string();
        let files: [(&PathBuf, &[u8]); 3] = [
            (&kept.object, &object),
            (&kept.bindings, &bindings),
            (&kept.manifest, text.as_bytes()),
        ];
        if mode == Mode::UpdatePrebuilt {
            return kept.keep(&files);
        }
        let differs =
            |(path, new): &(&PathBuf, &[u8])| fs::read(path).ok().as_deref() != Some(*new);
        let differing: Vec<_> = files
            .into_iter()
            .filter(differs)
            .map(|(path, _)| places.short(path).display().to_string())
            .collect();
        if differing.is_empty() {
            return Ok(());
        }
        let old = fs::read_to_string(&kept.manifest).unwrap_or_default();
        let tools = match (manifest::tools(&old), manifest::tools(&text)) {
            (Some(old), Some(new)) if old != new => format!(" (made with {old}; here is {new})"),
            _ => String::new(),
        };
        Err(Error::toolchain(
            Topic::Prebuilt,
            format!(
                "what is kept is not what these sources give: {}{tools}",
                differing.join(", ")
            ),
            anew(),
        ))
    }
}
