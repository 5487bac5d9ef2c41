//! What TinyGo is given to compile for BPF: a target file, and a root where the Go runtime for BPF lies over its own.
//!
//! The root is a mirror of TinyGo's, made of links, with `src/runtime` and `src/internal/task` replaced. It is made
//! once for each (TinyGo, runtime) and kept in the user's cache.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::{Path, PathBuf},
};

use super::{Endian, Runtime, TinyGo, Version, dirs::Dirs};
use crate::Error;

/// The TinyGo versions whose compiler finds all that it expects in the runtime for BPF, for messages.
pub(super) const COVERED: &str = "0.39 and 0.40";

/// Whether the runtime for BPF can be used.
pub(super) fn covers(version: Version) -> bool {
    version.major == 0 && (39..=40).contains(&version.minor)
}

/// The target file, but for its stack size.
const TARGET: &str = include_str!("target.json");

macro_rules! runtime_files {
    ($($path:literal),* $(,)?) => {
        /// The runtime for BPF: path below `src/`, content.
        const FILES: &[(&str, &str)] = &[$(($path, include_str!(concat!("../../runtime/", $path)))),*];
    };
}

runtime_files![
    "internal/task/task.go",
    "runtime/extern.go",
    "runtime/internal/sys/zversion.go",
    "runtime/runtime.go",
    "runtime/string.go",
    "runtime/unsupported.go",
];

/// The folders of [`FILES`], in which no file of TinyGo's may remain.
const REPLACED: &[&str] = &["internal/task", "runtime", "runtime/internal/sys"];

/// Large, and nothing in them is ever looked at one by one: linked as a whole.
const LINKED_WHOLE: &[&str] = &["device", "examples", "machine"];

/// What to run TinyGo with.
#[derive(Clone, Debug)]
pub(super) struct Prepared {
    /// The target file.
    pub target: PathBuf,
    /// `TINYGOROOT`.
    pub root: PathBuf,
    /// The folder for caches, where it is not the user's because that cannot be written.
    pub caches: Option<PathBuf>,
}

/// Makes sure that everything is in the user's cache, or below `fallback` where the cache cannot be written.
pub(super) fn prepare(
    tinygo: &TinyGo,
    runtime: Runtime,
    endian: Endian,
    fallback: &Path,
) -> Result<Prepared, Error> {
    let target = target_of(runtime, endian);
    let key = key(tinygo, &target, runtime);
    if let (Some(cache), Some(caches)) = (&tinygo.dirs.cache, &tinygo.dirs.caches)
        && let Ok(prepared) = prepare_in(cache, tinygo, runtime, &target, key)
        // TinyGo and Go keep caches of their own there.
        && writable(&caches.join("tinygo"))
        && has_go_cache(&tinygo.dirs)
    {
        return Ok(prepared);
    }
    let caches = fallback.join("tinybpf-cache");
    let prepared = prepare_in(&caches.join("tinybpf"), tinygo, runtime, &target, key)
        .map_err(|source| Error::io(&caches, source))?;
    Ok(Prepared {
        caches: Some(caches),
        ..prepared
    })
}

/// Changes with TinyGo, the target and the runtime.
fn key(tinygo: &TinyGo, target: &str, runtime: Runtime) -> u64 {
    let mut hasher = DefaultHasher::new();
    (tinygo.version, &tinygo.root, target, runtime).hash(&mut hasher);
    if runtime == Runtime::Bpf {
        FILES.hash(&mut hasher);
    }
    hasher.finish()
}

