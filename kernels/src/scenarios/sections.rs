//! Every section of the table: the same program of a few lines loads as each type, is attached where this machine has what it attaches
//! to, and has to run when it is triggered.

use std::{
    io::Write,
    net::{Ipv4Addr, TcpListener, TcpStream, UdpSocket},
    os::fd::{AsFd, AsRawFd},
};

use libbpf_rs::{MapCore, MapFlags, MapHandle, MapType, libbpf_sys};
use tinybpf_core::section::{Known, ProgramType, Section, all};

use super::triggers;
use crate::{
    bpf::{Bpf, number},
    scenario::{Loader, Outcome, Scenario},
};

/// What is done with a program of a section that has no scenario of its own.
pub(crate) const SECTION: &Scenario = &Scenario::new("section", PACKAGE, run);

pub(crate) const PACKAGE: &str = "kernels/programs/section";

/// The name of its program.
pub(crate) const PROGRAM: &str = "program";

/// What starts the names of these rows.
pub(crate) const PREFIX: &str = "section ";

/// Sections whose programs need more than a context: something to replace, and a struct that they are functions of.
const ELSEWHERE: [&str; 3] = ["freplace", "struct_ops", "struct_ops.s"];

/// How a program is made to run.
enum How {
    /// It is attached, and this triggers it.
    Attached(fn() -> Outcome),
    /// It is attached; for why it is not triggered.
    Quiet(&'static str),
    /// Over a packet, by `BPF_PROG_RUN`.
    Run,
    /// User space calls it.
    Called,
    /// A map takes it, with the number before it in the value.
    InMap(MapType, u32),
    /// It is attached to a map of sockets.
    Sockets,
    /// It is loaded only; why.
    Loaded(&'static str),
}

/// The sections of the rows, each as a program has it.
pub(crate) fn rows() -> impl Iterator<Item = (&'static Known, String)> {
    let own = |known: &&Known| !ELSEWHERE.contains(&known.name);
    all().iter().filter(own).map(|known| {
        let section = match target(known) {
            Some(target) => format!("{}/{target}", known.name),
            None => known.name.to_owned(),
        };
        (known, section)
    })
}

/// Whether a row is of a section that a loader does not know, which the tests ask the loaders themselves.
pub(crate) fn is_unknown(row: &str, loader: Loader) -> bool {
    let section = row.strip_prefix(PREFIX).map(Section::parse);
    matches!(section, Some(Ok(section)) if section.unknown_to().contains(&loader.of_sections()))
}

/// What there is on every kernel.
fn target(known: &Known) -> Option<&'static str> {
    if !known.takes_target {
        return None;
    }
    Some(match known.name.trim_end_matches(".s") {
        "kprobe" | "kretprobe" | "kprobe.multi" | "kretprobe.multi" | "kprobe.session" => {
            "vfs_open"
        }
        "ksyscall" | "kretsyscall" => "getppid",
        "tracepoint" | "tp" => "syscalls/sys_enter_getppid",
        "raw_tracepoint" | "raw_tp" | "tp_btf" => "sys_enter",
        // The only one whose record programs may change, and which is in no module.
        "raw_tracepoint.w" | "raw_tp.w" => "bpf_test_finish",
        "fmod_ret" => "security_file_open",
        // The first that may sleep.
        "lsm" if known.sleepable => "bprm_committed_creds",
        "lsm" => "file_open",
        "lsm_cgroup" => "socket_bind",
        "iter" => "task",
        "usdt" => "libc.so.6:libc:setjmp",
        name if name.starts_with('u') => "libc.so.6:getppid",
        _ if known.sleepable => "__x64_sys_getppid",
        _ => "vfs_open",
    })
}

/// What the program answers so that all goes on.
fn verdict(section: &Section) -> i32 {
    use ProgramType::*;
    match section.known.program_type {
        // XDP_PASS
        Xdp => 2,
        // NF_ACCEPT, SK_PASS, and 1 for all that asks whether it may.
        Netfilter | SkLookup | SkMsg | SkSkb | SkReuseport | CgroupSkb | CgroupSock
        | CgroupSockAddr | CgroupSockopt | CgroupSysctl | CgroupDevice | SockOps => 1,
        Lsm if section.known.name == "lsm_cgroup" => 1,
        // All of the packet.
        SocketFilter => 0xffff,
        _ => 0,
    }
}

const NO_DEVICE: &str = "there is no such device in the machine";

fn how(section: &Section, loader: Loader) -> How {
    use How::*;
    use ProgramType as P;
    let (name, libbpf) = (section.known.name, loader == Loader::Libbpf);
    match section.known.program_type {
        _ if name.starts_with("xdp") && name.ends_with("/devmap") => InMap(MapType::Devmap, 1),
        _ if name.starts_with("xdp") && name.ends_with("/cpumap") => InMap(MapType::Cpumap, 64),
        P::Xdp => Attached(triggers::network),
        P::SchedCls if name.contains("cx/") || name.starts_with("netkit") => Run,
        P::SchedCls if !name.ends_with("egress") => Attached(triggers::network),
        P::SchedCls | P::SchedAct | P::LwtIn | P::LwtOut | P::LwtXmit => Run,
        P::LwtSeg6local => Loaded("the kernel has no test runs of it, and libbpf makes no routes"),
        P::SocketFilter if libbpf => Run,
        P::SocketFilter => Attached(triggers::network),
        P::FlowDissector if libbpf => Run,
        P::FlowDissector => Quiet("aya runs no flow dissector"),
        P::Syscall => Called,
        P::PerfEvent if libbpf => Loaded("libbpf leaves it to its user to open the event"),
        P::PerfEvent => Attached(triggers::be_busy),
        P::LircMode2 => Loaded(NO_DEVICE),
        P::SkReuseport => Loaded("std makes no sockets that share their port"),
        P::SkMsg => Sockets,
        P::SkSkb if name == "sk_skb" => Loaded("it says not what of a socket it is for"),
        P::SkSkb => Sockets,
        P::RawTracepointWritable => Quiet("what triggers it is a test run"),
        P::Tracing if name.starts_with("iter") => Quiet("`iter-task` reads it"),
        P::Kprobe if name.starts_with("usdt") => Loaded("it needs libbpf's maps"),
        P::Kprobe if name.starts_with('u') || name.contains("syscall") => {
            Attached(triggers::ask_parent)
        }
        P::Lsm if name == "lsm.s" => Attached(triggers::execute),
        P::Lsm if name == "lsm_cgroup" => Attached(triggers::network),
        P::Tracepoint | P::RawTracepoint => Attached(triggers::ask_parent),
        P::Tracing if name.starts_with("tp_btf") => Attached(triggers::ask_parent),
        P::Tracing if section.known.sleepable => Attached(triggers::ask_parent),
        P::Kprobe | P::Tracing | P::Lsm => Attached(triggers::open_file),
        P::CgroupDevice => Attached(triggers::open_device),
        P::CgroupSysctl => Attached(triggers::read_setting),
        _ if name.ends_with("_unix") => Attached(triggers::unix_sockets),
        _ if name.ends_with('6') => Attached(triggers::network6),
        _ => Attached(triggers::network),
    }
}

/// What more than loading a row shows, for the table.
pub(crate) fn proof(section: &Section) -> String {
    let of = |loader| match how(section, loader) {
        How::Attached(_) => "attached and triggered".to_owned(),
        How::Quiet(why) => format!("attached: {why}"),
        How::Run | How::Called => "run".to_owned(),
        How::InMap(..) => "taken by a map".to_owned(),
        How::Sockets => "attached to a map of sockets".to_owned(),
        How::Loaded(why) => format!("loaded: {why}"),
    };
    let unknown = section.unknown_to();
    let aya = !unknown.contains(&tinybpf_core::section::Loader::Aya);
    let libbpf = !unknown.contains(&tinybpf_core::section::Loader::Libbpf);
    match (of(Loader::Aya), of(Loader::Libbpf)) {
        (_, theirs) if !aya => theirs,
        (ours, _) if !libbpf => ours,
        (ours, theirs) if ours == theirs => theirs,
        (ours, theirs) => format!("aya: {ours}; libbpf: {theirs}"),
    }
}

/// What a kernel is built with, without which it has no programs of a section.
pub(crate) fn configuration(known: &Known) -> Option<&'static str> {
    match known.name {
        "lirc_mode2" => Some("CONFIG_BPF_LIRC_MODE2"),
        "kprobe.multi" | "kretprobe.multi" | "kprobe.session" => Some("CONFIG_FPROBE"),
        "netfilter" => Some("CONFIG_NETFILTER_BPF_LINK"),
        "fentry.s" | "fexit.s" | "fmod_ret.s" | "fsession.s" => {
            Some("CONFIG_FUNCTION_ERROR_INJECTION")
        }
        _ => None,
    }
}

