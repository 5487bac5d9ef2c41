//! Metadata and debug info.
//!
//! Debug info nodes are read through the C API's accessors where it has them, and through their operands where it has not.
//! The operands' order is LLVM's own (`llvm/IR/DebugInfoMetadata.h`); [`slot`] names it. From 19 to 22 it changed once: a
//! type's size and offset became operands, before those that a kind of type has of its own.

use std::ptr::{self, NonNull};

use super::{
    ffi::{LLVMDIBuilder, LLVMMetadata, MetadataRef},
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
    /// `DISubprogram`: the linkage name.
    pub(crate) const LINKAGE_NAME: u32 = 3;
    /// `DISubprogram`: the type.
    pub(crate) const SUBPROGRAM_TYPE: u32 = 4;
    /// `DISubprogram`: the unit.
    pub(crate) const UNIT: u32 = 5;
    /// `DISubprogram`: the node with the local variables.
    pub(crate) const RETAINED: u32 = 7;
    /// `DISubroutineType`: the node with the result and the parameters.
    pub(crate) const TYPES: u32 = AFTER_SIZE | 3;
    /// `DIScope`, so also `DISubprogram` and `DICompileUnit`: the file.
    pub(crate) const FILE: u32 = 0;
    /// `DISubprogram`: the scope.
    pub(crate) const SCOPE: u32 = 1;
    /// `DIVariable`: the scope.
    pub(crate) const VARIABLE_SCOPE: u32 = 0;
    /// `DIVariable`: the name.
    pub(crate) const VARIABLE_NAME: u32 = 1;
    /// `DIVariable`: the file.
    pub(crate) const VARIABLE_FILE: u32 = 2;
    /// `DIVariable`: the type.
    pub(crate) const VARIABLE_TYPE: u32 = 3;
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
            _ => Tag::Other,
        }
    }

    /// Whether it is a `DISubprogram`.
    pub(crate) fn is_subprogram(self) -> bool {
        const SUBPROGRAM: u32 = 17; // LLVMDISubprogramMetadataKind
        call!(self, LLVMGetMetadataKind(self.raw())) == SUBPROGRAM
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

/// Makes debug info. What was made is complete when the builder is dropped.
pub(crate) struct DiBuilder<'m> {
    library: &'static Library,
    raw: NonNull<LLVMDIBuilder>,
    owner: std::marker::PhantomData<&'m ()>,
}

/// A member of a struct to be made; sizes in bits.
pub(crate) struct Member<'m> {
    pub(crate) name: String,
    pub(crate) ty: Metadata<'m>,
    pub(crate) size: u64,
    pub(crate) align: u32,
    pub(crate) offset: u64,
}

/// DWARF base type encodings (DWARF 5, section 7.8).
pub(crate) mod encoding {
    pub(crate) const BOOLEAN: u32 = 2;
    pub(crate) const SIGNED: u32 = 5;
    pub(crate) const UNSIGNED: u32 = 7;
}

impl<'m> DiBuilder<'m> {
    pub(crate) fn new(module: &'m Module<'_>) -> Self {
        let raw = call!(module, LLVMCreateDIBuilder(module.raw()));
        Self {
            library: module.library,
            raw: NonNull::new(raw).expect("LLVM made a builder"),
            owner: std::marker::PhantomData,
        }
    }

    fn raw(&self) -> *mut LLVMDIBuilder {
        self.raw.as_ptr()
    }

