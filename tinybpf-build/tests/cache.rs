//! Builds of several processes that share a cache.
#![allow(
    clippy::disallowed_methods,
    reason = "a test is no build script: Cargo need not learn of what it reads"
)]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Child, Command},
    thread,
    time::Duration,
};

use tinybpf_build::{Builder, tinygo::TinyGo};

/// Tells a process that it is one of those that build, and where.
const OUT: &str = "TINYBPF_TEST_OUT";

const GO: &str = "package main

import _ \"unsafe\" // for go:section

//export pass
//go:section xdp
func pass(ctx *[6]uint32) int32 {
\treturn 2
}

func main() {}
";

const PROCESSES: usize = 6;
const ROUNDS: usize = 4;

#[test]
fn processes_share_a_cache_without_harm() {
    if let Some(out) = env::var_os(OUT) {
        return build(Path::new(&out));
    }
    if let Err(error) = TinyGo::find(None, &|name| env::var_os(name)) {
        assert!(env::var_os("TINYBPF_TEST_REQUIRE").is_none(), "{error}");
        eprintln!("not run: {error}");
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let package = dir.path().join("bpf");
    fs::create_dir(&package).unwrap();
    fs::write(package.join("go.mod"), "module probe\n\ngo 1.22\n").unwrap();
    fs::write(package.join("main.go"), GO).unwrap();
    let mut children: Vec<Child> = (0..PROCESSES).map(|n| start(dir.path(), n)).collect();
    // Meanwhile, entries vanish and are damaged.
    let mut meddled = 0;
    while children
        .iter_mut()
        .any(|child| child.try_wait().unwrap().is_none())
    {
        for path in entries(&dir.path().join("cache")) {
            meddled += 1;
            // Another process may be faster.
            let _ = match meddled % 2 {
                0 => fs::remove_file(path),
                _ => fs::write(path, "damaged"),
            };
        }
        thread::sleep(Duration::from_millis(40));
    }
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    assert!(meddled > 0);
    let object = |n: usize| fs::read(dir.path().join(format!("out-{n}/probe.o"))).unwrap();
    for n in 1..PROCESSES {
        assert!(object(0) == object(n), "{n}");
    }
    // What is left is of use.
    assert!(start(dir.path(), 0).wait().unwrap().success());
    assert_eq!(entries(&dir.path().join("cache")).len(), 1);
}

/// Starts this test in another process.
fn start(dir: &Path, number: usize) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "processes_share_a_cache_without_harm", "--quiet"])
        .current_dir(dir)
        .env(OUT, dir.join(format!("out-{number}")))
        .env("TINYBPF_CACHE", "on")
        .env("TINYBPF_CACHE_DIR", dir.join("cache"))
        .env_remove("CARGO_MANIFEST_DIR")
        .spawn()
        .unwrap()
}

/// Builds again and again, as many target folders would.
fn build(out: &Path) {
    for round in 0..ROUNDS {
        let folder = out.join(round.to_string());
        let mut builder = Builder::new();
        builder.out_dir(folder).aya(false);
        let object = builder.try_compile("probe").unwrap().object.unwrap();
        assert_eq!(object.programs[0].name, "pass");
        fs::write(out.join("probe.o"), object.data).unwrap();
    }
}

/// The files of the cache, but for those that are just being written.
fn entries(cache: &Path) -> Vec<PathBuf> {
    let shards = fs::read_dir(cache.join("objects"))
        .into_iter()
        .flatten()
        .flatten();
    let files = shards.flat_map(|shard| fs::read_dir(shard.path()).into_iter().flatten().flatten());
    let names = files.map(|file| file.path());
    names
        .filter(|path| {
            !path
                .file_name()
                .unwrap()
                .to_string_lossy()
                .starts_with(".tmp")
        })
        .collect()
}