/// Kernels before those that know what these are for load them all the same: they look neither at the attach type (the first five) nor at
/// whether the program may sleep, and run it where it may not.
pub(crate) const UNNOTICED: [&str; 6] = [
    "sk_reuseport/migrate",
    "tcx/ingress",
    "tcx/egress",
    "netkit/primary",
    "netkit/peer",
    "iter.s",
];

fn run(bpf: &mut Bpf) -> Outcome {
    let section = bpf.section(PROGRAM)?;
    bpf.set("verdict", &verdict(&section).to_ne_bytes());
    bpf.load()?;
    match how(&section, bpf.loader) {
        How::Attached(trigger) => {
            bpf.attach(PROGRAM)?;
            let _sockets = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0))?;
            trigger()?;
            triggers::wait();
        }
        How::Quiet(_) => return bpf.attach(PROGRAM),
        How::Run => drop(bpf.run(PROGRAM, &packet())?),
        How::Called => bpf.call(PROGRAM).map(drop)?,
        How::InMap(kind, first) => return in_map(bpf, kind, first),
        How::Sockets => {
            sockets(bpf)?;
            if section.known.name == "sk_skb/stream_parser" {
                // It needs a verdict to come after it.
                return Ok(());
            }
            triggers::wait();
        }
        How::Loaded(_) => return Ok(()),
    }
    match number(&bpf.variable("runs")?) {
        0 => Err("it never ran".into()),
        _ => Ok(()),
    }
}

