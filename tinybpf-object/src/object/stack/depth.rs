//! How deep one function's frame is.

use std::collections::HashSet;

use super::super::insn::{Insn, opcode};

/// The frame pointer: points to the end of the frame, which is below it.
const FP: u8 = 10;

/// The bytes of stack that a function itself uses: the lowest address that it accesses, or takes to hand it on.
pub fn depth(insns: &[Insn]) -> u64 {
    let mut lowest = 0;
    let mut frame = Frame::default();
    let targets: HashSet<i64> = insns.iter().filter_map(Insn::jump_target).collect();
    for insn in insns {
        // What comes from elsewhere may hold other values; whoever took an address there was counted there.
        if targets.contains(&(insn.at as i64)) {
            frame = Frame::default();
        }
        if let Some(offset) = insn.memory_base().and_then(|base| frame.offset(base)) {
            lowest = lowest.min(offset + i64::from(insn.off));
        }
        frame.step(insn);
        if insn.writes_dst() {
            lowest = lowest.min(frame.offset(insn.dst).unwrap_or(0));
        }
    }
    lowest.unsigned_abs()
}

/// Which registers point into the frame, and where.
#[derive(Default)]
struct Frame {
    offsets: [Option<i64>; FP as usize],
}

impl Frame {
    fn offset(&self, register: u8) -> Option<i64> {
        if register == FP {
            return Some(0);
        }
        self.offsets.get(usize::from(register)).copied().flatten()
    }

    fn step(&mut self, insn: &Insn) {
        if insn.opcode == opcode::CALL {
            // A call returns in r0 and spoils the arguments.
            self.offsets[..=5].fill(None);
            return;
        }
        if !insn.writes_dst() {
            return;
        }
        let old = self.offset(insn.dst);
        let new = match insn.opcode {
            _ if insn.is_copy() => self.offset(insn.src),
            opcode::ADD64_IMM => old.map(|old| old + insn.imm),
            opcode::SUB64_IMM => old.map(|old| old - insn.imm),
            // An index into a buffer counts from the buffer's start, whichever of the two is the pointer.
            opcode::ADD64_REG => old.or(self.offset(insn.src)),
            _ => None,
        };
        if let Some(slot) = self.offsets.get_mut(usize::from(insn.dst)) {
            *slot = new;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Instructions by opcode, destination, source, offset and immediate.
    fn code(insns: &[(u8, u8, u8, i16, i64)]) -> Vec<Insn> {
        let insns = insns.iter().enumerate();
        insns
            .map(|(at, &(opcode, dst, src, off, imm))| Insn {
                at,
                opcode,
                dst,
                src,
                off,
                imm,
            })
            .collect()
    }

    #[test]
    fn a_frame_is_as_deep_as_its_lowest_address() {
        // *(u64 *)(r10 - 24) = 0
        assert_eq!(depth(&code(&[(0x7a, 10, 0, -24, 0)])), 24);
        // r1 = *(u8 *)(r10 - 3)
        assert_eq!(depth(&code(&[(0x71, 1, 10, -3, 0)])), 3);
        // r2 = r10; r2 += -64; r2 += r1; *(u8 *)(r2 + 63) = 0
        let indexed = [
            (0xbf, 2, 10, 0, 0),
            (0x07, 2, 0, 0, -64),
            (0x0f, 2, 1, 0, 0),
            (0x72, 2, 0, 63, 0),
        ];
        assert_eq!(depth(&code(&indexed)), 64);
        // r2 = r10; r2 += r1; *(u8 *)(r2 - 40) = 0
        let index_first = [
            (0xbf, 2, 10, 0, 0),
            (0x0f, 2, 1, 0, 0),
            (0x72, 2, 0, -40, 0),
        ];
        assert_eq!(depth(&code(&index_first)), 40);
        // r2 = r10; r2 = r1; *(u8 *)(r2 - 40) = 0: no longer the stack.
        let overwritten = [
            (0xbf, 2, 10, 0, 0),
            (0xbf, 2, 1, 0, 0),
            (0x72, 2, 0, -40, 0),
        ];
        assert_eq!(depth(&code(&overwritten)), 0);
        // r0 = r10; call 1; *(u8 *)(r0 - 40) = 0: a call's result is not the stack.
        let returned = [
            (0xbf, 0, 10, 0, 0),
            (0x85, 0, 0, 0, 1),
            (0x72, 0, 0, -40, 0),
        ];
        assert_eq!(depth(&code(&returned)), 0);
    }
}
