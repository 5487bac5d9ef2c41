//! Metadata and debug info.
//!
//! Debug info nodes are read through the C API's accessors where it has them, and through their operands where it has not.
//! The operands' order is LLVM's own (`llvm/IR/DebugInfoMetadata.h`); [`slot`] names it. From 19 to 22 it changed once: a
//! type's size and offset became operands, before those that a kind of type has of its own.

use std::ptr::{self, NonNull};

use super::{
    di_builder::{DiBuilder, encoding},
    ffi::{LLVMMetadata, MetadataRef},
    library::Library,
    module::Module,
    value::{Value, bytes, call, reference},
};

reference!(
    /// A metadata node or string.
    Metadata,
    LLVMMetadata
);

/// Operand indices of debug info nodes.
pub(crate) mod slot {
    /// Marks operands of types that stand after the size and the offset, where those are operands.
    pub(super) const AFTER_SIZE: u32 = 1 << 16;
    /// `DIType`, `DISubprogram`, `DIVariable`: the name.
    pub(crate) const NAME: u32 = 2;
    /// `DIDerivedType`, `DICompositeType`: the base or element type.
    pub(crate) const BASE: u32 = AFTER_SIZE | 3;
    /// `DICompositeType`: the node with the members or subranges.
    pub(crate) const ELEMENTS: u32 = AFTER_SIZE | 4;
    /// `DIDerivedType`: the node with the annotations, such as `btf_type_tag`.
    pub(crate) const TYPE_ANNOTATIONS: u32 = AFTER_SIZE | 5;
    /// `DISubprogram`: the linkage name.
    pub(crate) const LINKAGE_NAME: u32 = 3;
    /// `DISubprogram`: the type.
    pub(crate) const SUBPROGRAM_TYPE: u32 = 4;
    /// `DICompileUnit`: the compiler.
    pub(crate) const PRODUCER: u32 = 1;
    /// `DISubprogram`: the unit.
    pub(crate) const UNIT: u32 = 5;
    /// `DISubprogram`: the node with the local variables.
    pub(crate) const RETAINED: u32 = 7;
    /// `DISubroutineType`: the node with the result and the parameters.
    pub(crate) const TYPES: u32 = AFTER_SIZE | 3;
    /// `DIScope`, so also `DISubprogram` and `DICompileUnit`: the file.
    pub(crate) const FILE: u32 = 0;
    /// `DISubprogram`, `DILexicalBlock`: the scope.
    pub(crate) const SCOPE: u32 = 1;
    /// `DIVariable`: the scope.
    pub(crate) const VARIABLE_SCOPE: u32 = 0;
    /// `DIVariable`: the name.
    pub(crate) const VARIABLE_NAME: u32 = 1;
    /// `DIVariable`: the file.
    pub(crate) const VARIABLE_FILE: u32 = 2;
    /// `DIVariable`: the type.
    pub(crate) const VARIABLE_TYPE: u32 = 3;
    /// `DILocalVariable`: the node with tags for BTF.
    pub(crate) const ANNOTATIONS: u32 = 4;
    /// `DIGlobalVariable`: the name again, for display.
    pub(crate) const VARIABLE_DISPLAY_NAME: u32 = 4;
    /// `DIGlobalVariable`: the linkage name.
    pub(crate) const VARIABLE_LINKAGE_NAME: u32 = 5;
}

/// DWARF tags (DWARF 5, section 7.5.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    Array,
    Enumeration,
    Member,
    Pointer,
    /// `const`, `volatile` or `restrict` of C.
    Qualifier,
    Struct,
    Subroutine,
    Typedef,
    Union,
    Base,
    Other,
}

/// The index of a slot in this LLVM.
fn index_of(module: &Module<'_>, slot: u32) -> u32 {
    if slot & slot::AFTER_SIZE == 0 {
        return slot;
    }
    let index = slot & !slot::AFTER_SIZE;
    index + *module.size_operands.get_or_init(|| size_operands(module))
}

/// How many operands of a type stand for its size and offset, seen from a pointer type made for the purpose.
fn size_operands(module: &Module<'_>) -> u32 {
    const WITHOUT: usize = 3; // File, scope and name stand first.
    let builder = DiBuilder::new(module);
    let target = builder.basic_type("probe", 8, encoding::UNSIGNED);
    let operands = builder.pointer_type(Some(target)).operands(module);
    let base = operands.iter().position(|operand| *operand == Some(target));
    base.map_or(0, |base| (base - WITHOUT) as u32)
}

