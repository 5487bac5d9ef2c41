use std::collections::BTreeSet;

use super::*;

#[test]
fn numbers_are_the_kernels() {
    for (name, id) in [
        ("bpf_map_lookup_elem", 1),
        ("bpf_getsockopt", 57),
        ("bpf_tcp_gen_syncookie", 110),
        ("bpf_csum_level", 135),
        ("bpf_task_storage_get", 156),
        ("bpf_task_storage_delete", 157),
        ("bpf_cgrp_storage_delete", 211),
    ] {
        assert_eq!(by_name(name).map(|helper| helper.id), Some(id), "{name}");
        assert_eq!(by_id(id).map(|helper| helper.name), Some(name));
    }
    assert!(by_name("bpf_map_lookup_and_delete_elem").is_none());
    assert!(by_id(0).is_none());
}

#[test]
fn the_table_is_whole() {
    // The kernel freezes its list at 211 (new functions are kfuncs): fewer are a broken table.
    assert!(all().len() >= 211, "{}", all().len());
    for (id, helper) in (1..).zip(all()) {
        assert_eq!(helper.id, id, "{}", helper.name);
        assert!(helper.params.len() <= 5, "{}", helper.name);
    }
    let normal: BTreeSet<String> = all().iter().map(|h| normalise(h.name)).collect();
    assert_eq!(
        normal.len(),
        all().len(),
        "two names differ in case or underscores only"
    );
}

#[test]
fn signatures_keep_widths_signs_and_constness() {
    let update = by_name("bpf_map_update_elem").unwrap();
    let kinds: Vec<Kind> = update.params.iter().map(|param| param.kind).collect();
    let constant = pointer("void", false);
    assert_eq!(kinds, [Kind::Map, constant, constant, int(64, false)]);
    assert_eq!(
        update.ret,
        Ret::Int {
            bits: 64,
            signed: true
        }
    );
    let reserve = by_name("bpf_ringbuf_reserve").unwrap();
    assert_eq!(
        (reserve.params[0].kind, reserve.ret),
        (Kind::Map, Ret::Pointer("void"))
    );
    let adjust = by_name("bpf_xdp_adjust_head").unwrap();
    assert_eq!(adjust.params[0].kind, Kind::Context);
    assert_eq!(adjust.params[1].kind, int(32, true));
    assert_eq!(by_name("bpf_loop").unwrap().params[1].kind, Kind::Function);
    // Called from tracing programs with an object that is not their context.
    let output = by_name("bpf_skb_output").unwrap();
    assert_eq!(output.params[0].kind, pointer("void", true));
    let variadic: Vec<_> = all()
        .iter()
        .filter(|h| h.variadic)
        .map(|h| h.name)
        .collect();
    assert_eq!(variadic, ["bpf_trace_printk"]);
}

#[test]
fn go_names_find_their_helper() {
    for (go, c) in [
        ("bpfMapLookupElem", "bpf_map_lookup_elem"),
        ("bpfL3CsumReplace", "bpf_l3_csum_replace"),
        ("bpfL3csumReplace", "bpf_l3_csum_replace"),
        ("bpfJiffies64", "bpf_jiffies64"),
        ("bpfSkLookupTcp", "bpf_sk_lookup_tcp"),
        ("bpfSkLookupTCP", "bpf_sk_lookup_tcp"),
        ("bpfSysBpf", "bpf_sys_bpf"),
        ("bpfKtimeGetNs", "bpf_ktime_get_ns"),
        (
            "bpfTcpRawGenSyncookieIpv4",
            "bpf_tcp_raw_gen_syncookie_ipv4",
        ),
        ("bpfDynptrFromMem", "bpf_dynptr_from_mem"),
        ("bpfPerCpuPtr", "bpf_per_cpu_ptr"),
        ("bpfSkcToTcp6Sock", "bpf_skc_to_tcp6_sock"),
        ("bpf_ktime_get_ns", "bpf_ktime_get_ns"),
    ] {
        assert_eq!(by_go_name(go).map(|helper| helper.name), Some(c), "{go}");
    }
    assert!(by_go_name("BpfKtimeGetNs").is_none());
    assert!(by_go_name("bpfNoSuchHelper").is_none());
    for helper in all() {
        assert_eq!(by_go_name(&helper.go_name()), Some(helper));
    }
}

#[test]
fn unknown_names_get_near_ones_or_an_explanation() {
    assert_eq!(suggest("bpfMapLokupElem"), ["bpf_map_lookup_elem"]);
    assert_eq!(suggest("bpf_ktime_get_sn")[0], "bpf_ktime_get_ns");
    assert!(suggest("bpfSomethingElseEntirely").is_empty());
    for (name, expected) in [
        ("bpfMapLookupAndDeleteElem", "bpfMapDeleteElem"),
        ("bpf_htons", "bits.ReverseBytes16"),
        ("bpfTaskFromPid", "`bpfKfuncBpfTaskFromPid`"),
    ] {
        let (_, help) = not_a_helper(name).unwrap();
        assert!(help.contains(expected), "{help}");
    }
    for helper in all() {
        assert_eq!(not_a_helper(helper.name), None);
    }
}

