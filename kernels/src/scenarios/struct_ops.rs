//! Structs of functions that the kernel calls: a TCP congestion control and a queueing discipline that carry connections, and a
//! scheduler.

use std::{
    fs, hint,
    io::{Read, Write},
    net::{TcpListener, TcpStream, UdpSocket},
    os::fd::AsFd,
    process, thread,
    time::{Duration, Instant},
};

use libbpf_rs::{Link, MapCore, MapMut};
use rustix::net::sockopt::{set_tcp_congestion, tcp_congestion};

use super::rtnetlink;
use crate::{
    bpf::{Bpf, Loaded, number},
    scenario::{Loader, Outcome, Scenario, expect},
};

/// Bytes that go through a connection, and as many back.
const AMOUNT: usize = 1 << 20;
/// What a packet carries at most over the loopback interface.
const PACKET: u64 = 65536;

pub(super) const ALL: &[Scenario] = &[
    Scenario::new("tcp-reno", "kernels/programs/tcp-reno", tcp_reno)
        .without(Loader::Aya, "structs of functions"),
    Scenario::new("tcp-reno-example", "examples/tcp-reno/bpf", tcp_example)
        .without(Loader::Aya, "structs of functions"),
    Scenario::new("tcp-link", "kernels/programs/tcp-link", tcp_link)
        .since(6, 4, "links to structs of functions")
        .without(Loader::Aya, "structs of functions"),
    Scenario::new("qdisc-fifo", "kernels/programs/qdisc-fifo", qdisc_fifo)
        .without(Loader::Aya, "structs of functions"),
    Scenario::new("sched-ext", "kernels/programs/sched-ext", sched_ext)
        // The kernel has it since 6.12, and Debian's since later.
        .since(6, 13, "schedulers")
        .without(Loader::Aya, "structs of functions"),
];

fn counter(bpf: &mut Bpf, name: &str) -> Outcome<u64> {
    Ok(number(&bpf.variable(name)?))
}

/// Has the kernel use a struct until the link is dropped.
fn register(bpf: &mut Bpf, name: &str) -> Outcome<Link> {
    let Loaded::Libbpf(loaded) = bpf.loaded()? else {
        return Err("aya knows no structs of functions".into());
    };
    let is = |map: &MapMut<'_>| map.name() == name;
    let map = loaded.object.maps_mut().find(is);
    Ok(map.ok_or("no such struct")?.attach_struct_ops()?)
}

/// Sends bytes there and back over a connection with a congestion control at both ends.
fn talk(control: &str) -> Outcome {
    let bytes: Vec<u8> = (0..AMOUNT).map(|index| (index * 7 / 3) as u8).collect();
    let listener = TcpListener::bind("127.0.0.1:0")?;
    // Accepted connections have the listener's.
    set_tcp_congestion(listener.as_fd(), control)?;
    let mut near = TcpStream::connect(listener.local_addr()?)?;
    set_tcp_congestion(near.as_fd(), control)?;
    let (mut far, _) = listener.accept()?;
    for end in [near.as_fd(), far.as_fd()] {
        expect("the congestion control", tcp_congestion(end)?, control)?;
    }
    for end in [&near, &far] {
        end.set_read_timeout(Some(Duration::from_secs(20)))?;
    }
    let echo = thread::spawn(move || -> std::io::Result<()> {
        let mut all = vec![0; AMOUNT];
        far.read_exact(&mut all)?;
        far.write_all(&all)
    });
    near.write_all(&bytes)?;
    let mut back = vec![0; AMOUNT];
    near.read_exact(&mut back)?;
    echo.join().map_err(|_| "the other end panicked")??;
    expect("what came back", back == bytes, true)
}

/// Whether a socket can have a congestion control.
fn is_there(control: &str) -> Outcome<bool> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    Ok(set_tcp_congestion(listener.as_fd(), control).is_ok())
}

fn tcp_reno(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    expect("before", is_there("go_reno")?, false)?;
    let link = register(bpf, "goReno")?;
    talk("go_reno")?;
    talk("go_reno")?;
    // One for each end, and the kernel sets that of a listener when it listens; `started` counts established ones.
    expect("connections", counter(bpf, "started")?, 4)?;
    expect("family", number_of(&bpf.variable("family")?), 2)?;
    let [packets, avoided, released] = ["packets", "avoided", "released"]
        .map(|name| counter(bpf, name))
        .map(Result::unwrap_or_default);
    let sent = 4 * AMOUNT as u64;
    expect(
        &format!("{packets} packets acknowledged, {avoided} of them to go faster"),
        (packets >= sent / PACKET, avoided >= sent / PACKET / 2),
        (true, true),
    )?;
    // What a connection counts for itself is there when the last ones are closed.
    expect(
        &format!("{released} packets of closed connections"),
        released > 0 && released <= packets,
        true,
    )?;
    let window = counter(bpf, "window")?;
    expect(&format!("a window of {window}"), window >= 2, true)?;
    expect("a segment", counter(bpf, "segment")? > 500, true)?;
    drop(link);
    expect("afterwards", is_there("go_reno")?, false)
}

fn number_of(bytes: &[u8]) -> u16 {
    bytes
        .first_chunk()
        .map_or(0, |bytes| u16::from_ne_bytes(*bytes))
}

