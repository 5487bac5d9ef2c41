//! Names that people take for helpers.

use super::normalise;
use crate::kfuncs;

/// Why `name` (in either spelling) is no helper and what to write instead, where it is a name that people expect.
#[must_use]
pub fn not_a_helper(name: &str) -> Option<String> {
    let normal = normalise(name);
    if let Some((name, why)) = MISTAKEN.iter().find(|(n, _)| normalise(n) == normal) {
        return Some(format!("{name} {why}"));
    }
    let mut kfuncs = kfuncs::all().iter();
    let kfunc = kfuncs.find(|kfunc| normalise(kfunc.name) == normal)?.name;
    let go_name = kfuncs::go_name(kfunc);
    Some(format!(
        "{kfunc} is a kfunc, not a helper: declare it as `{go_name}`"
    ))
}

/// (C name, what follows it in the message).
const MISTAKEN: &[(&str, &str)] = &[
    (
        "bpf_map_lookup_and_delete_elem",
        "is a command of the bpf system call, for user space only: call bpfMapLookupElem, copy the value, then bpfMapDeleteElem; on a queue or stack call bpfMapPopElem",
    ),
    (
        "bpf_map_get_next_key",
        "is a command of the bpf system call, for user space only: to visit all elements call bpfForEachMapElem with a callback",
    ),
    (
        "bpf_printk",
        "is a macro of libbpf around a helper: call bpfTracePrintk with the format's address, its length with the closing zero byte, and up to three values",
    ),
    (
        "bpf_core_read",
        "is a macro of libbpf: declare the kernel struct as a bpfCore… struct and read its field, or call bpfProbeReadKernel",
    ),
    (
        "bpf_core_read_str",
        "is a macro of libbpf: take the address of the field of a bpfCore… struct and call bpfProbeReadKernelStr",
    ),
    ("bpf_htons", SWAP16),
    ("bpf_ntohs", SWAP16),
    ("bpf_htonl", SWAP32),
    ("bpf_ntohl", SWAP32),
    ("bpf_cpu_to_be64", SWAP64),
    ("bpf_be64_to_cpu", SWAP64),
    (
        "bpf_tail_call_static",
        "is a macro of libbpf around a helper: call bpfTailCall, whose constant index gives the same instructions",
    ),
    (
        "bpf_for",
        "is a macro of libbpf: write a Go loop with a constant bound, or call bpfLoop with a callback",
    ),
    (
        "bpf_repeat",
        "is a macro of libbpf: write a Go loop with a constant bound, or call bpfLoop with a callback",
    ),
];

const SWAP16: &str =
    "is a macro of libbpf: call bits.ReverseBytes16 of math/bits, which becomes one instruction";
const SWAP32: &str =
    "is a macro of libbpf: call bits.ReverseBytes32 of math/bits, which becomes one instruction";
const SWAP64: &str =
    "is a macro of libbpf: call bits.ReverseBytes64 of math/bits, which becomes one instruction";
