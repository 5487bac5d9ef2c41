//! The part of LLVM's C API that this crate uses: one table, resolved once per library.
//!
//! Signatures follow `llvm-c/*.h` of LLVM 19 and are the same up to 22. The opaque types are our own, because
//! the bindings crates (`llvm-sys`) follow one LLVM release each while this table serves every release from 19 on.

use std::ffi::{c_char, c_int, c_uint, c_void};

/// An opaque LLVM object behind a reference of the C API.
macro_rules! opaque {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[repr(C)]
        pub(crate) struct $name {
            _private: [u8; 0],
        }
    )*};
}

opaque!(
    LLVMContext,
    LLVMModule,
    LLVMValue,
    LLVMType,
    LLVMBlock,
    LLVMMetadata,
    LLVMUse,
    LLVMBuilder,
    LLVMDIBuilder,
    LLVMBuffer,
    LLVMTarget,
    LLVMTargetMachine,
    LLVMTargetData,
    LLVMPassOptions,
    LLVMError,
    LLVMAttribute,
    LLVMDiagnostic,
    LLVMMetadataEntries,
    LLVMDbgRecord,
);

pub(crate) type ContextRef = *mut LLVMContext;
pub(crate) type ModuleRef = *mut LLVMModule;
pub(crate) type ValueRef = *mut LLVMValue;
pub(crate) type TypeRef = *mut LLVMType;
pub(crate) type BlockRef = *mut LLVMBlock;
pub(crate) type MetadataRef = *mut LLVMMetadata;
pub(crate) type UseRef = *mut LLVMUse;
pub(crate) type BuilderRef = *mut LLVMBuilder;
pub(crate) type DIBuilderRef = *mut LLVMDIBuilder;
pub(crate) type BufferRef = *mut LLVMBuffer;
pub(crate) type TargetRef = *mut LLVMTarget;
pub(crate) type TargetMachineRef = *mut LLVMTargetMachine;
pub(crate) type TargetDataRef = *mut LLVMTargetData;
pub(crate) type PassOptionsRef = *mut LLVMPassOptions;
pub(crate) type ErrorRef = *mut LLVMError;
pub(crate) type AttributeRef = *mut LLVMAttribute;
pub(crate) type DbgRecordRef = *mut LLVMDbgRecord;
pub(crate) type DiagnosticRef = *mut LLVMDiagnostic;
/// LLVM's C boolean: 0 is false (and, for most functions that can fail, success).
pub(crate) type Bool = c_int;
pub(crate) type DiagnosticHandler = unsafe extern "C" fn(DiagnosticRef, *mut c_void);
pub(crate) type FatalErrorHandler = unsafe extern "C" fn(*const c_char);

/// Declares the table: a field for each function, and a loader that names the first symbol that is missing.
macro_rules! table {
    ($(fn $name:ident($($arg:ty),* $(,)?) $(-> $ret:ty)?;)*) => {
        /// LLVM's C functions by their own names.
        #[allow(non_snake_case)]
        pub(crate) struct Table {
            $(pub(crate) $name: unsafe extern "C" fn($($arg),*) $(-> $ret)?,)*
        }

        impl Table {
            /// Resolves every function in `library`; the error is the name of a missing one.
            ///
            /// # Safety
            /// `library` must be a libLLVM whose C API has these signatures, and must stay loaded as long as the
            /// table is used.
            pub(super) unsafe fn resolve(library: &libloading::Library) -> Result<Self, &'static str> {
                Ok(Self {
                    // SAFETY: the caller vouches for the library; the type is the one that the C header declares.
                    $($name: *unsafe { library.get(concat!(stringify!($name), "\0").as_bytes()) }
                        .map_err(|_| stringify!($name))?,)*
                })
            }
        }
    };
}

