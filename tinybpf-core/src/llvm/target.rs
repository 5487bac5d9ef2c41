//! The BPF target machine: LLVM's optimiser and back end.

use std::ptr::{self, NonNull};

use super::{
    context::take_message,
    ffi::{LLVMTargetMachine, TargetMachineRef},
    library::Library,
    module::Module,
    value::{bytes, c_string, call},
};

/// What the back end writes (`LLVMCodeGenFileType`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Emit {
    #[cfg(test)]
    Assembly = 0,
    Object = 1,
}

/// A target machine for BPF, disposed of when dropped.
pub(crate) struct TargetMachine {
    library: &'static Library,
    raw: NonNull<LLVMTargetMachine>,
}

impl TargetMachine {
    /// A machine for `bpfel` or `bpfeb` and a CPU version (`v1` … `v4`).
    pub(crate) fn new(library: &'static Library, triple: &str, cpu: &str) -> Result<Self, String> {
        const DEFAULT: u32 = 2; // LLVMCodeGenLevelDefault
        // As clang for BPF: position-independent code would get tables of address differences, which no loader fills.
        const STATIC: u32 = 1; // LLVMRelocStatic
        let (triple, cpu) = (c_string(triple), c_string(cpu));
        let machine = Holder { library };
        let (mut target, mut message) = (ptr::null_mut(), ptr::null_mut());
        if call!(
            machine,
            LLVMGetTargetFromTriple(triple.as_ptr(), &mut target, &mut message)
        ) != 0
        {
            // SAFETY: the message is ours.
            return Err(unsafe { take_message(&library.table, message) });
        }
        let raw = call!(
            machine,
            LLVMCreateTargetMachine(
                target,
                triple.as_ptr(),
                cpu.as_ptr(),
                c"".as_ptr(),
                DEFAULT,
                STATIC,
                0
            )
        );
        NonNull::new(raw)
            .map(|raw| Self { library, raw })
            .ok_or_else(|| "no target machine for BPF".to_owned())
    }

    fn raw(&self) -> TargetMachineRef {
        self.raw.as_ptr()
    }

    /// BPF's data layout string.
    pub(crate) fn data_layout(&self) -> String {
        let data = call!(self, LLVMCreateTargetDataLayout(self.raw()));
        let text = call!(self, LLVMCopyStringRepOfTargetData(data));
        call!(self, LLVMDisposeTargetData(data));
        // SAFETY: the message is ours.
        unsafe { take_message(&self.library.table, text) }
    }

    /// Runs a pipeline in `opt -passes=` syntax.
    pub(crate) fn run_passes(&self, module: &Module<'_>, passes: &str) -> Result<(), String> {
        let options = call!(self, LLVMCreatePassBuilderOptions());
        let error = call!(
            self,
            LLVMRunPasses(module.raw(), c_string(passes).as_ptr(), self.raw(), options)
        );
        call!(self, LLVMDisposePassBuilderOptions(options));
        if error.is_null() {
            return Ok(());
        }
        let message = call!(self, LLVMGetErrorMessage(error));
        // SAFETY: a NUL-terminated string that is disposed of below.
        let text = unsafe { std::ffi::CStr::from_ptr(message) }
            .to_string_lossy()
            .into_owned();
        call!(self, LLVMDisposeErrorMessage(message));
        Err(text)
    }

    /// Runs the back end.
    pub(crate) fn emit(&self, module: &Module<'_>, what: Emit) -> Result<Vec<u8>, String> {
        let (mut buffer, mut message) = (ptr::null_mut(), ptr::null_mut());
        if call!(
            self,
            LLVMTargetMachineEmitToMemoryBuffer(
                self.raw(),
                module.raw(),
                what as u32,
                &mut message,
                &mut buffer
            )
        ) != 0
        {
            // SAFETY: the message is ours.
            return Err(unsafe { take_message(&self.library.table, message) });
        }
        let (start, len) = (
            call!(self, LLVMGetBufferStart(buffer)),
            call!(self, LLVMGetBufferSize(buffer)),
        );
        // SAFETY: the buffer holds so many bytes until it is disposed of.
        let data = unsafe { bytes(start.cast::<u8>(), len) }.to_vec();
        call!(self, LLVMDisposeMemoryBuffer(buffer));
        Ok(data)
    }
}

impl Drop for TargetMachine {
    fn drop(&mut self) {
        call!(self, LLVMDisposeTargetMachine(self.raw()));
    }
}

struct Holder {
    library: &'static Library,
}
