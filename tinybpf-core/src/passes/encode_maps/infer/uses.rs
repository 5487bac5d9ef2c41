//! Where helpers take or return keys and values of maps.

/// What an argument of a helper, or its result, points to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Key,
    Value,
    /// A record whose size is another argument.
    Record {
        size: u32,
    },
}

/// Where a helper takes or returns keys and values of a map.
pub(super) struct Use {
    pub(super) helper: &'static str,
    /// The argument that is the map.
    pub(super) map: u32,
    pub(super) args: &'static [(u32, Role)],
    pub(super) result: Option<Role>,
}

const fn uses(helper: &'static str, map: u32, args: &'static [(u32, Role)]) -> Use {
    Use {
        helper,
        map,
        args,
        result: None,
    }
}

impl Use {
    const fn returns(mut self, role: Role) -> Self {
        self.result = Some(role);
        self
    }
}

const KEY: (u32, Role) = (1, Role::Key);

pub(super) const USES: &[Use] = &[
    uses("bpf_map_lookup_elem", 0, &[KEY]).returns(Role::Value),
    uses("bpf_map_lookup_percpu_elem", 0, &[KEY]).returns(Role::Value),
    uses("bpf_map_update_elem", 0, &[KEY, (2, Role::Value)]),
    uses("bpf_map_delete_elem", 0, &[KEY]),
    uses("bpf_map_push_elem", 0, &[(1, Role::Value)]),
    uses("bpf_map_pop_elem", 0, &[(1, Role::Value)]),
    uses("bpf_map_peek_elem", 0, &[(1, Role::Value)]),
    uses("bpf_perf_event_output", 1, &[(3, Role::Record { size: 4 })]),
    uses("bpf_skb_output", 1, &[(3, Role::Record { size: 4 })]),
    uses("bpf_xdp_output", 1, &[(3, Role::Record { size: 4 })]),
    uses("bpf_ringbuf_output", 0, &[(1, Role::Record { size: 2 })]),
    uses("bpf_ringbuf_reserve", 0, &[]).returns(Role::Record { size: 1 }),
    uses("bpf_get_local_storage", 0, &[]).returns(Role::Value),
    uses("bpf_sk_storage_get", 0, &[(2, Role::Value)]).returns(Role::Value),
    uses("bpf_inode_storage_get", 0, &[(2, Role::Value)]).returns(Role::Value),
    uses("bpf_task_storage_get", 0, &[(2, Role::Value)]).returns(Role::Value),
    uses("bpf_cgrp_storage_get", 0, &[(2, Role::Value)]).returns(Role::Value),
];
