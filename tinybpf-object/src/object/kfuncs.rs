//! The kfuncs of a kernel, from its uncompressed image: `.BTF` marks them (`DECL_TAG "bpf_kfunc"`) and has their
//! prototypes, `.BTF_ids` has their flags.

use std::collections::BTreeMap;

use object::{Endian as _, File, Object as _, ObjectSection as _};

use super::{
    btf::{Btf, Kind, join},
    elf::Malformed,
};
use crate::kfuncs::{CType, Prototype};

/// A kfunc of a kernel: name, `KF_*` flags and prototype.
pub(super) type Found = (String, u32, Prototype);

/// `BTF_SET8_KFUNCS` of `include/linux/btf_ids.h`: the flag of a set of kfuncs.
const SET_OF_KFUNCS: u32 = 1;

/// Those of a kernel (`vmlinux`), or of one of its modules, whose types go on where the kernel's end.
pub fn read(vmlinux: &[u8], module: Option<&[u8]>) -> Result<Vec<Found>, Malformed> {
    let kernel = File::parse(vmlinux)?;
    let file = module.map(File::parse).transpose()?;
    let endian = kernel.endianness();
    let base = section(&kernel, ".BTF")?;
    let joined = match &file {
        Some(file) => join(base, section(file, ".BTF")?, endian)?,
        None => Vec::new(),
    };
    let all = if joined.is_empty() { base } else { &joined };
    let btf = Btf::parse(all, endian)?;
    let first = match file {
        Some(_) => Btf::parse(base, endian)?.types.len(),
        None => 0,
    };
    let mut tagged = BTreeMap::new();
    for ty in btf.types.iter().skip(first) {
        if let Kind::DeclTag { ty: function, .. } = ty.kind
            && ty.name == "bpf_kfunc"
        {
            tagged.insert(function, None);
        }
    }
    if tagged.is_empty() {
        return Ok(Vec::new());
    }
    let words: Vec<u32> = section(file.as_ref().unwrap_or(&kernel), ".BTF_ids")?
        .chunks_exact(4)
        .filter_map(|word| word.first_chunk())
        .map(|word| endian.read_u32(*word))
        .collect();
    read_flags(&words, &mut tagged);
    let mut found = Vec::new();
    for (id, flags) in tagged {
        let function = btf.get(id);
        let Kind::Func { proto, .. } = function.kind else {
            continue;
        };
        let flags = flags.ok_or_else(|| {
            Malformed(format!(
                "{} is tagged a kfunc and in no set of .BTF_ids",
                function.name
            ))
        })?;
        found.push((function.name.to_owned(), flags, prototype(&btf, proto)?));
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(found)
}

fn section<'a>(file: &File<'a>, name: &str) -> Result<&'a [u8], Malformed> {
    let found = file.section_by_name(name);
    let found = found.ok_or_else(|| Malformed(format!("there is no section {name}")))?;
    Ok(found.data()?)
}

/// Finds the sets of kfuncs, of which nothing in the section says where they start: a count and the flag, then as many
/// pairs of a kfunc's ID and its flags, sorted by ID (`struct btf_id_set8`).
fn read_flags(words: &[u32], tagged: &mut BTreeMap<u32, Option<u32>>) {
    let mut at = 0;
    while at + 2 <= words.len() {
        let pairs = words.get(at + 2..at + 2 + 2 * words[at] as usize);
        let is_set = |pairs: &&[u32]| {
            !pairs.is_empty()
                && words[at + 1] == SET_OF_KFUNCS
                && pairs
                    .chunks_exact(2)
                    .all(|pair| tagged.contains_key(&pair[0]))
                && pairs.chunks_exact(2).is_sorted_by(|a, b| a[0] < b[0])
        };
        let Some(pairs) = pairs.filter(is_set) else {
            at += 1;
            continue;
        };
        for pair in pairs.chunks_exact(2) {
            tagged.insert(pair[0], Some(pair[1]));
        }
        at += 2 + pairs.len();
    }
}

fn prototype(btf: &Btf<'_>, id: u32) -> Result<Prototype, Malformed> {
    let Kind::FuncProto { result, params } = &btf.get(id).kind else {
        return Err(Malformed(format!("type {id} is no prototype")));
    };
    let params = params
        .iter()
        .map(|(name, ty)| Ok(((*name).to_owned(), c_type(btf, *ty)?)));
    Ok(Prototype {
        params: params.collect::<Result<_, Malformed>>()?,
        result: c_type(btf, *result)?,
    })
}

fn c_type(btf: &Btf<'_>, id: u32) -> Result<CType, Malformed> {
    const BOOL: u8 = 4; // BTF_INT_BOOL
    const SIGNED: u8 = 1; // BTF_INT_SIGNED
    let ty = btf.get(id);
    let name = || ty.name.to_owned();
    Ok(match &ty.kind {
        Kind::Void => CType::Void,
        Kind::Int { encoding, .. } if encoding & BOOL != 0 => CType::Bool,
        Kind::Int { size, encoding, .. } => CType::Int {
            bits: size * 8,
            signed: encoding & SIGNED != 0,
        },
        Kind::Struct { .. } => CType::Struct(name()),
        Kind::Union { .. } => CType::Union(name()),
        Kind::Enum { size: 4, .. } => CType::Enum(name()),
        Kind::Ptr { ty } => c_type(btf, *ty)?.pointer(),
        Kind::FuncProto { .. } => CType::Function(Box::new(prototype(btf, id)?)),
        Kind::Typedef { ty }
        | Kind::Const { ty }
        | Kind::Volatile { ty }
        | Kind::Restrict { ty }
        | Kind::TypeTag { ty } => c_type(btf, *ty)?,
        _ => {
            return Err(Malformed(format!(
                "a kfunc has a {} in its prototype",
                ty.kind.name()
            )));
        }
    })
}
