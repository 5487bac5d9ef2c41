//! Instructions and basic blocks.

use super::{
    metadata::Metadata,
    module::Module,
    op::Op,
    value::{Block, Kind, Ty, Value, bytes, call},
};

impl<'m> Value<'m> {
    /// The opcode of an instruction or constant expression; [`Op::Other`] for other values.
    pub(crate) fn op(self) -> Op {
        match self.kind() {
            Kind::Instruction => Op::from_raw(call!(self, LLVMGetInstructionOpcode(self.raw()))),
            Kind::ConstantExpr => Op::from_raw(call!(self, LLVMGetConstOpcode(self.raw()))),
            _ => Op::Other,
        }
    }

    /// The block of an instruction.
    pub(crate) fn block(self) -> Block<'m> {
        let raw = call!(self, LLVMGetInstructionParent(self.raw()));
        // SAFETY: blocks live as long as their function.
        unsafe { Block::new(self.library, raw) }.expect("the instruction stands in a block")
    }

    /// The function of an instruction.
    pub(crate) fn function(self) -> Self {
        self.block().function()
    }

    pub(crate) fn next(self) -> Option<Self> {
        self.wrap(call!(self, LLVMGetNextInstruction(self.raw())))
    }

    /// Erases an instruction; nothing may use it any more.
    pub(crate) fn erase(self) {
        call!(self, LLVMInstructionEraseFromParent(self.raw()));
    }

    /// Takes an instruction out of its block without deleting it.
    pub(crate) fn remove_from_block(self) {
        call!(self, LLVMInstructionRemoveFromParent(self.raw()));
    }

    /// What a call calls: a function, or another value for an indirect call. `None` for other instructions.
    pub(crate) fn callee(self) -> Option<Self> {
        let is_call = self.is_instruction() && self.op() == Op::Call;
        is_call
            .then(|| call!(self, LLVMGetCalledValue(self.raw())))
            .and_then(|raw| self.wrap(raw))
    }

    /// The arguments of a call.
    pub(crate) fn args(self) -> Vec<Self> {
        let count = call!(self, LLVMGetNumArgOperands(self.raw()));
        (0..count).filter_map(|i| self.operand(i)).collect()
    }

    pub(crate) fn predicate(self) -> u32 {
        call!(self, LLVMGetICmpPredicate(self.raw()))
    }

    /// The blocks that a terminator can go to.
    pub(crate) fn successors(self) -> Vec<Block<'m>> {
        let count = call!(self, LLVMGetNumSuccessors(self.raw()));
        // SAFETY: blocks live as long as their function.
        (0..count)
            .filter_map(|i| unsafe {
                Block::new(self.library, call!(self, LLVMGetSuccessor(self.raw(), i)))
            })
            .collect()
    }

    pub(crate) fn set_successor(self, index: u32, block: Block<'m>) {
        call!(self, LLVMSetSuccessor(self.raw(), index, block.raw()));
    }

    /// Adds a value for a predecessor to a phi.
    pub(crate) fn add_incoming(self, value: Self, block: Block<'m>) {
        call!(
            self,
            LLVMAddIncoming(self.raw(), &mut value.raw(), &mut block.raw(), 1)
        );
    }

    /// The values of a phi with the blocks that they come from.
    pub(crate) fn incoming(self) -> Vec<(Self, Block<'m>)> {
        let count = call!(self, LLVMCountIncoming(self.raw()));
        (0..count)
            .filter_map(|i| {
                let value = self.wrap(call!(self, LLVMGetIncomingValue(self.raw(), i)))?;
                // SAFETY: blocks live as long as their function.
                let block = unsafe {
                    Block::new(
                        self.library,
                        call!(self, LLVMGetIncomingBlock(self.raw(), i)),
                    )
                }?;
                Some((value, block))
            })
            .collect()
    }

    pub(crate) fn allocated_type(self) -> Ty<'m> {
        // SAFETY: types live as long as their context.
        unsafe { Ty::new(self.library, call!(self, LLVMGetAllocatedType(self.raw()))) }
            .expect("an alloca has a type")
    }

    /// The type that the indices of a `getelementptr` walk through.
    pub(crate) fn gep_source_type(self) -> Ty<'m> {
        // SAFETY: types live as long as their context.
        unsafe {
            Ty::new(
                self.library,
                call!(self, LLVMGetGEPSourceElementType(self.raw())),
            )
        }
        .expect("a gep has a type")
    }

    /// The indices of an `extractvalue` or `insertvalue`.
    pub(crate) fn indices(self) -> Vec<u32> {
        let count = call!(self, LLVMGetNumIndices(self.raw()));
        let first = call!(self, LLVMGetIndices(self.raw()));
        // SAFETY: LLVM returns `count` numbers that live as long as the instruction.
        unsafe { bytes(first, count as usize) }.to_vec()
    }

    pub(crate) fn is_volatile(self) -> bool {
        call!(self, LLVMGetVolatile(self.raw())) != 0
    }

    /// Says whether a call promises that what it calls does not touch the stack of the caller (`tail`).
    pub(crate) fn set_tail_call(self, tail: bool) {
        call!(self, LLVMSetTailCall(self.raw(), tail.into()));
    }

    pub(crate) fn set_volatile(self, on: bool) {
        call!(self, LLVMSetVolatile(self.raw(), on.into()));
    }

    /// The memory ordering of an atomic load or store, read-modify-write or fence (`LLVMAtomicOrdering`); 0 for none.
    pub(crate) fn ordering(self) -> u32 {
        call!(self, LLVMGetOrdering(self.raw()))
    }

    pub(crate) fn set_ordering(self, ordering: u32) {
        call!(self, LLVMSetOrdering(self.raw(), ordering));
    }

    /// Makes an atomic operation one that all threads see, not only its own.
    pub(crate) fn clear_single_thread(self) {
        call!(self, LLVMSetAtomicSingleThread(self.raw(), 0));
    }

    pub(crate) fn atomic_rmw_op(self) -> u32 {
        call!(self, LLVMGetAtomicRMWBinOp(self.raw()))
    }

    pub(crate) fn debug_location(self) -> Option<Metadata<'m>> {
        if !self.is_instruction() {
            return None;
        }
        // SAFETY: metadata lives as long as its context.
        unsafe {
            Metadata::new(
                self.library,
                call!(self, LLVMInstructionGetDebugLoc(self.raw())),
            )
        }
    }

    /// The debug locations of the variables' records before an instruction; none where LLVM is older than 21.
    pub(crate) fn record_locations(self) -> Vec<Metadata<'m>> {
        let Some(records) = self
            .library
            .records
            .as_ref()
            .filter(|_| self.is_instruction())
        else {
            return Vec::new();
        };
        let mut found = Vec::new();
        // SAFETY: records live as long as their instruction, and their locations as long as the context.
        unsafe {
            let mut next = (records.first)(self.raw());
            while !next.is_null() {
                found.extend(Metadata::new(self.library, (records.location)(next)));
                next = (records.next)(next);
            }
        }
        found
    }

    /// A node of the kind `name` at an instruction.
    pub(crate) fn metadata(self, module: &Module<'_>, name: &str) -> Option<Metadata<'m>> {
        let node = call!(
            self,
            LLVMGetMetadata(self.raw(), module.metadata_kind(name))
        );
        if node.is_null() {
            return None;
        }
        // SAFETY: metadata lives as long as its context.
        unsafe { Metadata::new(self.library, call!(self, LLVMValueAsMetadata(node))) }
    }

    pub(crate) fn set_metadata(self, module: &Module<'_>, name: &str, node: Metadata<'m>) {
        let node = call!(self, LLVMMetadataAsValue(module.context_raw(), node.raw()));
        call!(
            self,
            LLVMSetMetadata(self.raw(), module.metadata_kind(name), node)
        );
    }

    pub(crate) fn set_debug_location(self, location: Option<Metadata<'m>>) {
        let raw = location.map_or(std::ptr::null_mut(), Metadata::raw);
        call!(self, LLVMInstructionSetDebugLoc(self.raw(), raw));
    }
}

