//! What builds made, kept for later ones of all crates, profiles and target folders.
//!
//! A [key](crate::builder) says all that is known before any tool runs: options, tools, where the sources are. Which files the tools read is
//! known only after they ran, so an [`Entry`] lists these with hashes of what was in them, and counts while they are all as they were.
//! Several entries may have one key, as after going from one Git branch to another and back.
//!
//! An entry is one file. It appears whole or not at all, under a name that says what is in it, and starts with a checksum; so processes need
//! not know of each other, and what is damaged is found and dropped. Nothing here is an error: a cache that cannot be used costs time.

mod codec;
mod depends;
mod entry;
#[cfg(test)]
mod tests;

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    time::SystemTime,
};

pub(crate) use self::{
    depends::{Dependencies, Reads},
    entry::Entry,
};
use crate::hash::hash;

/// Most bytes that all entries may take: some thousand builds.
const LIMIT: u64 = 256 << 20;

/// Entries lie in folders by the first digit of their keys, each of which is kept small by itself.
const SHARDS: u64 = 16;

/// Entries of one key; more would make each build look at the sources as often.
const PER_KEY: usize = 8;

/// The folder of entries in the folder of the cache.
const FOLDER: &str = "objects";

/// Starts each entry; the number changes with their form.
const MAGIC: &str = "tinybpf object 1";

/// A folder of entries.
#[derive(Clone, Debug)]
pub(crate) struct Cache {
    folder: PathBuf,
    limit: u64,
}

impl Cache {
    /// The entries in a folder for caches, which need not exist.
    pub(crate) fn new(folder: &Path) -> Self {
        Self {
            folder: folder.join(FOLDER),
            limit: LIMIT,
        }
    }

    /// The newest entry of a key whose sources are as they were.
    pub(crate) fn take(&self, key: &str) -> Option<Entry> {
        let mut seen = depends::Seen::default();
        self.of_key(key).into_iter().find_map(|file| {
            let Some(entry) = read(&file.path) else {
                // Damaged, or written by another version of this crate.
                let _ = fs::remove_file(&file.path);
                return None;
            };
            if !entry.dependencies.are_unchanged(&mut seen) {
                return None;
            }
            used_now(&file.path);
            Some(entry)
        })
    }

    /// Keeps an entry, and drops those that were not used for longest where there are too many; says why when it could not.
    pub(crate) fn keep(&self, key: &str, entry: &Entry) -> Result<(), String> {
        let body = entry.encode();
        let digest = hash(&body);
        let mut contents = format!("{MAGIC}\n{digest}\n").into_bytes();
        contents.extend(body);
        let of_key = self.of_key(key);
        self.write(&format!("{key}-{}", &digest[..16]), &contents)
            .map_err(|error| format!("{}: {error}", self.folder.display()))?;
        for old in of_key.iter().skip(PER_KEY - 1) {
            let _ = fs::remove_file(&old.path);
        }
        self.make_room(key);
        Ok(())
    }

    fn write(&self, name: &str, contents: &[u8]) -> std::io::Result<()> {
        let shard = self.shard(name);
        fs::create_dir_all(&shard)?;
        let mut file = tempfile::NamedTempFile::new_in(&shard)?;
        file.write_all(contents)?;
        file.persist(shard.join(name))?;
        Ok(())
    }

    fn shard(&self, key: &str) -> PathBuf {
        self.folder.join(key.get(..1).unwrap_or("0"))
    }

    /// The entries of a key, those used last first.
    fn of_key(&self, key: &str) -> Vec<File> {
        let mut files = files(&self.shard(key));
        files.retain(|file| {
            let name = file.path.file_name().unwrap_or_default().to_string_lossy();
            name.split_once('-').is_some_and(|(start, _)| start == key)
        });
        files
    }

    /// Drops what was not used for longest, until the folder that a key is in takes no more than its part.
    fn make_room(&self, key: &str) {
        let mut room = self.limit / SHARDS;
        for file in files(&self.shard(key)) {
            match room.checked_sub(file.size) {
                Some(rest) => room = rest,
                None => drop(fs::remove_file(&file.path)),
            }
        }
    }
}

/// A file in the cache.
struct File {
    path: PathBuf,
    size: u64,
    used: SystemTime,
}

/// The files in a folder, those used last first.
fn files(folder: &Path) -> Vec<File> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<_> = entries
        .filter_map(|entry| {
            let metadata = entry.metadata().ok()?;
            Some(File {
                path: entry.path(),
                size: metadata.len(),
                used: metadata.modified().ok()?,
            })
        })
        .collect();
    files.sort_by(|a, b| (b.used, &a.path).cmp(&(a.used, &b.path)));
    files
}

/// Reads an entry that is whole.
fn read(path: &Path) -> Option<Entry> {
    let contents = fs::read(path).ok()?;
    let rest = contents
        .strip_prefix(MAGIC.as_bytes())?
        .strip_prefix(b"\n")?;
    let (digest, body) = rest.split_at_checked(64)?;
    let body = body.strip_prefix(b"\n")?;
    (hash(body).as_bytes() == digest)
        .then(|| Entry::decode(body))
        .flatten()
}

/// Notes that an entry is of use.
fn used_now(path: &Path) {
    let touch = || {
        fs::File::options()
            .append(true)
            .open(path)?
            .set_modified(SystemTime::now())
    };
    // Of a cache that is only read, nothing is dropped either.
    let _ = touch();
}
