//! What is known of an address: BPF reads and writes what is not aligned byte by byte.

use crate::{
    llvm::{Module, Op, TyKind, Value},
    passes::lower_panics::Callee,
};

/// What records of ring buffers are aligned to, in bytes: the kernel rounds their sizes up to it (`kernel/bpf/ringbuf.c`).
/// Nothing such holds for map values: those of an LPM trie follow the bytes of the key (`kernel/bpf/lpm_trie.c`).
const RECORD: u32 = 8;

/// The alignment of an address in bytes, a power of two.
///
/// A pointer to a struct is aligned as the struct's fields need it, as in C: Go's rules for `unsafe.Pointer` want that.
pub(in crate::passes) fn of(module: &Module<'_>, address: Value<'_>) -> u32 {
    match address.op() {
        Op::Alloca => address.alignment(),
        Op::Call if is_record(address) => RECORD,
        Op::Gep => of_field(module, address),
        _ => 1,
    }
}

fn is_record(call: Value<'_>) -> bool {
    match Callee::of(call) {
        Some(Callee::Helper(helper)) => helper.name == "bpf_ringbuf_reserve",
        _ => false,
    }
}

fn of_field(module: &Module<'_>, gep: Value<'_>) -> u32 {
    let operands = gep.operands();
    let [base, indices @ ..] = operands.as_slice() else {
        return 1;
    };
    let mut ty = gep.gep_source_type();
    let mut align = of(module, *base);
    if ty.kind() == TyKind::Struct {
        align = align.max(module.align_of(ty));
    }
    // All that is added to the base, of which only the lowest bit that is set counts.
    let mut added = 0;
    for (depth, index) in indices.iter().enumerate() {
        let constant = index.as_u64();
        match (depth, ty.kind(), constant) {
            (1.., TyKind::Struct, Some(field)) => {
                let Some(field_type) = ty.fields().get(field as usize).copied() else {
                    return 1;
                };
                added |= module.offset_of(ty, field as u32);
                ty = field_type;
                continue;
            }
            (1.., _, _) => match ty.array() {
                Some((element, _)) => ty = element,
                None => return 1,
            },
            _ => {}
        }
        added |= module.size_of(ty).wrapping_mul(constant.unwrap_or(1));
    }
    1 << (u64::from(align) | added).trailing_zeros()
}
