//! An object as text: what is in it, in a fixed order. Tests compare it, and a reader can.

use std::fmt::{self, Write as _};

use super::btf::{Btf, BtfExt, Kind};
use super::code::{Callee, Code, functions};
use super::describe::describe;
use super::elf::{Elf, Malformed};

/// Sections, programs, functions with whom they call, maps, variables, external names and relocations.
///
/// Types are not in it: [`Btf`] prints those as `bpftool btf dump` does.
pub fn summary(data: &[u8]) -> Result<String, Malformed> {
    let elf = Elf::parse(data)?;
    let btf = elf
        .section(".BTF")
        .map(|(_, section)| Btf::parse(section.data, elf.endian))
        .transpose()?;
    let mut out = String::new();
    write(&mut out, data, &elf, btf.as_ref())?.map_err(|fmt::Error| Malformed("no text".into()))?;
    Ok(out)
}

/// The outer error is that of reading, the inner one that of writing.
fn write(
    out: &mut String,
    data: &[u8],
    elf: &Elf<'_>,
    btf: Option<&Btf<'_>>,
) -> Result<fmt::Result, Malformed> {
    let description = describe(data)?;
    let functions = functions(elf)?;
    let core = match (btf, elf.section(".BTF.ext")) {
        (Some(btf), Some((_, ext))) => BtfExt::parse(ext.data, elf.endian, btf)?.relocations,
        _ => Vec::new(),
    };
    Ok((|| {
        sections(out, elf)?;
        writeln!(out, "license {}", description.license)?;
        for program in &description.programs {
            let place = program
                .position
                .as_ref()
                .map(|p| format!(" at {p}"))
                .unwrap_or_default();
            writeln!(
                out,
                "program {} in {}{place}",
                program.name, program.section
            )?;
        }
        for (function, code) in description.functions.iter().zip(&functions) {
            let (name, section) = (&function.name, &function.section);
            let (instructions, stack) = (function.instructions, function.stack);
            write!(
                out,
                "function {name} in {section}: {instructions} instructions, {stack} bytes of stack"
            )?;
            calls(out, &functions, code)?;
        }
        if let Some(btf) = btf {
            maps(out, btf)?;
            externs(out, btf)?;
        }
        for section in &description.data_sections {
            for variable in &section.variables {
                let end = variable.offset.saturating_add(variable.size);
                writeln!(
                    out,
                    "variable {} in {} at {}..{end}",
                    variable.name, section.name, variable.offset
                )?;
            }
        }
        for relocation in &core {
            let ty = btf
                .map(|btf| btf.type_name(relocation.ty))
                .unwrap_or_default();
            let (section, offset) = (relocation.section, relocation.offset);
            writeln!(
                out,
                "core {section}+{offset:#x}: kind {} of {ty} {}",
                relocation.kind, relocation.access
            )?;
        }
        relocations(out, elf)
    })())
}

fn sections(out: &mut String, elf: &Elf<'_>) -> fmt::Result {
    for section in elf.sections.iter().skip(1) {
        let kind = match section {
            _ if section.code => " code",
            _ if section.alloc => " data",
            _ => "",
        };
        writeln!(
            out,
            "section {}:{kind} {} bytes",
            section.name, section.size
        )?;
    }
    Ok(())
}

fn calls(out: &mut String, functions: &[Code<'_>], code: &Code<'_>) -> fmt::Result {
    let mut calls: Vec<String> = Vec::new();
    for call in &code.calls {
        let call = match call.callee {
            Callee::Helper(number) => format!("helper {number}"),
            Callee::Function(f) => functions[f].name.into(),
            Callee::Callback(f) => format!("{} (callback)", functions[f].name),
            Callee::AsyncCallback(f) => format!("{} (later)", functions[f].name),
            Callee::Extern(name) => format!("{name} (external)"),
            Callee::Register => "a register".into(),
            Callee::Nowhere => "nowhere".into(),
        };
        if !calls.contains(&call) {
            calls.push(call);
        }
    }
    if calls.is_empty() {
        return writeln!(out);
    }
    writeln!(out, ", calls {}", calls.join(", "))
}

fn maps(out: &mut String, btf: &Btf<'_>) -> fmt::Result {
    for var in btf.datasec(".maps").map_or(&[][..], |(_, vars)| vars) {
        let name = btf.get(var.ty).name;
        let Kind::Var { ty, .. } = btf.get(var.ty).kind else {
            continue;
        };
        let Kind::Struct { members, .. } = &btf.get(ty).kind else {
            continue;
        };
        let members: Vec<_> = members
            .iter()
            .map(|m| format!("{}={}", m.name, member(btf, m.name, m.ty)))
            .collect();
        writeln!(out, "map {name}: {}", members.join(" "))?;
    }
    Ok(())
}

/// A member of a map's definition: numbers are the length of an array pointed to, types are pointed to.
fn member(btf: &Btf<'_>, name: &str, ty: u32) -> String {
    match (name, &btf.get(ty).kind) {
        ("key" | "value", Kind::Ptr { ty }) => btf.type_name(*ty),
        (_, Kind::Ptr { ty }) => match btf.get(*ty).kind {
            Kind::Array { len, .. } => len.to_string(),
            _ => btf.type_name(*ty),
        },
        _ => btf.type_name(ty),
    }
}

fn externs(out: &mut String, btf: &Btf<'_>) -> fmt::Result {
    for section in [".ksyms", ".kconfig"] {
        for var in btf.datasec(section).map_or(&[][..], |(_, vars)| vars) {
            writeln!(out, "extern {} in {section}", btf.get(var.ty).name)?;
        }
    }
    Ok(())
}

fn relocations(out: &mut String, elf: &Elf<'_>) -> fmt::Result {
    // Those of DWARF and BTF are no loader's business.
    for section in elf.sections.iter().filter(|section| section.alloc) {
        for relocation in &section.relocations {
            let symbol = elf.symbol_name(&elf.symbols[relocation.symbol]);
            let (name, offset) = (section.name, relocation.offset);
            writeln!(
                out,
                "relocation {name}+{offset:#x}: type {} to {symbol}",
                relocation.kind
            )?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use expect_test::expect_file;

    use super::*;

    #[test]
    fn an_object_as_text() {
        let text = summary(include_bytes!("../../testdata/object/probe.o")).unwrap();
        expect_file!["../../testdata/object/probe.txt"].assert_eq(&text);
    }
}
