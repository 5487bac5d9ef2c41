//! Exported constants whose names and values are hard to write.

use std::collections::BTreeMap;

use super::cases::at;
use crate::tinygo::{Exported, Plain};

pub(super) fn exported() -> BTreeMap<String, Exported> {
    let int = |value, bits, signed| {
        Some(Plain::Integer {
            value,
            bits,
            signed,
        })
    };
    let text = |text: &str| Some(Plain::Text(text.to_owned()));
    let constants = [
        ("MaxPath", int(70_000, 64, true), None),
        ("Huge", int(u64::MAX.into(), 64, false), None),
        ("Least", int(i64::MIN.into(), 64, true), None),
        ("MAX_PATH", int(10, 32, false), None),
        ("Self", text("a \"quoted\" \\ text\n\0 größe"), None),
        ("Größe", text(&"long ".repeat(17)), None),
        ("Longer", text(&"longer ".repeat(17)), None),
        ("Debug", Some(Plain::Bool(true)), None),
        ("Ratio", None, None),
        ("Length", None, None),
        // With the type; and without, as there is none in the bindings.
        ("VerdictDeny", int(70_000, 32, false), Some("main.Verdict")),
        ("H", int(1, 8, false), Some("main.hidden")),
    ];
    let constants = constants.into_iter().zip(40..);
    let constants = constants.map(|((name, value, of), line)| {
        let exported = Exported {
            value,
            of: of.map(str::to_owned),
            position: at("/home/me/probe/bpf/main.go", line).unwrap(),
        };
        (name.to_owned(), exported)
    });
    constants.collect()
}