impl<'m> Metadata<'m> {
    fn wrap(self, raw: MetadataRef) -> Option<Self> {
        // SAFETY: LLVM returned it for metadata of the same context.
        unsafe { Self::new(self.library, raw) }
    }

    /// The tag of a debug info node; [`Tag::Other`] for nodes without one.
    pub(crate) fn tag(self) -> Tag {
        const FIRST_DI_NODE: u32 = 8; // LLVMGenericDINodeMetadataKind … LLVMDIAssignIDMetadataKind
        let kind = call!(self, LLVMGetMetadataKind(self.raw()));
        if kind < FIRST_DI_NODE {
            return Tag::Other;
        }
        match call!(self, LLVMGetDINodeTag(self.raw())) {
            0x01 => Tag::Array,
            0x04 => Tag::Enumeration,
            0x0d => Tag::Member,
            0x0f => Tag::Pointer,
            0x13 => Tag::Struct,
            0x15 => Tag::Subroutine,
            0x16 => Tag::Typedef,
            0x17 => Tag::Union,
            0x24 => Tag::Base,
            0x26 | 0x35 | 0x37 => Tag::Qualifier,
            _ => Tag::Other,
        }
    }

    /// Whether it is a `DISubprogram`.
    pub(crate) fn is_subprogram(self) -> bool {
        const SUBPROGRAM: u32 = 17; // LLVMDISubprogramMetadataKind
        call!(self, LLVMGetMetadataKind(self.raw())) == SUBPROGRAM
    }

    /// Whether it is a `DICompileUnit`.
    fn is_unit(self) -> bool {
        const COMPILE_UNIT: u32 = 16; // LLVMDICompileUnitMetadataKind
        call!(self, LLVMGetMetadataKind(self.raw())) == COMPILE_UNIT
    }

    /// Whether it is a `DILexicalBlock` or a `DILexicalBlockFile`.
    fn is_block(self) -> bool {
        const BLOCKS: std::ops::RangeInclusive<u32> = 18..=19; // LLVMDILexicalBlock(File)MetadataKind
        BLOCKS.contains(&call!(self, LLVMGetMetadataKind(self.raw())))
    }

    /// The `DISubprogram` that a local scope is, or is in.
    pub(crate) fn enclosing_subprogram(self, module: &Module<'_>) -> Option<Self> {
        let mut scope = self;
        while let Some(outer) = scope.enclosing_scope(module) {
            scope = outer;
        }
        scope.is_subprogram().then_some(scope)
    }

    /// The local scope that a block is in.
    pub(crate) fn enclosing_scope(self, module: &Module<'_>) -> Option<Self> {
        self.is_block()
            .then(|| self.operand(module, slot::SCOPE))
            .flatten()
    }

    /// The `DICompileUnit` that a scope is, or is in.
    pub(crate) fn unit(self, module: &Module<'_>) -> Option<Self> {
        if self.is_unit() {
            return Some(self);
        }
        self.enclosing_subprogram(module)?
            .operand(module, slot::UNIT)
    }

    fn as_value(self, module: &Module<'_>) -> *mut super::ffi::LLVMValue {
        call!(self, LLVMMetadataAsValue(module.context_raw(), self.raw()))
    }

    /// The operands of a node.
    pub(crate) fn operands(self, module: &Module<'_>) -> Vec<Option<Self>> {
        let value = self.as_value(module);
        let count = call!(self, LLVMGetMDNodeNumOperands(value));
        let mut raw = vec![ptr::null_mut(); count as usize];
        call!(self, LLVMGetMDNodeOperands(value, raw.as_mut_ptr()));
        raw.into_iter()
            .map(|operand| {
                if operand.is_null() {
                    return None;
                }
                self.wrap(call!(self, LLVMValueAsMetadata(operand)))
            })
            .collect()
    }

    pub(crate) fn operand(self, module: &Module<'_>, index: u32) -> Option<Self> {
        self.operands(module)
            .into_iter()
            .nth(index_of(module, index) as usize)
            .flatten()
    }

    pub(crate) fn set_operand(self, module: &Module<'_>, index: u32, to: Self) {
        call!(
            self,
            LLVMReplaceMDNodeOperandWith(self.as_value(module), index_of(module, index), to.raw())
        );
    }

    /// Empties an operand.
    pub(crate) fn clear_operand(self, module: &Module<'_>, index: u32) {
        call!(
            self,
            LLVMReplaceMDNodeOperandWith(
                self.as_value(module),
                index_of(module, index),
                ptr::null_mut()
            )
        );
    }

