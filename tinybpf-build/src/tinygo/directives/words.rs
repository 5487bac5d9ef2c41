//! What a comment says, if it is a directive or meant as one.

use tinybpf_core::{section::Section, suggest::distance};

use super::{super::lexer::Comment, Fault, declarations::Kind};

/// The directives that programs for BPF are made with.
const OURS: [&str; 5] = [
    "export",
    "go:export",
    "go:section",
    "go:extern",
    "go:linkname",
];

/// Directives of Go and TinyGo (cmd/compile/internal/noder/lex.go, compiler/symbol.go) that are close to ours or to what
/// others write for ours.
const OTHERS: [&str; 8] = [
    "go:embed",
    "go:generate",
    "go:inline",
    "go:noinline",
    "go:noescape",
    "go:nosplit",
    "go:linknamestd",
    "go:wasmexport",
];

/// A directive: `//go:section xdp`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Directive {
    /// `go:section`.
    pub(super) head: String,
    /// What follows.
    pub(super) words: Vec<String>,
}

/// What a comment is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// A directive.
    Is(Directive),
    /// None, but it looks like this one.
    Like {
        /// As it is written.
        text: String,
        /// As it would be right.
        right: String,
        /// Whether only a space keeps it from being one.
        space: bool,
    },
}

impl Directive {
    pub(super) fn text(&self) -> String {
        format!("//{} {}", self.head, self.words.join(" "))
    }

    /// `export` or `section`, however it is written.
    pub(super) fn kind(&self) -> &str {
        self.head.trim_start_matches("go:")
    }

    /// What is wrong with the number of words that follow.
    pub(super) fn arguments(&self) -> Option<Fault> {
        let head = &self.head;
        let (wanted, example) = match self.kind() {
            "export" => (1, "//export on_packet"),
            "section" => (1, "//go:section xdp"),
            _ => return None,
        };
        (self.words.len() != wanted).then(|| {
            let has = match self.words.len() {
                0 => "has nothing after it".to_owned(),
                count => format!("has {count} words after it"),
            };
            (
                format!("`//{head}` {has}, and does nothing: TinyGo takes one"),
                format!("write it like `{example}`, and comments on a line of their own"),
            )
        })
    }
}

impl Meant {
    pub(super) fn of(comment: &Comment) -> Option<Self> {
        let text = comment.text.strip_prefix("//")?;
        let inside = text.trim_start();
        let space = inside.len() != text.len();
        let mut words = inside.split_whitespace();
        let head = words.next()?;
        let words: Vec<_> = words.map(str::to_owned).collect();
        let is_ours = OURS.contains(&head);
        if is_ours && !space {
            let head = head.to_owned();
            return Some(Self::Is(Directive { head, words }));
        }
        if !comment.alone || OTHERS.contains(&head) {
            return None;
        }
        let meant = if is_ours { head } else { meant(head, &words)? };
        // Anything longer is a sentence.
        let right = match (meant, &words[..]) {
            ("go:linkname", [local, symbol]) => format!("//{meant} {local} {symbol}"),
            ("go:linkname", _) => return None,
            (_, [word]) => format!("//{meant} {word}"),
            _ => return None,
        };
        Some(Self::Like {
            text: comment.text.clone(),
            right,
            space,
        })
    }

    /// What is wrong with a comment that looks like a directive, if it stands where one can.
    pub(super) fn fault(&self, is_placed: bool) -> Option<Fault> {
        match self {
            Self::Like { text, right, space } if is_placed => {
                let why = if *space {
                    "is a comment, as a directive has no space after the slashes"
                } else {
                    "is no directive, and does nothing"
                };
                Some((format!("`{text}` {why}"), format!("write `{right}`")))
            }
            _ => None,
        }
    }
}

/// The directive that a word was meant for.
fn meant(head: &str, words: &[String]) -> Option<&'static str> {
    let lower = head.to_ascii_lowercase();
    let tail = lower.trim_start_matches("go:").trim_start_matches("go");
    let section = words
        .first()
        .is_some_and(|word| Section::parse(word).is_ok());
    if section && (lower.starts_with("go:") || ["sec", "section"].contains(&tail)) {
        return Some("go:section");
    }
    let (near, _) = OURS
        .iter()
        .map(|known| (*known, distance(&lower, known)))
        .min_by_key(|(_, distance)| *distance)
        .filter(|(known, distance)| *distance <= known.len() / 4)?;
    Some(near)
}

/// What is declared, in words.
pub(super) fn of(kind: Kind) -> &'static str {
    match kind {
        Kind::Function { .. } | Kind::Generic => "a function",
        Kind::Method => "a method",
        Kind::Variable | Kind::Grouped => "a variable",
        Kind::VariableGroup(_) => "a group of variables",
        Kind::Type => "a type",
        Kind::Constant => "a constant",
        Kind::Import => "an import",
    }
}

/// A Go name as names of programs are usually written: `onPacket` is `on_packet`.
pub(super) fn snake(name: &str) -> String {
    let mut found = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !found.is_empty() {
            found.push('_');
        }
        found.extend(letter.to_lowercase());
    }
    found
}
