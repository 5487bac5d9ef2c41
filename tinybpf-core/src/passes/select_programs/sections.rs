//! Sections that only sources tell: TinyGo passes `//go:section` over in a file that does not import `unsafe`.

use std::{collections::HashMap, fs};

use crate::{
    llvm::{Module, Value},
    passes::{is_foreign, position, reject_unsupported::is_go},
};

/// Gives functions and variables the sections that stand above their declarations.
pub(super) fn complete(module: &Module<'_>) {
    let mut files = HashMap::new();
    let functions = module.functions().into_iter();
    let functions = functions.filter(|f| f.subprogram().is_some() && !is_go(module, *f));
    let variables = module.variables().into_iter();
    // A string in the line of a declaration is a variable of TinyGo's, `main$string`.
    let is_declared = |v: &Value<'_>| v.variable_debug_info().is_some() && !v.name().contains('$');
    let variables = variables.filter(is_declared);
    for value in functions.chain(variables) {
        if value.is_declaration() || value.section().is_some() || is_foreign(module, value) {
            continue;
        }
        if let Some(section) = above(&mut files, value) {
            value.set_section(&section);
        }
    }
}

/// The section in the comment above a declaration.
fn above(files: &mut HashMap<String, Option<String>>, value: Value<'_>) -> Option<String> {
    let place = position(value)?;
    let source = files
        .entry(place.file)
        .or_insert_with_key(|path| fs::read_to_string(path).ok());
    section_above(source.as_deref()?, place.line)
}

/// The section in the comment above a line, counted from 1.
fn section_above(source: &str, line: u32) -> Option<String> {
    const DIRECTIVE: &str = "//go:section ";
    let before: Vec<_> = source.lines().take(line.checked_sub(1)? as usize).collect();
    let comment = before.iter().rev().map(|line| line.trim());
    let mut comment = comment.take_while(|line| line.starts_with("//"));
    let section = comment
        .find_map(|line| line.strip_prefix(DIRECTIVE))?
        .trim();
    (!section.is_empty()).then(|| section.to_owned())
}

#[cfg(test)]
mod tests {
    use super::section_above;

    #[test]
    fn comments_above_declarations() {
        let source = "\
// What it does.
//
//export prog
//go:section xdp
func prog() {}

//go:section xdp

func other() {}

var (
\t//go:section .rodata
\tlimit uint32
\tplain uint32
)
";
        let of = |line| section_above(source, line);
        assert_eq!(of(5).as_deref(), Some("xdp"));
        assert_eq!(of(9), None);
        assert_eq!(of(13).as_deref(), Some(".rodata"));
        assert_eq!((of(14), of(1), of(0)), (None, None, None));
    }
}
