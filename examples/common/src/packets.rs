//! Ethernet frames with right checksums, and whether a frame has them.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddrV4};

/// The protocol above IP (`linux/in.h`).
pub const TCP: u8 = 6;
/// See [`TCP`].
pub const UDP: u8 = 17;

/// Where the IP header begins.
pub const IP: usize = 14;
/// Where what is above an IPv4 header begins.
pub const TRANSPORT: usize = IP + 20;

/// A TCP segment or UDP datagram over IPv4, checksums included.
#[must_use]
pub fn ipv4(protocol: u8, from: SocketAddrV4, to: SocketAddrV4, payload: &[u8]) -> Vec<u8> {
    let mut transport = transport(protocol, from.port(), to.port(), payload);
    let mut header = vec![0x45, 0, 0, 0, 0x12, 0x34, 0x40, 0, 64, protocol, 0, 0];
    let length = header.len() + 8 + transport.len();
    header[2..4].copy_from_slice(&(length as u16).to_be_bytes());
    header.extend(from.ip().octets());
    header.extend(to.ip().octets());
    let sum = checksum(&header);
    header[10..12].copy_from_slice(&sum.to_be_bytes());
    let sum = checksum(&with_pseudo_header(&header, &transport));
    let at = checksum_at(protocol);
    // UDP writes a sum of 0 as its complement.
    let sum = if sum == 0 && protocol == UDP {
        0xffff
    } else {
        sum
    };
    transport[at..at + 2].copy_from_slice(&sum.to_be_bytes());
    ethernet(0x0800, &[header, transport].concat())
}

/// The same over IPv6, without a checksum.
#[must_use]
pub fn ipv6(protocol: u8, to: u16) -> Vec<u8> {
    let transport = transport(protocol, 40_000, to, b"hello");
    let mut header = vec![0x60, 0, 0, 0, 0, transport.len() as u8, protocol, 64];
    header.extend(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1).octets());
    header.extend(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 2).octets());
    ethernet(0x86dd, &[header, transport].concat())
}

/// An Ethernet frame of the given type.
#[must_use]
pub fn ethernet(ether_type: u16, payload: &[u8]) -> Vec<u8> {
    let mut frame = vec![2; 12];
    frame.extend(ether_type.to_be_bytes());
    frame.extend(payload);
    frame
}

fn transport(protocol: u8, from: u16, to: u16, payload: &[u8]) -> Vec<u8> {
    let mut bytes = [from.to_be_bytes(), to.to_be_bytes()].concat();
    if protocol == TCP {
        bytes.extend([1, 2, 3, 4, 5, 6, 7, 8, 0x50, 0x10, 1, 0, 0, 0, 0, 0]);
    } else {
        bytes.extend((8 + payload.len() as u16).to_be_bytes());
        bytes.extend([0, 0]);
    }
    bytes.extend(payload);
    bytes
}

/// Where the checksum stands in the header above IP.
fn checksum_at(protocol: u8) -> usize {
    if protocol == TCP { 16 } else { 6 }
}

/// Both ends of a TCP segment or UDP datagram over IPv4.
#[must_use]
pub fn ends(frame: &[u8]) -> (SocketAddrV4, SocketAddrV4) {
    let end = |address: usize, port: usize| {
        let octets: [u8; 4] = frame[address..address + 4].try_into().unwrap();
        let port = u16::from_be_bytes([frame[port], frame[port + 1]]);
        SocketAddrV4::new(Ipv4Addr::from(octets), port)
    };
    (end(IP + 12, TRANSPORT), end(IP + 16, TRANSPORT + 2))
}

/// The checksum of the header above IP.
#[must_use]
pub fn transport_checksum(frame: &[u8]) -> u16 {
    let at = TRANSPORT + checksum_at(frame[IP + 9]);
    u16::from_be_bytes([frame[at], frame[at + 1]])
}

/// Whether the checksums of both headers are right: what they cover, themselves included, sums up to nothing.
#[must_use]
pub fn checksums_are_right(frame: &[u8]) -> bool {
    let (header, transport) = frame[IP..].split_at(20);
    checksum(header) == 0 && checksum(&with_pseudo_header(header, transport)) == 0
}

/// What the checksums of TCP and UDP cover (RFC 9293, section 3.1; RFC 768).
fn with_pseudo_header(ip: &[u8], transport: &[u8]) -> Vec<u8> {
    let mut bytes = ip[12..20].to_vec();
    bytes.extend([0, ip[9]]);
    bytes.extend((transport.len() as u16).to_be_bytes());
    bytes.extend(transport);
    bytes
}

/// The complement of the one's complement sum of all 16-bit words (RFC 1071).
fn checksum(bytes: &[u8]) -> u16 {
    let words = bytes.chunks(2);
    let words = words.map(|word| u16::from_be_bytes([word[0], *word.get(1).unwrap_or(&0)]));
    let sum: u64 = words.map(u64::from).sum();
    // Modulo 0xffff, where only no words at all give 0.
    !(if sum == 0 { 0 } else { (sum - 1) % 0xffff + 1 } as u16)
}
