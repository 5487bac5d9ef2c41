//! Looks for clang.

use std::{
    ffi::{OsStr, OsString},
    fmt::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

use tinybpf_core::{Library, Topic};

use crate::{
    Error,
    tinygo::{Env, file_identity, which_all},
};

/// The oldest whose output is tried: the first with opaque pointers and all of BPF's debug info.
const OLDEST: u32 = 15;

pub(super) fn find(
    setting: Option<&Path>,
    llvm: Option<&Path>,
    env: Env,
) -> Result<PathBuf, Error> {
    let path = env("PATH").unwrap_or_default();
    let named = match setting {
        Some(setting) => Some(("the builder's setting", setting.as_os_str().to_owned())),
        None => env("CLANG")
            .filter(|value| !value.is_empty())
            .map(|value| ("CLANG", value)),
    };
    // What the user names is what the user gets; were it too new, linking says so.
    if let Some((origin, value)) = named {
        let found = which_all(&value, &path).into_iter().next();
        return found.ok_or_else(|| {
            Error::toolchain(
                Topic::ClangMissing,
                format!(
                    "there is no clang, which compiles the C sources, where {origin} says: {}",
                    value.to_string_lossy()
                ),
                "name one, or none: then the newest one is taken that is found",
            )
        });
    }
    search(Library::find(llvm)?.version().0, &path)
}

/// What tells all that [`find`] may choose from apart, without asking them.
pub(super) fn identity(setting: Option<&Path>, env: Env) -> Option<String> {
    /// Newer than any that there is.
    const NEWEST: u32 = 40;
    let path = env("PATH").unwrap_or_default();
    let named = setting.map(|setting| setting.as_os_str().to_owned());
    let named = named.or_else(|| env("CLANG").filter(|value| !value.is_empty()));
    let found = match named {
        Some(named) => which_all(&named, &path),
        None => candidates(NEWEST, &path),
    };
    let found: Vec<_> = found
        .iter()
        .filter_map(|path| file_identity(path))
        .collect();
    (!found.is_empty()).then(|| found.join("\n"))
}

/// The newest clang that LLVM `newest` can read the output of.
fn search(newest: u32, path: &OsString) -> Result<PathBuf, Error> {
    let mut best: Option<(u32, PathBuf)> = None;
    let mut unusable = Vec::new();
    for candidate in candidates(newest, path) {
        match version(&candidate) {
            Ok(found) if (OLDEST..=newest).contains(&found) => {
                if best.as_ref().is_none_or(|(version, _)| *version < found) {
                    best = Some((found, candidate));
                }
            }
            Ok(found) => {
                let why = if found > newest {
                    "newer than"
                } else {
                    "too old for"
                };
                unusable.push(format!(
                    "{}: clang {found}, {why} LLVM {newest}, which links the object",
                    candidate.display()
                ));
            }
            Err(why) => unusable.push(format!("{}: {why}", candidate.display())),
        }
    }
    best.map(|(_, path)| path)
        .ok_or_else(|| {
            Error::toolchain(
                Topic::ClangMissing,
                not_found(newest, path, &unusable),
                "install it: `apt install clang` on Debian and Ubuntu, `dnf install clang` on Fedora, `brew install llvm` on macOS",
            )
        })
}

fn not_found(newest: u32, path: &OsString, unusable: &[String]) -> String {
    let mut message = format!(
        "clang {OLDEST} to {newest}, which compiles the C sources (the Go code needs none), was not found; neither the builder's setting \
         nor CLANG names one; looked for `clang` and `clang-{OLDEST}` to `clang-{newest}` in PATH ({}), /usr/lib/llvm-*/bin, Homebrew's llvm",
        path.to_string_lossy()
    );
    for found in unusable {
        write!(message, "\n  not usable: {found}").expect("writing to a string");
    }
    message
}

/// All commands that may be a clang, without asking them.
fn candidates(newest: u32, path: &OsString) -> Vec<PathBuf> {
    let mut found = which_all(OsStr::new("clang"), path);
    for version in (OLDEST..=newest).rev() {
        found.extend(which_all(OsStr::new(&format!("clang-{version}")), path));
        let usual = format!("/usr/lib/llvm-{version}/bin/clang");
        found.extend(which_all(OsStr::new(&usual), path));
    }
    for usual in [
        "/opt/homebrew/opt/llvm/bin/clang",
        "/usr/local/opt/llvm/bin/clang",
    ] {
        found.extend(which_all(OsStr::new(usual), path));
    }
    found
}

/// A clang's major version, by what it says: `Debian clang version 22.1.8 (1~deb12u1)`.
fn version(path: &Path) -> Result<u32, String> {
    let output = crate::process::output(Command::new(path).arg("--version"))
        .map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout);
    if text.starts_with("Apple") {
        return Err("Apple's clang, which cannot compile for BPF".to_owned());
    }
    text.split_once("clang version ")
        .and_then(|(_, rest)| rest.split('.').next()?.parse().ok())
        .ok_or_else(|| {
            format!(
                "`--version` says `{}`",
                text.lines().next().unwrap_or_default()
            )
        })
}

/// The folders in which clang looks for system headers when it compiles for this machine, but for those of its own.
pub(super) fn system_folders(clang: &Path) -> Result<Vec<PathBuf>, Error> {
    let output = crate::process::output(Command::new(clang).args([
        "-v",
        "-E",
        "-x",
        "c",
        "/dev/null",
        "-o",
        "/dev/null",
    ]))
    .map_err(|source| Error::io(clang, source))?;
    Ok(parse_folders(&String::from_utf8_lossy(&output.stderr)))
}

fn parse_folders(verbose: &str) -> Vec<PathBuf> {
    let lines = verbose
        .lines()
        .skip_while(|line| !line.starts_with("#include <...>"));
    let folders = lines.skip(1).take_while(|line| line.starts_with(' '));
    folders
        .map(|line| line.trim().trim_end_matches(" (framework directory)"))
        .filter(|folder| !folder.replace('\\', "/").contains("/lib/clang/"))
        .map(PathBuf::from)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_system_headers() {
        let verbose = "clang -cc1 version 22.1.8\n#include \"...\" search starts here:\n#include <...> search starts here:\n \
                       /usr/lib/llvm-22/lib/clang/22/include\n /usr/local/include\n /usr/include/x86_64-linux-gnu\n\
                       End of search list.\n # 1 \"/dev/null\"\n";
        assert_eq!(
            parse_folders(verbose),
            ["/usr/local/include", "/usr/include/x86_64-linux-gnu"].map(PathBuf::from)
        );
    }

    #[test]
    fn without_clang_the_message_says_what_to_do() {
        let error = search(20, &OsString::from("/nowhere"))
            .err()
            .map(|error| error.to_string());
        // A machine may have one in a usual place.
        if let Some(text) = error {
            for part in ["clang 15 to 20", "/nowhere", "apt install clang"] {
                assert!(text.contains(part), "no `{part}` in {text}");
            }
        }
    }
}
