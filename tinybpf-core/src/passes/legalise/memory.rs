//! Copies and fills of memory that the back end would make calls of `memcpy`, `memmove` and `memset`.
//!
//! The back end writes out copies and fills of constant length up to [`INLINE`] bytes. Longer ones, those of a length that
//! is only known when the program runs (`copy(buf[:], packet[:n])`), and moves between places that may overlap become
//! loops. The verifier follows such a loop because Go has checked the length against the size of an array.

use crate::{
    llvm::{Attr, Builder, Kind, Linkage, Module, Op, Ty, Value, predicate},
    passes::lower_allocations::roots,
};

/// The longest copy or fill that the back end writes out, in bytes: 128 stores of 8 (`BPFISelLowering.cpp`).
const INLINE: u64 = 1024;

/// The widest store, in bytes.
const WORD: u64 = 8;

/// The longest move that the back end writes out well, in stores: it loads everything before it stores anything, and BPF
/// has ten registers.
const MOVE: u64 = 4;

/// The loops, of which each module gets those it needs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Loop {
    /// From the first element to the last.
    Copy,
    /// From the last element to the first.
    CopyBackward,
    Fill,
}

/// Lowers `llvm.memcpy`, `llvm.memmove` or `llvm.memset`; whether it made a call that is to be inlined.
pub(super) fn lower(module: &Module<'_>, call: Value<'_>, name: &str) -> bool {
    let args = call.args();
    let [to, what, len, ..] = args[..] else {
        return false;
    };
    let is_fill = name.starts_with("llvm.memset");
    let align = |index| {
        call.call_attr_value(Attr::Param(index), "align")
            .unwrap_or(1)
    };
    let align = if is_fill {
        align(0)
    } else {
        align(0).min(align(1))
    }
    .min(WORD);
    let constant = len.as_u64();
    if is_fill && constant.is_some_and(|len| len <= INLINE) {
        align_fill(module, call);
        return false;
    }
    let overlaps = name.starts_with("llvm.memmove") && may_overlap(to, what);
    match constant {
        Some(len) if overlaps && len <= MOVE * align => return false,
        Some(len) if !overlaps && len <= INLINE => {
            if name.starts_with("llvm.memmove") {
                Builder::before(module, call).copy(to, what, len, align as u32);
                call.erase();
            }
            return false;
        }
        _ => {}
    }
    // The widest element that the length is a multiple of.
    let unit = constant.map_or(1, |len| align.min(1 << len.trailing_zeros().min(3)));
    let unit = if is_fill && what.as_u64().is_none() {
        1
    } else {
        unit
    };
    let element = module.int_type(unit as u32 * 8);
    let builder = Builder::before(module, call);
    let word = module.int_type(64);
    let len = if len.ty() == word {
        len
    } else {
        builder.cast(Op::ZExt, len, word)
    };
    let count = constant.map_or(len, |len| word.int(len / unit));
    if is_fill {
        let pattern = what
            .as_u64()
            .map(|byte| element.int(byte * 0x0101_0101_0101_0101));
        run(
            module,
            &builder,
            Loop::Fill,
            element,
            [to, pattern.unwrap_or(what), count],
        );
    } else if let Some(backward) = known_direction(to, what).filter(|_| overlaps) {
        let kind = if backward {
            Loop::CopyBackward
        } else {
            Loop::Copy
        };
        run(module, &builder, kind, element, [to, what, count]);
    } else if overlaps {
        // Where the target starts inside the source, the end must be copied first; elsewhere that does no harm.
        // One of the two loops runs not at all.
        let address = |pointer| builder.cast(Op::PtrToInt, pointer, word);
        let distance = builder.binary(Op::Sub, address(to), address(what));
        let inside = builder.icmp(predicate::ULT, distance, len);
        let backward = builder.select(inside, count, word.int(0));
        let forward = builder.select(inside, word.int(0), count);
        run(
            module,
            &builder,
            Loop::CopyBackward,
            element,
            [to, what, backward],
        );
        run(module, &builder, Loop::Copy, element, [to, what, forward]);
    } else {
        run(module, &builder, Loop::Copy, element, [to, what, count]);
    }
    call.erase();
    true
}

/// Splits a short fill of a stack slot in two where it starts unaligned. LLVM cuts off the part of a fill that is overwritten
/// later, wherever that ends, and then fills the rest byte by byte.
fn align_fill(module: &Module<'_>, call: Value<'_>) {
    let (Some(to), Some(what), Some(len)) = (call.operand(0), call.operand(1), call.operand(2))
    else {
        return;
    };
    let (slot, offset) = base(to);
    let aligned = slot.op() == Op::Alloca && u64::from(slot.alignment()) >= WORD;
    let Some(len) = len.as_u64().filter(|_| aligned) else {
        return;
    };
    let head = offset.next_multiple_of(WORD) - offset;
    if head == 0 || head >= len || !what.is_null() {
        return;
    }
    let builder = Builder::before(module, call);
    builder.zero(to, head, 1);
    let rest = builder.gep(module.int_type(8), to, &[module.int_type(64).int(head)]);
    builder.zero(rest, len - head, WORD as u32);
    call.erase();
}

