//! The Go that TinyGo works with.
//!
//! A TinyGo accepts the Go versions of its time: 0.40 those up to 1.25, and none newer than the Go that it was built
//! with. Which ones exactly, only TinyGo knows, so it is run with the user's Go, and when it refuses that, with the
//! newest Go that it accepts and that is on the machine, or that the user's Go may download.

use std::{
    env::consts::EXE_SUFFIX,
    ffi::{OsStr, OsString},
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    process::Command,
};

use super::{
    Version,
    dirs::Dirs,
    find::{remember, which_all},
};
use crate::{Error, Topic};

/// A `go` command, and what it takes to have TinyGo use it.
#[derive(Clone, Debug)]
pub(super) struct Go {
    path: PathBuf,
    /// It is not the one that `PATH` leads to.
    outside_path: bool,
    /// It was chosen for its version: it must not hand over to another one.
    pinned: bool,
    /// Where the choice for this TinyGo is noted.
    note: Option<PathBuf>,
}

/// Go versions that a TinyGo accepts, by their second number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Accepted {
    oldest: u32,
    newest: u32,
}

impl Accepted {
    /// Reads TinyGo's refusal of a Go version, one of
    /// `requires go version 1.19 through 1.25, got go1.26` and
    /// `cannot compile with Go toolchain version go1.26 (TinyGo was built using toolchain version go1.25.5)`.
    pub(super) fn from_refusal(stderr: &str) -> Option<Self> {
        let minor = |text: &str| Some(Version::parse(text)?.minor);
        if let Some((_, range)) = stderr.split_once("requires go version ") {
            let (oldest, rest) = range.split_once(" through ")?;
            return Some(Self {
                oldest: minor(oldest)?,
                newest: minor(rest)?,
            });
        }
        let (_, built) = stderr.split_once("TinyGo was built using toolchain version go")?;
        Some(Self {
            oldest: 19,
            newest: minor(built)?,
        })
    }

    /// What to download: a release that exists and has seen fixes.
    fn release(self) -> String {
        match self.newest {
            25 => "go1.25.5".to_owned(),
            newest => format!("go1.{newest}.0"),
        }
    }
}

