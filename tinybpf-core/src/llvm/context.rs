//! A context: owner of types, constants and metadata, and collector of LLVM's diagnostics.

use std::{
    cell::RefCell,
    ffi::{CStr, c_char, c_void},
    ptr::NonNull,
};

use super::{
    ffi::{DiagnosticRef, LLVMContext, Table},
    library::Library,
};

/// Severities of the C API (`LLVMDiagnosticSeverity`).
const ERROR: u32 = 0;

/// An LLVM context. Everything made in it must be dropped before it.
pub(crate) struct Context {
    pub(super) library: &'static Library,
    pub(super) raw: NonNull<LLVMContext>,
    /// Boxed, because the handler holds its address.
    log: Box<Log>,
}

struct Log {
    table: &'static Table,
    errors: RefCell<Vec<String>>,
}

impl Context {
    pub(crate) fn new(library: &'static Library) -> Self {
        let table = &library.table;
        let log = Box::new(Log {
            table,
            errors: RefCell::default(),
        });
        // SAFETY: the handler's data is the boxed log, which lives as long as the context.
        let raw = unsafe {
            let raw = (table.LLVMContextCreate)();
            (table.LLVMContextSetDiagnosticHandler)(
                raw,
                Some(handle),
                (&raw const *log).cast_mut().cast(),
            );
            NonNull::new(raw).expect("LLVMContextCreate returns a context")
        };
        Self { library, raw, log }
    }

    pub(super) fn table(&self) -> &'static Table {
        &self.library.table
    }

    pub(crate) fn library(&self) -> &'static Library {
        self.library
    }

    /// The errors that LLVM reported since the last call, and an empty log.
    pub(crate) fn take_errors(&self) -> Vec<String> {
        self.log.errors.take()
    }
}

impl Drop for Context {
    fn drop(&mut self) {
        // SAFETY: modules borrow the context, so none is left.
        unsafe { (self.table().LLVMContextDispose)(self.raw.as_ptr()) }
    }
}

unsafe extern "C" fn handle(diagnostic: DiagnosticRef, log: *mut c_void) {
    // SAFETY: `log` is the address that `Context::new` gave, whose box the context still holds.
    let log = unsafe { &*log.cast::<Log>() };
    // SAFETY: LLVM passes a valid diagnostic.
    unsafe {
        if (log.table.LLVMGetDiagInfoSeverity)(diagnostic) == ERROR {
            let text = take_message(
                log.table,
                (log.table.LLVMGetDiagInfoDescription)(diagnostic),
            );
            log.errors.borrow_mut().push(text);
        }
    }
}

/// Copies a message that LLVM allocated, and frees it.
///
/// # Safety
/// `message` must be a NUL-terminated string from LLVM that the caller owns, or null.
pub(super) unsafe fn take_message(table: &Table, message: *mut c_char) -> String {
    if message.is_null() {
        return String::new();
    }
    // SAFETY: as the caller promises.
    unsafe {
        let text = CStr::from_ptr(message).to_string_lossy().into_owned();
        (table.LLVMDisposeMessage)(message);
        text
    }
}
