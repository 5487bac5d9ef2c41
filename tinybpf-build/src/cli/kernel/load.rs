//! How aya loads programs.

use aya::{
    Btf,
    programs::{Program, ProgramError},
};

/// Loads a program, each type as aya wants it.
pub(super) fn load(program: &mut Program, target: &str) -> Result<(), ProgramError> {
    let btf = Btf::from_sys_fs;
    match program {
        Program::Xdp(p) => p.load(),
        Program::SchedClassifier(p) => p.load(),
        Program::SocketFilter(p) => p.load(),
        Program::CgroupSkb(p) => p.load(),
        Program::TracePoint(p) => p.load(),
        Program::RawTracePoint(p) => p.load(),
        Program::KProbe(p) => p.load(),
        Program::UProbe(p) => p.load(),
        Program::PerfEvent(p) => p.load(),
        Program::SockOps(p) => p.load(),
        Program::SkMsg(p) => p.load(),
        Program::SkSkb(p) => p.load(),
        Program::SkReuseport(p) => p.load(),
        Program::CgroupSockAddr(p) => p.load(),
        Program::CgroupSock(p) => p.load(),
        Program::CgroupDevice(p) => p.load(),
        Program::CgroupSysctl(p) => p.load(),
        Program::CgroupSockopt(p) => p.load(),
        Program::SkLookup(p) => p.load(),
        Program::FlowDissector(p) => p.load(),
        Program::LircMode2(p) => p.load(),
        Program::BtfTracePoint(p) => p.load(target, &btf()?),
        Program::FEntry(p) => p.load(target, &btf()?),
        Program::FExit(p) => p.load(target, &btf()?),
        Program::Lsm(p) => p.load(target, &btf()?),
        Program::LsmCgroup(p) => p.load(target, &btf()?),
        Program::Iter(p) => p.load(target, &btf()?),
        // What replaces a function of another program has to know that one.
        _ => Err(ProgramError::UnexpectedProgramType),
    }
}
