//! Looks for TinyGo.

use std::{
    env::consts::{ARCH, EXE_SUFFIX, OS},
    ffi::{OsStr, OsString},
    fmt::Write as _,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    process::Command,
};

use super::{Env, TinyGo, Version, dirs::Dirs, go::Go, version::parse_tinygo_version};
use crate::{Error, Topic};

/// Older ones lack what the target file and the passes rely on.
const OLDEST: Version = Version::new(0, 39, 0);

/// What a user without TinyGo is told to install: the version that the tests run with.
const RECOMMENDED: Version = Version::new(0, 40, 1);

pub(super) fn find(setting: Option<&Path>, env: Env) -> Result<TinyGo, Error> {
    let dirs = Dirs::read(env);
    let probe = probe(setting, env, &dirs)?;
    Ok(TinyGo {
        go: Go::find(&dirs, &probe.path, probe.version)?,
        path: probe.path,
        version: probe.version,
        llvm: probe.llvm,
        root: probe.root,
        dirs,
    })
}

/// The `tinygo` command, whether there is a Go for it or not.
#[cfg(feature = "cli")]
pub(crate) fn find_tinygo(env: Env) -> Result<PathBuf, Error> {
    Ok(probe(None, env, &Dirs::read(env))?.path)
}

fn probe(setting: Option<&Path>, env: Env, dirs: &Dirs) -> Result<Probe, Error> {
    let mut search = Search {
        dirs,
        looked: Vec::new(),
        unusable: Vec::new(),
    };
    let named = match setting {
        Some(path) => Some(("the builder's setting", path.as_os_str().to_owned())),
        None => env("TINYGO")
            .filter(|value| !value.is_empty())
            .map(|value| ("TINYGO", value)),
    };
    let probe = match named {
        // What the user names is what the user gets: no silent search for another one.
        Some((origin, value)) => search.named(origin, &value),
        None => search.everywhere(),
    };
    probe.ok_or_else(|| search.error())
}

/// A search, and what it has to tell when it finds nothing.
struct Search<'a> {
    dirs: &'a Dirs,
    looked: Vec<String>,
    unusable: Vec<String>,
}

impl Search<'_> {
    fn named(&mut self, origin: &str, value: &OsStr) -> Option<Probe> {
        self.looked
            .push(format!("{}, which {origin} names", value.to_string_lossy()));
        self.first_usable(which_all(value, &self.dirs.path))
    }

    fn everywhere(&mut self) -> Option<Probe> {
        let path = &self.dirs.path;
        self.looked
            .push(format!("`tinygo` in PATH ({})", path.to_string_lossy()));
        let in_path = which_all(OsStr::new("tinygo"), path);
        if let Some(probe) = self.first_usable(in_path) {
            return Some(probe);
        }
        for place in self.places() {
            let path = place.join(format!("tinygo{EXE_SUFFIX}"));
            self.looked.push(path.display().to_string());
            if let Some(probe) = self.first_usable(which_all(path.as_os_str(), &self.dirs.path)) {
                return Some(probe);
            }
        }
        None
    }

    /// The `bin` folders that installers of TinyGo use, the user's own first.
    fn places(&self) -> Vec<PathBuf> {
        let mut places = Vec::new();
        places.extend(self.dirs.data.as_ref().map(|dir| dir.join("tinygo/bin")));
        places.extend(self.dirs.home.as_ref().map(|dir| dir.join("tinygo/bin")));
        places.extend(
            [
                "/usr/local/tinygo/bin",
                "/usr/local/lib/tinygo/bin",
                "/usr/lib/tinygo/bin",
                "/usr/local/bin",
                "/opt/homebrew/bin",
                "/home/linuxbrew/.linuxbrew/bin",
            ]
            .map(PathBuf::from),
        );
        places
    }

    fn first_usable(&mut self, candidates: Vec<PathBuf>) -> Option<Probe> {
        for path in candidates {
            match Probe::new(&path, self.dirs) {
                Ok(probe) if probe.version >= OLDEST => return Some(probe),
                Ok(probe) => self.unusable.push(format!(
                    "{}: TinyGo {}, older than {OLDEST}",
                    path.display(),
                    probe.version
                )),
                Err(why) => self.unusable.push(format!("{}: {why}", path.display())),
            }
        }
        None
    }

    fn error(&self) -> Error {
        let mut message = format!(
            "TinyGo {OLDEST} or newer, which compiles the Go code, was not found; looked for {}",
            self.looked.join(", ")
        );
        for found in &self.unusable {
            write!(message, "\n  not usable: {found}").expect("writing to a string");
        }
        let help = how_to_install(self.dirs.data.as_deref());
        Error::toolchain(Topic::TinygoMissing, message, help)
    }
}

