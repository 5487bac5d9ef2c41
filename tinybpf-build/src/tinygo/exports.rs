//! Reads what little of Go's source is needed to explain failures that TinyGo does not.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use tinybpf_core::{Diagnostic, Position, Topic};

use super::report;

/// Functions that are exported under one name, or under the name `taken` by Go's runtime; empty when there are none.
pub(super) fn duplicates(files: &[PathBuf], taken: Option<&str>) -> Vec<Diagnostic> {
    let mut exports: BTreeMap<String, Vec<Position>> = BTreeMap::new();
    for file in files {
        let Ok(source) = fs::read_to_string(file) else {
            continue;
        };
        for (name, line) in exported(&source) {
            exports.entry(name).or_default().push(position(file, line));
        }
    }
    let mut findings = Vec::new();
    for (name, positions) in exports {
        let [first, others @ ..] = &positions[..] else {
            continue;
        };
        for other in others {
            let message =
                format!("two functions are exported as `{name}`; the object could keep one only");
            let mut finding = report::error(Topic::NameClash, Some(other.clone()), message);
            finding.help.push(format!("the other one is at {first}"));
            findings.push(finding);
        }
        if others.is_empty() && taken == Some(&name) {
            let message = format!("`{name}` is the name of a function of Go's runtime");
            let mut finding = report::error(Topic::NameClash, Some(first.clone()), message);
            finding.help.push("export it under another name".to_owned());
            findings.push(finding);
        }
    }
    findings
}

/// Where one of the files imports a package.
pub(super) fn find_import(files: &[PathBuf], package: &str) -> Option<Position> {
    let quoted = format!("\"{package}\"");
    files.iter().find_map(|file| {
        let source = fs::read_to_string(file).ok()?;
        let line = import_lines(&source)
            .find(|(_, line)| line.contains(&quoted))?
            .0;
        Some(position(file, line))
    })
}

/// The lines of a Go file's import declarations, with their numbers from 0.
fn import_lines(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut in_block = false;
    source.lines().enumerate().filter(move |(_, line)| {
        let line = line.trim();
        let import = in_block || line.starts_with("import ") || line.starts_with("import(");
        if line.starts_with("import") && line.ends_with('(') {
            in_block = true;
        } else if in_block && line.starts_with(')') {
            in_block = false;
        }
        import
    })
}

/// Exported functions that have a body: name and the number, from 0, of the line of the directive.
fn exported(source: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let mut pending: Vec<(String, usize)> = Vec::new();
    for (number, line) in source.lines().enumerate() {
        let directive =
            (line.strip_prefix("//export ")).or_else(|| line.strip_prefix("//go:export "));
        if let Some(name) = directive.and_then(|rest| rest.split_whitespace().next()) {
            pending.push((name.to_owned(), number));
        } else if line.starts_with("func ") {
            if line.contains('{') {
                found.append(&mut pending);
            }
            pending.clear();
        } else if !line.starts_with("//") {
            pending.clear();
        }
    }
    found
}

fn position(file: &Path, line: usize) -> Position {
    Position {
        file: file.display().to_string(),
        line: u32::try_from(line + 1).unwrap_or(u32::MAX),
        column: 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(source: &str) -> (tempfile::TempDir, Vec<PathBuf>) {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("main.go");
        fs::write(&file, source).unwrap();
        (dir, vec![file])
    }

    #[test]
    fn both_places_of_a_duplicate_are_named() {
        let (_dir, files) = write(
            "package main\n\n//export prog\n//go:section xdp\nfunc a() int32 { return 1 }\n\n\
             //export prog\nfunc b() int32 {\n\treturn 2\n}\n",
        );
        let findings = duplicates(&files, None);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].position.as_ref().unwrap().line, 7);
        assert!(findings[0].help[0].ends_with("main.go:3:1"));
    }

    #[test]
    fn a_declaration_and_its_definition_are_no_duplicates() {
        let (_dir, files) = write(
            "package main\n\n//export prog\nfunc a(x int32) int32\n\n//export prog\nfunc b(x int32) int32 { return x }\n",
        );
        assert_eq!(duplicates(&files, None), []);
    }

    #[test]
    fn a_name_of_the_runtime() {
        let (_dir, files) = write("package main\n\n//export main\nfunc a() {}\n");
        assert_eq!(duplicates(&files, None), []);
        let findings = duplicates(&files, Some("main"));
        assert_eq!(findings[0].position.as_ref().unwrap().line, 3);
    }

    #[test]
    fn imports_alone_and_in_blocks() {
        let (_dir, files) = write(
            "package main\n\nimport (\n\t\"unsafe\"\n\tn \"net\"\n)\n\nimport \"C\"\n\nvar s = \"os\"\n",
        );
        assert_eq!(find_import(&files, "net").unwrap().line, 5);
        assert_eq!(find_import(&files, "C").unwrap().line, 8);
        assert_eq!(find_import(&files, "os"), None);
    }
}
