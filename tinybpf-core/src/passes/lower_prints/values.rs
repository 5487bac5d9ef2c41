//! The values of a call that prints.

use crate::{
    llvm::{Builder, Module, Op, Value},
    passes::{
        interfaces::{GoType, array},
        lower_callbacks, lower_helpers,
        lower_panics::stack_slot,
    },
};

pub(super) use lower_callbacks::word;

/// A value that is to be printed.
pub(super) struct Given<'m> {
    pub(super) kind: Kind,
    /// The word beside the type.
    packed: Value<'m>,
}

/// What is printed.
pub(super) enum Kind {
    Int {
        bits: u32,
        signed: bool,
    },
    Pointer {
        /// Whether it leads to an array of bytes.
        to_bytes: bool,
    },
    /// An array of bytes, and how many it has.
    Bytes(u64),
    /// A constant string.
    Text(Vec<u8>),
    /// What cannot be printed, as messages call it.
    Other(&'static str),
}

impl Kind {
    /// What it is, as messages call it.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Int { bits, signed } => {
                format!(
                    "an integer of {bits} bits, {}signed",
                    if *signed { "" } else { "un" }
                )
            }
            Self::Pointer { .. } => "an address".to_owned(),
            Self::Bytes(_) | Self::Text(_) => "a text".to_owned(),
            Self::Other(what) => (*what).to_owned(),
        }
    }
}

/// Memory of a size, allocated where that of a slice of pairs is; `None` for a slice of none.
pub(super) fn beside<'m>(module: &'m Module<'_>, data: Value<'m>, size: u64) -> Option<Value<'m>> {
    let pairs = array(word(data))?;
    let mut args = pairs.args();
    *args.first_mut()? = module.int_type(64).int(size);
    let types: Vec<_> = args.iter().map(|arg| arg.ty()).collect();
    let ty = module.ptr_type().function(&types);
    let memory = Builder::before(module, pairs).call(ty, pairs.callee()?, &args);
    memory.set_name("values");
    Some(memory)
}

/// What a pair of a type and a word stands for.
pub(super) fn given(pair: Value<'_>) -> Given<'_> {
    let packed = lower_callbacks::part(pair, 1).unwrap_or(pair);
    let ty = lower_callbacks::part(pair, 0).and_then(GoType::at);
    let kind = ty.map_or(Kind::Other("a value of an interface, or nil"), |ty| {
        kind(ty, packed)
    });
    Given { kind, packed }
}

fn kind(ty: GoType<'_>, packed: Value<'_>) -> Kind {
    let Some(ty) = ty.underlying() else {
        return Kind::Other("of a type that is not known");
    };
    let name = ty.name();
    let (first, rest) = name.split_once(':').unwrap_or((&name, ""));
    match first {
        "basic" => basic(rest, packed),
        "pointer" => Kind::Pointer {
            to_bytes: ty
                .inner()
                .and_then(GoType::underlying)
                .and_then(GoType::bytes)
                .is_some(),
        },
        "array" => ty.bytes().map_or(
            Kind::Other("an array of something else than bytes"),
            Kind::Bytes,
        ),
        "slice" => Kind::Other("a slice"),
        "struct" => Kind::Other("a struct"),
        _ => Kind::Other("of a type that only Go has"),
    }
}

fn basic(name: &str, packed: Value<'_>) -> Kind {
    let (signed, width) = match name.strip_prefix("uint") {
        Some(width) => (false, Some(width)),
        None => (true, name.strip_prefix("int")),
    };
    let bits = match width {
        Some("" | "ptr") => Some(64),
        Some(width) => width.parse().ok(),
        None => None,
    };
    if let Some(bits) = bits {
        return Kind::Int { bits, signed };
    }
    match name {
        "unsafeptr" | "unsafe.Pointer" => Kind::Pointer { to_bytes: false },
        "string" => text(packed).map_or(
            Kind::Other("a string that is known only when the program runs, which has no zero byte at its end"),
            Kind::Text,
        ),
        "bool" => Kind::Other("a bool"),
        _ => Kind::Other("a floating-point number"),
    }
}

/// A constant string: the word is the address of its address and length.
fn text(packed: Value<'_>) -> Option<Vec<u8>> {
    let pair = packed.initializer_of_variable()?;
    let pair = pair
        .element(0)
        .filter(|inner| inner.element(1).is_some())
        .unwrap_or(pair);
    let len = pair.element(1)?.as_u64()?;
    lower_helpers::text(pair.element(0)?, Some(len))
}

impl<'m> Given<'m> {
    /// The value as the kernel takes it: a number of 64 bits, or an address.
    pub(super) fn word(
        &self,
        module: &'m Module<'_>,
        builder: &Builder<'m>,
        function: Value<'m>,
    ) -> Value<'m> {
        let wide = module.int_type(64);
        match &self.kind {
            Kind::Int { bits, signed } => {
                let number = builder.cast(Op::PtrToInt, self.packed, wide);
                if *bits == 64 {
                    return number;
                }
                let narrow = builder.cast(Op::Trunc, number, module.int_type(*bits));
                // Of 32 bits, the kernel looks at no others.
                let extends = if *signed && *bits < 32 {
                    Op::SExt
                } else {
                    Op::ZExt
                };
                builder.cast(extends, narrow, wide)
            }
            Kind::Text(text) => lower_helpers::format(module, &[text, &[0][..]].concat()),
            // So short that the word is the array itself.
            Kind::Bytes(len) if *len <= 8 => {
                let slot = stack_slot(module, function, wide, "text");
                builder.store(self.packed, slot);
                slot
            }
            Kind::Bytes(_) | Kind::Pointer { .. } | Kind::Other(_) => self.packed,
        }
    }
}