    fn node(&self, raw: MetadataRef) -> Metadata<'m> {
        // SAFETY: metadata lives as long as the context.
        unsafe { Metadata::new(self.library, raw) }.expect("LLVM made metadata")
    }

    pub(crate) fn file(&self, name: &str, folder: &str) -> Metadata<'m> {
        self.node(call!(
            self,
            LLVMDIBuilderCreateFile(
                self.raw(),
                name.as_ptr().cast(),
                name.len(),
                folder.as_ptr().cast(),
                folder.len()
            )
        ))
    }

    /// A base type of `size` bits.
    pub(crate) fn basic_type(&self, name: &str, size: u64, encoding: u32) -> Metadata<'m> {
        self.node(call!(
            self,
            LLVMDIBuilderCreateBasicType(
                self.raw(),
                name.as_ptr().cast(),
                name.len(),
                size,
                encoding,
                0
            )
        ))
    }

    /// A pointer of 64 bits; to nothing known (`void *`) without `to`.
    pub(crate) fn pointer_type(&self, to: Option<Metadata<'m>>) -> Metadata<'m> {
        let to = to.map_or(ptr::null_mut(), Metadata::raw);
        self.node(call!(
            self,
            LLVMDIBuilderCreatePointerType(self.raw(), to, 64, 64, 0, ptr::null(), 0)
        ))
    }

    /// An array of `count` elements; `size` and `align` in bits.
    pub(crate) fn array_type(
        &self,
        element: Metadata<'m>,
        count: u64,
        size: u64,
        align: u32,
    ) -> Metadata<'m> {
        let mut range = call!(
            self,
            LLVMDIBuilderGetOrCreateSubrange(self.raw(), 0, count.cast_signed())
        );
        self.node(call!(
            self,
            LLVMDIBuilderCreateArrayType(self.raw(), size, align, element.raw(), &mut range, 1)
        ))
    }

    /// A name for a type; a placeholder, whose base is set later, without `of`.
    pub(crate) fn typedef(
        &self,
        name: &str,
        file: Metadata<'m>,
        of: Option<Metadata<'m>>,
    ) -> Metadata<'m> {
        let of = of.map_or(ptr::null_mut(), Metadata::raw);
        self.node(call!(
            self,
            LLVMDIBuilderCreateTypedef(
                self.raw(),
                of,
                name.as_ptr().cast(),
                name.len(),
                file.raw(),
                0,
                ptr::null_mut(),
                0
            )
        ))
    }

    /// A block in a function or another block.
    pub(crate) fn block(&self, scope: Metadata<'m>, file: Metadata<'m>, line: u32) -> Metadata<'m> {
        self.node(call!(
            self,
            LLVMDIBuilderCreateLexicalBlock(self.raw(), scope.raw(), file.raw(), line, 0)
        ))
    }

    /// The parameter of a function, counted from 1.
    pub(crate) fn parameter(
        &self,
        scope: Metadata<'m>,
        name: &str,
        number: u32,
        file: Metadata<'m>,
        line: u32,
        ty: Option<Metadata<'m>>,
    ) -> Metadata<'m> {
        let ty = ty.map_or(ptr::null_mut(), Metadata::raw);
        self.node(call!(
            self,
            LLVMDIBuilderCreateParameterVariable(
                self.raw(),
                scope.raw(),
                name.as_ptr().cast(),
                name.len(),
                number,
                file.raw(),
                line,
                ty,
                0,
                0
            )
        ))
    }

    /// A function type: the result (`None` for void), then the parameters.
    pub(crate) fn subroutine_type(&self, types: &[Option<Metadata<'m>>]) -> Metadata<'m> {
        let mut raw: Vec<_> = types
            .iter()
            .map(|ty| ty.map_or(ptr::null_mut(), Metadata::raw))
            .collect();
        self.node(call!(
            self,
            LLVMDIBuilderCreateSubroutineType(
                self.raw(),
                ptr::null_mut(),
                raw.as_mut_ptr(),
                raw.len() as u32,
                0
            )
        ))
    }

    /// A struct; `size` and `align` in bits.
    pub(crate) fn struct_type(
        &self,
        name: &str,
        file: Metadata<'m>,
        line: u32,
        size: u64,
        align: u32,
        members: &[Member<'m>],
    ) -> Metadata<'m> {
        let mut raw: Vec<_> = members
            .iter()
            .map(|m| {
                call!(
                    self,
                    LLVMDIBuilderCreateMemberType(
                        self.raw(),
                        file.raw(),
                        m.name.as_ptr().cast(),
                        m.name.len(),
                        file.raw(),
                        line,
                        m.size,
                        m.align,
                        m.offset,
                        0,
                        m.ty.raw(),
                    )
                )
            })
            .collect();
        self.node(call!(
            self,
            LLVMDIBuilderCreateStructType(
                self.raw(),
                file.raw(),
                name.as_ptr().cast(),
                name.len(),
                file.raw(),
                line,
                size,
                align,
                0,
                ptr::null_mut(),
                raw.as_mut_ptr(),
                raw.len() as u32,
                0,
                ptr::null_mut(),
                ptr::null(),
                0,
            )
        ))
    }

    /// The debug info of a function: definition with a unit for one with a body, declaration otherwise.
    pub(crate) fn function(
        &self,
        scope: Metadata<'m>,
        name: &str,
        file: Metadata<'m>,
        line: u32,
        ty: Metadata<'m>,
        defined: bool,
    ) -> Metadata<'m> {
        self.node(call!(
            self,
            LLVMDIBuilderCreateFunction(
                self.raw(),
                scope.raw(),
                name.as_ptr().cast(),
                name.len(),
                ptr::null(),
                0,
                file.raw(),
                line,
                ty.raw(),
                0,
                defined.into(),
                line,
                0,
                1,
            )
        ))
    }
}

impl Drop for DiBuilder<'_> {
    fn drop(&mut self) {
        call!(self, LLVMDIBuilderFinalize(self.raw()));
        call!(self, LLVMDisposeDIBuilder(self.raw()));
    }
}