/// Debug records: functions that LLVM has since 21, and without which positions are a little less exact.
pub(crate) struct Records {
    pub(crate) first: unsafe extern "C" fn(ValueRef) -> DbgRecordRef,
    pub(crate) next: unsafe extern "C" fn(DbgRecordRef) -> DbgRecordRef,
    pub(crate) location: unsafe extern "C" fn(DbgRecordRef) -> MetadataRef,
}

/// What debug records say of variables.
pub(crate) enum VariableRecords {
    /// Functions that LLVM has since 22.
    Read {
        kind: unsafe extern "C" fn(DbgRecordRef) -> c_uint,
        value: unsafe extern "C" fn(DbgRecordRef, c_uint) -> ValueRef,
        variable: unsafe extern "C" fn(DbgRecordRef) -> MetadataRef,
    },
    /// Up to LLVM 20, records can be calls of intrinsics instead: whether they are is set here.
    Convert(unsafe extern "C" fn(ModuleRef, Bool)),
}

impl Records {
    /// Resolves the functions, if `library` has them.
    ///
    /// # Safety
    /// As for [`Table::resolve`].
    pub(super) unsafe fn resolve(library: &libloading::Library) -> Option<Self> {
        // SAFETY: the caller vouches for the library; the types are those that the C header declares.
        unsafe {
            Some(Self {
                first: *library.get(b"LLVMGetFirstDbgRecord\0").ok()?,
                next: *library.get(b"LLVMGetNextDbgRecord\0").ok()?,
                location: *library.get(b"LLVMDbgRecordGetDebugLoc\0").ok()?,
            })
        }
    }
}

impl VariableRecords {
    /// Resolves the functions; LLVM 21 has none.
    ///
    /// # Safety
    /// As for [`Table::resolve`], and `library` must be of release `major`.
    pub(super) unsafe fn resolve(library: &libloading::Library, major: u32) -> Option<Self> {
        const LAST_INTRINSICS: u32 = 20;
        // SAFETY: the caller vouches for the library; the types are those that the C header declares.
        unsafe {
            if major <= LAST_INTRINSICS {
                return Some(Self::Convert(
                    *library.get(b"LLVMSetIsNewDbgInfoFormat\0").ok()?,
                ));
            }
            Some(Self::Read {
                kind: *library.get(b"LLVMDbgRecordGetKind\0").ok()?,
                value: *library.get(b"LLVMDbgVariableRecordGetValue\0").ok()?,
                variable: *library.get(b"LLVMDbgVariableRecordGetVariable\0").ok()?,
            })
        }
    }
}

