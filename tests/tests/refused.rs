//! Go that compiles and that the kernel's verifier refuses: what `tinybpf-explain` makes of each package of `testdata/refused`, with
//! the kernel of this machine and three loaders.
//!
//! `// REFUSED: RULE` stands at the end of the line that must be named, `// EXPLAINED: TEXT` in a line of its own for what must be in the
//! explanation.
#![cfg(target_os = "linux")]

use std::{collections::BTreeMap, fmt::Write as _, fs, path::PathBuf};

use tests::{
    can_load, command, in_parallel,
    refusal::{self, Case},
    run, tinygo, workspace,
};
use tinybpf_core::Object;
use tinybpf_explain::{Explanation, Rule, explain, explain_here, rules};

/// Before the rule that a line breaks.
const REFUSED: &str = "// REFUSED: ";

/// Before a text of the explanation.
const EXPLAINED: &str = "// EXPLAINED: ";

/// Of a program that this machine's kernel or no loader takes as far as its verifier: its logs are among those of `tinybpf-explain`.
const RECORDED: &str = "// RECORDED ONLY";

#[test]
fn each_refusal_is_explained() {
    let Some(tinygo) = tinygo() else { return };
    if !can_load() {
        return;
    }
    let mut cases = refusal::cases();
    cases.retain(|case| !case.source.contains(RECORDED));
    let results = in_parallel(&cases, |case| case.compile(tinygo, None));
    let (mut wrong, mut compiled) = (String::new(), Vec::new());
    for (case, result) in cases.iter().zip(results) {
        match result {
            Ok(object) => compiled.push((case, object)),
            Err(found) => _ = writeln!(wrong, "{found}"),
        }
    }
    let of_cilium = cilium_says(&compiled);
    let found = in_parallel(&compiled, |(case, object)| {
        let cilium = of_cilium.get(&case.name);
        let refusals = refusals(object, cilium.map(|said| &*said.long));
        if refusals.is_empty() {
            return format!("{}: the kernel takes it\n", case.name);
        }
        let mut wrong = String::new();
        for (loader, text, explanation) in refusals {
            if let Some(problem) = compare(case, &explanation) {
                _ = writeln!(
                    wrong,
                    "{} ({loader}): {problem}\n{explanation}\n{}\n",
                    case.name,
                    end(&text)
                );
            }
        }
        if let Some(Cilium { short, .. }) = cilium {
            let explanation = explain(short, &object.data, None);
            if let Some(problem) = misjudged(case, &explanation) {
                _ = writeln!(wrong, "{}: {problem}\n{short}\n", case.name);
            }
        }
        wrong
    });
    wrong += &found.concat();
    let explained = found.len();
    assert!(wrong.is_empty(), "{wrong}");
    println!("{explained} refused programs were explained");
    assert!(explained >= 40, "only {explained} cases were refused");
}

/// What the loaders say that came to the verifier, and what it is explained to be.
fn refusals(object: &Object, cilium: Option<&str>) -> Vec<(&'static str, String, Explanation)> {
    let programs: Vec<_> = object
        .programs
        .iter()
        .map(|p| (p.name.clone(), p.section.clone()))
        .collect();
    let said = [
        ("aya", refusal::aya_says(&object.data, &programs)),
        ("libbpf", refusal::libbpf_says(&object.data)),
        ("cilium/ebpf", cilium.map(str::to_owned)),
    ];
    let explained = said.into_iter().filter_map(|(loader, said)| {
        let text = said?;
        let explanation = explain_here(&text, &object.data, None);
        Some((loader, text, explanation))
    });
    let verified = |rule: &Rule| rules::all().any(|other| other == rule);
    explained
        .filter(|(_, text, explanation)| {
            text.contains("\nprocessed ") || explanation.rule.is_some_and(verified)
        })
        .collect()
}

/// The error of cilium/ebpf: with the log, and on one line.
struct Cilium {
    long: String,
    short: String,
}

/// What cilium/ebpf says of the objects, by the names of their cases; nothing where there is no Go.
fn cilium_says(compiled: &[(&Case, Object)]) -> BTreeMap<String, Cilium> {
    let Some(mut go) = command("go") else {
        return BTreeMap::new();
    };
    let folder = tempfile::tempdir().expect("there is a folder for drafts");
    let file = |case: &Case, ending: &str| folder.path().join(format!("{}{ending}", case.name));
    let mut files = Vec::new();
    for (case, object) in compiled {
        let path = file(case, ".o");
        fs::write(&path, &object.data).expect("the folder can be written");
        files.push(path);
    }
    let files = std::env::join_paths(files).expect("names without colons");
    go.args(["test", "-count=1", "-run", "TestRefused", "."]);
    go.current_dir(workspace().join("tests/cilium"));
    run(go.env("REFUSED", files));
    let read = |path: PathBuf| fs::read_to_string(path).ok();
    let said = compiled.iter().filter_map(|(case, _)| {
        let long = read(file(case, ".o.long"))?;
        let short = read(file(case, ".o.short"))?;
        Some((case.name.clone(), Cilium { long, short }))
    });
    said.collect()
}

/// The number of the line that a case marks, and the rule.
fn expected(case: &Case) -> Option<(u32, &str)> {
    let mut lines = (1..).zip(case.source.lines());
    let (line, rule) =
        lines.find_map(|(number, line)| Some((number, line.split_once(REFUSED)?.1)))?;
    Some((line, rule.trim()))
}

/// What is wrong with the rule that was found.
fn misjudged(case: &Case, explanation: &Explanation) -> Option<String> {
    let (_, rule) = expected(case)?;
    let found = explanation.rule.map_or("none", |rule| rule.name);
    (found != rule).then(|| format!("the rule is {rule}, and {found} was found"))
}

/// What is wrong with an explanation.
fn compare(case: &Case, explanation: &Explanation) -> Option<String> {
    let (line, _) = expected(case)?;
    if let Some(problem) = misjudged(case, explanation) {
        return Some(problem);
    }
    let Some(position) = &explanation.position else {
        return Some("it has no position".to_owned());
    };
    if position.file != "main.go" || position.line != line {
        return Some(format!("the line is {line}, and {position} was found"));
    }
    let text = explanation.to_string();
    let mut wanted = case
        .source
        .lines()
        .filter_map(|line| line.trim().strip_prefix(EXPLAINED));
    let missing = wanted.find(|wanted| !text.contains(wanted.trim()))?;
    Some(format!("{missing:?} is not in the explanation"))
}

/// The end of a text, for a message.
fn end(text: &str) -> String {
    let lines: Vec<_> = text.lines().collect();
    lines[lines.len().saturating_sub(12)..].join("\n")
}
