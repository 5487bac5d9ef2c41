//! Logs of real kernels, as `cargo xtask kernels --refused` keeps them: for each the line and the rule that the Go source expects, which is
//! in the object.

use std::{
    fs,
    path::{Path, PathBuf},
};

use expect_test::expect_file;
use tinybpf_explain::{Explanation, explain};

/// Where a kernel complains of something else than newer ones: kernel, case, rule.
const OTHERWISE: &[(&str, &str, &str)] = &[
    // It does not know functions that are called back, nor helpers and kfuncs that came later.
    ("5.10", "callback-range", "btf"),
    ("5.10", "key-write", "btf"),
    ("5.10", "dynptr-unready", "helper-not-allowed"),
    ("5.10", "field-missing", "helper-not-allowed"),
    ("5.10", "format-variable", "helper-not-allowed"),
    // Nor pointers as parameters of global functions.
    ("5.10", "global-argument", "global-function"),
    // Older ones say nothing of it.
    ("5.10", "maps-many", "too-large"),
    ("6.1", "maps-many", "too-large"),
    // In code for it, the exit has the line of the instruction before.
    ("5.10", "return-range", "return-range"),
];

fn recorded() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/recorded")
}

fn explained(kernel: &str, name: &str) -> Explanation {
    let cpu = if kernel == "5.10" { "v2" } else { "v3" };
    let log = fs::read_to_string(recorded().join(kernel).join(format!("{name}.txt"))).unwrap();
    let object = fs::read(recorded().join(cpu).join(format!("{name}.o"))).unwrap();
    explain(&log, &object, None)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            entry
                .unwrap()
                .path()
                .file_name()
                .unwrap()
                .to_string_lossy()
                .trim_end_matches(".txt")
                .to_owned()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn every_kernel_is_understood() {
    let mut wrong = Vec::new();
    let mut count = 0;
    let kernels = names(&recorded());
    for kernel in kernels.iter().filter(|name| !name.starts_with('v')) {
        for name in names(&recorded().join(kernel)) {
            count += 1;
            let explanation = explained(kernel, &name);
            let rule = explanation.rule.map_or("none", |rule| rule.name);
            let otherwise = OTHERWISE
                .iter()
                .find(|row| (row.0, row.1) == (kernel, &name));
            let source = explanation.source.clone().unwrap_or_default();
            let expected = match otherwise {
                Some((_, _, rule)) => Some(*rule),
                None => source
                    .split_once("// REFUSED: ")
                    .map(|(_, rule)| rule.trim()),
            };
            if expected != Some(rule) {
                wrong.push(format!(
                    "{kernel} {name}: {expected:?}, found {rule}\n{explanation}\n"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 80, "only {count} logs");
}

#[test]
fn as_text() {
    for (kernel, name) in [
        ("5.10", "lookup-offset"),
        ("6.12", "packet-variable"),
        ("7.3", "leak-record"),
    ] {
        let text = format!("{}\n", explained(kernel, name));
        let golden = recorded().join(format!("../explained/{name}-{kernel}.txt"));
        expect_file![golden].assert_eq(&text);
    }
}
