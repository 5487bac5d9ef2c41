//! The programs over made-up packets: which server gets which share, and who keeps his server when one goes away.

use common::Result;
use tinybpf_test::run_xdp;

use crate::{Service, balance, lb, load};

/// How many clients there are.
const CLIENTS: u16 = 10_000;

/// Balances one packet of each client over all servers of a service, and then over all but the last.
pub fn run() -> Result {
    let all: Service =
        "udp:192.0.2.80:53=10.0.0.1:53,10.0.0.2:53,10.0.0.3:5353,10.0.0.4:53".parse()?;
    let mut fewer = all.clone();
    let gone = fewer.servers.pop().ok_or("no servers")?;
    let before = servers_of_clients(&all)?;
    let after = servers_of_clients(&fewer)?;

    println!("{CLIENTS} clients of {}", all.endpoint);
    for (number, server) in all.servers.iter().enumerate() {
        let share = |servers: &[usize]| servers.iter().filter(|s| **s == number).count();
        println!(
            "{server:<18} serves {:>5}, and {:>5} without {gone}",
            share(&before),
            share(&after)
        );
    }
    let moved = before
        .iter()
        .zip(&after)
        .filter(|(before, after)| **before < fewer.servers.len() && before != after)
        .count();
    println!("{moved} clients moved from one server that stayed to another");
    Ok(())
}

/// Which server of a service, by its place, gets the packet of each client.
fn servers_of_clients(service: &Service) -> Result<Vec<usize>> {
    let mut lb = load()?;
    balance(&mut lb, std::slice::from_ref(service))?;
    let program = lb.programs.xdp_lb.fd()?;
    let mut servers = Vec::new();
    for client in 0..CLIENTS {
        let (_, out) = run_xdp(&program, &packet(client, &service.endpoint))?;
        let server = service.servers.iter().position(|server| {
            out[30..34] == server.address.to_ne_bytes() && out[36..38] == server.port.to_ne_bytes()
        });
        servers.push(server.ok_or("a packet went to no server")?);
    }
    Ok(servers)
}

/// An Ethernet frame with IPv4 and UDP headers, without checksums.
fn packet(client: u16, to: &lb::Endpoint) -> [u8; 42] {
    let [high, low] = client.to_be_bytes();
    let mut frame = [0; 42];
    frame[12..14].copy_from_slice(&[0x08, 0x00]); // EtherType: IPv4
    frame[14] = 0x45; // version 4, five words
    frame[17] = 28; // total length
    frame[22] = 64; // time to live
    frame[23] = to.protocol as u8;
    frame[26..30].copy_from_slice(&[198, 51, high, low]);
    frame[30..34].copy_from_slice(&to.address.to_ne_bytes());
    frame[34..36].copy_from_slice(&40_000_u16.to_be_bytes());
    frame[36..38].copy_from_slice(&to.port.to_ne_bytes());
    frame[39] = 8; // length
    frame
}
