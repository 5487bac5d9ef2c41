//! What aya has for each kind of program: its type, how it is loaded, and what it is attached to.

use tinybpf_core::section::{ProgramType, Section};

/// How the skeleton treats a program.
pub(super) struct Kind {
    /// The type in `aya::programs`.
    pub(super) aya: &'static str,
    pub(super) load: Load,
    /// The module in `aya::programs` and the type of the links, where `attach` makes any.
    pub(super) link: Option<(&'static str, &'static str)>,
    pub(super) methods: Vec<Method>,
}

/// How a program gets into the kernel.
pub(super) enum Load {
    /// With the others.
    Plain,
    /// With the others, for this function, hook or iterator of the kernel.
    Btf(String),
    /// When it is attached, which says for what.
    Later,
}

/// A method that attaches.
pub(super) struct Method {
    pub(super) name: &'static str,
    pub(super) doc: String,
    pub(super) errors: &'static str,
    /// After `&self`.
    pub(super) parameters: &'static [&'static str],
    /// None: the id of the link, or nothing for a program that has no links.
    pub(super) result: Option<&'static str>,
    /// What `program`, the type of aya's, does: the lines of a closure.
    pub(super) body: Vec<String>,
}

const NO_CGROUP: &str =
    "The folder is none of a version 2 hierarchy, or the kernel does not allow it.";
const CGROUP: &[&str] = &["cgroup: impl AsFd"];
const NO_FUNCTION: &str = "The kernel has no such function, or does not allow it.";
const ALL_PROCESSES: &str = "let scope = programs::uprobe::UProbeScope::AllProcesses;";
const BTF: &str = "let btf = Btf::from_sys_fs()?;";

impl Method {
    fn new(doc: impl Into<String>, errors: &'static str, body: impl Into<String>) -> Self {
        Self {
            name: "attach",
            doc: doc.into(),
            errors,
            parameters: &[],
            result: None,
            body: vec![body.into()],
        }
    }

    fn taking(mut self, parameters: &'static [&'static str]) -> Self {
        self.parameters = parameters;
        self
    }

    fn named(mut self, name: &'static str) -> Self {
        self.name = name;
        self
    }
}

impl Kind {
    fn new(aya: &'static str, methods: impl Into<Vec<Method>>) -> Self {
        Self {
            aya,
            load: Load::Plain,
            link: None,
            methods: methods.into(),
        }
    }

    fn link(mut self, module: &'static str, link: &'static str) -> Self {
        self.link = Some((module, link));
        self
    }

    fn load(mut self, load: Load) -> Self {
        self.load = load;
        self
    }

    /// Whether the section says all that attaching takes.
    pub(super) fn says_all(&self) -> bool {
        let attach = self.methods.iter().find(|method| method.name == "attach");
        attach.is_some_and(|method| method.parameters.is_empty())
    }

    /// What a section means to aya; `None` where it has nothing for it.
    pub(super) fn of(section: &Section) -> Option<Self> {
        let name = section.known.name;
        let target = section
            .target
            .as_deref()
            .filter(|_| section.known.takes_target);
        Some(match section.known.program_type {
            ProgramType::SocketFilter => socket_filter(),
            ProgramType::SkReuseport => sk_reuseport(),
            ProgramType::Kprobe if name.starts_with('u') => uprobe(target),
            ProgramType::Kprobe => kprobe(target),
            ProgramType::SchedCls => classifier(),
            ProgramType::Tracepoint => tracepoint(target),
            ProgramType::RawTracepoint => raw_tracepoint(target),
            ProgramType::Tracing => tracing(name, target)?,
            ProgramType::Lsm => lsm(name, target),
            ProgramType::Ext => extension(target),
            ProgramType::Xdp => xdp(name),
            ProgramType::PerfEvent => perf_event(),
            ProgramType::SkSkb => sock_map("SkSkb", "sk_skb", "SkSkbLink"),
            ProgramType::SkMsg => sock_map("SkMsg", "sk_msg", "SkMsgLink"),
            ProgramType::LircMode2 => lirc(),
            ProgramType::FlowDissector => {
                netns("FlowDissector", "flow_dissector", "FlowDissectorLink")
            }
            ProgramType::SkLookup => netns("SkLookup", "sk_lookup", "SkLookupLink"),
            ProgramType::CgroupSkb => cgroup_skb(name),
            ProgramType::SockOps => cgroup("SockOps", "sock_ops", "SockOpsLink"),
            ProgramType::CgroupSock => cgroup("CgroupSock", "cgroup_sock", "CgroupSockLink"),
            ProgramType::CgroupSockAddr => {
                cgroup("CgroupSockAddr", "cgroup_sock_addr", "CgroupSockAddrLink")
            }
            ProgramType::CgroupSysctl => {
                cgroup("CgroupSysctl", "cgroup_sysctl", "CgroupSysctlLink")
            }
            ProgramType::CgroupSockopt => {
                cgroup("CgroupSockopt", "cgroup_sockopt", "CgroupSockoptLink")
            }
            ProgramType::CgroupDevice => {
                cgroup("CgroupDevice", "cgroup_device", "CgroupDeviceLink")
            }
            _ => return None,
        })
    }
}

