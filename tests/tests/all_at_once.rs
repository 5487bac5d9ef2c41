//! One build tells all: packages of `testdata/errors` that are put together give the errors of each, and no others.
//!
//! Each package is in one group, with the same others in each run. It becomes a package that the BPF program imports, with names of its own for what the object names.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use regex::Regex;
use tests::{compile, expect, in_parallel, packages, tinygo};
use tinybpf_build::tinygo::{Runtime, TinyGo};
use tinybpf_core::{Options, Severity};

/// Packages in one program.
const TOGETHER: usize = 6;

/// What says something of the whole object, or of the package `main`, or cannot stand beside others.
const ALONE: &[(&str, &str)] = &[
    ("import \"C\"", "TinyGo stops"),
    ("//go:section license", "one licence for all"),
    ("//go:section .addr_space.1", "one arena for all"),
    ("// min_kernel: ", "one lowest kernel for all"),
    ("// With TinyGo's own runtime", "TinyGo stops"),
    ("bpfPanicVerdict", "one verdict for all"),
];

#[test]
fn packages_together_give_the_errors_of_each() {
    let Some(tinygo) = tinygo() else { return };
    let packages = groupable();
    assert!(packages.len() >= 90, "only {} packages", packages.len());
    // Neighbours by name are alike; those far from each other are not.
    let rows = packages.len().div_ceil(TOGETHER);
    let groups: Vec<Vec<_>> = (0..rows)
        .map(|first| packages.iter().skip(first).step_by(rows).collect())
        .collect();
    let wrong = in_parallel(&groups, |group| differences(tinygo, group)).concat();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a program of these packages tells too much, or not.
fn differences(tinygo: &TinyGo, group: &[&PathBuf]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let program = write(folder.path(), group);
    let found = compile(tinygo, &program, Runtime::Bpf, &Options::default());
    let found = found.expect_err("there are errors in it");
    let names: Vec<_> = group.iter().map(|path| path.file_name().unwrap()).collect();
    let differs = expect::compare(folder.path(), &found, Severity::Error);
    let differs = differs.into_iter();
    differs.map(|line| format!("{names:?}: {line}")).collect()
}

/// The packages of one file that can stand beside others.
fn groupable() -> Vec<PathBuf> {
    let mut packages = packages("errors", 90);
    packages.retain(|package| {
        let files = fs::read_dir(package).into_iter().flatten();
        let Ok(source) = fs::read_to_string(package.join("main.go")) else {
            return false;
        };
        files.count() == 1 && !ALONE.iter().any(|(mark, _)| source.contains(mark))
    });
    packages
}

/// Writes the packages as folders of one module, and the program that imports them.
fn write(folder: &Path, packages: &[&PathBuf]) -> PathBuf {
    let mut main = "package main\n\nimport (\n".to_owned();
    for (number, package) in packages.iter().enumerate() {
        let name = format!("part{number}");
        let source = fs::read_to_string(package.join("main.go")).unwrap();
        fs::create_dir(folder.join(&name)).unwrap();
        fs::write(folder.join(&name).join("part.go"), part(&source, &name)).unwrap();
        writeln!(main, "\t_ \"together/{name}\"").unwrap();
    }
    main.push_str(")\n\nfunc main() {}\n");
    fs::write(folder.join("go.mod"), "module together\n\ngo 1.22\n").unwrap();
    let program = folder.join("program");
    fs::create_dir(&program).unwrap();
    fs::write(program.join("main.go"), main).unwrap();
    program
}

/// A package under another name, in which programs and maps have names of their own. Expectations follow.
fn part(source: &str, name: &str) -> String {
    let declared =
        Regex::new(r"(?m)^//export ([A-Za-z0-9_]+)$|^var ([A-Za-z0-9_]+) = bpfMapDef|^\t([A-Za-z0-9_]+) += bpfMapDef").unwrap();
    let names: Vec<_> = declared
        .captures_iter(source)
        .map(|found| {
            found
                .iter()
                .skip(1)
                .flatten()
                .next()
                .unwrap()
                .as_str()
                .to_owned()
        })
        .collect();
    let text = source.replace("package main", &format!("package {name}"));
    let text = text.replace("func main() {}\n", "");
    let lines = text.lines().map(|line| {
        let (code, wanted) = line.split_at(line.find("// ERROR: ").unwrap_or(line.len()));
        let code = names.iter().fold(code.to_owned(), |code, old| {
            let word = Regex::new(&format!(r"(?-u:\b){old}(?-u:\b)")).unwrap();
            let new = format!("{old}_{name}");
            word.replace_all(&code, new).into_owned()
        });
        format!("{code}{}\n", wanted_in(wanted, name))
    });
    lines.collect()
}

/// Expectations, of which names may have more to them: what is exported has the package's name behind it, the rest before it.
fn wanted_in(wanted: &str, package: &str) -> String {
    let wanted = wanted.replace(r"main\.", ".*").replace("main.", ".*");
    let named = Regex::new("(`|ERROR: )([A-Za-z_][A-Za-z0-9_]*)").unwrap();
    let longer = format!("${{1}}({package}_)?${{2}}(_{package})?");
    named.replace_all(&wanted, longer).into_owned()
}
