//! Reads `.BTF`: the types of a BPF object.
//!
//! `aya-obj` reads it too, but keeps what it read to itself (its types, strings and line info are `pub`).
//! The format is that of the kernel's `Documentation/bpf/btf.rst`.

mod c;
mod dump;
mod ext;
pub mod forwards;
mod reader;
mod split;

pub use ext::{BtfExt, CoreRelocation};
pub use split::join;

use object::{Endianness, File, Object as _, ObjectSection as _};

use super::elf::{Elf, Malformed};
use reader::{Reader, repeat};

/// The types of an object. A type's ID is its index; 0 is `void`.
#[derive(Debug)]
pub struct Btf<'a> {
    pub types: Vec<Type<'a>>,
    strings: &'a [u8],
    /// Where in the section the types start.
    types_start: usize,
    /// Where in the section the strings start.
    strings_start: usize,
}

/// A type; anonymous ones have an empty name.
#[derive(Debug)]
pub struct Type<'a> {
    pub name: &'a str,
    pub kind: Kind<'a>,
    /// Where in the section it starts.
    pub start: usize,
}

/// What a type is. A `ty` is the ID of the type referred to.
#[derive(Debug, PartialEq)]
pub enum Kind<'a> {
    Void,
    Int {
        size: u32,
        encoding: u8,
        bit_offset: u8,
        bits: u8,
    },
    Ptr {
        ty: u32,
    },
    Array {
        element: u32,
        index: u32,
        len: u32,
    },
    Struct {
        size: u32,
        members: Vec<Member<'a>>,
    },
    Union {
        size: u32,
        members: Vec<Member<'a>>,
    },
    Enum {
        size: u32,
        signed: bool,
        values: Vec<(&'a str, i64)>,
    },
    Enum64 {
        size: u32,
        signed: bool,
        values: Vec<(&'a str, i64)>,
    },
    Fwd {
        is_union: bool,
    },
    Typedef {
        ty: u32,
    },
    Volatile {
        ty: u32,
    },
    Const {
        ty: u32,
    },
    Restrict {
        ty: u32,
    },
    Func {
        proto: u32,
        linkage: u32,
    },
    FuncProto {
        result: u32,
        params: Vec<(&'a str, u32)>,
    },
    Var {
        ty: u32,
        linkage: u32,
    },
    Datasec {
        size: u32,
        vars: Vec<SecVar>,
    },
    Float {
        size: u32,
    },
    DeclTag {
        ty: u32,
        component: i32,
    },
    TypeTag {
        ty: u32,
    },
}

#[derive(Debug, PartialEq)]
pub struct Member<'a> {
    pub name: &'a str,
    pub ty: u32,
    pub bit_offset: u32,
    /// 0 unless it is a bit field.
    pub bits: u32,
}

/// A variable (or external function) of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecVar {
    pub ty: u32,
    pub offset: u32,
    pub size: u32,
}

/// `BTF_FUNC_GLOBAL`: seen from outside the object.
pub const GLOBAL: u32 = 1;
/// `BTF_VAR_GLOBAL_EXTERN` and `BTF_FUNC_EXTERN`: defined elsewhere, in the kernel.
pub const EXTERN: u32 = 2;

impl<'a> Btf<'a> {
    pub fn parse(data: &'a [u8], endian: Endianness) -> Result<Self, Malformed> {
        let mut header = Reader::new(data, endian, ".BTF");
        let header_len = header.header()?;
        let [type_off, type_len, str_off, str_len] = header.words()?;
        let strings = header.slice(header_len, str_off, str_len)?;
        let mut reader = Reader {
            data: header.slice(header_len, type_off, type_len)?,
            pos: 0,
            ..header
        };
        let mut btf = Self {
            types: vec![Type {
                name: "",
                kind: Kind::Void,
                start: 0,
            }],
            strings,
            types_start: (header_len + type_off) as usize,
            strings_start: (header_len + str_off) as usize,
        };
        while reader.pos < reader.data.len() {
            let ty = btf.read_type(&mut reader)?;
            btf.types.push(ty);
        }
        Ok(btf)
    }

