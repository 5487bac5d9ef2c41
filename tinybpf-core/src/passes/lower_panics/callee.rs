//! What a call of a declaration is to references: a helper or a kfunc that acquires or releases.

use super::super::lower_kfuncs;
use crate::{
    helpers::{self, Acquisition, Helper, Ret},
    kfuncs::{self, Kfunc, flag},
    llvm::{Kind, Module, Op, Ty, Value},
    names::local_name,
};

/// Helpers that drop what they are given, and those that hand it on instead.
const PAIRS: [(&str, &str); 2] = [
    ("bpf_ringbuf_discard", "bpf_ringbuf_submit"),
    ("bpf_ringbuf_discard_dynptr", "bpf_ringbuf_submit_dynptr"),
];

/// A function of the kernel that a program calls.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::passes) enum Callee {
    Helper(&'static Helper),
    Kfunc(&'static Kfunc),
}

impl Callee {
    pub(in crate::passes) fn of(call: Value<'_>) -> Option<Self> {
        let callee = call.callee()?;
        // C calls helpers by number.
        if callee.op() == Op::IntToPtr {
            let number = callee.operand(0)?.as_u64()?.try_into().ok()?;
            return helpers::by_id(number).map(Self::Helper);
        }
        if !callee.is_function() || !callee.is_declaration() {
            return None;
        }
        let symbol = callee.name();
        let kfunc = lower_kfuncs::known(&symbol).map(Self::Kfunc);
        kfunc.or_else(|| helpers::by_go_name(local_name(&symbol)).map(Self::Helper))
    }

    /// The helper or kfunc of this name in the kernel.
    pub(super) fn by_name(name: &str) -> Option<Self> {
        let helper = helpers::by_name(name).map(Self::Helper);
        helper.or_else(|| kfuncs::by_name(name).map(Self::Kfunc))
    }

    pub(in crate::passes) fn name(self) -> &'static str {
        match self {
            Self::Helper(helper) => helper.name,
            Self::Kfunc(kfunc) => kfunc.name,
        }
    }

    /// The name that Go code calls it by.
    pub(in crate::passes) fn go_name(self) -> String {
        match self {
            Self::Helper(helper) => helper.go_name(),
            Self::Kfunc(kfunc) => kfuncs::go_name(kfunc.name),
        }
    }

    /// What a call acquires.
    pub(in crate::passes) fn acquires(self, call: Value<'_>) -> Option<Acquisition> {
        match self {
            Self::Helper(helper) => {
                let acquisition = helper.acquires()?;
                let map_type = call.operand(0).and_then(map_type);
                let applies = acquisition.only_for_maps.is_empty()
                    || map_type.is_some_and(|ty| acquisition.applies_to(ty));
                applies.then_some(acquisition)
            }
            Self::Kfunc(kfunc) => kfunc.acquires(),
        }
    }

    /// What a call releases: the reference, or nothing where the program leaves a state.
    pub(in crate::passes) fn releases<'m>(self, call: Value<'m>) -> Option<Option<Value<'m>>> {
        let index = match self {
            Self::Helper(helper) => Some(helper.releases()?),
            Self::Kfunc(kfunc) => kfunc.releases()?,
        };
        match index {
            Some(index) => Some(Some(call.operand(index as u32)?)),
            None => Some(None),
        }
    }

    /// Whether a call of it can release what was acquired so.
    pub(in crate::passes) fn can_release(self, acquisition: &Acquisition) -> bool {
        let Some(release) = acquisition.release else {
            return self.takes_objects();
        };
        let other = PAIRS.iter().find(|(discard, _)| *discard == release);
        let release = match Self::by_name(release) {
            Some(release) if release != self => release,
            _ => return true,
        };
        match release {
            Self::Helper(_) => other.is_some_and(|(_, submit)| *submit == self.name()),
            Self::Kfunc(release) => self.takes_objects() && release.has(flag::RELEASE),
        }
    }

    /// What gives back what was acquired so: the usual one first.
    pub(in crate::passes) fn releasing(acquisition: &Acquisition) -> Vec<Self> {
        let names = acquisition.release.into_iter().flat_map(|release| {
            let pair = PAIRS.iter().find(|(discard, _)| *discard == release);
            pair.map(|(_, submit)| *submit).into_iter().chain([release])
        });
        names.filter_map(Self::by_name).collect()
    }

    /// Whether it takes objects of the kernel or the program, of whichever type.
    fn takes_objects(self) -> bool {
        match self {
            Self::Helper(helper) => helper.name == "bpf_kptr_xchg",
            Self::Kfunc(kfunc) => kfunc.has(flag::RELEASE),
        }
    }

    /// How many arguments it takes, and the type of its result in a register.
    pub(super) fn shape<'m>(self, module: &'m Module<'_>) -> (usize, Ty<'m>) {
        match self {
            Self::Helper(helper) => {
                let result = match helper.ret {
                    Ret::Void => module.void_type(),
                    _ => module.int_type(64),
                };
                (helper.params.len(), result)
            }
            Self::Kfunc(kfunc) => {
                let prototype = kfunc.prototype();
                let result = lower_kfuncs::register(module, &prototype.result);
                (prototype.params.len(), result)
            }
        }
    }
}

/// The type of the map that a variable defines.
fn map_type(map: Value<'_>) -> Option<u32> {
    let definition = (map.kind() == Kind::Variable).then(|| map.initializer())??;
    definition.element(0)?.as_u64()?.try_into().ok()
}
