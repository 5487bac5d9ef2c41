//! Objects whose maps are pinned nowhere.

use object::{Endian as _, Object as _, ObjectSection as _};

use super::btf::{self, Kind};
use super::elf::{Elf, Malformed};

/// Where the members of a struct begin in a type's record, and how long each is (`struct btf_type` and `btf_member` in `linux/btf.h`).
const MEMBERS: usize = 12;
const MEMBER: usize = 12;

/// The object with a name for the member `pinning` of its maps' definitions that no loader reads: the end of it. (Its value may be
/// shared with another member.)
pub fn unpin(data: &[u8]) -> Result<Vec<u8>, Malformed> {
    let elf = Elf::parse(data)?;
    let (types, _) = btf::read(&elf)?;
    let section = object::File::parse(data)?
        .section_by_name(".BTF")
        .and_then(|section| section.file_range());
    let mut unpinned = data.to_vec();
    let (Some(types), Some((start, _))) = (types, section) else {
        return Ok(unpinned);
    };
    let maps = types.datasec(".maps").map(|(_, maps)| maps);
    for var in maps.unwrap_or_default() {
        let Kind::Var { ty, .. } = types.get(var.ty).kind else {
            continue;
        };
        let definition = types.get(types.resolve(ty));
        let Kind::Struct { members, .. } = &definition.kind else {
            continue;
        };
        for (index, _) in (0..).zip(members).filter(|(_, m)| m.name == "pinning") {
            let at = start as usize + definition.start + MEMBERS + MEMBER * index;
            if let Some(name) = unpinned.get_mut(at..).and_then(<[u8]>::first_chunk_mut) {
                let text = elf.endian.read_u32(*name);
                *name = elf.endian.write_u32(text + 1);
            }
        }
    }
    Ok(unpinned)
}
