//! The package variables: set before loading, read afterwards.

use std::fmt::Write;

use tinybpf_core::{Object, Type, Variable};

use super::{method, setter};
use crate::bindings::{
    Input,
    names::{snake, unique},
    text::{bytes, code, number, origin},
    types::{Names, remark},
};

/// The largest section that is read into one value, on the stack.
const READABLE: u64 = 64 * 1024;

/// A section of variables.
pub(super) struct Section<'a> {
    name: &'a str,
    size: u64,
    field: String,
    variables: Vec<Known<'a>>,
}

/// A variable whose type is known.
struct Known<'a> {
    variable: &'a Variable,
    ty: &'a Type,
    rust: String,
    /// Of the method that reads it.
    getter: String,
    origin: String,
}

/// The sections with variables.
pub(super) fn find<'a>(object: &'a Object, names: &Names, input: &Input) -> Vec<Section<'a>> {
    let all = object.data_sections.iter().flat_map(|s| &s.variables);
    // `Variables` has a function of this name.
    let wishes = std::iter::once("take".to_owned()).chain(all.map(|v| snake(&v.name)));
    let getters = unique(&wishes.collect::<Vec<_>>());
    let mut getters = getters.into_iter().skip(1);
    let fields: Vec<String> = object
        .data_sections
        .iter()
        .map(|s| snake(&s.name))
        .collect();
    let mut sections = Vec::new();
    for (section, field) in object.data_sections.iter().zip(unique(&fields)) {
        let mut variables = Vec::new();
        for (variable, getter) in section.variables.iter().zip(&mut getters) {
            let Some(ty) = &variable.ty else { continue };
            let fits = names.size_of(ty) == variable.size && variable.size > 0;
            if fits && variable.offset + variable.size <= section.size {
                variables.push(Known {
                    variable,
                    ty,
                    rust: names.pod(ty, "super::"),
                    getter,
                    origin: origin(variable.position.as_ref(), input),
                });
            }
        }
        if !variables.is_empty() {
            sections.push(Section {
                name: &section.name,
                size: section.size,
                field,
                variables,
            });
        }
    }
    sections
}

/// Whether some of them can be read.
pub(super) fn readable(sections: &[Section]) -> bool {
    sections.iter().any(|section| section.size <= READABLE)
}

/// The variables as settings of the builder.
pub(super) fn settings(sections: &[Section]) -> Vec<setter::Setting> {
    let known = sections.iter().flat_map(|section| {
        let variables = section.variables.iter();
        variables.map(move |known| (section, known))
    });
    let settings = known.map(|(section, known)| {
        let remark = remark(known.ty);
        setter::Setting {
            wish: known.getter.clone(),
            ty: known.rust.clone(),
            doc: format!(
                "Sets {}{}{remark}, a variable in {}, before the programs run. Default: what the program gives it.",
                code(&known.variable.name),
                known.origin,
                code(section.name)
            ),
            apply: setter::Apply::Variable(known.variable.name.clone()),
        }
    });
    settings.collect()
}

/// Writes `Variables`.
pub(super) fn write(out: &mut String, sections: &[Section]) {
    let sections: Vec<&Section> = sections.iter().filter(|s| s.size <= READABLE).collect();
    out.push_str(
        "\n/// The package variables, as the programs left them.\npub struct Variables {\n",
    );
    for Section { field, size, .. } in &sections {
        let size = number(*size);
        _ = writeln!(
            out,
            "    {field}: maps::Array<maps::MapData, [u8; {size}]>,"
        );
    }
    out.push_str("}\n\nimpl Variables {\n    fn take(ebpf: &mut Ebpf) -> Result<Self, Error> {\n        Ok(Self {\n");
    for Section { name, field, .. } in &sections {
        let (head, name) = (format!("{field}: map"), format!("{name:?}"));
        super::call(
            out,
            12,
            &head,
            &["ebpf", &name, "\"package variables\""],
            "?,",
        );
    }
    out.push_str("        })\n    }\n");
    for section in &sections {
        for known in &section.variables {
            write_getter(out, section, known);
        }
    }
    out.push_str("}\n");
}

fn write_getter(out: &mut String, section: &Section, known: &Known) {
    let Known {
        variable,
        rust,
        getter,
        origin,
        ..
    } = known;
    let name = code(&variable.name);
    _ = write!(
        out,
        "\n    /// Reads {name}{origin}: {} in {}.\n    ///\n    /// # Errors\n    ///\n    /// The kernel does not hand it out.\n",
        bytes(variable.size),
        code(section.name),
    );
    method(
        out,
        getter,
        &["&self".to_owned()],
        &format!("Result<{rust}, Error>"),
    );
    let go = origin.trim_matches([' ', '(', ')']);
    let field = &section.field;
    _ = write!(
        out,
        "        let section = self\n            .{field}\n            .get(&0, 0)\n            .map_err(|error| Error::map({:?}, {go:?}, error))?;\n",
        variable.name
    );
    let from = number(variable.offset);
    let start = if variable.offset == 0 {
        String::new()
    } else {
        from
    };
    _ = write!(out, "        record(&section[{start}..])\n    }}\n");
}
