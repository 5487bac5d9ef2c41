//! Debug records: which value a variable of the source has where.

use super::{
    ffi::{DbgRecordRef, Records, VariableRecords},
    metadata::Metadata,
    module::Module,
    value::{Value, call},
};

/// That a variable has a value at some place.
pub(crate) struct VariableRecord<'m> {
    pub(crate) value: Value<'m>,
    /// The `DILocalVariable`.
    pub(crate) variable: Metadata<'m>,
    /// The place in the source; TinyGo writes a record wherever it reads the variable.
    pub(crate) location: Option<Metadata<'m>>,
}

impl Module<'_> {
    /// All records of values of variables; none with LLVM 21, whose C API does not tell.
    pub(crate) fn variable_records(&self) -> Vec<VariableRecord<'_>> {
        match (&self.library.variable_records, &self.library.records) {
            (Some(VariableRecords::Convert(convert)), _) => {
                // SAFETY: the module is ours, and both forms say the same.
                unsafe { convert(self.raw(), 0) };
                let found = self.intrinsic_records();
                // SAFETY: as above; the values found stay.
                unsafe { convert(self.raw(), 1) };
                found
            }
            (Some(read), Some(records)) => self
                .functions()
                .into_iter()
                .flat_map(Value::instructions)
                .flat_map(|instruction| self.records_of(instruction, records, read))
                .collect(),
            _ => Vec::new(),
        }
    }

    fn intrinsic_records(&self) -> Vec<VariableRecord<'_>> {
        let Some(intrinsic) = self.function("llvm.dbg.value") else {
            return Vec::new();
        };
        let found = intrinsic.users().into_iter().filter_map(|call| {
            let [value, variable] = [call.operand(0)?, call.operand(1)?];
            if call!(self, LLVMGetMDNodeNumOperands(value.raw())) != 1 {
                return None;
            }
            let mut inner = [std::ptr::null_mut()];
            call!(self, LLVMGetMDNodeOperands(value.raw(), inner.as_mut_ptr()));
            let variable = call!(self, LLVMValueAsMetadata(variable.raw()));
            // SAFETY: null, or owned by the module or its context.
            unsafe {
                Some(VariableRecord {
                    value: Value::new(self.library, inner[0])?,
                    variable: Metadata::new(self.library, variable)?,
                    location: call.debug_location(),
                })
            }
        });
        found.collect()
    }

    fn records_of(
        &self,
        instruction: Value<'_>,
        records: &Records,
        read: &VariableRecords,
    ) -> Vec<VariableRecord<'_>> {
        let mut found = Vec::new();
        // SAFETY: records live as long as their instruction.
        unsafe {
            let mut next = (records.first)(instruction.raw());
            while !next.is_null() {
                found.extend(self.read(next, records, read));
                next = (records.next)(next);
            }
        }
        found
    }

    /// # Safety
    /// `record` must be one of this module's.
    unsafe fn read(
        &self,
        record: DbgRecordRef,
        records: &Records,
        read: &VariableRecords,
    ) -> Option<VariableRecord<'_>> {
        const VALUE: u32 = 2; // LLVMDbgRecordValue
        let VariableRecords::Read {
            kind,
            value,
            variable,
        } = read
        else {
            return None;
        };
        // SAFETY: the caller vouches for the record; what it names is the module's or its context's.
        unsafe {
            if kind(record) != VALUE {
                return None;
            }
            Some(VariableRecord {
                value: Value::new(self.library, value(record, 0))?,
                variable: Metadata::new(self.library, variable(record))?,
                location: Metadata::new(self.library, (records.location)(record)),
            })
        }
    }
}
