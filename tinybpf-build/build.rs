//! Names the code of this crate, and of those beside it that it is built from, by a hash: what one state of the code compiled is of no use
//! to another.

use std::{
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::Path,
};

/// The folders with code. Those of the other crates are there in a checkout only; elsewhere their versions name them.
const FOLDERS: [&str; 5] = [
    "src",
    "runtime",
    "go",
    "../tinybpf-core/src",
    "../tinybpf-object/src",
];

fn main() {
    let mut hasher = DefaultHasher::new();
    for folder in FOLDERS {
        if Path::new(folder).is_dir() {
            println!("cargo::rerun-if-changed={folder}");
            hash(Path::new(folder), &mut hasher);
        }
    }
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-env=TINYBPF_CODE={:016x}", hasher.finish());
}

/// Takes in all files below a folder, in the order of their names.
fn hash(folder: &Path, hasher: &mut DefaultHasher) {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    for path in paths {
        path.file_name().hash(hasher);
        if path.is_dir() {
            hash(&path, hasher);
        } else {
            fs::read(&path).unwrap_or_default().hash(hasher);
        }
    }
}
