//! The page of the guide about the verifier's rules, made of their table, and of the programs that break them.

use std::{collections::BTreeSet, fmt::Write, fs};

use tinybpf_explain::{Rule, rules};

use crate::{refusal, testdata};

/// Before the sections.
const BEGINNING: &str = "\
# The verifier's rules

What the compiler lets pass, the kernel's verifier may still refuse. `tinybpf-explain` says then which Go line it is about, and which of these rules was broken: its
name stands in the brackets, as in `error[nil-check]`.

";

/// The page.
///
/// Each rule has a section with a program that the kernel refuses for it, where `testdata/refused` has one (the test `refused` loads it), and
/// its mends, which compile with what `testdata/guide/rules` has around them.
///
/// # Panics
/// If test data cannot be read.
#[must_use]
pub fn page() -> String {
    let cases = refusal::cases();
    let sections = rules::all().chain(rules::of_loading()).map(|rule| {
        let refused = cases
            .iter()
            .find_map(|case| shown(&case.source, rule))
            .unwrap_or_default();
        let mends: String = (1..).zip(rule.mends).map(|(n, _)| mend(rule, n)).collect();
        format!(
            "## {}\n\n{}. {}\n\n{refused}{mends}{}",
            rule.name,
            capital(rule.title),
            rule.why,
            words(rule)
        )
    });
    let sections: Vec<_> = sections.collect();
    format!("{BEGINNING}{}", sections.join("\n"))
}

/// A program of the corpus as a block, if this is the rule that it breaks.
fn shown(source: &str, rule: &Rule) -> Option<String> {
    let mark = format!("// REFUSED: {}", rule.name);
    source
        .lines()
        .find(|line| line.trim_end().ends_with(&mark))?;
    let lines = source.lines().filter(|line| {
        !["// RECORDED", "// EXPLAINED"]
            .iter()
            .any(|mark| line.starts_with(mark))
    });
    let lines: Vec<_> = lines.collect();
    let code = lines
        .join("\n")
        .replace(&mark, "// the verifier refuses this line");
    // The test `refused` compiles it.
    Some(format!("```go,ignore\n{}\n```\n\n", code.trim_end()))
}

/// A mend, the first of a rule being number 1.
fn mend(rule: &Rule, number: usize) -> String {
    let mend = &rule.mends[number - 1];
    let text = capital(mend.text);
    if mend.code.is_empty() {
        return format!("{text}.\n\n");
    }
    let code = mend.code.replace("    ", "\t");
    format!("{text}:\n\n```go{}\n{code}\n```\n\n", marks(rule, number))
}

/// How the block of a mend is compiled: in `testdata/guide/rules/NAME.go`, or `NAME-2.go` for the second, whose first line may say what
/// the compiler warns of.
fn marks(rule: &Rule, number: usize) -> String {
    let names = [
        format!("rules/{}-{number}", rule.name),
        format!("rules/{}", rule.name),
    ];
    let found = names.iter().find_map(|name| {
        let text = fs::read_to_string(testdata(&format!("guide/{name}.go"))).ok()?;
        Some((name, text))
    });
    let Some((name, text)) = found else {
        return String::new();
    };
    let warned = text
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("// MARKS: "));
    let warned = warned.map_or_else(String::new, |marks| format!(",{marks}"));
    format!(",in={name}{warned}")
}

/// What kernels print.
fn words(rule: &Rule) -> String {
    let mut text =
        "In the kernel's words, with `#` for a number and `*` for anything:\n\n```text\n"
            .to_owned();
    let mut seen = BTreeSet::new();
    for message in rule.messages {
        let message = message.replace('%', "R#");
        if seen.insert(message.clone()) {
            writeln!(text, "{}", message.trim_end()).expect("writing to a string");
        }
    }
    writeln!(text, "```\n\nWhere this is checked: {}.", rule.source).expect("writing to a string");
    text
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase());
    first.into_iter().flatten().chain(chars).collect()
}
