//! Reads constants by the byte: TinyGo keeps the layout of an initial value, but not always its type.

use crate::llvm::{Kind, Module, Op, TyKind, Value};

/// What a constant holds in some of its bytes.
#[derive(Clone, Copy)]
pub(super) enum Word<'m> {
    Number(u64),
    /// The address of a global.
    Address(Value<'m>),
}

impl<'m> Word<'m> {
    pub(super) fn number(self) -> Option<u64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Address(_) => None,
        }
    }

    /// The global whose address it is; `Some(None)` for nil.
    pub(super) fn address(self) -> Option<Option<Value<'m>>> {
        match self {
            Self::Number(0) => Some(None),
            Self::Number(_) => None,
            Self::Address(global) => Some(Some(global)),
        }
    }
}

/// What the `size` bytes at `offset` hold: at most 8, as they lie in memory. None for what no constant says.
pub(super) fn word<'m>(
    module: &'m Module<'_>,
    constant: Value<'m>,
    offset: u64,
    size: u64,
) -> Option<Word<'m>> {
    if constant.is_null() || matches!(constant.kind(), Kind::Undef | Kind::Poison) {
        return Some(Word::Number(0));
    }
    let ty = constant.ty();
    match ty.kind() {
        TyKind::Struct => {
            let fields = (0..).zip(ty.fields());
            let places = fields
                .map(|(index, field)| (index, module.offset_of(ty, index), module.size_of(field)));
            let place = places
                .into_iter()
                .find(|(_, start, len)| *start <= offset && offset < start + len);
            let Some((index, start, _)) = place else {
                return Some(Word::Number(0)); // Padding.
            };
            word(module, constant.element(index)?, offset - start, size)
        }
        TyKind::Array => {
            let (element, _) = ty.array()?;
            let stride = module.size_of(element).max(1);
            let index = u32::try_from(offset / stride).ok()?;
            word(module, constant.element(index)?, offset % stride, size)
        }
        TyKind::Int => {
            let bits = constant.as_u64()?.checked_shr(offset as u32 * 8)?;
            let mask = u64::MAX.checked_shr(64 - size as u32 * 8)?;
            Some(Word::Number(bits & mask))
        }
        TyKind::Pointer if offset == 0 && size == 8 => base(constant).map(Word::Address),
        _ => None,
    }
}

/// The first bytes of a constant array of bytes.
pub(super) fn bytes(array: Value<'_>, len: u64) -> Option<Vec<u8>> {
    let byte = |at| u8::try_from(array.element(at)?.as_u64()?).ok();
    (0..u32::try_from(len).ok()?).map(byte).collect()
}

/// The global that a constant is the address of.
fn base(mut constant: Value<'_>) -> Option<Value<'_>> {
    while constant.op() == Op::BitCast {
        constant = constant.operand(0)?;
    }
    matches!(constant.kind(), Kind::Variable | Kind::Function).then_some(constant)
}
