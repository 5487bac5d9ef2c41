//! The Go package that BPF programs import: it comes with this crate, and lies in the user's Go module, where Go's own tools find
//! it without a download.

mod declarations;

pub(crate) use declarations::{Declaration, declarations};

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use tinybpf_core::{Diagnostic, Error, LIBRARY, Severity, Topic};

use crate::output;

macro_rules! package_files {
    ($($path:literal),* $(,)?) => {
        /// The package: name of each file, and its content.
        const FILES: &[(&str, &str)] = &[$(($path, include_str!(concat!("../go/", $path)))),*];
    };
}

package_files![
    "byteorder.go",
    "byteorder_big.go",
    "byteorder_little.go",
    "callbacks.go",
    "callbacks_tinygo.go",
    "contexts.go",
    "doc.go",
    "dynptr.go",
    "fakes.go",
    "go.mod",
    "headers.go",
    "helpers_cgroup.go",
    "helpers_dynptr.go",
    "helpers_lirc.go",
    "helpers_lwt.go",
    "helpers_map_tinygo.go",
    "helpers_memory.go",
    "helpers_security.go",
    "helpers_skb.go",
    "helpers_socket.go",
    "helpers_string.go",
    "helpers_syscall.go",
    "helpers_task.go",
    "helpers_time.go",
    "helpers_tinygo.go",
    "helpers_tracing.go",
    "helpers_xdp.go",
    "lock.go",
    "lock_tinygo.go",
    "log.go",
    "log_tinygo.go",
    "map_types.go",
    "maps_array.go",
    "maps_hash.go",
    "maps_memory.go",
    "maps_nested.go",
    "maps_queue.go",
    "maps_redirect.go",
    "maps_ring.go",
    "maps_sim.go",
    "maps_sockets.go",
    "maps_special.go",
    "maps_storage.go",
    "maps_tinygo.go",
    "maps_trie.go",
    "packet.go",
    "packet_tinygo.go",
    "print.go",
    "print_tinygo.go",
    "registers.go",
    "registers_tinygo.go",
    "sim.go",
    "sim_callbacks.go",
    "sim_defaults.go",
    "sim_dynptr.go",
    "sim_helpers.go",
    "sim_lock.go",
    "sim_log.go",
    "sim_maps.go",
    "sim_objects.go",
    "sim_packet.go",
    "sim_print.go",
    "sim_programs.go",
    "sim_registers.go",
    "sim_ring.go",
    "sim_timer.go",
    "timer.go",
    "tracepoints.go",
    "verdicts.go",
];

/// The folder in the user's module that the package is written to.
const FOLDER: &str = "tinybpf";

/// What writes the package, for messages.
const COMMAND: &str = "TINYBPF_VENDOR=1 cargo build";

/// Writes the Go package `github.com/tinybpf/bpf` into the Go module that a folder is in, or brings it up to date, and names it in
/// the module's `go.mod`; a folder without a module becomes one. Returns the files that it changed.
///
/// The package goes to the folder `tinybpf` beside `go.mod`, or where a `replace` for it leads.
///
/// # Errors
///
/// [`Error::Io`] when a file cannot be read or written.
pub fn vendor(package: &Path) -> Result<Vec<PathBuf>, Error> {
    let package = std::path::absolute(package).map_err(|source| Error::io(package, source))?;
    let root = package
        .ancestors()
        .find(|folder| folder.join("go.mod").is_file())
        .unwrap_or(&package);
    let go_mod = root.join("go.mod");
    let old = match fs::read_to_string(&go_mod) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(Error::io(&go_mod, error));
        }
        text => text.unwrap_or_default(),
    };
    let folder = replacement(&old).unwrap_or(FOLDER);
    let folder = root.join(folder.trim_start_matches("./"));
    fs::create_dir_all(&folder).map_err(|source| Error::io(&folder, source))?;
    let mut wanted: BTreeMap<PathBuf, String> = FILES
        .iter()
        .map(|(name, text)| (folder.join(name), (*text).to_owned()))
        .collect();
    wanted.insert(go_mod, with_library(&old));
    wanted.retain(|path, text| !is(path, text));
    let files: Vec<_> = wanted
        .iter()
        .map(|(p, text)| (p, text.as_bytes()))
        .collect();
    output::replace(&files)?;
    let mut changed: Vec<PathBuf> = wanted.into_keys().collect();
    for stale in others(&folder) {
        fs::remove_file(&stale).map_err(|source| Error::io(&stale, source))?;
        changed.push(stale);
    }
    Ok(changed)
}

/// Where the Go files among those that [`vendor`] wrote are.
pub(crate) fn folder_of(written: &[PathBuf]) -> Option<&Path> {
    let mut files = written.iter();
    let file = files.find(|file| file.extension().is_some_and(|extension| extension == "go"));
    file.or(written.first())?.parent()
}

/// Reports a package that is not the one of this crate, by the files that are compiled of it.
pub(crate) fn check(packages: &[(String, PathBuf)]) -> Result<(), Error> {
    let file = packages.iter().find(|(name, _)| name == LIBRARY);
    let Some(folder) = file.and_then(|(_, file)| file.parent()) else {
        return Ok(());
    };
    let differing = FILES
        .iter()
        .find(|(name, text)| !is(&folder.join(name), text));
    let differing = differing.map(|(name, _)| folder.join(name));
    let Some(path) = differing.or_else(|| others(folder).into_iter().next()) else {
        return Ok(());
    };
    Err(Error::Rejected(vec![Diagnostic {
        severity: Severity::Error,
        topic: Topic::GoPackage,
        position: None,
        message: format!(
            "the Go package {LIBRARY} in {} is not the one of tinybpf-build {}: {} differs",
            folder.display(),
            env!("CARGO_PKG_VERSION"),
            path.file_name().unwrap_or_default().display()
        ),
        help: vec![format!("run `{COMMAND}` once, which brings it up to date")],
    }]))
}

