//! The kernel's helper functions: numbers, signatures and what the compiler may assume of them.
//!
//! Numbers and signatures are generated from the kernel's `linux/bpf.h` (`cargo xtask codegen`); behaviour that the
//! header does not tell is written by hand, with its source in the kernel, in the modules below.

mod callbacks;
mod effects;
pub mod formats;
#[rustfmt::skip]
mod generated;
mod mistaken;
mod references;

pub use callbacks::{Callback, CallbackParam, Runs, callback, callbacks};
pub use effects::{Access, Effects};
pub use mistaken::not_a_helper;
pub use references::{Acquired, Acquisition};

use crate::suggest;

/// A helper: what a BPF program calls in the kernel by number.
#[derive(Debug, PartialEq, Eq)]
pub struct Helper {
    /// The number that the call instruction carries (`BPF_FUNC_*`).
    pub id: u32,
    /// The name in C, such as `bpf_map_lookup_elem`.
    pub name: &'static str,
    /// What it returns.
    pub ret: Ret,
    /// The parameters, at most five.
    pub params: &'static [Param],
    /// Whether more arguments may follow, up to five in all (`bpf_trace_printk`).
    pub variadic: bool,
}

/// What a helper returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ret {
    /// Nothing.
    Void,
    /// An integer of `bits` bits.
    Int {
        /// Width in bits.
        bits: u8,
        /// Whether it is signed: most helpers return 0 or a negative error.
        signed: bool,
    },
    /// A pointer to the named C type; whether it can be null says [`Helper::may_return_null`].
    Pointer(&'static str),
}

/// A parameter of a helper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Param {
    /// The name in the kernel's documentation.
    pub name: &'static str,
    /// What the argument must be.
    pub kind: Kind,
}

/// What an argument must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An integer of `bits` bits.
    Int {
        /// Width in bits.
        bits: u8,
        /// Whether it is signed.
        signed: bool,
    },
    /// A pointer to the named C type.
    Pointer {
        /// The C type, `void` where the size or another rule says what it is.
        to: &'static str,
        /// False where C says `const`. Not all that is only read is `const`: see [`Helper::access`].
        mutable: bool,
    },
    /// The address of a map variable.
    Map,
    /// The program's context, unchanged.
    Context,
    /// A function of the program, which the helper calls back.
    Function,
}

/// All helpers, by number from 1.
#[must_use]
pub fn all() -> &'static [Helper] {
    generated::HELPERS
}

/// The helper of this C name (`bpf_map_lookup_elem`).
#[must_use]
pub fn by_name(name: &str) -> Option<&'static Helper> {
    all().iter().find(|helper| helper.name == name)
}

/// The helper of this number.
#[must_use]
pub fn by_id(id: u32) -> Option<&'static Helper> {
    all().get(usize::try_from(id).ok()?.checked_sub(1)?)
}

/// The helper that a Go function means, by its CamelCase name (`bpfMapLookupElem`) or the C name.
///
/// Go names carry no underscores and C names no capitals, so both are compared without either:
/// `bpfL3CsumReplace`, `bpfL3csumReplace` and `bpf_l3_csum_replace` are the same.
#[must_use]
pub fn by_go_name(name: &str) -> Option<&'static Helper> {
    // An exported `BpfKtimeGetNs` would be a function of the user's own.
    if !name.starts_with("bpf") {
        return None;
    }
    let name = normalise(name);
    all().iter().find(|helper| normalise(helper.name) == name)
}

/// Names with fewer letters are the beginnings of too many.
const SHORT: usize = "bpfmap".len();

/// The C names of helpers that an unknown name, in either spelling, is close to or the beginning of; the closest first.
#[must_use]
pub fn suggest(name: &str) -> Vec<&'static str> {
    let normal: Vec<String> = all().iter().map(|h| normalise(h.name)).collect();
    let (name, names) = (normalise(name), normal.iter().map(String::as_str));
    let mut near = suggest::closest(&name, names.clone());
    if near.is_empty() && name.len() > SHORT {
        // The end was forgotten: `bpfMapDelete`.
        near = names
            .filter(|known| known.starts_with(&name))
            .take(3)
            .collect();
    }
    near.into_iter()
        .filter_map(by_go_name)
        .map(|helper| helper.name)
        .collect()
}

impl Helper {
    /// The name in Go, such as `bpfMapLookupElem`.
    #[must_use]
    pub fn go_name(&self) -> String {
        let mut parts = self.name.split('_');
        let mut name = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let mut letters = part.chars();
            name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            name.push_str(letters.as_str());
        }
        name
    }

    /// Whether a call may give a null pointer, so that the kernel's verifier demands a nil check.
    ///
    /// Kernel: `RET_PTR_TO_*` without `_OR_NULL` in `bpf_get_local_storage_proto`, `bpf_this_cpu_ptr_proto`
    /// and `bpf_get_current_task_btf_proto`.
    #[must_use]
    pub fn may_return_null(&self) -> bool {
        matches!(self.ret, Ret::Pointer(_))
            && !matches!(
                self.name,
                "bpf_get_local_storage" | "bpf_this_cpu_ptr" | "bpf_get_current_task_btf"
            )
    }
}

/// The form in which names are compared: lower case, without underscores.
pub fn normalise(name: &str) -> String {
    name.chars()
        .filter(|c| *c != '_')
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

// What the generated table is written in.

const fn param(name: &'static str, kind: Kind) -> Param {
    Param { name, kind }
}

const fn int(bits: u8, signed: bool) -> Kind {
    Kind::Int { bits, signed }
}

const fn pointer(to: &'static str, mutable: bool) -> Kind {
    Kind::Pointer { to, mutable }
}

#[cfg(test)]
mod tests;