impl<'m> Block<'m> {
    pub(crate) fn function(self) -> Value<'m> {
        // SAFETY: functions live as long as their module.
        unsafe {
            Value::new(
                self.library,
                call!(self, LLVMGetBasicBlockParent(self.raw())),
            )
        }
        .expect("a block has a function")
    }

    pub(crate) fn instructions(self) -> Vec<Value<'m>> {
        let mut found = Vec::new();
        let mut next = self.first();
        while let Some(instruction) = next {
            found.push(instruction);
            next = instruction.next();
        }
        found
    }

    pub(crate) fn first(self) -> Option<Value<'m>> {
        // SAFETY: instructions live until they are erased.
        unsafe {
            Value::new(
                self.library,
                call!(self, LLVMGetFirstInstruction(self.raw())),
            )
        }
    }

    pub(crate) fn terminator(self) -> Option<Value<'m>> {
        // SAFETY: instructions live until they are erased.
        unsafe {
            Value::new(
                self.library,
                call!(self, LLVMGetBasicBlockTerminator(self.raw())),
            )
        }
    }

    pub(crate) fn successors(self) -> Vec<Self> {
        self.terminator().map(Value::successors).unwrap_or_default()
    }

    /// Moves a block behind another, which may be in another function.
    pub(crate) fn move_after(self, other: Self) {
        call!(self, LLVMMoveBasicBlockAfter(self.raw(), other.raw()));
    }

    /// Deletes a block with its instructions; nothing may use them any more.
    pub(crate) fn delete(self) {
        call!(self, LLVMDeleteBasicBlock(self.raw()));
    }
}
