//! The public methods of a type as they stand in a source that rustfmt has formatted, for their reference.

use std::fmt::Write;

/// A method.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Method {
    /// Its name.
    pub name: String,
    /// All before its body.
    pub signature: String,
    /// Its documentation, in Markdown.
    pub documentation: String,
}

/// The public methods in the blocks `impl NAME` of a source.
#[must_use]
pub fn methods(source: &str, name: &str) -> Vec<Method> {
    let begin = format!("impl {name} {{");
    let mut found = Vec::new();
    let mut lines = source.lines();
    while lines.any(|line| line == begin) {
        let mut documentation = String::new();
        while let Some(line) = lines.next().filter(|line| *line != "}") {
            let line = line.strip_prefix("    ").unwrap_or(line);
            if let Some(text) = line.strip_prefix("///") {
                documentation.push_str(text.strip_prefix(' ').unwrap_or(text));
                documentation.push('\n');
            } else if line.starts_with("pub fn ") {
                let mut signature = line.to_owned();
                while !signature.ends_with('{') {
                    let next = lines.next().expect("a function has a body");
                    _ = write!(signature, "\n{}", next.strip_prefix("    ").unwrap_or(next));
                }
                found.push(Method::new(&signature, &documentation));
            } else if !line.starts_with("#[") {
                documentation.clear();
            }
        }
    }
    found
}

impl Method {
    fn new(signature: &str, documentation: &str) -> Self {
        let signature = signature.trim_end_matches(" {").trim_end_matches("\n{");
        let name = signature.trim_start_matches("pub fn ");
        let name = name.split(['(', '<']).next().unwrap_or_default();
        Self {
            name: name.to_owned(),
            signature: signature.to_owned(),
            documentation: for_the_book(documentation),
        }
    }

    /// The first sentence of its documentation.
    #[must_use]
    pub fn summary(&self) -> &str {
        let first = self.documentation.split("\n\n").next().unwrap_or_default();
        let end = first.match_indices('.').find(|(at, _)| {
            let after = &first[at + 1..];
            after.is_empty() || after.starts_with(' ') || after.starts_with('\n')
        });
        end.map_or(first, |(at, _)| &first[..at])
    }
}

/// Documentation as it stands in a page with a heading for each method: links to methods lead to these, others are only code. What rustdoc
/// takes for a heading is a part of the method's section.
fn for_the_book(documentation: &str) -> String {
    let mut text = String::new();
    let mut rest = documentation.trim();
    while let Some((before, (code, after))) = rest
        .split_once("[`")
        .and_then(|(before, rest)| Some((before, rest.split_once("`]")?)))
    {
        text.push_str(before);
        let target = after
            .strip_prefix('(')
            .and_then(|after| after.split_once(')'));
        rest = target.map_or(after, |(_, after)| after);
        _ = match target.and_then(|(target, _)| target.strip_prefix("Self::")) {
            Some(method) => write!(text, "[`{code}`](#{method})"),
            None => write!(text, "`{code}`"),
        };
    }
    text.push_str(rest);
    text.replace("# Errors\n", "**Errors**\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_methods_with_their_documentation() {
        let source = "\
/// Not of a method.
impl Other {
    /// Of another type.
    pub fn other(&self) {}
}

impl Builder {
    /// One, as [`two`](Self::two). See [`Mode`] and
    /// [`Object`](crate::Object).
    ///
    /// # Errors
    ///
    /// None.
    #[must_use]
    pub fn one<'a>(
        &mut self,
    ) -> &mut Self {
        self
    }

    /// Of nobody else.
    fn private(&self) {}

    pub fn two(&self) {
    }
}
";
        let found = methods(source, "Builder");
        let [one, two] = &found[..] else {
            panic!("{found:?}")
        };
        assert_eq!(one.name, "one");
        assert_eq!(
            one.signature,
            "pub fn one<'a>(\n    &mut self,\n) -> &mut Self"
        );
        let documentation =
            "One, as [`two`](#two). See `Mode` and\n`Object`.\n\n**Errors**\n\nNone.";
        assert_eq!(one.documentation, documentation);
        assert_eq!(one.summary(), "One, as [`two`](#two)");
        assert_eq!((two.name.as_str(), two.documentation.as_str()), ("two", ""));
    }
}
