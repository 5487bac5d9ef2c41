//! A cgroup for programs that a test attaches.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process,
    sync::{Mutex, MutexGuard, PoisonError},
};

use crate::require;

/// A cgroup that this process is in until it goes away.
pub struct Cgroup {
    root: PathBuf,
    own: PathBuf,
    /// A process is in one cgroup at a time, with all its threads.
    _alone: MutexGuard<'static, ()>,
}

impl Cgroup {
    /// Makes one and enters it. `None` where cgroups of version 2 are not mounted.
    ///
    /// # Panics
    /// If the kernel refuses it.
    #[must_use]
    pub fn join() -> Option<Self> {
        static ALONE: Mutex<()> = Mutex::new(());
        let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        // `nodev cgroup2` mounts: device, folder, type, …
        let mounts = fs::read_to_string("/proc/mounts").expect("proc is mounted");
        let root = mounts.lines().find_map(|mount| {
            let words: Vec<_> = mount.split(' ').collect();
            (words[2] == "cgroup2").then(|| PathBuf::from(words[1]))
        });
        let root = require(root.ok_or("cgroup2 is not mounted"))?;
        let own = root.join(format!("tinybpf-test-{}", process::id()));
        fs::create_dir(&own).expect("a cgroup can be made");
        let cgroup = Self {
            root,
            own,
            _alone: alone,
        };
        enter(&cgroup.own).expect("the process can enter its cgroup");
        Some(cgroup)
    }

    /// Its folder, which programs are attached to.
    ///
    /// # Panics
    /// If it cannot be opened.
    #[must_use]
    pub fn open(&self) -> File {
        File::open(&self.own).expect("the cgroup can be opened")
    }
}

fn enter(folder: &Path) -> std::io::Result<()> {
    fs::write(folder.join("cgroup.procs"), process::id().to_string())
}

impl Drop for Cgroup {
    fn drop(&mut self) {
        // Nothing more can be done about a failure here.
        _ = enter(&self.root);
        _ = fs::remove_dir(&self.own);
    }
}
