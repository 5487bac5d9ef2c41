//! `cargo xtask codegen`: writes the tables of tinybpf-core that mirror `linux/bpf.h`.
//!
//! The header comes from the newest `linux-libc-dev` package of Debian (downloaded by apt, which checks its
//! signature; nothing is installed), or from `--header FILE`. A `version.h` beside it names the kernel.
//!
//! With `--vmlinux FILE` it writes the table of kfuncs instead, from the BTF of that kernel.

mod header;
mod package;
mod render;

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use header::Header;
use tinybpf_core::inspect;

/// What `cargo xtask help` says of this task.
pub(crate) const HELP: &str = "\
[--header FILE | --vmlinux FILE] [--check]
    Generate the tables of helpers, map, program and attach types from the newest linux/bpf.h, or that of kfuncs.
    --header FILE   read this header (with version.h beside it) and download nothing
    --vmlinux FILE  the table of kfuncs, from this kernel's uncompressed image
    --check         write nothing; fail when the committed tables are not what the header gives";

/// Runs the task.
pub(crate) fn run(args: &[String]) -> Result<(), Box<dyn Error>> {
    let mut header = None;
    let mut vmlinux = None;
    let mut check = false;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--check" => check = true,
            "--header" => header = Some(args.next().ok_or("--header needs a file")?),
            "--vmlinux" => vmlinux = Some(args.next().ok_or("--vmlinux needs a file")?),
            other => return Err(format!("codegen does not take {other:?}\n{HELP}").into()),
        }
    }
    if let Some(vmlinux) = vmlinux {
        return write_kfuncs(Path::new(vmlinux), check);
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

/// The sources of tinybpf-core.
fn core() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tinybpf-core/src")
}

/// Writes the table of kfuncs from a kernel's image.
fn write_kfuncs(vmlinux: &Path, check: bool) -> Result<(), Box<dyn Error>> {
    let image = fs::read(vmlinux).map_err(|error| format!("{}: {error}", vmlinux.display()))?;
    let kfuncs = inspect::kfuncs(&image)?;
    let kernel = kernel_of(&image).ok_or("the image does not say which kernel it is")?;
    let text = render::kfuncs(&kfuncs, &kernel);
    update(&core().join("kfuncs/generated.rs"), &text, check)?;
    let agree = if check { ": the table agrees" } else { "" };
    println!("{} kfuncs of Linux {kernel}{agree}", kfuncs.len());
    Ok(())
}

/// The version in the banner of a kernel's image (`linux_banner` in `init/version.c`).
fn kernel_of(image: &[u8]) -> Option<String> {
    const BANNER: &[u8] = b"Linux version ";
    let numbers = image
        .windows(BANNER.len())
        .enumerate()
        .filter_map(|(at, window)| {
            let rest = image
                .get(at + BANNER.len()..)
                .filter(|_| window == BANNER)?;
            let end = rest
                .iter()
                .position(|c| !(c.is_ascii_digit() || *c == b'.'))?;
            String::from_utf8(rest[..end].to_vec()).ok()
        });
    numbers.into_iter().find(|number| number.contains('.'))
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
