//! Making instructions.

use std::ptr::NonNull;

use super::{
    ffi::{LLVMBuilder, ValueRef},
    library::Library,
    metadata::Metadata,
    module::Module,
    op::Op,
    value::{Block, Ty, Value, call},
};

/// Makes instructions at a place in a block. They get the debug location that was set last.
pub(crate) struct Builder<'m> {
    library: &'static Library,
    raw: NonNull<LLVMBuilder>,
    module: &'m Module<'m>,
}

const NO_NAME: *const std::ffi::c_char = c"".as_ptr();

impl<'m> Builder<'m> {
    /// A builder that inserts before `instruction`, with its debug location.
    pub(crate) fn before(module: &'m Module<'_>, instruction: Value<'m>) -> Self {
        let builder = Self::new(module);
        builder.move_before(instruction);
        builder
    }

    /// A builder that appends to `block`, without a debug location.
    pub(crate) fn at_end(module: &'m Module<'_>, block: Block<'m>) -> Self {
        let builder = Self::new(module);
        builder.move_to_end(block);
        builder
    }

    fn new(module: &'m Module<'_>) -> Self {
        let raw = call!(module, LLVMCreateBuilderInContext(module.context_raw()));
        // SAFETY: only the lifetime changes: the module outlives the builder by `'m`; its context outlives both.
        let module: &'m Module<'m> = unsafe { &*std::ptr::from_ref(module).cast() };
        Self {
            library: module.library,
            raw: NonNull::new(raw).expect("LLVM made a builder"),
            module,
        }
    }

    fn raw(&self) -> *mut LLVMBuilder {
        self.raw.as_ptr()
    }

