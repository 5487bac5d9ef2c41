//! Closes files: nobody, root included, opens them while this runs.

mod loader;
#[cfg(test)]
mod tests;

use std::{env, fs, os::unix::fs::MetadataExt, process::ExitCode, time::Duration};

use loader::Result;
use probe::{FileID, Probe};

mod probe {
    include!(concat!(env!("OUT_DIR"), "/probe.rs"));
}

/// The security modules of the running kernel.
const MODULES: &str = "/sys/kernel/security/lsm";

const USAGE: &str = "\
arguments: FILE…\n\
Denies opening the files until Ctrl-C.";

fn main() -> ExitCode {
    loader::main(run)
}

fn run() -> Result {
    let files: Vec<String> = env::args().skip(1).collect();
    if files.is_empty() || files.iter().any(|file| file.starts_with('-')) {
        println!("{USAGE}");
        return Ok(());
    }
    // A kernel that does not ask programs would take this one without a word.
    let modules = fs::read_to_string(MODULES).map_err(|error| format!("{MODULES}: {error}"))?;
    if !modules.split(',').any(|module| module.trim() == "bpf") {
        return Err(format!(
            "boot with lsm={modules},bpf: bpf is not among the kernel's security modules"
        )
        .into());
    }
    let mut probe = Probe::builder().load()?;
    let mut ids = Vec::new();
    for file in &files {
        let found = fs::metadata(file).map_err(|error| format!("{file}: {error}"))?;
        let id = FileID {
            inode: found.ino(),
            device: kernel_device(found.dev()),
        };
        probe.maps.closed.insert(id, 0, 0)?;
        ids.push(id);
    }
    probe.programs.attach_all()?;
    println!("{} files are closed", files.len());
    loader::until_ctrl_c(Duration::from_millis(100), || {
        Ok(probe.maps.logs.print()?)
    })?;
    for (file, id) in files.iter().zip(&ids) {
        println!("{file} was denied {} times", probe.maps.closed.get(id, 0)?);
    }
    Ok(())
}

/// A device number as the kernel keeps it (`MKDEV` in `linux/kdev_t.h`), from what it tells processes (`gnu_dev_makedev` in glibc).
fn kernel_device(device: u64) -> u64 {
    let major = (device >> 8 & 0xfff) | (device >> 32 & !0xfff);
    let minor = (device & 0xff) | (device >> 12 & !0xff);
    major << 20 | minor & 0xf_ffff
}
