//! Guards files: nobody, root included, opens them, or opens them for writing, while this runs.

use std::{env, fs, os::unix::fs::MetadataExt, process::ExitCode, time::Duration};

use common::{Context, Result, text, until_ctrl_c};

mod guard {
    include!(concat!(env!("OUT_DIR"), "/file_guard.rs"));
}

const USAGE: &str = "\
usage: lsm-file-open GUARD…   deny opening files; Ctrl-C ends it

GUARD is closed=PATH, or readonly=PATH to deny writing only.
example: lsm-file-open closed=/root/secret readonly=/etc/hosts";

/// What a file is opened for (`FMODE_*` in the kernel's `linux/fs.h`).
const FMODE_READ: u64 = 1;
const FMODE_WRITE: u64 = 2;

fn main() -> ExitCode {
    common::run(run)
}

fn run() -> Result {
    let args: Vec<String> = env::args().skip(1).collect();
    if args.is_empty() || args.iter().any(|arg| arg.starts_with('-')) {
        println!("{USAGE}");
        return Ok(());
    }
    let guarded = args
        .iter()
        .map(|text| Guarded::parse(text))
        .collect::<Result<Vec<_>>>()?;
    check_modules()?;

    let mut guard = guard::FileGuard::builder().load()?;
    for file in &guarded {
        guard.maps.guards.insert(file.id, file.guard, 0)?;
    }
    guard.programs.attach_all()?;

    println!("guarding {} files", guarded.len());
    println!("{:>8} {:>8} {:<16} PATH", "PID", "UID", "COMMAND");
    until_ctrl_c(Duration::from_millis(100), || {
        for denial in guard.maps.denials.by_ref() {
            print(&denial?, &guarded);
        }
        Ok(())
    })?;
    for file in &guarded {
        let denials = guard.maps.guards.get(&file.id, 0)?.denials;
        println!("{denials:>8} × {}", file.text);
    }
    Ok(())
}

/// Whether the kernel asks programs at all.
fn check_modules() -> Result {
    let file = "/sys/kernel/security/lsm";
    let modules = fs::read_to_string(file).context(format!(
        "{file} (mount -t securityfs securityfs /sys/kernel/security)"
    ))?;
    if modules.split(',').any(|module| module.trim() == "bpf") {
        return Ok(());
    }
    Err(format!("boot with lsm={modules},bpf on the kernel's command line: bpf is not among its security modules").into())
}

fn print(denial: &guard::Denial, guarded: &[Guarded]) {
    let is = |file: &&Guarded| {
        (file.id.inode, file.id.device) == (denial.file.inode, denial.file.device)
    };
    println!(
        "{:>8} {:>8} {:<16} {}",
        denial.pid,
        denial.uid,
        text(&denial.comm),
        guarded.iter().find(is).map_or("?", |file| file.path()),
    );
}

/// A file of the command line.
struct Guarded {
    text: String,
    id: guard::FileID,
    guard: guard::Guard,
}

impl Guarded {
    fn parse(text: &str) -> Result<Self> {
        let modes = match text.split_once('=') {
            Some(("closed", _)) => FMODE_READ | FMODE_WRITE,
            Some(("readonly", _)) => FMODE_WRITE,
            _ => return Err(format!("{text}: neither closed= nor readonly=\n{USAGE}").into()),
        };
        let mut guarded = Self {
            text: text.to_owned(),
            id: guard::FileID::ZERO,
            guard: guard::Guard { modes, denials: 0 },
        };
        let metadata = fs::metadata(guarded.path()).context(guarded.path())?;
        guarded.id = guard::FileID {
            inode: metadata.ino(),
            device: kernel_device(metadata.dev()),
        };
        Ok(guarded)
    }

    fn path(&self) -> &str {
        self.text.split_once('=').map_or("", |(_, path)| path)
    }
}

/// A device number as the kernel keeps it (`MKDEV` in `linux/kdev_t.h`), from what it tells user space (`gnu_dev_makedev`
/// in glibc).
fn kernel_device(device: u64) -> u64 {
    let major = (device >> 8 & 0xfff) | (device >> 32 & !0xfff);
    let minor = (device & 0xff) | (device >> 12 & !0xff);
    major << 20 | minor & 0xf_ffff
}
