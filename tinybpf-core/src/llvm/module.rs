//! Modules: reading, linking, verifying and printing them, and what can be made in them.

use std::{
    cell::OnceCell,
    ptr::{self, NonNull},
};

use super::{
    context::{Context, take_message},
    ffi::{ContextRef, LLVMModule, ModuleRef},
    library::Library,
    metadata::Metadata,
    value::{Block, Ty, Value, c_string, call},
};

/// An LLVM module, disposed of when dropped.
pub(crate) struct Module<'c> {
    pub(super) library: &'static Library,
    raw: NonNull<LLVMModule>,
    context: &'c Context,
    /// See `metadata::size_operands`.
    pub(super) size_operands: OnceCell<u32>,
}

impl<'c> Module<'c> {
    /// Reads textual IR or bitcode; `name` stands for the input in messages.
    pub(crate) fn parse(context: &'c Context, name: &str, data: &[u8]) -> Result<Self, String> {
        let library = context.library;
        let name = c_string(name);
        let buffer = call!(
            context,
            LLVMCreateMemoryBufferWithMemoryRangeCopy(
                data.as_ptr().cast(),
                data.len(),
                name.as_ptr()
            )
        );
        let (mut raw, mut message) = (ptr::null_mut(), ptr::null_mut());
        let failed = call!(
            context,
            LLVMParseIRInContext(context.raw.as_ptr(), buffer, &mut raw, &mut message)
        ) != 0;
        // SAFETY: the message is ours.
        let message = unsafe { take_message(context.table(), message) };
        match NonNull::new(raw).filter(|_| !failed) {
            Some(raw) => Ok(Self {
                library,
                raw,
                context,
                size_operands: OnceCell::new(),
            }),
            None if message.is_empty() => Err(context.take_errors().join("; ")),
            None => Err(message.trim_end().to_owned()),
        }
    }

    pub(super) fn raw(&self) -> ModuleRef {
        self.raw.as_ptr()
    }

    pub(super) fn context_raw(&self) -> ContextRef {
        self.context.raw.as_ptr()
    }