    fn read_type(&self, r: &mut Reader<'a>) -> Result<Type<'a>, Malformed> {
        let start = self.types_start + r.pos;
        // The last word is a size or a type, as the kind says.
        let [name, info, word] = r.words()?;
        Ok(Type {
            name: self.string(name)?,
            kind: self.kind(r, info, word)?,
            start,
        })
    }

    fn kind(&self, r: &mut Reader<'a>, info: u32, word: u32) -> Result<Kind<'a>, Malformed> {
        let (count, kind, flag) = (info & 0xffff, (info >> 24) & 0x1f, info >> 31 == 1);
        Ok(match kind {
            1 => {
                let bits = r.u32()?;
                Kind::Int {
                    size: word,
                    encoding: (bits >> 24) as u8,
                    bit_offset: (bits >> 16) as u8,
                    bits: bits as u8,
                }
            }
            2 => Kind::Ptr { ty: word },
            3 => {
                let [element, index, len] = r.words()?;
                Kind::Array {
                    element,
                    index,
                    len,
                }
            }
            4 => Kind::Struct {
                size: word,
                members: self.members(r, count, flag)?,
            },
            5 => Kind::Union {
                size: word,
                members: self.members(r, count, flag)?,
            },
            6 => Kind::Enum {
                size: word,
                signed: flag,
                values: self.values(r, count, flag, false)?,
            },
            7 => Kind::Fwd { is_union: flag },
            8 => Kind::Typedef { ty: word },
            9 => Kind::Volatile { ty: word },
            10 => Kind::Const { ty: word },
            11 => Kind::Restrict { ty: word },
            12 => Kind::Func {
                proto: word,
                linkage: count,
            },
            13 => Kind::FuncProto {
                result: word,
                params: repeat(count, || {
                    let [name, ty] = r.words()?;
                    Ok((self.string(name)?, ty))
                })?,
            },
            14 => Kind::Var {
                ty: word,
                linkage: r.u32()?,
            },
            15 => Kind::Datasec {
                size: word,
                vars: repeat(count, || {
                    let [ty, offset, size] = r.words()?;
                    Ok(SecVar { ty, offset, size })
                })?,
            },
            16 => Kind::Float { size: word },
            17 => Kind::DeclTag {
                ty: word,
                component: r.u32()? as i32,
            },
            18 => Kind::TypeTag { ty: word },
            19 => Kind::Enum64 {
                size: word,
                signed: flag,
                values: self.values(r, count, flag, true)?,
            },
            other => {
                let place = r.pos;
                return Err(Malformed(format!(
                    "BTF kind {other} is unknown, before {place:#x} of the types"
                )));
            }
        })
    }

    fn members(
        &self,
        r: &mut Reader<'a>,
        count: u32,
        bit_fields: bool,
    ) -> Result<Vec<Member<'a>>, Malformed> {
        repeat(count, || {
            let [name, ty, offset] = r.words()?;
            let (bits, bit_offset) = if bit_fields {
                (offset >> 24, offset & 0xff_ffff)
            } else {
                (0, offset)
            };
            Ok(Member {
                name: self.string(name)?,
                ty,
                bit_offset,
                bits,
            })
        })
    }

    fn values(
        &self,
        r: &mut Reader<'a>,
        count: u32,
        signed: bool,
        wide: bool,
    ) -> Result<Vec<(&'a str, i64)>, Malformed> {
        repeat(count, || {
            let [name, low] = r.words()?;
            let value = match (wide, signed) {
                (true, _) => ((u64::from(r.u32()?) << 32) | u64::from(low)) as i64,
                (false, true) => i64::from(low as i32),
                (false, false) => i64::from(low),
            };
            Ok((self.string(name)?, value))
        })
    }

    /// The string at an offset of the string table.
    pub fn string(&self, offset: u32) -> Result<&'a str, Malformed> {
        let bytes = self.strings.get(offset as usize..).unwrap_or_default();
        let string = std::ffi::CStr::from_bytes_until_nul(bytes)
            .ok()
            .and_then(|s| s.to_str().ok());
        string.ok_or_else(|| Malformed(format!("no string at {offset:#x} of .BTF")))
    }

    /// The type of an ID; `void` for an ID that does not exist, which [`check`](super::check) reports.
    pub fn get(&self, id: u32) -> &Type<'a> {
        self.types.get(id as usize).unwrap_or(&self.types[0])
    }

    /// Size of a type in bytes; `None` for what has none, and for what is larger than any type of data (`u32::MAX`).
    pub fn size_of(&self, id: u32) -> Option<u64> {
        let (mut id, mut count) = (id, 1_u64);
        // As many arrays within arrays as the kernel follows (`MAX_RESOLVE_DEPTH`).
        for _ in 0..32 {
            id = self.resolve(id);
            let size = match self.get(id).kind {
                Kind::Int { size, .. }
                | Kind::Struct { size, .. }
                | Kind::Union { size, .. }
                | Kind::Enum { size, .. }
                | Kind::Enum64 { size, .. }
                | Kind::Float { size } => u64::from(size),
                Kind::Ptr { .. } => 8,
                Kind::Array { element, len, .. } => {
                    count = count.checked_mul(u64::from(len))?;
                    id = element;
                    continue;
                }
                _ => return None,
            };
            let size = count.checked_mul(size)?;
            return (size <= u64::from(u32::MAX)).then_some(size);
        }
        None
    }

    /// The variables of a section, with their names and types.
    pub fn datasec(&self, name: &str) -> Option<(u32, &[SecVar])> {
        self.types.iter().find_map(|ty| match &ty.kind {
            Kind::Datasec { size, vars } if ty.name == name => Some((*size, vars.as_slice())),
            _ => None,
        })
    }
}

