//! `cgroup-connect` over real connects of a process in a cgroup.

use std::{
    fs,
    io::ErrorKind,
    net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream},
    process,
};

use aya::{
    maps::{LpmTrie, MapData, RingBuf, lpm_trie::Key},
    programs::{CgroupAttachMode, CgroupSockAddr},
};
use tests::{Cgroup, Loaded};

use super::example;

/// Bits of the port, which keys begin with.
const PORT: u32 = 32;

fn key(address: Ipv6Addr, bits: u32, port: u16) -> Key<[u8; 20]> {
    let mut data = [0; 20];
    data[..2].copy_from_slice(&port.to_be_bytes());
    data[4..].copy_from_slice(&address.octets());
    Key::new(PORT + bits, data)
}

#[test]
fn rules_decide() {
    let Some(object) = example("cgroup-connect") else {
        return;
    };
    let Some(cgroup) = Cgroup::join() else { return };
    let mut loaded = Loaded::new(object);
    let folder = cgroup.open();
    for name in ["connect4", "connect6"] {
        let program = loaded.ebpf.program_mut(name).unwrap();
        let program: &mut CgroupSockAddr = program.try_into().unwrap();
        program.attach(&folder, CgroupAttachMode::Single).unwrap();
    }
    let listen = |address: SocketAddr| TcpListener::bind(address).unwrap();
    let first = listen((Ipv4Addr::LOCALHOST, 0).into());
    let second = listen((Ipv4Addr::LOCALHOST, 0).into());
    let sixth = listen((Ipv6Addr::LOCALHOST, 0).into());
    let [first, second, sixth] = [first, second, sixth].map(|l| (l.local_addr().unwrap(), l));
    let mapped = Ipv4Addr::LOCALHOST.to_ipv6_mapped();
    let over_ipv6 = SocketAddr::from((mapped, first.0.port()));
    let mut check = |rules: &[(Key<[u8; 20]>, u64)], allowed: [bool; 4]| {
        let map = loaded.ebpf.map_mut("rules").unwrap();
        let mut trie: LpmTrie<&mut MapData, [u8; 20], [u64; 2]> = map.try_into().unwrap();
        for (key, verdict) in rules {
            trie.insert(key, [*verdict, 0], 0).unwrap();
        }
        for (to, allowed) in [first.0, second.0, sixth.0, over_ipv6]
            .into_iter()
            .zip(allowed)
        {
            let result = TcpStream::connect(to);
            let as_wanted = match &result {
                Ok(_) => allowed,
                Err(error) => !allowed && error.kind() == ErrorKind::PermissionDenied,
            };
            assert!(as_wanted, "{to}: {result:?}");
        }
    };
    const DENY: u64 = 0;
    const ALLOW: u64 = 1;
    let all = Ipv6Addr::UNSPECIFIED;
    check(&[], [true; 4]);
    check(
        &[(key(mapped, 96 + 8, 0), DENY)],
        [false, false, true, false],
    );
    check(
        &[(key(mapped, 128, first.0.port()), ALLOW)],
        [true, false, true, true],
    );
    check(&[(key(all, 0, 0), DENY)], [true, false, false, true]);
    check(
        &[(key(all, 0, sixth.0.port()), ALLOW)],
        [true, false, true, true],
    );

    let mut denied = Vec::new();
    let mut ring = RingBuf::try_from(loaded.ebpf.map_mut("denials").unwrap()).unwrap();
    while let Some(record) = ring.next() {
        let word = |at: usize| u32::from_le_bytes(record[at..at + 4].try_into().unwrap());
        let octets: [u8; 16] = record[28..44].try_into().unwrap();
        let address = Ipv6Addr::from(octets).to_canonical();
        let port = u16::from_be_bytes([record[24], record[25]]);
        let comm = fs::read_to_string("/proc/thread-self/comm").unwrap();
        assert!(record[8..].starts_with(comm.trim_end().as_bytes()));
        assert_eq!((record.len(), word(0), word(4)), (44, process::id(), 0));
        denied.push(SocketAddr::new(address, port));
    }
    let (first, second, sixth) = (first.0, second.0, sixth.0);
    assert_eq!(
        denied,
        [first, second, first, second, second, sixth, second]
    );
    let map = loaded.ebpf.map("rules").unwrap();
    let trie: LpmTrie<&MapData, [u8; 20], [u64; 2]> = map.try_into().unwrap();
    let uses = |key| trie.get(&key, 0).unwrap()[1];
    assert_eq!(uses(key(mapped, 96 + 8, 0)), 6);
    assert_eq!(uses(key(mapped, 128, first.port())), 6);
}
