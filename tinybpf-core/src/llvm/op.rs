//! The opcodes of instructions and the predicates of comparisons.

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

    pub(super) fn from_raw(raw: u32) -> Self {
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
    pub(crate) const UGT: u32 = 34;
    pub(crate) const UGE: u32 = 35;
    pub(crate) const ULT: u32 = 36;
    pub(crate) const ULE: u32 = 37;
    pub(crate) const SGT: u32 = 38;
    pub(crate) const SGE: u32 = 39;
    pub(crate) const SLT: u32 = 40;
    pub(crate) const SLE: u32 = 41;

    /// The comparison that says the same with its operands exchanged.
    pub(crate) fn swapped(predicate: u32) -> u32 {
        match predicate {
            UGT => ULT,
            UGE => ULE,
            ULT => UGT,
            ULE => UGE,
            SGT => SLT,
            SGE => SLE,
            SLT => SGT,
            SLE => SGE,
            same => same,
        }
    }
}
