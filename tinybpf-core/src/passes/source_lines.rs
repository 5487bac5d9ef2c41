//! What the source says where code stands, for what neither IR nor debug info tells.

use std::{collections::HashMap, fs};

use super::position;
use crate::llvm::Value;

/// The source files that were looked at.
#[derive(Default)]
pub(super) struct SourceLines {
    files: HashMap<String, Option<Vec<u8>>>,
}

impl SourceLines {
    /// The rest of the source's line from an instruction's place on.
    pub(super) fn after(&mut self, instruction: Value<'_>) -> Option<String> {
        Some(self.around(instruction)?.1)
    }

    /// The type of the variable that is declared, or of the literal that begins, at an instruction's place.
    pub(super) fn declared(&mut self, instruction: Value<'_>) -> Option<String> {
        let (before, after) = self.around(instruction)?;
        if after.starts_with('{') {
            let name = before.rsplit(|c: char| !is_name(c)).next()?;
            return declared_type(name);
        }
        declared_type(&after)
    }

    /// The source's line before and from an instruction's place on.
    fn around(&mut self, instruction: Value<'_>) -> Option<(String, String)> {
        let place = position(instruction)?;
        let file = self
            .files
            .entry(place.file.clone())
            .or_insert_with(|| fs::read(&place.file).ok());
        let line = file
            .as_ref()?
            .split(|byte| *byte == b'\n')
            .nth(place.line.checked_sub(1)? as usize)?;
        let (before, after) = line.split_at_checked(place.column.checked_sub(1)? as usize)?;
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        Some((text(before), text(after)))
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '.'
}

/// The type in a declaration, without its package: `Core` of `c Core`, `c := Core{…}`, `c := kern.Core{…}` and `c = new(Core)`, and
/// of what has no variable: `Core` alone, `new(Core)`.
pub(super) fn declared_type(text: &str) -> Option<String> {
    let rest = text.trim_start_matches(is_name).trim_start();
    let value = rest
        .trim_start_matches(":=")
        .trim_start_matches('=')
        .trim_start();
    let value = match (value.strip_prefix('&'), rest.strip_prefix('(')) {
        (Some(literal), _) => literal,
        (_, Some(of_new)) => of_new,
        _ if rest.is_empty() => text,
        _ => value.strip_prefix("new(").unwrap_or(value),
    };
    let value = value.trim_start();
    let end = value.find(|c: char| !is_name(c));
    let name = value[..end.unwrap_or(value.len())].rsplit('.').next()?;
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations() {
        for text in [
            "c Core",
            "c Core = f()",
            "c := Core{1}",
            "c := &Core{}",
            "c := kern.Core{A: 1}",
            "c:=Core{}",
            "c := Core(x)",
            "c = new(Core)",
            "Core",
            "kern.Core",
            "&Core{1}",
            "new(Core)",
        ] {
            assert_eq!(declared_type(text).as_deref(), Some("Core"), "{text}");
        }
        for text in ["c := [4]byte{}", "c, d := f()"] {
            assert_eq!(declared_type(text), None, "{text}");
        }
    }
}
