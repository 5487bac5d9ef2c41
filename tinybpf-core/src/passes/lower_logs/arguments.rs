//! The arguments of a log.

use super::{Fault, unchanged::is_unchanged};
use crate::{
    Endian, LogKind,
    llvm::{Builder, Kind, Module, Op, Value},
    names::LIBRARY,
    passes::{
        interfaces::{GoType, elements},
        lower_allocations::is_allocation,
        lower_callbacks::{part, word},
    },
};

/// A value to log.
pub(super) struct Argument<'m> {
    pub(super) kind: LogKind,
    /// The type in Go, for messages.
    pub(super) ty: String,
    /// Its value, as TinyGo has it before it makes an interface of it; or a pointer that is made of it.
    pub(super) source: Value<'m>,
}

/// The arguments of a call, by the address and the length of their slice.
pub(super) fn read<'m>(array: Value<'m>, len: Value<'m>) -> Result<Vec<Argument<'m>>, Fault> {
    let len = word(len).as_u64().ok_or_else(passed_on)?;
    let pairs = elements(word(array), len).ok_or_else(passed_on)?;
    let numbered = (1..).zip(pairs);
    numbered
        .map(|(number, pair)| argument(pair, number))
        .collect()
}

fn passed_on() -> Fault {
    (
        "the arguments of a log must be written in the call: their types are in no record, but known before the program runs".to_owned(),
        "write them one by one, as in `bpf.Info(\"%d of %d\", a, b)`; in place of a function that takes `args ...any`, call `bpf.Info` itself".to_owned(),
    )
}

fn argument(interface: Value<'_>, number: u64) -> Result<Argument<'_>, Fault> {
    let [ty, packed] = [0, 1].map(|index| part(interface, index));
    let (Some(ty), Some(packed)) = (ty.and_then(GoType::at), packed) else {
        return Err((
            format!(
                "argument {number} of the log is an interface, of which nobody knows before the program runs what is in it"
            ),
            "give a number, a bool or an array of bytes".to_owned(),
        ));
    };
    let name = ty.name();
    let shown = shown(&name);
    match kind(ty) {
        Some(kind) => Ok(Argument {
            kind,
            ty: shown,
            source: source(kind, packed),
        }),
        None => Err((
            format!("argument {number} of the log is of type {shown}, which cannot be logged"),
            instead(&name).to_owned(),
        )),
    }
}

/// What a type is in a record; `None` for one that no record has.
fn kind(ty: GoType<'_>) -> Option<LogKind> {
    let network = ty.name();
    let network = network
        .strip_prefix("named:")
        .and_then(|name| name.strip_prefix(LIBRARY));
    match network {
        Some(".Be16") => return Some(LogKind::Network(2)),
        Some(".Be32") => return Some(LogKind::Network(4)),
        Some(".Be64") => return Some(LogKind::Network(8)),
        _ => {}
    }
    let ty = ty.underlying()?;
    if let Some(len) = ty.bytes() {
        return u32::try_from(len)
            .ok()
            .filter(|len| *len > 0)
            .map(LogKind::Bytes);
    }
    Some(match ty.name().strip_prefix("basic:")? {
        "bool" => LogKind::Bool,
        "uint8" => LogKind::Unsigned(1),
        "uint16" => LogKind::Unsigned(2),
        "uint32" => LogKind::Unsigned(4),
        "uint" | "uint64" | "uintptr" => LogKind::Unsigned(8),
        "int8" => LogKind::Signed(1),
        "int16" => LogKind::Signed(2),
        "int32" => LogKind::Signed(4),
        "int" | "int64" => LogKind::Signed(8),
        _ => return None,
    })
}

/// A type as Go code names it, as well as TinyGo's name tells it.
fn shown(name: &str) -> String {
    let plain = ["basic:", "named:"]
        .iter()
        .find_map(|prefix| name.strip_prefix(prefix));
    if let Some(plain) = plain {
        return format!("`{}`", plain.rsplit('/').next().unwrap_or(plain));
    }
    match name.split(':').collect::<Vec<_>>()[..] {
        ["array", len, "basic", element] => format!("`[{len}]{element}`"),
        ["slice", "basic", element] => format!("`[]{element}`"),
        [kind, ..] => format!("`{kind}`"),
        [] => String::new(),
    }
}

/// What to log in place of a value of a type that no record has.
fn instead(name: &str) -> &'static str {
    let words = [
        (
            "basic:string",
            "a string has no size that is known before: log an array of bytes, such as `event.Comm`, with %s; what is constant goes into the format",
        ),
        (
            "slice:",
            "a slice has no size that is known before: log an array of bytes, such as `[16]byte`, with %s or %x",
        ),
        (
            "pointer:",
            "log what it points to, such as `*p`, or the address as `uintptr(unsafe.Pointer(p))` with %#x",
        ),
        (
            "basic:unsafe.Pointer",
            "log the address as a number, `uintptr(p)` with %#x",
        ),
    ];
    let found = words.iter().find(|(start, _)| name.starts_with(start));
    found.map_or(
        "numbers, bools and arrays of bytes can be logged: of a struct its fields",
        |(_, help)| help,
    )
}