/// The BTF in a file, and its byte order.
pub fn section(data: &[u8]) -> Result<(&[u8], Endianness), Malformed> {
    match data {
        [0x9f, 0xeb, ..] => return Ok((data, Endianness::Little)),
        [0xeb, 0x9f, ..] => return Ok((data, Endianness::Big)),
        [0x7f, b'E', b'L', b'F', ..] => {}
        _ => {
            return Err(Malformed(
                "this is neither BTF nor an ELF file with it".to_owned(),
            ));
        }
    }
    let file = File::parse(data)?;
    let section = file.section_by_name(".BTF").ok_or_else(|| {
        Malformed("there is no section .BTF: the kernel was built without CONFIG_DEBUG_INFO_BTF, or the file was stripped".to_owned())
    })?;
    Ok((section.data()?, file.endianness()))
}

/// An object's types, and what of them belongs to instructions; none where the object has no BTF.
pub fn read<'a>(elf: &Elf<'a>) -> Result<(Option<Btf<'a>>, BtfExt<'a>), Malformed> {
    let Some((_, section)) = elf.section(".BTF") else {
        return Ok((None, BtfExt::default()));
    };
    let btf = Btf::parse(section.data, elf.endian)?;
    let ext = match elf.section(".BTF.ext") {
        Some((_, ext)) => BtfExt::parse(ext.data, elf.endian, &btf)?,
        None => BtfExt::default(),
    };
    Ok((Some(btf), ext))
}

#[cfg(test)]
mod tests {
    use expect_test::expect_file;

    use super::*;

    const PROBE: &[u8] = include_bytes!("../../testdata/object/probe.o");
    const PROBE_EB: &[u8] = include_bytes!("../../testdata/object/probe.eb.o");

    /// The golden file is what bpftool 7.1 prints for the same object.
    #[test]
    fn types_are_those_that_bpftool_sees() {
        for data in [PROBE, PROBE_EB] {
            let elf = Elf::parse(data).unwrap();
            let btf = Btf::parse(elf.section(".BTF").unwrap().1.data, elf.endian).unwrap();
            expect_file!["../../testdata/object/probe.btf.txt"].assert_eq(&btf.to_string());
        }
    }

    #[test]
    fn lines_and_functions_are_read() {
        for data in [PROBE, PROBE_EB] {
            let elf = Elf::parse(data).unwrap();
            let btf = Btf::parse(elf.section(".BTF").unwrap().1.data, elf.endian).unwrap();
            let ext =
                BtfExt::parse(elf.section(".BTF.ext").unwrap().1.data, elf.endian, &btf).unwrap();
            let functions: Vec<_> = ext
                .functions
                .iter()
                .map(|f| (f.section, f.offset, btf.get(f.ty).name))
                .collect();
            assert_eq!(functions[0], (".text", 0, "total"));
            assert_eq!(functions[3], ("xdp", 0, "count_packets"));
            let line = ext.line_at("xdp", 24).unwrap();
            assert_eq!((line.file, line.line), ("./probe.c", 54));
            assert!(ext.line_at("elsewhere", 0).is_none());
        }
    }

    #[test]
    fn every_truncation_is_an_error_or_ends_between_types() {
        let elf = Elf::parse(PROBE).unwrap();
        let data = elf.section(".BTF").unwrap().1.data;
        for len in 0..data.len() {
            // The strings come last, so whatever is cut off, they are not whole.
            assert!(Btf::parse(&data[..len], elf.endian).is_err(), "{len}");
        }
    }

    #[test]
    fn another_byte_order_is_an_error() {
        let elf = Elf::parse(PROBE).unwrap();
        let error = Btf::parse(elf.section(".BTF").unwrap().1.data, Endianness::Big).unwrap_err();
        assert!(error.to_string().contains("magic"), "{error}");
    }
}
