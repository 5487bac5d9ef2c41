//! Reads `.BTF.ext`: which type each function has, where each instruction comes from, and CO-RE relocations.

use object::Endianness;

use super::{Btf, Malformed, Reader, repeat};
use crate::{Position, object::inspect::SourceLine};

/// The records of `.BTF.ext`, in file order.
#[derive(Debug, Default)]
pub struct BtfExt<'a> {
    pub functions: Vec<FuncInfo<'a>>,
    pub lines: Vec<LineInfo<'a>>,
    pub relocations: Vec<CoreRelocation<'a>>,
}

/// The type of a function.
#[derive(Debug)]
pub struct FuncInfo<'a> {
    pub section: &'a str,
    /// Its first instruction: offset in bytes.
    pub offset: u32,
    pub ty: u32,
}

/// Where an instruction, and those after it up to the next record, come from.
#[derive(Debug)]
pub struct LineInfo<'a> {
    pub section: &'a str,
    /// The first instruction: offset in bytes.
    pub offset: u32,
    pub file: &'a str,
    pub line: u32,
    pub column: u32,
    /// The source line itself; empty where the compiler could not read the file.
    pub text: &'a str,
}

/// A place that loaders adjust to the types of the running kernel.
#[derive(Debug)]
pub struct CoreRelocation<'a> {
    pub section: &'a str,
    /// The instruction: offset in bytes.
    pub offset: u32,
    /// The type that is accessed.
    pub ty: u32,
    /// The way through it, such as `0:1:2`.
    pub access: &'a str,
    /// `BPF_CORE_*` of `linux/bpf.h`.
    pub kind: u32,
}

impl<'a> BtfExt<'a> {
    pub fn parse(data: &'a [u8], endian: Endianness, btf: &Btf<'a>) -> Result<Self, Malformed> {
        let mut header = Reader::new(data, endian, ".BTF.ext");
        let header_len = header.header()?;
        let [func_off, func_len, line_off, line_len] = header.words()?;
        // Headers of before CO-RE end here.
        let [core_off, core_len] = if header_len >= 32 {
            header.words()?
        } else {
            [0; 2]
        };
        let part = |offset, len| -> Result<_, Malformed> {
            let data = header.slice(header_len, offset, len)?;
            Ok(Reader {
                data,
                pos: 0,
                ..header
            })
        };
        Ok(Self {
            functions: records(part(func_off, func_len)?, btf, |section, [offset, ty]| {
                Ok(FuncInfo {
                    section,
                    offset,
                    ty,
                })
            })?,
            lines: records(
                part(line_off, line_len)?,
                btf,
                |section, [offset, file, text, place]| {
                    Ok(LineInfo {
                        section,
                        offset,
                        file: btf.string(file)?,
                        line: place >> 10,
                        column: place & 0x3ff,
                        text: btf.string(text)?,
                    })
                },
            )?,
            relocations: records(
                part(core_off, core_len)?,
                btf,
                |section, [offset, ty, access, kind]| {
                    Ok(CoreRelocation {
                        section,
                        offset,
                        ty,
                        access: btf.string(access)?,
                        kind,
                    })
                },
            )?,
        })
    }

    /// The place in the source of the instruction at an offset of a section. Line 0 is LLVM's for code of its own.
    pub fn line_at(&self, section: &str, offset: u64) -> Option<&LineInfo<'a>> {
        let lines = self
            .lines
            .iter()
            .filter(|line| line.section == section && line.line != 0);
        lines
            .take_while(|line| u64::from(line.offset) <= offset)
            .last()
    }

    /// The lines of a part of a section, by the offsets where they begin.
    pub fn lines_of(&self, section: &str, start: u64, end: u64) -> Vec<(u64, SourceLine)> {
        let inside = |line: &&LineInfo<'a>| {
            line.section == section && line.line != 0 && (start..end).contains(&line.offset.into())
        };
        let lines = self.lines.iter().filter(inside);
        let mut lines: Vec<_> = lines
            .map(|line| (u64::from(line.offset), line.source()))
            .collect();
        lines.sort_by_key(|(offset, _)| *offset);
        lines
    }
}

impl LineInfo<'_> {
    /// The line as users see it.
    pub fn source(&self) -> SourceLine {
        SourceLine {
            position: Position {
                file: self.file.into(),
                line: self.line,
                column: self.column,
            },
            text: self.text.trim().into(),
        }
    }
}

/// The records of one part: the size of a record, then section by section a name, a count and the records.
fn records<'a, T, const N: usize>(
    mut r: Reader<'a>,
    btf: &Btf<'a>,
    record: impl Fn(&'a str, [u32; N]) -> Result<T, Malformed>,
) -> Result<Vec<T>, Malformed> {
    let mut all = Vec::new();
    if r.data.is_empty() {
        return Ok(all);
    }
    let size = r.u32()? as usize;
    // Later versions may append to a record, so take the first words and skip the rest.
    let Some(rest) = size.checked_sub(N * 4) else {
        return Err(Malformed(format!(".BTF.ext has records of {size} bytes")));
    };
    while r.pos < r.data.len() {
        let [name, count] = r.words()?;
        let section = btf.string(name)?;
        all.extend(repeat(count, || {
            let words = r.words()?;
            r.pos += rest;
            record(section, words)
        })?);
    }
    Ok(all)
}
