//! Has the kernel use a congestion control for TCP that is written in Go. With libbpf-rs: aya 0.14 knows no structs of functions
//! (`struct_ops`), and refuses the object.

use std::{
    env,
    io::{Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    os::fd::AsFd,
    process::ExitCode,
    thread,
    time::{Duration, Instant},
};

use common::{Context, Result, record};
use libbpf_rs::{MapCore, MapFlags, Object, ObjectBuilder};
use rustix::net::sockopt::set_tcp_congestion;

mod reno {
    include!(concat!(env!("OUT_DIR"), "/reno.rs"));
}

const USAGE: &str = "\
usage: tcp-reno            register go_reno until Ctrl-C, and say every second what its connections did
       tcp-reno MEGABYTES  send as much over the loopback interface with it";

/// Its name for the kernel, as in `reno.go`.
const NAME: &str = "go_reno";
/// How much is sent at once.
const CHUNK: usize = 1 << 20;

fn main() -> ExitCode {
    common::run(run)
}

fn run() -> Result {
    let args: Vec<String> = env::args().skip(1).collect();
    let megabytes = match &args[..] {
        [] => None,
        [number] => Some(
            number
                .parse()
                .map_err(|e| format!("{number}: {e}\n{USAGE}"))?,
        ),
        _ => {
            println!("{USAGE}");
            return Ok(());
        }
    };
    let mut object = ObjectBuilder::default()
        .open_memory(reno::OBJECT)?
        .load()
        .context("the kernel refuses the programs, which need Linux 6.4")?;
    let map = object
        .maps_mut()
        .find(|map| map.name() == reno::struct_ops::RENO);
    // The kernel forgets it when the link is dropped and the last connection is closed.
    let _link = map
        .ok_or("no such struct")?
        .attach_struct_ops()
        .context("the kernel does not take the congestion control")?;
    println!("registered {NAME}");
    if let Some(megabytes) = megabytes {
        send(megabytes)?;
        return show(&object);
    }
    println!("try: sysctl net.ipv4.tcp_congestion_control={NAME}");
    common::until_ctrl_c(Duration::from_secs(1), || show(&object))
}

/// Sends so many megabytes over a connection that uses it.
fn send(megabytes: usize) -> Result {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let mut near = TcpStream::connect(listener.local_addr()?)?;
    set_tcp_congestion(near.as_fd(), NAME)?;
    let (mut far, _) = listener.accept()?;
    let start = Instant::now();
    let reader = thread::spawn(move || {
        let mut buffer = vec![0; CHUNK];
        let mut received = 0;
        while let length @ 1.. = far.read(&mut buffer)? {
            received += length;
        }
        std::io::Result::Ok(received)
    });
    let chunk = vec![0; CHUNK];
    for _ in 0..megabytes {
        near.write_all(&chunk)?;
    }
    drop(near);
    let received = reader.join().map_err(|_| "the reader panicked")??;
    let seconds = start.elapsed().as_secs_f64();
    println!("{} MB arrived in {seconds:.2} s", received / CHUNK);
    Ok(())
}

/// Prints the counts of all CPUs.
fn show(object: &Object) -> Result {
    let counts = object
        .maps()
        .find(|map| map.name() == reno::maps::COUNTS)
        .ok_or("no such map")?;
    let values = counts.lookup_percpu(&0_u32.to_ne_bytes(), MapFlags::ANY)?;
    let values = values.ok_or("the map has no entry")?;
    let each: Vec<reno::Counts> = values.iter().filter_map(|bytes| record(bytes)).collect();
    let sum = |of: fn(&reno::Counts) -> u64| each.iter().map(of).sum::<u64>();
    println!(
        "{} connections opened, {} closed; {} segments acknowledged, {} losses; the widest window: {}",
        sum(|of| of.opened),
        sum(|of| of.closed),
        sum(|of| of.acked),
        sum(|of| of.losses),
        each.iter().map(|of| of.widest).max().unwrap_or_default(),
    );
    Ok(())
}
