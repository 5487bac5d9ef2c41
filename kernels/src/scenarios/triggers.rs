//! What makes programs run.

use std::{
    fs::{self, File},
    io::{Read, Write},
    net::{IpAddr, Ipv4Addr, Ipv6Addr, TcpListener, TcpStream, UdpSocket},
    os::unix::{
        net::{SocketAddr, UnixDatagram},
        process::parent_id,
    },
    process::Command,
    thread,
    time::{Duration, Instant},
};

use crate::scenario::Outcome;

const V4: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
const V6: IpAddr = IpAddr::V6(Ipv6Addr::LOCALHOST);

pub(super) fn open_file() -> Outcome {
    File::open("/etc/passwd")?;
    Ok(())
}

/// `getppid`, which the C library asks the kernel for each time.
pub(super) fn ask_parent() -> Outcome {
    let _ = parent_id();
    Ok(())
}

pub(super) fn execute() -> Outcome {
    Command::new("/bin/true").status()?;
    Ok(())
}

pub(super) fn open_device() -> Outcome {
    File::open("/dev/null")?;
    Ok(())
}

pub(super) fn read_setting() -> Outcome {
    fs::read_to_string("/proc/sys/kernel/ostype")?;
    Ok(())
}

/// Long enough for a clock that rings a thousand times a second.
pub(super) fn be_busy() -> Outcome {
    let start = Instant::now();
    while start.elapsed() < Duration::from_millis(100) {
        std::hint::spin_loop();
    }
    Ok(())
}

/// Binds, connects, sends, asks for names and options, closes.
fn tcp(address: IpAddr) -> Outcome {
    let listener = TcpListener::bind((address, 0))?;
    let mut client = TcpStream::connect(listener.local_addr()?)?;
    let (mut server, _) = listener.accept()?;
    client.peer_addr()?;
    client.local_addr()?;
    client.set_nodelay(true)?;
    client.nodelay()?;
    client.write_all(b"hello")?;
    let mut buffer = [0; 5];
    server.read_exact(&mut buffer)?;
    Ok(())
}

/// Sends and receives without a connection.
fn udp(address: IpAddr) -> Outcome {
    let receiver = UdpSocket::bind((address, 0))?;
    let sender = UdpSocket::bind((address, 0))?;
    receiver.set_read_timeout(Some(Duration::from_secs(5)))?;
    sender.send_to(b"hello", receiver.local_addr()?)?;
    receiver.recv_from(&mut [0; 5])?;
    Ok(())
}

pub(super) fn network() -> Outcome {
    tcp(V4)?;
    udp(V4)
}

pub(super) fn network6() -> Outcome {
    tcp(V6)?;
    udp(V6)
}

pub(super) fn unix_sockets() -> Outcome {
    let name = |name: &str| {
        let path = format!("/tmp/{name}");
        let _ = fs::remove_file(&path);
        path
    };
    let (ours, theirs) = (name("sender"), name("receiver"));
    let receiver = UnixDatagram::bind(&theirs)?;
    let sender = UnixDatagram::bind(&ours)?;
    sender.send_to(b"hello", &theirs)?;
    receiver.recv_from(&mut [0; 5])?;
    sender.connect_addr(&SocketAddr::from_pathname(&theirs)?)?;
    sender.peer_addr()?;
    sender.local_addr()?;
    Ok(())
}

/// Waits for what the kernel does later.
pub(super) fn wait() {
    thread::sleep(Duration::from_millis(20));
}
