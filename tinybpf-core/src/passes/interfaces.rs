//! Values of any type, as TinyGo passes them: a slice of pairs of a type's description and a word, which is the value if that is no
//! larger, or the address of a copy.

use std::collections::HashSet;

use super::lower_allocations::is_allocation;
use crate::llvm::{Kind, Op, Value};

/// How TinyGo calls its descriptions of types, before the type.
const TYPE: &str = "reflect/types.type:";

/// The pairs in a slice that the caller of a variadic function makes, by its address and length; `None` for another slice.
pub(super) fn elements(data: Value<'_>, count: u64) -> Option<Vec<Value<'_>>> {
    if count == 0 {
        return Some(Vec::new());
    }
    let array = array(data)?;
    let mut found = vec![None; usize::try_from(count).ok()?];
    for step in array.users() {
        let index = step.operand(2).filter(|_| step.op() == Op::Gep)?.as_u64()?;
        for user in step.users() {
            let is_stored = user.op() == Op::Store && user.operand(1) == Some(step);
            if is_stored {
                *found.get_mut(usize::try_from(index).ok()?)? = user.operand(0);
            } else if user.op() == Op::Store {
                return None;
            }
        }
    }
    found.into_iter().collect()
}

/// The array that a slice begins with.
pub(super) fn array(data: Value<'_>) -> Option<Value<'_>> {
    let array = match data.op() {
        Op::Gep => data.operand(0)?,
        _ => data,
    };
    is_allocation(array).then_some(array)
}

/// A type, by the variable that describes it.
#[derive(Clone, Copy)]
pub(super) struct GoType<'m>(Value<'m>);

impl<'m> GoType<'m> {
    /// What an address describes; that of a type with methods lies inside of the variable.
    pub(super) fn at(mut address: Value<'m>) -> Option<Self> {
        while address.kind() == Kind::ConstantExpr {
            address = address.operand(0)?;
        }
        let is_type = address.kind() == Kind::Variable && address.name().starts_with(TYPE);
        is_type.then_some(Self(address))
    }

    /// The name, as TinyGo writes it: `basic:int32`, `pointer:array:8:basic:uint8`, `named:main.Flow`.
    pub(super) fn name(self) -> String {
        self.0.name()[TYPE.len()..].to_owned()
    }

    /// The type that the description refers to, but for the pointer to its own: what a named type is, what a pointer leads to, of what an
    /// array is.
    pub(super) fn inner(self) -> Option<Self> {
        let own = format!("pointer:{}", self.name());
        let mut open = vec![self.0.initializer_of_variable()?];
        while let Some(constant) = open.pop() {
            if constant.kind() == Kind::Aggregate {
                open.extend(constant.operands().into_iter().rev());
            } else if let Some(found) = Self::at(constant).filter(|found| found.name() != own) {
                return Some(found);
            }
        }
        None
    }

    /// What a named type is; any other type itself.
    pub(super) fn underlying(self) -> Option<Self> {
        match self.name().starts_with("named:") {
            true => self.inner()?.underlying(),
            false => Some(self),
        }
    }

    /// How many bytes an array of bytes has.
    pub(super) fn bytes(self) -> Option<u64> {
        let name = self.name();
        let (count, element) = name.strip_prefix("array:")?.split_once(':')?;
        let element = match element.starts_with("named:") {
            true => self.inner()?.underlying()?.name(),
            false => element.to_owned(),
        };
        let is_byte = matches!(element.as_str(), "basic:uint8" | "basic:int8");
        count.parse().ok().filter(|_| is_byte)
    }
}

/// Takes the arguments from a variadic call, and removes what was only made for it, but for `kept`: interfaces, their array, and its slice.
pub(super) fn remove_arguments<'m>(call: Value<'m>, kept: &HashSet<Value<'m>>) {
    let mut slice = HashSet::new();
    for (index, arg) in (0..)
        .zip(call.args())
        .filter(|(_, arg)| arg.is_instruction())
    {
        call.set_operand(index, arg.ty().poison());
        slice.insert(arg);
    }
    for part in &slice {
        prune(*part);
    }
    for part in slice {
        remove(part, kept);
    }
}

/// Removes what nothing uses any more: steps to a value, memory that is only written, and what these used.
fn remove<'m>(value: Value<'m>, kept: &HashSet<Value<'m>>) {
    let left = if kept.contains(&value) {
        return;
    } else if is_step(value) && !value.is_used() {
        let operands = value.operands();
        value.erase();
        operands
    } else if is_allocation(value) {
        forget(value)
    } else {
        return;
    };
    for value in left {
        remove(value, kept);
    }
}

/// Whether an instruction does nothing but to put values together and to take them apart.
fn is_step(value: Value<'_>) -> bool {
    matches!(
        value.op(),
        Op::Gep | Op::InsertValue | Op::ExtractValue | Op::IntToPtr
    ) && value.is_instruction()
}

/// Removes what is made of a value and not used: inlining leaves copies of slices.
fn prune(value: Value<'_>) {
    for user in value.users().into_iter().filter(|user| is_step(*user)) {
        prune(user);
        if !user.is_used() {
            user.erase();
        }
    }
}

/// Removes memory that is written and never read, and returns what was stored there.
fn forget(allocation: Value<'_>) -> Vec<Value<'_>> {
    let places = allocation.users();
    let mut stores = Vec::new();
    for place in &places {
        if place.op() != Op::Gep {
            return Vec::new();
        }
        stores.extend(place.users().into_iter().map(|store| (*place, store)));
    }
    let is_write = |(place, store): &(Value<'_>, Value<'_>)| {
        store.op() == Op::Store && store.operand(0) != Some(*place)
    };
    if !stores.iter().all(is_write) {
        return Vec::new();
    }
    let mut stored = Vec::new();
    for (_, store) in stores {
        stored.extend(store.operand(0));
        store.erase();
    }
    places.into_iter().for_each(Value::erase);
    allocation.erase();
    stored
}
