//! Where things are in an object.

use object::{File, Object, ObjectSection, ObjectSymbol, Symbol};

use crate::scenario::Outcome;

pub(crate) struct Variable {
    pub(crate) section: String,
    pub(crate) offset: usize,
    pub(crate) size: usize,
}

/// The place of a package variable.
pub(crate) fn variable(object: &[u8], name: &str) -> Outcome<Variable> {
    let file = File::parse(object)?;
    let symbol = symbol(&file, name)?;
    Ok(Variable {
        section: section_of(&file, &symbol)?,
        offset: usize::try_from(symbol.address())?,
        size: usize::try_from(symbol.size())?,
    })
}

/// The section of a program.
pub(crate) fn section(object: &[u8], program: &str) -> Outcome<String> {
    let file = File::parse(object)?;
    section_of(&file, &symbol(&file, program)?)
}

fn symbol<'a>(file: &'a File<'a>, name: &str) -> Outcome<Symbol<'a, 'a>> {
    let mut symbols = file.symbols();
    let symbol = symbols.find(|symbol| symbol.name() == Ok(name));
    symbol.ok_or_else(|| format!("the object has no {name}").into())
}

fn section_of(file: &File<'_>, symbol: &Symbol<'_, '_>) -> Outcome<String> {
    let index = symbol.section_index().ok_or("a symbol without section")?;
    Ok(file.section_by_index(index)?.name()?.to_owned())
}
