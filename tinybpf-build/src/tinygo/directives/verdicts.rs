//! Results of programs by the types that the Go package has for verdicts: of a `bpf.TcAction` in section `xdp` the IR shows nothing
//! but a number.

use tinybpf_core::section::{ProgramType, Section};

use super::Fault;

/// What is wrong with the type of a program's result in its section.
pub(super) fn fault(name: &str, result: &str, section: &str) -> Option<Fault> {
    let section = Section::parse(section).ok()?;
    let kind = section.known.program_type;
    let takes = takers(result)?;
    if takes.contains(&kind) || kind == ProgramType::Ext {
        return None;
    }
    let right = VERDICTS.iter().find(|(_, takers)| takers.contains(&kind));
    let help = match right {
        Some((right, _)) => format!("return a `bpf.{right}`, or correct the section"),
        None => "return an `int32`, or correct the section".to_owned(),
    };
    Some((
        format!(
            "program `{name}` returns a `bpf.{result}`, which means something else in section `{}`",
            section.name
        ),
        help,
    ))
}

fn takers(result: &str) -> Option<&'static [ProgramType]> {
    let found = VERDICTS.iter().find(|(name, _)| *name == result);
    found.map(|(_, takers)| *takers)
}

/// The package's types of verdicts, and the programs that return them.
const VERDICTS: &[(&str, &[ProgramType])] = &[
    ("XdpAction", &[ProgramType::Xdp]),
    ("TcAction", &[ProgramType::SchedCls, ProgramType::SchedAct]),
    ("TcxAction", &[ProgramType::SchedCls]),
    (
        "SkAction",
        &[
            ProgramType::SkSkb,
            ProgramType::SkMsg,
            ProgramType::SkLookup,
            ProgramType::SkReuseport,
        ],
    ),
    (
        "CgroupAction",
        &[
            ProgramType::CgroupSkb,
            ProgramType::CgroupSock,
            ProgramType::CgroupSockAddr,
            ProgramType::CgroupDevice,
            ProgramType::CgroupSysctl,
            ProgramType::CgroupSockopt,
            ProgramType::SockOps,
            ProgramType::Lsm,
        ],
    ),
    ("NetfilterAction", &[ProgramType::Netfilter]),
];
