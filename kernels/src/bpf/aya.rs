//! aya's way.

use std::{
    fs::{self, File},
    io::Read,
    net::{Ipv4Addr, UdpSocket},
    os::fd::{AsFd, OwnedFd},
};

use ::aya::{
    Ebpf, EbpfLoader,
    maps::{Map, MapData, SockMap},
    programs::{
        CgroupAttachMode, CgroupSkb, CgroupSkbAttachType, Iter, Program, SchedClassifier,
        TcAttachType, TestRun, TestRunOptions, Xdp, XdpMode,
        perf_event::{PerfEventConfig, PerfEventScope, SamplePolicy, SoftwareEvent},
        tc,
        uprobe::UProbeScope,
    },
};
use tests::{load_program, refusal::chain};
use tinybpf_core::section::Section;

use super::elf;
use crate::scenario::Outcome;

pub(super) fn load(object: &[u8], variables: &[(String, Vec<u8>)]) -> Outcome<Ebpf> {
    let mut loader = EbpfLoader::new();
    // It loads programs with maps of types for which it has no Rust type, if asked to.
    loader.allow_unsupported_maps();
    for (name, value) in variables {
        loader.override_global(name, &**value, true);
    }
    let mut ebpf = loader.load(object)?;
    for (name, program) in ebpf.programs_mut() {
        let section = Section::parse(&elf::section(object, name)?)?;
        let target = section.target.as_deref().unwrap_or_default();
        load_program(program, target).map_err(|error| format!("{name}: {}", chain(&error)))?;
        // aya goes on without BTF when the kernel refuses it.
        if program.info()?.btf_id().is_none() {
            return Err(format!("{name}: the kernel has no BTF of it").into());
        }
    }
    Ok(ebpf)
}

pub(super) fn attach(ebpf: &mut Ebpf, program: &str, section: &Section) -> Outcome {
    let target = section.target.as_deref().unwrap_or_default();
    let program = ebpf.program_mut(program).ok_or("no such program")?;
    let cgroup = || File::open("/sys/fs/cgroup");
    let namespace = || File::open("/proc/self/ns/net");
    let mode = CgroupAttachMode::Single;
    match program {
        Program::Xdp(p) => {
            p.attach("lo", XdpMode::Skb)?;
        }
        Program::SchedClassifier(p) => {
            // It may be there already.
            let _ = tc::qdisc_add_clsact("lo");
            p.attach("lo", TcAttachType::Ingress)?;
        }
        Program::TracePoint(p) => {
            let (category, name) = target.split_once('/').ok_or("no tracepoint")?;
            p.attach(category, name)?;
        }
        Program::RawTracePoint(p) => {
            p.attach(target)?;
        }
        Program::BtfTracePoint(p) => {
            p.attach()?;
        }
        Program::KProbe(p) => {
            p.attach(target, 0)?;
        }
        Program::FEntry(p) => {
            p.attach()?;
        }
        Program::FExit(p) => {
            p.attach()?;
        }
        Program::Lsm(p) => {
            p.attach()?;
        }
        Program::LsmCgroup(p) => {
            p.attach(cgroup()?)?;
        }
        Program::Iter(p) => {
            p.attach()?;
        }
        Program::CgroupSkb(p) => {
            let direction = if section.name.ends_with("egress") {
                CgroupSkbAttachType::Egress
            } else {
                CgroupSkbAttachType::Ingress
            };
            p.attach(cgroup()?, direction, mode)?;
        }
        Program::CgroupSock(p) => {
            p.attach(cgroup()?, mode)?;
        }
        Program::CgroupSockAddr(p) => {
            p.attach(cgroup()?, mode)?;
        }
        Program::CgroupSockopt(p) => {
            p.attach(cgroup()?, mode)?;
        }
        Program::CgroupSysctl(p) => {
            p.attach(cgroup()?, mode)?;
        }
        Program::CgroupDevice(p) => {
            p.attach(cgroup()?, mode)?;
        }
        Program::SockOps(p) => {
            p.attach(cgroup()?, mode)?;
        }
        Program::SkLookup(p) => {
            p.attach(namespace()?)?;
        }
        Program::FlowDissector(p) => {
            p.attach(namespace()?)?;
        }
        Program::PerfEvent(p) => {
            p.attach(
                PerfEventConfig::Software(SoftwareEvent::CpuClock),
                PerfEventScope::AllProcessesOneCpu { cpu: 0 },
                SamplePolicy::Frequency(1000),
                true,
            )?;
        }
        Program::UProbe(p) => {
            let (file, function) = target.split_once(':').ok_or("no function")?;
            p.attach(function, library(file)?, UProbeScope::AllProcesses)?;
        }
        Program::SocketFilter(p) => {
            // A packet socket would see all; this one sees what it sends to itself.
            let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0))?;
            p.attach(&socket)?;
            socket.send_to(b"hello", socket.local_addr()?)?;
        }
        other => return Err(format!("this is not written yet for {:?}", other.prog_type()).into()),
    }
    Ok(())
}

