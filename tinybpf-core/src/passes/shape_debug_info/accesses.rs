//! The types at accesses to kernel objects, in the debug info that becomes BTF.
//!
//! LLVM's pass for CO-RE (`BPFAbstractMemberAccess.cpp`) keeps what it made of an access in a map that all modules of a process
//! share, by the name of the type and the way to the field: a second module gets the first one's variables, and crashes.
//! The same happens to two views of one kernel type. While it runs, types have names that no other type has, in any module.

use std::{
    collections::HashSet,
    sync::atomic::{AtomicU64, Ordering},
};

use super::Shaper;
use crate::{
    llvm::{Metadata, Module, Op, Tag, Value, slot},
    passes::{Cx, is_foreign, lower_core::TYPE},
};

/// The module's list of types with names that no other has.
const RENAMED: &str = "tinybpf.renamed";

/// What stands before the number in such a name; no type of the kernel's has it.
const MARK: char = '#';

/// Gives the accesses the types that end up in BTF.
pub(super) fn shape<'m>(module: &'m Module<'m>, shaper: &mut Shaper<'m>) {
    static TYPES: AtomicU64 = AtomicU64::new(0);
    let mut renamed = HashSet::new();
    for call in calls(module) {
        let Some(ty) = call.metadata(module, TYPE) else {
            continue;
        };
        // C's types are BTF's already.
        let shaped = if is_foreign(module, call) {
            Some(ty)
        } else {
            shaper.shape_accessed(ty)
        };
        let Some(shaped) = shaped else { continue };
        let is_keyed = matches!(shaped.tag(), Tag::Struct | Tag::Union | Tag::Enumeration);
        let is_named = is_keyed && !shaped.type_name().is_empty();
        if is_named && renamed.insert(shaped) {
            let number = TYPES.fetch_add(1, Ordering::Relaxed);
            let own = format!("{}{MARK}{number}", shaped.type_name());
            shaped.set_operand(module, slot::NAME, module.md_string(&own));
            module.add_named_metadata(RENAMED, shaped);
        }
        call.set_metadata(module, TYPE, shaped);
    }
}

/// Whether there are accesses to kernel objects.
pub(crate) fn are_there(module: &Module<'_>) -> bool {
    !module.named_metadata(RENAMED).is_empty()
}

/// Gives the types their names back.
pub(crate) fn restore_names(_: &mut Cx<'_>, module: &Module<'_>) {
    // Anew each time: a type that becomes the same as another is that one from then on.
    for index in 0..module.named_metadata(RENAMED).len() {
        let ty: Metadata<'_> = module.named_metadata(RENAMED)[index];
        if let Some((name, _)) = ty.type_name().rsplit_once(MARK) {
            ty.set_operand(module, slot::NAME, module.md_string(name));
        }
    }
}

fn calls<'m>(module: &'m Module<'m>) -> impl Iterator<Item = Value<'m>> {
    let instructions = module.functions().into_iter().flat_map(Value::instructions);
    instructions.filter(|i| i.op() == Op::Call)
}
