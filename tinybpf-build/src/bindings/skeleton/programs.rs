//! A type for each program, with a method to attach it that asks for what the section leaves open.

mod kind;

use std::fmt::Write;

use tinybpf_core::{
    Object,
    section::{Loader, Section},
};

use self::kind::{Kind, Load, Method};
use super::{Scope, method};
use crate::bindings::{
    Input,
    names::{camel, snake, unique},
    text::{code, origin},
};

/// A program of the skeleton.
pub(super) struct Program {
    name: String,
    /// Of its field in `Programs`.
    pub(super) field: String,
    /// Of its type.
    ty: String,
    section: String,
    /// ` (main.go:12)`.
    origin: String,
    kind: Kind,
}

/// The programs, or why aya does not take the object.
pub(super) fn find(
    object: &Object,
    scope: &mut Scope,
    input: &Input,
) -> Result<Vec<Program>, String> {
    let wishes: Vec<String> = object.programs.iter().map(|p| snake(&p.name)).collect();
    let programs = object.programs.iter().zip(unique(&wishes));
    let programs = programs.map(|(program, field)| {
        let origin = origin(program.position.as_ref(), input);
        let refused = || {
            format!(
                "aya does not know the section {} of the program {}{origin}",
                code(&program.section),
                code(&program.name)
            )
        };
        let section = Section::parse(&program.section).map_err(|_| refused())?;
        if section.unknown_to().contains(&Loader::Aya) {
            return Err(refused());
        }
        let kind = Kind::of(&section).ok_or_else(refused)?;
        Ok(Program {
            field,
            ty: scope.name(&camel(&program.name)),
            name: program.name.clone(),
            section: program.section.clone(),
            origin,
            kind,
        })
    });
    programs.collect()
}

/// Writes a type for each program and `Programs`, which has them all.
pub(super) fn write(out: &mut String, programs: &[Program]) {
    for program in programs {
        write_program(out, program);
    }
    out.push_str("\n/// The programs. They run until the last of these values is dropped, which detaches them.\n");
    out.push_str("#[derive(Clone, Debug)]\npub struct Programs {");
    for program in programs {
        let Program {
            name,
            field,
            ty,
            section,
            origin,
            ..
        } = program;
        let (name, section) = (code(name), code(section));
        _ = write!(
            out,
            "\n    /// {name} in section {section}{origin}.\n    pub {field}: {ty},"
        );
    }
    out.push_str("\n}\n");
    write_programs(out, programs);
}

/// The lines that make `Programs` of what aya loaded, and load it.
pub(super) fn write_loading(out: &mut String, programs: &[Program]) {
    if programs.iter().any(|p| matches!(p.kind.load, Load::Btf(_))) {
        out.push_str("        let btf = Btf::from_sys_fs()\n            .map_err(|error| Error::Object(Box::new(EbpfError::BtfError(error))))?;\n");
    }
    for Program { field, kind, .. } in programs {
        let with = match &kind.load {
            Load::Plain => format!(".with(programs::{}::load)?;", kind.aya),
            Load::Btf(target) => format!(".with(|program| program.load({target:?}, &btf))?;"),
            Load::Later => continue,
        };
        // rustfmt's `chain_width`.
        let chain = if "programs.".len() + field.len() + with.len() <= 60 {
            format!("programs.{field}{with}")
        } else {
            format!("programs\n            .{field}\n            {with}")
        };
        _ = writeln!(out, "        {chain}");
    }
}

fn write_programs(out: &mut String, programs: &[Program]) {
    out.push_str(
        "\nimpl Programs {\n    fn new(ebpf: &Arc<Mutex<Ebpf>>) -> Self {\n        Self {\n",
    );
    for program in programs {
        let Program {
            name, field, ty, ..
        } = program;
        let go = program.origin.trim_matches([' ', '(', ')']);
        let (head, name, go) = (
            format!("{field}: {ty}(Program::new"),
            format!("{name:?}"),
            format!("{go:?}"),
        );
        super::call(out, 12, &head, &["ebpf", &name, &go], "),");
    }
    out.push_str("        }\n    }\n");
    let (complete, open): (Vec<&Program>, Vec<_>) =
        programs.iter().partition(|p| p.kind.says_all());
    if !complete.is_empty() {
        write_attach_all(out, &complete, &open);
    }
    out.push_str("}\n");
}

