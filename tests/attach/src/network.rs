//! Programs of network interfaces, network namespaces and sockets.

use std::{
    fs::File,
    net::{Ipv4Addr, SocketAddr, UdpSocket},
    time::Duration,
};

use aya::programs::TcAttachType::{Egress, Ingress};
use rustix::net::{AddressFamily, SocketType, bind, socket, sockopt::set_socket_reuseport};

use crate::{Result, Variables, attach::Attach, check, load};

pub(crate) const LOOPBACK: (Ipv4Addr, u16) = (Ipv4Addr::LOCALHOST, 0);

/// Sends a packet over the loopback interface.
pub(crate) fn send() -> Result {
    send_to(&UdpSocket::bind(LOOPBACK)?)
}

/// Sends a packet to a socket, which gets all of it.
fn send_to(receiver: &UdpSocket) -> Result {
    UdpSocket::bind(LOOPBACK)?.send_to(b"hello", receiver.local_addr()?)?;
    receiver.set_read_timeout(Some(Duration::from_secs(5)))?;
    let mut packet = [0; 8];
    let length = receiver.recv(&mut packet)?;
    assert_eq!(&packet[..length], b"hello");
    Ok(())
}

fn network_namespace() -> File {
    File::open("/proc/self/ns/net").expect("proc is mounted")
}

#[test]
fn xdp() -> Result {
    check(|p| p.on_xdp.attach("lo"), send, &[Variables::xdp_runs])
}

#[test]
fn classifiers() -> Result {
    check(
        |p| {
            p.on_ingress.attach("lo", Ingress)?;
            p.on_egress.attach("lo", Egress)
        },
        send,
        &[Variables::ingress_runs, Variables::egress_runs],
    )
}

#[test]
fn sk_lookup() -> Result {
    let attach = |p: &crate::Programs| p.on_lookup.attach(network_namespace());
    check(attach, send, &[Variables::lookup_runs])
}

#[test]
fn flow_dissector() -> Result {
    check(
        |p| {
            p.rehash.attach("lo", Ingress)?;
            p.on_dissector.attach(network_namespace())
        },
        send,
        &[Variables::dissector_runs],
    )
}

/// It is the socket's, and stays with it.
#[test]
fn socket_filter() -> Result {
    let Some(Attach {
        programs,
        variables,
        ..
    }) = load()?
    else {
        return Ok(());
    };
    let receiver = UdpSocket::bind(LOOPBACK)?;
    send_to(&receiver)?;
    assert_eq!(variables.socket_runs()?, 0);
    programs.on_socket.attach(&receiver)?;
    send_to(&receiver)?;
    assert_eq!(variables.socket_runs()?, 1);
    Ok(())
}

/// It is the group's, and stays with it.
#[test]
fn sk_reuseport() -> Result {
    let Some(Attach {
        programs,
        variables,
        ..
    }) = load()?
    else {
        return Ok(());
    };
    let receiver = socket(AddressFamily::INET, SocketType::DGRAM, None)?;
    set_socket_reuseport(&receiver, true)?;
    bind(&receiver, &SocketAddr::from(LOOPBACK))?;
    let receiver = UdpSocket::from(receiver);
    send_to(&receiver)?;
    assert_eq!(variables.reuseport_runs()?, 0);
    programs.on_reuseport.attach(&receiver)?;
    send_to(&receiver)?;
    assert_eq!(variables.reuseport_runs()?, 1);
    Ok(())
}

#[test]
fn detached_by_hand() -> Result {
    let Some(Attach {
        programs,
        variables,
        ..
    }) = load()?
    else {
        return Ok(());
    };
    let program = &programs.on_ingress;
    let attached = || -> Result<bool> {
        let before = variables.ingress_runs()?;
        send()?;
        Ok(variables.ingress_runs()? > before)
    };
    let id = program.attach("lo", Ingress)?;
    assert!(attached()?);
    program.detach(id)?;
    assert!(!attached()?);
    let id = program.attach("lo", Ingress)?;
    let link = program.take_link(id)?;
    assert!(attached()?);
    drop(link);
    assert!(!attached()?);
    Ok(())
}