#[test]
fn references_are_released_by_helpers_that_release() {
    for helper in all() {
        let Some(acquisition) = helper.acquires() else {
            continue;
        };
        match acquisition.acquired {
            Acquired::Result => assert!(matches!(helper.ret, Ret::Pointer(_)), "{}", helper.name),
            Acquired::State => panic!("{} acquires no reference", helper.name),
            Acquired::Argument(index) | Acquired::ArgumentOnSuccess(index) => {
                assert!(
                    matches!(helper.params[index].kind, Kind::Pointer { .. }),
                    "{}",
                    helper.name
                );
            }
        }
        let Some(release) = acquisition.release.map(|name| by_name(name).unwrap()) else {
            assert_eq!(helper.name, "bpf_kptr_xchg");
            continue;
        };
        assert_eq!(release.releases(), Some(0), "{}", release.name);
        // "0 for all others" must be a value for them.
        for param in &release.params[1..] {
            assert!(matches!(param.kind, Kind::Int { .. }), "{}", release.name);
        }
    }
    let release = |name| by_name(name).unwrap().acquires().unwrap().release;
    assert_eq!(release("bpf_ringbuf_reserve"), Some("bpf_ringbuf_discard"));
    assert_eq!(release("bpf_skc_lookup_tcp"), Some("bpf_sk_release"));
    assert_eq!(release("bpf_spin_lock"), Some("bpf_spin_unlock"));
    let lookup = by_name("bpf_map_lookup_elem").unwrap().acquires().unwrap();
    assert!(lookup.applies_to(crate::uapi::map_type::SOCKMAP));
    assert!(!lookup.applies_to(crate::uapi::map_type::HASH));
    assert!(by_name("bpf_ringbuf_submit").unwrap().releases() == Some(0));
    assert!(by_name("bpf_ringbuf_output").unwrap().acquires().is_none());
}

#[test]
fn effects_fit_the_signatures() {
    for (name, effects, accesses) in effects::KNOWN {
        let helper = by_name(name).unwrap_or_else(|| panic!("{name} is no helper"));
        assert_eq!(helper.params.len(), accesses.len(), "{name}");
        for (param, access) in helper.params.iter().zip(*accesses) {
            match param.kind {
                Kind::Int { .. } => assert_eq!(*access, Access::None, "{name}.{}", param.name),
                Kind::Pointer { mutable: false, .. } => assert_eq!(*access, Access::Read, "{name}"),
                _ if *effects == Effects::Constant => assert_eq!(*access, Access::None, "{name}"),
                _ => assert_ne!(*access, Access::None, "{name}.{}", param.name),
            }
        }
    }
}

#[test]
fn what_is_filled_is_written_only() {
    for (name, to, size) in effects::FILLS {
        let helper = by_name(name).unwrap_or_else(|| panic!("{name} is no helper"));
        assert_eq!(helper.access(*to), Access::Write, "{name}");
        assert!(!helper.captures(*to), "{name}");
        assert!(
            matches!(helper.params[*size].kind, Kind::Int { .. }),
            "{name}"
        );
        assert_eq!(helper.fills(*to), Some(*size), "{name}");
        assert_eq!(helper.fills(*size), None, "{name}");
    }
}

#[test]
fn what_is_not_certain_may_do_anything() {
    let effects = |name| by_name(name).unwrap().effects();
    for name in [
        "bpf_map_update_elem",
        "bpf_map_delete_elem",
        "bpf_tail_call",
        "bpf_loop",
        "bpf_for_each_map_elem",
        "bpf_xdp_adjust_head",
        "bpf_skb_store_bytes",
        "bpf_spin_lock",
        "bpf_dynptr_write",
        "bpf_kptr_xchg",
    ] {
        assert_eq!(effects(name), Effects::Anything, "{name}");
    }
    assert_eq!(effects("bpf_get_current_pid_tgid"), Effects::Constant);
    assert_eq!(effects("bpf_ktime_get_ns"), Effects::Arguments);
    assert_eq!(effects("bpf_skb_load_bytes"), Effects::ReadsAll);
    let lookup = by_name("bpf_map_lookup_elem").unwrap();
    assert_eq!(
        (lookup.access(1), lookup.captures(1)),
        (Access::Read, false)
    );
    // The pointer that it returns comes from its argument.
    assert!(by_name("bpf_per_cpu_ptr").unwrap().captures(0));
    // A string behind %s.
    let print = by_name("bpf_trace_printk").unwrap();
    assert_eq!(
        (print.access(2), print.captures(2)),
        (Access::ReadWrite, true)
    );
    assert!(by_name("bpf_map_lookup_elem").unwrap().may_return_null());
    assert!(
        !by_name("bpf_get_current_task_btf")
            .unwrap()
            .may_return_null()
    );
}

#[test]
fn callbacks_are_the_kernels() {
    let mut takers = 0;
    for helper in all() {
        let function = helper.params.iter().position(|p| p.kind == Kind::Function);
        let known = callback(helper.name);
        assert_eq!(function, known.map(|known| known.index), "{}", helper.name);
        let Some(known) = known else { continue };
        takers += 1;
        assert_eq!(known.arity, helper.params.len(), "{}", helper.name);
        assert_eq!(callback(&helper.go_name()), Some(known));
        if let Runs::With(context) = known.runs {
            assert_eq!(
                helper.params[context].kind,
                pointer("void", true),
                "{}",
                helper.name
            );
        }
    }
    assert_eq!(takers, 5);
    assert!(callback("bpfKfuncBpfWqSetCallbackImpl").is_some());
}