fn write_attach_all(out: &mut String, complete: &[&Program], open: &[&Program]) {
    let list = |programs: &[&Program]| {
        let names: Vec<String> = programs.iter().map(|p| code(&p.field)).collect();
        names.join(", ")
    };
    _ = write!(
        out,
        "\n    /// Attaches the programs whose sections say to what: {}.\n",
        list(complete)
    );
    if !open.is_empty() {
        _ = writeln!(out, "    /// Left to the caller: {}.", list(open));
    }
    out.push_str("    ///\n    /// # Errors\n    ///\n    /// As for the first of them that cannot be attached; those before it are.\n");
    out.push_str("    pub fn attach_all(&self) -> Result<(), Error> {\n");
    for program in complete {
        _ = writeln!(out, "        self.{}.attach()?;", program.field);
    }
    out.push_str("        Ok(())\n    }\n");
}

fn write_program(out: &mut String, program: &Program) {
    let Program {
        name,
        ty,
        section,
        origin,
        kind,
        ..
    } = program;
    let aya = kind.aya;
    _ = write!(
        out,
        "\n/// {} in section {}{origin}.\n#[derive(Clone, Debug)]\npub struct {ty}(Program<programs::{aya}>);\n\
         \nimpl ::core::ops::Deref for {ty} {{\n    type Target = Program<programs::{aya}>;\n\n    fn deref(&self) -> &Self::Target {{\n        &self.0\n    }}\n}}\n",
        code(name),
        code(section),
    );
    if kind.methods.is_empty() {
        return;
    }
    _ = write!(out, "\nimpl {ty} {{\n");
    let id = kind
        .link
        .map(|(module, link)| format!("programs::{module}::{link}Id"));
    for (at, each) in kind.methods.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        write_method(out, each, aya, id.as_deref());
    }
    if let (Some((module, link)), Some(id)) = (kind.link, &id) {
        out.push_str("\n    /// Detaches it where it was attached with this result.\n    ///\n    /// # Errors\n    ///\n    /// It is not attached there any more.\n");
        let parameters = ["&self".to_owned(), format!("link: {id}")];
        method(out, "detach", &parameters, "Result<(), Error>");
        super::call(out, 8, "self.with", &["|program| program.detach(link)"], "");
        out.push_str("    }\n\n    /// Hands over the link, which detaches the program when it is dropped.\n    ///\n    /// # Errors\n    ///\n    /// It is not attached there any more.\n");
        let parameters = ["&self".to_owned(), format!("link: {id}")];
        let result = format!("Result<programs::{module}::{link}, Error>");
        method(out, "take_link", &parameters, &result);
        super::call(
            out,
            8,
            "self.with",
            &["|program| program.take_link(link)"],
            "",
        );
        out.push_str("    }\n");
    }
    out.push_str("}\n");
}

fn write_method(out: &mut String, each: &Method, aya: &str, id: Option<&str>) {
    let Method {
        name,
        doc,
        errors,
        parameters,
        result,
        body,
    } = each;
    for line in doc.lines() {
        _ = writeln!(
            out,
            "    ///{}{line}",
            if line.is_empty() { "" } else { " " }
        );
    }
    _ = write!(
        out,
        "    ///\n    /// # Errors\n    ///\n    /// {errors}\n"
    );
    let result = match result {
        Some(result) => format!("Result<{result}, Error>"),
        None => format!("Result<{}, Error>", id.unwrap_or("()")),
    };
    let parameters: Vec<String> = std::iter::once("&self".to_owned())
        .chain(parameters.iter().map(|p| (*p).to_owned()))
        .collect();
    method(out, name, &parameters, &result);
    match &body[..] {
        [whole] if whole == "program.attach()" => {
            _ = writeln!(out, "        self.with(programs::{aya}::attach)");
        }
        [expression] => {
            super::call(
                out,
                8,
                "self.with",
                &[&format!("|program| {expression}")],
                "",
            );
        }
        lines => {
            out.push_str("        self.with(|program| {\n");
            for line in lines {
                _ = writeln!(out, "            {line}");
            }
            out.push_str("        })\n");
        }
    }
    out.push_str("    }\n");
}
