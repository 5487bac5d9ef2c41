//! Messages in the words of the code that they are about: with the Go package for BPF ([`LIBRARY`]), `bpfMapLookupElem` is
//! `Lookup`, and a map is declared with its type.

use std::collections::BTreeSet;

use super::shape_debug_info::go_types;
use crate::{
    Diagnostic,
    helpers::{self, Helper},
    llvm::{Module, Tag, Value, slot},
    names::{LIBRARY, local_name, package},
    types::debug_info::underlying,
};

/// What is said otherwise where the package is used.
const PHRASES: &[(&str, &str)] = &[
    (
        "declare a BPF map (`var seen = bpfMapDef{…}`), and use the helpers bpf_map_lookup_elem, bpf_map_update_elem and bpf_map_delete_elem",
        "declare a BPF map, `var seen = bpf.HashMap[K, V]{MaxEntries: 1024}`, and use its methods `Lookup`, `Update` and `Delete`; `bpf.ForEach` goes through it",
    ),
    (
        "`var counters = bpfMapDef{…}`",
        "`var counters = bpf.HashMap[K, V]{MaxEntries: 1024}`",
    ),
    (
        "the helpers bpf_spin_lock and bpf_spin_unlock",
        "`bpf.SpinLock` in a map's value",
    ),
    (
        "a map is a package variable of a struct type with the name `bpfMapDef`, an alias of it, or a struct with nothing else in it",
        "a map is a package variable of its own, as in `var counters = bpf.HashMap[K, V]{MaxEntries: 1024}`; hand it on by its address, `&counters`",
    ),
    (
        "pass the address of a map, which is a package variable: `unsafe.Pointer(&name)`",
        "a map is a package variable of its own, as in `var counters = bpf.HashMap[K, V]{MaxEntries: 1024}`; hand it on by its address, `&counters`",
    ),
    (
        "hand its address to a helper, as in `bpfMapLookupElem(unsafe.Pointer(&m), unsafe.Pointer(&key))`",
        "call its methods, as in `m.Lookup(&key)`, and hand it on by its address, `&m`",
    ),
    (
        "make ValueSize of the map the size of the value's type, or the other way round",
        "give the map the type of the value, or the value that of the map",
    ),
    (
        "`func name(ctx unsafe.Pointer) int32`",
        "`func name(ctx *bpf.XdpMd) bpf.XdpAction` for section `xdp`",
    ),
    ("the helper bpf_", "bpf_"),
    ("the helpers bpf_", "bpf_"),
];

/// The package's methods and functions that have other names than the kernel's helpers.
const METHODS: &[(&str, &str)] = &[
    ("bpf_map_lookup_elem", "Lookup"),
    ("bpf_map_lookup_percpu_elem", "LookupCPU"),
    ("bpf_map_update_elem", "Update"),
    ("bpf_map_delete_elem", "Delete"),
    ("bpf_map_push_elem", "Push"),
    ("bpf_map_pop_elem", "Pop"),
    ("bpf_map_peek_elem", "Peek"),
    ("bpf_for_each_map_elem", "bpf.ForEach"),
    ("bpf_user_ringbuf_drain", "bpf.Drain"),
    ("bpf_perf_event_output", "bpf.PerfOutput"),
    ("bpf_trace_printk", "bpf.Printk"),
    ("bpf_trace_vprintk", "bpf.Printk"),
    ("bpf_ringbuf_reserve", "Reserve"),
    ("bpf_ringbuf_submit", "Submit"),
    ("bpf_ringbuf_discard", "Discard"),
    ("bpf_ringbuf_output", "Output"),
    ("bpf_ringbuf_query", "Query"),
    ("bpf_ringbuf_reserve_dynptr", "ReserveDynptr"),
    ("bpf_ringbuf_submit_dynptr", "SubmitDynptr"),
    ("bpf_ringbuf_discard_dynptr", "DiscardDynptr"),
    ("bpf_spin_lock", "Lock"),
    ("bpf_spin_unlock", "Unlock"),
    ("bpf_timer_init", "InitTimer"),
    ("bpf_timer_set_callback", "SetTimerCallback"),
    ("bpf_timer_start", "Start"),
    ("bpf_timer_cancel", "Cancel"),
    ("bpf_tail_call", "TailCall"),
    ("bpf_redirect_map", "Redirect"),
];

/// How code names maps and helpers.
#[derive(Default)]
pub(crate) struct Wording {
    library: bool,
    /// The helpers that the code declares itself.
    declared: BTreeSet<&'static str>,
}

