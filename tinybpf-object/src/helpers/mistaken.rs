//! Names that people take for helpers.

use super::normalise;
use crate::kfuncs;

/// Why `name` (in either spelling) is no helper, and what to write instead, where it is a name that people expect.
#[must_use]
pub fn not_a_helper(name: &str) -> Option<(String, String)> {
    let normal = normalise(name);
    let mut mistaken = MISTAKEN.iter();
    if let Some((name, what, help)) = mistaken.find(|(known, ..)| normalise(known) == normal) {
        return Some((format!("{name} is {what}"), (*help).to_owned()));
    }
    let mut kfuncs = kfuncs::all().iter();
    let kfunc = kfuncs.find(|kfunc| normalise(kfunc.name) == normal)?.name;
    let go_name = kfuncs::go_name(kfunc);
    Some((
        format!("{kfunc} is a kfunc, not a helper"),
        format!("declare it as `{go_name}`"),
    ))
}

const COMMAND: &str = "a command of the bpf system call, for user space only";
const MACRO: &str = "a macro of libbpf";
const AROUND_HELPER: &str = "a macro of libbpf around a helper";

/// The names in C, what they are, and what to write instead.
const MISTAKEN: &[(&str, &str, &str)] = &[
    (
        "bpf_map_lookup_and_delete_elem",
        COMMAND,
        "call bpfMapLookupElem, copy the value, then bpfMapDeleteElem; on a queue or stack call bpfMapPopElem",
    ),
    (
        "bpf_map_get_next_key",
        COMMAND,
        "to visit all elements call bpfForEachMapElem with a callback",
    ),
    (
        "bpf_printk",
        AROUND_HELPER,
        "call bpfTracePrintk with the format's address, its length with the closing zero byte, and up to three values",
    ),
    (
        "bpf_core_read",
        MACRO,
        "declare the kernel struct as a bpfCore… struct and read its field, or call bpfProbeReadKernel",
    ),
    (
        "bpf_core_read_str",
        MACRO,
        "take the address of the field of a bpfCore… struct and call bpfProbeReadKernelStr",
    ),
    ("bpf_htons", MACRO, SWAP16),
    ("bpf_ntohs", MACRO, SWAP16),
    ("bpf_htonl", MACRO, SWAP32),
    ("bpf_ntohl", MACRO, SWAP32),
    ("bpf_cpu_to_be64", MACRO, SWAP64),
    ("bpf_be64_to_cpu", MACRO, SWAP64),
    (
        "bpf_tail_call_static",
        AROUND_HELPER,
        "call bpfTailCall, whose constant index gives the same instructions",
    ),
    (
        "bpf_for",
        MACRO,
        "write a Go loop with a constant bound, or call bpfLoop with a callback",
    ),
    (
        "bpf_repeat",
        MACRO,
        "write a Go loop with a constant bound, or call bpfLoop with a callback",
    ),
];

const SWAP16: &str = "call bits.ReverseBytes16 of math/bits, which becomes one instruction";
const SWAP32: &str = "call bits.ReverseBytes32 of math/bits, which becomes one instruction";
const SWAP64: &str = "call bits.ReverseBytes64 of math/bits, which becomes one instruction";