fn socket_filter() -> Kind {
    let doc = "Filters what a socket receives, for as long as the socket lives, or until\n`aya::programs::SocketFilter::detach`.";
    let method = Method::new(doc, "It is no socket.", "program.attach(socket)");
    Kind::new("SocketFilter", [method.taking(&["socket: impl AsFd"])])
}

fn sk_reuseport() -> Kind {
    let attach = "Chooses among the sockets of the group that this one belongs to (`SO_REUSEPORT`), for as long as the group lives.";
    let method = Method::new(
        attach,
        "The socket is in no group.",
        "program.attach(socket)",
    );
    Kind::new("SkReuseport", [method.taking(&["socket: impl AsFd"])])
}

/// The function and the offset of `do_unlinkat+0x10`.
fn split_offset(target: &str) -> (&str, u64) {
    let Some((function, offset)) = target.split_once('+') else {
        return (target, 0);
    };
    (function, number(offset).unwrap_or(0))
}

fn number(text: &str) -> Option<u64> {
    match text.strip_prefix("0x") {
        Some(digits) => u64::from_str_radix(digits, 16).ok(),
        None => text.parse().ok(),
    }
}

fn kprobe(target: Option<&str>) -> Kind {
    let method = match target.map(split_offset) {
        Some((function, offset)) => {
            let doc = format!("Attaches it to the function `{function}` of the kernel.");
            let body = format!("program.attach({function:?}, {offset})");
            Method::new(doc, NO_FUNCTION, body)
        }
        None => {
            let doc = "Attaches it to a function of the kernel.";
            Method::new(doc, NO_FUNCTION, "program.attach(function, 0)").taking(&["function: &str"])
        }
    };
    Kind::new("KProbe", [method]).link("kprobe", "KProbeLink")
}

fn uprobe(target: Option<&str>) -> Kind {
    let errors = "There is no such file, or no such function in it.";
    let file_and_function = target.and_then(|target| target.rsplit_once(':'));
    let methods = match file_and_function {
        Some((file, function)) => {
            let (function, offset) = split_offset(function);
            let doc = format!("Attaches it to the function `{function}` of `{file}`");
            let point = match (number(function), offset) {
                (Some(offset), _) => format!("{offset}_u64"),
                (None, 0) => format!("{function:?}"),
                (None, offset) => format!(
                    "programs::uprobe::UProbeAttachLocation::SymbolOffset({function:?}, {offset})"
                ),
            };
            let body = vec![
                format!("let point = {point};"),
                format!("program.attach(point, {file:?}, scope)"),
            ];
            let mut all = Method::new(format!("{doc}, in all processes."), errors, "");
            all.body = vec![ALL_PROCESSES.to_owned()];
            all.body.extend(body.clone());
            let mut some = Method::new(format!("{doc}, in some processes."), errors, "")
                .taking(&["scope: programs::uprobe::UProbeScope"])
                .named("attach_to");
            some.body = body;
            [all, some]
        }
        None => {
            let doc = "Attaches it to a function of a file, a program or a library such as `libc`";
            let mut all = Method::new(format!("{doc},\nin all processes."), errors, "")
                .taking(&["function: &str", "file: impl AsRef<Path>"]);
            all.body = vec![
                ALL_PROCESSES.to_owned(),
                "program.attach(function, file, scope)".to_owned(),
            ];
            let body = "program.attach(function, file, scope)";
            let some = Method::new(format!("{doc},\nin some processes."), errors, body)
                .taking(&[
                    "function: &str",
                    "file: impl AsRef<Path>",
                    "scope: programs::uprobe::UProbeScope",
                ])
                .named("attach_to");
            [all, some]
        }
    };
    Kind::new("UProbe", methods).link("uprobe", "UProbeLink")
}

