//! What aya has for each kind of program: its type, how it is loaded, and what it is attached to.

mod btf;
mod network;
mod probes;

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
            ProgramType::SocketFilter => network::socket_filter(),
            ProgramType::SkReuseport => network::sk_reuseport(),
            ProgramType::Kprobe if name.starts_with('u') => probes::uprobe(target),
            ProgramType::Kprobe => probes::kprobe(target),
            ProgramType::SchedCls => network::classifier(),
            ProgramType::Tracepoint => probes::tracepoint(target),
            ProgramType::RawTracepoint => probes::raw_tracepoint(target),
            ProgramType::Tracing => btf::tracing(name, target)?,
            ProgramType::Lsm => btf::lsm(name, target),
            ProgramType::Ext => btf::extension(target),
            ProgramType::Xdp => network::xdp(name),
            ProgramType::PerfEvent => probes::perf_event(),
            ProgramType::SkSkb => network::sock_map("SkSkb", "sk_skb", "SkSkbLink"),
            ProgramType::SkMsg => network::sock_map("SkMsg", "sk_msg", "SkMsgLink"),
            ProgramType::LircMode2 => network::lirc(),
            ProgramType::FlowDissector => {
                network::netns("FlowDissector", "flow_dissector", "FlowDissectorLink")
            }
            ProgramType::SkLookup => network::netns("SkLookup", "sk_lookup", "SkLookupLink"),
            ProgramType::CgroupSkb => network::cgroup_skb(name),
            ProgramType::SockOps => network::cgroup("SockOps", "sock_ops", "SockOpsLink"),
            ProgramType::CgroupSock => {
                network::cgroup("CgroupSock", "cgroup_sock", "CgroupSockLink")
            }
            ProgramType::CgroupSockAddr => {
                network::cgroup("CgroupSockAddr", "cgroup_sock_addr", "CgroupSockAddrLink")
            }
            ProgramType::CgroupSysctl => {
                network::cgroup("CgroupSysctl", "cgroup_sysctl", "CgroupSysctlLink")
            }
            ProgramType::CgroupSockopt => {
                network::cgroup("CgroupSockopt", "cgroup_sockopt", "CgroupSockoptLink")
            }
            ProgramType::CgroupDevice => {
                network::cgroup("CgroupDevice", "cgroup_device", "CgroupDeviceLink")
            }
            _ => return None,
        })
    }
}
