//! References to what a module owns: values, blocks and types.

use std::{ffi::CString, ptr::NonNull};

use super::{
    ffi::{LLVMBlock, LLVMType, LLVMValue, UseRef, ValueRef},
    library::Library,
};

/// Defines a copyable reference to an LLVM object that a module (or its context) owns.
macro_rules! reference {
    ($(#[$doc:meta])* $name:ident, $raw:ty) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub(crate) struct $name<'m> {
            pub(super) library: &'static Library,
            pub(super) raw: NonNull<$raw>,
            owner: std::marker::PhantomData<&'m ()>,
        }

        impl<'m> $name<'m> {
            /// # Safety
            /// `raw` must be null or an object that lives as long as `'m`.
            pub(super) unsafe fn new(library: &'static Library, raw: *mut $raw) -> Option<Self> {
                Some(Self { library, raw: NonNull::new(raw)?, owner: std::marker::PhantomData })
            }

            pub(super) fn raw(self) -> *mut $raw {
                self.raw.as_ptr()
            }
        }

        impl PartialEq for $name<'_> {
            fn eq(&self, other: &Self) -> bool {
                self.raw == other.raw
            }
        }

        impl Eq for $name<'_> {}

        impl std::hash::Hash for $name<'_> {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.raw.hash(state);
            }
        }
    };
}
pub(super) use reference;

reference!(
    /// A value: a function, global, constant, argument or instruction.
    Value,
    LLVMValue
);
reference!(
    /// A basic block.
    Block,
    LLVMBlock
);
reference!(
    /// A type.
    Ty,
    LLVMType
);

/// Calls a function of the table on behalf of `$self`.
macro_rules! call {
    ($self:expr, $name:ident($($arg:expr),* $(,)?)) => {{
        // SAFETY: references are valid for their lifetime (see the module's rules), and each caller passes values of the kind
        // that the function asks for.
        #[allow(unused_unsafe, reason = "a call may stand inside another unsafe block")]
        unsafe {
            ($self.library.table.$name)($($arg),*)
        }
    }};
}
pub(super) use call;

/// A string with a NUL at its end. Names with a NUL inside cannot exist in Go.
pub(super) fn c_string(text: &str) -> CString {
    CString::new(text.replace('\0', "")).expect("the NULs were removed")
}

/// What a value is (`LLVMValueKind`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Argument,
    Function,
    Alias,
    Variable,
    ConstantExpr,
    Aggregate,
    Undef,
    Zero,
    Data,
    Int,
    Null,
    Metadata,
    InlineAsm,
    Instruction,
    Poison,
    Other,
}

impl<'m> Value<'m> {
    pub(super) fn wrap(self, raw: ValueRef) -> Option<Self> {
        // SAFETY: LLVM returned it for a value of the same module.
        unsafe { Self::new(self.library, raw) }
    }

    pub(crate) fn kind(self) -> Kind {
        match call!(self, LLVMGetValueKind(self.raw())) {
            0 => Kind::Argument,
            5 => Kind::Function,
            6 => Kind::Alias,
            8 => Kind::Variable,
            10 => Kind::ConstantExpr,
            11..=13 => Kind::Aggregate,
            14 => Kind::Undef,
            15 => Kind::Zero,
            16 | 17 => Kind::Data,
            18 => Kind::Int,
            20 => Kind::Null,
            22 => Kind::Metadata,
            23 => Kind::InlineAsm,
            24 => Kind::Instruction,
            25 => Kind::Poison,
            _ => Kind::Other,
        }
    }

    pub(crate) fn is_instruction(self) -> bool {
        self.kind() == Kind::Instruction
    }

    pub(crate) fn is_function(self) -> bool {
        self.kind() == Kind::Function
    }

    pub(crate) fn is_constant(self) -> bool {
        call!(self, LLVMIsConstant(self.raw())) != 0
    }

    pub(crate) fn is_null(self) -> bool {
        call!(self, LLVMIsNull(self.raw())) != 0
    }

