//! TinyGo from its sources, which the Go module proxy has: for where its releases cannot be reached.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use super::{GO, TINYGO, unpack};
use tinybpf_core::Topic;

use crate::{
    Error, cargo,
    cli::{Ui, process},
    tinygo::find_go,
};

const MODULE: &str = "github.com/tinygo-org/tinygo";

/// What TinyGo is built against, `g++` for the part of it that is C++.
pub(super) const PACKAGES: &[&str] = &["g++", "llvm-19-dev", "libclang-19-dev", "liblld-19-dev"];

/// Builds TinyGo and puts it where builds look for it.
pub(super) fn install(ui: &Ui, data: &Path) -> Result<(), Error> {
    let go = find_go(&cargo::process).ok_or_else(|| {
        Error::toolchain(
            Topic::GoMissing,
            "Go is missing, which TinyGo is built with",
            "install it: see https://go.dev/doc/install",
        )
    })?;
    let draft = unpack::draft(data)?;
    let root = draft.path().join("tinygo");
    let sources = build(&go, &root)?;
    for part in ["LICENSE", "lib", "src", "targets"] {
        let from = sources.join(part);
        copy(&from, &root.join(part)).map_err(|source| Error::io(from, source))?;
    }
    // A submodule, which a module's archive leaves out. TinyGo wants the folder, and BPF nothing in it.
    fs::create_dir_all(root.join("src/net")).map_err(|source| Error::io(data, source))?;
    unpack::place(ui, &root, &data.join("tinygo"))
}

/// Builds `bin/tinygo` below `root`; returns the folder of TinyGo's module.
fn build(go: &Path, root: &Path) -> Result<PathBuf, Error> {
    let temp = |source| Error::io(std::env::temp_dir(), source);
    let module = tempfile::tempdir().map_err(temp)?;
    // `go install module@version` asks for a list of versions, which not every proxy has.
    let wanted = format!("module tinygo.build\n\ngo 1.25\n\nrequire {MODULE} v{TINYGO}\n");
    fs::write(module.path().join("go.mod"), wanted).map_err(temp)?;
    let go = |args: &[&str]| {
        let mut command = Command::new(go);
        command
            .current_dir(module.path())
            .args(args)
            .env("GOTOOLCHAIN", format!("go{GO}"))
            .env("GOWORK", "off")
            .env("CGO_ENABLED", "1")
            .env_remove("GOROOT");
        command
    };
    let mut build = go(&["build", "-mod=mod", "-tags=llvm19", "-o"]);
    process::output(build.arg(root.join("bin/tinygo")).arg(MODULE))?;
    let dir = process::output(&mut go(&["list", "-mod=mod", "-m", "-f={{.Dir}}", MODULE]))?;
    Ok(dir.into())
}

/// Copies a file or a folder. The module cache is read-only, and the copy must not be.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if !from.is_dir() {
        return fs::write(to, fs::read(from)?);
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let name = entry?.file_name();
        copy(&from.join(&name), &to.join(&name))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_of_read_only_files_can_be_written() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("from/below/file");
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, "text").unwrap();
        let mut permissions = fs::metadata(&file).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&file, permissions).unwrap();
        copy(&dir.path().join("from"), &dir.path().join("to")).unwrap();
        let copied = dir.path().join("to/below/file");
        assert_eq!(fs::read_to_string(&copied).unwrap(), "text");
        assert!(!fs::metadata(&copied).unwrap().permissions().readonly());
    }
}
