//! What tells one installation of tools from another without running them.

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::{Env, TinyGo};

/// The variables that Go and TinyGo read, but for those that say where something is downloaded from or kept.
const VARIABLES: [&str; 18] = [
    "CGO_CFLAGS",
    "CGO_CPPFLAGS",
    "CGO_ENABLED",
    "GO111MODULE",
    "GOAMD64",
    "GODEBUG",
    "GOENV",
    "GOEXPERIMENT",
    "GOFIPS140",
    "GOFLAGS",
    "GOMODCACHE",
    "GOPATH",
    "GOROOT",
    "GOTOOLCHAIN",
    "GOWORK",
    "HOME",
    "TINYGOROOT",
    "XDG_CONFIG_HOME",
];

impl TinyGo {
    /// What decides what TinyGo makes of one and the same source: itself, the Go that it works with, and their settings. `None` where that
    /// may change without a trace.
    pub(crate) fn identity(&self, env: Env) -> Option<String> {
        let go = fs::canonicalize(self.go.path()).ok()?;
        let go_root = go.parent()?.parent()?;
        // The one says which Go it is; `go` is a script otherwise, which may choose another one each time.
        let go_version = fs::read_to_string(go_root.join("VERSION")).ok()?;
        // Checkouts that somebody works on.
        if [go_root, &self.root]
            .iter()
            .any(|root| root.join(".git").exists())
        {
            return None;
        }
        if has_hidden_sources(env) {
            return None;
        }
        let mut lines = vec![
            format!("tinygo {} {}", file_identity(&self.path)?, self.version),
            format!("llvm {}", self.llvm),
            format!("root {}", self.root.display()),
            format!("go {} {go_version:?}", file_identity(&go)?),
        ];
        lines.extend(VARIABLES.map(|name| format!("{name} {:?}", env(name))));
        Some(lines.join("\n"))
    }
}

/// Whether settings name files of which `go list` does not tell.
fn has_hidden_sources(env: Env) -> bool {
    let settings = go_env_file(env).and_then(|path| fs::read_to_string(path).ok());
    let settings = settings.unwrap_or_default();
    let flags = env("GOFLAGS").unwrap_or_default();
    let flags = flags.to_string_lossy();
    let named = ["-modfile", "-overlay"]
        .iter()
        .any(|flag| flags.contains(flag) || settings.contains(flag));
    // A workspace that is not above the package.
    let workspace = env("GOWORK").unwrap_or_default();
    let is_elsewhere = !["", "off", "auto"].iter().any(|word| workspace == *word);
    named || is_elsewhere || settings.contains("GOWORK=")
}

/// Where `go env -w` writes settings.
pub(crate) fn go_env_file(env: Env) -> Option<PathBuf> {
    let set = |name: &str| {
        env(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    set("GOENV").or_else(|| {
        // As Go's `os.UserConfigDir`.
        let folder = if cfg!(target_os = "macos") {
            set("HOME")?.join("Library/Application Support")
        } else if cfg!(windows) {
            set("APPDATA")?
        } else {
            set("XDG_CONFIG_HOME").or_else(|| Some(set("HOME")?.join(".config")))?
        };
        Some(folder.join("go/env"))
    })
}

/// Changes when a program or library does: where it is, its size, and when it was written. `None` when it is not there.
pub(crate) fn file_identity(path: &Path) -> Option<String> {
    let path = fs::canonicalize(path).ok()?;
    let metadata = fs::metadata(&path).ok()?;
    let written = metadata.modified().ok()?;
    let written = written
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    Some(format!(
        "{} {} {}",
        path.display(),
        metadata.len(),
        written.as_nanos()
    ))
}
