//! What belongs to the kernel and programs hold: its objects in map values, locks, work for later, memory behind dynptrs.

use std::{process, thread, time::Duration};

use crate::{
    bpf::{Bpf, Loaded, number},
    scenario::{Loader, Outcome, Scenario, expect},
};

pub(super) const ALL: &[Scenario] = &[
    Scenario::new(
        "kptr-exchange",
        "kernels/programs/kptr-exchange",
        kptr_exchange,
    )
    .without(Loader::Aya, "kfuncs"),
    Scenario::new("res-lock", "kernels/programs/res-lock", res_lock).without(Loader::Aya, "kfuncs"),
    Scenario::new("work", "kernels/programs/work", work)
        .since(6, 10, "bpf_wq_set_callback_impl, or its newer name")
        .without(Loader::Aya, "kfuncs"),
    Scenario::new("arena", "kernels/programs/arena", arena).without(Loader::Aya, "kfuncs"),
    Scenario::new("dynptrs", "kernels/programs/dynptrs", dynptrs).without(Loader::Aya, "kfuncs"),
];

/// Runs a program of the section `syscall`.
fn call(bpf: &mut Bpf, program: &str, expected: i32) -> Outcome {
    let Loaded::Libbpf(loaded) = bpf.loaded()? else {
        return Err("aya cannot run it".into());
    };
    expect(program, loaded.call(program)?, expected)
}

fn counter(bpf: &mut Bpf, name: &str) -> Outcome<u64> {
    Ok(number(&bpf.variable(name)?))
}

/// Beyond any table, so that a program panics.
fn set_beyond(bpf: &mut Bpf, variable: &str) -> Outcome {
    bpf.set(variable, &9_u32.to_ne_bytes());
    bpf.load()
}

fn kptr_exchange(bpf: &mut Bpf) -> Outcome {
    bpf.set("index", &3_u32.to_ne_bytes());
    bpf.load()?;
    call(bpf, "take_task", 101)?;
    call(bpf, "keep_task", 3)?;
    call(bpf, "keep_task", 13)?;
    call(bpf, "take_task", 0)?;
    expect(
        "the task",
        bpf.variable("tgid")?,
        process::id().to_ne_bytes(),
    )?;
    call(bpf, "take_task", 101)?;
    call(bpf, "cpus", 0)?;
    call(bpf, "cpus", 0)?;
    expect("the first CPU", bpf.variable("first")?, 1_u32.to_ne_bytes())?;
    for count in 1..=3 {
        call(bpf, "count_here", 0)?;
        let counted = counter(bpf, "count")?;
        // Another CPU may run the next call.
        expect("counted", (1..=count).contains(&counted), true)?;
    }
    // The task that a map holds goes with the map.
    call(bpf, "keep_task", 3)?;
    set_beyond(bpf, "index")?;
    // -EPERM, the verdict of `syscall`.
    call(bpf, "keep_task", -1)?;
    call(bpf, "take_task", 101)
}

fn res_lock(bpf: &mut Bpf) -> Outcome {
    const SHOT: u32 = 2;
    bpf.set("index", &1_u32.to_ne_bytes());
    bpf.load()?;
    for round in 0..3 {
        bpf.verdict("change", &[0; 64], 2 * round + 1)?;
        bpf.verdict("change_alone", &[0; 64], 2 * round + 2)?;
    }
    bpf.verdict("move", &[0; 64], 0)?;
    let amounts = |bpf: &mut Bpf, key: u32| -> Outcome<Vec<u64>> {
        let value = bpf.lookup("accounts", &key.to_ne_bytes())?;
        Ok(value[8..].chunks(8).map(number).collect())
    };
    expect("the first", amounts(bpf, 0)?, [0, 29, 0, 0])?;
    expect("the second", amounts(bpf, 1)?, [0, 1, 0, 0])?;
    // One lock twice.
    bpf.set("index", &0_u32.to_ne_bytes());
    bpf.load()?;
    bpf.verdict("move", &[0; 64], 102)?;
    bpf.verdict("change", &[0; 64], 1)?;
    // A panic gives the lock back, or the next program would wait in vain.
    set_beyond(bpf, "index")?;
    for program in ["change", "change_alone", "change", "change_alone"] {
        bpf.verdict(program, &[0; 64], SHOT)?;
    }
    Ok(())
}

