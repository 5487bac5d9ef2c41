//! Making debug info.

use std::ptr::{self, NonNull};

use super::{
    ffi::{LLVMDIBuilder, MetadataRef},
    library::Library,
    metadata::{Metadata, slot},
    module::Module,
    value::call,
};

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

    /// A pointer with a BTF type tag, as C's `__attribute__((btf_type_tag("…")))` makes it.
    pub(crate) fn tagged_pointer_type(
        &self,
        module: &'m Module<'_>,
        to: Option<Metadata<'m>>,
        tag: &str,
    ) -> Metadata<'m> {
        let raw = to.map_or(ptr::null_mut(), Metadata::raw);
        // A name keeps it apart from a plain pointer, with which LLVM would share the node; BTF's pointers have none.
        let pointer = self.node(call!(
            self,
            LLVMDIBuilderCreatePointerType(
                self.raw(),
                raw,
                64,
                64,
                0,
                tag.as_ptr().cast(),
                tag.len()
            )
        ));
        let [key, tag] = ["btf_type_tag", tag].map(|text| Some(module.md_string(text)));
        let annotation = module.md_node(&[key, tag]);
        let annotations = module.md_node(&[Some(annotation)]);
        pointer.set_operand(module, slot::TYPE_ANNOTATIONS, annotations);
        pointer.clear_operand(module, slot::NAME);
        pointer
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

    /// A union; `size` and `align` in bits.
    pub(crate) fn union_type(
        &self,
        name: &str,
        file: Metadata<'m>,
        size: u64,
        align: u32,
        members: &[Member<'m>],
    ) -> Metadata<'m> {
        let mut raw = self.members(file, 0, members);
        self.node(call!(
            self,
            LLVMDIBuilderCreateUnionType(
                self.raw(),
                file.raw(),
                name.as_ptr().cast(),
                name.len(),
                file.raw(),
                0,
                size,
                align,
                0,
                raw.as_mut_ptr(),
                raw.len() as u32,
                0,
                ptr::null(),
                0,
            )
        ))
    }

    /// An enumeration of `size` bits with these enumerators.
    pub(crate) fn enumeration_type(
        &self,
        name: &str,
        file: Metadata<'m>,
        size: u64,
        enumerators: &[(String, i64)],
        base: Metadata<'m>,
    ) -> Metadata<'m> {
        let mut raw: Vec<_> = enumerators
            .iter()
            .map(|(name, value)| {
                call!(
                    self,
                    LLVMDIBuilderCreateEnumerator(
                        self.raw(),
                        name.as_ptr().cast(),
                        name.len(),
                        *value,
                        0
                    )
                )
            })
            .collect();
        self.node(call!(
            self,
            LLVMDIBuilderCreateEnumerationType(
                self.raw(),
                file.raw(),
                name.as_ptr().cast(),
                name.len(),
                file.raw(),
                0,
                size,
                size as u32,
                raw.as_mut_ptr(),
                raw.len() as u32,
                base.raw(),
            )
        ))
    }

    fn members(&self, file: Metadata<'m>, line: u32, members: &[Member<'m>]) -> Vec<MetadataRef> {
        members
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
            .collect()
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
        let mut raw = self.members(file, line, members);
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

    /// C's `const void`.
    pub(crate) fn const_void(&self) -> Metadata<'m> {
        const CONST: u32 = 0x26; // DW_TAG_const_type
        self.node(call!(
            self,
            LLVMDIBuilderCreateQualifiedType(self.raw(), CONST, ptr::null_mut())
        ))
    }

    /// The debug info of a global variable (`DIGlobalVariableExpression`).
    pub(crate) fn variable(
        &self,
        scope: Metadata<'m>,
        name: &str,
        file: Metadata<'m>,
        line: u32,
        ty: Metadata<'m>,
    ) -> Metadata<'m> {
        let nothing = call!(
            self,
            LLVMDIBuilderCreateExpression(self.raw(), ptr::null_mut(), 0)
        );
        self.node(call!(
            self,
            LLVMDIBuilderCreateGlobalVariableExpression(
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
                nothing,
                ptr::null_mut(),
                0,
            )
        ))
    }

    /// The debug info of a function: for one with a body a definition, which is local to its unit; a declaration otherwise.
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
                defined.into(),
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
