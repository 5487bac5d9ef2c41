//! Objects in the kernel, loaded with aya, and their programs run over packets that the tests make.

use std::{
    fs,
    os::unix::fs::MetadataExt,
    process::{self, Command},
    sync::Once,
};

use aya::{
    Btf, Ebpf, EbpfLoader,
    maps::{Array, MapData},
    programs::{Program, ProgramError},
};

use crate::require;
use tinybpf_core::{Object, section::Section};
use tinybpf_test::Input;

/// Whether this process may load programs. Where a fresh machine has no BPF file system and no tracepoints, they are mounted.
pub fn can_load() -> bool {
    static MOUNTED: Once = Once::new();
    let uid = fs::metadata("/proc/self").map(|process| process.uid());
    let can_load = require(match uid {
        Ok(0) => Ok(()),
        Ok(uid) => Err(format!(
            "user {uid} may not load eBPF programs: run the tests as root"
        )),
        Err(error) => Err(format!("/proc/self: {error}")),
    })
    .is_some();
    if can_load {
        MOUNTED.call_once(|| {
            mount("bpf", PINS);
            mount("tracefs", "/sys/kernel/tracing");
        });
    }
    can_load
}

/// Where the BPF file system is.
const PINS: &str = "/sys/fs/bpf";

/// Mounts a file system where it is not.
fn mount(kind: &str, folder: &str) {
    let mounts = fs::read_to_string("/proc/mounts").unwrap_or_default();
    if !mounts.contains(&format!(" {folder} {kind} ")) {
        // Another process may do the same now; who needs it will say so.
        let mount = Command::new("mount")
            .args(["-t", kind, kind, folder])
            .status();
        mount.expect("mount can be run");
    }
}

/// A folder of the BPF file system for what is pinned, until this goes away.
pub struct Pins(pub String);

impl Pins {
    /// Names a folder that is not there yet.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self(format!("{PINS}/tinybpf-test-{}-{name}", process::id()))
    }
}

impl Drop for Pins {
    fn drop(&mut self) {
        // Nothing more can be done about a failure here.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What `packet.Call` is in Go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Call {
    /// What to compute.
    pub operation: u64,
    /// The first argument.
    pub a: u64,
    /// The second.
    pub b: u64,
}

/// Whether aya is known not to load an object, which a warning says.
#[must_use]
pub fn aya_refuses(object: &Object) -> bool {
    let mut warnings = object.warnings.iter();
    warnings.any(|warning| {
        let message = &warning.message;
        message.contains("aya refuses") || message.contains("is not known to aya")
    })
}

/// An object in the kernel with all its programs.
pub struct Loaded {
    /// Its programs and maps.
    pub ebpf: Ebpf,
}

impl Loaded {
    /// Loads an object and its programs.
    #[must_use]
    pub fn new(object: &[u8]) -> Self {
        Self::with(&mut EbpfLoader::new(), object)
    }

    /// Loads an object with all its programs, each for what its section names.
    #[must_use]
    pub fn whole(object: &Object) -> Self {
        Self::with_targets(&mut EbpfLoader::new(), &object.data, |name| {
            let program = object.programs.iter().find(|program| program.name == name);
            let section = Section::parse(&program?.section).ok()?;
            section.target
        })
    }

    /// Loads an object and its programs with the settings of the loader.
    #[must_use]
    pub fn with(loader: &mut EbpfLoader<'_>, object: &[u8]) -> Self {
        Self::with_targets(loader, object, |_| Some("vfs_open".to_owned()))
    }

    fn with_targets(
        loader: &mut EbpfLoader<'_>,
        object: &[u8],
        target: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let mut ebpf = loader
            .load(object)
            .unwrap_or_else(|error| panic!("{error:?}"));
        for (name, program) in ebpf.programs_mut() {
            let target = target(name).unwrap_or_default();
            load_program(program, &target).unwrap_or_else(|error| panic!("{name}: {error}"));
            let info = program.info().expect("the program is in the kernel");
            // aya goes on without BTF when the kernel refuses it.
            assert!(
                info.btf_id().is_some(),
                "{name}: the kernel has no BTF of it"
            );
        }
        Self { ebpf }
    }

    /// Runs a program over a packet, and returns its verdict and the packet as it is then.
    #[must_use]
    pub fn run(&self, program: &str, packet: &[u8]) -> (u32, Vec<u8>) {
        let loaded = self.ebpf.program(program);
        let loaded = loaded.unwrap_or_else(|| panic!("no program {program}"));
        let fd = loaded.fd().expect("the program is in the kernel");
        let input = Input {
            packet,
            ..Input::default()
        };
        let output = tinybpf_test::run(fd, input);
        let output = output.unwrap_or_else(|error| panic!("{program}: {error}"));
        (output.verdict, output.packet)
    }

    /// Runs an XDP program over a packet that holds a call, and returns its verdict and the results that it left.
    #[must_use]
    pub fn call(&self, program: &str, call: Call) -> (u32, [u64; 2]) {
        // Results that the program must replace.
        let words = [call.operation, call.a, call.b, UNTOUCHED, UNTOUCHED];
        let packet: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        let (verdict, packet) = self.run(program, &packet);
        let result =
            |at: usize| u64::from_le_bytes(packet[at..at + 8].try_into().expect("eight bytes"));
        (verdict, [result(24), result(32)])
    }

    /// The contents of a data section such as `.bss`.
    #[must_use]
    pub fn data<T: aya::Pod>(&self, section: &str) -> T {
        let map = self
            .ebpf
            .map(section)
            .unwrap_or_else(|| panic!("no map {section}"));
        let array: Array<_, T> = map
            .try_into()
            .unwrap_or_else(|error| panic!("{section}: {error}"));
        array.get(&0, 0).expect("a data section has one entry")
    }

    /// Replaces the contents of a data section.
    pub fn set_data<T: aya::Pod>(&mut self, section: &str, value: T) {
        let map = self
            .ebpf
            .map_mut(section)
            .unwrap_or_else(|| panic!("no map {section}"));
        let mut array: Array<&mut MapData, T> = map
            .try_into()
            .unwrap_or_else(|error| panic!("{section}: {error}"));
        array
            .set(0, value, 0)
            .expect("a data section has one entry");
    }
}

/// What the results of a call hold before it.
pub const UNTOUCHED: u64 = 0x5555_5555_5555_5555;

/// Loads a program, each type as aya wants it; `target` is what its section names for it to attach to.
///
/// # Errors
/// The kernel refuses the program, or has no such target.
pub fn load_program(program: &mut Program, target: &str) -> Result<(), ProgramError> {
    let btf = Btf::from_sys_fs;
    match program {
        Program::Xdp(p) => p.load(),
        Program::SchedClassifier(p) => p.load(),
        Program::SocketFilter(p) => p.load(),
        Program::CgroupSkb(p) => p.load(),
        Program::TracePoint(p) => p.load(),
        Program::RawTracePoint(p) => p.load(),
        Program::BtfTracePoint(p) => p.load(target, &btf()?),
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
        Program::FEntry(p) => p.load(target, &btf()?),
        Program::FExit(p) => p.load(target, &btf()?),
        Program::Lsm(p) => p.load(target, &btf()?),
        Program::LsmCgroup(p) => p.load(target, &btf()?),
        Program::Iter(p) => p.load(target, &btf()?),
        other => panic!(
            "a test has a {:?} program, which this function should learn to load",
            other.prog_type()
        ),
    }
}
