//! Iterators: what they write about what this process made before.

use std::{
    fs::{self, File},
    net::{TcpListener, TcpStream, UdpSocket},
    os::{
        fd::AsRawFd,
        unix::{fs::MetadataExt, net::UnixDatagram},
    },
    path::Path,
    process, thread,
    time::Duration,
};

use libbpf_rs::{MapCore, MapFlags};

use crate::{
    bpf::{Bpf, Over, number},
    scenario::{Loader, Outcome, Scenario, expect},
};

pub(super) const ALL: &[Scenario] = &[
    Scenario::new("iterators", "kernels/programs/iterators", everywhere),
    Scenario::new("iterators-maps", "kernels/programs/iterators-maps", maps)
        .without(Loader::Aya, "takes no map to go through"),
    Scenario::new("iterators-later", "kernels/programs/iterators-later", later),
    Scenario::new(
        "iterators-cgroup",
        "kernels/programs/iterators-cgroup",
        cgroups,
    )
    .without(Loader::Aya, "takes no cgroup to start from"),
    Scenario::new(
        "iterators-newest",
        "kernels/programs/iterators-newest",
        newest,
    ),
    Scenario::new(
        "open-iterators",
        "kernels/programs/open-iterators",
        open_coded,
    )
    .without(Loader::Aya, "kfuncs"),
];

/// An error where a text lacks a line.
fn has(what: &str, text: &str, line: &str) -> Outcome {
    if text.lines().any(|found| found == line) {
        return Ok(());
    }
    Err(format!("{what} has no line {line:?}:\n{text}").into())
}

fn everywhere(bpf: &mut Bpf) -> Outcome {
    let pid = process::id();
    bpf.set("pid", &pid.to_ne_bytes());
    bpf.load()?;
    let info = bpf.map(".bss")?.info()?;
    let name = info.name()?.to_owned();
    let count = |maps: &str| has("maps", maps, &format!("{} maps", maps.lines().count() - 1));
    let mut maps = bpf.text("dump_maps", Over::All)?;
    for _ in 0..10 {
        if count(&maps).is_ok() {
            break;
        }
        // A map of an earlier scenario that goes away meanwhile is counted, and not listed.
        thread::sleep(Duration::from_millis(100));
        maps = bpf.text("dump_maps", Over::All)?;
    }
    count(&maps)?;
    has("maps", &maps, &format!("{} 1 {name}", info.info.id))?;
    let programs = bpf.text("dump_programs", Over::All)?;
    for program in ["dump_programs", "dump_netlink"] {
        let mut lines = programs.lines();
        if !lines.any(|line| {
            line.split_once(' ')
                .is_some_and(|(_, name)| name == program)
        }) {
            return Err(format!("{program} is not among\n{programs}").into());
        }
    }
    let tasks = bpf.text("dump_tasks", Over::All)?;
    has("tasks", &tasks, &format!("{pid} kernels"))?;
    expect("the end of tasks", tasks.lines().last(), Some("end"))?;
    let file = File::open("/etc/passwd")?;
    let files = bpf.text("dump_files", Over::All)?;
    let start = format!("fd {}: ", file.as_raw_fd());
    expect(
        "the file",
        files
            .lines()
            .filter(|line| line.starts_with(&start))
            .count(),
        1,
    )?;
    sockets(bpf)?;
    let routes = bpf.text("dump_routes", Over::All)?;
    has("routes", &routes, &format!("{:032}/128", 1))
}

fn sockets(bpf: &mut Bpf) -> Outcome {
    const LISTEN: u32 = 10;
    let tcp = TcpListener::bind("127.0.0.1:0")?;
    let port = tcp.local_addr()?.port();
    let line = format!("family 2, port {port}, state {LISTEN}, user 0");
    has("TCP", &bpf.text("dump_tcp", Over::All)?, &line)?;
    let udp = UdpSocket::bind("[::1]:0")?;
    let port = udp.local_addr()?.port();
    let line = format!("family 10, port {port}, user 0");
    has("UDP", &bpf.text("dump_udp", Over::All)?, &line)?;
    // The kernel's own end of routing.
    let text = bpf.text("dump_netlink", Over::All)?;
    has("netlink", &text, "protocol 0, port 0")
}

fn maps(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    let account = |packets: u64, bytes: u64| [packets, bytes].map(u64::to_ne_bytes).concat();
    for key in 1..=3_u32 {
        let value = account(u64::from(key), 100 * u64::from(key));
        bpf.insert("accounts", &key.to_ne_bytes(), &value)?;
    }
    let over = || Over::Map("accounts");
    bpf.read("copy_accounts", over())?;
    let copy = bpf.lookup("array", &2_u32.to_ne_bytes())?;
    expect("the copy", copy, account(2, 200))?;
    for packets in [[1, 2, 3], [0; 3]] {
        let text = bpf.text("dump_accounts", over())?;
        expect("the first line", text.lines().next(), Some("accounts"))?;
        for (key, packets) in (1..).zip(packets) {
            let line = format!("{key}: {packets} packets, {key}00 bytes");
            has("accounts", &text, &line)?;
        }
    }
    per_cpu(bpf)?;
    of_sockets(bpf)
}

fn per_cpu(bpf: &mut Bpf) -> Outcome {
    let values = [3_u64, 4].map(|n| [n, 10 * n].map(u64::to_ne_bytes).concat());
    bpf.map("perCpu")?
        .update_percpu(&1_u32.to_ne_bytes(), &values, MapFlags::ANY)?;
    let records = bpf.read("dump_per_cpu", Over::Map("perCpu"))?;
    let words: Vec<_> = records.chunks(8).map(number).collect();
    // Key and number of CPUs, then the sum of both.
    let head = |key: u64| key | 2 << 32;
    expect("records", words, [head(0), 0, 0, head(1), 7, 70])
}

