use std::collections::BTreeSet;

use aya_obj::ProgramSection;

use super::*;

fn parse(name: &str) -> Section {
    Section::parse(name).unwrap_or_else(|error| panic!("{error}"))
}

fn error(name: &str) -> String {
    Section::parse(name).unwrap_err().to_string()
}

#[test]
fn takes_names_apart() {
    let section = parse("tracepoint/syscalls/sys_enter_connect");
    assert_eq!(section.known.program_type, ProgramType::Tracepoint);
    assert_eq!(
        section.target.as_deref(),
        Some("syscalls/sys_enter_connect")
    );
    assert_eq!(parse("kprobe").target, None);
    assert_eq!(
        parse("xdp/devmap").known.attach_type_name(),
        Some("BPF_XDP_DEVMAP")
    );
    let frags = parse("xdp.frags");
    assert!(frags.known.frags && frags.known.attach_type == Some(37));
    let sleepable = parse("lsm.s/file_open");
    assert!(sleepable.known.sleepable && sleepable.target.as_deref() == Some("file_open"));
    let session = parse("kprobe.session/tcp_*");
    assert_eq!(
        session.known.attach_type_name(),
        Some("BPF_TRACE_KPROBE_SESSION")
    );
    let on_demand = parse("?uprobe.s//bin/sh:main");
    assert!(on_demand.on_demand && on_demand.target.as_deref() == Some("/bin/sh:main"));
    assert_eq!(
        parse("cgroup/connect4").known.attach_type_name(),
        Some("BPF_CGROUP_INET4_CONNECT")
    );
}

#[test]
fn errors_say_what_to_write() {
    assert_eq!(
        error("xpd"),
        "unknown section \"xpd\"; did you mean \"xdp\"?"
    );
    assert_eq!(
        error("tracepiont/syscalls/sys_enter_connect"),
        "unknown section \"tracepiont/syscalls/sys_enter_connect\"; \
         did you mean \"tracepoint/syscalls/sys_enter_connect\"?"
    );
    assert!(error("cgroup/conect4").contains("did you mean \"cgroup/connect4\""));
    assert!(error("netkit/both").contains("\"netkit/primary\" or \"netkit/peer\""));
    assert_eq!(error("nonsense_name"), "unknown section \"nonsense_name\"");
    assert!(error("xdp/my_program").ends_with("write \"xdp\""));
    assert!(
        error("tracepoint/")
            .contains("write \"tracepoint/syscalls/sys_enter_openat\", or \"tracepoint\"")
    );
    assert!(error("").starts_with("unknown section"));
}

#[test]
fn program_types_are_the_kernels() {
    let kernels: BTreeSet<u32> = uapi::program_type::ALL.iter().map(|(_, n)| *n).collect();
    let ours: BTreeSet<u32> = all()
        .iter()
        .map(|known| known.program_type.number())
        .collect();
    // 0 is BPF_PROG_TYPE_UNSPEC; every other type has a section.
    assert_eq!(
        kernels.iter().filter(|n| **n != 0).collect::<Vec<_>>(),
        ours.iter().collect::<Vec<_>>()
    );
    for known in all() {
        let squeezed = known
            .program_type
            .c_name()
            .replace("BPF_PROG_TYPE_", "")
            .replace('_', "");
        let variant = format!("{:?}", known.program_type).to_uppercase();
        assert_eq!(squeezed, variant);
        assert_eq!(
            known.attach_type.is_some(),
            known.attach_type_name().is_some()
        );
    }
    assert_eq!(ProgramType::Netfilter.c_name(), "BPF_PROG_TYPE_NETFILTER");
}

#[test]
fn aya_agrees_on_every_name() {
    for known in all() {
        let target = format!("{}/{}", known.name, example(known.name));
        for name in [known.name.to_owned(), format!("?{}", known.name), target] {
            let Ok(section) = Section::parse(&name) else {
                assert!(!known.takes_target, "{name}");
                continue;
            };
            let takes = name.parse::<ProgramSection>().is_ok();
            assert_eq!(
                !section.unknown_to().contains(&Loader::Aya),
                takes,
                "{name}"
            );
        }
    }
}

#[test]
fn loaders_differ() {
    let unknown = |name| parse(name).unknown_to();
    assert_eq!(unknown("xdp"), []);
    assert_eq!(unknown("classifier"), []);
    for name in [
        "tc",
        "tcx/ingress",
        "lwt_in",
        "syscall",
        "fmod_ret/security_bpf",
        "struct_ops",
    ] {
        assert_eq!(unknown(name), [Loader::Aya], "{name}");
    }
    assert_eq!(unknown("classifier/ingress"), [Loader::Libbpf]);
    assert_eq!(
        unknown("tracepoint.s/a/b"),
        [Loader::Aya, Loader::Libbpf, Loader::Cilium]
    );
    assert_eq!(unknown("fsession/vfs_read"), [Loader::Aya, Loader::Cilium]);
    assert_eq!(unknown("?xdp"), [Loader::Aya]);
}