/// The commands that install TinyGo on this host.
fn how_to_install(data: Option<&Path>) -> String {
    let arch = match ARCH {
        "x86_64" => "amd64",
        "aarch64" => "arm64",
        other => other,
    };
    let data = data
        .unwrap_or(Path::new("~/.local/share/tinybpf"))
        .display();
    let release = "https://github.com/tinygo-org/tinygo/releases/download";
    match OS {
        "macos" => "install it: `brew tap tinygo-org/tools && brew install tinygo`".to_owned(),
        "linux" => format!(
            "install it for yourself with `cargo tinybpf setup`, or by hand:\n  mkdir -p {data}\n  \
             curl -L {release}/v{RECOMMENDED}/tinygo{RECOMMENDED}.linux-{arch}.tar.gz | tar xz -C {data}\n\
             one that is elsewhere is named with TINYGO"
        ),
        _ => "install it: see https://tinygo.org/getting-started/install/".to_owned(),
    }
}

/// What a `tinygo` command says about itself.
struct Probe {
    path: PathBuf,
    version: Version,
    llvm: String,
    root: PathBuf,
}

impl Probe {
    /// Asks the command, or the note of an earlier answer: asking takes 60 ms, half of what a whole build takes.
    fn new(path: &Path, dirs: &Dirs) -> Result<Self, String> {
        let note = dirs
            .cache
            .as_ref()
            .zip(fingerprint(path, dirs))
            .map(|(cache, fingerprint)| cache.join(format!("tinygo-{fingerprint:016x}.txt")));
        let noted = note.as_ref().and_then(|note| fs::read_to_string(note).ok());
        if let Some(probe) = noted.and_then(|text| Self::parse(path, &text).ok()) {
            return Ok(probe);
        }
        let text = format!(
            "{}\n{}\n",
            ask(path, &["version"], dirs)?,
            ask(path, &["env", "TINYGOROOT"], dirs)?
        );
        let probe = Self::parse(path, &text)?;
        if let Some(note) = note {
            remember(&note, &text);
        }
        Ok(probe)
    }

    fn parse(path: &Path, text: &str) -> Result<Self, String> {
        let mut lines = text.lines();
        let (version, root) = (lines.next().unwrap_or(""), lines.next().unwrap_or(""));
        let Some((version, llvm)) = parse_tinygo_version(version) else {
            return Err(format!(
                "`tinygo version` says `{version}`, which is not TinyGo's way"
            ));
        };
        if root.is_empty() {
            return Err("`tinygo env TINYGOROOT` says nothing".to_owned());
        }
        Ok(Self {
            path: path.to_owned(),
            version,
            llvm: llvm.to_owned(),
            root: root.into(),
        })
    }
}

/// Changes when the command does.
fn fingerprint(path: &Path, dirs: &Dirs) -> Option<u64> {
    let metadata = fs::metadata(path).ok()?;
    let mut hasher = DefaultHasher::new();
    (
        path,
        metadata.len(),
        metadata.modified().ok()?,
        &dirs.tinygo_root,
    )
        .hash(&mut hasher);
    Some(hasher.finish())
}

fn ask(path: &Path, args: &[&str], dirs: &Dirs) -> Result<String, String> {
    let mut command = Command::new(path);
    command.args(args);
    if let Some(root) = &dirs.tinygo_root {
        command.env("TINYGOROOT", root);
    }
    let output = crate::process::output(&mut command).map_err(|error| error.to_string())?;
    if !output.status.success() {
        let stderr = String::from_utf8_lossy(&output.stderr);
        return Err(format!(
            "`tinygo {}` failed ({}): {}",
            args.join(" "),
            output.status,
            stderr.trim()
        ));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Keeps a note in the cache, or does without where the cache cannot be written.
pub(super) fn remember(note: &Path, text: &str) {
    let Some(dir) = note.parent() else { return };
    let write = || {
        fs::create_dir_all(dir)?;
        let file = tempfile::NamedTempFile::new_in(dir)?;
        fs::write(file.path(), text)?;
        file.persist(note)?;
        Ok::<_, std::io::Error>(())
    };
    // A cache that cannot be written costs time on the next run, and nothing else.
    let _ = write();
}

/// All commands that `name` (a name or a path) may mean.
pub(crate) fn which_all(name: &OsStr, path: &OsString) -> Vec<PathBuf> {
    let here = std::env::current_dir().unwrap_or_default();
    if Path::new(name).components().count() > 1 {
        return which::which_in(name, Some(path), here)
            .into_iter()
            .collect();
    }
    which::which_in_all(name, Some(path), here)
        .map(Iterator::collect)
        .unwrap_or_default()
}