/// Attaches an iterator, and reads all that it writes.
pub(super) fn read(ebpf: &mut Ebpf, program: &str) -> Outcome<Vec<u8>> {
    let program = ebpf.program_mut(program).ok_or("no such program")?;
    let program: &mut Iter = program.try_into()?;
    let link = program.attach()?;
    let mut bytes = Vec::new();
    let mut file = program.take_link(link)?.into_file()?;
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The file of a library that this process has loaded.
fn library(name: &str) -> Outcome<String> {
    let maps = fs::read_to_string("/proc/self/maps")?;
    let mut files = maps
        .lines()
        .filter_map(|line| line.find('/').map(|at| &line[at..]));
    let file = files.find(|file| file.ends_with(name));
    Ok(file
        .ok_or_else(|| format!("{name} is not loaded"))?
        .to_owned())
}

pub(super) fn attach_sockets(ebpf: &mut Ebpf, program: &str, map: u32) -> Outcome {
    let map = SockMap::try_from(Map::SockMap(MapData::from_id(map)?))?;
    match ebpf.program_mut(program).ok_or("no such program")? {
        Program::SkMsg(p) => {
            p.attach(map.fd())?;
        }
        Program::SkSkb(p) => {
            p.attach(map.fd())?;
        }
        other => return Err(format!("{:?} is not for sockets", other.prog_type()).into()),
    }
    Ok(())
}

pub(super) fn run(ebpf: &Ebpf, program: &str, packet: &[u8]) -> Outcome<(u32, Vec<u8>)> {
    let mut out = vec![0; packet.len() + 256];
    let options = TestRunOptions {
        data_in: Some(packet),
        data_out: Some(&mut out),
        ..TestRunOptions::default()
    };
    let result = match ebpf.program(program).ok_or("no such program")? {
        Program::Xdp(p) => Xdp::test_run(p, options)?,
        Program::SchedClassifier(p) => SchedClassifier::test_run(p, options)?,
        Program::SocketFilter(p) => p.test_run(options)?,
        Program::CgroupSkb(p) => CgroupSkb::test_run(p, options)?,
        other => return Err(format!("{:?} runs over no packet", other.prog_type()).into()),
    };
    out.truncate(result.data_size_out as usize);
    Ok((result.return_value, out))
}

pub(super) fn program(ebpf: &Ebpf, name: &str) -> Outcome<OwnedFd> {
    let program = ebpf.program(name).ok_or("no such program")?;
    Ok(program.fd()?.as_fd().try_clone_to_owned()?)
}

pub(super) fn map_id(ebpf: &Ebpf, name: &str) -> Outcome<u32> {
    let map = ebpf
        .map(name)
        .ok_or_else(|| format!("aya made no map {name}"))?;
    let (Map::Array(data)
    | Map::ArrayOfMaps(data)
    | Map::BloomFilter(data)
    | Map::CgroupArray(data)
    | Map::CgroupStorage(data)
    | Map::CgrpStorage(data)
    | Map::CpuMap(data)
    | Map::DevMap(data)
    | Map::DevMapHash(data)
    | Map::HashMap(data)
    | Map::HashOfMaps(data)
    | Map::InodeStorage(data)
    | Map::LpmTrie(data)
    | Map::LruHashMap(data)
    | Map::PerCpuArray(data)
    | Map::PerCpuCgroupStorage(data)
    | Map::PerCpuHashMap(data)
    | Map::PerCpuLruHashMap(data)
    | Map::PerfEventArray(data)
    | Map::ProgramArray(data)
    | Map::Queue(data)
    | Map::ReusePortSockArray(data)
    | Map::RingBuf(data)
    | Map::SockHash(data)
    | Map::SockMap(data)
    | Map::SkStorage(data)
    | Map::Stack(data)
    | Map::StackTraceMap(data)
    | Map::Unsupported(data)
    | Map::XskMap(data)) = map;
    Ok(data.info()?.id())
}
