//! Functions.

use super::{
    metadata::Metadata,
    module::Module,
    value::{Block, Kind, Value, call},
};

impl<'m> Value<'m> {
    pub(crate) fn params(self) -> Vec<Self> {
        let count = call!(self, LLVMCountParams(self.raw()));
        (0..count)
            .filter_map(|i| self.wrap(call!(self, LLVMGetParam(self.raw(), i))))
            .collect()
    }

    /// The function of an argument, and which of its parameters it is.
    pub(crate) fn parameter(self) -> Option<(Self, u32)> {
        let is_argument = self.kind() == Kind::Argument;
        let function = is_argument
            .then(|| call!(self, LLVMGetParamParent(self.raw())))
            .and_then(|raw| self.wrap(raw))?;
        let index = function.params().into_iter().position(|p| p == self)?;
        Some((function, index as u32))
    }

    /// The blocks of a function; none for a declaration.
    pub(crate) fn blocks(self) -> Vec<Block<'m>> {
        let mut found = Vec::new();
        let mut next = call!(self, LLVMGetFirstBasicBlock(self.raw()));
        // SAFETY: blocks live as long as their function.
        while let Some(block) = unsafe { Block::new(self.library, next) } {
            found.push(block);
            next = call!(self, LLVMGetNextBasicBlock(next));
        }
        found
    }

    pub(crate) fn entry(self) -> Option<Block<'m>> {
        // SAFETY: blocks live as long as their function.
        unsafe {
            Block::new(
                self.library,
                call!(self, LLVMGetFirstBasicBlock(self.raw())),
            )
        }
    }

    /// All instructions of a function, block by block.
    pub(crate) fn instructions(self) -> Vec<Self> {
        self.blocks()
            .into_iter()
            .flat_map(Block::instructions)
            .collect()
    }

    /// Moves the body of `from`, with its debug info, into this function, which has none. The first `params` parameters of
    /// `from` are replaced by those that this function has in their places; the others must have no use.
    pub(crate) fn take_body(self, module: &Module<'_>, from: Self, params: usize) {
        let first = module.append_block(self, "");
        let mut last = first;
        for block in from.blocks() {
            block.move_after(last);
            last = block;
        }
        first.delete();
        for (old, new) in from.params().into_iter().zip(self.params()).take(params) {
            new.set_name(&old.name());
            old.replace_all_uses_with(new);
        }
        if let Some(info) = from.subprogram() {
            self.set_subprogram(info);
        }
    }

    /// Deletes a function; nothing may use it any more.
    pub(crate) fn delete_function(self) {
        call!(self, LLVMDeleteFunction(self.raw()));
    }

    /// The debug info of a function (`DISubprogram`).
    pub(crate) fn subprogram(self) -> Option<Metadata<'m>> {
        // SAFETY: metadata lives as long as its context.
        unsafe { Metadata::new(self.library, call!(self, LLVMGetSubprogram(self.raw()))) }
    }

    pub(crate) fn set_subprogram(self, info: Metadata<'m>) {
        call!(self, LLVMSetSubprogram(self.raw(), info.raw()));
    }

    pub(crate) fn is_intrinsic(self) -> bool {
        self.is_function() && call!(self, LLVMGetIntrinsicID(self.raw())) != 0
    }

    /// Gives a function or a call C's calling convention.
    pub(crate) fn set_c_calling_convention(self) {
        if self.is_function() {
            call!(self, LLVMSetFunctionCallConv(self.raw(), 0));
        } else {
            call!(self, LLVMSetInstructionCallConv(self.raw(), 0));
        }
    }
}
