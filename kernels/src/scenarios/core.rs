//! Kernel structs, found where each kernel has them, beside what user space knows.

use std::{
    fs::{self, File},
    io::Write,
    net::{Ipv4Addr, TcpListener, TcpStream, UdpSocket},
    os::unix::process::parent_id,
    process::{self, Command},
};

use tinybpf_core::KernelVersion;

use crate::{
    bpf::Bpf,
    scenario::{Outcome, Scenario, expect},
};

pub(super) const ALL: &[Scenario] = &[
    Scenario::new("core-views", "kernels/programs/core-views", views),
    Scenario::new("core-current", "kernels/programs/core-current", current),
];

fn word(bytes: &[u8], at: usize) -> u32 {
    let bytes = bytes
        .get(at..at + 4)
        .and_then(|bytes| bytes.try_into().ok());
    bytes.map_or(0, u32::from_ne_bytes)
}

fn words(bytes: &[u8]) -> Vec<u32> {
    (0..bytes.len() / 4).map(|i| word(bytes, 4 * i)).collect()
}

fn views(bpf: &mut Bpf) -> Outcome {
    let own = process::id();
    // A name that is not the file's, with what the program may find behind its end.
    File::create("/proc/self/comm")?.write_all(b"core")?;
    bpf.set("onlyPID", &own.to_ne_bytes());
    bpf.load()?;
    for program in ["on_exec", "on_exec_raw", "on_state", "on_queue"] {
        bpf.attach(program)?;
    }
    let child = Command::new("/bin/true").arg("more").spawn()?;
    let pid = child.id();
    child.wait_with_output()?;
    for program in ["typed", "raw"] {
        let found = bpf.variable(program)?;
        let text = |at: usize, text: &str| {
            let end = at + text.len();
            expect(program, &found[at..end], text.as_bytes())
        };
        expect(program, words(&found[..16]), [pid, own, 1, 0])?;
        text(16, "true\0")?;
        expect(program, word(&found, 32), 2)?;
        text(36, "/bin/true\0")?;
        let host = fs::read_to_string("/proc/sys/kernel/hostname")?;
        text(48, host.trim_end())?;
        expect(program, words(&found[56..]), [parent_id(), own])?;
    }
    enumerators(bpf)?;
    sockets(bpf)?;
    packet(bpf)
}

/// The number of the last state that CPUs go through differs in each kernel, which lists them all.
fn enumerators(bpf: &mut Bpf) -> Outcome {
    let states = fs::read_to_string("/sys/devices/system/cpu/hotplug/states")?;
    let online = states.lines().find(|line| line.ends_with(": online"));
    let online = online.ok_or("no state is online")?;
    let (online, _) = online.split_once(':').ok_or(online)?;
    let release = fs::read_to_string("/proc/sys/kernel/osrelease")?;
    let version: KernelVersion = release.parse()?;
    let arenas = u32::from(version >= KernelVersion::new(6, 9));
    let expected = [online.trim().parse()?, arenas, 1, 0];
    expect("enums", words(&bpf.variable("enums")?), expected)
}

fn sockets(bpf: &mut Bpf) -> Outcome {
    const TCP: u16 = 6;
    const INET: u16 = 2;
    // SOCK_BINDADDR_LOCK and SOCK_BINDPORT_LOCK, for what the program chose itself.
    const LOCKS: u16 = 4 | 8;
    const PORT: u16 = 4711;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, PORT))?;
    TcpStream::connect(listener.local_addr()?)?;
    let localhost = u32::from_ne_bytes(Ipv4Addr::LOCALHOST.octets());
    for (socket, to, fields) in [
        ("listening", 0, [0, PORT, INET, TCP, 1, LOCKS, PORT.to_be()]),
        // When it begins to connect, the kernel has not chosen a port for it.
        (
            "connecting",
            localhost,
            [PORT.to_be(), 0, INET, TCP, 0, 0, 0],
        ),
    ] {
        let found = bpf.variable(socket)?;
        expect(socket, word(&found, 0), to)?;
        let found: Vec<u16> = found[4..18]
            .chunks(2)
            .filter_map(|bytes| Some(u16::from_ne_bytes(bytes.try_into().ok()?)))
            .collect();
        expect(socket, found, fields)?;
    }
    Ok(())
}

fn packet(bpf: &mut Bpf) -> Outcome {
    // Ethernet's header, IP's, UDP's.
    const HEADERS: u32 = 14 + 20 + 8;
    const IP: u32 = 0x0800;
    // CHECKSUM_PARTIAL in linux/skbuff.h: the device computes it, and the loopback device does not mind.
    const PARTIAL: u32 = 3;
    let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0))?;
    socket.send_to(&[7; 123], socket.local_addr()?)?;
    let found = bpf.variable("packet")?;
    let loopback = u32::from_ne_bytes(*b"lo\0\0");
    let expected = [123 + HEADERS, IP.to_be() >> 16, 0, PARTIAL, 1, loopback];
    expect("packet", words(&found), expected)
}

fn current(bpf: &mut Bpf) -> Outcome {
    let own = process::id();
    bpf.set("onlyPID", &own.to_ne_bytes());
    bpf.load()?;
    bpf.attach("on_call")?;
    let parent = parent_id();
    let found = bpf.variable("found")?;
    // A thread of nice 0 has priority 120 (DEFAULT_PRIO in linux/sched/prio.h).
    expect("numbers", words(&found[..4]), [own])?;
    expect("numbers", words(&found[8..20]), [parent, own, 120])?;
    let comm = fs::read("/proc/self/comm")?;
    expect("name", &found[20..22], &comm[..2])?;
    // Counted from the end of the name: the third, startstack is the 28th and env_end the 51st.
    let stat = fs::read_to_string("/proc/self/stat")?;
    let (_, stat) = stat.rsplit_once(')').ok_or("no name")?;
    let field = |number: usize| -> Outcome<u64> {
        let field = stat.split_whitespace().nth(number - 3);
        Ok(field.ok_or("too few fields")?.parse()?)
    };
    let word = |at: usize| crate::bpf::number(&found[at..]);
    expect("stack", word(24), field(28)?)?;
    expect("environment", word(32), field(51)?)
}
