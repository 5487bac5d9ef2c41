//! Archives in the format that the kernel unpacks as its first file system (`newc`,
//! `Documentation/driver-api/early-userspace/buffer-format.rst`), written without root and without a tool.

use std::{
    collections::BTreeSet,
    fs, io,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

const FOLDER: u32 = 0o040_000;
const FILE: u32 = 0o100_000;
const LINK: u32 = 0o120_000;
const DEVICE: u32 = 0o020_000;

/// An archive in memory.
#[derive(Default)]
pub(crate) struct Cpio {
    data: Vec<u8>,
    entries: u32,
    folders: BTreeSet<PathBuf>,
}

impl Cpio {
    /// A folder, with those that it is in.
    pub(crate) fn folder(&mut self, path: impl AsRef<Path>) {
        let path = relative(path.as_ref());
        if path.as_os_str().is_empty() || !self.folders.insert(path.to_owned()) {
            return;
        }
        if let Some(parent) = path.parent() {
            self.folder(parent);
        }
        self.entry(path, FOLDER | 0o755, &[], (0, 0));
    }

    /// A file.
    pub(crate) fn file(&mut self, path: impl AsRef<Path>, mode: u32, data: &[u8]) {
        let path = relative(path.as_ref());
        self.parent(path);
        self.entry(path, FILE | mode, data, (0, 0));
    }

    /// A file of the host.
    pub(crate) fn copy(&mut self, path: impl AsRef<Path>, from: &Path) -> io::Result<()> {
        let mode = fs::metadata(from)?.permissions().mode() & 0o777;
        self.file(path, mode, &fs::read(from)?);
        Ok(())
    }

    /// A symbolic link.
    pub(crate) fn link(&mut self, path: impl AsRef<Path>, to: &str) {
        let path = relative(path.as_ref());
        self.parent(path);
        self.entry(path, LINK | 0o777, to.as_bytes(), (0, 0));
    }

    /// A character device.
    pub(crate) fn device(&mut self, path: impl AsRef<Path>, number: (u32, u32)) {
        let path = relative(path.as_ref());
        self.parent(path);
        self.entry(path, DEVICE | 0o600, &[], number);
    }

    /// The archive.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.entry(Path::new("TRAILER!!!"), 0, &[], (0, 0));
        self.data
    }

    fn parent(&mut self, path: &Path) {
        if let Some(parent) = path.parent() {
            self.folder(parent);
        }
    }

    fn entry(&mut self, path: &Path, mode: u32, data: &[u8], device: (u32, u32)) {
        self.entries += 1;
        let name = path.to_string_lossy();
        let sizes = [data.len(), name.len() + 1].map(|size| size as u32);
        let fields = [
            self.entries,
            mode,
            0,
            0,
            1,
            0,
            sizes[0],
            0,
            0,
            device.0,
            device.1,
            sizes[1],
            0,
        ];
        self.data.extend(b"070701");
        for field in fields {
            self.data.extend(format!("{field:08X}").bytes());
        }
        self.data.extend(name.bytes());
        self.data.push(0);
        self.pad();
        self.data.extend(data);
        self.pad();
    }

    fn pad(&mut self) {
        self.data.resize(self.data.len().next_multiple_of(4), 0);
    }
}

fn relative(path: &Path) -> &Path {
    path.strip_prefix("/").unwrap_or(path)
}
