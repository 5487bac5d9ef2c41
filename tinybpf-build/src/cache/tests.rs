//! What is kept, what is dropped, and what damage does.

use std::{thread, time::Duration};

use tinybpf_core::{
    DataSection, Diagnostic, Field, Function, KernelVersion, LogArgument, LogKind, LogLevel,
    LogSite, Map, Need, Object, Position, Program, Severity, Struct, StructOps, Type, Types,
    Variable,
};

use super::*;

const KEY: &str = "0123";

/// An entry with something of everything.
fn entry(bindings: &str) -> Entry {
    let position = Some(Position {
        file: "main.go".to_owned(),
        line: 3,
        column: 7,
    });
    let ty = Type::Named {
        name: "Pair".to_owned(),
        go_name: "main.Pair".to_owned(),
        of: Box::new(Type::Array {
            element: Box::new(Type::Struct(0)),
            len: 2,
        }),
    };
    let simple = [
        Type::Bool,
        Type::Pointer,
        Type::Float { size: 8 },
        Type::Int {
            size: 4,
            signed: true,
        },
        ty.clone(),
    ];
    let fields = simple.into_iter().enumerate().map(|(offset, ty)| Field {
        name: format!("F{offset}"),
        offset: offset as u64,
        ty,
    });
    let kinds = [
        LogKind::Unsigned(4),
        LogKind::Signed(8),
        LogKind::Network(2),
        LogKind::Bool,
        LogKind::Bytes(16),
    ];
    let arguments = kinds.map(|kind| LogArgument { offset: 4, kind });
    let levels = [
        LogLevel::Debug,
        LogLevel::Info,
        LogLevel::Warn,
        LogLevel::Error,
    ];
    let mut object = Object::default();
    object.data = b"\x7fELF\x00\xff".to_vec();
    object.programs = vec![Program {
        name: "pass".to_owned(),
        section: "xdp".to_owned(),
        position: position.clone(),
    }];
    let map = Map {
        name: "flows".to_owned(),
        map_type: 1,
        map_extra: u64::MAX,
        slots: vec![None, Some("inner".to_owned())],
        key: Some(ty.clone()),
        ..Map::default()
    };
    object.maps = vec![Map {
        inner: Some(Box::new(map.clone())),
        ..map
    }];
    object.logs = levels
        .map(|level| LogSite {
            level,
            format: "open by %d".to_owned(),
            arguments: arguments.to_vec(),
            position: position.clone(),
        })
        .to_vec();
    object.struct_ops = vec![StructOps {
        name: "reno".to_owned(),
        kernel_name: "tcp_congestion_ops".to_owned(),
        section: ".struct_ops.link".to_owned(),
        position: None,
    }];
    object.data_sections = vec![DataSection {
        name: ".data".to_owned(),
        size: 8,
        variables: vec![Variable {
            name: "limit".to_owned(),
            offset: 0,
            size: 8,
            ty: Some(ty),
            position: None,
        }],
    }];
    object.functions = vec![Function {
        name: "pass".to_owned(),
        section: "xdp".to_owned(),
        instructions: 12,
        stack: 64,
    }];
    object.license = "GPL".to_owned();
    object.types = Types {
        structs: vec![Struct {
            name: "Event".to_owned(),
            go_name: "main.Event".to_owned(),
            size: 40,
            align: 8,
            fields: fields.collect(),
            position: position.clone(),
        }],
    };
    object.needs = vec![Need {
        kernel: KernelVersion::new(5, 17),
        feature: "the helper bpf_loop".to_owned(),
        position: position.clone(),
    }];
    let warning = |severity| Diagnostic {
        severity,
        topic: tinybpf_core::Topic::Append,
        position: position.clone(),
        message: "grüezi".to_owned(),
        help: vec!["write less".to_owned()],
    };
    object.warnings = vec![warning(Severity::Warning), warning(Severity::Error)];
    Entry {
        dependencies: Dependencies::default(),
        sources: vec!["bpf/main.go".into()],
        warnings: vec![warning(Severity::Warning)],
        object,
        bindings: bindings.to_owned(),
    }
}

fn cache() -> (tempfile::TempDir, Cache) {
    let dir = tempfile::tempdir().unwrap();
    let cache = Cache::new(dir.path());
    (dir, cache)
}

fn taken(cache: &Cache, key: &str) -> Option<String> {
    cache.take(key).map(|entry| entry.bindings)
}

#[test]
fn what_is_taken_is_what_was_kept() {
    let (_dir, cache) = cache();
    assert!(cache.take(KEY).is_none());
    let kept = entry("bindings");
    cache.keep(KEY, &kept).unwrap();
    let taken = cache.take(KEY).unwrap();
    assert_eq!(format!("{kept:#?}"), format!("{taken:#?}"));
    assert!(cache.take("0124").is_none());
}

/// Wherever an entry is cut off or has another byte, it is dropped, and kept anew by the next build.
#[test]
fn damage_is_found_and_dropped() {
    let (_dir, cache) = cache();
    let kept = entry("bindings");
    cache.keep(KEY, &kept).unwrap();
    let path = cache.of_key(KEY)[0].path.clone();
    let whole = fs::read(&path).unwrap();
    let cut = (0..whole.len()).step_by(5).map(|len| whole[..len].to_vec());
    let flipped = (0..whole.len()).step_by(3).map(|at| {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x40;
        damaged
    });
    let mut longer = whole.clone();
    longer.push(0);
    for damaged in cut.chain(flipped).chain([longer]) {
        fs::write(&path, &damaged).unwrap();
        assert!(cache.take(KEY).is_none());
        assert!(!path.exists(), "{damaged:?}");
    }
    cache.keep(KEY, &kept).unwrap();
    assert_eq!(taken(&cache, KEY).as_deref(), Some("bindings"));
}

