//! Receives datagrams, but only those that begin with one of some words: the kernel drops all others.

mod loader;
#[cfg(test)]
mod tests;

use std::{env, io::ErrorKind, net::UdpSocket, process::ExitCode, time::Duration};

use loader::Result;
use probe::Probe;

mod probe {
    include!(concat!(env!("OUT_DIR"), "/probe.rs"));
}

const USAGE: &str = "\
arguments: ADDRESS:PORT WORD…\n\
Prints datagrams to the address that begin with one of the words (of four bytes, such as PING), until Ctrl-C.";

fn main() -> ExitCode {
    loader::main(run)
}

fn run() -> Result {
    let args: Vec<String> = env::args().skip(1).collect();
    let Some((address, words)) = args.split_first().filter(|(_, words)| !words.is_empty()) else {
        println!("{USAGE}");
        return Ok(());
    };
    let mut probe = Probe::builder().load()?;
    for word in words {
        let word: [u8; 4] = word.as_bytes().try_into().map_err(|_| USAGE)?;
        probe.maps.words.insert(word, 0, 0)?;
    }
    let socket = UdpSocket::bind(address).map_err(|error| format!("{address}: {error}"))?;
    socket.set_nonblocking(true)?;
    probe.programs.filter.attach(&socket)?;
    println!("listening on {}", socket.local_addr()?);
    loader::until_ctrl_c(Duration::from_millis(100), || {
        for datagram in received(&socket)? {
            println!("{}", String::from_utf8_lossy(&datagram).trim_end());
        }
        probe.maps.logs.print()?;
        Ok(())
    })?;
    println!("{} datagrams were dropped", probe.variables.dropped()?);
    Ok(())
}

/// The datagrams that have arrived.
fn received(socket: &UdpSocket) -> Result<Vec<Vec<u8>>> {
    let mut datagrams = Vec::new();
    let mut buffer = [0; 2048];
    loop {
        match socket.recv(&mut buffer) {
            Ok(length) => datagrams.push(buffer[..length].to_vec()),
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(datagrams),
            Err(error) => return Err(error.into()),
        }
    }
}
