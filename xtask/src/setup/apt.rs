//! Debian's packages.

use std::{
    error::Error,
    fs,
    process::{Command, Stdio},
};

/// Installs those of the packages that are missing.
///
/// # Errors
///
/// A message with the command to run when this is not Debian (or one of its kind) or not root, or what apt said.
pub(crate) fn install(packages: &[&str]) -> Result<(), Box<dyn Error>> {
    let missing: Vec<_> = packages
        .iter()
        .copied()
        .filter(|name| !installed(name))
        .collect();
    if missing.is_empty() {
        println!("packages: {} are installed", packages.join(", "));
        return Ok(());
    }
    let list = missing.join(" ");
    if which::which("apt-get").is_err() {
        return Err(format!("these Debian packages are needed, and there is no apt-get to install them: {list}\ninstall what corresponds to them on this system, then run this again").into());
    }
    if !is_root() {
        return Err(format!("these packages are missing, and only root can install them; run\n  sudo apt-get install -y --no-install-recommends {list}\nthen run this again").into());
    }
    println!("packages: installing {list}");
    // The lists of packages may be missing or old: once more with new ones.
    if apt_get(&missing).is_err() {
        run(Command::new("apt-get").args(["update", "-qq"]))?;
        apt_get(&missing)?;
    }
    Ok(())
}

/// Whether a package is installed, by dpkg's records.
pub(crate) fn installed(package: &str) -> bool {
    let query = Command::new("dpkg-query")
        .args(["--show", "--showformat=${db:Status-Status}", package])
        .stderr(Stdio::null())
        .output();
    query.is_ok_and(|output| output.stdout == b"installed")
}

/// Whether this process is root's; false where that cannot be told.
pub(crate) fn is_root() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let uids = status.lines().find_map(|line| line.strip_prefix("Uid:"));
    // Real, effective, saved, file system: it is the effective one that counts.
    uids.and_then(|uids| uids.split_whitespace().nth(1)) == Some("0")
}

fn apt_get(packages: &[&str]) -> Result<(), Box<dyn Error>> {
    let options = ["install", "-y", "-qq", "--no-install-recommends"];
    run(Command::new("apt-get")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .args(options)
        .args(packages))
}

/// Runs a command quietly; its output is in the error when it fails.
pub(crate) fn run(command: &mut Command) -> Result<(), Box<dyn Error>> {
    output(command).map(drop)
}

/// Runs a command and returns what it prints, trimmed; its errors are in the error when it fails.
pub(crate) fn output(command: &mut Command) -> Result<String, Box<dyn Error>> {
    let name = command.get_program().to_string_lossy().into_owned();
    let args: Vec<_> = command
        .get_args()
        .map(|arg| arg.to_string_lossy())
        .collect();
    let line = format!("{name} {}", args.join(" "));
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("`{line}`: {error}"))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if output.status.success() {
        return Ok(text(&output.stdout));
    }
    let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
    Err(format!("`{line}` failed ({}):\n{stdout}\n{stderr}", output.status).into())
}
