//! Words of a BTF section.

use object::{Endian as _, Endianness};

use super::Malformed;

const MAGIC: u16 = 0xeb9f;

/// Reads `count` entries.
pub(super) fn repeat<T>(
    count: u32,
    mut read: impl FnMut() -> Result<T, Malformed>,
) -> Result<Vec<T>, Malformed> {
    (0..count).map(|_| read()).collect()
}

/// Reads words of a section in the object's byte order.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) data: &'a [u8],
    pub(super) pos: usize,
    pub(super) endian: Endianness,
    pub(super) section: &'static str,
}

impl<'a> Reader<'a> {
    pub(super) fn new(data: &'a [u8], endian: Endianness, section: &'static str) -> Self {
        Self {
            data,
            pos: 0,
            endian,
            section,
        }
    }

    /// The header that both sections start with: its length.
    pub(super) fn header(&mut self) -> Result<u32, Malformed> {
        let [magic, _] = self.words()?;
        // The magic number is half a word, the version and flags after it are a byte each.
        let magic = if self.endian.is_big_endian() {
            magic >> 16
        } else {
            magic & 0xffff
        };
        if magic != u32::from(MAGIC) {
            return Err(Malformed(format!(
                "{} has the magic number {magic:#x}",
                self.section
            )));
        }
        self.pos = 4;
        self.u32()
    }

    pub(super) fn u32(&mut self) -> Result<u32, Malformed> {
        let bytes = self.data.get(self.pos..).and_then(<[u8]>::first_chunk);
        let bytes = bytes.ok_or_else(|| self.truncated())?;
        self.pos += 4;
        Ok(self.endian.read_u32(*bytes))
    }

    pub(super) fn words<const N: usize>(&mut self) -> Result<[u32; N], Malformed> {
        let mut words = [0; N];
        for word in &mut words {
            *word = self.u32()?;
        }
        Ok(words)
    }

    pub(super) fn slice(&self, base: u32, offset: u32, len: u32) -> Result<&'a [u8], Malformed> {
        let start = u64::from(base) + u64::from(offset);
        let range = usize::try_from(start)
            .ok()
            .zip(usize::try_from(start + u64::from(len)).ok());
        range
            .and_then(|(start, end)| self.data.get(start..end))
            .ok_or_else(|| self.truncated())
    }

    pub(super) fn truncated(&self) -> Malformed {
        Malformed(format!("{} ends in the middle of a record", self.section))
    }
}
