//! The programs in the kernel, over made-up packets.

use std::net::SocketAddrV4;

use common::{
    Result,
    packets::{IP, TCP, UDP, ethernet, ipv4, ipv6},
};
use tinybpf_test::{
    TcAction::{self, Shot, Unspec},
    run_tc,
};

use crate::{
    Port,
    filter::{Counter, Filter},
};

#[test]
fn closed_ports_drop() -> Result {
    if !common::can_load() {
        return Ok(());
    }
    let mut filter = Filter::builder().load()?;
    let [telnet, dns]: [Port; 2] = ["in:tcp:23".parse()?, "out:udp:53".parse()?];
    for port in [&telnet, &dns] {
        filter.maps.closed.insert(port.key, Counter::ZERO, 0)?;
    }
    let frame = |protocol, port| {
        let from: SocketAddrV4 = "192.0.2.1:23".parse().unwrap();
        ipv4(
            protocol,
            from,
            format!("192.0.2.2:{port}").parse().unwrap(),
            b"hello",
        )
    };
    let mut with_options = frame(TCP, 23);
    with_options[IP] = 0x46;
    with_options.splice(IP + 20..IP + 20, [1, 1, 1, 0]);
    let mut fragment = frame(TCP, 23);
    fragment[IP + 7] = 1;
    let mut first_fragment = frame(TCP, 23);
    first_fragment[IP + 6] = 0x20;
    let mut cut = frame(TCP, 23);
    cut.truncate(IP + 22);
    let cases: [(&str, &[u8], [TcAction; 2]); 11] = [
        ("telnet", &frame(TCP, 23), [Shot, Unspec]),
        ("telnet over UDP", &frame(UDP, 23), [Unspec, Unspec]),
        ("DNS", &frame(UDP, 53), [Unspec, Shot]),
        ("another port", &frame(TCP, 24), [Unspec, Unspec]),
        ("IPv6", &ipv6(TCP, 23), [Shot, Unspec]),
        (
            "IPv6 behind an extension header",
            &ipv6(0, 23),
            [Unspec, Unspec],
        ),
        ("IPv4 with options", &with_options, [Shot, Unspec]),
        ("a first fragment", &first_fragment, [Shot, Unspec]),
        ("a later fragment", &fragment, [Unspec, Unspec]),
        ("cut short", &cut, [Unspec, Unspec]),
        ("ARP", &ethernet(0x0806, &[0; 28]), [Unspec, Unspec]),
    ];
    let ingress = filter.programs.filter_ingress.fd()?;
    let egress = filter.programs.filter_egress.fd()?;
    for (name, packet, actions) in cases {
        let [(coming, _), (going, _)] = [run_tc(&ingress, packet)?, run_tc(&egress, packet)?];
        assert_eq!([coming, going], actions, "{name}");
    }
    let counted = |port: &Port, frames: &[&[u8]]| {
        let counter = filter.maps.closed.get(&port.key, 0).unwrap();
        let bytes = frames.iter().map(|frame| frame.len() as u64).sum::<u64>();
        assert_eq!(
            (counter.packets, counter.bytes),
            (frames.len() as u64, bytes)
        );
    };
    counted(
        &telnet,
        &[
            &frame(TCP, 23),
            &ipv6(TCP, 23),
            &with_options,
            &first_fragment,
        ],
    );
    counted(&dns, &[&frame(UDP, 53)]);
    Ok(())
}
