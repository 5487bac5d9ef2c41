//! BTF: what the kernel and the loaders ask of it.

use super::super::btf::{Btf, BtfExt, EXTERN, Kind, SecVar};
use super::super::code::Code;
use super::super::describe::{is_program, variables};
use super::super::elf::Elf;
use super::Finding;

/// `KSYM_NAME_LEN` of kernels before 6.1, with the NUL.
const NAME_LEN: usize = 128;

pub(super) fn check(
    elf: &Elf<'_>,
    btf: &Btf<'_>,
    ext: &BtfExt<'_>,
    functions: &[Code<'_>],
    findings: &mut Vec<Finding>,
) {
    let mut problems = Vec::new();
    names(btf, &mut problems);
    references(btf, &mut problems);
    sections(elf, btf, &mut problems);
    variables_have_types(elf, btf, &mut problems);
    functions_have_types(elf, btf, ext, functions, &mut problems);
    findings.extend(
        problems
            .into_iter()
            .map(|problem| Finding::Internal(format!("BTF: {problem}"))),
    );
}

/// Names as the kernel's `btf_name_valid_identifier` wants them, dots only in those of variables and sections.
fn names(btf: &Btf<'_>, problems: &mut Vec<String>) {
    for (id, ty) in btf.types.iter().enumerate() {
        let kind = ty.kind.name();
        let must_not = matches!(
            ty.kind,
            Kind::Ptr { .. }
                | Kind::Array { .. }
                | Kind::Volatile { .. }
                | Kind::Const { .. }
                | Kind::Restrict { .. }
                | Kind::FuncProto { .. }
        );
        let may_not = matches!(
            ty.kind,
            Kind::Struct { .. }
                | Kind::Union { .. }
                | Kind::Enum { .. }
                | Kind::Enum64 { .. }
                | Kind::Void
        );
        let any = matches!(
            ty.kind,
            Kind::DeclTag { .. } | Kind::TypeTag { .. } | Kind::Int { .. } | Kind::Float { .. }
        );
        let dots = matches!(ty.kind, Kind::Var { .. } | Kind::Datasec { .. });
        // For kernels before 6.9, libbpf takes the question mark out (`bpf_object__sanitize_btf`).
        let name = match ty.kind {
            Kind::Datasec { .. } => ty.name.strip_prefix('?').unwrap_or(ty.name),
            _ => ty.name,
        };
        let right = match name {
            "" => must_not || may_not,
            name => !must_not && (any || is_identifier(name, dots)),
        };
        if !right {
            problems.push(format!(
                "the kernel does not take `{}` for the name of the {kind} {id}",
                ty.name
            ));
        }
        let inner: Vec<&str> = match &ty.kind {
            Kind::Struct { members, .. } | Kind::Union { members, .. } => {
                members.iter().map(|m| m.name).collect()
            }
            Kind::FuncProto { params, .. } => params.iter().map(|(name, _)| *name).collect(),
            Kind::Enum { values, .. } | Kind::Enum64 { values, .. } => {
                values.iter().map(|(name, _)| *name).collect()
            }
            _ => Vec::new(),
        };
        for name in inner {
            if !name.is_empty() && !is_identifier(name, false) {
                problems.push(format!(
                    "the kernel does not take the name `{name}` in the {kind} {id} `{}`",
                    ty.name
                ));
            }
        }
    }
}

/// The kernel's rule of before 6.10, which is the stricter one for sections.
fn is_identifier(name: &str, dots: bool) -> bool {
    let first = |c: u8| c.is_ascii_alphabetic() || c == b'_' || (dots && c == b'.');
    name.len() < NAME_LEN
        && name.bytes().next().is_some_and(first)
        && name.bytes().all(|c| first(c) || c.is_ascii_digit())
}

/// Every type that is referred to exists.
fn references(btf: &Btf<'_>, problems: &mut Vec<String>) {
    for (id, ty) in btf.types.iter().enumerate() {
        let referred: Vec<u32> = match &ty.kind {
            Kind::Ptr { ty }
            | Kind::Typedef { ty }
            | Kind::Volatile { ty }
            | Kind::Const { ty } => vec![*ty],
            Kind::Restrict { ty }
            | Kind::Var { ty, .. }
            | Kind::DeclTag { ty, .. }
            | Kind::TypeTag { ty } => vec![*ty],
            Kind::Array { element, index, .. } => vec![*element, *index],
            Kind::Struct { members, .. } | Kind::Union { members, .. } => {
                members.iter().map(|m| m.ty).collect()
            }
            Kind::Func { proto, .. } => vec![*proto],
            Kind::FuncProto { result, params } => {
                params.iter().map(|(_, ty)| *ty).chain([*result]).collect()
            }
            Kind::Datasec { vars, .. } => vars.iter().map(|var| var.ty).collect(),
            _ => Vec::new(),
        };
        for missing in referred
            .into_iter()
            .filter(|&ty| ty as usize >= btf.types.len())
        {
            problems.push(format!(
                "the {} {id} refers to type {missing}, which does not exist",
                ty.kind.name()
            ));
        }
    }
}

/// Each DATASEC is a section of the object, and its variables are there. LLVM leaves sizes of sections at 0 (and
/// before relocation the offsets too); loaders fill them in.
fn sections(elf: &Elf<'_>, btf: &Btf<'_>, problems: &mut Vec<String>) {
    for ty in &btf.types {
        let Kind::Datasec { size, vars } = &ty.kind else {
            continue;
        };
        if matches!(ty.name, ".ksyms" | ".kconfig") {
            externs(btf, ty.name, vars, problems);
            continue;
        }
        let Some((index, section)) = elf.section(ty.name) else {
            problems.push(format!("there is no section for the DATASEC `{}`", ty.name));
            continue;
        };
        if *size != 0 && u64::from(*size) != section.size {
            problems.push(format!(
                "the DATASEC `{}` has {size} bytes, the section {}",
                ty.name, section.size
            ));
        }
        let symbols = variables(elf, index);
        for var in vars {
            let name = btf.get(var.ty).name;
            if !matches!(btf.get(var.ty).kind, Kind::Var { .. }) {
                problems.push(format!(
                    "type {} in the DATASEC `{}` is no variable",
                    var.ty, ty.name
                ));
                continue;
            }
            let Some(symbol) = symbols.iter().find(|symbol| symbol.name == name) else {
                problems.push(format!(
                    "`{name}` of the DATASEC `{}` is not in the section",
                    ty.name
                ));
                continue;
            };
            if u64::from(var.size) != symbol.size
                || (var.offset != 0 && u64::from(var.offset) != symbol.value)
            {
                problems.push(format!(
                    "`{name}` is {} bytes at {} of `{}`, by its DATASEC {} bytes at {}",
                    symbol.size, symbol.value, ty.name, var.size, var.offset
                ));
            }
        }
    }
}

fn externs(btf: &Btf<'_>, section: &str, vars: &[SecVar], problems: &mut Vec<String>) {
    for var in vars {
        let ty = btf.get(var.ty);
        match ty.kind {
            Kind::Func {
                linkage: EXTERN, ..
            }
            | Kind::Var {
                linkage: EXTERN, ..
            } => {}
            _ => problems.push(format!("`{}` in `{section}` is not external", ty.name)),
        }
    }
}

/// Every map has a struct that defines it, every global variable a type: loaders find them by it.
fn variables_have_types(elf: &Elf<'_>, btf: &Btf<'_>, problems: &mut Vec<String>) {
    for (index, section) in elf.sections.iter().enumerate() {
        // What a loader makes maps of by a struct.
        let maps = section.name == ".maps" || section.is_struct_ops();
        if !maps && !section.is_data() {
            continue;
        }
        let vars = btf.datasec(section.name).map_or(&[][..], |(_, vars)| vars);
        for symbol in variables(elf, index)
            .into_iter()
            .filter(|symbol| maps || symbol.global)
        {
            let var = vars
                .iter()
                .map(|var| btf.get(var.ty))
                .find(|var| var.name == symbol.name);
            match var.map(|var| &var.kind) {
                Some(Kind::Var { ty, .. }) => {
                    if maps && !matches!(btf.get(resolve(btf, *ty)).kind, Kind::Struct { .. }) {
                        problems.push(format!(
                            "the map or struct `{}` has no struct for its type",
                            symbol.name
                        ));
                    }
                }
                _ => problems.push(format!(
                    "`{}` in `{}` has no variable in a DATASEC",
                    symbol.name, section.name
                )),
            }
        }
    }
}

/// The type behind typedefs and qualifiers. The kernel limits how many there may be, and so do we.
fn resolve(btf: &Btf<'_>, mut ty: u32) -> u32 {
    for _ in 0..32 {
        ty = match btf.get(ty).kind {
            Kind::Typedef { ty }
            | Kind::Const { ty }
            | Kind::Volatile { ty }
            | Kind::Restrict { ty } => ty,
            Kind::TypeTag { ty } => ty,
            _ => break,
        };
    }
    ty
}

/// Every function has a type with its name: without that the kernel takes no BTF for the program at all.
fn functions_have_types(
    elf: &Elf<'_>,
    btf: &Btf<'_>,
    ext: &BtfExt<'_>,
    functions: &[Code<'_>],
    problems: &mut Vec<String>,
) {
    for function in functions {
        let section = elf.sections[function.section].name;
        let mut infos = ext.functions.iter();
        let info =
            infos.find(|info| info.section == section && u64::from(info.offset) == function.start);
        let Some(info) = info else {
            problems.push(format!(
                "the function `{}` of `{section}` has no func_info",
                function.name
            ));
            continue;
        };
        let ty = btf.get(info.ty);
        let Kind::Func { proto, .. } = ty.kind else {
            problems.push(format!(
                "the type of `{}` is a {}, not a FUNC",
                function.name,
                ty.kind.name()
            ));
            continue;
        };
        // A subprogram's symbol may carry its Go package, which no FUNC can; a program is found by either name.
        if ty.name != function.name && is_program(elf, function) {
            problems.push(format!(
                "the function `{}` has the type of `{}`",
                function.name, ty.name
            ));
        }
        if !matches!(btf.get(proto).kind, Kind::FuncProto { .. }) {
            problems.push(format!("the function `{}` has no prototype", function.name));
        }
    }
}
