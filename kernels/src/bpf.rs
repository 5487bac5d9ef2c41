//! An object with the loader that a scenario runs with: the same steps for each of them.

mod aya;
mod elf;
mod libbpf;

use std::{
    fs::{self, File},
    os::fd::{AsFd, AsRawFd, OwnedFd},
    path::Path,
};

use libbpf_rs::{
    CgroupIterOpts, CgroupIterOrder, IterOpts, MapCore, MapFlags, MapHandle, MapIterOpts,
    RingBufferBuilder,
};
use tinybpf_core::section::Section;

use crate::scenario::{Loader, Outcome};

/// An object, not loaded yet or loaded.
pub(crate) struct Bpf {
    pub(crate) loader: Loader,
    pub(crate) object: Vec<u8>,
    /// What package variables hold when it is loaded.
    variables: Vec<(String, Vec<u8>)>,
    loaded: Option<Loaded>,
}

/// What an iterator goes through, where its section does not say it all.
pub(crate) enum Over<'a> {
    /// All that there is.
    All,
    /// The elements of a map.
    Map(&'a str),
    /// A cgroup and those below it.
    Cgroup(&'a Path),
}

/// Both loaders, for what a scenario has to do with one of them only.
#[allow(clippy::large_enum_variant)] // There is one of it.
pub(crate) enum Loaded {
    Aya(::aya::Ebpf),
    Libbpf(libbpf::Loaded),
}

impl Bpf {
    pub(crate) fn new(loader: Loader, object: Vec<u8>) -> Outcome<Self> {
        Ok(Self {
            loader,
            object,
            variables: Vec::new(),
            loaded: None,
        })
    }

    /// Sets a package variable; before `load`.
    pub(crate) fn set(&mut self, variable: &str, value: &[u8]) {
        self.variables.push((variable.to_owned(), value.to_vec()));
    }

    /// Loads the maps and all programs.
    pub(crate) fn load(&mut self) -> Outcome {
        self.loaded = Some(match self.loader {
            Loader::Aya => Loaded::Aya(aya::load(&self.object, &self.variables)?),
            Loader::Libbpf => Loaded::Libbpf(libbpf::load(&self.object, &self.variables)?),
        });
        Ok(())
    }

    /// Attaches a program to what its section names. Where that is nothing, to what is there in any machine: the loopback interface,
    /// the root cgroup, the network namespace, the CPU's clock.
    pub(crate) fn attach(&mut self, program: &str) -> Outcome {
        let section = self.section(program)?;
        match self.loaded()? {
            Loaded::Aya(ebpf) => aya::attach(ebpf, program, &section),
            Loaded::Libbpf(loaded) => loaded.attach(program, &section),
        }
        .map_err(|error| format!("attaching {program}: {error}").into())
    }

    /// Attaches an iterator, and reads all that it writes.
    pub(crate) fn read(&mut self, program: &str, over: Over<'_>) -> Outcome<Vec<u8>> {
        let map = match over {
            Over::Map(name) => Some(self.map(name)?),
            Over::All | Over::Cgroup(_) => None,
        };
        match (self.loaded()?, over) {
            (Loaded::Aya(ebpf), Over::All) => aya::read(ebpf, program),
            (Loaded::Aya(_), _) => Err("aya does not say what to go through".into()),
            (Loaded::Libbpf(loaded), Over::Cgroup(path)) => {
                let cgroup = File::open(path)?;
                let mut options = CgroupIterOpts::from_fd(cgroup.as_fd());
                options.order = CgroupIterOrder::DescendantsPre;
                loaded.read(program, IterOpts::Cgroup(options))
            }
            (Loaded::Libbpf(loaded), _) => {
                let map = map.as_ref().map(|map| MapIterOpts::from_fd(map.as_fd()));
                loaded.read(program, map.map_or(IterOpts::None, IterOpts::Map))
            }
        }
        .map_err(|error| format!("reading {program}: {error}").into())
    }

    /// The text that an iterator writes.
    pub(crate) fn text(&mut self, program: &str, over: Over<'_>) -> Outcome<String> {
        Ok(String::from_utf8(self.read(program, over)?)?)
    }

    /// Runs a program over a packet; returns its verdict and the packet as it is then.
    pub(crate) fn run(&mut self, program: &str, packet: &[u8]) -> Outcome<(u32, Vec<u8>)> {
        match self.loaded()? {
            Loaded::Aya(ebpf) => aya::run(ebpf, program, packet),
            Loaded::Libbpf(loaded) => loaded.run(program, packet),
        }
    }

    /// Runs a program over a packet, for a verdict.
    pub(crate) fn verdict(&mut self, program: &str, packet: &[u8], expected: u32) -> Outcome {
        let (verdict, _) = self.run(program, packet)?;
        if verdict == expected {
            return Ok(());
        }
        Err(format!("{program} says {verdict} in place of {expected} about {packet:?}").into())
    }

    /// A program, as an array for tail calls takes it.
    pub(crate) fn program(&mut self, name: &str) -> Outcome<OwnedFd> {
        match self.loaded()? {
            Loaded::Aya(ebpf) => aya::program(ebpf, name),
            Loaded::Libbpf(loaded) => Ok(loaded.program(name)?.as_fd().try_clone_to_owned()?),
        }
    }

    /// A map, whichever loader made it.
    pub(crate) fn map(&mut self, name: &str) -> Outcome<MapHandle> {
        let id = match self.loaded()? {
            Loaded::Aya(ebpf) => aya::map_id(ebpf, name)?,
            Loaded::Libbpf(loaded) => loaded.map_id(name)?,
        };
        Ok(MapHandle::from_map_id(id)?)
    }

    pub(crate) fn insert(&mut self, map: &str, key: &[u8], value: &[u8]) -> Outcome {
        Ok(self.map(map)?.update(key, value, MapFlags::ANY)?)
    }

    /// The value of a key that must be there.
    pub(crate) fn lookup(&mut self, map: &str, key: &[u8]) -> Outcome<Vec<u8>> {
        let value = self.map(map)?.lookup(key, MapFlags::ANY)?;
        value.ok_or_else(|| format!("{map} has no entry {key:?}").into())
    }

    /// The values of a key that must be there, for each CPU.
    pub(crate) fn per_cpu(&mut self, map: &str, key: &[u8]) -> Outcome<Vec<Vec<u8>>> {
        let values = self.map(map)?.lookup_percpu(key, MapFlags::ANY)?;
        values.ok_or_else(|| format!("{map} has no entry {key:?}").into())
    }

    /// The records that are in a ring buffer.
    pub(crate) fn records(&mut self, map: &str) -> Outcome<Vec<Vec<u8>>> {
        let map = self.map(map)?;
        let mut records = Vec::new();
        let mut builder = RingBufferBuilder::new();
        builder.add(&map, |record| {
            records.push(record.to_vec());
            0
        })?;
        builder.build()?.consume()?;
        Ok(records)
    }

    /// The bytes of a package variable that is not constant.
    pub(crate) fn variable(&mut self, name: &str) -> Outcome<Vec<u8>> {
        let variable = elf::variable(&self.object, name)?;
        let data = self.lookup(&variable.section, &0_u32.to_ne_bytes())?;
        let bytes = data.get(variable.offset..variable.offset + variable.size);
        Ok(bytes.ok_or("the section is shorter")?.to_vec())
    }

    /// What a scenario does with one loader only.
    pub(crate) fn loaded(&mut self) -> Outcome<&mut Loaded> {
        self.loaded.as_mut().ok_or_else(|| "not loaded yet".into())
    }

    /// Runs a program that user space calls, without anything for it, and returns its result.
    pub(crate) fn call(&mut self, program: &str) -> Outcome<i32> {
        match self.loaded()? {
            Loaded::Aya(_) => Err("aya calls no programs".into()),
            Loaded::Libbpf(loaded) => loaded.call(program),
        }
    }

    /// Attaches a program to a map of sockets.
    pub(crate) fn attach_sockets(&mut self, program: &str, map: &MapHandle) -> Outcome {
        match self.loaded()? {
            Loaded::Aya(ebpf) => aya::attach_sockets(ebpf, program, map.info()?.info.id),
            Loaded::Libbpf(loaded) => {
                let program = loaded.program(program)?;
                Ok(program.attach_sockmap(map.as_fd().as_raw_fd())?)
            }
        }
    }

    pub(crate) fn section(&self, program: &str) -> Outcome<Section> {
        Ok(Section::parse(&elf::section(&self.object, program)?)?)
    }
}

/// The number in the first eight bytes.
pub(crate) fn number(bytes: &[u8]) -> u64 {
    bytes
        .first_chunk()
        .map_or(0, |bytes| u64::from_ne_bytes(*bytes))
}

/// The number of a network interface.
fn interface(name: &str) -> Outcome<u32> {
    let text = fs::read_to_string(format!("/sys/class/net/{name}/ifindex"))?;
    Ok(text.trim().parse()?)
}