fn tcp_link(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    let first = register(bpf, "goFirst")?;
    talk("go_first")?;
    expect("begun and ended", counter(bpf, "counted")? >= 2, true)?;
    let avoided = counter(bpf, "avoided")?;
    expect("acknowledged", avoided >= AMOUNT as u64 / PACKET, true)?;
    expect("of the other", counter(bpf, "second")?, 0)?;
    // A panic ends the program, and the connection goes on.
    let (calls, passed) = (counter(bpf, "calls")?, counter(bpf, "passed")?);
    expect(&format!("{calls} calls"), (calls > 8, passed), (true, 8))?;
    let second = register(bpf, "goSecond")?;
    talk("go_second")?;
    expect("of the other", counter(bpf, "second")? > 0, true)?;
    expect("of both", counter(bpf, "avoided")? > avoided, true)?;
    drop(second);
    expect("one", is_there("go_first")?, true)?;
    expect("the other", is_there("go_second")?, false)?;
    expect("the one on demand", is_there("go_spare")?, false)?;
    drop(first);
    expect("the last", is_there("go_first")?, false)
}

/// What the example counts.
fn tcp_example(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    let link = register(bpf, "reno")?;
    talk("go_reno")?;
    let each = bpf.per_cpu("counts", &[0; 4])?;
    let sum = |at: usize| each.iter().map(|counts| number(&counts[at..])).sum::<u64>();
    expect("opened", sum(0), 2)?;
    let acked = sum(16);
    let least = AMOUNT as u64 / PACKET;
    expect(&format!("{acked} acknowledged"), acked >= least, true)?;
    drop(link);
    expect("afterwards", is_there("go_reno")?, false)
}

/// The name of the scheduler that the kernel uses.
fn scheduler() -> Outcome<String> {
    let name = fs::read_to_string("/sys/kernel/sched_ext/root/ops").unwrap_or_default();
    Ok(name.trim().to_owned())
}

fn work() {
    for _ in 0..20 {
        let start = Instant::now();
        while start.elapsed() < Duration::from_millis(20) {
            hint::spin_loop();
        }
        thread::sleep(Duration::from_millis(1));
    }
}

fn sched_ext(bpf: &mut Bpf) -> Outcome {
    bpf.set("watched", &process::id().to_ne_bytes());
    bpf.load()?;
    expect("before", scheduler()?, "")?;
    let link = register(bpf, "goScheduler")?;
    expect("the scheduler", scheduler()?, "go_scheduler")?;
    // Two that want the CPU at once, and now and then sleep.
    let other = thread::spawn(work);
    work();
    other.join().map_err(|_| "the thread panicked")?;
    let [ran, enqueued, dispatched, stopped, tasks] =
        ["ran", "enqueued", "dispatched", "stopped", "tasks"]
            .map(|name| counter(bpf, name))
            .map(Result::unwrap_or_default);
    let what = format!(
        "ran {ran} times; enqueued {enqueued}, dispatched {dispatched}, stopped {stopped}, {tasks} tasks"
    );
    expect(
        &what,
        [
            ran >= 20,
            enqueued >= 5,
            dispatched >= 5,
            stopped >= 40,
            tasks >= 10,
        ],
        [true; 5],
    )?;
    // The kernel has not thrown it out.
    expect("the scheduler", scheduler()?, "go_scheduler")?;
    expect("its end", counter(bpf, "ended")?, 0)?;
    drop(link);
    expect("afterwards", scheduler()?, "")?;
    // SCX_EXIT_UNREG.
    expect("its end", counter(bpf, "ended")?, 64)
}

/// Gives the loopback interface a queueing discipline; its default again when it is dropped.
struct Queueing;

impl Queueing {
    fn set(kind: &str) -> Outcome<Self> {
        rtnetlink::set_root_qdisc(1, kind)?;
        Ok(Self)
    }
}

impl Drop for Queueing {
    fn drop(&mut self) {
        // Nothing more can be done about a failure here.
        let _ = rtnetlink::delete_root_qdisc(1);
    }
}

fn qdisc_fifo(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    expect("before", Queueing::set("go_fifo").is_err(), true)?;
    let link = register(bpf, "goFifo")?;
    let queueing = Queueing::set("go_fifo")?;
    talk("cubic")?;
    let [enqueued, dequeued, refused] =
        ["enqueued", "dequeued", "refused"].map(|name| counter(bpf, name).unwrap_or_default());
    expect(
        &format!("{enqueued} packets in, {dequeued} out"),
        (
            enqueued >= 2 * AMOUNT as u64 / PACKET,
            enqueued - dequeued,
            refused,
        ),
        (true, 0, 0),
    )?;
    drop(queueing);
    drop(link);
    expect("afterwards", Queueing::set("go_fifo").is_err(), true)?;

    // Too long a packet is a panic, which drops it, and the next one passes.
    bpf.set("unit", &128_u32.to_ne_bytes());
    bpf.load()?;
    let link = register(bpf, "goFifo")?;
    let queueing = Queueing::set("go_fifo")?;
    let [near, far] = [0, 0].map(|port| UdpSocket::bind(("127.0.0.1", port)));
    let (near, far) = (near?, far?);
    far.set_read_timeout(Some(Duration::from_secs(5)))?;
    let mut found = Vec::new();
    for length in [100, 2000, 101, 3000, 2000, 102] {
        near.send_to(&vec![0; length], far.local_addr()?)?;
        if length < 1000 {
            found.push(far.recv(&mut [0; 4096])?);
        }
    }
    expect("the short ones", found, vec![100, 101, 102])?;
    expect("in", counter(bpf, "enqueued")?, 3)?;
    expect("out", counter(bpf, "dequeued")?, 3)?;
    drop(queueing);
    drop(link);
    Ok(())
}