impl Wording {
    /// Wants the functions as Go has them.
    pub(super) fn of(module: &Module<'_>) -> Self {
        let mut found = Self::default();
        for function in module.functions() {
            let name = function.name();
            // Of a package that lends nothing but types, no function is left.
            found.library = found.library || takes_library_type(module, function);
            if package(&name) == Some(LIBRARY) {
                found.library = true;
            } else {
                let helper = helpers::by_go_name(local_name(&name));
                found.declared.extend(helper.map(|helper| helper.name));
            }
        }
        found
    }

    /// Words a finding as the code is written.
    pub(crate) fn apply(&self, finding: &mut Diagnostic) {
        if !self.library {
            return;
        }
        finding.message = self.reword(&finding.message);
        for help in &mut finding.help {
            *help = self.reword(help);
        }
    }

    fn reword(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (bare, library) in PHRASES {
            text = text.replace(bare, library);
        }
        let mut done = String::new();
        while let Some(start) = text.find("bpf") {
            let word = &text[start..];
            let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
            let end = start + word.find(|c| !is_name(c)).unwrap_or(word.len());
            let starts = !text[..start].ends_with(is_name);
            let name = starts.then(|| self.name(&text[start..end])).flatten();
            done.push_str(&text[..start]);
            match name {
                Some(name) if done.ends_with('`') => {
                    // A method is no helper.
                    if !name.starts_with("bpf.") && done.ends_with("helper `") {
                        done.truncate(done.len() - "helper `".len());
                        done.push('`');
                    }
                    done.push_str(&name);
                }
                Some(name) => done.extend(["`", &name, "`"]),
                None => done.push_str(&text[start..end]),
            }
            text.drain(..end);
        }
        done + &text
    }

    /// What the package calls a helper; nothing for one that the code has declared, and for other words.
    fn name(&self, word: &str) -> Option<String> {
        let helper: &Helper = match word.strip_prefix("bpf_") {
            // The type of a field has that name, too.
            Some("spin_lock") => return None,
            Some(_) => helpers::by_name(word)?,
            None => helpers::by_go_name(word)?,
        };
        if self.declared.contains(helper.name) {
            return None;
        }
        let method = METHODS.iter().find(|(name, _)| *name == helper.name);
        Some(match method {
            Some((_, method)) => (*method).to_owned(),
            None => format!("bpf.{}", &helper.go_name()["bpf".len()..]),
        })
    }
}

/// Whether a parameter is the address of something whose type the package has.
fn takes_library_type(module: &Module<'_>, function: Value<'_>) -> bool {
    let types = function.subprogram().map(|info| go_types(module, info));
    let mut types = types.unwrap_or_default().into_iter().flatten();
    types.any(|ty| {
        let target = underlying(module, ty).filter(|ty| ty.tag() == Tag::Pointer);
        let target = target.and_then(|ty| ty.operand(module, slot::BASE));
        target.is_some_and(|ty| package(&ty.type_name()) == Some(LIBRARY))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reword(declared: &[&'static str], text: &str) -> String {
        let wording = Wording {
            library: true,
            declared: declared.iter().copied().collect(),
        };
        wording.reword(text)
    }

    #[test]
    fn helpers_have_the_names_that_the_package_gives_them() {
        for (text, expected) in [
            (
                "helper `bpfMapLookupElem` is given a local variable",
                "`Lookup` is given a local variable",
            ),
            (
                "call `bpfRingbufSubmit` or `bpfRingbufDiscard` on every way",
                "call `Submit` or `Discard` on every way",
            ),
            (
                "for time stamps use the helper bpf_ktime_get_ns; a program cannot wait",
                "for time stamps use `bpf.KtimeGetNs`; a program cannot wait",
            ),
            (
                "`lock` is a bpf_spin_lock, of `bpfCoreTaskStruct`",
                "`lock` is a bpf_spin_lock, of `bpfCoreTaskStruct`",
            ),
        ] {
            assert_eq!(reword(&[], text), expected);
        }
    }

    #[test]
    fn what_the_code_declares_keeps_its_name() {
        let text = "`bpfKtimeGetNs` is called, as is `bpfGetPrandomU32`";
        let expected = "`bpfKtimeGetNs` is called, as is `bpf.GetPrandomU32`";
        assert_eq!(reword(&["bpf_ktime_get_ns"], text), expected);
    }

    #[test]
    fn names_are_those_of_helpers() {
        for (name, _) in METHODS {
            assert!(helpers::by_name(name).is_some(), "{name}");
        }
    }
}