/// What was packed into the pointer of an interface, or stored behind it.
fn source(kind: LogKind, packed: Value<'_>) -> Value<'_> {
    let found = match kind {
        LogKind::Bytes(_) => stored(packed),
        _ if packed.op() == Op::IntToPtr => packed.operand(0),
        _ => None,
    };
    found.unwrap_or(packed)
}

impl<'m> Argument<'m> {
    /// Where the value is in memory when `call` logs it, if it is an array that was read from there.
    pub(super) fn memory(&self, call: Value<'m>) -> Option<Value<'m>> {
        let is_array = self.source.ty().array().is_some();
        let is_there = is_array && self.source.op() == Op::Load && is_unchanged(self.source, call);
        is_there.then(|| self.source.operand(0)).flatten()
    }

    /// The value, as it is stored in the record; `memory` is where it is found.
    pub(super) fn value(
        &self,
        module: &'m Module<'_>,
        builder: &Builder<'m>,
        memory: Option<Value<'m>>,
        endian: Endian,
    ) -> Value<'m> {
        let (source, size) = (self.source, self.kind.size());
        if let Some(memory) = memory {
            let value = builder.load(source.ty(), memory);
            value.set_alignment(source.alignment());
            return value;
        }
        if source.ty().array().is_some() {
            return source;
        }
        let (word, ty) = (module.int_type(64), module.int_type(size * 8));
        let number = match source.ty().is_pointer() {
            true => builder.cast(Op::PtrToInt, source, word),
            false => source,
        };
        if number.ty().int_width() < ty.int_width() {
            return builder.cast(Op::ZExt, number, ty);
        }
        if number.ty() == ty {
            return number;
        }
        let is_array = matches!(self.kind, LogKind::Bytes(_));
        let number = if is_array && endian == Endian::Big {
            // In memory, an array begins with the highest bits.
            let bits = word.int(u64::from(8 - size) * 8);
            builder.binary(Op::LShr, number, bits)
        } else {
            number
        };
        builder.cast(Op::Trunc, number, ty)
    }
}

/// The array behind a pointer, or packed into one: what was stored where the pointer points to, or is read from.
fn stored(packed: Value<'_>) -> Option<Value<'_>> {
    if packed.kind() == Kind::Variable {
        return packed.initializer_of_variable()?.element(0);
    }
    let memory = match packed.op() {
        Op::Load => packed
            .operand(0)
            .filter(|memory| memory.op() == Op::Alloca)?,
        _ if is_allocation(packed) => packed,
        _ => return None,
    };
    let places = memory
        .users()
        .into_iter()
        .filter(|user| user.op() == Op::Gep)
        .flat_map(Value::users);
    let mut arrays = places.chain(memory.users()).filter_map(|store| {
        let is_store = store.op() == Op::Store && store.block() == packed.block();
        let value = store.operand(0).filter(|_| is_store)?;
        value.ty().array().map(|_| value)
    });
    let found = arrays.next()?;
    arrays.next().is_none().then_some(found)
}
