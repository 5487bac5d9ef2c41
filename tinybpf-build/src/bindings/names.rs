//! Rust names for what Go, C and ELF name.
//!
//! Only ASCII comes out: for other letters rustc has lints that an included file cannot turn off.

use std::collections::BTreeSet;

/// `SrcIPv4` → `src_ipv4`: a field's name.
pub(super) fn snake(name: &str) -> String {
    let name = words(name).join("_").to_ascii_lowercase();
    escape(&or_unnamed(name, "unnamed"))
}

/// `.rodata.config` → `RODATA_CONFIG`: a constant's name.
pub(super) fn screaming(name: &str) -> String {
    let name = words(name).join("_").to_ascii_uppercase();
    or_unnamed(name, "UNNAMED")
}

/// `event_t` → `EventT`: a type's name. Words that start with a capital stay as Go has them.
pub(super) fn camel(name: &str) -> String {
    let name: String = words(name)
        .iter()
        .flat_map(|word| {
            let mut chars = word.chars();
            let first = chars.next().map(|first| first.to_ascii_uppercase());
            first.into_iter().chain(chars)
        })
        .collect();
    escape(&or_unnamed(name, "Unnamed"))
}

/// Names for one scope: each as wished where that is still free, otherwise with a number at its end. A name that
/// another item wishes for is never taken away from it by a number.
pub(super) fn unique(wishes: &[String]) -> Vec<String> {
    let wished: BTreeSet<&str> = wishes.iter().map(String::as_str).collect();
    let mut taken = BTreeSet::new();
    wishes
        .iter()
        .map(|wish| {
            let stem = wish.trim_end_matches('_');
            // rustc wants `EventT2`, but `event_t_2` and `U32_2`.
            let is_camel = stem.contains(|c: char| c.is_ascii_lowercase())
                && stem.starts_with(|c: char| c.is_ascii_uppercase());
            let line = if is_camel && !stem.ends_with(|c: char| c.is_ascii_digit()) {
                ""
            } else {
                "_"
            };
            let numbered = (2_usize..).map(|n| format!("{stem}{line}{n}"));
            let name = std::iter::once(wish.clone())
                .chain(numbered.filter(|name| !wished.contains(name.as_str())))
                .find(|name| !taken.contains(name))
                .unwrap_or_else(|| unreachable!("the numbers do not end"));
            taken.insert(name.clone());
            name
        })
        .collect()
}

/// The words of a name: split at everything that is no letter or digit, and where a capital starts a new word.
fn words(name: &str) -> Vec<String> {
    name.chars()
        .map(|c| match c {
            c if c.is_ascii_alphanumeric() => c.to_string(),
            c if c.is_ascii() => "_".to_owned(),
            c => format!("_u{:x}_", u32::from(c)),
        })
        .collect::<String>()
        .split('_')
        .filter(|part| !part.is_empty())
        .flat_map(split_at_capitals)
        .collect()
}

/// `HTTPServer` → `HTTP`, `Server`; `NumCPUs` → `Num`, `CPUs`; `IPv4Addr` → `IPv4`, `Addr`.
fn split_at_capitals(part: &str) -> Vec<String> {
    let chars: Vec<char> = part.chars().collect();
    let upper = |at: usize| chars.get(at).is_some_and(char::is_ascii_uppercase);
    let lower = |at: usize| chars.get(at).is_some_and(char::is_ascii_lowercase);
    // The small letter of `IPv4` and of `CPUs` belongs to the capitals before it.
    let suffix = |at: usize| match chars.get(at) {
        Some('v') => chars.get(at + 1).is_some_and(char::is_ascii_digit),
        Some('s') => !lower(at + 1),
        _ => false,
    };
    let mut words: Vec<String> = Vec::new();
    for (at, c) in chars.iter().enumerate() {
        let after_capital = at > 0 && upper(at - 1);
        let starts_word = upper(at) && (!after_capital || (lower(at + 1) && !suffix(at + 1)));
        match words.last_mut() {
            Some(word) if !starts_word => word.push(*c),
            _ => words.push(c.to_string()),
        }
    }
    words
}

fn or_unnamed(name: String, unnamed: &str) -> String {
    match name.chars().next() {
        None => unnamed.to_owned(),
        Some(first) if first.is_ascii_digit() => format!("_{name}"),
        Some(_) => name,
    }
}

/// Makes an identifier of a name that Rust reserves, in any edition.
fn escape(name: &str) -> String {
    match name {
        "self" | "super" | "crate" | "Self" => format!("{name}_"),
        _ if KEYWORDS.contains(&name) => format!("r#{name}"),
        _ => name.to_owned(),
    }
}

/// The keywords of the Rust Reference, strict and reserved, that may be written `r#keyword`.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_snake_case() {
        for (go, rust) in [
            ("Pid", "pid"),
            ("DataEnd", "data_end"),
            ("SrcIP", "src_ip"),
            ("HTTPServer", "http_server"),
            ("SrcIPv4", "src_ipv4"),
            ("IPv6Addr", "ipv6_addr"),
            ("NumCPUs", "num_cpus"),
            ("CPUsOnline", "cpus_online"),
            ("IsSet", "is_set"),
            ("U32Count", "u32_count"),
            ("ts_ns", "ts_ns"),
            ("type", "r#type"),
            ("gen", "r#gen"),
            ("Self", "self_"),
            ("größe", "gr_uf6_udf_e"),
            ("_2nd", "_2nd"),
            ("__", "unnamed"),
        ] {
            assert_eq!(snake(go), rust, "{go}");
        }
    }

    #[test]
    fn types_are_camel_case() {
        for (go, rust) in [
            ("Event", "Event"),
            ("xdpMd", "XdpMd"),
            ("event_t", "EventT"),
            ("IPKey", "IPKey"),
            ("Pair[uint32,main.Key]", "PairUint32MainKey"),
            ("self", "Self_"),
            ("u32", "U32"),
            ("3d", "_3d"),
        ] {
            assert_eq!(camel(go), rust, "{go}");
        }
    }

    #[test]
    fn constants_are_screaming() {
        for (name, rust) in [
            ("xdp_filter", "XDP_FILTER"),
            (".rodata.config", "RODATA_CONFIG"),
            (
                "tracepoint/syscalls/sys_enter",
                "TRACEPOINT_SYSCALLS_SYS_ENTER",
            ),
            ("maxCPUs", "MAX_CPUS"),
            ("type", "TYPE"),
            ("?", "UNNAMED"),
        ] {
            assert_eq!(screaming(name), rust, "{name}");
        }
    }

    #[test]
    fn clashes_get_numbers_that_take_nobodys_name() {
        let wishes = ["A", "A", "A_2", "A", "B_", "B_", "id", "id"].map(str::to_owned);
        assert_eq!(
            unique(&wishes),
            ["A", "A_3", "A_2", "A_4", "B_", "B_2", "id", "id_2"]
        );
        let wishes = ["Event", "Event", "U32", "U32", "Self_", "Self_"].map(str::to_owned);
        assert_eq!(
            unique(&wishes),
            ["Event", "Event2", "U32", "U32_2", "Self_", "Self2"]
        );
    }
}
