//! Global variables, and what they share with functions.

use std::ffi::CStr;

use super::{
    metadata::Metadata,
    value::{Kind, Ty, Value, c_string, call},
};

/// Who sees a global (`LLVMLinkage`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub(crate) enum Linkage {
    External = 0,
    /// One of several that are the same, of which the linker keeps one.
    LinkOnceOdr = 3,
    /// One that another definition may replace, so that nothing follows from its body.
    Weak = 5,
    /// An array whose parts from several modules the linker joins.
    Appending = 7,
    Internal = 8,
    Private = 9,
    ExternalWeak = 12,
    /// Any other (link-once, common …).
    Other = 1,
}

impl<'m> Value<'m> {
    pub(crate) fn value_type(self) -> Ty<'m> {
        let raw = call!(self, LLVMGlobalGetValueType(self.raw()));
        // SAFETY: types live as long as their context.
        unsafe { Ty::new(self.library, raw) }.expect("every global has a value type")
    }

    pub(crate) fn initializer(self) -> Option<Self> {
        self.wrap(call!(self, LLVMGetInitializer(self.raw())))
    }

    /// The initialiser, if this is a global variable that has one.
    pub(crate) fn initializer_of_variable(self) -> Option<Self> {
        (self.kind() == Kind::Variable)
            .then(|| self.initializer())
            .flatten()
    }

    pub(crate) fn set_initializer(self, value: Self) {
        call!(self, LLVMSetInitializer(self.raw(), value.raw()));
    }

    pub(crate) fn is_global_constant(self) -> bool {
        call!(self, LLVMIsGlobalConstant(self.raw())) != 0
    }

    pub(crate) fn set_global_constant(self, constant: bool) {
        call!(self, LLVMSetGlobalConstant(self.raw(), constant.into()));
    }

    pub(crate) fn is_declaration(self) -> bool {
        call!(self, LLVMIsDeclaration(self.raw())) != 0
    }

    pub(crate) fn linkage(self) -> Linkage {
        match call!(self, LLVMGetLinkage(self.raw())) {
            0 => Linkage::External,
            3 => Linkage::LinkOnceOdr,
            5 => Linkage::Weak,
            8 => Linkage::Internal,
            9 => Linkage::Private,
            12 => Linkage::ExternalWeak,
            _ => Linkage::Other,
        }
    }

    pub(crate) fn set_linkage(self, linkage: Linkage) {
        call!(self, LLVMSetLinkage(self.raw(), linkage as u32));
    }

    /// Makes a global visible to the linker as usual (not hidden or protected).
    pub(crate) fn set_default_visibility(self) {
        call!(self, LLVMSetVisibility(self.raw(), 0));
    }

    pub(crate) fn section(self) -> Option<String> {
        let text = call!(self, LLVMGetSection(self.raw()));
        let text = (!text.is_null()).then(|| {
            // SAFETY: a NUL-terminated string that lives as long as the section is not changed.
            unsafe { CStr::from_ptr(text) }
                .to_string_lossy()
                .into_owned()
        });
        text.filter(|section| !section.is_empty())
    }

    pub(crate) fn set_section(self, section: &str) {
        call!(self, LLVMSetSection(self.raw(), c_string(section).as_ptr()));
    }

    /// Alignment in bytes of a global, alloca, load or store; 0 where none is given.
    pub(crate) fn alignment(self) -> u32 {
        call!(self, LLVMGetAlignment(self.raw()))
    }

    pub(crate) fn set_alignment(self, bytes: u32) {
        call!(self, LLVMSetAlignment(self.raw(), bytes));
    }

    /// Whether LLVM found that a global's address does not matter in its module, which only its optimiser looks at.
    pub(crate) fn is_local_unnamed_addr(self) -> bool {
        const LOCAL: u32 = 1; // LLVMLocalUnnamedAddr
        call!(self, LLVMGetUnnamedAddress(self.raw())) == LOCAL
    }

    /// Removes the promise that a global's address does not matter.
    pub(crate) fn clear_unnamed_addr(self) {
        call!(self, LLVMSetUnnamedAddress(self.raw(), 0));
    }

    pub(crate) fn set_externally_initialized(self, on: bool) {
        call!(self, LLVMSetExternallyInitialized(self.raw(), on.into()));
    }

    pub(crate) fn clear_thread_local(self) {
        call!(self, LLVMSetThreadLocal(self.raw(), 0));
    }

    /// Deletes a global variable; nothing may use it any more.
    pub(crate) fn delete_variable(self) {
        call!(self, LLVMDeleteGlobal(self.raw()));
    }

    /// The debug info of a global variable (`DIGlobalVariableExpression`).
    pub(crate) fn variable_debug_info(self) -> Option<Metadata<'m>> {
        const DBG: u32 = 0;
        let mut count = 0;
        let entries = call!(self, LLVMGlobalCopyAllMetadata(self.raw(), &mut count));
        let index = (0..count as u32)
            .find(|i| call!(self, LLVMValueMetadataEntriesGetKind(entries, *i)) == DBG);
        let found = index.map(|i| call!(self, LLVMValueMetadataEntriesGetMetadata(entries, i)));
        call!(self, LLVMDisposeValueMetadataEntries(entries));
        // SAFETY: metadata lives as long as its context.
        found.and_then(|raw| unsafe { Metadata::new(self.library, raw) })
    }

    pub(crate) fn set_variable_debug_info(self, info: Metadata<'m>) {
        call!(self, LLVMGlobalEraseMetadata(self.raw(), 0));
        call!(self, LLVMGlobalSetMetadata(self.raw(), 0, info.raw()));
    }

    /// Takes the debug info off a global variable.
    pub(crate) fn clear_variable_debug_info(self) {
        call!(self, LLVMGlobalEraseMetadata(self.raw(), 0));
    }
}
