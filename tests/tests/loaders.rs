//! Every object of the tests and the examples loads with the three loaders.
#![cfg(target_os = "linux")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use tests::{
    Loaded, Pins, aya_refuses, can_load, cases, command, examples, object, run, workspace,
};
use tinybpf_core::Object;

/// The objects and their files, which all tests here share. Empty after saying why no test can run.
fn objects() -> Vec<(PathBuf, Object)> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("loaders");
    fs::create_dir_all(&folder).unwrap();
    let packages = cases()
        .into_iter()
        .chain(examples().into_iter().map(|example| example.join("bpf")));
    let build = |package: PathBuf| {
        let object = object(&package)?;
        if attaches_while_loading(&object) {
            return Some(None);
        }
        let named = if package.ends_with("bpf") {
            package.parent()?
        } else {
            &package
        };
        let file = folder.join(named.file_name()?).with_extension("o");
        // Not in place: another test may be reading it.
        let mut whole = tempfile::NamedTempFile::new_in(&folder).unwrap();
        std::io::Write::write_all(&mut whole, &object.data).unwrap();
        whole.persist(&file).unwrap();
        Some(Some((file, object)))
    };
    if can_load() {
        packages.map_while(build).flatten().collect()
    } else {
        Vec::new()
    }
}

/// Whether a program is for one function of the kernel, which the kernel of a machine that only builds may refuse, or a member
/// of a struct of functions, which aya does not know. `cargo xtask kernels` loads those objects, and attaches them too.
fn attaches_while_loading(object: &Object) -> bool {
    let mut programs = object.programs.iter();
    programs.any(|program| {
        ["fentry/", "fexit/", "lsm/", "struct_ops/"]
            .iter()
            .any(|section| program.section.starts_with(section))
    })
}

#[test]
fn aya() {
    for (_, object) in objects() {
        if aya_refuses(&object) {
            assert!(aya::Ebpf::load(&object.data).is_err());
            continue;
        }
        let loaded = Loaded::whole(&object);
        assert_eq!(loaded.ebpf.programs().count(), object.programs.len());
        for map in &object.maps {
            assert!(loaded.ebpf.map(&map.name).is_some(), "no map {}", map.name);
        }
    }
}

#[test]
fn libbpf() {
    for (file, object) in objects() {
        let Some(_) = command("bpftool") else { return };
        let bpftool = |args: &[&str]| run(command("bpftool").unwrap().args(args));
        let name = file.file_stem().unwrap().to_str().unwrap();
        let file = file.to_str().unwrap();
        let pins = Pins::new(name);
        bpftool(&["prog", "loadall", file, &pins.0]);
        for program in &object.programs {
            let pinned = format!("{}/{}", pins.0, program.name);
            let text = bpftool(&["prog", "dump", "xlated", "pinned", &pinned, "linum"]);
            assert!(
                text.contains(&format!("{}(", program.name)),
                "no signature in\n{text}"
            );
            assert!(text.contains(".go line_num:"), "no lines in\n{text}");
        }
        let types = bpftool(&["btf", "dump", "file", file]);
        for map in &object.maps {
            assert!(
                types.contains(&format!("VAR '{}'", map.name)),
                "no {} in\n{types}",
                map.name
            );
        }
    }
}

#[test]
fn cilium() {
    let objects = objects();
    let Some(go) = (!objects.is_empty()).then(|| command("go")).flatten() else {
        return;
    };
    let files: Vec<_> = objects
        .iter()
        .map(|(file, _)| file.to_str().unwrap())
        .collect();
    let mut go = go;
    go.args(["test", "-count=1", "-v", "."]);
    go.current_dir(workspace().join("tests/cilium"))
        .env("OBJECTS", files.join(":"));
    let text = run(&mut go);
    for file in files {
        let name = Path::new(file).file_name().unwrap().to_str().unwrap();
        assert!(
            text.contains(&format!("--- PASS: TestLoad/{name} ")),
            "{text}"
        );
    }
}