/// The object that an address lies in at a constant distance from its start, and that distance in bytes.
pub(in crate::passes) fn base(address: Value<'_>) -> (Value<'_>, u64) {
    let bytes = address.op() == Op::Gep
        && address.gep_source_type().int_width() == Some(8)
        && address.operands().len() == 2;
    let offset = address.operand(1).filter(|_| bytes).and_then(Value::as_u64);
    let (Some(offset), Some(outer)) = (offset, address.operand(0).filter(|_| bytes)) else {
        return (address, 0);
    };
    let (object, distance) = base(outer);
    (object, distance.wrapping_add(offset))
}

/// Whether a move within one object must start at its end, where the distance is known.
fn known_direction(to: Value<'_>, from: Value<'_>) -> Option<bool> {
    let ((target, to), (source, from)) = (base(to), base(from));
    (target == source).then_some(to > from)
}

/// Whether two addresses may lie in one object.
fn may_overlap(to: Value<'_>, from: Value<'_>) -> bool {
    let own = |root: &Value<'_>| root.op() == Op::Alloca || root.kind() == Kind::Variable;
    // What comes from outside: parameters, what helpers return, and packet data, whose address is a number first.
    let foreign = |root: &Value<'_>| {
        root.kind() == Kind::Argument
            || root.op() == Op::IntToPtr
            || root
                .callee()
                .is_some_and(|c| !c.is_function() || c.is_declaration())
    };
    // A packet, by the field of the context that has its address, and memory that a helper returned.
    let is_packet = |root: &Value<'_>| {
        let number = root.operand(0).filter(|_| root.op() == Op::IntToPtr);
        let field = number.and_then(|number| number.operand(0).filter(|_| number.op() == Op::ZExt));
        field.is_some_and(|field| field.op() == Op::Load)
    };
    let is_lent = |root: &Value<'_>| root.callee().is_some_and(|callee| !callee.is_function());
    let (to, from) = (roots(to), roots(from));
    let apart = |one: &[Value<'_>], other: &[Value<'_>]| {
        one.iter().all(own)
            && other.iter().all(|root| {
                (own(root) && !one.contains(root))
                    || (foreign(root) && one.iter().all(|o| o.op() == Op::Alloca))
            })
    };
    let differ = |one: &[Value<'_>], other: &[Value<'_>]| {
        one.iter().all(is_packet) && other.iter().all(is_lent)
    };
    !apart(&to, &from) && !apart(&from, &to) && !differ(&to, &from) && !differ(&from, &to)
}

/// Calls the loop's function, which is made at its first use and is inlined afterwards.
fn run<'m>(
    module: &'m Module<'_>,
    builder: &Builder<'m>,
    kind: Loop,
    element: Ty<'m>,
    args: [Value<'m>; 3],
) {
    let (pointer, word) = (module.ptr_type(), module.int_type(64));
    let (verb, what) = match kind {
        Loop::Copy => ("copy", pointer),
        Loop::CopyBackward => ("copy_backward", pointer),
        Loop::Fill => ("fill", element),
    };
    let ty = module.void_type().function(&[pointer, what, word]);
    let name = format!("memory.{verb}.{}", element.print());
    let function = module.function(&name).unwrap_or_else(|| {
        let function = module.add_function(&name, ty);
        function.set_linkage(Linkage::Internal);
        function.add_attr(module, Attr::Function, "alwaysinline", 0);
        write_loop(module, kind, element, function);
        function
    });
    builder.call(ty, function, &args);
}

/// Writes `for i = 0; i < count; i++`, or `for i = count; i > 0;` with `i--` first in its body.
fn write_loop<'m>(module: &'m Module<'_>, kind: Loop, element: Ty<'m>, function: Value<'m>) {
    let [to, what, count] = function.params()[..] else {
        return;
    };
    let word = module.int_type(64);
    let [entry, head, body, done] =
        ["entry", "head", "body", "done"].map(|name| module.append_block(function, name));
    let builder = Builder::at_end(module, entry);
    builder.br(head);
    builder.move_to_end(head);
    let index = builder.phi(word);
    let down = kind == Loop::CopyBackward;
    let (start, more) = if down {
        (count, builder.icmp(predicate::NE, index, word.int(0)))
    } else {
        (word.int(0), builder.icmp(predicate::ULT, index, count))
    };
    builder.cond_br(more, body, done);
    builder.move_to_end(body);
    let step = if down { u64::MAX } else { 1 };
    let next = builder.binary(Op::Add, index, word.int(step));
    let at = if down { next } else { index };
    let align = element.int_width().unwrap_or(8) / 8;
    let value = if kind == Loop::Fill {
        what
    } else {
        let load = builder.load(element, builder.gep(element, what, &[at]));
        load.set_alignment(align);
        load
    };
    let store = builder.store(value, builder.gep(element, to, &[at]));
    store.set_alignment(align);
    builder.br(head);
    index.add_incoming(start, entry);
    index.add_incoming(next, body);
    builder.move_to_end(done);
    builder.ret(None);
}