fn of_sockets(bpf: &mut Bpf) -> Outcome {
    const ESTABLISHED: u32 = 1;
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let client = TcpStream::connect(listener.local_addr()?)?;
    let fd = client.as_raw_fd();
    bpf.insert("storage", &fd.to_ne_bytes(), &4711_u64.to_ne_bytes())?;
    let text = bpf.text("dump_storage", Over::Map("storage"))?;
    expect("storage", text.as_str(), "family 2, protocol 6: 4711\n")?;
    let key = 2_u32.to_ne_bytes();
    bpf.insert("sockets", &key, &u64::try_from(fd)?.to_ne_bytes())?;
    let text = bpf.text("dump_sockets", Over::Map("sockets"))?;
    has("sockets", &text, "0: state 0")?;
    has("sockets", &text, &format!("2: state {ESTABLISHED}"))
}

fn later(bpf: &mut Bpf) -> Outcome {
    bpf.set("pid", &process::id().to_ne_bytes());
    bpf.load()?;
    let areas = bpf.text("dump_areas", Over::All)?;
    let maps = fs::read_to_string("/proc/self/maps")?;
    // Those of this program's file, which do not change.
    let program = maps.lines().filter(|line| line.ends_with("/kernels"));
    let mut compared = 0;
    for line in program {
        let columns: Vec<_> = line.split_whitespace().collect();
        has("areas", &areas, &format!("{} {}", columns[0], columns[4]))?;
        compared += 1;
    }
    expect("this program has areas", compared > 1, true)?;
    let path = format!("/tmp/{}", process::id());
    let socket = UnixDatagram::bind(&path)?;
    // A family, the path and a zero.
    let line = format!("type 2, address of {} bytes, user 0", 2 + path.len() + 1);
    has("sockets", &bpf.text("dump_unix", Over::All)?, &line)?;
    drop(socket);
    fs::remove_file(path)?;
    // A link that is there in any case: aya's are gone when they are read.
    bpf.attach("dump_unix")?;
    let links = bpf.text("dump_links", Over::All)?;
    if !links.contains(" of program ") {
        return Err(format!("there is no link: {links:?}").into());
    }
    let symbols = bpf.text("dump_symbols", Over::All)?;
    let known = fs::read_to_string("/proc/kallsyms")?;
    let name = "bpf_iter_run_prog";
    let symbol = known
        .lines()
        .find(|line| line.ends_with(&format!(" {name}")));
    let symbol: Vec<_> = symbol.ok_or("no such symbol")?.split(' ').collect();
    let kind = u32::from(symbol[1].as_bytes()[0]);
    let line = format!("{} {kind} {name}", symbol[0].trim_start_matches('0'));
    has("symbols", &symbols, &line)
}

fn cgroups(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    let parent = Path::new("/sys/fs/cgroup").join(format!("iter-{}", process::id()));
    let child = parent.join("child");
    fs::create_dir_all(&child)?;
    let text = bpf.text("dump_cgroups", Over::Cgroup(&parent));
    let line = |path: &Path, level| -> Outcome<String> {
        Ok(format!("{} at level {level}\n", fs::metadata(path)?.ino()))
    };
    let lines = [line(&parent, 1)?, line(&child, 2)?, "end\n".to_owned()];
    fs::remove_dir(child)?;
    fs::remove_dir(parent)?;
    expect("cgroups", text?, lines.concat())
}

/// Loops in programs, and panics in them.
fn open_coded(bpf: &mut Bpf) -> Outcome {
    const PROGRAMS: [&str; 4] = ["walk_bits", "walk_cgroups", "walk_areas", "walk_caches"];
    let parent = Path::new("/sys/fs/cgroup").join(format!("open-{}", process::id()));
    fs::create_dir_all(parent.join("child"))?;
    let words = [1 << 3 | 1 << 63, 1 << 5 | 1 << 36 | 1 << 40_u64];
    bpf.set("words", &words.map(u64::to_ne_bytes).concat());
    bpf.set("cgroup", &fs::metadata(&parent)?.ino().to_ne_bytes());
    bpf.set("pid", &process::id().to_ne_bytes());
    bpf.load()?;
    for program in PROGRAMS {
        expect(program, bpf.call(program)?, 0)?;
    }
    let bits = bpf.variable("bits")?;
    let bits: Vec<_> = bits.chunks(8).map(number).collect();
    expect("bits", &bits[..4], [3, 63, 69, 0])?;
    let mut found = |name| Ok::<_, Box<dyn std::error::Error>>(number(&bpf.variable(name)?));
    expect("the bits before 100", found("count")?, 3)?;
    expect("cgroups", found("cgroups")?, 2)?;
    let (areas, bytes) = (found("areas")?, found("bytes")?);
    expect("areas of memory", areas > 10 && bytes > areas * 4096, true)?;
    expect("caches", found("caches")? > 50, true)?;
    bpf.set("divisor", &0_u32.to_ne_bytes());
    bpf.load()?;
    for program in PROGRAMS {
        // -EPERM, the verdict of `syscall`.
        expect(program, bpf.call(program)?, -1)?;
    }
    fs::remove_dir(parent.join("child"))?;
    Ok(fs::remove_dir(parent)?)
}

fn newest(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    let caches = bpf.text("dump_caches", Over::All)?;
    let mut tasks = caches.lines().filter(|line| line.ends_with(" task_struct"));
    expect("caches of tasks", tasks.next().is_some(), true)?;
    // Nothing here shares buffers between devices.
    expect("buffers", bpf.text("dump_buffers", Over::All)?, "")
}