/// An Ethernet frame with the headers of IPv4 and UDP.
fn packet() -> Vec<u8> {
    let mut packet = vec![0; 64];
    packet[12..14].copy_from_slice(&[8, 0]);
    packet[14] = 0x45;
    packet[17] = 50;
    packet[22..24].copy_from_slice(&[64, 17]);
    packet[26..34].copy_from_slice(&[127, 0, 0, 1, 127, 0, 0, 1]);
    packet
}

fn map(kind: MapType, value: u32) -> Outcome<MapHandle> {
    let options = libbpf_sys::bpf_map_create_opts {
        sz: size_of::<libbpf_sys::bpf_map_create_opts>() as _,
        ..Default::default()
    };
    Ok(MapHandle::create(kind, Some("map"), 4, value, 4, &options)?)
}

fn in_map(bpf: &mut Bpf, kind: MapType, first: u32) -> Outcome {
    let program = bpf.program(PROGRAM)?;
    let value = [first, program.as_raw_fd().cast_unsigned()].map(u32::to_ne_bytes);
    let map = map(kind, 8)?;
    Ok(map.update(&0_u32.to_ne_bytes(), &value.concat(), MapFlags::ANY)?)
}

/// Both ends of a connection go into a map of sockets to which the program is attached, and something from one to the other.
fn sockets(bpf: &mut Bpf) -> Outcome {
    let map = map(MapType::Sockmap, 4)?;
    bpf.attach_sockets(PROGRAM, &map)?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let mut client = TcpStream::connect(listener.local_addr()?)?;
    let (server, _) = listener.accept()?;
    for (key, socket) in [(0_u32, client.as_fd()), (1, server.as_fd())] {
        let value = socket.as_raw_fd().to_ne_bytes();
        map.update(&key.to_ne_bytes(), &value, MapFlags::ANY)?;
    }
    client.write_all(b"hello")?;
    triggers::wait();
    Ok(())
}
