//! Names of crates.

use super::Failure;

/// Names that Cargo keeps for itself or gets wrong, and crates that a project depends on.
const TAKEN: [&str; 17] = [
    "alloc",
    "aya",
    "build",
    "core",
    "deps",
    "env_logger",
    "examples",
    "incremental",
    "log",
    "proc_macro",
    "signal_hook",
    "std",
    "test",
    "tinybpf_build",
    "tinybpf_explain",
    "tinybpf_test",
    "xtask",
];

/// The words of Rust's own (the Rust Reference, Keywords).
#[rustfmt::skip]
const KEYWORDS: [&str; 52] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut",
    "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "_",
];

/// Refuses what is no name for a crate, with one that is.
pub(super) fn check(name: &str) -> Result<(), Failure> {
    if let Some((folder, last)) = name.trim_end_matches(['/', '\\']).rsplit_once(['/', '\\']) {
        let suggested = suggestion(last);
        return Err(Failure::Usage(format!(
            "`{name}` is a path; the crate's name comes first: `{suggested} --path {folder}/{last}`"
        )));
    }
    let suggested = suggestion(name);
    if suggested == name {
        return Ok(());
    }
    let why = if name.chars().all(is_letter) && name.starts_with(|c: char| c.is_ascii_alphabetic())
    {
        "is taken by Rust, Cargo or a crate that the project depends on"
    } else {
        "is no name for a crate, which has letters, digits, `-` and `_`, a letter first"
    };
    Err(Failure::Usage(format!("`{name}` {why}: try `{suggested}`")))
}

fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '-' || letter == '_'
}

/// The name itself if it is one, else the one that comes nearest.
fn suggestion(name: &str) -> String {
    let mut words = name.split(|letter| !is_letter(letter));
    let mut found = match name.chars().all(is_letter) {
        true => name.to_owned(),
        false => {
            let words: Vec<_> = words.by_ref().filter(|word| !word.is_empty()).collect();
            words.join("-").to_ascii_lowercase()
        }
    };
    if found.is_empty() {
        "my-probe".clone_into(&mut found);
    }
    if !found.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        found = format!("bpf-{}", found.trim_start_matches(['-', '_']));
    }
    if is_taken(&found) {
        found.push_str("-bpf");
    }
    found
}

fn is_taken(name: &str) -> bool {
    let name = name.to_ascii_lowercase().replace('-', "_");
    TAKEN.contains(&name.as_str()) || KEYWORDS.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_crates() {
        for name in ["probe1", "my-filter", "MyFilter", "a", "a_b-c9"] {
            assert!(check(name).is_ok(), "{name}");
        }
    }

    #[test]
    fn what_is_none_gets_a_suggestion() {
        for (name, suggested) in [
            ("", "my-probe"),
            (".", "my-probe"),
            ("my filter", "my-filter"),
            ("grüezi", "gr-ezi"),
            ("3com", "bpf-3com"),
            ("-x", "bpf-x"),
            ("match", "match-bpf"),
            ("aya", "aya-bpf"),
            ("xtask", "xtask-bpf"),
            ("Größe µ!", "gr-e"),
        ] {
            let error = check(name).unwrap_err().to_string();
            assert!(error.ends_with(&format!("try `{suggested}`")), "{error}");
            assert!(check(suggested).is_ok(), "{suggested}");
        }
        let error = check("work/my-filter").unwrap_err().to_string();
        assert!(
            error.ends_with("`my-filter --path work/my-filter`"),
            "{error}"
        );
    }
}
