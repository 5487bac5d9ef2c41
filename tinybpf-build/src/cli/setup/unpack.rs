//! Releases: archives that are downloaded and unpacked.

use std::{
    env::consts::{ARCH, OS},
    fs,
    path::Path,
    process::Command,
};

use tempfile::TempDir;

use crate::{
    Error,
    cli::{Ui, process},
};

/// An archive with one folder.
pub(super) struct Archive {
    pub(super) url: String,
    /// The folder inside.
    pub(super) folder: &'static str,
}

/// A release of TinyGo for this system, if there is one.
pub(super) fn tinygo(version: &str) -> Option<Archive> {
    let (os, arch) = host()?;
    Some(Archive {
        url: format!(
            "https://github.com/tinygo-org/tinygo/releases/download/v{version}/tinygo{version}.{os}-{arch}.tar.gz"
        ),
        folder: "tinygo",
    })
}

/// A release of Go for this system, if there is one.
pub(super) fn go(version: &str) -> Option<Archive> {
    let (os, arch) = host()?;
    Some(Archive {
        url: format!("https://go.dev/dl/go{version}.{os}-{arch}.tar.gz"),
        folder: "go",
    })
}

/// This system, as Go calls it, where both have archives for it.
fn host() -> Option<(&'static str, &'static str)> {
    let os = match OS {
        "linux" => "linux",
        "macos" => "darwin",
        _ => return None,
    };
    let arch = match ARCH {
        "x86_64" => "amd64",
        "aarch64" => "arm64",
        _ => return None,
    };
    Some((os, arch))
}

fn curl() -> Command {
    let mut command = Command::new("curl");
    command.args(["--location", "--fail", "--silent", "--show-error"]);
    command
}

impl Archive {
    /// Whether it can be downloaded from here.
    pub(super) fn is_reachable(&self) -> bool {
        let mut head = curl();
        head.args(["--head", "--max-time", "10", "--output", "/dev/null"]);
        process::output(head.arg(&self.url)).is_ok()
    }
}

/// Puts the folder of an archive into `data`, in place of what was there.
pub(super) fn unpack(ui: &Ui, archive: &Archive, data: &Path) -> Result<(), Error> {
    let draft = draft(data)?;
    let file = draft.path().join("archive.tar.gz");
    process::output(curl().arg("--output").arg(&file).arg(&archive.url))?;
    let mut tar = Command::new("tar");
    tar.arg("-xzf").arg(&file).arg("-C").arg(draft.path());
    process::output(&mut tar)?;
    place(
        ui,
        &draft.path().join(archive.folder),
        &data.join(archive.folder),
    )
}

/// A folder for what is on its way to `data`, beside its place, so that it can be moved there as a whole.
pub(super) fn draft(data: &Path) -> Result<TempDir, Error> {
    let io = |source| Error::io(data, source);
    fs::create_dir_all(data).map_err(io)?;
    let mut draft = tempfile::Builder::new();
    draft.prefix("draft-").tempdir_in(data).map_err(io)
}

/// Moves a folder to its place, in place of what was there.
pub(super) fn place(ui: &Ui, from: &Path, to: &Path) -> Result<(), Error> {
    if to.exists() {
        ui.say(format_args!(
            "setup: replacing {}, which does not work",
            to.display()
        ));
        fs::remove_dir_all(to).map_err(|source| Error::io(to, source))?;
    }
    fs::rename(from, to).map_err(|source| Error::io(to, source))
}
