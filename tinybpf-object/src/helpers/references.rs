//! References: what a helper hands to the program, and the program must give back on every path.

use super::Helper;

/// What a successful call of a helper or kfunc leaves in the program's hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Acquisition {
    /// Where the reference is.
    pub acquired: Acquired,
    /// The map types for which it acquires; empty: always.
    pub only_for_maps: &'static [u32],
    /// The helper or kfunc that gives it back: called with the reference as its first argument and 0 for all others.
    /// None where none fits every case.
    pub release: Option<&'static str>,
}

/// Where an acquired reference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acquired {
    /// The returned pointer, unless it is null.
    Result,
    /// What the argument of this index points to, whatever the call returns.
    Argument(usize),
    /// What the argument of this index points to, if the call returns 0.
    ArgumentOnSuccess(usize),
    /// Nowhere: the program is in a state that it must leave, such as holding the RCU read lock.
    State,
}

impl Helper {
    /// What a call acquires, if it does.
    ///
    /// Kernel: `is_acquire_function` and `process_spin_lock` in `kernel/bpf/verifier.c`; a dynptr of the ring buffer
    /// counts as reserved even when the reservation failed (`Documentation` of `bpf_ringbuf_reserve_dynptr`).
    #[must_use]
    pub fn acquires(&self) -> Option<Acquisition> {
        let found = ACQUIRING.iter().find(|(name, _)| *name == self.name);
        found.map(|(_, acquisition)| *acquisition)
    }

    /// The index of the argument whose reference a call gives back, if it does.
    ///
    /// Kernel: `OBJ_RELEASE` in the helpers' `bpf_func_proto`, and `process_spin_lock`. `bpf_kptr_xchg` gives its
    /// second argument to the map.
    #[must_use]
    pub fn releases(&self) -> Option<usize> {
        match self.name {
            "bpf_sk_release"
            | "bpf_ringbuf_submit"
            | "bpf_ringbuf_discard"
            | "bpf_ringbuf_submit_dynptr"
            | "bpf_ringbuf_discard_dynptr"
            | "bpf_spin_unlock" => Some(0),
            "bpf_kptr_xchg" => Some(1),
            _ => None,
        }
    }
}

impl Acquisition {
    /// Whether a call on a map of this type (`BPF_MAP_TYPE_*`) acquires.
    #[must_use]
    pub fn applies_to(&self, map_type: u32) -> bool {
        self.only_for_maps.is_empty() || self.only_for_maps.contains(&map_type)
    }
}

const SOCKET: Acquisition = Acquisition {
    acquired: Acquired::Result,
    only_for_maps: &[],
    release: Some("bpf_sk_release"),
};

const ACQUIRING: &[(&str, Acquisition)] = &[
    ("bpf_sk_lookup_tcp", SOCKET),
    ("bpf_sk_lookup_udp", SOCKET),
    ("bpf_skc_lookup_tcp", SOCKET),
    (
        "bpf_map_lookup_elem",
        Acquisition {
            only_for_maps: &[
                crate::uapi::map_type::SOCKMAP,
                crate::uapi::map_type::SOCKHASH,
            ],
            ..SOCKET
        },
    ),
    (
        "bpf_ringbuf_reserve",
        Acquisition {
            release: Some("bpf_ringbuf_discard"),
            ..SOCKET
        },
    ),
    (
        "bpf_ringbuf_reserve_dynptr",
        Acquisition {
            acquired: Acquired::Argument(3),
            release: Some("bpf_ringbuf_discard_dynptr"),
            ..SOCKET
        },
    ),
    (
        "bpf_spin_lock",
        Acquisition {
            acquired: Acquired::Argument(0),
            release: Some("bpf_spin_unlock"),
            ..SOCKET
        },
    ),
    (
        // What was in the map before. Each kernel type has a kfunc of its own that releases it.
        "bpf_kptr_xchg",
        Acquisition {
            release: None,
            ..SOCKET
        },
    ),
];