    fn value(&self, raw: ValueRef) -> Value<'m> {
        // SAFETY: the builder made it in the module.
        unsafe { Value::new(self.library, raw) }.expect("LLVM made an instruction")
    }

    /// Inserts before `instruction` from here on, with its debug location.
    pub(crate) fn move_before(&self, instruction: Value<'m>) {
        call!(
            self,
            LLVMPositionBuilderBefore(self.raw(), instruction.raw())
        );
        self.set_location(instruction.debug_location());
    }

    /// Appends to `block` from here on; the debug location stays.
    pub(crate) fn move_to_end(&self, block: Block<'m>) {
        call!(self, LLVMPositionBuilderAtEnd(self.raw(), block.raw()));
    }

    pub(crate) fn set_location(&self, location: Option<Metadata<'m>>) {
        let raw = location.map_or(std::ptr::null_mut(), Metadata::raw);
        call!(self, LLVMSetCurrentDebugLocation2(self.raw(), raw));
    }

    /// The block that instructions go into.
    pub(crate) fn block(&self) -> Block<'m> {
        // SAFETY: blocks live as long as their function.
        unsafe { Block::new(self.library, call!(self, LLVMGetInsertBlock(self.raw()))) }
            .expect("the builder has a place")
    }

    /// Puts an instruction here that was taken out of its block; it keeps its debug location.
    pub(crate) fn insert_existing(&self, instruction: Value<'m>) {
        let location = instruction.debug_location();
        call!(self, LLVMInsertIntoBuilder(self.raw(), instruction.raw()));
        instruction.set_debug_location(location);
    }

    pub(crate) fn call(&self, ty: Ty<'m>, callee: Value<'m>, args: &[Value<'m>]) -> Value<'m> {
        let mut raw: Vec<_> = args.iter().map(|arg| arg.raw()).collect();
        self.value(call!(
            self,
            LLVMBuildCall2(
                self.raw(),
                ty.raw(),
                callee.raw(),
                raw.as_mut_ptr(),
                raw.len() as u32,
                NO_NAME
            )
        ))
    }

    pub(crate) fn br(&self, to: Block<'m>) -> Value<'m> {
        self.value(call!(self, LLVMBuildBr(self.raw(), to.raw())))
    }

    pub(crate) fn cond_br(&self, condition: Value<'m>, yes: Block<'m>, no: Block<'m>) -> Value<'m> {
        self.value(call!(
            self,
            LLVMBuildCondBr(self.raw(), condition.raw(), yes.raw(), no.raw())
        ))
    }

    pub(crate) fn ret(&self, value: Option<Value<'m>>) -> Value<'m> {
        self.value(match value {
            Some(value) => call!(self, LLVMBuildRet(self.raw(), value.raw())),
            None => call!(self, LLVMBuildRetVoid(self.raw())),
        })
    }

    pub(crate) fn unreachable(&self) -> Value<'m> {
        self.value(call!(self, LLVMBuildUnreachable(self.raw())))
    }

    pub(crate) fn alloca(&self, ty: Ty<'m>, name: &str) -> Value<'m> {
        let value = self.value(call!(self, LLVMBuildAlloca(self.raw(), ty.raw(), NO_NAME)));
        value.set_name(name);
        value
    }

    pub(crate) fn load(&self, ty: Ty<'m>, from: Value<'m>) -> Value<'m> {
        self.value(call!(
            self,
            LLVMBuildLoad2(self.raw(), ty.raw(), from.raw(), NO_NAME)
        ))
    }

    pub(crate) fn store(&self, value: Value<'m>, to: Value<'m>) -> Value<'m> {
        self.value(call!(
            self,
            LLVMBuildStore(self.raw(), value.raw(), to.raw())
        ))
    }

    pub(crate) fn gep(&self, ty: Ty<'m>, base: Value<'m>, indices: &[Value<'m>]) -> Value<'m> {
        let mut raw: Vec<_> = indices.iter().map(|i| i.raw()).collect();
        self.value(call!(
            self,
            LLVMBuildInBoundsGEP2(
                self.raw(),
                ty.raw(),
                base.raw(),
                raw.as_mut_ptr(),
                raw.len() as u32,
                NO_NAME
            )
        ))
    }

    pub(crate) fn icmp(&self, predicate: u32, left: Value<'m>, right: Value<'m>) -> Value<'m> {
        self.value(call!(
            self,
            LLVMBuildICmp(self.raw(), predicate, left.raw(), right.raw(), NO_NAME)
        ))
    }

    /// A binary operation: arithmetic, bitwise or shift.
    pub(crate) fn binary(&self, op: Op, left: Value<'m>, right: Value<'m>) -> Value<'m> {
        self.value(call!(
            self,
            LLVMBuildBinOp(self.raw(), op as u32, left.raw(), right.raw(), NO_NAME)
        ))
    }

    /// A conversion: extension, truncation, or between integer and pointer.
    pub(crate) fn cast(&self, op: Op, value: Value<'m>, to: Ty<'m>) -> Value<'m> {
        self.value(call!(
            self,
            LLVMBuildCast(self.raw(), op as u32, value.raw(), to.raw(), NO_NAME)
        ))
    }

    pub(crate) fn select(&self, condition: Value<'m>, yes: Value<'m>, no: Value<'m>) -> Value<'m> {
        self.value(call!(
            self,
            LLVMBuildSelect(self.raw(), condition.raw(), yes.raw(), no.raw(), NO_NAME)
        ))
    }

    pub(crate) fn phi(&self, ty: Ty<'m>) -> Value<'m> {
        self.value(call!(self, LLVMBuildPhi(self.raw(), ty.raw(), NO_NAME)))
    }

    pub(crate) fn extract(&self, aggregate: Value<'m>, index: u32) -> Value<'m> {
        self.value(call!(
            self,
            LLVMBuildExtractValue(self.raw(), aggregate.raw(), index, NO_NAME)
        ))
    }

    pub(crate) fn insert(&self, aggregate: Value<'m>, element: Value<'m>, index: u32) -> Value<'m> {
        self.value(call!(
            self,
            LLVMBuildInsertValue(self.raw(), aggregate.raw(), element.raw(), index, NO_NAME)
        ))
    }

    /// Sets `len` bytes from `to` on to zero.
    pub(crate) fn zero(&self, to: Value<'m>, len: u64, align: u32) -> Value<'m> {
        let (zero, len) = (
            self.module.int_type(8).int(0),
            self.module.int_type(64).int(len),
        );
        self.value(call!(
            self,
            LLVMBuildMemSet(self.raw(), to.raw(), zero.raw(), len.raw(), align)
        ))
    }

    /// Copies `len` bytes between places that do not overlap.
    pub(crate) fn copy(&self, to: Value<'m>, from: Value<'m>, len: u64, align: u32) -> Value<'m> {
        let len = self.module.int_type(64).int(len);
        self.value(call!(
            self,
            LLVMBuildMemCpy(self.raw(), to.raw(), align, from.raw(), align, len.raw())
        ))
    }

    /// An atomic read-modify-write of `LLVMAtomicRMWBinOp` `op`.
    pub(crate) fn atomic_rmw(
        &self,
        op: u32,
        to: Value<'m>,
        value: Value<'m>,
        ordering: u32,
    ) -> Value<'m> {
        self.value(call!(
            self,
            LLVMBuildAtomicRMW(self.raw(), op, to.raw(), value.raw(), ordering, 0)
        ))
    }
}

impl Drop for Builder<'_> {
    fn drop(&mut self) {
        call!(self, LLVMDisposeBuilder(self.raw()));
    }
}
