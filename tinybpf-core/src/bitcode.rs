//! Bitcode files from outside: where modules begin and end, and which LLVM wrote them.
//!
//! The format: <https://llvm.org/docs/BitCodeFormat.html>.

/// What bitcode starts with.
const MAGIC: &[u8] = b"BC\xc0\xde";

/// What the header starts with that some tools put before bitcode: after it come, as 32-bit words, a version, where the
/// bitcode starts, and its length.
const WRAPPER: &[u8] = b"\xde\xc0\x17\x0b";

/// Whether data is bitcode, with a wrapper or without.
pub(crate) fn is_bitcode(data: &[u8]) -> bool {
    data.starts_with(MAGIC) || data.starts_with(WRAPPER)
}

/// The modules of a file that may hold several, one after the other; `None` when its blocks do not add up.
pub(crate) fn split(data: &[u8]) -> Option<Vec<&[u8]>> {
    let mut modules = Vec::new();
    let mut rest = unwrap(data)?;
    while rest.starts_with(MAGIC) {
        let end = end(rest)?;
        modules.push(&rest[..end]);
        rest = &rest[end..];
        // Sections and archives pad.
        let padding = rest.iter().take_while(|byte| **byte == 0).count();
        rest = &rest[padding..];
        if rest.starts_with(WRAPPER) {
            rest = unwrap(rest)?;
        }
    }
    (rest.is_empty() && !modules.is_empty()).then_some(modules)
}

fn unwrap(data: &[u8]) -> Option<&[u8]> {
    if !data.starts_with(WRAPPER) {
        return Some(data);
    }
    let word = |at: usize| {
        let bytes = data.get(at..at + 4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(bytes)).ok()
    };
    let (start, len) = (word(8)?, word(12)?);
    data.get(start..start.checked_add(len)?)
}

/// Where the blocks after the magic end: at the end of the data, at padding, or at the magic of another module.
fn end(data: &[u8]) -> Option<usize> {
    const ENTER_SUBBLOCK: u64 = 1;
    let mut at = MAGIC.len();
    while data.len() >= at + 8 && !data[at..].starts_with(MAGIC) {
        let mut bits = Bits { data, at: at * 8 };
        if bits.read(2)? != ENTER_SUBBLOCK {
            break;
        }
        bits.vbr(8)?; // which block
        bits.vbr(4)?; // the width of its abbreviations
        bits.align();
        let words = usize::try_from(bits.read(32)?).ok()?;
        at = (bits.at / 8).checked_add(words.checked_mul(4)?)?;
        if at > data.len() {
            return None;
        }
    }
    (at > MAGIC.len()).then_some(at)
}

/// The version of the LLVM that wrote a bitcode file (`19.1.7`), from its identification block; `None` for anything that
/// has no such block at its start.
///
/// After the magic a writer puts the identification block (id 13) with a string record (code 1) such as `LLVM19.1.7`.
pub(crate) fn producer(data: &[u8]) -> Option<String> {
    const IDENTIFICATION_BLOCK: u64 = 13;
    const ENTER_SUBBLOCK: u64 = 1;
    const DEFINE_ABBREV: u64 = 2;
    const UNABBREV_RECORD: u64 = 3;
    const STRING: u64 = 1;
    let data = data.strip_prefix(MAGIC)?;
    let mut bits = Bits { data, at: 0 };
    if bits.read(2)? != ENTER_SUBBLOCK || bits.vbr(8)? != IDENTIFICATION_BLOCK {
        return None;
    }
    let width = bits.vbr(4)? as u32;
    bits.align();
    bits.read(32)?; // the block's length
    let mut char6 = false;
    loop {
        match bits.read(width)? {
            DEFINE_ABBREV => char6 = bits.skip_abbreviation()?,
            UNABBREV_RECORD => {
                let (code, len) = (bits.vbr(6)?, bits.vbr(6)?);
                let values: Option<Vec<u64>> = (0..len).map(|_| bits.vbr(6)).collect();
                if code == STRING {
                    let text: Option<String> = values?
                        .into_iter()
                        .map(|v| char::from_u32(v as u32))
                        .collect();
                    return text.map(version);
                }
            }
            // The writer's own abbreviation: the literal code, then an array of characters.
            abbreviated if abbreviated > UNABBREV_RECORD => {
                let len = bits.vbr(6)?;
                let text: Option<String> = (0..len).map(|_| bits.character(char6)).collect();
                return text.map(version);
            }
            _ => return None,
        }
    }
}

fn version(text: String) -> String {
    text.trim_start_matches("LLVM").to_owned()
}

/// Bits of a little-endian bit stream.
struct Bits<'a> {
    data: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    fn read(&mut self, width: u32) -> Option<u64> {
        let mut value = 0;
        for i in 0..width {
            let byte = self.data.get(self.at / 8)?;
            value |= u64::from(byte >> (self.at % 8) & 1) << i;
            self.at += 1;
        }
        Some(value)
    }

    fn vbr(&mut self, width: u32) -> Option<u64> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let chunk = self.read(width)?;
            let more = 1 << (width - 1);
            value |= (chunk & (more - 1)).checked_shl(shift)?;
            if chunk & more == 0 {
                return Some(value);
            }
            shift += width - 1;
        }
    }

    fn align(&mut self) {
        self.at = self.at.next_multiple_of(32);
    }

    /// Passes over a definition of an abbreviation; says whether its characters are of the 6-bit alphabet.
    fn skip_abbreviation(&mut self) -> Option<bool> {
        const FIXED: u64 = 1;
        const VBR: u64 = 2;
        const CHAR6: u64 = 4;
        let mut char6 = false;
        for _ in 0..self.vbr(5)? {
            if self.read(1)? == 1 {
                self.vbr(8)?;
                continue;
            }
            match self.read(3)? {
                FIXED | VBR => {
                    self.vbr(5)?;
                }
                CHAR6 => char6 = true,
                _ => {}
            }
        }
        Some(char6)
    }

    fn character(&mut self, char6: bool) -> Option<char> {
        const ALPHABET: &[u8; 64] =
            b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._";
        let value = self.read(if char6 { 6 } else { 8 })?;
        if char6 {
            ALPHABET.get(value as usize).map(|c| char::from(*c))
        } else {
            char::from_u32(value as u32)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{producer, split};

    /// A module of one empty block.
    const SMALL: &[u8] = b"BC\xc0\xde\x35\x14\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00";

    #[test]
    fn modules_one_after_the_other() {
        assert_eq!(split(SMALL), Some(vec![SMALL]));
        let twice = [SMALL, SMALL].concat();
        assert_eq!(split(&twice), Some(vec![SMALL, SMALL]));
        let padded = [SMALL, &[0; 4], SMALL, &[0; 3]].concat();
        assert_eq!(split(&padded), Some(vec![SMALL, SMALL]));
        let wrapped = [
            b"\xde\xc0\x17\x0b\0\0\0\0\x14\0\0\0\x10\0\0\0\x07\0\0\0",
            SMALL,
            &[9; 4],
        ];
        assert_eq!(split(&wrapped.concat()), Some(vec![SMALL]));
        for cut in 0..SMALL.len() {
            assert_eq!(split(&SMALL[..cut]), None, "{cut}");
        }
        assert_eq!(split(&[SMALL, b"rest of it"].concat()), None);
        assert_eq!(
            split(b"\xde\xc0\x17\x0b\0\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff"),
            None
        );
    }

    #[test]
    fn not_bitcode() {
        assert_eq!(producer(b"; ModuleID = 'main'"), None);
        assert_eq!(producer(b"BC\xc0\xde"), None);
    }
}
