//! Constant flags that a helper does not know: the kernel loads the program, and each such call fails.

use super::{helper, known_map, place};
use crate::{
    Topic,
    helpers::Helper,
    llvm::{Module, Value},
    map,
    passes::Cx,
};

/// The flags that a helper takes.
struct Flags {
    helpers: &'static [&'static str],
    /// The bits that hold a number.
    number: u64,
    /// The others, by name.
    names: &'static [(&'static str, u64)],
}

const NONE: &[(&str, u64)] = &[];
const WAKEUP: &[(&str, u64)] = &[("BPF_RB_NO_WAKEUP", 1), ("BPF_RB_FORCE_WAKEUP", 2)];
const STACK_SKIP: u64 = 0xff;
/// `BPF_F_INDEX_MASK` and `BPF_F_CTXLEN_MASK`.
const EVENT: u64 = 0x000f_ffff_ffff_ffff;
/// `BPF_F_CPU` takes the number of the processor in the upper half.
const CPU: u64 = 1 << 3;
const ON_CPU: u64 = 0xffff_ffff << 32;

/// Sources: the checks at the start of each helper in the kernel's `kernel/bpf` (arraymap.c, hashtab.c, queue_stack_maps.c, ringbuf.c,
/// stackmap.c, helpers.c, bpf_iter.c, `bpf_*_storage.c`), `kernel/trace/bpf_trace.c` and `net/core/filter.c`; names: `linux/bpf.h`.
const KNOWN: &[Flags] = &[
    Flags {
        helpers: &["bpf_map_update_elem"],
        number: ON_CPU,
        names: &[
            ("BPF_NOEXIST", 1),
            ("BPF_EXIST", 2),
            ("BPF_F_LOCK", 4),
            ("BPF_F_CPU", CPU),
            ("BPF_F_ALL_CPUS", 16),
        ],
    },
    Flags {
        helpers: &["bpf_map_push_elem"],
        number: 0,
        names: &[("BPF_EXIST", 2)],
    },
    Flags {
        helpers: &[
            "bpf_ringbuf_reserve",
            "bpf_loop",
            "bpf_for_each_map_elem",
            "bpf_find_vma",
            "bpf_redirect_neigh",
            "bpf_redirect_peer",
            "bpf_sk_lookup_tcp",
            "bpf_sk_lookup_udp",
            "bpf_skc_lookup_tcp",
            "bpf_copy_from_user_task",
        ],
        number: 0,
        names: NONE,
    },
    Flags {
        helpers: &[
            "bpf_ringbuf_output",
            "bpf_ringbuf_submit",
            "bpf_ringbuf_discard",
            "bpf_user_ringbuf_drain",
        ],
        number: 0,
        names: WAKEUP,
    },
    Flags {
        helpers: &["bpf_perf_event_output"],
        number: EVENT,
        names: NONE,
    },
    Flags {
        helpers: &["bpf_get_stackid"],
        number: STACK_SKIP,
        names: &[
            ("BPF_F_USER_STACK", 0x100),
            ("BPF_F_FAST_STACK_CMP", 0x200),
            ("BPF_F_REUSE_STACKID", 0x400),
        ],
    },
    Flags {
        helpers: &["bpf_get_stack", "bpf_get_task_stack"],
        number: STACK_SKIP,
        names: &[("BPF_F_USER_STACK", 0x100), ("BPF_F_USER_BUILD_ID", 0x800)],
    },
    Flags {
        helpers: &["bpf_timer_start"],
        number: 0,
        names: &[("BPF_F_TIMER_ABS", 1), ("BPF_F_TIMER_CPU_PIN", 2)],
    },
    Flags {
        helpers: &[
            "bpf_sk_storage_get",
            "bpf_task_storage_get",
            "bpf_inode_storage_get",
            "bpf_cgrp_storage_get",
        ],
        number: 0,
        names: &[("BPF_LOCAL_STORAGE_GET_F_CREATE", 1)],
    },
    Flags {
        helpers: &["bpf_skb_store_bytes"],
        number: 0,
        names: &[("BPF_F_RECOMPUTE_CSUM", 1), ("BPF_F_INVALIDATE_HASH", 2)],
    },
    Flags {
        helpers: &["bpf_clone_redirect", "bpf_redirect"],
        number: 0,
        names: &[("BPF_F_INGRESS", 1)],
    },
];

/// Reports flags of a call that make it fail.
pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>, call: Value<'_>) {
    let Some(helper) = helper(call) else {
        return;
    };
    let Some(flags) = constant(helper, call) else {
        return;
    };
    let mut known = KNOWN.iter();
    let Some(known) = known.find(|known| known.helpers.contains(&helper.name)) else {
        return;
    };
    let name = helper.go_name();
    if let Some(fault) = known.fault(flags) {
        let message = format!("`{name}` fails with the flags {flags}: {fault}");
        cx.warning(Topic::HelperFlags, place(call), message)
            .help(known.help());
        return;
    }
    // `array_map_update_elem` in kernel/bpf/arraymap.c
    let map = call.args().first().copied();
    let map = map.and_then(|map| known_map(cx, module, map));
    let is_new = helper.name == "bpf_map_update_elem" && flags & 3 == 1;
    if let Some(map) = map.filter(|map| is_new && map::is_array(map.map_type)) {
        let message = format!(
            "`{name}` fails with BPF_NOEXIST (1): `{}` is an array, all of whose elements are always there",
            map.name
        );
        cx.warning(Topic::HelperFlags, place(call), message)
            .help("pass 0 (BPF_ANY)".to_owned());
    }
}

/// The flags of a call, where they are a constant.
fn constant(helper: &Helper, call: Value<'_>) -> Option<u64> {
    let mut params = helper.params.iter();
    let index = params.position(|param| param.name == "flags")?;
    call.args().get(index)?.as_u64()
}

impl Flags {
    /// What the kernel does not like about flags.
    fn fault(&self, flags: u64) -> Option<String> {
        let known = self
            .names
            .iter()
            .fold(self.number, |all, (_, bit)| all | bit);
        let unknown = flags & !known;
        if unknown != 0 {
            return Some(format!("the kernel knows no flag {unknown:#x} of it"));
        }
        if self.number == ON_CPU {
            if flags & 3 == 3 {
                return Some("BPF_NOEXIST and BPF_EXIST exclude each other".to_owned());
            }
            if flags & ON_CPU != 0 && flags & CPU == 0 {
                return Some("a processor is for BPF_F_CPU (8)".to_owned());
            }
        }
        None
    }

    fn help(&self) -> String {
        let names: Vec<_> = self
            .names
            .iter()
            .map(|(name, bit)| format!("{name} ({bit:#x})"))
            .collect();
        match names.as_slice() {
            [] if self.number == 0 => "pass 0: it has no flags".to_owned(),
            [] => "pass 0xffffffff (BPF_F_CURRENT_CPU), or the number of a processor".to_owned(),
            names => format!("pass 0 or {}", names.join(", ")),
        }
    }
}
