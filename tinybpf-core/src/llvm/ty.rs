//! Types.

use std::ffi::CStr;

use super::{
    context::take_message,
    ffi::TypeRef,
    value::{Ty, Value, call},
};

/// What a type is (`LLVMTypeKind`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TyKind {
    Void,
    Float,
    Int,
    Function,
    Struct,
    Array,
    Pointer,
    Other,
}

impl<'m> Ty<'m> {
    fn wrap(self, raw: TypeRef) -> Self {
        // SAFETY: types live as long as their context.
        unsafe { Self::new(self.library, raw) }.expect("LLVM returned a type")
    }

    pub(crate) fn kind(self) -> TyKind {
        match call!(self, LLVMGetTypeKind(self.raw())) {
            0 => TyKind::Void,
            1..=6 | 18 => TyKind::Float,
            8 => TyKind::Int,
            9 => TyKind::Function,
            10 => TyKind::Struct,
            11 => TyKind::Array,
            12 => TyKind::Pointer,
            _ => TyKind::Other,
        }
    }

    /// The type as LLVM prints it.
    pub(crate) fn print(self) -> String {
        let text = call!(self, LLVMPrintTypeToString(self.raw()));
        // SAFETY: the message is ours.
        unsafe { take_message(&self.library.table, text) }
    }

    pub(crate) fn is_int(self) -> bool {
        self.kind() == TyKind::Int
    }

    pub(crate) fn is_pointer(self) -> bool {
        self.kind() == TyKind::Pointer
    }

    pub(crate) fn is_void(self) -> bool {
        self.kind() == TyKind::Void
    }

    /// Width of an integer type in bits.
    pub(crate) fn int_width(self) -> Option<u32> {
        self.is_int()
            .then(|| call!(self, LLVMGetIntTypeWidth(self.raw())))
    }

    pub(crate) fn is_sized(self) -> bool {
        call!(self, LLVMTypeIsSized(self.raw())) != 0
    }

    /// The result of a function type.
    pub(crate) fn return_type(self) -> Self {
        self.wrap(call!(self, LLVMGetReturnType(self.raw())))
    }

    /// The parameters of a function type.
    pub(crate) fn param_types(self) -> Vec<Self> {
        let count = call!(self, LLVMCountParamTypes(self.raw()));
        let mut raw = vec![std::ptr::null_mut(); count as usize];
        call!(self, LLVMGetParamTypes(self.raw(), raw.as_mut_ptr()));
        raw.into_iter().map(|raw| self.wrap(raw)).collect()
    }

    /// The name of a named struct type, such as `main.Event`.
    pub(crate) fn struct_name(self) -> Option<String> {
        if self.kind() != TyKind::Struct {
            return None;
        }
        let text = call!(self, LLVMGetStructName(self.raw()));
        (!text.is_null()).then(|| {
            // SAFETY: a NUL-terminated string that lives as long as the context.
            unsafe { CStr::from_ptr(text) }
                .to_string_lossy()
                .into_owned()
        })
    }

    /// The element types of a struct type.
    pub(crate) fn fields(self) -> Vec<Self> {
        let count = if self.kind() == TyKind::Struct {
            call!(self, LLVMCountStructElementTypes(self.raw()))
        } else {
            0
        };
        (0..count)
            .map(|i| self.wrap(call!(self, LLVMStructGetTypeAtIndex(self.raw(), i))))
            .collect()
    }

    /// The element type and length of an array type.
    pub(crate) fn array(self) -> Option<(Self, u64)> {
        (self.kind() == TyKind::Array).then(|| {
            (
                self.wrap(call!(self, LLVMGetElementType(self.raw()))),
                call!(self, LLVMGetArrayLength2(self.raw())),
            )
        })
    }

    /// An array type of `len` such elements.
    pub(crate) fn array_of(self, len: u64) -> Self {
        self.wrap(call!(self, LLVMArrayType2(self.raw(), len)))
    }

    /// A function type with this result.
    pub(crate) fn function(self, params: &[Self]) -> Self {
        let mut raw: Vec<_> = params.iter().map(|p| p.raw()).collect();
        self.wrap(call!(
            self,
            LLVMFunctionType(self.raw(), raw.as_mut_ptr(), raw.len() as u32, 0)
        ))
    }

    /// The constant of this integer type; higher bits of `value` are cut off.
    pub(crate) fn int(self, value: u64) -> Value<'m> {
        let bits = self.int_width().unwrap_or(64);
        let value = if bits < 64 {
            value & ((1 << bits) - 1)
        } else {
            value
        };
        // SAFETY: constants live as long as their context.
        unsafe {
            Value::new(
                self.library,
                call!(self, LLVMConstInt(self.raw(), value, 0)),
            )
        }
        .expect("LLVM returned a constant")
    }

    /// The constant of this struct or array type with these elements.
    pub(crate) fn aggregate(self, elements: &[Value<'m>]) -> Value<'m> {
        let mut raw: Vec<_> = elements.iter().map(|element| element.raw()).collect();
        let constant = match self.array() {
            Some((element, _)) => {
                call!(
                    self,
                    LLVMConstArray2(element.raw(), raw.as_mut_ptr(), raw.len() as u64)
                )
            }
            None => call!(
                self,
                LLVMConstNamedStruct(self.raw(), raw.as_mut_ptr(), raw.len() as u32)
            ),
        };
        // SAFETY: constants live as long as their context.
        unsafe { Value::new(self.library, constant) }.expect("LLVM returned a constant")
    }

    /// The constant with all bits zero.
    pub(crate) fn null(self) -> Value<'m> {
        // SAFETY: constants live as long as their context.
        unsafe { Value::new(self.library, call!(self, LLVMConstNull(self.raw()))) }
            .expect("LLVM returned a constant")
    }

    pub(crate) fn poison(self) -> Value<'m> {
        // SAFETY: constants live as long as their context.
        unsafe { Value::new(self.library, call!(self, LLVMGetPoison(self.raw()))) }
            .expect("LLVM returned a constant")
    }
}
