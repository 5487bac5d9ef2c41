//! The user's own places: where `setup` installs, where caches are kept.

use std::{ffi::OsString, path::PathBuf};

use super::Env;

/// Where this project installs tools for the user: `$XDG_DATA_HOME/tinybpf`, else `~/.local/share/tinybpf`
/// (macOS: `~/Library/Application Support/tinybpf`). TinyGo is looked for in `tinygo/` below it.
/// `None` when neither variable is set.
pub fn data_dir(env: Env) -> Option<PathBuf> {
    user_dir(
        env,
        "XDG_DATA_HOME",
        ".local/share",
        "Library/Application Support",
    )
}

/// Where this project keeps what can be made again: `$TINYBPF_CACHE_DIR`, else the folder `tinybpf` in `$XDG_CACHE_HOME` or `~/.cache`
/// (macOS: `~/Library/Caches`, Windows: `%LocalAppData%`). `None` when none of the variables is set.
pub fn cache_dir(env: Env) -> Option<PathBuf> {
    set(env, "TINYBPF_CACHE_DIR").or_else(|| Some(caches(env)?.join("tinybpf")))
}

/// What the environment says about places, read once.
#[derive(Clone, Debug)]
pub(super) struct Dirs {
    /// `PATH`.
    pub path: OsString,
    /// The user's home.
    pub home: Option<PathBuf>,
    /// See [`data_dir`].
    pub data: Option<PathBuf>,
    /// The user's folder for caches of all programs, where TinyGo keeps its own too.
    pub caches: Option<PathBuf>,
    /// See [`cache_dir`].
    pub cache: Option<PathBuf>,
    /// `TINYGOROOT`, when the user sets it.
    pub tinygo_root: Option<PathBuf>,
    /// `GOCACHE`, when the user sets it.
    pub go_cache: Option<PathBuf>,
}

impl Dirs {
    pub(super) fn read(env: Env) -> Self {
        Self {
            path: env("PATH").unwrap_or_default(),
            home: home(env),
            data: data_dir(env),
            caches: caches(env),
            cache: cache_dir(env),
            tinygo_root: set(env, "TINYGOROOT"),
            go_cache: set(env, "GOCACHE"),
        }
    }
}

/// As Go's `os.UserCacheDir`, which TinyGo asks: on macOS and Windows, `XDG_CACHE_HOME` does not count.
fn caches(env: Env) -> Option<PathBuf> {
    if cfg!(target_os = "macos") {
        return Some(home(env)?.join("Library/Caches"));
    }
    if cfg!(windows) {
        return set(env, "LOCALAPPDATA");
    }
    set(env, "XDG_CACHE_HOME").or_else(|| Some(home(env)?.join(".cache")))
}

fn user_dir(env: Env, variable: &str, below_home: &str, below_home_macos: &str) -> Option<PathBuf> {
    let below_home = if cfg!(target_os = "macos") {
        below_home_macos
    } else {
        below_home
    };
    let base = set(env, variable).or_else(|| Some(home(env)?.join(below_home)))?;
    Some(base.join("tinybpf"))
}

fn home(env: Env) -> Option<PathBuf> {
    set(env, if cfg!(windows) { "USERPROFILE" } else { "HOME" })
}

/// A variable that is set and not empty; the XDG specification takes an empty one for unset.
fn set(env: Env, name: &str) -> Option<PathBuf> {
    env(name).filter(|value| !value.is_empty()).map(Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xdg_wins_over_home_unless_empty() {
        let env = |name: &str| match name {
            "HOME" | "USERPROFILE" => Some("/home/gopher".into()),
            "XDG_DATA_HOME" => Some("/data".into()),
            "XDG_CACHE_HOME" => Some("".into()),
            _ => None,
        };
        assert_eq!(data_dir(&env), Some("/data/tinybpf".into()));
        if cfg!(target_os = "linux") {
            assert_eq!(
                Dirs::read(&env).cache,
                Some("/home/gopher/.cache/tinybpf".into())
            );
        }
    }

    #[test]
    fn no_home_is_no_error() {
        assert_eq!(data_dir(&|_| None), None);
        assert_eq!(Dirs::read(&|_| None).cache, None);
    }
}
