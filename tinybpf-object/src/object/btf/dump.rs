//! BTF as text, line by line what `bpftool btf dump file FILE format raw` prints.

use std::fmt;

use super::{Btf, Kind, Member, SecVar};

impl fmt::Display for Btf<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (id, ty) in self.types.iter().enumerate().skip(1) {
            let name = or_anonymous(ty.name);
            write!(f, "[{id}] {} '{name}'", ty.kind.name())?;
            self.dump(f, &ty.kind)?;
        }
        Ok(())
    }
}

impl Btf<'_> {
    fn dump(&self, f: &mut fmt::Formatter<'_>, kind: &Kind<'_>) -> fmt::Result {
        match kind {
            Kind::Void => writeln!(f),
            Kind::Int {
                size,
                encoding,
                bit_offset,
                bits,
            } => {
                let encoding = encoding_name(*encoding);
                writeln!(
                    f,
                    " size={size} bits_offset={bit_offset} nr_bits={bits} encoding={encoding}"
                )
            }
            Kind::Ptr { ty }
            | Kind::Typedef { ty }
            | Kind::Volatile { ty }
            | Kind::Const { ty }
            | Kind::Restrict { ty }
            | Kind::TypeTag { ty } => writeln!(f, " type_id={ty}"),
            Kind::Array {
                element,
                index,
                len,
            } => {
                writeln!(f, " type_id={element} index_type_id={index} nr_elems={len}")
            }
            Kind::Struct { size, members } | Kind::Union { size, members } => {
                dump_members(f, *size, members)
            }
            Kind::Enum {
                size,
                signed,
                values,
            }
            | Kind::Enum64 {
                size,
                signed,
                values,
            } => dump_values(f, *size, *signed, values),
            Kind::Fwd { is_union } => writeln!(
                f,
                " fwd_kind={}",
                if *is_union { "union" } else { "struct" }
            ),
            Kind::Func { proto, linkage } => {
                writeln!(f, " type_id={proto} linkage={}", linkage_name(*linkage))
            }
            Kind::FuncProto { result, params } => {
                writeln!(f, " ret_type_id={result} vlen={}", params.len())?;
                for (name, ty) in params {
                    writeln!(f, "\t'{}' type_id={ty}", or_anonymous(name))?;
                }
                Ok(())
            }
            Kind::Var { ty, linkage } => {
                writeln!(f, " type_id={ty}, linkage={}", linkage_name(*linkage))
            }
            Kind::Datasec { size, vars } => self.dump_vars(f, *size, vars),
            Kind::Float { size } => writeln!(f, " size={size}"),
            Kind::DeclTag { ty, component } => {
                writeln!(f, " type_id={ty} component_idx={component}")
            }
        }
    }

    fn dump_vars(&self, f: &mut fmt::Formatter<'_>, size: u32, vars: &[SecVar]) -> fmt::Result {
        writeln!(f, " size={size} vlen={}", vars.len())?;
        for SecVar { ty, offset, size } in vars {
            let var = self.get(*ty);
            write!(f, "\ttype_id={ty} offset={offset} size={size}")?;
            writeln!(f, " ({} '{}')", var.kind.name(), var.name)?;
        }
        Ok(())
    }
}

fn dump_values(
    f: &mut fmt::Formatter<'_>,
    size: u32,
    signed: bool,
    values: &[(&str, i64)],
) -> fmt::Result {
    let encoding = if signed { "SIGNED" } else { "UNSIGNED" };
    writeln!(f, " encoding={encoding} size={size} vlen={}", values.len())?;
    for (name, value) in values {
        match signed {
            true => writeln!(f, "\t'{name}' val={value}")?,
            false => writeln!(f, "\t'{name}' val={}", *value as u64)?,
        }
    }
    Ok(())
}

impl Kind<'_> {
    /// The kernel's name for the kind, without `BTF_KIND_`.
    pub fn name(&self) -> &'static str {
        match self {
            Kind::Void => "VOID",
            Kind::Int { .. } => "INT",
            Kind::Ptr { .. } => "PTR",
            Kind::Array { .. } => "ARRAY",
            Kind::Struct { .. } => "STRUCT",
            Kind::Union { .. } => "UNION",
            Kind::Enum { .. } => "ENUM",
            Kind::Enum64 { .. } => "ENUM64",
            Kind::Fwd { .. } => "FWD",
            Kind::Typedef { .. } => "TYPEDEF",
            Kind::Volatile { .. } => "VOLATILE",
            Kind::Const { .. } => "CONST",
            Kind::Restrict { .. } => "RESTRICT",
            Kind::Func { .. } => "FUNC",
            Kind::FuncProto { .. } => "FUNC_PROTO",
            Kind::Var { .. } => "VAR",
            Kind::Datasec { .. } => "DATASEC",
            Kind::Float { .. } => "FLOAT",
            Kind::DeclTag { .. } => "DECL_TAG",
            Kind::TypeTag { .. } => "TYPE_TAG",
        }
    }
}

fn dump_members(f: &mut fmt::Formatter<'_>, size: u32, members: &[Member<'_>]) -> fmt::Result {
    writeln!(f, " size={size} vlen={}", members.len())?;
    for Member {
        name,
        ty,
        bit_offset,
        bits,
    } in members
    {
        write!(
            f,
            "\t'{}' type_id={ty} bits_offset={bit_offset}",
            or_anonymous(name)
        )?;
        if *bits != 0 {
            write!(f, " bitfield_size={bits}")?;
        }
        writeln!(f)?;
    }
    Ok(())
}

fn or_anonymous(name: &str) -> &str {
    if name.is_empty() { "(anon)" } else { name }
}

fn encoding_name(encoding: u8) -> &'static str {
    match encoding {
        0 => "(none)",
        1 => "SIGNED",
        2 => "CHAR",
        4 => "BOOL",
        _ => "(unknown)",
    }
}

fn linkage_name(linkage: u32) -> &'static str {
    match linkage {
        0 => "static",
        1 => "global",
        2 => "extern",
        _ => "(unknown)",
    }
}