    /// The text of a metadata string.
    pub(crate) fn string(self, module: &Module<'_>) -> Option<String> {
        let mut len = 0;
        let text = call!(self, LLVMGetMDString(self.as_value(module), &mut len));
        if text.is_null() {
            return None;
        }
        // SAFETY: LLVM returns `len` bytes that live as long as the context.
        Some(String::from_utf8_lossy(unsafe { bytes(text.cast(), len as usize) }).into_owned())
    }

    /// The name of a `DIType`; empty where it has none.
    pub(crate) fn type_name(self) -> String {
        let mut len = 0;
        let text = call!(self, LLVMDITypeGetName(self.raw(), &mut len));
        // SAFETY: LLVM returns `len` bytes that live as long as the context.
        String::from_utf8_lossy(unsafe { bytes(text.cast(), len) }).into_owned()
    }

    /// Size of a `DIType` in bits.
    pub(crate) fn size_bits(self) -> u64 {
        call!(self, LLVMDITypeGetSizeInBits(self.raw()))
    }

    /// Offset of a member in bits.
    pub(crate) fn offset_bits(self) -> u64 {
        call!(self, LLVMDITypeGetOffsetInBits(self.raw()))
    }

    /// Alignment of a `DIType` in bits; 0 where none is given.
    pub(crate) fn align_bits(self) -> u32 {
        call!(self, LLVMDITypeGetAlignInBits(self.raw()))
    }

    /// The variable of a `DIGlobalVariableExpression`.
    pub(crate) fn variable(self) -> Option<Self> {
        self.wrap(call!(
            self,
            LLVMDIGlobalVariableExpressionGetVariable(self.raw())
        ))
    }

    pub(crate) fn variable_line(self) -> u32 {
        call!(self, LLVMDIVariableGetLine(self.raw()))
    }

    pub(crate) fn variable_file(self) -> Option<Self> {
        self.wrap(call!(self, LLVMDIVariableGetFile(self.raw())))
    }

    pub(crate) fn subprogram_line(self) -> u32 {
        call!(self, LLVMDISubprogramGetLine(self.raw()))
    }

    /// The file of a scope, such as a `DISubprogram`.
    pub(crate) fn scope_file(self) -> Option<Self> {
        self.wrap(call!(self, LLVMDIScopeGetFile(self.raw())))
    }

    /// Folder and name of a `DIFile`.
    pub(crate) fn file(self) -> (String, String) {
        let (mut len, mut folder_len) = (0, 0);
        let name = call!(self, LLVMDIFileGetFilename(self.raw(), &mut len));
        let folder = call!(self, LLVMDIFileGetDirectory(self.raw(), &mut folder_len));
        // SAFETY: LLVM returns so many bytes, which live as long as the context.
        let text = |first, len| String::from_utf8_lossy(unsafe { bytes(first, len) }).into_owned();
        (
            text(folder.cast(), folder_len as usize),
            text(name.cast(), len as usize),
        )
    }

    /// Line and column of a `DILocation`.
    pub(crate) fn line_and_column(self) -> (u32, u32) {
        (
            call!(self, LLVMDILocationGetLine(self.raw())),
            call!(self, LLVMDILocationGetColumn(self.raw())),
        )
    }

    /// The scope of a `DILocation`.
    pub(crate) fn scope(self) -> Option<Self> {
        self.wrap(call!(self, LLVMDILocationGetScope(self.raw())))
    }

    /// The place that a `DILocation` was inlined at.
    pub(crate) fn inlined_at(self) -> Option<Self> {
        self.wrap(call!(self, LLVMDILocationGetInlinedAt(self.raw())))
    }

    /// The value in a node's operand, such as the count of a `DISubrange`.
    pub(crate) fn constant(self, module: &Module<'_>) -> Option<u64> {
        let raw = self.as_value(module);
        // LLVMGetMDNodeOperands unwraps a constant's metadata; a value that is none has no integer.
        let mut operand = [ptr::null_mut()];
        if call!(self, LLVMGetMDNodeNumOperands(raw)) != 1 {
            return None;
        }
        call!(self, LLVMGetMDNodeOperands(raw, operand.as_mut_ptr()));
        // SAFETY: null, or a constant that lives as long as the context.
        unsafe { Value::new(self.library, operand[0]) }.and_then(Value::as_u64)
    }
}
