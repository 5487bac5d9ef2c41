//! What the running kernel's verifier does with each program, which takes to load them.

use std::collections::BTreeMap;

use tinybpf_core::Object;

/// Instructions that the verifier went through, by program, or why that is not known.
pub(super) type Verified = BTreeMap<String, Result<u32, String>>;

/// Loads the programs, attached to nothing, and lets them go again.
#[cfg(not(target_os = "linux"))]
pub(super) fn verified(_: &Object) -> Result<Verified, String> {
    Err("this is not Linux".to_owned())
}

/// Loads the programs, attached to nothing, and lets them go again.
#[cfg(target_os = "linux")]
pub(super) fn verified(object: &Object) -> Result<Verified, String> {
    use std::{fs, os::unix::fs::MetadataExt as _};

    if fs::metadata("/proc/self").is_ok_and(|process| process.uid() != 0) {
        return Err("it takes root to load programs".to_owned());
    }
    if let Some(map) = object.maps.iter().find(|map| map.pinning != 0) {
        // Who only looks must not leave something behind.
        return Err(format!("loading would pin the map `{}`", map.name));
    }
    let mut loader = aya::EbpfLoader::new();
    let loaded = loader.allow_unsupported_maps().load(&object.data);
    let mut loaded = loaded.map_err(|error| chain(&error))?;
    let mut found = Verified::new();
    for program in &object.programs {
        let Some(handle) = loaded.program_mut(&program.name) else {
            continue;
        };
        let figure = linux::figure(handle, &program.section).map_err(|error| chain(&error));
        found.insert(program.name.clone(), figure);
    }
    Ok(found)
}

/// An error with what is behind it, on one line.
#[cfg(target_os = "linux")]
fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    let texts: Vec<String> = causes
        .map(|cause| {
            cause
                .to_string()
                .lines()
                .next()
                .unwrap_or_default()
                .to_owned()
        })
        .collect();
    let mut texts = texts;
    texts.dedup();
    texts.join(": ")
}

#[cfg(target_os = "linux")]
mod linux {
    use aya::{
        Btf,
        programs::{Program, ProgramError},
    };
    use tinybpf_core::section::Section;

    /// The kernel's figure for a program, which is loaded for it; 0 where a kernel before 5.16 tells none.
    pub(super) fn figure(program: &mut Program, section: &str) -> Result<u32, ProgramError> {
        let section = Section::parse(section).ok();
        let target = section
            .and_then(|section| section.target)
            .unwrap_or_default();
        load(program, &target)?;
        Ok(program.info()?.verified_instruction_count().unwrap_or(0))
    }

    /// Loads a program, each type as aya wants it.
    fn load(program: &mut Program, target: &str) -> Result<(), ProgramError> {
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
}
