//! `cargo xtask setup`: installs what the builds and the tests need.

pub(crate) mod apt;

use std::{
    env,
    error::Error,
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use tinybpf_build::tinygo::{Request, Runtime, TinyGo, data_dir};

pub(crate) const HELP: &str = "[--tests]
    Installs TinyGo for this user, unless there is one already: builds it from the Go module proxy, with LLVM from
    Debian's packages (root). With --tests, also what the tests need. Safe to run again: what is there stays.";

/// The TinyGo that is built, and the newest Go that it accepts, which also builds it.
const TINYGO: &str = "v0.40.1";
const MODULE: &str = "github.com/tinygo-org/tinygo";
const GO: &str = "go1.25.5";

/// What TinyGo is built against, `g++` for the part of it that is C++.
const TINYGO_PACKAGES: &[&str] = &["g++", "llvm-19-dev", "libclang-19-dev", "liblld-19-dev"];

/// What the tests need: LLVM libraries beside rustc's, libbpf's loader, a C compiler for BPF with libbpf's headers, and what
/// libbpf-rs compiles libbpf against.
#[rustfmt::skip]
pub(crate) const TEST_PACKAGES: &[&str] =
    &["libllvm19", "libllvm22", "clang-22", "bpftool", "libbpf-dev", "libelf-dev", "zlib1g-dev", "pkg-config"];

/// What booting other kernels needs: the machine, what runs in it, what unpacks the kernels, and the keys they are signed with.
#[rustfmt::skip]
pub(crate) const KERNEL_PACKAGES: &[&str] =
    &["qemu-system-x86", "busybox-static", "lz4", "zstd", "xz-utils", "debian-archive-keyring"];

pub(crate) fn run(args: &[String]) -> Result<(), Box<dyn Error>> {
    let tests = match args {
        [] => false,
        [flag] if flag == "--tests" => true,
        _ => return Err(format!("usage: cargo xtask setup {HELP}").into()),
    };
    tinygo()?;
    if tests {
        apt::install(TEST_PACKAGES)?;
        apt::install(KERNEL_PACKAGES)?;
    }
    Ok(())
}

/// A TinyGo that works: the one that is there, or a new one.
pub(crate) fn tinygo() -> Result<TinyGo, Box<dyn Error>> {
    let tinygo = match find() {
        Ok(tinygo) => tinygo,
        // Another than the one that the user names would not be used.
        Err(error) if env::var_os("TINYGO").is_some_and(|value| !value.is_empty()) => {
            return Err(error.into());
        }
        Err(_) => {
            install()?;
            find()?
        }
    };
    if let Err(first) = check(&tinygo) {
        // The usual reason: the machine's Go is too new for TinyGo, and may not download an older one by itself.
        println!(
            "Go: downloading {GO}, the newest that TinyGo {} accepts",
            tinygo.version()
        );
        apt::run(
            Command::new(tinygo.go())
                .arg("version")
                .env("GOTOOLCHAIN", GO),
        )?;
        check(&tinygo).map_err(|_| first)?;
    }
    println!(
        "TinyGo: {} at {} works",
        tinygo.version(),
        tinygo.path().display()
    );
    Ok(tinygo)
}

/// The TinyGo that a build would use.
pub(crate) fn find() -> Result<TinyGo, tinybpf_build::Error> {
    TinyGo::find(None, &|name| env::var_os(name))
}

/// Compiles a smallest program, which tells more about an installation than its version does.
pub(crate) fn check(tinygo: &TinyGo) -> Result<(), tinybpf_build::Error> {
    let io = |path: &Path, source| tinybpf_build::Error::Io {
        path: path.to_owned(),
        source,
    };
    let dir = tempfile::tempdir().map_err(|source| io(&env::temp_dir(), source))?;
    let main = dir.path().join("main.go");
    let program =
        "package main\n\n//export probe\nfunc probe() int32 { return 0 }\n\nfunc main() {}\n";
    fs::write(&main, program).map_err(|source| io(&main, source))?;
    tinygo.compile(&Request {
        package: dir.path(),
        tags: &[],
        args: &[],
        endian: tinybpf_build::tinygo::Endian::Little,
        runtime: Runtime::Bpf,
        output: &dir.path().join("probe.bc"),
    })?;
    Ok(())
}

/// Builds TinyGo and puts it where builds look for it.
fn install() -> Result<(), Box<dyn Error>> {
    if !cfg!(target_os = "linux") || which::which("apt-get").is_err() {
        let error = find().err().map(|error| error.to_string());
        return Err(error.unwrap_or_default().into());
    }
    let go = which::which("go").map_err(|_| "Go is missing; TinyGo is built with it, and needs it to run. See https://go.dev/doc/install")?;
    let data = data_dir(&|name| env::var_os(name)).ok_or(
        "neither XDG_DATA_HOME nor HOME is set, so there is no place to install TinyGo to",
    )?;
    let place = data.join("tinygo");
    println!(
        "TinyGo: none found, installing {TINYGO} to {}",
        place.display()
    );
    apt::install(TINYGO_PACKAGES)?;
    fs::create_dir_all(&data).map_err(|error| format!("{}: {error}", data.display()))?;
    // Beside its place, so that it can be moved there as a whole.
    let draft = tempfile::Builder::new()
        .prefix("tinygo-draft-")
        .tempdir_in(&data)?;
    let sources = build(&go, draft.path())?;
    for part in ["LICENSE", "lib", "src", "targets"] {
        copy(&sources.join(part), &draft.path().join(part))?;
    }
    // A submodule, which a module's archive leaves out. TinyGo wants the folder, and BPF nothing in it.
    fs::create_dir_all(draft.path().join("src/net"))?;
    if place.exists() {
        println!("TinyGo: replacing {}, which does not work", place.display());
        fs::remove_dir_all(&place)?;
    }
    fs::rename(draft.path(), &place)?;
    let _ = draft.keep();
    Ok(())
}

/// Builds `bin/tinygo` in `draft`; returns the folder of TinyGo's module.
fn build(go: &Path, draft: &Path) -> Result<PathBuf, Box<dyn Error>> {
    println!("TinyGo: building (a minute or so; {GO} and the sources are downloaded first)");
    let module = tempfile::tempdir()?;
    // `go install module@version` asks for a list of versions, which not every proxy has.
    let wanted = format!("module tinygo.build\n\ngo 1.25\n\nrequire {MODULE} {TINYGO}\n");
    fs::write(module.path().join("go.mod"), wanted)?;
    let go = |args: &[&str]| {
        let mut command = Command::new(go);
        command
            .current_dir(module.path())
            .args(args)
            .env("GOTOOLCHAIN", GO)
            .env("GOWORK", "off")
            .env("CGO_ENABLED", "1")
            .env_remove("GOROOT");
        command
    };
    let output = draft.join("bin/tinygo");
    apt::run(
        go(&["build", "-mod=mod", "-tags=llvm19", "-o"])
            .arg(&output)
            .arg(MODULE),
    )?;
    let dir = apt::output(&mut go(&["list", "-mod=mod", "-m", "-f={{.Dir}}", MODULE]))?;
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

    #[test]
    fn unknown_arguments_are_refused_before_anything_is_installed() {
        let error = run(&["--test".to_owned()]).unwrap_err().to_string();
        assert!(
            error.starts_with("usage: cargo xtask setup [--tests]"),
            "{error}"
        );
    }
}
