//! What is attached to interfaces, sockets, namespaces and cgroups.

use super::{CGROUP, Kind, Method, NO_CGROUP};

pub(super) fn socket_filter() -> Kind {
    let doc = "Filters what a socket receives, for as long as the socket lives, or until\n`aya::programs::SocketFilter::detach`.";
    let method = Method::new(doc, "It is no socket.", "program.attach(socket)");
    Kind::new("SocketFilter", [method.taking(&["socket: impl AsFd"])])
}

pub(super) fn sk_reuseport() -> Kind {
    let attach = "Chooses among the sockets of the group that this one belongs to (`SO_REUSEPORT`), for as long as the group lives.";
    let method = Method::new(
        attach,
        "The socket is in no group.",
        "program.attach(socket)",
    );
    Kind::new("SkReuseport", [method.taking(&["socket: impl AsFd"])])
}

pub(super) fn classifier() -> Kind {
    let doc = "Attaches it to one direction of a network interface, such as `eth0`: behind the programs that\nare there, or, before Linux 6.6, to the `clsact` queueing discipline, which it adds.";
    let mut attach = Method::new(
        doc,
        "There is no such interface, or the kernel does not allow it.",
        "",
    )
    .taking(&["interface: &str", "direction: programs::TcAttachType"]);
    attach.body = [
        "let tcx = ::aya::util::KernelVersion::new(6, 6, 0);",
        "if ::aya::util::KernelVersion::current().is_ok_and(|kernel| kernel < tcx) {",
        "    // It is there already, or attaching says what is wrong.",
        "    _ = programs::tc::qdisc_add_clsact(interface);",
        "}",
        "program.attach(interface, direction)",
    ]
    .map(str::to_owned)
    .to_vec();
    Kind::new("SchedClassifier", [attach]).link("tc", "SchedClassifierLink")
}

pub(super) fn xdp(name: &str) -> Kind {
    if name.contains('/') {
        // It goes into a device map or a CPU map: `fd` is what these take.
        return Kind::new("Xdp", []);
    }
    let errors = "There is no such interface, or its driver does not allow it.";
    let default = Method::new(
        "Attaches it to a network interface, such as `eth0`, in the mode that the kernel chooses.",
        errors,
        "program.attach(interface, programs::XdpMode::default())",
    );
    let in_mode = Method::new(
        "Attaches it to a network interface, such as `eth0`, in a mode.",
        errors,
        "program.attach(interface, mode)",
    );
    Kind::new(
        "Xdp",
        [
            default.taking(&["interface: &str"]),
            in_mode
                .taking(&["interface: &str", "mode: programs::XdpMode"])
                .named("attach_in_mode"),
        ],
    )
    .link("xdp", "XdpLink")
}

pub(super) fn sock_map(aya: &'static str, module: &'static str, link: &'static str) -> Kind {
    let doc = "Attaches it to a socket map or hash, `maps.NAME.fd()`, for the sockets that are put there from then on.\nThey keep it until they are taken out.";
    let method = Method::new(doc, "The map has such a program.", "program.attach(map)");
    Kind::new(aya, [method.taking(&["map: &maps::sock::SockMapFd"])]).link(module, link)
}

pub(super) fn lirc() -> Kind {
    let doc = "Attaches it to an infrared receiver, such as `/dev/lirc0`.";
    let method = Method::new(doc, "It is no receiver.", "program.attach(device)");
    Kind::new("LircMode2", [method.taking(&["device: impl AsFd"])]).link("lirc_mode2", "LircLink")
}

pub(super) fn netns(aya: &'static str, module: &'static str, link: &'static str) -> Kind {
    let doc = "Attaches it to a network namespace, such as `/proc/self/ns/net`.";
    let errors = "It is no network namespace, or the kernel does not allow it.";
    let method = Method::new(doc, errors, "program.attach(netns)");
    Kind::new(aya, [method.taking(&["netns: impl AsFd"])]).link(module, link)
}

pub(super) fn cgroup(aya: &'static str, module: &'static str, link: &'static str) -> Kind {
    let doc = "Attaches it to a cgroup, a folder below `/sys/fs/cgroup`. Other programs may be there too.";
    let body = "program.attach(cgroup, programs::CgroupAttachMode::default())";
    Kind::new(aya, [Method::new(doc, NO_CGROUP, body).taking(CGROUP)]).link(module, link)
}

pub(super) fn cgroup_skb(name: &str) -> Kind {
    let direction = match name {
        "cgroup_skb/ingress" => Some("Ingress"),
        "cgroup_skb/egress" => Some("Egress"),
        _ => None,
    };
    let mut kind = cgroup("CgroupSkb", "cgroup_skb", "CgroupSkbLink");
    for method in &mut kind.methods {
        method.body = match direction {
            Some(direction) => {
                vec![format!(
                    "let direction = programs::CgroupSkbAttachType::{direction};"
                )]
            }
            None => Vec::new(),
        };
        method
            .body
            .push("let mode = programs::CgroupAttachMode::default();".to_owned());
        method
            .body
            .push("program.attach(cgroup, direction, mode)".to_owned());
        if direction.is_none() {
            method.parameters = &[
                "cgroup: impl AsFd",
                "direction: programs::CgroupSkbAttachType",
            ];
        }
    }
    kind
}
