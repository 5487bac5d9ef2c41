//! libbpf's way.

use std::{
    fs::File,
    io::Read,
    os::fd::{AsFd, AsRawFd},
};

use libbpf_rs::{
    IterOpts, Link, MapCore, MapHandle, NF_INET_LOCAL_IN, NFPROTO_IPV4, NetfilterOpts, Object,
    ObjectBuilder, ProgramInput, ProgramMut, TC_INGRESS, TcHook, TcHookBuilder,
};
use tinybpf_core::section::{ProgramType, Section};

use super::{elf, interface};
use crate::scenario::Outcome;

pub(crate) struct Loaded {
    pub(crate) object: Object,
    links: Vec<Link>,
    hooks: Vec<TcHook>,
}

pub(super) fn load(bytes: &[u8], variables: &[(String, Vec<u8>)]) -> Outcome<Loaded> {
    let mut builder = ObjectBuilder::default();
    builder.name("object")?;
    let mut object = builder.open_memory(bytes)?;
    for (name, value) in variables {
        let variable = elf::variable(bytes, name)?;
        let mut maps = object.maps_mut();
        let mut map = maps
            .find(|map| is(&map.name().to_string_lossy(), &variable.section))
            .ok_or("no such section")?;
        let data = map.initial_value_mut().ok_or("a section without data")?;
        let place = data.get_mut(variable.offset..variable.offset + variable.size);
        place
            .ok_or("the section is shorter")?
            .copy_from_slice(value);
    }
    Ok(Loaded {
        object: object.load()?,
        links: Vec::new(),
        hooks: Vec::new(),
    })
}

/// libbpf puts the object's name before those of data sections.
fn is(map: &str, name: &str) -> bool {
    map == name || (name.starts_with('.') && map.strip_prefix("object") == Some(name))
}

impl Drop for Loaded {
    /// Unlike links, what is attached for traffic control stays; the next program would come after it.
    fn drop(&mut self) {
        for hook in &mut self.hooks {
            // Nothing more can be done about a failure here.
            let _ = hook.detach();
        }
    }
}

impl Loaded {
    pub(crate) fn program(&self, name: &str) -> Outcome<ProgramMut<'_>> {
        let mut programs = self.object.progs_mut();
        let program = programs.find(|program| program.name() == name);
        program.ok_or_else(|| format!("no program {name}").into())
    }

    pub(super) fn attach(&mut self, name: &str, section: &Section) -> Outcome {
        use ProgramType::*;
        let cgroup = || File::open("/sys/fs/cgroup");
        let program = self.program(name)?;
        let link = match section.known.program_type {
            Xdp => program.attach_xdp(interface("lo")?.cast_signed())?,
            SchedCls | SchedAct => {
                let index = interface("lo")?.cast_signed();
                let mut hook = TcHookBuilder::new(program.as_fd());
                hook.ifindex(index).replace(true).handle(1).priority(1);
                let mut hook = hook.hook(TC_INGRESS);
                hook.create()?;
                hook.attach()?;
                self.hooks.push(hook);
                return Ok(());
            }
            CgroupSkb | CgroupSock | CgroupSockAddr | CgroupSockopt | CgroupSysctl
            | CgroupDevice | SockOps => program.attach_cgroup(cgroup()?.as_raw_fd())?,
            Lsm if section.known.name == "lsm_cgroup" => {
                program.attach_cgroup(cgroup()?.as_raw_fd())?
            }
            SkLookup | FlowDissector => {
                let namespace = File::open("/proc/self/ns/net")?;
                program.attach_netns(namespace.as_raw_fd())?
            }
            Netfilter => program.attach_netfilter_with_opts(NetfilterOpts {
                protocol_family: NFPROTO_IPV4,
                hooknum: NF_INET_LOCAL_IN,
                ..NetfilterOpts::default()
            })?,
            _ => program.attach()?,
        };
        self.links.push(link);
        Ok(())
    }

    pub(super) fn run(&self, program: &str, packet: &[u8]) -> Outcome<(u32, Vec<u8>)> {
        let mut out = vec![0; packet.len() + 256];
        let input = ProgramInput {
            data_in: Some(packet),
            data_out: Some(&mut out),
            ..ProgramInput::default()
        };
        let output = self.program(program)?.test_run(input)?;
        let length = output.data.map_or(0, |data| data.len());
        let verdict = output.return_value;
        out.truncate(length);
        Ok((verdict, out))
    }

    /// Attaches an iterator, and reads all that it writes.
    pub(super) fn read(&self, program: &str, options: IterOpts<'_>) -> Outcome<Vec<u8>> {
        let link = self.program(program)?.attach_iter_with_opts(options)?;
        let mut bytes = Vec::new();
        libbpf_rs::Iter::new(&link)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Runs a program of the section `syscall`, and returns its result.
    pub(crate) fn call(&self, program: &str) -> Outcome<i32> {
        let output = self.program(program)?.test_run(ProgramInput::default())?;
        Ok(output.return_value.cast_signed())
    }

    pub(super) fn map_id(&self, name: &str) -> Outcome<u32> {
        let mut maps = self.object.maps();
        let map = maps.find(|map| is(&map.name().to_string_lossy(), name));
        let map = map.ok_or_else(|| format!("libbpf made no map {name}"))?;
        Ok(MapHandle::try_from(&map)?.info()?.info.id)
    }
}
