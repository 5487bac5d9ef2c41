//! Gets the newest `linux-libc-dev` from Debian, without installing it.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Where a current kernel's headers are found, whatever the release of this machine.
const SUITES: &[&str] = &["sid", "trixie-backports"];
const PACKAGE: &str = "linux-libc-dev";
const KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

/// Downloads the package into `folder` and returns the path of its `linux/bpf.h`.
pub(crate) fn newest_header(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let config = apt_root(folder, &mirror()?)?;
    let apt = |program: &str, args: &[&str]| {
        let mut command = Command::new(program);
        command
            .args(args)
            .env("APT_CONFIG", &config)
            .current_dir(folder);
        output(command)
    };
    apt("apt-get", &["-q", "update"])?;
    let listing = apt("apt-cache", &["madison", PACKAGE])?;
    let version = newest(&listing)?;
    apt(
        "apt-get",
        &["-q", "download", &format!("{PACKAGE}={version}")],
    )?;
    let package = fs::read_dir(folder)?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|e| e == "deb"))
        .ok_or("apt-get download left no package")?;
    let mut unpack = Command::new("dpkg-deb");
    unpack.arg("-x").arg(package).arg(folder.join("unpacked"));
    output(unpack)?;
    Ok(folder.join("unpacked/usr/include/linux/bpf.h"))
}

/// The Debian archive that this machine's own apt uses.
fn mirror() -> Result<String, Box<dyn Error>> {
    let mut command = Command::new("apt-get");
    command.args(["indextargets", "--format", "$(REPO_URI)"]);
    output(command)?
        .lines()
        .find(|uri| uri.trim_end_matches('/').ends_with("/debian"))
        .map(str::to_owned)
        .ok_or_else(|| {
            "no Debian archive in apt's sources; give a header with --header FILE".into()
        })
}

/// Lays out an apt of our own under `folder`, so that the machine's package lists stay as they are.
fn apt_root(folder: &Path, mirror: &str) -> Result<PathBuf, Box<dyn Error>> {
    let root = folder.join("apt");
    fs::create_dir_all(root.join("lists/partial"))?;
    fs::create_dir_all(root.join("cache/archives/partial"))?;
    fs::write(root.join("status"), "")?;
    let sources: String = SUITES
        .iter()
        .map(|suite| format!("deb [signed-by={KEYRING}] {mirror} {suite} main\n"))
        .collect();
    fs::write(root.join("sources.list"), sources)?;
    let config = root.join("apt.conf");
    let dir = root.display();
    fs::write(
        &config,
        format!(
            "Dir::Etc::sourcelist \"{dir}/sources.list\";\nDir::Etc::sourceparts \"/dev/null\";\n\
             Dir::Etc::preferences \"/dev/null\";\nDir::Etc::preferencesparts \"/dev/null\";\n\
             Dir::State \"{dir}\";\nDir::State::lists \"{dir}/lists\";\nDir::State::status \"{dir}/status\";\n\
             Dir::Cache \"{dir}/cache\";\nAcquire::Languages \"none\";\nAcquire::Retries \"3\";\n\
             APT::Sandbox::User \"\";\n"
        ),
    )?;
    Ok(config)
}

/// The greatest version among the lines of `apt-cache madison`, as dpkg orders them.
fn newest(listing: &str) -> Result<String, Box<dyn Error>> {
    let mut best: Option<&str> = None;
    for version in listing.lines().filter_map(|line| line.split('|').nth(1)) {
        let version = version.trim();
        let newer = match best {
            None => true,
            Some(best) => Command::new("dpkg")
                .args(["--compare-versions", version, "gt", best])
                .status()?
                .success(),
        };
        if newer {
            best = Some(version);
        }
    }
    best.map(str::to_owned)
        .ok_or_else(|| format!("no {PACKAGE} in {}", SUITES.join(", ")).into())
}

/// Runs a command and returns what it printed; its errors are part of ours.
fn output(mut command: Command) -> Result<String, Box<dyn Error>> {
    let result = command
        .output()
        .map_err(|error| format!("{}: {error}", command.get_program().display()))?;
    if !result.status.success() {
        let text = String::from_utf8_lossy(&result.stderr);
        return Err(format!("{command:?} failed ({}):\n{text}", result.status).into());
    }
    Ok(String::from_utf8(result.stdout)?)
}
