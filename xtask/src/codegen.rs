//! `cargo xtask codegen`: writes the tables of tinybpf-object that mirror `linux/bpf.h`.
//!
//! The header comes from the newest `linux-libc-dev` package of Debian (downloaded by apt, which checks its
//! signature; nothing is installed), or from `--header FILE`. A `version.h` beside it names the kernel.
//!
//! With `--kernels DIR` it writes the table of kfuncs instead, from the BTF of the kernels that `cargo xtask kernels` fetched into that folder.

mod go;
mod header;
mod kfuncs;
mod package;
mod render;

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use header::Header;

/// What `cargo xtask help` says of this task.
pub(crate) const HELP: &str = "\
[--header FILE | --kernels DIR | --go] [--check]
    Generate the tables of helpers, map, program and attach types from the newest linux/bpf.h, or that of kfuncs.
    --header FILE   read this header (with version.h beside it) and download nothing
    --kernels DIR   the table of kfuncs, from the kernels in this folder, where `kernels` has put them
    --go            the helpers of the Go package, from the table of helpers and go_helpers.txt
    --check         write nothing; fail when the committed tables are not what the header gives";

/// Runs the task.
pub(crate) fn run(args: &[String]) -> Result<(), Box<dyn Error>> {
    let mut header = None;
    let mut kernels = None;
    let mut check = false;
    let mut go = false;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--check" => check = true,
            "--go" => go = true,
            "--header" => header = Some(args.next().ok_or("--header needs a file")?),
            "--kernels" => kernels = Some(args.next().ok_or("--kernels needs a folder")?),
            other => return Err(format!("codegen does not take {other:?}\n{HELP}").into()),
        }
    }
    if let Some(kernels) = kernels {
        return write_kfuncs(Path::new(kernels), check);
    }
    if go {
        return write_go(check);
    }
    let (bpf, version) = match header {
        Some(file) => read_header(Path::new(file))?,
        None => {
            let folder = tempfile::tempdir()?;
            read_header(&package::newest_header(folder.path())?)?
        }
    };
    let header = Header::parse(&bpf, &version)?;
    for (file, text) in [
        ("helpers/generated.rs", render::helpers(&header)),
        ("uapi.rs", render::enums(&header)),
    ] {
        update(&core().join(file), &text, check)?;
    }
    println!(
        "{} helpers of Linux {}{}",
        header.helpers.len(),
        header.kernel,
        if check { ": the tables agree" } else { "" }
    );
    Ok(())
}

/// The sources of tinybpf-object.
fn core() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tinybpf-object/src")
}

/// Writes the helpers of the Go package.
fn write_go(check: bool) -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tinybpf-build/go");
    let defaults = go::defaults(&folder)?;
    for (file, text) in go::files(&defaults)? {
        update(&folder.join(file), &text, check)?;
    }
    Ok(())
}

/// Writes the table of kfuncs from the kernels in a folder.
fn write_kfuncs(folder: &Path, check: bool) -> Result<(), Box<dyn Error>> {
    let (kfuncs, kernels) = kfuncs::collect(folder)?;
    let kernels = kernels.join(", ");
    let text = render::kfuncs(&kfuncs, &kernels);
    update(&core().join("kfuncs/generated.rs"), &text, check)?;
    let agree = if check { ": the table agrees" } else { "" };
    println!("{} kfuncs of Linux {kernels}{agree}", kfuncs.len());
    Ok(())
}

/// The texts of `bpf.h` and of the `version.h` beside it.
fn read_header(file: &Path) -> Result<(String, String), Box<dyn Error>> {
    let read = |path: &Path| {
        fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
    };
    Ok((read(file)?, read(&file.with_file_name("version.h"))?))
}

/// Writes a generated file, or with `check` compares it. The line that names the kernel is not compared: a newer
/// kernel with the same tables is no difference.
fn update(path: &Path, text: &str, check: bool) -> Result<(), Box<dyn Error>> {
    if !check {
        return Ok(fs::write(path, text)?);
    }
    let old = fs::read_to_string(path)?;
    let lines = |text: &str| -> Vec<String> {
        text.lines()
            .filter(|line| !line.contains(render::KERNEL_LINE))
            .map(str::to_owned)
            .collect()
    };
    let (old, new) = (lines(&old), lines(text));
    if old == new {
        return Ok(());
    }
    let missing = new.iter().filter(|line| !old.contains(line));
    let stale = old.iter().filter(|line| !new.contains(line));
    let mut message = format!(
        "{} is not what the header gives; run `cargo xtask codegen`",
        path.display()
    );
    for (sign, line) in missing.map(|l| ('+', l)).chain(stale.map(|l| ('-', l))) {
        message += &format!("\n{sign} {line}");
    }
    Err(message.into())
}
