//! Struct tags that were meant for the kernel (`core:"kernel_name"`, `bpf:"contains:TYPE:FIELD"`), and that nothing reads.

use tinybpf_core::suggest;

use super::Fault;

/// The keys that mean something here: the kernel's name of a field or type, and what the kernel is to know of a field.
const KEYS: [&str; 2] = ["core", "bpf"];

/// What `bpf:"…"` can begin with: `btf_find_graph_root` in the kernel's kernel/bpf/btf.c.
const FOR_KERNEL: [&str; 1] = ["contains"];

/// What is wrong with a struct tag, as it stands between its quotes.
pub(super) fn fault(tag: &str) -> Option<Fault> {
    let mut rest = tag.trim();
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let (key, after) = rest.split_at(end.unwrap_or(rest.len()));
        let value = after.strip_prefix(":\"").and_then(|v| v.split_once('"'));
        let lower = key.to_ascii_lowercase();
        let meant = suggest::closest(&lower, KEYS);
        let Some((value, after)) = value else {
            // Other tags are between their authors and those who read them.
            let meant = meant.first()?;
            return Some((
                format!(
                    "the struct tag `{tag}` says nothing: it is a key, a colon, and a value in quotes, without spaces between"
                ),
                format!("write `{}`", example(meant)),
            ));
        };
        match (key, &meant[..]) {
            ("bpf", _) => {
                if let Some(fault) = for_kernel(value) {
                    return Some(fault);
                }
            }
            ("core", _) if value.trim().is_empty() => {
                return Some((
                    "the struct tag `core:\"\"` gives no name".to_owned(),
                    format!("write the kernel's name there: `{}`", example("core")),
                ));
            }
            ("core", _) | (_, []) => {}
            (_, [meant, ..]) => {
                return Some((
                    format!("nothing reads `{key}` in a struct tag"),
                    format!("did you mean `{meant}:\"{value}\"`?"),
                ));
            }
        }
        rest = after.trim_start();
    }
    None
}

/// What is wrong with what the kernel is to know of a field.
fn for_kernel(value: &str) -> Option<Fault> {
    let parts: Vec<_> = value.split(':').collect();
    let help = match parts[..] {
        ["contains", ty, field] if !ty.is_empty() && !field.is_empty() => return None,
        ["contains", ..] => format!(
            "name the type of the nodes and their field, in Go's words: `{}`",
            example("bpf")
        ),
        [first, ..] if let [meant] = suggest::closest(first, FOR_KERNEL)[..] => {
            format!(
                "did you mean `bpf:\"{}\"`?",
                value.replacen(first, meant, 1)
            )
        }
        _ => format!(
            "what the head of a list or the root of a tree holds is said by `{}`; the kernel's name of a field by `{}`",
            example("bpf"),
            example("core")
        ),
    };
    let message = format!("the struct tag `bpf:\"{value}\"` says nothing that the kernel knows");
    Some((message, help))
}

fn example(key: &str) -> &'static str {
    match key {
        "bpf" => "bpf:\"contains:Item:Next\"",
        _ => "core:\"real_parent\"",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_right_or_others_is_left_alone() {
        for tag in [
            "",
            "core:\"tgid\"",
            "bpf:\"contains:Item:Next\"",
            "json:\"tgid,omitempty\" core:\"tgid\"",
            "anything",
        ] {
            assert_eq!(fault(tag), None, "{tag}");
        }
    }

    #[test]
    fn what_nothing_reads_is_told() {
        for (tag, help) in [
            ("cor:\"tgid\"", "did you mean `core:\"tgid\"`?"),
            ("Core:\"tgid\"", "did you mean `core:\"tgid\"`?"),
            ("core:tgid", "write `core:\"real_parent\"`"),
            ("core: \"tgid\"", "write `core:\"real_parent\"`"),
            (
                "core:\"\"",
                "write the kernel's name there: `core:\"real_parent\"`",
            ),
            (
                "json:\"x\" bfp:\"contains:Item:Next\"",
                "did you mean `bpf:\"contains:Item:Next\"`?",
            ),
            (
                "bpf:\"contians:Item:Next\"",
                "did you mean `bpf:\"contains:Item:Next\"`?",
            ),
            (
                "bpf:\"contains:Item\"",
                "name the type of the nodes and their field, in Go's words: `bpf:\"contains:Item:Next\"`",
            ),
            (
                "bpf:\"kptr\"",
                "what the head of a list or the root of a tree holds is said by `bpf:\"contains:Item:Next\"`; the kernel's name of a field by `core:\"real_parent\"`",
            ),
        ] {
            assert_eq!(fault(tag).map(|(_, help)| help).as_deref(), Some(help));
        }
    }
}