    pub(crate) fn context(&self) -> &'c Context {
        self.context
    }

    /// Moves everything of `other` into this module.
    pub(crate) fn link(&self, other: Self) -> Result<(), String> {
        let raw = other.raw();
        std::mem::forget(other); // LLVMLinkModules2 takes the source, also when it fails.
        if call!(self, LLVMLinkModules2(self.raw(), raw)) != 0 {
            return Err(self.context.take_errors().join("; "));
        }
        Ok(())
    }

    /// LLVM's own check that the module is well-formed.
    pub(crate) fn verify(&self) -> Result<(), String> {
        const RETURN_STATUS: u32 = 2;
        let mut message = ptr::null_mut();
        let broken = call!(
            self,
            LLVMVerifyModule(self.raw(), RETURN_STATUS, &mut message)
        ) != 0;
        // SAFETY: the message is ours.
        let message = unsafe { take_message(self.context.table(), message) };
        if broken {
            Err(message.trim_end().to_owned())
        } else {
            Ok(())
        }
    }

    /// The module as textual IR.
    pub(crate) fn print(&self) -> String {
        let text = call!(self, LLVMPrintModuleToString(self.raw()));
        // SAFETY: the message is ours.
        unsafe { take_message(self.context.table(), text) }
    }

    pub(crate) fn set_target(&self, triple: &str, data_layout: &str) {
        call!(self, LLVMSetTarget(self.raw(), c_string(triple).as_ptr()));
        call!(
            self,
            LLVMSetDataLayout(self.raw(), c_string(data_layout).as_ptr())
        );
    }

    /// The data layout as text, such as `e-m:e-p:64:64-…`; empty where the module has none.
    pub(crate) fn data_layout(&self) -> String {
        let text = call!(self, LLVMGetDataLayoutStr(self.raw()));
        // SAFETY: a NUL-terminated string that lives as long as the module's layout is not changed.
        unsafe { std::ffi::CStr::from_ptr(text) }
            .to_string_lossy()
            .into_owned()
    }

    pub(crate) fn clear_inline_asm(&self) {
        call!(self, LLVMSetModuleInlineAsm2(self.raw(), ptr::null(), 0));
    }

    fn value(&self, raw: super::ffi::ValueRef) -> Option<Value<'_>> {
        // SAFETY: LLVM returned it for this module.
        unsafe { Value::new(self.library, raw) }
    }

    fn ty(&self, raw: super::ffi::TypeRef) -> Ty<'_> {
        // SAFETY: types live as long as the context.
        unsafe { Ty::new(self.library, raw) }.expect("LLVM returned a type")
    }

    pub(crate) fn functions(&self) -> Vec<Value<'_>> {
        let mut found = Vec::new();
        let mut next = call!(self, LLVMGetFirstFunction(self.raw()));
        while let Some(value) = self.value(next) {
            found.push(value);
            next = call!(self, LLVMGetNextFunction(next));
        }
        found
    }

    /// The global variables.
    pub(crate) fn variables(&self) -> Vec<Value<'_>> {
        let mut found = Vec::new();
        let mut next = call!(self, LLVMGetFirstGlobal(self.raw()));
        while let Some(value) = self.value(next) {
            found.push(value);
            next = call!(self, LLVMGetNextGlobal(next));
        }
        found
    }

    /// The aliases with what they stand for.
    pub(crate) fn aliases(&self) -> Vec<(Value<'_>, Value<'_>)> {
        let mut found = Vec::new();
        let mut next = call!(self, LLVMGetFirstGlobalAlias(self.raw()));
        while let Some(value) = self.value(next) {
            found.extend(
                self.value(call!(self, LLVMAliasGetAliasee(next)))
                    .map(|aliasee| (value, aliasee)),
            );
            next = call!(self, LLVMGetNextGlobalAlias(next));
        }
        found
    }

    pub(crate) fn function(&self, name: &str) -> Option<Value<'_>> {
        self.value(call!(
            self,
            LLVMGetNamedFunction(self.raw(), c_string(name).as_ptr())
        ))
    }

    pub(crate) fn variable(&self, name: &str) -> Option<Value<'_>> {
        self.value(call!(
            self,
            LLVMGetNamedGlobal(self.raw(), c_string(name).as_ptr())
        ))
    }

    /// Adds a function declaration.
    pub(crate) fn add_function<'m>(&'m self, name: &str, ty: Ty<'m>) -> Value<'m> {
        self.value(call!(
            self,
            LLVMAddFunction(self.raw(), c_string(name).as_ptr(), ty.raw())
        ))
        .expect("LLVM made a function")
    }

    /// Adds a global variable without an initialiser.
    pub(crate) fn add_variable<'m>(&'m self, name: &str, ty: Ty<'m>) -> Value<'m> {
        self.value(call!(
            self,
            LLVMAddGlobal(self.raw(), ty.raw(), c_string(name).as_ptr())
        ))
        .expect("LLVM made a variable")
    }

    /// Adds an empty block at the end of a function.
    pub(crate) fn append_block<'m>(&'m self, function: Value<'m>, name: &str) -> Block<'m> {
        let raw = call!(
            self,
            LLVMAppendBasicBlockInContext(
                self.context_raw(),
                function.raw(),
                c_string(name).as_ptr()
            )
        );
        // SAFETY: blocks live as long as their function.
        unsafe { Block::new(self.library, raw) }.expect("LLVM made a block")
    }

    /// Adds an empty block before another.
    pub(crate) fn insert_block<'m>(&'m self, before: Block<'m>, name: &str) -> Block<'m> {
        let raw = call!(
            self,
            LLVMInsertBasicBlockInContext(
                self.context_raw(),
                before.raw(),
                c_string(name).as_ptr()
            )
        );
        // SAFETY: blocks live as long as their function.
        unsafe { Block::new(self.library, raw) }.expect("LLVM made a block")
    }

    pub(crate) fn void_type(&self) -> Ty<'_> {
        self.ty(call!(self, LLVMVoidTypeInContext(self.context_raw())))
    }

    /// The integer type of `bits` bits.
    pub(crate) fn int_type(&self, bits: u32) -> Ty<'_> {
        self.ty(call!(self, LLVMIntTypeInContext(self.context_raw(), bits)))
    }

    pub(crate) fn ptr_type(&self) -> Ty<'_> {
        self.ty(call!(self, LLVMPointerTypeInContext(self.context_raw(), 0)))
    }

    /// The type of addresses in arenas, which the BPF back end casts to the kernel's (`ADDR_SPACE_CAST` in `BPFInstrInfo.td`).
    pub(crate) fn arena_ptr_type(&self) -> Ty<'_> {
        self.ty(call!(self, LLVMPointerTypeInContext(self.context_raw(), 1)))
    }

    /// An anonymous struct type with C's layout.
    pub(crate) fn named_struct_type<'m>(&'m self, name: &str, fields: &[Ty<'m>]) -> Ty<'m> {
        let name = c_string(name);
        let ty = self.ty(call!(
            self,
            LLVMStructCreateNamed(self.context_raw(), name.as_ptr())
        ));
        let mut raw: Vec<_> = fields.iter().map(|field| field.raw()).collect();
        call!(
            self,
            LLVMStructSetBody(ty.raw(), raw.as_mut_ptr(), raw.len() as u32, 0)
        );
        ty
    }

    pub(crate) fn struct_type<'m>(&'m self, fields: &[Ty<'m>]) -> Ty<'m> {
        let mut raw: Vec<_> = fields.iter().map(|f| f.raw()).collect();
        self.ty(call!(
            self,
            LLVMStructTypeInContext(self.context_raw(), raw.as_mut_ptr(), raw.len() as u32, 0)
        ))
    }

    /// A constant byte array.
    pub(crate) fn const_bytes(&self, data: &[u8]) -> Value<'_> {
        let raw = call!(
            self,
            LLVMConstStringInContext2(self.context_raw(), data.as_ptr().cast(), data.len(), 1)
        );
        self.value(raw).expect("LLVM made a constant")
    }

    /// The address `number` as a constant pointer, such as the callee of a helper call.
    pub(crate) fn const_ptr(&self, number: u64) -> Value<'_> {
        let number = self.int_type(64).int(number);
        self.value(call!(
            self,
            LLVMConstIntToPtr(number.raw(), self.ptr_type().raw())
        ))
        .expect("LLVM made a constant")
    }

    /// Inline assembly without instructions and effects, of a function type: what it gives is known to its constraints alone.
    pub(crate) fn empty_asm<'m>(&'m self, ty: Ty<'m>, constraints: &str) -> Value<'m> {
        self.asm(ty, constraints, false)
    }

    /// Inline assembly without instructions that stays, with what it takes, though it gives nothing.
    pub(crate) fn kept_asm<'m>(&'m self, ty: Ty<'m>, constraints: &str) -> Value<'m> {
        self.asm(ty, constraints, true)
    }

    fn asm<'m>(&'m self, ty: Ty<'m>, constraints: &str, has_effects: bool) -> Value<'m> {
        let raw = call!(
            self,
            LLVMGetInlineAsm(
                ty.raw(),
                ptr::null(),
                0,
                constraints.as_ptr().cast(),
                constraints.len(),
                has_effects.into(),
                0,
                0,
                0
            )
        );
        self.value(raw).expect("LLVM made inline assembly")
    }

    /// Size of a type in memory, in bytes.
    pub(crate) fn size_of(&self, ty: Ty<'_>) -> u64 {
        call!(
            self,
            LLVMABISizeOfType(call!(self, LLVMGetModuleDataLayout(self.raw())), ty.raw())
        )
    }

    /// What variables of a type are aligned to, in bytes.
    pub(crate) fn align_of(&self, ty: Ty<'_>) -> u32 {
        call!(
            self,
            LLVMABIAlignmentOfType(call!(self, LLVMGetModuleDataLayout(self.raw())), ty.raw())
        )
    }

    /// Offset of a struct's field, in bytes.
    pub(crate) fn offset_of(&self, ty: Ty<'_>, field: u32) -> u64 {
        call!(
            self,
            LLVMOffsetOfElement(
                call!(self, LLVMGetModuleDataLayout(self.raw())),
                ty.raw(),
                field
            )
        )
    }

    pub(super) fn metadata_kind(&self, name: &str) -> u32 {
        call!(
            self,
            LLVMGetMDKindIDInContext(self.context_raw(), name.as_ptr().cast(), name.len() as u32)
        )
    }

    /// The operands of a named metadata node such as `llvm.dbg.cu`.
    pub(crate) fn named_metadata(&self, name: &str) -> Vec<Metadata<'_>> {
        let name = c_string(name);
        let count = call!(
            self,
            LLVMGetNamedMetadataNumOperands(self.raw(), name.as_ptr())
        );
        let mut raw = vec![ptr::null_mut(); count as usize];
        call!(
            self,
            LLVMGetNamedMetadataOperands(self.raw(), name.as_ptr(), raw.as_mut_ptr())
        );
        raw.into_iter()
            .filter_map(|value| {
                // SAFETY: metadata lives as long as the context.
                unsafe { Metadata::new(self.library, call!(self, LLVMValueAsMetadata(value))) }
            })
            .collect()
    }

    /// Adds an operand to a named metadata node.
    pub(crate) fn add_named_metadata(&self, name: &str, node: Metadata<'_>) {
        let node = call!(self, LLVMMetadataAsValue(self.context_raw(), node.raw()));
        let name = c_string(name);
        call!(
            self,
            LLVMAddNamedMetadataOperand(self.raw(), name.as_ptr(), node)
        );
    }

    pub(crate) fn md_string(&self, text: &str) -> Metadata<'_> {
        let raw = call!(
            self,
            LLVMMDStringInContext2(self.context_raw(), text.as_ptr().cast(), text.len())
        );
        // SAFETY: metadata lives as long as the context.
        unsafe { Metadata::new(self.library, raw) }.expect("LLVM made metadata")
    }

    pub(crate) fn md_node<'m>(&'m self, operands: &[Option<Metadata<'m>>]) -> Metadata<'m> {
        let mut raw: Vec<_> = operands
            .iter()
            .map(|o| o.map_or(ptr::null_mut(), Metadata::raw))
            .collect();
        let raw = call!(
            self,
            LLVMMDNodeInContext2(self.context_raw(), raw.as_mut_ptr(), raw.len())
        );
        // SAFETY: metadata lives as long as the context.
        unsafe { Metadata::new(self.library, raw) }.expect("LLVM made metadata")
    }

    /// Promises that the integer result of a call or load lies in `from..to`.
    pub(crate) fn set_range<'m>(&'m self, value: Value<'m>, from: u64, to: u64) {
        let ty = value.ty();
        let mut bounds =
            [from, to].map(|bound| call!(self, LLVMValueAsMetadata(ty.int(bound).raw())));
        let node = call!(
            self,
            LLVMMDNodeInContext2(self.context_raw(), bounds.as_mut_ptr(), bounds.len())
        );
        let node = call!(self, LLVMMetadataAsValue(self.context_raw(), node));
        call!(
            self,
            LLVMSetMetadata(value.raw(), self.metadata_kind("range"), node)
        );
    }

    /// A `DIFile` that carries its source, from which the BPF back end takes the lines that the verifier's log shows.
    ///
    /// The C API has no function for it before LLVM 21, the textual IR has; the node belongs to the context.
    pub(crate) fn source_file(&self, name: &str, source: &[u8]) -> Result<Metadata<'_>, String> {
        const LIST: &str = "files";
        let quoted = |bytes: &[u8]| {
            let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
            for byte in bytes {
                match byte {
                    b'"' | b'\\' | 0..=0x1f | 0x7f.. => text.push_str(&format!("\\{byte:02X}")),
                    _ => text.push(char::from(*byte)),
                }
            }
            text
        };
        let text = format!(
            "!{LIST} = !{{!0}}\n!0 = !DIFile(filename: \"{}\", directory: \"\", source: \"{}\")\n",
            quoted(name.as_bytes()),
            quoted(source)
        );
        let carrier = Module::parse(self.context, name, text.as_bytes())?;
        let file = carrier.named_metadata(LIST).first().map(|file| file.raw());
        // SAFETY: metadata lives as long as the context, also when the module that named it is gone.
        file.and_then(|raw| unsafe { Metadata::new(self.library, raw) })
            .ok_or_else(|| format!("LLVM read no file from {text}"))
    }

    /// A location in the source for instructions that we add.
    pub(crate) fn location<'m>(
        &'m self,
        line: u32,
        column: u32,
        scope: Metadata<'m>,
    ) -> Metadata<'m> {
        let raw = call!(
            self,
            LLVMDIBuilderCreateDebugLocation(
                self.context_raw(),
                line,
                column,
                scope.raw(),
                ptr::null_mut()
            )
        );
        // SAFETY: metadata lives as long as the context.
        unsafe { Metadata::new(self.library, raw) }.expect("LLVM made metadata")
    }
}

impl Drop for Module<'_> {
    fn drop(&mut self) {
        call!(self, LLVMDisposeModule(self.raw()));
    }
}
