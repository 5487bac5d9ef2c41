//! Queueing disciplines of network interfaces, by rtnetlink: neither std nor busybox gives an interface one of a kind that they do
//! not know.

use std::io;

use rustix::net::{
    AddressFamily, RecvFlags, SendFlags, SocketFlags, SocketType, recv, send, socket_with,
};

use crate::scenario::Outcome;

// linux/rtnetlink.h, linux/netlink.h, linux/pkt_sched.h
const RTM_NEWQDISC: u16 = 36;
const RTM_DELQDISC: u16 = 37;
const NLM_F_REQUEST: u16 = 1;
const NLM_F_ACK: u16 = 4;
const NLM_F_REPLACE: u16 = 0x100;
const NLM_F_CREATE: u16 = 0x400;
const TC_H_ROOT: u32 = 0xffff_ffff;
const TCA_KIND: u16 = 1;
/// Of `struct nlmsghdr`, in bytes.
const HEADER: usize = 16;

/// Gives an interface a queueing discipline of a kind.
pub(super) fn set_root_qdisc(interface: u32, kind: &str) -> Outcome {
    request(RTM_NEWQDISC, NLM_F_CREATE | NLM_F_REPLACE, interface, kind)
}

/// Gives an interface its default back.
pub(super) fn delete_root_qdisc(interface: u32) -> Outcome {
    request(RTM_DELQDISC, 0, interface, "")
}

fn request(message: u16, flags: u16, interface: u32, kind: &str) -> Outcome {
    // `struct tcmsg`: family and padding, interface, handle, parent, info.
    let words = [0, interface, 0, TC_H_ROOT, 0];
    let mut body: Vec<u8> = words.into_iter().flat_map(u32::to_ne_bytes).collect();
    if !kind.is_empty() {
        let mut name = kind.as_bytes().to_vec();
        name.push(0);
        body.extend((4 + name.len() as u16).to_ne_bytes());
        body.extend(TCA_KIND.to_ne_bytes());
        name.resize(name.len().next_multiple_of(4), 0);
        body.extend(name);
    }
    let mut bytes = ((HEADER + body.len()) as u32).to_ne_bytes().to_vec();
    bytes.extend(message.to_ne_bytes());
    bytes.extend((NLM_F_REQUEST | NLM_F_ACK | flags).to_ne_bytes());
    bytes.extend([0; 8]);
    bytes.extend(body);

    // Protocol 0 is NETLINK_ROUTE.
    let (family, flags) = (AddressFamily::NETLINK, SocketFlags::CLOEXEC);
    let socket = socket_with(family, SocketType::RAW, flags, None)?;
    send(&socket, &bytes, SendFlags::empty())?;
    let mut answer = [0; 4096];
    recv(&socket, &mut answer[..], RecvFlags::empty())?;
    // `struct nlmsgerr` begins with the error, 0 or negative.
    let error = answer[HEADER..].first_chunk().copied();
    match error.map_or(0, i32::from_ne_bytes) {
        0 => Ok(()),
        error => Err(format!(
            "the queueing discipline {kind:?}: {}",
            io::Error::from_raw_os_error(-error)
        )
        .into()),
    }
}