table! {
    // Core: library, context, diagnostics
    fn LLVMInstallFatalErrorHandler(FatalErrorHandler);
    fn LLVMDisposeMessage(*mut c_char);
    fn LLVMContextCreate() -> ContextRef;
    fn LLVMContextDispose(ContextRef);
    fn LLVMContextSetDiagnosticHandler(ContextRef, Option<DiagnosticHandler>, *mut c_void);
    fn LLVMGetDiagInfoSeverity(DiagnosticRef) -> c_uint;
    fn LLVMGetDiagInfoDescription(DiagnosticRef) -> *mut c_char;

    // Modules
    fn LLVMCreateMemoryBufferWithMemoryRangeCopy(*const c_char, usize, *const c_char) -> BufferRef;
    fn LLVMDisposeMemoryBuffer(BufferRef);
    fn LLVMGetBufferStart(BufferRef) -> *const c_char;
    fn LLVMGetBufferSize(BufferRef) -> usize;
    fn LLVMParseIRInContext(ContextRef, BufferRef, *mut ModuleRef, *mut *mut c_char) -> Bool;
    fn LLVMLinkModules2(ModuleRef, ModuleRef) -> Bool;
    fn LLVMDisposeModule(ModuleRef);
    fn LLVMPrintModuleToString(ModuleRef) -> *mut c_char;
    fn LLVMVerifyModule(ModuleRef, c_uint, *mut *mut c_char) -> Bool;
    fn LLVMSetTarget(ModuleRef, *const c_char);
    fn LLVMSetDataLayout(ModuleRef, *const c_char);
    fn LLVMGetDataLayoutStr(ModuleRef) -> *const c_char;
    fn LLVMGetModuleDataLayout(ModuleRef) -> TargetDataRef;
    fn LLVMSetModuleInlineAsm2(ModuleRef, *const c_char, usize);
    fn LLVMGetFirstFunction(ModuleRef) -> ValueRef;
    fn LLVMGetNextFunction(ValueRef) -> ValueRef;
    fn LLVMGetFirstGlobal(ModuleRef) -> ValueRef;
    fn LLVMGetNextGlobal(ValueRef) -> ValueRef;
    fn LLVMGetFirstGlobalAlias(ModuleRef) -> ValueRef;
    fn LLVMGetNextGlobalAlias(ValueRef) -> ValueRef;
    fn LLVMAliasGetAliasee(ValueRef) -> ValueRef;
    fn LLVMGetNamedFunction(ModuleRef, *const c_char) -> ValueRef;
    fn LLVMGetNamedGlobal(ModuleRef, *const c_char) -> ValueRef;
    fn LLVMAddFunction(ModuleRef, *const c_char, TypeRef) -> ValueRef;
    fn LLVMAddGlobal(ModuleRef, TypeRef, *const c_char) -> ValueRef;
    fn LLVMDeleteFunction(ValueRef);
    fn LLVMDeleteGlobal(ValueRef);
    fn LLVMGetNamedMetadataNumOperands(ModuleRef, *const c_char) -> c_uint;
    fn LLVMAddNamedMetadataOperand(ModuleRef, *const c_char, ValueRef);
    fn LLVMGetNamedMetadataOperands(ModuleRef, *const c_char, *mut ValueRef);

    // Types
    fn LLVMVoidTypeInContext(ContextRef) -> TypeRef;
    fn LLVMIntTypeInContext(ContextRef, c_uint) -> TypeRef;
    fn LLVMPointerTypeInContext(ContextRef, c_uint) -> TypeRef;
    fn LLVMArrayType2(TypeRef, u64) -> TypeRef;
    fn LLVMStructTypeInContext(ContextRef, *mut TypeRef, c_uint, Bool) -> TypeRef;
    fn LLVMStructCreateNamed(ContextRef, *const c_char) -> TypeRef;
    fn LLVMStructSetBody(TypeRef, *mut TypeRef, c_uint, Bool);
    fn LLVMFunctionType(TypeRef, *mut TypeRef, c_uint, Bool) -> TypeRef;
    fn LLVMGetTypeKind(TypeRef) -> c_uint;
    fn LLVMGetIntTypeWidth(TypeRef) -> c_uint;
    fn LLVMGetReturnType(TypeRef) -> TypeRef;
    fn LLVMCountParamTypes(TypeRef) -> c_uint;
    fn LLVMGetParamTypes(TypeRef, *mut TypeRef);
    fn LLVMGetStructName(TypeRef) -> *const c_char;
    fn LLVMCountStructElementTypes(TypeRef) -> c_uint;
    fn LLVMStructGetTypeAtIndex(TypeRef, c_uint) -> TypeRef;
    fn LLVMGetElementType(TypeRef) -> TypeRef;
    fn LLVMGetArrayLength2(TypeRef) -> u64;
    fn LLVMPrintTypeToString(TypeRef) -> *mut c_char;
    fn LLVMTypeIsSized(TypeRef) -> Bool;
    fn LLVMABISizeOfType(TargetDataRef, TypeRef) -> u64;
    fn LLVMABIAlignmentOfType(TargetDataRef, TypeRef) -> c_uint;
    fn LLVMOffsetOfElement(TargetDataRef, TypeRef, c_uint) -> u64;

    // Values
    fn LLVMTypeOf(ValueRef) -> TypeRef;
    fn LLVMGetValueKind(ValueRef) -> c_uint;
    fn LLVMGetValueName2(ValueRef, *mut usize) -> *const c_char;
    fn LLVMSetValueName2(ValueRef, *const c_char, usize);
    fn LLVMReplaceAllUsesWith(ValueRef, ValueRef);
    fn LLVMGetFirstUse(ValueRef) -> UseRef;
    fn LLVMGetNextUse(UseRef) -> UseRef;
    fn LLVMGetUser(UseRef) -> ValueRef;
    fn LLVMGetNumOperands(ValueRef) -> c_int;
    fn LLVMGetOperand(ValueRef, c_uint) -> ValueRef;
    fn LLVMSetOperand(ValueRef, c_uint, ValueRef);

    // Constants
    fn LLVMConstInt(TypeRef, u64, Bool) -> ValueRef;
    fn LLVMConstIntGetZExtValue(ValueRef) -> u64;
    fn LLVMConstNull(TypeRef) -> ValueRef;
    fn LLVMGetPoison(TypeRef) -> ValueRef;
    fn LLVMIsConstant(ValueRef) -> Bool;
    fn LLVMIsNull(ValueRef) -> Bool;
    fn LLVMConstIntToPtr(ValueRef, TypeRef) -> ValueRef;
    fn LLVMGetInlineAsm(TypeRef, *const c_char, usize, *const c_char, usize, Bool, Bool, c_uint, Bool) -> ValueRef;
    fn LLVMConstStringInContext2(ContextRef, *const c_char, usize, Bool) -> ValueRef;
    fn LLVMConstNamedStruct(TypeRef, *mut ValueRef, c_uint) -> ValueRef;
    fn LLVMConstArray2(TypeRef, *mut ValueRef, u64) -> ValueRef;
    fn LLVMGetAggregateElement(ValueRef, c_uint) -> ValueRef;
    fn LLVMGetConstOpcode(ValueRef) -> c_uint;

    // Globals
    fn LLVMGlobalGetValueType(ValueRef) -> TypeRef;
    fn LLVMGetInitializer(ValueRef) -> ValueRef;
    fn LLVMSetInitializer(ValueRef, ValueRef);
    fn LLVMIsGlobalConstant(ValueRef) -> Bool;
    fn LLVMSetGlobalConstant(ValueRef, Bool);
    fn LLVMIsDeclaration(ValueRef) -> Bool;
    fn LLVMGetLinkage(ValueRef) -> c_uint;
    fn LLVMSetLinkage(ValueRef, c_uint);
    fn LLVMSetVisibility(ValueRef, c_uint);
    fn LLVMGetSection(ValueRef) -> *const c_char;
    fn LLVMSetSection(ValueRef, *const c_char);
    fn LLVMGetAlignment(ValueRef) -> c_uint;
    fn LLVMSetAlignment(ValueRef, c_uint);
    fn LLVMGetUnnamedAddress(ValueRef) -> c_uint;
    fn LLVMSetUnnamedAddress(ValueRef, c_uint);
    fn LLVMSetExternallyInitialized(ValueRef, Bool);
    fn LLVMSetThreadLocal(ValueRef, Bool);
    fn LLVMGlobalSetMetadata(ValueRef, c_uint, MetadataRef);
    fn LLVMGlobalEraseMetadata(ValueRef, c_uint);
    fn LLVMGlobalCopyAllMetadata(ValueRef, *mut usize) -> *mut LLVMMetadataEntries;
    fn LLVMDisposeValueMetadataEntries(*mut LLVMMetadataEntries);
    fn LLVMValueMetadataEntriesGetKind(*mut LLVMMetadataEntries, c_uint) -> c_uint;
    fn LLVMValueMetadataEntriesGetMetadata(*mut LLVMMetadataEntries, c_uint) -> MetadataRef;

    // Functions and attributes
    fn LLVMCountParams(ValueRef) -> c_uint;
    fn LLVMGetParam(ValueRef, c_uint) -> ValueRef;
    fn LLVMGetParamParent(ValueRef) -> ValueRef;
    fn LLVMGetFirstBasicBlock(ValueRef) -> BlockRef;
    fn LLVMGetNextBasicBlock(BlockRef) -> BlockRef;
    fn LLVMAppendBasicBlockInContext(ContextRef, ValueRef, *const c_char) -> BlockRef;
    fn LLVMInsertBasicBlockInContext(ContextRef, BlockRef, *const c_char) -> BlockRef;
    fn LLVMDeleteBasicBlock(BlockRef);
    fn LLVMMoveBasicBlockAfter(BlockRef, BlockRef);
    fn LLVMGetSubprogram(ValueRef) -> MetadataRef;
    fn LLVMSetSubprogram(ValueRef, MetadataRef);
    fn LLVMGetIntrinsicID(ValueRef) -> c_uint;
    fn LLVMSetFunctionCallConv(ValueRef, c_uint);
    fn LLVMSetInstructionCallConv(ValueRef, c_uint);
    fn LLVMGetEnumAttributeKindForName(*const c_char, usize) -> c_uint;
    fn LLVMCreateEnumAttribute(ContextRef, c_uint, u64) -> AttributeRef;
    fn LLVMCreateTypeAttribute(ContextRef, c_uint, TypeRef) -> AttributeRef;
    fn LLVMCreateStringAttribute(ContextRef, *const c_char, c_uint, *const c_char, c_uint) -> AttributeRef;
    fn LLVMAddAttributeAtIndex(ValueRef, c_uint, AttributeRef);
    fn LLVMGetEnumAttributeAtIndex(ValueRef, c_uint, c_uint) -> AttributeRef;
    fn LLVMGetEnumAttributeValue(AttributeRef) -> u64;
    fn LLVMRemoveEnumAttributeAtIndex(ValueRef, c_uint, c_uint);
    fn LLVMRemoveStringAttributeAtIndex(ValueRef, c_uint, *const c_char, c_uint);
    fn LLVMAddCallSiteAttribute(ValueRef, c_uint, AttributeRef);
    fn LLVMGetCallSiteEnumAttribute(ValueRef, c_uint, c_uint) -> AttributeRef;

    // Blocks and instructions
    fn LLVMGetBasicBlockParent(BlockRef) -> ValueRef;
    fn LLVMGetBasicBlockTerminator(BlockRef) -> ValueRef;
    fn LLVMGetFirstInstruction(BlockRef) -> ValueRef;
    fn LLVMGetNextInstruction(ValueRef) -> ValueRef;
    fn LLVMGetInstructionParent(ValueRef) -> BlockRef;
    fn LLVMGetInstructionOpcode(ValueRef) -> c_uint;
    fn LLVMInstructionEraseFromParent(ValueRef);
    fn LLVMInstructionRemoveFromParent(ValueRef);
    fn LLVMGetICmpPredicate(ValueRef) -> c_uint;
    fn LLVMGetCalledValue(ValueRef) -> ValueRef;
    fn LLVMGetNumArgOperands(ValueRef) -> c_uint;
    fn LLVMSetTailCall(ValueRef, Bool);
    fn LLVMGetNumSuccessors(ValueRef) -> c_uint;
    fn LLVMGetSuccessor(ValueRef, c_uint) -> BlockRef;
    fn LLVMSetSuccessor(ValueRef, c_uint, BlockRef);
    fn LLVMAddIncoming(ValueRef, *mut ValueRef, *mut BlockRef, c_uint);
    fn LLVMCountIncoming(ValueRef) -> c_uint;
    fn LLVMGetIncomingValue(ValueRef, c_uint) -> ValueRef;
    fn LLVMGetIncomingBlock(ValueRef, c_uint) -> BlockRef;
    fn LLVMGetAllocatedType(ValueRef) -> TypeRef;
    fn LLVMGetGEPSourceElementType(ValueRef) -> TypeRef;
    fn LLVMGetNumIndices(ValueRef) -> c_uint;
    fn LLVMGetIndices(ValueRef) -> *const c_uint;
    fn LLVMGetVolatile(ValueRef) -> Bool;
    fn LLVMSetVolatile(ValueRef, Bool);
    fn LLVMGetOrdering(ValueRef) -> c_uint;
    fn LLVMSetOrdering(ValueRef, c_uint);
    fn LLVMGetAtomicRMWBinOp(ValueRef) -> c_uint;
    fn LLVMSetAtomicSingleThread(ValueRef, Bool);

    // Building
    fn LLVMCreateBuilderInContext(ContextRef) -> BuilderRef;
    fn LLVMDisposeBuilder(BuilderRef);
    fn LLVMPositionBuilderBefore(BuilderRef, ValueRef);
    fn LLVMPositionBuilderAtEnd(BuilderRef, BlockRef);
    fn LLVMInsertIntoBuilder(BuilderRef, ValueRef);
    fn LLVMGetInsertBlock(BuilderRef) -> BlockRef;
    fn LLVMSetCurrentDebugLocation2(BuilderRef, MetadataRef);
    fn LLVMBuildCall2(BuilderRef, TypeRef, ValueRef, *mut ValueRef, c_uint, *const c_char) -> ValueRef;
    fn LLVMBuildBr(BuilderRef, BlockRef) -> ValueRef;
    fn LLVMBuildCondBr(BuilderRef, ValueRef, BlockRef, BlockRef) -> ValueRef;
    fn LLVMBuildRet(BuilderRef, ValueRef) -> ValueRef;
    fn LLVMBuildRetVoid(BuilderRef) -> ValueRef;
    fn LLVMBuildUnreachable(BuilderRef) -> ValueRef;
    fn LLVMBuildAlloca(BuilderRef, TypeRef, *const c_char) -> ValueRef;
    fn LLVMBuildLoad2(BuilderRef, TypeRef, ValueRef, *const c_char) -> ValueRef;
    fn LLVMBuildStore(BuilderRef, ValueRef, ValueRef) -> ValueRef;
    fn LLVMBuildInBoundsGEP2(BuilderRef, TypeRef, ValueRef, *mut ValueRef, c_uint, *const c_char) -> ValueRef;
    fn LLVMBuildICmp(BuilderRef, c_uint, ValueRef, ValueRef, *const c_char) -> ValueRef;
    fn LLVMBuildBinOp(BuilderRef, c_uint, ValueRef, ValueRef, *const c_char) -> ValueRef;
    fn LLVMBuildCast(BuilderRef, c_uint, ValueRef, TypeRef, *const c_char) -> ValueRef;
    fn LLVMBuildSelect(BuilderRef, ValueRef, ValueRef, ValueRef, *const c_char) -> ValueRef;
    fn LLVMBuildPhi(BuilderRef, TypeRef, *const c_char) -> ValueRef;
    fn LLVMBuildExtractValue(BuilderRef, ValueRef, c_uint, *const c_char) -> ValueRef;
    fn LLVMBuildInsertValue(BuilderRef, ValueRef, ValueRef, c_uint, *const c_char) -> ValueRef;
    fn LLVMBuildMemSet(BuilderRef, ValueRef, ValueRef, ValueRef, c_uint) -> ValueRef;
    fn LLVMBuildMemCpy(BuilderRef, ValueRef, c_uint, ValueRef, c_uint, ValueRef) -> ValueRef;
    fn LLVMBuildAtomicRMW(BuilderRef, c_uint, ValueRef, ValueRef, c_uint, Bool) -> ValueRef;

    // Debug info and metadata
    fn LLVMGetMDKindIDInContext(ContextRef, *const c_char, c_uint) -> c_uint;
    fn LLVMMDStringInContext2(ContextRef, *const c_char, usize) -> MetadataRef;
    fn LLVMMDNodeInContext2(ContextRef, *mut MetadataRef, usize) -> MetadataRef;
    fn LLVMGetMDString(ValueRef, *mut c_uint) -> *const c_char;
    fn LLVMMetadataAsValue(ContextRef, MetadataRef) -> ValueRef;
    fn LLVMValueAsMetadata(ValueRef) -> MetadataRef;
    fn LLVMGetMDNodeNumOperands(ValueRef) -> c_uint;
    fn LLVMGetMDNodeOperands(ValueRef, *mut ValueRef);
    fn LLVMReplaceMDNodeOperandWith(ValueRef, c_uint, MetadataRef);
    fn LLVMGetMetadataKind(MetadataRef) -> c_uint;
    fn LLVMGetDINodeTag(MetadataRef) -> u16;
    fn LLVMDITypeGetName(MetadataRef, *mut usize) -> *const c_char;
    fn LLVMDITypeGetSizeInBits(MetadataRef) -> u64;
    fn LLVMDITypeGetOffsetInBits(MetadataRef) -> u64;
    fn LLVMDITypeGetAlignInBits(MetadataRef) -> u32;
    fn LLVMDIVariableGetLine(MetadataRef) -> c_uint;
    fn LLVMDIVariableGetFile(MetadataRef) -> MetadataRef;
    fn LLVMDIGlobalVariableExpressionGetVariable(MetadataRef) -> MetadataRef;
    fn LLVMDISubprogramGetLine(MetadataRef) -> c_uint;
    fn LLVMDIScopeGetFile(MetadataRef) -> MetadataRef;
    fn LLVMDIFileGetFilename(MetadataRef, *mut c_uint) -> *const c_char;
    fn LLVMDIFileGetDirectory(MetadataRef, *mut c_uint) -> *const c_char;
    fn LLVMInstructionGetDebugLoc(ValueRef) -> MetadataRef;
    fn LLVMInstructionSetDebugLoc(ValueRef, MetadataRef);
    fn LLVMDILocationGetLine(MetadataRef) -> c_uint;
    fn LLVMDILocationGetColumn(MetadataRef) -> c_uint;
    fn LLVMDILocationGetScope(MetadataRef) -> MetadataRef;
    fn LLVMDILocationGetInlinedAt(MetadataRef) -> MetadataRef;
    fn LLVMDIBuilderCreateDebugLocation(ContextRef, c_uint, c_uint, MetadataRef, MetadataRef) -> MetadataRef;
    fn LLVMSetMetadata(ValueRef, c_uint, ValueRef);
    fn LLVMGetMetadata(ValueRef, c_uint) -> ValueRef;
    fn LLVMCreateDIBuilder(ModuleRef) -> DIBuilderRef;
    fn LLVMDisposeDIBuilder(DIBuilderRef);
    fn LLVMDIBuilderFinalize(DIBuilderRef);
    fn LLVMDIBuilderCreateFile(DIBuilderRef, *const c_char, usize, *const c_char, usize) -> MetadataRef;
    fn LLVMDIBuilderCreateBasicType(DIBuilderRef, *const c_char, usize, u64, c_uint, c_uint) -> MetadataRef;
    fn LLVMDIBuilderCreatePointerType(DIBuilderRef, MetadataRef, u64, u32, c_uint, *const c_char, usize) -> MetadataRef;
    fn LLVMDIBuilderCreateArrayType(DIBuilderRef, u64, u32, MetadataRef, *mut MetadataRef, c_uint) -> MetadataRef;
    fn LLVMDIBuilderGetOrCreateSubrange(DIBuilderRef, i64, i64) -> MetadataRef;
    fn LLVMDIBuilderCreateSubroutineType(DIBuilderRef, MetadataRef, *mut MetadataRef, c_uint, c_uint) -> MetadataRef;
    fn LLVMDIBuilderCreateTypedef(
        DIBuilderRef, MetadataRef, *const c_char, usize, MetadataRef, c_uint, MetadataRef, u32,
    ) -> MetadataRef;
    fn LLVMDIBuilderCreateParameterVariable(
        DIBuilderRef, MetadataRef, *const c_char, usize, c_uint, MetadataRef, c_uint, MetadataRef, Bool, c_uint,
    ) -> MetadataRef;
    fn LLVMDIBuilderCreateLexicalBlock(DIBuilderRef, MetadataRef, MetadataRef, c_uint, c_uint) -> MetadataRef;
    fn LLVMDIBuilderCreateMemberType(
        DIBuilderRef, MetadataRef, *const c_char, usize, MetadataRef, c_uint, u64, u32, u64, c_uint, MetadataRef,
    ) -> MetadataRef;
    fn LLVMDIBuilderCreateStructType(
        DIBuilderRef, MetadataRef, *const c_char, usize, MetadataRef, c_uint, u64, u32, c_uint, MetadataRef,
        *mut MetadataRef, c_uint, c_uint, MetadataRef, *const c_char, usize,
    ) -> MetadataRef;
    fn LLVMDIBuilderCreateUnionType(
        DIBuilderRef, MetadataRef, *const c_char, usize, MetadataRef, c_uint, u64, u32, c_uint, *mut MetadataRef,
        c_uint, c_uint, *const c_char, usize,
    ) -> MetadataRef;
    fn LLVMDIBuilderCreateEnumerationType(
        DIBuilderRef, MetadataRef, *const c_char, usize, MetadataRef, c_uint, u64, u32, *mut MetadataRef, c_uint,
        MetadataRef,
    ) -> MetadataRef;
    fn LLVMDIBuilderCreateEnumerator(DIBuilderRef, *const c_char, usize, i64, Bool) -> MetadataRef;
    fn LLVMDIBuilderCreateQualifiedType(DIBuilderRef, c_uint, MetadataRef) -> MetadataRef;
    fn LLVMDIBuilderCreateExpression(DIBuilderRef, *mut u64, usize) -> MetadataRef;
    fn LLVMDIBuilderCreateGlobalVariableExpression(
        DIBuilderRef, MetadataRef, *const c_char, usize, *const c_char, usize, MetadataRef, c_uint, MetadataRef, Bool,
        MetadataRef, MetadataRef, u32,
    ) -> MetadataRef;
    fn LLVMDIBuilderCreateFunction(
        DIBuilderRef, MetadataRef, *const c_char, usize, *const c_char, usize, MetadataRef, c_uint, MetadataRef,
        Bool, Bool, c_uint, c_uint, Bool,
    ) -> MetadataRef;

    // Target, passes, emission
    fn LLVMInitializeBPFTargetInfo();
    fn LLVMInitializeBPFTarget();
    fn LLVMInitializeBPFTargetMC();
    fn LLVMInitializeBPFAsmPrinter();
    fn LLVMGetTargetFromTriple(*const c_char, *mut TargetRef, *mut *mut c_char) -> Bool;
    fn LLVMCreateTargetMachine(TargetRef, *const c_char, *const c_char, *const c_char, c_uint, c_uint, c_uint) -> TargetMachineRef;
    fn LLVMDisposeTargetMachine(TargetMachineRef);
    fn LLVMCreateTargetDataLayout(TargetMachineRef) -> TargetDataRef;
    fn LLVMCopyStringRepOfTargetData(TargetDataRef) -> *mut c_char;
    fn LLVMDisposeTargetData(TargetDataRef);
    fn LLVMTargetMachineEmitToMemoryBuffer(TargetMachineRef, ModuleRef, c_uint, *mut *mut c_char, *mut BufferRef) -> Bool;
    fn LLVMCreatePassBuilderOptions() -> PassOptionsRef;
    fn LLVMDisposePassBuilderOptions(PassOptionsRef);
    fn LLVMRunPasses(ModuleRef, *const c_char, TargetMachineRef, PassOptionsRef) -> ErrorRef;
    fn LLVMGetErrorMessage(ErrorRef) -> *mut c_char;
    fn LLVMDisposeErrorMessage(*mut c_char);
}
