//! `clean-cache`: what it removes, and what it leaves alone.

use std::{fs, path::Path, process::Command};

fn clean(cache: &Path, args: &[&str]) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_cargo-tinybpf"))
        .arg("clean-cache")
        .args(args)
        .env("TINYBPF_CACHE_DIR", cache)
        .output()
        .unwrap();
    let text = [output.stdout, output.stderr].concat();
    (
        output.status.success(),
        String::from_utf8_lossy(&text).into_owned(),
    )
}

#[test]
fn only_what_builds_keep_is_removed() {
    let dir = tempfile::tempdir().unwrap();
    let cache = dir.path().join("cache");
    let (success, text) = clean(&cache, &[]);
    assert!(success && text.ends_with("there is nothing\n"), "{text}");
    let real = dir.path().join("tinygo.go");
    fs::write(&real, [0; 5000]).unwrap();
    for (name, size) in [
        ("objects/0/0123-4567", 3000),
        ("objects/f/f123-4567", 72),
        ("root-1/target.json", 10),
        ("tinygo-1.txt", 20),
        ("go-1.txt", 30),
        ("mine.txt", 40),
        ("roots/mine", 50),
    ] {
        let path = cache.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, vec![0; size]).unwrap();
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(&real, cache.join("root-1/linked.go")).unwrap();
    let (success, text) = clean(&cache, &["--dry-run"]);
    assert!(success, "{text}");
    for part in ["3.0 KiB  builds (2 files)", "would go from "] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(cache.join("objects/0/0123-4567").exists());
    let (success, text) = clean(&cache, &["--json"]);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert!(success && value["kinds"][0]["files"] == 2, "{text}");
    let mut left: Vec<_> = fs::read_dir(&cache)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(left, ["mine.txt", "roots"]);
    // What links lead to stays.
    assert!(real.exists());
}