impl Go {
    pub(super) fn find(dirs: &Dirs, tinygo: &Path, version: Version) -> Result<Self, Error> {
        let (path, outside_path) = command(dirs);
        let Some(path) = path else {
            let places: Vec<_> = usual_places(dirs)
                .iter()
                .map(|p| p.display().to_string())
                .collect();
            return Err(Error::toolchain(
                Topic::GoMissing,
                format!(
                    "Go was not found, which TinyGo needs; looked for `go` in PATH and in {}",
                    places.join(", ")
                ),
                "install it for yourself with `cargo tinybpf setup`, or see https://go.dev/doc/install",
            ));
        };
        let mut hasher = DefaultHasher::new();
        (tinygo, version, &path).hash(&mut hasher);
        let note = dirs
            .cache
            .as_ref()
            .map(|cache| cache.join(format!("go-{:016x}.txt", hasher.finish())));
        let noted = note.as_ref().and_then(|note| fs::read_to_string(note).ok());
        let chosen = noted.map(PathBuf::from).filter(|path| path.is_file());
        Ok(Self {
            pinned: chosen.is_some(),
            outside_path: outside_path || chosen.is_some(),
            path: chosen.unwrap_or(path),
            note,
        })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Sets a command up to use this Go.
    pub(super) fn apply(&self, command: &mut Command, path: &OsString) {
        if self.outside_path
            && let Some(dir) = self.path.parent()
        {
            let dirs = std::iter::once(dir.to_owned()).chain(std::env::split_paths(path));
            // A folder with a `:` in its name cannot be in PATH; the command then says what it misses.
            if let Ok(path) = std::env::join_paths(dirs) {
                command.env("PATH", path);
            }
        }
        if self.pinned {
            command.env("GOTOOLCHAIN", "local").env_remove("GOROOT");
        }
    }

    /// The newest Go that TinyGo accepts; the choice is noted for the next run.
    pub(super) fn replaced(&self, accepted: Accepted, dirs: &Dirs) -> Result<Self, Error> {
        let facts = Facts::ask(&self.path)?;
        let path = match newest(&families(&facts, dirs), accepted) {
            Some(path) => path,
            None => download(&self.path, accepted, &facts)?,
        };
        if let Some(note) = &self.note {
            remember(note, &path.to_string_lossy());
        }
        Ok(Self {
            path,
            outside_path: true,
            pinned: true,
            note: self.note.clone(),
        })
    }
}

/// The `go` command of this machine.
#[cfg(feature = "cli")]
pub(crate) fn find_go(env: super::Env) -> Option<PathBuf> {
    command(&Dirs::read(env)).0
}

/// The `go` command, and whether `PATH` does not lead to it.
fn command(dirs: &Dirs) -> (Option<PathBuf>, bool) {
    let in_path = which_all(OsStr::new("go"), &dirs.path).into_iter().next();
    let outside_path = in_path.is_none();
    let path = in_path.or_else(|| {
        let places = usual_places(dirs);
        let mut candidates = places.iter().map(|place| command_in(place));
        candidates.find(|path| path.is_file())
    });
    (path, outside_path)
}

/// What the user's Go says about itself.
struct Facts {
    version: String,
    module_cache: PathBuf,
    host: String,
    toolchain: String,
}

impl Facts {
    fn ask(go: &Path) -> Result<Self, Error> {
        let names = [
            "GOVERSION",
            "GOMODCACHE",
            "GOHOSTOS",
            "GOHOSTARCH",
            "GOTOOLCHAIN",
        ];
        let output = crate::process::output(Command::new(go).arg("env").args(names))
            .map_err(|source| Error::io(go, source))?;
        let stdout = String::from_utf8_lossy(&output.stdout);
        let [version, module_cache, os, arch, toolchain] = stdout.lines().collect::<Vec<_>>()[..]
        else {
            return Err(Error::toolchain(
                Topic::GoMissing,
                format!(
                    "`{} env` failed ({}): {}",
                    go.display(),
                    output.status,
                    String::from_utf8_lossy(&output.stderr).trim()
                ),
                "see to it that this command works, or install another Go in front of it in the PATH: https://go.dev/doc/install",
            ));
        };
        Ok(Self {
            version: version.to_owned(),
            module_cache: module_cache.into(),
            host: format!("{os}-{arch}"),
            toolchain: toolchain.to_owned(),
        })
    }
}

/// Folders of Go installations, each named by its version between a prefix and a suffix.
struct Family {
    folder: PathBuf,
    prefix: &'static str,
    suffix: String,
}

/// Where Go versions lie beside the user's: toolchains that Go downloaded, `golang.org/dl`, distribution packages,
/// Homebrew.
fn families(facts: &Facts, dirs: &Dirs) -> Vec<Family> {
    let family = |folder: PathBuf, prefix| Family {
        folder,
        prefix,
        suffix: String::new(),
    };
    let mut families = vec![
        Family {
            suffix: format!(".{}", facts.host),
            ..family(facts.module_cache.join("golang.org"), "toolchain@v0.0.1-go")
        },
        family("/usr/lib".into(), "go-"),
        family("/usr/local".into(), "go"),
        family("/opt/homebrew/opt".into(), "go@"),
        family("/usr/local/opt".into(), "go@"),
    ];
    families.extend(
        dirs.home
            .as_ref()
            .map(|home| family(home.join("sdk"), "go")),
    );
    families
}

/// The newest accepted Go among the families.
fn newest(families: &[Family], accepted: Accepted) -> Option<PathBuf> {
    let mut found = Vec::new();
    for family in families {
        for entry in fs::read_dir(&family.folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let version = (name.to_str())
                .and_then(|name| {
                    name.strip_prefix(family.prefix)?
                        .strip_suffix(&family.suffix)
                })
                .and_then(Version::parse);
            let command = command_in(&entry.path().join("bin"));
            if let Some(version) = version
                && version.major == 1
                && (accepted.oldest..=accepted.newest).contains(&version.minor)
                && command.is_file()
            {
                found.push((version, command));
            }
        }
    }
    found.into_iter().max().map(|(_, command)| command)
}

/// Has the user's Go download an accepted one, as it does by itself for modules that ask for it, unless the user
/// forbids that.
fn download(go: &Path, accepted: Accepted, facts: &Facts) -> Result<PathBuf, Error> {
    let release = accepted.release();
    let Accepted { oldest, newest } = accepted;
    let problem = format!(
        "this TinyGo works with Go 1.{oldest} to 1.{newest}, and {} is {}",
        go.display(),
        facts.version
    );
    let help = format!(
        "put the other Go beside yours, which stays as it is; it is found from then on:\n  GOTOOLCHAIN={release} go version\n\
         a newer TinyGo may accept your Go, too"
    );
    if facts.toolchain.starts_with("local") {
        return Err(Error::toolchain(Topic::GoMissing, problem, help));
    }
    let output = crate::process::output(
        Command::new(go)
            .args(["env", "GOROOT"])
            .env("GOTOOLCHAIN", &release)
            .env_remove("GOROOT"),
    )
    .map_err(|source| Error::io(go, source))?;
    let root = String::from_utf8_lossy(&output.stdout);
    let command = command_in(&Path::new(root.trim()).join("bin"));
    if output.status.success() && command.is_file() {
        return Ok(command);
    }
    Err(Error::toolchain(
        Topic::GoMissing,
        format!(
            "{problem}; to download {release} failed: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        ),
        help,
    ))
}

fn usual_places(dirs: &Dirs) -> Vec<PathBuf> {
    let mut places = Vec::new();
    places.extend(dirs.data.as_ref().map(|dir| dir.join("go/bin")));
    places.extend(
        [
            "/usr/local/go/bin",
            "/usr/lib/go/bin",
            "/usr/local/bin",
            "/opt/homebrew/bin",
            "/home/linuxbrew/.linuxbrew/bin",
            "/snap/bin",
        ]
        .map(PathBuf::from),
    );
    places
}

fn command_in(bin: &Path) -> PathBuf {
    bin.join(format!("go{EXE_SUFFIX}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_say_what_is_accepted() {
        let accepted = |oldest, newest| Some(Accepted { oldest, newest });
        assert_eq!(
            Accepted::from_refusal("requires go version 1.19 through 1.25, got go1.26\n"),
            accepted(19, 25)
        );
        assert_eq!(
            Accepted::from_refusal(
                "cannot compile with Go toolchain version go1.26 (TinyGo was built using toolchain version go1.25.5)\n"
            ),
            accepted(19, 25)
        );
        assert_eq!(Accepted::from_refusal("main.go:3:1: undefined: x"), None);
    }

    #[test]
    fn the_newest_accepted_toolchain_is_taken() {
        let cache = tempfile::tempdir().unwrap();
        for name in [
            "toolchain@v0.0.1-go1.24.9.linux-amd64",
            "toolchain@v0.0.1-go1.25.3.linux-amd64",
            "toolchain@v0.0.1-go1.25.11.linux-amd64",
            "toolchain@v0.0.1-go1.25.12.linux-arm64",
            "toolchain@v0.0.1-go1.26.1.linux-amd64",
        ] {
            let bin = cache.path().join("golang.org").join(name).join("bin");
            fs::create_dir_all(&bin).unwrap();
            fs::write(command_in(&bin), "").unwrap();
        }
        let family = Family {
            folder: cache.path().join("golang.org"),
            prefix: "toolchain@v0.0.1-go",
            suffix: ".linux-amd64".to_owned(),
        };
        let accepted = Accepted {
            oldest: 19,
            newest: 25,
        };
        let found = newest(&[family], accepted).unwrap();
        let folder = found.ancestors().nth(2).unwrap().file_name().unwrap();
        assert_eq!(folder, "toolchain@v0.0.1-go1.25.11.linux-amd64");
    }

    #[test]
    fn a_go_that_must_not_download_says_what_to_run() {
        let facts = Facts {
            version: "go1.26.8".to_owned(),
            module_cache: PathBuf::new(),
            host: String::new(),
            toolchain: "local".to_owned(),
        };
        let accepted = Accepted {
            oldest: 19,
            newest: 25,
        };
        let error = download(Path::new("go"), accepted, &facts).unwrap_err();
        expect_test::expect![[r"
            this TinyGo works with Go 1.19 to 1.25, and go is go1.26.8
              = help: put the other Go beside yours, which stays as it is; it is found from then on:
                        GOTOOLCHAIN=go1.25.5 go version
                      a newer TinyGo may accept your Go, too"]]
        .assert_eq(&error.to_string());
    }
}
