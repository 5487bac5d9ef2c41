//! The program in the kernel, over made-up packets.

use std::{error::Error, net::Ipv4Addr};

use tinybpf_test::{XdpAction, run_xdp};

use crate::{block, filter::Filter, ipv4};

#[test]
fn what_is_blocked_is_dropped() -> Result<(), Box<dyn Error>> {
    if !common::can_load() {
        return Ok(());
    }
    let mut filter = Filter::builder().load()?;
    let (blocked, other) = (Ipv4Addr::new(192, 0, 2, 66), Ipv4Addr::new(192, 0, 2, 67));
    block(&mut filter, blocked)?;
    let mut arp = ipv4(blocked);
    arp[13] = 6;
    let packets: [(&[u8], XdpAction); 5] = [
        (&ipv4(blocked), XdpAction::Drop),
        (&ipv4(other), XdpAction::Pass),
        (&ipv4(blocked), XdpAction::Drop),
        (&ipv4(blocked)[..33], XdpAction::Pass),
        (&arp, XdpAction::Pass),
    ];
    let program = filter.programs.xdp_filter.fd()?;
    for (packet, action) in packets {
        assert_eq!(run_xdp(&program, packet)?, (action, packet.to_vec()));
    }
    let counted = |verdict: u32| -> Result<_, Box<dyn Error>> {
        let counters = filter.maps.counters.get(&verdict, 0)?;
        let counters = counters.iter();
        Ok(counters.fold((0, 0), |sum, c| (sum.0 + c.packets, sum.1 + c.bytes)))
    };
    assert_eq!(counted(1)?, (2, 2 * 34));
    assert_eq!(counted(2)?, (3, 2 * 34 + 33));
    assert_eq!(filter.maps.blocklist.get(&blocked.octets(), 0)?, 2);
    Ok(())
}

#[test]
fn the_program_keeps_to_its_budget() -> Result<(), Box<dyn Error>> {
    let budget = tinybpf_test::budget(crate::filter::OBJECT)
        .program("xdp_filter")
        .instructions(60)
        .stack(64)
        .map("blocklist")
        .memory(128 * 1024);
    if !common::can_load() {
        budget.check();
        return Ok(());
    }
    let filter = Filter::builder().load()?;
    let program = filter.programs.xdp_filter.fd()?;
    budget
        .program("xdp_filter")
        .verified_instructions(program, 300)
        .check();
    Ok(())
}
