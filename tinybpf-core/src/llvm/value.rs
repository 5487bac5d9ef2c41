//! Values, blocks and types.

use std::{
    ffi::{CStr, CString},
    ptr::NonNull,
};

use super::{
    context::take_message,
    ffi::{LLVMBlock, LLVMType, LLVMValue, TypeRef, UseRef, ValueRef},
    library::Library,
    metadata::Metadata,
};

/// Defines a copyable reference to an LLVM object that a module (or its context) owns.
macro_rules! reference {
    ($(#[$doc:meta])* $name:ident, $raw:ty) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub(crate) struct $name<'m> {
            pub(super) library: &'static Library,
            pub(super) raw: NonNull<$raw>,
            owner: std::marker::PhantomData<&'m ()>,
        }

        impl<'m> $name<'m> {
            /// # Safety
            /// `raw` must be null or an object that lives as long as `'m`.
            pub(super) unsafe fn new(library: &'static Library, raw: *mut $raw) -> Option<Self> {
                Some(Self { library, raw: NonNull::new(raw)?, owner: std::marker::PhantomData })
            }

            pub(super) fn raw(self) -> *mut $raw {
                self.raw.as_ptr()
            }
        }

        impl PartialEq for $name<'_> {
            fn eq(&self, other: &Self) -> bool {
                self.raw == other.raw
            }
        }

        impl Eq for $name<'_> {}

        impl std::hash::Hash for $name<'_> {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.raw.hash(state);
            }
        }
    };
}
pub(super) use reference;

reference!(
    /// A value: a function, global, constant, argument or instruction.
    Value,
    LLVMValue
);
reference!(
    /// A basic block.
    Block,
    LLVMBlock
);
reference!(
    /// A type.
    Ty,
    LLVMType
);

/// Calls a function of the table on behalf of `$self`.
macro_rules! call {
    ($self:expr, $name:ident($($arg:expr),* $(,)?)) => {{
        // SAFETY: references are valid for their lifetime (see the module's rules), and each caller passes values of the kind
        // that the function asks for.
        #[allow(unused_unsafe, reason = "a call may stand inside another unsafe block")]
        unsafe {
            ($self.library.table.$name)($($arg),*)
        }
    }};
}
pub(super) use call;

/// A string with a NUL at its end. Names with a NUL inside cannot exist in Go.
pub(super) fn c_string(text: &str) -> CString {
    CString::new(text.replace('\0', "")).expect("the NULs were removed")
}

/// What a value is (`LLVMValueKind`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Argument,
    Function,
    Alias,
    Variable,
    ConstantExpr,
    Aggregate,
    Undef,
    Zero,
    Data,
    Int,
    Null,
    Metadata,
    InlineAsm,
    Instruction,
    Poison,
    Other,
}

/// Instructions and constant expressions (`LLVMOpcode`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub(crate) enum Op {
    Ret = 1,
    Br = 2,
    Switch = 3,
    IndirectBr = 4,
    Invoke = 5,
    Unreachable = 7,
    Add = 8,
    FAdd = 9,
    Sub = 10,
    FSub = 11,
    Mul = 12,
    FMul = 13,
    UDiv = 14,
    SDiv = 15,
    FDiv = 16,
    URem = 17,
    SRem = 18,
    FRem = 19,
    Shl = 20,
    LShr = 21,
    AShr = 22,
    And = 23,
    Or = 24,
    Xor = 25,
    Alloca = 26,
    Load = 27,
    Store = 28,
    Gep = 29,
    Trunc = 30,
    ZExt = 31,
    SExt = 32,
    FpToUi = 33,
    FpToSi = 34,
    UiToFp = 35,
    SiToFp = 36,
    FpTrunc = 37,
    FpExt = 38,
    PtrToInt = 39,
    IntToPtr = 40,
    BitCast = 41,
    ICmp = 42,
    FCmp = 43,
    Phi = 44,
    Call = 45,
    Select = 46,
    ExtractValue = 53,
    InsertValue = 54,
    Fence = 55,
    CmpXchg = 56,
    AtomicRmw = 57,
    AddrSpaceCast = 60,
    FNeg = 66,
    Freeze = 68,
    /// One that this crate has no business with.
    Other = 0,
}

