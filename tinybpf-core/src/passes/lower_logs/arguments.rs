//! The arguments of a log, of which TinyGo makes interfaces: a pointer to a description of the type, and the value. That is in the
//! second pointer itself if there is room, and behind it otherwise.

use std::collections::HashSet;

use super::{Fault, unchanged::is_unchanged};
use crate::{
    Endian, LogKind,
    llvm::{Builder, Kind, Module, Op, Value},
    names::LIBRARY,
    passes::{
        lower_allocations::is_allocation,
        lower_callbacks::{part, word},
    },
};

/// How TinyGo calls its descriptions of types, before the type.
const TYPE: &str = "reflect/types.type:";

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
    if len == 0 {
        return Ok(Vec::new());
    }
    let array = Some(word(array)).filter(|array| array.op() == Op::Gep);
    let array = array.and_then(|array| array.operand(0));
    let array = array
        .filter(|array| is_allocation(*array))
        .ok_or_else(passed_on)?;
    let slots: Vec<_> = array.users().into_iter().flat_map(slot).collect();
    let argument = |index| {
        let of_slot = slots.iter().find(|(at, _)| *at == index);
        let (_, interface) = of_slot.ok_or_else(passed_on)?;
        self::argument(*interface, index + 1)
    };
    (0..len).map(argument).collect()
}

/// What is stored in an element of the array.
fn slot<'m>(element: Value<'m>) -> Option<(u64, Value<'m>)> {
    let index = element.operands().last()?.as_u64()?;
    let mut users = element.users().into_iter();
    let store = users.find(|user| user.op() == Op::Store && user.operand(1) == Some(element))?;
    Some((index, store.operand(0)?))
}

fn passed_on() -> Fault {
    (
        "the arguments of a log must be written in the call: their types are in no record, but known before the program runs".to_owned(),
        "write them one by one, as in `bpf.Info(\"%d of %d\", a, b)`; in place of a function that takes `args ...any`, call `bpf.Info` itself".to_owned(),
    )
}

fn argument(interface: Value<'_>, number: u64) -> Result<Argument<'_>, Fault> {
    let [ty, packed] = [0, 1].map(|index| part(interface, index));
    let name = ty.and_then(described);
    let (Some(name), Some(packed)) = (name, packed) else {
        return Err((
            format!(
                "argument {number} of the log is an interface, of which nobody knows before the program runs what is in it"
            ),
            "give a number, a bool or an array of bytes".to_owned(),
        ));
    };
    let shown = shown(&name);
    match kind(&name, ty) {
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

/// The type that a description is of, as TinyGo names it: `named:main.Pid`.
fn described(mut description: Value<'_>) -> Option<String> {
    // Where a type has methods, these come first.
    while description.kind() == Kind::ConstantExpr {
        description = description.operand(0)?;
    }
    let name = description.name();
    Some(name.strip_prefix(TYPE)?.to_owned())
}

/// What a type is in a record; `None` for one that no record has.
fn kind(name: &str, description: Option<Value<'_>>) -> Option<LogKind> {
    if let Some(local) = name.strip_prefix("named:") {
        let network = local.strip_prefix(LIBRARY).unwrap_or_default();
        match network {
            ".Be16" => return Some(LogKind::Network(2)),
            ".Be32" => return Some(LogKind::Network(4)),
            ".Be64" => return Some(LogKind::Network(8)),
            _ => {}
        }
        let underlying = underlying(description?)?;
        return kind(&described(underlying)?, None);
    }
    if let Some(array) = name.strip_prefix("array:") {
        let (len, element) = array.split_once(':')?;
        let is_byte = matches!(element, "basic:uint8" | "basic:int8");
        let len = len.parse().ok().filter(|len| is_byte && *len > 0)?;
        return Some(LogKind::Bytes(len));
    }
    Some(match name.strip_prefix("basic:")? {
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

/// The description of what a named type is: after that of pointers to it, it is the only one that the description refers to.
fn underlying(mut description: Value<'_>) -> Option<Value<'_>> {
    while description.kind() == Kind::ConstantExpr {
        description = description.operand(0)?;
    }
    let mut open = vec![description.initializer_of_variable()?];
    while let Some(constant) = open.pop() {
        if constant.kind() == Kind::Aggregate {
            open.extend(constant.operands().into_iter().rev());
        } else if described(constant).is_some_and(|name| !name.starts_with("pointer:")) {
            return Some(constant);
        }
    }
    None
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

/// Removes what nothing uses any more, as far as it was made for a log: interfaces, their array, and copies behind them.
pub(super) fn remove<'m>(value: Value<'m>, kept: &HashSet<Value<'m>>) {
    let left = if kept.contains(&value) {
        return;
    } else if is_step(value) && !value.is_used() {
        let operands = value.operands();
        value.erase();
        operands
    } else if is_allocation(value) {
        forget(value)
    } else {
        return;
    };
    for value in left {
        remove(value, kept);
    }
}

/// Whether an instruction does nothing but to put values together and to take them apart.
fn is_step(value: Value<'_>) -> bool {
    matches!(
        value.op(),
        Op::Gep | Op::InsertValue | Op::ExtractValue | Op::IntToPtr
    ) && value.is_instruction()
}

/// Removes what is made of a value and not used: inlining leaves copies of slices.
pub(super) fn prune(value: Value<'_>) {
    for user in value.users().into_iter().filter(|user| is_step(*user)) {
        prune(user);
        if !user.is_used() {
            user.erase();
        }
    }
}

/// Removes memory that is written and never read, and returns what was stored there.
fn forget(allocation: Value<'_>) -> Vec<Value<'_>> {
    let places = allocation.users();
    let mut stores = Vec::new();
    for place in &places {
        if place.op() != Op::Gep {
            return Vec::new();
        }
        stores.extend(place.users().into_iter().map(|store| (*place, store)));
    }
    let is_write = |(place, store): &(Value<'_>, Value<'_>)| {
        store.op() == Op::Store && store.operand(0) != Some(*place)
    };
    if !stores.iter().all(is_write) {
        return Vec::new();
    }
    let mut stored = Vec::new();
    for (_, store) in stores {
        stored.extend(store.operand(0));
        store.erase();
    }
    places.into_iter().for_each(Value::erase);
    allocation.erase();
    stored
}
