//! The types of a kernel's module, which refer to the kernel's.

use object::{Endian as _, Endianness};

use super::Malformed;

/// A module's types behind the kernel's: numbers and texts of the module go on where the kernel's end (`btf_parse_module` in
/// `kernel/bpf/btf.c`).
pub fn join(base: &[u8], module: &[u8], endian: Endianness) -> Result<Vec<u8>, Malformed> {
    const WORDS: usize = 6;
    let words = |data: &[u8]| -> Option<[usize; WORDS]> {
        let (words, _) = data.as_chunks::<4>();
        let mut words = words.iter().map(|word| endian.read_u32(*word) as usize);
        Some([(); WORDS].map(|()| words.next().unwrap_or(0))).filter(|words| words[1] >= 4 * WORDS)
    };
    let parts = |data| -> Option<(&[u8], &[u8])> {
        let [_, header, types, types_len, strings, strings_len] = words(data)?;
        let part = |offset, len| <[u8]>::get(data, header + offset..header + offset + len);
        Some((part(types, types_len)?, part(strings, strings_len)?))
    };
    let both = parts(base).zip(parts(module));
    let ((types, strings), (more_types, more_strings)) =
        both.ok_or_else(|| Malformed(".BTF is too short".to_owned()))?;
    let lengths = [
        4 * WORDS,
        0,
        types.len() + more_types.len(),
        types.len() + more_types.len(),
        strings.len() + more_strings.len(),
    ];
    let mut joined = base[..4].to_vec();
    for length in lengths {
        joined.extend(endian.write_u32(length as u32));
    }
    for part in [types, more_types, strings, more_strings] {
        joined.extend(part);
    }
    Ok(joined)
}
