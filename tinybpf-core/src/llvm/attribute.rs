//! Attributes of functions and calls.

use super::{
    ffi::AttributeRef,
    module::Module,
    value::{Ty, Value, call},
};

/// Where an attribute stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Attr {
    /// On the result.
    Return,
    /// On the function (or call) itself.
    Function,
    /// On the parameter (or argument) of this index.
    Param(u32),
}

impl Attr {
    fn index(self) -> u32 {
        match self {
            Self::Return => 0,
            Self::Function => u32::MAX,
            Self::Param(index) => index + 1,
        }
    }
}

impl Value<'_> {
    fn attr_kind(self, name: &str) -> u32 {
        call!(
            self,
            LLVMGetEnumAttributeKindForName(name.as_ptr().cast(), name.len())
        )
    }

    /// Whether a function has an attribute that LLVM knows by name, such as `noinline`.
    pub(crate) fn has_attr(self, at: Attr, name: &str) -> bool {
        let kind = self.attr_kind(name);
        kind != 0
            && !call!(
                self,
                LLVMGetEnumAttributeAtIndex(self.raw(), at.index(), kind)
            )
            .is_null()
    }

    /// The number in an attribute such as `dereferenceable_or_null(8)`.
    pub(crate) fn attr_value(self, at: Attr, name: &str) -> Option<u64> {
        let kind = self.attr_kind(name);
        let attr = (kind != 0).then(|| {
            call!(
                self,
                LLVMGetEnumAttributeAtIndex(self.raw(), at.index(), kind)
            )
        })?;
        (!attr.is_null()).then(|| call!(self, LLVMGetEnumAttributeValue(attr)))
    }

    /// Adds an attribute to a function; one that this LLVM does not know is left out.
    pub(crate) fn add_attr(self, module: &Module<'_>, at: Attr, name: &str, value: u64) {
        if let Some(attr) = self.enum_attr(module, name, value) {
            call!(self, LLVMAddAttributeAtIndex(self.raw(), at.index(), attr));
        }
    }

    /// Adds an attribute to a call; one that this LLVM does not know is left out.
    pub(crate) fn add_call_attr(self, module: &Module<'_>, at: Attr, name: &str, value: u64) {
        if let Some(attr) = self.enum_attr(module, name, value) {
            call!(self, LLVMAddCallSiteAttribute(self.raw(), at.index(), attr));
        }
    }

    /// Adds an attribute that names a type to a call, such as `elementtype(T)`.
    pub(crate) fn add_call_type_attr(self, module: &Module<'_>, at: Attr, name: &str, ty: Ty<'_>) {
        let kind = self.attr_kind(name);
        let attr = call!(
            self,
            LLVMCreateTypeAttribute(module.context_raw(), kind, ty.raw())
        );
        call!(self, LLVMAddCallSiteAttribute(self.raw(), at.index(), attr));
    }

    /// Gives a call an attribute that a function has, for what no other function of LLVM's C API makes.
    pub(crate) fn copy_attr(self, at: Attr, function: Self, from: Attr, name: &str) {
        let kind = self.attr_kind(name);
        if kind == 0 {
            return;
        }
        let attr = call!(
            self,
            LLVMGetEnumAttributeAtIndex(function.raw(), from.index(), kind)
        );
        if !attr.is_null() {
            call!(self, LLVMAddCallSiteAttribute(self.raw(), at.index(), attr));
        }
    }

    /// The number in an attribute of a call, such as `align 4` of its result.
    pub(crate) fn call_attr_value(self, at: Attr, name: &str) -> Option<u64> {
        let kind = self.attr_kind(name);
        let attr = (kind != 0).then(|| {
            call!(
                self,
                LLVMGetCallSiteEnumAttribute(self.raw(), at.index(), kind)
            )
        })?;
        (!attr.is_null()).then(|| call!(self, LLVMGetEnumAttributeValue(attr)))
    }

    fn enum_attr(self, module: &Module<'_>, name: &str, value: u64) -> Option<AttributeRef> {
        let kind = self.attr_kind(name);
        (kind != 0).then(|| {
            call!(
                self,
                LLVMCreateEnumAttribute(module.context_raw(), kind, value)
            )
        })
    }

    /// Adds an attribute `"key"="value"` to a function.
    pub(crate) fn add_string_attr(self, module: &Module<'_>, key: &str, value: &str) {
        let attr = call!(
            self,
            LLVMCreateStringAttribute(
                module.context_raw(),
                key.as_ptr().cast(),
                key.len() as u32,
                value.as_ptr().cast(),
                value.len() as u32,
            )
        );
        call!(
            self,
            LLVMAddAttributeAtIndex(self.raw(), Attr::Function.index(), attr)
        );
    }

    pub(crate) fn remove_attr(self, at: Attr, name: &str) {
        let kind = self.attr_kind(name);
        if kind != 0 {
            call!(
                self,
                LLVMRemoveEnumAttributeAtIndex(self.raw(), at.index(), kind)
            );
        }
    }

    pub(crate) fn remove_string_attr(self, key: &str) {
        let index = Attr::Function.index();
        call!(
            self,
            LLVMRemoveStringAttributeAtIndex(
                self.raw(),
                index,
                key.as_ptr().cast(),
                key.len() as u32
            )
        );
    }
}