#[test]
fn a_panic_refuses() {
    for (name, verdict) in [
        ("xdp", 0),
        ("classifier", 2),
        ("tcx/egress", 2),
        ("netkit/peer", 2),
        ("action", 2),
        ("lwt_xmit", 2),
        ("flow_dissector", 2),
        ("lsm/socket_bind", -1),
        ("lsm.s/bprm_committed_creds", -1),
        ("lsm/inode_xattr_skipcap", 0),
        ("lsm_cgroup/socket_bind", 0),
        ("lsm_cgroup/sk_clone_security", 1),
        ("cgroup/connect4", 0),
        ("cgroup/bind6", 0),
        ("cgroup/recvmsg4", 1),
        ("cgroup/getpeername_unix", 1),
        ("cgroup/getsockname6", 1),
        ("cgroup/setsockopt", 0),
        ("cgroup_skb/egress", 0),
        ("fmod_ret/security_file_open", -1),
        ("fmod_ret/should_failslab", 0),
        ("netfilter", 0),
        ("socket", 0),
        ("syscall", -1),
        ("kprobe/vfs_read", 0),
        ("fentry/vfs_read", 0),
    ] {
        assert_eq!(parse(name).panic_verdict(), verdict, "{name}");
    }
}

#[test]
fn targets_have_the_forms_that_loaders_take() {
    for name in [
        "kprobe/do_unlinkat+0x10",
        "kprobe/do_unlinkat.isra.0",
        "kprobe.multi/tcp_*",
        "uprobe//bin/sh:main+0x10",
        "uprobe/libc.so.6:malloc",
        "?uretprobe.s//usr/bin/x:github.com/a/b.(*T).Method",
        "uprobe.multi//bin/sh:read_*",
        "usdt//usr/bin/python3:python:function__entry",
        "tp/sched/sched_switch",
        "raw_tracepoint.w/nbd_send_request",
        "fexit/xfs:xfs_file_open",
        "fmod_ret/security_bpf",
        "iter.s/task_vma",
        "iter/of_a_kernel_to_come",
        "kretsyscall/openat",
        "struct_ops/anything at all",
    ] {
        parse(name);
    }
    for (name, write) in [
        ("kprobe/do_unlinkat()", "kprobe/do_unlinkat"),
        ("kprobe/do_unlinkat+here", "kprobe/do_unlinkat+0x10"),
        ("kretprobe/do_unlinkat+16", "kretprobe/do_unlinkat"),
        ("kprobe.multi/tcp_[a-z]", "kprobe.multi/tcp_"),
        ("?uprobe/bin/sh", "?uprobe//bin/sh:main"),
        ("uprobe//bin/sh:", "uprobe//bin/sh:main"),
        ("uprobe/:main", "uprobe//proc/self/exe:main"),
        ("uretprobe.s//bin/sh:main+4", "uretprobe.s//bin/sh:main"),
        ("uprobe.session/bin/sh:main", "uprobe.session//bin/sh:main"),
        ("usdt//bin/sh", "usdt//bin/sh:PROVIDER:NAME"),
        ("usdt//bin/sh:a", "usdt//bin/sh:a:NAME"),
        ("usdt.s/bin/sh:a:b", "usdt.s//bin/sh:a:b"),
        ("tp/sched:sched_switch", "tp/sched/sched_switch"),
        (
            "tracepoint/sched_switch",
            "tracepoint/CATEGORY/sched_switch",
        ),
        ("tracepoint/a/b/c", "tracepoint/syscalls/sys_enter_openat"),
        ("tp_btf/sched:sched_switch", "tp_btf/sched_switch"),
        ("fentry/vfs_read vfs_write", "fentry/vfs_write"),
        ("lsm/security/file_open", "lsm/file_open"),
        ("iter/bpf_iter__task", "iter/task"),
        ("ksyscall/sys_openat", "ksyscall/openat"),
    ] {
        let error = error(name);
        assert!(error.ends_with(&format!("; write {write:?}")), "{error}");
    }
}

/// What the errors give as an example is right.
#[test]
fn examples_are_targets() {
    for known in all().iter().filter(|known| known.takes_target) {
        parse(&known.example());
    }
}

#[test]
fn contexts_of_others_are_mistakes() {
    for (section, go_type, right) in [
        ("xdp", "xdpMd", None),
        ("xdp", "Md", None),
        ("xdp", "bpfCoreSkBuff", None),
        ("tc", "xdp_md", Some("`struct __sk_buff`")),
        (
            "cgroup/sock_create",
            "bpfSockAddr",
            Some("`struct bpf_sock`"),
        ),
        ("kprobe/x", "ptRegs", None),
        ("kprobe/x", "bpfCorePtRegs", None),
        ("tp/a/b", "PtRegs", Some("the tracepoint's record")),
        ("iter/task", "bpfCoreBpfIterTask", None),
        ("iter", "bpfCoreBpfIterTask", None),
        ("iter/tcp", "bpfIterTask", Some("`struct bpf_iter__tcp`")),
        ("xdp", "bpfIterTask", Some("`struct xdp_md`")),
        ("syscall", "xdpMd", None),
    ] {
        let found = parse(section).mistaken_context(go_type);
        assert_eq!(found.as_deref(), right, "{go_type} in {section}");
    }
}