impl Op {
    const ALL: [Self; 54] = {
        use Op::*;
        [
            Ret,
            Br,
            Switch,
            IndirectBr,
            Invoke,
            Unreachable,
            Add,
            FAdd,
            Sub,
            FSub,
            Mul,
            FMul,
            UDiv,
            SDiv,
            FDiv,
            URem,
            SRem,
            FRem,
            Shl,
            LShr,
            AShr,
            And,
            Or,
            Xor,
            Alloca,
            Load,
            Store,
            Gep,
            Trunc,
            ZExt,
            SExt,
            FpToUi,
            FpToSi,
            UiToFp,
            SiToFp,
            FpTrunc,
            FpExt,
            PtrToInt,
            IntToPtr,
            BitCast,
            ICmp,
            FCmp,
            Phi,
            Call,
            Select,
            ExtractValue,
            InsertValue,
            Fence,
            CmpXchg,
            AtomicRmw,
            AddrSpaceCast,
            FNeg,
            Freeze,
            Other,
        ]
    };

    fn from_raw(raw: u32) -> Self {
        Self::ALL
            .into_iter()
            .find(|op| *op as u32 == raw)
            .unwrap_or(Self::Other)
    }
}

/// Integer comparisons (`LLVMIntPredicate`).
pub(crate) mod predicate {
    pub(crate) const EQ: u32 = 32;
    pub(crate) const NE: u32 = 33;
    pub(crate) const ULT: u32 = 36;
    pub(crate) const SLT: u32 = 40;
}

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

/// Who sees a global (`LLVMLinkage`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub(crate) enum Linkage {
    External = 0,
    Internal = 8,
    Private = 9,
    ExternalWeak = 12,
    /// Any other (weak, link-once, common …).
    Other = 1,
}

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

impl<'m> Value<'m> {
    fn wrap(self, raw: ValueRef) -> Option<Self> {
        // SAFETY: LLVM returned it for a value of the same module.
        unsafe { Self::new(self.library, raw) }
    }

    pub(crate) fn kind(self) -> Kind {
        match call!(self, LLVMGetValueKind(self.raw())) {
            0 => Kind::Argument,
            5 => Kind::Function,
            6 => Kind::Alias,
            8 => Kind::Variable,
            10 => Kind::ConstantExpr,
            11..=13 => Kind::Aggregate,
            14 => Kind::Undef,
            15 => Kind::Zero,
            16 | 17 => Kind::Data,
            18 => Kind::Int,
            20 => Kind::Null,
            22 => Kind::Metadata,
            23 => Kind::InlineAsm,
            24 => Kind::Instruction,
            25 => Kind::Poison,
            _ => Kind::Other,
        }
    }

    pub(crate) fn is_instruction(self) -> bool {
        self.kind() == Kind::Instruction
    }

    pub(crate) fn is_function(self) -> bool {
        self.kind() == Kind::Function
    }

    pub(crate) fn is_constant(self) -> bool {
        call!(self, LLVMIsConstant(self.raw())) != 0
    }

    pub(crate) fn is_null(self) -> bool {
        call!(self, LLVMIsNull(self.raw())) != 0
    }

