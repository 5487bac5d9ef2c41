//! Debian's packages.

use std::{
    fs,
    process::{Command, Stdio},
};

use tinybpf_core::Topic;

use crate::{
    Error,
    cli::{Failure, Ui, process},
};

/// Installs those of the packages that are missing. Where none is, it needs no rights.
///
/// # Errors
///
/// [`Error::Toolchain`] with the command to run when this is not Debian (or one of its kind) or not root, or with what apt said.
pub fn install(ui: &Ui, packages: &[&str]) -> Result<(), Failure> {
    let missing = missing(packages);
    if missing.is_empty() {
        ui.say(format_args!(
            "packages: {} are installed",
            packages.join(", ")
        ));
        return Ok(());
    }
    let list = missing.join(" ");
    if !is_debian() {
        let message = format!(
            "these Debian packages are needed, and there is no apt-get to install them: {list}"
        );
        let help = "install what corresponds to them on this system, then run this again";
        return Err(Error::toolchain(Topic::Setup, message, help).into());
    }
    if !is_root() {
        let message = format!("these packages are missing, and only root can install them: {list}");
        let help = format!(
            "run this, and then this command again:\n  {}",
            command(&missing)
        );
        return Err(Error::toolchain(Topic::Setup, message, help).into());
    }
    ui.say(format_args!("packages: installing {list}"));
    let _progress = ui.progress(format_args!("installing {list}"));
    // The lists of packages may be missing or old: once more with new ones.
    if apt_get(&missing).is_err() {
        process::output(Command::new("apt-get").args(["update", "-qq"]))?;
        apt_get(&missing)?;
    }
    Ok(())
}

/// Those of the packages that are not installed.
pub(in crate::cli) fn missing<'a>(packages: &[&'a str]) -> Vec<&'a str> {
    let packages = packages.iter().copied();
    packages.filter(|name| !installed(name)).collect()
}

/// What a user runs to install packages.
pub(in crate::cli) fn command(packages: &[&str]) -> String {
    let sudo = if is_root() { "" } else { "sudo " };
    format!(
        "{sudo}apt-get install -y --no-install-recommends {}",
        packages.join(" ")
    )
}

/// Whether there is `apt-get`.
pub(in crate::cli) fn is_debian() -> bool {
    which::which("apt-get").is_ok()
}

/// Whether a package is installed, by dpkg's records.
fn installed(package: &str) -> bool {
    let query = crate::process::output(
        Command::new("dpkg-query")
            .args(["--show", "--showformat=${db:Status-Status}", package])
            .stderr(Stdio::null()),
    );
    query.is_ok_and(|output| output.stdout == b"installed")
}

/// Whether this process is root's; false where that cannot be told.
#[must_use]
pub fn is_root() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let uids = status.lines().find_map(|line| line.strip_prefix("Uid:"));
    // Real, effective, saved, file system: it is the effective one that counts.
    uids.and_then(|uids| uids.split_whitespace().nth(1)) == Some("0")
}

fn apt_get(packages: &[&str]) -> Result<(), Error> {
    let options = ["install", "-y", "-qq", "--no-install-recommends"];
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    process::output(command.args(options).args(packages)).map(drop)
}
