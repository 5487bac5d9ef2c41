//! Decodes BPF machine code, of every `mcpu` from v1 to v4.
//!
//! The encoding is that of the kernel's `Documentation/bpf/standardization/instruction-set.rst`.

use object::{Endian as _, Endianness};

use super::elf::Malformed;

/// Bytes of an instruction slot; `ld_imm64` takes two of them.
pub const SLOT: usize = 8;

/// Instruction classes: the low three bits of the opcode.
pub mod class {
    pub const LD: u8 = 0;
    pub const LDX: u8 = 1;
    pub const ST: u8 = 2;
    pub const STX: u8 = 3;
    pub const ALU: u8 = 4;
    pub const JMP: u8 = 5;
    pub const JMP32: u8 = 6;
    pub const ALU64: u8 = 7;
}

/// Opcodes that the checks ask for by name.
pub mod opcode {
    pub const LD_IMM64: u8 = 0x18;
    pub const CALL: u8 = 0x85;
    /// Calls the address in a register; the kernel knows no such instruction.
    pub const CALLX: u8 = 0x8d;
    pub const EXIT: u8 = 0x95;
    pub const JA: u8 = 0x05;
    /// `gotol`: the jump's distance is in the immediate.
    pub const JA32: u8 = 0x06;
    pub const MOV64_REG: u8 = 0xbf;
    pub const ADD64_IMM: u8 = 0x07;
    pub const ADD64_REG: u8 = 0x0f;
    pub const SUB64_IMM: u8 = 0x17;
}

/// What the source register of a call says (`BPF_PSEUDO_*` in `linux/bpf.h`).
pub mod call {
    pub const HELPER: u8 = 0;
    pub const PSEUDO: u8 = 1;
}

/// A register-to-register move with a non-zero offset sign-extends (v4) or casts address spaces: not a copy.
const PLAIN_MOVE: i16 = 0;

/// An instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Insn {
    /// Its slot, from the start of the section.
    pub at: usize,
    pub opcode: u8,
    pub dst: u8,
    pub src: u8,
    pub off: i16,
    /// For `ld_imm64` all 64 bits.
    pub imm: i64,
}

/// All instructions of a section, in order.
pub fn decode(code: &[u8], endian: Endianness) -> Result<Vec<Insn>, Malformed> {
    let (slots, rest) = code.as_chunks::<SLOT>();
    if !rest.is_empty() {
        return Err(Malformed(format!(
            "{} bytes of code are not whole instructions",
            code.len()
        )));
    }
    let mut insns = Vec::with_capacity(slots.len());
    let mut at = 0;
    while let Some(&slot) = slots.get(at) {
        let mut insn = decode_slot(slot, at, endian);
        at += 1;
        if insn.opcode == opcode::LD_IMM64 {
            let Some(&[0, 0, 0, 0, high @ ..]) = slots.get(at) else {
                return Err(Malformed(format!(
                    "ld_imm64 at {} without its second half",
                    insn.at
                )));
            };
            let high = endian.read_i32(high);
            insn.imm = (i64::from(high) << 32) | (insn.imm & 0xffff_ffff);
            at += 1;
        }
        insns.push(insn);
    }
    Ok(insns)
}

fn decode_slot(
    [opcode, registers, a, b, imm @ ..]: [u8; SLOT],
    at: usize,
    endian: Endianness,
) -> Insn {
    let (low, high) = (registers & 0xf, registers >> 4);
    let (dst, src) = if endian.is_big_endian() {
        (high, low)
    } else {
        (low, high)
    };
    Insn {
        at,
        opcode,
        dst,
        src,
        off: endian.read_i16([a, b]),
        imm: i64::from(endian.read_i32(imm)),
    }
}

impl Insn {
    pub fn class(&self) -> u8 {
        self.opcode & 7
    }

    /// The number of slots that it takes.
    pub fn slots(&self) -> usize {
        if self.opcode == opcode::LD_IMM64 {
            2
        } else {
            1
        }
    }

    /// Its offset from the start of the section in bytes.
    pub fn offset(&self) -> u64 {
        (self.at * SLOT) as u64
    }

    /// The slot that it may jump to.
    pub fn jump_target(&self) -> Option<i64> {
        let distance = match (self.class(), self.opcode) {
            (_, opcode::JA32) => self.imm,
            (_, opcode::CALL | opcode::CALLX | opcode::EXIT) => return None,
            (class::JMP | class::JMP32, _) => i64::from(self.off),
            _ => return None,
        };
        Some(self.at as i64 + 1 + distance)
    }

    /// Whether it copies the source register as it is.
    pub fn is_copy(&self) -> bool {
        self.opcode == opcode::MOV64_REG && self.off == PLAIN_MOVE
    }

    /// The register that it writes, where that is `dst`. Calls write `r0` and forget `r1` to `r5`.
    pub fn writes_dst(&self) -> bool {
        matches!(
            self.class(),
            class::LD | class::LDX | class::ALU | class::ALU64
        )
    }

    /// The register by which it accesses memory: its load's source, its store's destination.
    pub fn memory_base(&self) -> Option<u8> {
        match self.class() {
            class::LDX => Some(self.src),
            class::ST | class::STX => Some(self.dst),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_byte_orders_decode_alike() {
        // *(u64 *)(r10 - 8) = r2
        let little = [0x7b, 0x2a, 0xf8, 0xff, 0, 0, 0, 0];
        let big = [0x7b, 0xa2, 0xff, 0xf8, 0, 0, 0, 0];
        let insns = decode(&little, Endianness::Little).unwrap();
        assert_eq!(insns, decode(&big, Endianness::Big).unwrap());
        assert_eq!((insns[0].dst, insns[0].src, insns[0].off), (10, 2, -8));
        assert_eq!(insns[0].memory_base(), Some(10));
    }

    #[test]
    fn a_wide_immediate_takes_two_slots() {
        let code = [
            0x18, 1, 0, 0, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 1, 0, 0, 0, 0x95, 0, 0, 0, 0, 0, 0,
            0,
        ];
        let insns = decode(&code, Endianness::Little).unwrap();
        assert_eq!(insns[0].imm, 0x1_ffff_ffff);
        assert_eq!((insns[1].at, insns[1].opcode), (2, opcode::EXIT));
        assert!(decode(&code[..8], Endianness::Little).is_err());
        assert!(decode(&code[..12], Endianness::Little).is_err());
    }

    #[test]
    fn jumps_say_where_to() {
        let insn = |opcode, off, imm| Insn {
            at: 3,
            opcode,
            dst: 0,
            src: 0,
            off,
            imm,
        };
        assert_eq!(insn(opcode::JA, -2, 0).jump_target(), Some(2));
        assert_eq!(insn(opcode::JA32, 0, 40_000).jump_target(), Some(40_004));
        assert_eq!(insn(0x16, 1, 0).jump_target(), Some(5));
        assert_eq!(insn(opcode::CALL, 0, 1).jump_target(), None);
    }
}