/// Whether a file is one of the package, as this crate has it.
pub(crate) fn ships(path: &Path, contents: &[u8]) -> bool {
    let shipped = FILES.iter().find(|(name, _)| path.ends_with(name));
    shipped.is_some_and(|(_, text)| text.as_bytes() == contents)
}

/// What to say in place of Go's words on a package that it cannot find; `None` for another message.
pub(crate) fn missing(message: &str) -> Option<(String, Vec<String>)> {
    const UNFOUND: [&str; 6] = [
        "cannot find package",
        "no required module",
        "missing go.sum",
        "replacement directory",
        "is not in std",
        "module lookup disabled",
    ];
    if !message.contains(LIBRARY) || !UNFOUND.iter().any(|words| message.contains(words)) {
        return None;
    }
    Some((
        format!("the Go package {LIBRARY} is not in this Go module"),
        vec![format!(
            "run `{COMMAND}` or `cargo tinybpf vendor DIR` once: it writes the package, which comes with tinybpf-build, into the module, and names it in go.mod"
        )],
    ))
}

fn is(path: &Path, text: &str) -> bool {
    // A checkout on Windows may have other line ends.
    fs::read_to_string(path).is_ok_and(|found| found.replace("\r\n", "\n") == text)
}

/// Go files that the package does not have, but for tests.
fn others(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_other = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_known = FILES.iter().any(|(known, _)| *known == name);
        name.ends_with(".go") && !name.ends_with("_test.go") && !is_known
    };
    let mut found: Vec<_> = entries.map(|entry| entry.path()).filter(is_other).collect();
    found.sort();
    found
}

/// The folder that a `go.mod` names for the package, relative to its own.
fn replacement(go_mod: &str) -> Option<&str> {
    let mut lines = go_mod.lines();
    lines.find_map(|line| {
        let (from, to) = line.split_once("=>")?;
        let names_it = from.split_whitespace().any(|word| word == LIBRARY);
        let to = to.split("//").next()?.trim();
        (names_it && to.starts_with('.')).then_some(to)
    })
}

/// A `go.mod` that has the package.
fn with_library(go_mod: &str) -> String {
    const NEW: &str = "module bpf\n\ngo 1.22\n";
    let mut text = if go_mod.trim().is_empty() {
        NEW
    } else {
        go_mod
    }
    .to_owned();
    let is_replaced = replacement(go_mod).is_some();
    let is_required = go_mod
        .lines()
        .any(|line| !line.contains("=>") && line.split_whitespace().any(|word| word == LIBRARY));
    for (there, line) in [
        (is_required, format!("require {LIBRARY} v0.0.0")),
        (is_replaced, format!("replace {LIBRARY} => ./{FOLDER}")),
    ] {
        if !there {
            let gap = if text.ends_with('\n') { "\n" } else { "\n\n" };
            text.push_str(&format!("{gap}{line}\n"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_package_is_shipped() {
        let shipped: Vec<_> = FILES.iter().map(|(name, _)| *name).collect();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("go");
        let names = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name());
        let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
        names.retain(|name| !name.ends_with("_test.go"));
        names.sort();
        assert_eq!(shipped, names);
    }

    #[test]
    fn a_folder_without_a_module_becomes_one() {
        let folder = tempfile::tempdir().unwrap();
        let changed = vendor(folder.path()).unwrap();
        assert_eq!(changed.len(), FILES.len() + 1);
        let go_mod = fs::read_to_string(folder.path().join("go.mod")).unwrap();
        assert_eq!(
            go_mod,
            "module bpf\n\ngo 1.22\n\nrequire github.com/tinybpf/bpf v0.0.0\n\nreplace github.com/tinybpf/bpf => ./tinybpf\n"
        );
        assert_eq!(vendor(folder.path()).unwrap(), Vec::<PathBuf>::new());
    }

    #[test]
    fn what_is_old_is_reported_and_brought_up_to_date() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(
            folder.path().join("go.mod"),
            "module a\n\nrequire (\n\tgithub.com/tinybpf/bpf v0.0.0\n)\n",
        )
        .unwrap();
        let package = folder.path().join("cmd/probe");
        fs::create_dir_all(&package).unwrap();
        vendor(&package).unwrap();
        let file = folder.path().join("tinybpf/doc.go");
        let packages = [(LIBRARY.to_owned(), file.clone())];
        check(&packages).unwrap();
        fs::write(&file, "package bpf").unwrap();
        fs::write(folder.path().join("tinybpf/gone.go"), "package bpf").unwrap();
        let error = check(&packages).unwrap_err().to_string();
        assert!(
            error.contains("doc.go differs") && error.contains(COMMAND),
            "{error}"
        );
        assert_eq!(vendor(&package).unwrap().len(), 2);
        check(&packages).unwrap();
        let go_mod = fs::read_to_string(folder.path().join("go.mod")).unwrap();
        assert_eq!(go_mod.matches(LIBRARY).count(), 2, "{go_mod}");
    }

    #[test]
    fn a_package_that_go_does_not_find_is_explained() {
        let (message, help) =
            missing("no required module provides package github.com/tinybpf/bpf; to add it:")
                .unwrap();
        assert!(message.contains("is not in this Go module") && help[0].contains(COMMAND));
        assert_eq!(
            missing("cannot use x as github.com/tinybpf/bpf.XdpAction"),
            None
        );
    }
}
