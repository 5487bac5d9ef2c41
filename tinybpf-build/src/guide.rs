//! The troubleshooting guide: what messages mean, and what to write instead.

use tinybpf_core::Topic;

/// The pages, as they stand in the book.
const PAGES: [&str; 7] = [
    include_str!("../explain/go.md"),
    include_str!("../explain/programs.md"),
    include_str!("../explain/memory.md"),
    include_str!("../explain/helpers.md"),
    include_str!("../explain/maps.md"),
    include_str!("../explain/kernel-structs.md"),
    include_str!("../explain/build.md"),
];

/// The page about the rules of the verifier, a section for each.
const VERIFIER: &str = include_str!("../explain/verifier.md");

/// The section of the troubleshooting guide about a topic, in Markdown, without its heading.
///
/// ```
/// use tinybpf_build::{Topic, explain};
///
/// assert!(explain(Topic::Goroutines).starts_with("BPF has nothing that could run a goroutine"));
/// ```
#[must_use]
pub fn explain(topic: Topic) -> &'static str {
    let mut sections = PAGES.iter().flat_map(|page| sections(page));
    let found = sections.find(|(name, _)| *name == topic.as_str());
    found.map_or("", |(_, text)| text)
}

/// The section about the word in the brackets of a message: a topic of the compiler's, or a rule of the kernel's verifier
/// (`tinybpf_explain::Rule::name`). Where both have that name, first what the compiler means by it, then what the kernel does.
///
/// ```
/// let text = tinybpf_build::explain_word("nil-check").unwrap();
/// assert!(text.contains("a pointer that may be nil"));
/// ```
#[must_use]
pub fn explain_word(word: &str) -> Option<String> {
    let topic = word.parse().ok().map(explain);
    let rule = sections(VERIFIER).find(|(rule, _)| *rule == word);
    match (topic, rule) {
        (Some(topic), Some((_, rule))) => Some(format!("{topic}\n\nFrom the verifier: {rule}")),
        (found, rule) => found.or(rule.map(|(_, text)| text)).map(str::to_owned),
    }
}

/// The names of the verifier's rules, in the order of the guide.
pub fn verifier_rules() -> impl Iterator<Item = &'static str> {
    sections(VERIFIER).map(|(name, _)| name)
}

/// The sections of a page: name and text.
fn sections(page: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let sections = page.split("\n## ").skip(1);
    let named = sections.filter_map(|section| section.split_once('\n'));
    named.map(|(name, text)| (name, text.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_topic_has_a_text() {
        for topic in Topic::ALL {
            assert!(!explain(*topic).is_empty(), "{topic}");
        }
    }

    #[test]
    fn rules_are_found_by_name() {
        for rule in verifier_rules() {
            let text = explain_word(rule).unwrap_or_default();
            assert!(text.contains("In the kernel's words"), "{rule}");
        }
        assert!(verifier_rules().count() > 40);
    }

    #[test]
    fn a_word_of_both_has_both_sections() {
        let text = explain_word("packet-bounds").unwrap();
        assert!(text.starts_with(explain(Topic::PacketBounds)));
        assert!(text.contains("invalid access to packet,"));
        assert_eq!(
            explain_word("goroutines").unwrap(),
            explain(Topic::Goroutines)
        );
        assert_eq!(explain_word("no-such-word"), None);
    }
}