fn classifier() -> Kind {
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

fn tracepoint(target: Option<&str>) -> Kind {
    let errors = "The kernel has no such tracepoint, or tracefs is not mounted.";
    let method = match target.and_then(|target| target.split_once('/')) {
        Some((category, name)) => {
            let doc =
                format!("Attaches it to the tracepoint `{name}` of the category `{category}`.");
            Method::new(
                doc,
                errors,
                format!("program.attach({category:?}, {name:?})"),
            )
        }
        None => {
            let doc = "Attaches it to a tracepoint of a category, such as `syscalls` and `sys_enter_openat`.";
            Method::new(doc, errors, "program.attach(category, name)")
                .taking(&["category: &str", "name: &str"])
        }
    };
    Kind::new("TracePoint", [method]).link("trace_point", "TracePointLink")
}

fn raw_tracepoint(target: Option<&str>) -> Kind {
    let errors = "The kernel has no such tracepoint.";
    let method = match target {
        Some(name) => {
            let doc = format!("Attaches it to the tracepoint `{name}`.");
            Method::new(doc, errors, format!("program.attach({name:?})"))
        }
        None => {
            let doc = "Attaches it to a tracepoint, such as `sched_switch`.";
            Method::new(doc, errors, "program.attach(name)").taking(&["name: &str"])
        }
    };
    Kind::new("RawTracePoint", [method]).link("raw_trace_point", "RawTracePointLink")
}

/// What is loaded for something that the kernel's BTF names.
fn by_btf(
    aya: &'static str,
    what: &str,
    parameter: &'static [&'static str],
    target: Option<&str>,
) -> Kind {
    match target {
        Some(target) => {
            let doc = format!("Attaches it to the {what} `{target}` of the kernel.");
            let errors = "The kernel does not allow it.";
            Kind::new(aya, [Method::new(doc, errors, "program.attach()")])
                .load(Load::Btf(target.to_owned()))
        }
        None => {
            let doc = format!("Loads it for a {what} of the kernel, and attaches it.");
            let errors = "The kernel has none of that name, or the verifier refuses the program.";
            let mut method = Method::new(doc, errors, "").taking(parameter);
            let name = parameter[0].split(':').next().unwrap_or_default();
            method.body = vec![
                BTF.to_owned(),
                format!("program.load({name}, &btf)?;"),
                "program.attach()".to_owned(),
            ];
            Kind::new(aya, [method]).load(Load::Later)
        }
    }
}

fn tracing(name: &str, target: Option<&str>) -> Option<Kind> {
    const FUNCTION: &[&str] = &["function: &str"];
    Some(match name.trim_end_matches(".s") {
        "fentry" => by_btf("FEntry", "function", FUNCTION, target).link("fentry", "FEntryLink"),
        "fexit" => by_btf("FExit", "function", FUNCTION, target).link("fexit", "FExitLink"),
        "tp_btf" => by_btf("BtfTracePoint", "tracepoint", &["tracepoint: &str"], target)
            .link("tp_btf", "BtfTracePointLink"),
        "iter" => iterator(target),
        _ => return None,
    })
}

fn iterator(target: Option<&str>) -> Kind {
    let mut kind = by_btf("Iter", "iterator", &["kind: &str"], target).link("iter", "IterLink");
    let errors = "The kernel does not allow it.";
    let doc =
        "Attaches it and opens a file: reading that runs the program, and gives what it writes.";
    if target.is_some() {
        let mut open = Method::new(doc, errors, "").named("open");
        open.result = Some("::std::fs::File");
        open.body = [
            "let link = program.attach()?;",
            "let file = program.take_link(link)?.into_file();",
            "Ok(file.map_err(::std::io::Error::other)?)",
        ]
        .map(str::to_owned)
        .to_vec();
        kind.methods.push(open);
    }
    kind
}