/// An entry with a right checksum that is none, as a fault in an older version may have left it.
#[test]
fn what_is_no_entry_is_dropped() {
    let (_dir, cache) = cache();
    let body = entry("bindings").encode();
    for body in [
        &body[..body.len() - 1],
        &[body.as_slice(), b"x"].concat(),
        &[0xff; 64],
    ] {
        let contents = [format!("{MAGIC}\n{}\n", hash(body)).as_bytes(), body].concat();
        cache.write(&format!("{KEY}-1"), &contents).unwrap();
        assert!(cache.take(KEY).is_none());
        assert!(cache.of_key(KEY).is_empty());
    }
}

#[test]
fn what_was_not_used_for_longest_goes_first() {
    let (_dir, mut cache) = cache();
    let size = entry("a").encode().len() as u64 + 100;
    cache.limit = SHARDS * size * 3;
    let pause = || thread::sleep(Duration::from_millis(15));
    for key in ["0a", "0b", "0c"] {
        cache.keep(key, &entry(key)).unwrap();
        pause();
    }
    assert_eq!(taken(&cache, "0a").as_deref(), Some("0a"));
    pause();
    cache.keep("0d", &entry("0d")).unwrap();
    assert!(cache.take("0b").is_none());
    for key in ["0a", "0c", "0d"] {
        assert_eq!(taken(&cache, key).as_deref(), Some(key));
    }
    // Others are in another folder.
    cache.keep("1a", &entry("1a")).unwrap();
    assert!(cache.take("0a").is_some());
}

#[test]
fn a_key_has_few_entries() {
    let (dir, cache) = cache();
    let source = dir.path().join("main.go");
    for round in 0..PER_KEY * 2 {
        fs::write(&source, format!("package main // {round}")).unwrap();
        thread::sleep(Duration::from_millis(15));
        let mut reads = Reads::default();
        reads.file(&source);
        let kept = Entry {
            dependencies: reads.now(SystemTime::now()).unwrap(),
            ..entry(&round.to_string())
        };
        cache.keep(KEY, &kept).unwrap();
    }
    assert_eq!(cache.of_key(KEY).len(), PER_KEY);
    // The state of before is remembered.
    let last = PER_KEY * 2 - 1;
    assert_eq!(taken(&cache, KEY), Some(last.to_string()));
    fs::write(&source, format!("package main // {}", last - 1)).unwrap();
    assert_eq!(taken(&cache, KEY), Some((last - 1).to_string()));
    fs::write(&source, "package main // new").unwrap();
    assert!(cache.take(KEY).is_none());
}

#[test]
fn each_kind_of_change_is_seen() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name);
    let write = |name: &str, text: &str| {
        fs::create_dir_all(path(name).parent().unwrap()).unwrap();
        fs::write(path(name), text).unwrap();
    };
    write("bpf/main.go", "package main");
    write("data/deep/a.bin", "1");
    thread::sleep(Duration::from_millis(15));
    let mut reads = Reads::default();
    reads.file(path("bpf/main.go"));
    reads.file(path("go.work"));
    reads.names(path("bpf"));
    reads.tree(path("data"));
    let then = reads.now(SystemTime::now()).unwrap();
    let unchanged = || then.are_unchanged(&mut depends::Seen::default());
    assert!(unchanged());
    for (name, text, undo) in [
        ("bpf/main.go", "package other", Some("package main")),
        ("bpf/more.go", "package main", None),
        ("go.work", "go 1.22", None),
        ("data/deep/a.bin", "2", Some("1")),
        ("data/deep/b.bin", "2", None),
    ] {
        write(name, text);
        assert!(!unchanged(), "{name}");
        match undo {
            Some(text) => write(name, text),
            None => fs::remove_file(path(name)).unwrap(),
        }
        assert!(unchanged(), "{name}");
    }
    // What Go passes over, and what changes nothing.
    for name in [
        "bpf/main_test.go",
        "bpf/.main.go.swp",
        "bpf/_old.go",
        "bpf/c/probe.c",
    ] {
        write(name, "");
        assert!(unchanged(), "{name}");
    }
    fs::remove_file(path("bpf/main.go")).unwrap();
    assert!(!unchanged());
}

/// Nobody knows whether the tools saw a file before or after it changed.
#[test]
fn what_changes_during_a_build_is_not_kept() {
    let dir = tempfile::tempdir().unwrap();
    let started = SystemTime::now() - Duration::from_secs(1);
    let file = dir.path().join("main.go");
    fs::write(&file, "package main").unwrap();
    let kept = |fill: &dyn Fn(&mut Reads)| {
        let mut reads = Reads::default();
        fill(&mut reads);
        reads.now(started).is_some()
    };
    assert!(!kept(&|reads| reads.file(&file)));
    assert!(!kept(&|reads| reads.names(dir.path())));
    assert!(!kept(&|reads| reads.tree(dir.path())));
    assert!(kept(&|reads| reads.file(dir.path().join("missing"))));
}

#[test]
fn a_folder_that_cannot_be_is_no_harm() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, "").unwrap();
    let cache = Cache::new(&file);
    assert!(cache.take(KEY).is_none());
    let why = cache.keep(KEY, &entry("")).unwrap_err();
    assert!(why.starts_with(&file.display().to_string()), "{why}");
}