    pub(crate) fn ty(self) -> Ty<'m> {
        let raw = call!(self, LLVMTypeOf(self.raw()));
        // SAFETY: types live as long as their context.
        unsafe { Ty::new(self.library, raw) }.expect("every value has a type")
    }

    pub(crate) fn name(self) -> String {
        let mut len = 0;
        let text = call!(self, LLVMGetValueName2(self.raw(), &mut len));
        // SAFETY: LLVM returns `len` bytes that live as long as the name is not changed.
        String::from_utf8_lossy(unsafe { bytes(text.cast(), len) }).into_owned()
    }

    pub(crate) fn set_name(self, name: &str) {
        call!(
            self,
            LLVMSetValueName2(self.raw(), name.as_ptr().cast(), name.len())
        );
    }

    pub(crate) fn replace_all_uses_with(self, other: Self) {
        call!(self, LLVMReplaceAllUsesWith(self.raw(), other.raw()));
    }

    /// Everything that uses this value, each as often as it uses it.
    pub(crate) fn users(self) -> Vec<Self> {
        let mut found = Vec::new();
        let mut next: UseRef = call!(self, LLVMGetFirstUse(self.raw()));
        while !next.is_null() {
            found.extend(self.wrap(call!(self, LLVMGetUser(next))));
            next = call!(self, LLVMGetNextUse(next));
        }
        found
    }

    pub(crate) fn is_used(self) -> bool {
        !call!(self, LLVMGetFirstUse(self.raw())).is_null()
    }

    /// The operands of an instruction or constant; of a call, the callee stands last. Blocks and metadata are left out.
    pub(crate) fn operands(self) -> Vec<Self> {
        if !matches!(
            self.kind(),
            Kind::Instruction | Kind::ConstantExpr | Kind::Aggregate | Kind::Variable | Kind::Alias
        ) {
            return Vec::new();
        }
        let count = call!(self, LLVMGetNumOperands(self.raw())).max(0) as u32;
        (0..count)
            .filter_map(|i| self.wrap(call!(self, LLVMGetOperand(self.raw(), i))))
            .collect()
    }

    pub(crate) fn operand(self, index: u32) -> Option<Self> {
        let count = call!(self, LLVMGetNumOperands(self.raw())).max(0) as u32;
        (index < count)
            .then(|| call!(self, LLVMGetOperand(self.raw(), index)))
            .and_then(|raw| self.wrap(raw))
    }

    pub(crate) fn set_operand(self, index: u32, value: Self) {
        call!(self, LLVMSetOperand(self.raw(), index, value.raw()));
    }

    // Constants

    /// The value of an integer constant of at most 64 bits, zero-extended.
    pub(crate) fn as_u64(self) -> Option<u64> {
        let small = self.kind() == Kind::Int && self.ty().int_width()? <= 64;
        small.then(|| call!(self, LLVMConstIntGetZExtValue(self.raw())))
    }

    /// The element of a constant array or struct.
    pub(crate) fn element(self, index: u32) -> Option<Self> {
        let aggregate = matches!(
            self.kind(),
            Kind::Aggregate | Kind::Zero | Kind::Data | Kind::Undef | Kind::Poison
        );
        aggregate
            .then(|| call!(self, LLVMGetAggregateElement(self.raw(), index)))
            .and_then(|raw| self.wrap(raw))
    }

    // Globals

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
        self.attachment(DBG)
    }

    /// A node of the kind `name` at a global variable.
    pub(crate) fn global_metadata(
        self,
        module: &super::Module<'_>,
        name: &str,
    ) -> Option<Metadata<'m>> {
        self.attachment(module.metadata_kind(name))
    }

    pub(crate) fn set_global_metadata(
        self,
        module: &super::Module<'_>,
        name: &str,
        node: Metadata<'m>,
    ) {
        call!(
            self,
            LLVMGlobalSetMetadata(self.raw(), module.metadata_kind(name), node.raw())
        );
    }

    fn attachment(self, kind: u32) -> Option<Metadata<'m>> {
        let mut count = 0;
        let entries = call!(self, LLVMGlobalCopyAllMetadata(self.raw(), &mut count));
        let index = (0..count as u32)
            .find(|i| call!(self, LLVMValueMetadataEntriesGetKind(entries, *i)) == kind);
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

    // Functions

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

    /// Gives a function C's calling convention.
    pub(crate) fn set_c_calling_convention(self) {
        call!(self, LLVMSetFunctionCallConv(self.raw(), 0));
    }

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
    pub(crate) fn add_attr(self, module: &super::Module<'_>, at: Attr, name: &str, value: u64) {
        if let Some(attr) = self.enum_attr(module, name, value) {
            call!(self, LLVMAddAttributeAtIndex(self.raw(), at.index(), attr));
        }
    }

    /// Adds an attribute to a call; one that this LLVM does not know is left out.
    pub(crate) fn add_call_attr(
        self,
        module: &super::Module<'_>,
        at: Attr,
        name: &str,
        value: u64,
    ) {
        if let Some(attr) = self.enum_attr(module, name, value) {
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

    fn enum_attr(
        self,
        module: &super::Module<'_>,
        name: &str,
        value: u64,
    ) -> Option<super::ffi::AttributeRef> {
        let kind = self.attr_kind(name);
        (kind != 0).then(|| {
            call!(
                self,
                LLVMCreateEnumAttribute(module.context_raw(), kind, value)
            )
        })
    }

    /// Adds an attribute `"key"="value"` to a function.
    pub(crate) fn add_string_attr(self, module: &super::Module<'_>, key: &str, value: &str) {
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

    // Instructions

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

/// A slice that LLVM returned as pointer and length.
///
/// # Safety
/// `first` must point to `len` initialised elements that live as long as the slice is used.
pub(super) unsafe fn bytes<'a, T>(first: *const T, len: usize) -> &'a [T] {
    if first.is_null() || len == 0 {
        return &[];
    }
    // SAFETY: as the caller promises.
    unsafe { std::slice::from_raw_parts(first, len) }
}