fn lsm(name: &str, target: Option<&str>) -> Kind {
    const HOOK: &[&str] = &["hook: &str"];
    if name != "lsm_cgroup" {
        return by_btf("Lsm", "security hook", HOOK, target).link("lsm", "LsmLink");
    }
    let kind = match target {
        Some(target) => {
            let doc =
                format!("Attaches it to the security hook `{target}`, for processes of a cgroup.");
            let method = Method::new(doc, NO_CGROUP, "program.attach(cgroup)").taking(CGROUP);
            Kind::new("LsmCgroup", [method]).load(Load::Btf(target.to_owned()))
        }
        None => {
            let doc = "Loads it for a security hook of the kernel, and attaches it for processes of a cgroup.";
            let mut method =
                Method::new(doc, NO_CGROUP, "").taking(&["hook: &str", "cgroup: impl AsFd"]);
            method.body = [BTF, "program.load(hook, &btf)?;", "program.attach(cgroup)"]
                .map(str::to_owned)
                .to_vec();
            Kind::new("LsmCgroup", [method]).load(Load::Later)
        }
    };
    kind.link("lsm_cgroup", "LsmLink")
}

fn extension(target: Option<&str>) -> Kind {
    let errors = "The program has no such function, or another one than this can replace.";
    let mut method = match target {
        Some(function) => {
            let doc = format!("Loads it for a program, whose function `{function}` it replaces.");
            let mut method = Method::new(doc, errors, "").taking(&["of: programs::ProgramFd"]);
            method.body = vec![format!("program.load(of, {function:?})?;")];
            method
        }
        None => {
            let doc = "Loads it for a program, of which it replaces a function.";
            let mut method =
                Method::new(doc, errors, "").taking(&["of: programs::ProgramFd", "function: &str"]);
            method.body = vec!["program.load(of, function)?;".to_owned()];
            method
        }
    };
    method.body.push("program.attach()".to_owned());
    Kind::new("Extension", [method])
        .load(Load::Later)
        .link("extension", "ExtensionLink")
}

fn xdp(name: &str) -> Kind {
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

fn perf_event() -> Kind {
    let doc = "Attaches it to a performance event: which, of which processes and CPUs, how often, and whether\nprocesses that they start have it too.";
    let errors = "The kernel or the CPU has no such event, or does not allow it.";
    let method = Method::new(
        doc,
        errors,
        "program.attach(config, scope, policy, inherit)",
    )
    .taking(&[
        "config: programs::perf_event::PerfEventConfig",
        "scope: programs::perf_event::PerfEventScope",
        "policy: programs::perf_event::SamplePolicy",
        "inherit: bool",
    ]);
    Kind::new("PerfEvent", [method]).link("perf_event", "PerfEventLink")
}

fn sock_map(aya: &'static str, module: &'static str, link: &'static str) -> Kind {
    let doc = "Attaches it to the sockets of a socket map or hash: `maps.NAME.fd()`.";
    let method = Method::new(doc, "The map has such a program.", "program.attach(map)");
    Kind::new(aya, [method.taking(&["map: &maps::sock::SockMapFd"])]).link(module, link)
}

fn lirc() -> Kind {
    let doc = "Attaches it to an infrared receiver, such as `/dev/lirc0`.";
    let method = Method::new(doc, "It is no receiver.", "program.attach(device)");
    Kind::new("LircMode2", [method.taking(&["device: impl AsFd"])]).link("lirc_mode2", "LircLink")
}

fn netns(aya: &'static str, module: &'static str, link: &'static str) -> Kind {
    let doc = "Attaches it to a network namespace, such as `/proc/self/ns/net`.";
    let errors = "It is no network namespace, or the kernel does not allow it.";
    let method = Method::new(doc, errors, "program.attach(netns)");
    Kind::new(aya, [method.taking(&["netns: impl AsFd"])]).link(module, link)
}

fn cgroup(aya: &'static str, module: &'static str, link: &'static str) -> Kind {
    let doc = "Attaches it to a cgroup, a folder below `/sys/fs/cgroup`. Other programs may be there too.";
    let body = "program.attach(cgroup, programs::CgroupAttachMode::default())";
    Kind::new(aya, [Method::new(doc, NO_CGROUP, body).taking(CGROUP)]).link(module, link)
}

fn cgroup_skb(name: &str) -> Kind {
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