    pub(crate) fn ty(self) -> Ty<'m> {
        let raw = call!(self, LLVMTypeOf(self.raw()));
        // SAFETY: types live as long as their context.
        unsafe { Ty::new(self.library, raw) }.expect("every value has a type")
    }

    pub(crate) fn name(self) -> String {
        let mut len = 0;
        let text = call!(self, LLVMGetValueName2(self.raw(), &mut len));
        // SAFETY: LLVM returns `len` bytes that live as long as the name is not changed.
        String::from_utf8_lossy(unsafe { bytes(text.cast(), len) }).into_owned()
    }

    pub(crate) fn set_name(self, name: &str) {
        call!(
            self,
            LLVMSetValueName2(self.raw(), name.as_ptr().cast(), name.len())
        );
    }

    pub(crate) fn replace_all_uses_with(self, other: Self) {
        call!(self, LLVMReplaceAllUsesWith(self.raw(), other.raw()));
    }

    /// Everything that uses this value, each as often as it uses it.
    pub(crate) fn users(self) -> Vec<Self> {
        let mut found = Vec::new();
        let mut next: UseRef = call!(self, LLVMGetFirstUse(self.raw()));
        while !next.is_null() {
            found.extend(self.wrap(call!(self, LLVMGetUser(next))));
            next = call!(self, LLVMGetNextUse(next));
        }
        found
    }

    pub(crate) fn is_used(self) -> bool {
        !call!(self, LLVMGetFirstUse(self.raw())).is_null()
    }

    /// The operands of an instruction or constant; of a call, the callee stands last. Blocks and metadata are left out.
    pub(crate) fn operands(self) -> Vec<Self> {
        if !matches!(
            self.kind(),
            Kind::Instruction | Kind::ConstantExpr | Kind::Aggregate | Kind::Variable | Kind::Alias
        ) {
            return Vec::new();
        }
        let count = call!(self, LLVMGetNumOperands(self.raw())).max(0) as u32;
        (0..count)
            .filter_map(|i| self.wrap(call!(self, LLVMGetOperand(self.raw(), i))))
            .collect()
    }

    pub(crate) fn operand(self, index: u32) -> Option<Self> {
        let count = call!(self, LLVMGetNumOperands(self.raw())).max(0) as u32;
        (index < count)
            .then(|| call!(self, LLVMGetOperand(self.raw(), index)))
            .and_then(|raw| self.wrap(raw))
    }

    pub(crate) fn set_operand(self, index: u32, value: Self) {
        call!(self, LLVMSetOperand(self.raw(), index, value.raw()));
    }

    // Constants

    /// The value of an integer constant of at most 64 bits, zero-extended.
    pub(crate) fn as_u64(self) -> Option<u64> {
        let small = self.kind() == Kind::Int && self.ty().int_width()? <= 64;
        small.then(|| call!(self, LLVMConstIntGetZExtValue(self.raw())))
    }

    /// The value of an integer constant of at most 64 bits, sign-extended.
    pub(crate) fn as_i64(self) -> Option<i64> {
        let unused = 64 - self.ty().int_width()?.min(64);
        self.as_u64()
            .map(|number| (number << unused).cast_signed() >> unused)
    }

    /// The element of a constant array or struct.
    pub(crate) fn element(self, index: u32) -> Option<Self> {
        let aggregate = matches!(
            self.kind(),
            Kind::Aggregate | Kind::Zero | Kind::Data | Kind::Undef | Kind::Poison
        );
        aggregate
            .then(|| call!(self, LLVMGetAggregateElement(self.raw(), index)))
            .and_then(|raw| self.wrap(raw))
    }
}

/// A slice that LLVM returned as pointer and length.
///
/// # Safety
/// `first` must point to `len` initialised elements that live as long as the slice is used.
pub(super) unsafe fn bytes<'a, T>(first: *const T, len: usize) -> &'a [T] {
    if first.is_null() || len == 0 {
        return &[];
    }
    // SAFETY: as the caller promises.
    unsafe { std::slice::from_raw_parts(first, len) }
}
