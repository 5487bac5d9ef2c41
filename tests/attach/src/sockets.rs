//! Programs of a map of sockets.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    time::Duration,
};

use crate::{Result, attach::Attach, load, network::LOOPBACK};

/// Two ends of a connection.
fn connection() -> Result<[TcpStream; 2]> {
    let listener = TcpListener::bind(LOOPBACK)?;
    let sender = TcpStream::connect(listener.local_addr()?)?;
    let (receiver, _) = listener.accept()?;
    receiver.set_read_timeout(Some(Duration::from_secs(5)))?;
    Ok([sender, receiver])
}

fn send([sender, receiver]: &mut [TcpStream; 2]) -> Result {
    sender.write_all(b"hello")?;
    let mut bytes = [0; 5];
    receiver.read_exact(&mut bytes)?;
    assert_eq!(&bytes, b"hello");
    Ok(())
}

#[test]
fn sk_msg() -> Result {
    let Some(Attach {
        programs,
        variables,
        mut maps,
    }) = load()?
    else {
        return Ok(());
    };
    let mut connection = connection()?;
    maps.sockets.set(0, &connection[0], 0)?;
    programs.on_message.attach(maps.sockets.fd())?;
    send(&mut connection)?;
    assert_eq!(variables.message_runs()?, 0, "it was there before");
    maps.sockets.set(0, &connection[0], 0)?;
    send(&mut connection)?;
    assert_eq!(variables.message_runs()?, 1);
    drop(programs);
    send(&mut connection)?;
    assert_eq!(variables.message_runs()?, 2, "it keeps the program");
    maps.sockets.clear_index(&0)?;
    send(&mut connection)?;
    assert_eq!(variables.message_runs()?, 2);
    Ok(())
}

#[test]
fn sk_skb() -> Result {
    let Some(Attach {
        programs,
        variables,
        mut maps,
    }) = load()?
    else {
        return Ok(());
    };
    let mut connection = connection()?;
    programs.on_stream.attach(maps.sockets.fd())?;
    programs.on_record.attach(maps.sockets.fd())?;
    let runs = || -> Result<_> { Ok([variables.parser_runs()?, variables.verdict_runs()?]) };
    send(&mut connection)?;
    assert_eq!(runs()?, [0, 0]);
    maps.sockets.set(0, &connection[1], 0)?;
    send(&mut connection)?;
    assert_eq!(runs()?, [1, 1]);
    maps.sockets.clear_index(&0)?;
    drop(programs);
    send(&mut connection)?;
    assert_eq!(runs()?, [1, 1]);
    Ok(())
}
