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

/// The section of the troubleshooting guide about a topic, in Markdown, without its heading.
///
/// ```
/// use tinybpf_build::{Topic, explain};
///
/// assert!(explain(Topic::Goroutines).starts_with("BPF has nothing that could run a goroutine"));
/// ```
#[must_use]
pub fn explain(topic: Topic) -> &'static str {
    let sections = PAGES.iter().flat_map(|page| page.split("\n## ").skip(1));
    let mut named = sections.filter_map(|section| section.split_once('\n'));
    let found = named.find(|(name, _)| *name == topic.as_str());
    found.map_or("", |(_, text)| text.trim())
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
}
