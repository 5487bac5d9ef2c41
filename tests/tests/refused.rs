//! Go that compiles and that the kernel's verifier refuses: what `tinybpf-explain` makes of each package of `testdata/refused`, with
//! the kernel of this machine and both loaders.
//!
//! `// REFUSED: RULE` stands at the end of the line that must be named, `// EXPLAINED: TEXT` in a line of its own for what must be in the
//! explanation.
#![cfg(target_os = "linux")]

use std::fmt::Write as _;

use tests::{
    can_load, in_parallel,
    refusal::{self, Case},
    tinygo,
};
use tinybpf_core::Object;
use tinybpf_explain::{Explanation, Rule, explain_here, rules};

/// Before the rule that a line breaks.
const REFUSED: &str = "// REFUSED: ";

/// Before a text of the explanation.
const EXPLAINED: &str = "// EXPLAINED: ";

/// Of a program that this machine's kernel or no loader takes as far as its verifier: its logs are among those of `tinybpf-explain`.
const RECORDED: &str = "// RECORDED ONLY";

/// Of a machine that is another than that of the logs, where the verifier gives up elsewhere in the same loop.
const ABOUT: &str = "// ABOUT HERE";

#[test]
fn each_refusal_is_explained() {
    let Some(tinygo) = tinygo() else { return };
    if !can_load() {
        return;
    }
    let mut cases = refusal::cases();
    cases.retain(|case| !case.source.contains(RECORDED));
    let wrong = in_parallel(&cases, |case| {
        let object = match case.compile(tinygo, None) {
            Ok(object) => object,
            Err(found) => return found + "\n",
        };
        let refusals = refusals(&object);
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
        wrong
    });
    let explained = wrong.len();
    let wrong = wrong.concat();
    assert!(wrong.is_empty(), "{wrong}");
    println!("{explained} refused programs were explained");
    assert!(explained >= 40, "only {explained} cases were refused");
}

/// What the loaders say that came to the verifier, and what it is explained to be.
fn refusals(object: &Object) -> Vec<(&'static str, String, Explanation)> {
    let programs: Vec<_> = object
        .programs
        .iter()
        .map(|p| (p.name.clone(), p.section.clone()))
        .collect();
    let said = [
        ("aya", refusal::aya_says(&object.data, &programs)),
        ("libbpf", refusal::libbpf_says(&object.data)),
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

/// What is wrong with an explanation.
fn compare(case: &Case, explanation: &Explanation) -> Option<String> {
    let mut lines = (1..).zip(case.source.lines());
    let (line, rule) =
        lines.find_map(|(number, line)| Some((number, line.split_once(REFUSED)?.1)))?;
    let rule = rule.trim();
    let found = explanation.rule.map_or("none", |rule| rule.name);
    if found != rule {
        return Some(format!("the rule is {rule}, and {found} was found"));
    }
    let Some(position) = &explanation.position else {
        return Some("it has no position".to_owned());
    };
    let about = case.source.contains(ABOUT);
    if position.file != "main.go" || (position.line != line && !about) {
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
