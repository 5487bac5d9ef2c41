//! Reads any BPF object into the model that the compiler makes of its own: programs, maps, variables and their types, from ELF and
//! BTF.
//!
//! What BTF does not tell stays open: where a type or a map is declared, the Go package of a name, constants that are no enumerations,
//! the types of records in ring and perf buffers, and the calls that log.

mod maps;
mod types;

use crate::{Object, StructOps};

pub use types::Enumeration;

use super::btf::{self, Btf, Kind};
use super::describe::describe;
use super::elf::{Elf, Malformed};
use super::needs::{distinct, needs};
use types::Reader;

/// An object as its file tells it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Contents {
    /// What is in it.
    pub object: Object,
    /// The enumerations among the types of its maps and variables, by name.
    pub enumerations: Vec<Enumeration>,
    /// What its types lose, a sentence each: bit fields, unions.
    pub remarks: Vec<String>,
}

pub(crate) fn read(data: &[u8]) -> Result<Contents, Malformed> {
    let elf = Elf::parse_bpf(data)?;
    let (btf, _) = btf::read(&elf)?;
    let mut description = describe(data)?;
    let mut reader = Reader::new(btf.as_ref());
    let maps = maps::read(&elf, btf.as_ref(), &mut reader)?;
    for section in &mut description.data_sections {
        for variable in &mut section.variables {
            let ty = btf
                .as_ref()
                .and_then(|btf| type_of(btf, &section.name, &variable.name));
            variable.ty = ty
                .and_then(|ty| reader.read(ty))
                .filter(|ty| reader.size_of(ty) == variable.size);
        }
    }
    let needs = distinct(needs(data, &maps, &|_| None)?);
    let (types, enumerations, remarks) = reader.finish();
    Ok(Contents {
        object: Object {
            data: data.to_vec(),
            programs: description.programs,
            maps,
            logs: Vec::new(),
            struct_ops: btf.as_ref().map(struct_ops).unwrap_or_default(),
            data_sections: description.data_sections,
            functions: description.functions,
            license: description.license,
            types,
            needs,
            warnings: Vec::new(),
        },
        enumerations,
        remarks,
    })
}

/// The type of a variable of a section.
fn type_of(btf: &Btf<'_>, section: &str, name: &str) -> Option<u32> {
    let (_, vars) = btf.datasec(section)?;
    vars.iter().find_map(|var| {
        let var = btf.get(var.ty);
        match var.kind {
            Kind::Var { ty, .. } if var.name == name => Some(ty),
            _ => None,
        }
    })
}

/// The structs of functions for the kernel, by name.
fn struct_ops(btf: &Btf<'_>) -> Vec<StructOps> {
    let mut found = Vec::new();
    for ty in &btf.types {
        let Kind::Datasec { vars, .. } = &ty.kind else {
            continue;
        };
        if !ty.name.trim_start_matches('?').starts_with(".struct_ops") {
            continue;
        }
        for var in vars {
            let variable = btf.get(var.ty);
            let Kind::Var { ty: of, .. } = variable.kind else {
                continue;
            };
            found.push(StructOps {
                name: variable.name.into(),
                kernel_name: btf.get(btf.resolve(of)).name.into(),
                section: ty.name.into(),
                position: None,
            });
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}