fn work(bpf: &mut Bpf) -> Outcome {
    let runs = |bpf: &mut Bpf| -> Outcome<u64> {
        let job = bpf.lookup("jobs", &1_u32.to_ne_bytes())?;
        Ok(number(&job[24..]))
    };
    for (index, ran, sum) in [(2_u64, 3, 90), (4, 1, 0)] {
        bpf.set("index", &index.to_ne_bytes());
        bpf.load()?;
        bpf.verdict("start", &[0; 64], 0)?;
        for _ in 0..50 {
            if runs(bpf)? == ran {
                break;
            }
            thread::sleep(Duration::from_millis(20));
        }
        thread::sleep(Duration::from_millis(100));
        expect("runs", runs(bpf)?, ran)?;
        expect("the sum", counter(bpf, "sum")?, sum)?;
    }
    Ok(())
}

fn dynptrs(bpf: &mut Bpf) -> Outcome {
    const SHOT: u32 = 2;
    bpf.set("index", &1_u32.to_ne_bytes());
    bpf.set("size", &20_u32.to_ne_bytes());
    bpf.load()?;
    bpf.verdict("record", &[0; 64], 0)?;
    let records = bpf.records("events")?;
    expect("records", records.len(), 1)?;
    let head = [7_u32, 20].map(u32::to_ne_bytes).concat();
    expect("its length", records[0].len(), 20)?;
    expect("its head", &records[0][..9], [&head[..], b"b"].concat())?;
    bpf.verdict("note", &[0; 64], 39)?;
    let note = bpf.lookup("notes", &[0; 4])?;
    expect(
        "the note",
        &note[40..48],
        [3_u32, 9].map(u32::to_ne_bytes).concat(),
    )?;

    let packet: Vec<u8> = (0..64).collect();
    let (verdict, exchanged) = bpf.run("exchange_xdp", &packet)?;
    expect("exchanged", verdict, 2)?;
    let expected = [&packet[6..12], &packet[..6], &packet[12..]].concat();
    expect("the packet", exchanged, expected)?;
    expect("its size", counter(bpf, "total")?, 64)?;
    let kind = u32::from(u16::from_ne_bytes([12, 13]));
    bpf.verdict("type_of", &packet, kind)?;

    // The ring is full when records are too long; a panic discards one.
    bpf.set("size", &8192_u32.to_ne_bytes());
    bpf.load()?;
    bpf.verdict("record", &[0; 64], 1)?;
    bpf.set("size", &3000_u32.to_ne_bytes());
    set_beyond(bpf, "index")?;
    bpf.verdict("record", &[0; 64], SHOT)?;
    expect("no records", bpf.records("events")?.len(), 0)?;
    // There is room again for one of that size.
    bpf.verdict("record", &[0; 64], SHOT)
}

/// A list over several pages, and variables, in memory that user space shares.
fn arena(bpf: &mut Bpf) -> Outcome {
    const NODES: u64 = 300;
    bpf.set("which", &3_u32.to_ne_bytes());
    bpf.load()?;
    call(bpf, "walk", 0)?;
    expect("nothing", counter(bpf, "found")?, 0)?;
    call(bpf, "last", -1)?;
    for _ in 0..NODES {
        call(bpf, "push", 0)?;
    }
    call(bpf, "walk", 0)?;
    let sum = (1..=NODES).map(|value| value + (value & 0xff)).sum::<u64>();
    expect("the list", counter(bpf, "found")?, sum)?;
    call(bpf, "last", NODES as i32)?;
    call(bpf, "total", 1000 + (1..=NODES).sum::<u64>() as i32)?;
    let counted = (1..=NODES).filter(|value| value & 7 == 3).count();
    call(bpf, "counted", counted as i32)
}