fn prepare_in(
    cache: &Path,
    tinygo: &TinyGo,
    runtime: Runtime,
    target: &str,
    key: u64,
) -> io::Result<Prepared> {
    let entry = cache.join(format!("root-{key:016x}"));
    if !entry.is_dir() {
        fs::create_dir_all(cache)?;
        let draft = tempfile::Builder::new()
            .prefix("draft-")
            .tempdir_in(cache)?;
        fs::write(
            draft.path().join("target.json"),
            with_stack_size(target, key),
        )?;
        if runtime == Runtime::Bpf {
            lay_over(&tinygo.root, &draft.path().join("root"))?;
        }
        match fs::rename(draft.path(), &entry) {
            Ok(()) => drop(draft.keep()),
            // Another build was faster; its entry is as good.
            Err(_) if entry.is_dir() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Prepared {
        target: entry.join("target.json"),
        root: match runtime {
            Runtime::Bpf => entry.join("root"),
            Runtime::Stock => tinygo.root.clone(),
        },
        caches: None,
    })
}

/// The target file for a byte order. TinyGo's IR is the same for both, at `-opt=0`: what differs is which files of Go's
/// packages are compiled, by the architecture. TinyGo's own runtime is not there for one of 64 bits whose highest byte comes
/// first, so with that, Go code sees a machine whose lowest byte does.
fn target_of(runtime: Runtime, endian: Endian) -> String {
    match (runtime, endian) {
        (Runtime::Bpf, Endian::Big) => {
            TARGET.replacen("\"goarch\": \"amd64\"", "\"goarch\": \"s390x\"", 1)
        }
        _ => TARGET.to_owned(),
    }
}

/// The target file, with the key for a stack size.
///
/// TinyGo caches the bitcode of each package, under a key in which the runtime has no part, although the bitcode
/// depends on it; the stack size, which is that of goroutines, has. So nothing that was compiled with one runtime is
/// ever used with another.
fn with_stack_size(target: &str, key: u64) -> String {
    let size = key >> 32;
    target.replacen('{', &format!("{{\n\t\"default-stack-size\": {size},"), 1)
}

/// Makes `over`, a mirror of TinyGo's root `real` with the runtime for BPF.
fn lay_over(real: &Path, over: &Path) -> io::Result<()> {
    fs::create_dir(over)?;
    for entry in fs::read_dir(real)? {
        let name = entry?.file_name();
        if name != "src" {
            link(&real.join(&name), &over.join(&name))?;
        }
    }
    mirror(&real.join("src"), &over.join("src"), Path::new(""))?;
    // TinyGo merges this folder with Go's, and fails without it. It is a submodule, so it may be missing.
    fs::create_dir_all(over.join("src/net"))?;
    for (path, content) in FILES {
        let path = over.join("src").join(path);
        if let Some(dir) = path.parent() {
            fs::create_dir_all(dir)?;
        }
        fs::write(path, content)?;
    }
    Ok(())
}

/// Mirrors a folder: folders are made, as TinyGo takes a link to one for a file when it merges Go's packages with its
/// own, and files are linked.
fn mirror(real: &Path, over: &Path, below_src: &Path) -> io::Result<()> {
    fs::create_dir(over)?;
    let replaced = REPLACED.iter().any(|dir| below_src == Path::new(dir));
    for entry in fs::read_dir(real)? {
        let name = entry?.file_name();
        let (real, over, below_src) = (real.join(&name), over.join(&name), below_src.join(&name));
        if !real.is_dir() {
            let is_test = name.to_str().is_some_and(|name| name.ends_with("_test.go"));
            if !replaced && !is_test {
                link(&real, &over)?;
            }
        } else if LINKED_WHOLE.iter().any(|dir| below_src == Path::new(dir)) {
            link(&real, &over)?;
        } else {
            mirror(&real, &over, &below_src)?;
        }
    }
    Ok(())
}

#[cfg(unix)]
fn link(real: &Path, over: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(real, over)
}

#[cfg(not(unix))]
fn link(real: &Path, over: &Path) -> io::Result<()> {
    if real.is_dir() {
        return mirror(real, over, Path::new("linked"));
    }
    fs::hard_link(real, over).or_else(|_| fs::copy(real, over).map(drop))
}

/// Whether Go has a cache that it can write to.
pub(super) fn has_go_cache(dirs: &Dirs) -> bool {
    let usual = dirs.caches.as_ref().map(|caches| caches.join("go-build"));
    dirs.go_cache.is_some() || usual.is_some_and(|cache| writable(&cache))
}

/// Whether files can be made in a folder, which is made where it is missing.
fn writable(dir: &Path) -> bool {
    fs::create_dir_all(dir).is_ok() && tempfile::tempfile_in(dir).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn real_root() -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for path in [
            "targets/riscv.json",
            "src/device/arm/arm.go",
            "src/internal/task/task_stack.go",
            "src/internal/bytealg/bytealg.go",
            "src/runtime/gc_blocks.go",
            "src/runtime/volatile/register.go",
            "src/runtime/internal/sys/zversion.go",
            "src/sync/mutex.go",
            "src/sync/mutex_test.go",
        ] {
            let path = root.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "real").unwrap();
        }
        root
    }

    #[test]
    fn ours_replaces_theirs_and_the_rest_is_theirs() {
        let real = real_root();
        let over = tempfile::tempdir().unwrap();
        let over = over.path().join("root");
        lay_over(real.path(), &over).unwrap();
        let read = |path: &str| fs::read_to_string(over.join(path)).ok();
        for (path, content) in FILES {
            assert_eq!(
                read(&format!("src/{path}")).as_deref(),
                Some(*content),
                "{path}"
            );
        }
        for theirs in [
            "targets/riscv.json",
            "src/device/arm/arm.go",
            "src/internal/bytealg/bytealg.go",
            "src/runtime/volatile/register.go",
            "src/sync/mutex.go",
        ] {
            assert_eq!(read(theirs).as_deref(), Some("real"), "{theirs}");
        }
        for gone in [
            "src/internal/task/task_stack.go",
            "src/runtime/gc_blocks.go",
            "src/sync/mutex_test.go",
        ] {
            assert_eq!(read(gone), None, "{gone}");
        }
        assert!(over.join("src/net").is_dir());
    }

    #[test]
    fn every_file_of_the_runtime_is_shipped() {
        let shipped: Vec<_> = FILES.iter().map(|(path, _)| (*path).to_owned()).collect();
        let mut on_disk = Vec::new();
        let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime");
        let mut folders = vec![runtime.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let path = path.strip_prefix(&runtime).unwrap();
                    on_disk.push(path.to_str().unwrap().replace('\\', "/"));
                }
            }
        }
        on_disk.sort();
        assert_eq!(shipped, on_disk);
        for path in &shipped {
            let folder = Path::new(path).parent().unwrap();
            assert!(
                REPLACED.iter().any(|dir| folder == Path::new(dir)),
                "{path} is in no replaced folder"
            );
        }
    }

    #[test]
    fn the_stack_size_tells_runtimes_apart() {
        let one = with_stack_size(TARGET, 0x1234_5678_0000_0000);
        assert!(one.contains("\"default-stack-size\": 305419896,"), "{one}");
        assert_ne!(one, with_stack_size(TARGET, 0x1234_5679_0000_0000));
    }

    #[test]
    fn a_target_for_each_byte_order() {
        let [little, big] =
            [Endian::Little, Endian::Big].map(|endian| target_of(Runtime::Bpf, endian));
        assert_eq!(little, TARGET);
        assert!(big.contains("\"goarch\": \"s390x\""), "{big}");
    }
}
