//! Functions of all kinds: subprograms that the kernel calls back, global ones and what replaces them, tail calls; and what
//! they do to locks and timers in maps.

use std::{
    fs,
    os::fd::{AsFd, AsRawFd},
    process, thread,
    time::Duration,
};

use aya::{
    Ebpf,
    programs::{Extension, Xdp},
};
use libbpf_rs::{Link, Object, ObjectBuilder, UserRingBuffer};

use crate::{
    bpf::{Bpf, Loaded, number},
    scenario::{Outcome, Scenario, expect},
};

const ABORTED: u32 = 0;
const PASS: u32 = 2;

pub(super) const ALL: &[Scenario] = &[
    Scenario::new("callbacks", "tests/testdata/programs/callbacks", callbacks),
    Scenario::new("functions", "tests/testdata/programs/functions", functions),
    Scenario::new("freplace", "tests/testdata/freplace", freplace)
        .beside("tests/testdata/programs/functions"),
    Scenario::new("global-tags", "kernels/programs/global-tags", global_tags),
    Scenario::new(
        "user-ringbuf",
        "kernels/programs/user-ringbuf",
        user_ringbuf,
    ),
    Scenario::new("find-vma", "kernels/programs/find-vma", find_vma),
    Scenario::new("locks", "tests/testdata/programs/locks", locks),
    Scenario::new("tails", "tests/testdata/programs/tails", tails),
];

/// Runs a program over a packet that holds a call: its verdict, and the results that it left.
fn call(bpf: &mut Bpf, program: &str, words: [u64; 3]) -> Outcome<(u32, [u64; 2])> {
    let packet: Vec<u8> = words
        .into_iter()
        .chain([0; 2])
        .flat_map(u64::to_ne_bytes)
        .collect();
    let (verdict, packet) = bpf.run(program, &packet)?;
    let result = |at: usize| packet.get(at..).map_or(0, number);
    Ok((verdict, [result(24), result(32)]))
}

fn callbacks(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    for (words, expected) in [
        ([1, 1000, 0], (PASS, [499_500, 1000])),
        ([2, 10, 5], (PASS, [10, 6])),
        ([14, 4, 3], (PASS, [103, 3])),
        ([15, 8, 99], (PASS, [2836, 8])),
        // Panics in callbacks: in themselves, below them, in a callback of a callback, below a subprogram, with a record held.
        ([3, 4, 0], (PASS, [100, 4])),
        ([3, 5, 0], (ABORTED, [0, 0])),
        ([4, 5, 0], (ABORTED, [0, 0])),
        ([6, 6, 0], (ABORTED, [0, 0])),
        ([8, 4, 0], (PASS, [100, 4])),
        ([8, 5, 0], (ABORTED, [0, 0])),
        ([11, 5, 0], (ABORTED, [0, 0])),
        ([12, 5, 0], (ABORTED, [0, 0])),
        ([16, 7, 0], (ABORTED, [0, 0])),
    ] {
        expect(
            &format!("{words:?}"),
            call(bpf, "callbacks", words)?,
            expected,
        )?;
    }
    expect("records", bpf.records("events")?.len(), 4)
}

fn functions(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    for (words, expected) in [
        ([1, 3, 0], (PASS, [40, 0])),
        ([1, 4, 0], (ABORTED, [0, 0])),
        ([2, 5, 100], (PASS, [100, 1])),
        ([2, 0, 0], (ABORTED, [0, 0])),
        ([3, 1, 2], (PASS, [42, 2])),
        ([5, 2, 3], (PASS, [28, 3])),
        ([6, 2, 9], (PASS, [31, 9])),
        ([6, 4, 0], (ABORTED, [0, 0])),
    ] {
        expect(
            &format!("{words:?}"),
            call(bpf, "functions", words)?,
            expected,
        )?;
    }
    Ok(())
}

/// Replaces global functions of the object beside, and its program.
fn freplace(bpf: &mut Bpf) -> Outcome {
    const REPLACED: u64 = (-8_i64).cast_unsigned();
    for (program, function, words, expected) in [
        ("new_pick", "pick", [1, 7, 0], (PASS, [REPLACED, 0])),
        // A panic there gives the verdict that it names, which is the function's result.
        ("new_pick", "pick", [1, 8, 0], (PASS, [u64::MAX, 0])),
        ("new_answer", "answer", [3, 0, 9], (PASS, [43, 9])),
        ("new_swap", "swap", [2, 5, 100], (PASS, [5, 5])),
        ("new_program", "functions", [9, 3, 7], (PASS, [4, 0])),
        ("new_program", "functions", [9, 8, 7], (3, [0, 0])),
    ] {
        let mut target = Bpf::new(bpf.loader, fs::read("freplace.beside.o")?)?;
        target.load()?;
        let replacing = match target.loaded()? {
            Loaded::Aya(target) => {
                Replacing::Aya(with_aya(target, &bpf.object, program, function)?)
            }
            Loaded::Libbpf(target) => {
                Replacing::Libbpf(with_libbpf(&target.object, &bpf.object, program, function)?)
            }
        };
        let found = call(&mut target, "functions", words)?;
        drop(replacing);
        expect(&format!("{program} {words:?}"), found, expected)?;
    }
    Ok(())
}

/// What replaces a function until it is dropped.
#[expect(dead_code, reason = "it is kept for its effect")]
enum Replacing {
    Aya(Ebpf),
    Libbpf((Object, Link)),
}

fn with_aya(target: &Ebpf, object: &[u8], program: &str, function: &str) -> Outcome<Ebpf> {
    let replaced: &Xdp = target
        .program("functions")
        .ok_or("no program")?
        .try_into()?;
    let fd = replaced.fd()?.try_clone()?;
    let mut object = Ebpf::load(object)?;
    let replacing: &mut Extension = object
        .program_mut(program)
        .ok_or("no program")?
        .try_into()?;
    replacing.load(fd, function)?;
    replacing.attach()?;
    Ok(object)
}

fn with_libbpf(
    target: &Object,
    object: &[u8],
    program: &str,
    function: &str,
) -> Outcome<(Object, Link)> {
    let replaced = target.progs().find(|p| p.name() == "functions");
    let fd = replaced.ok_or("no program")?.as_fd().as_raw_fd();
    let mut builder = ObjectBuilder::default();
    let mut object = builder.open_memory(object)?;
    for mut other in object.progs_mut() {
        if other.name() == program {
            other.set_attach_target(fd, Some(function.to_owned()))?;
        } else {
            other.set_autoload(false);
        }
    }
    let object = object.load()?;
    let replacing = object.progs_mut().find(|p| p.name() == program);
    let link = replacing.ok_or("no program")?.attach()?;
    Ok((object, link))
}

/// What the kernel promises of the parameters of global functions.
fn global_tags(bpf: &mut Bpf) -> Outcome {
    let int = |bpf: &mut Bpf, name: &str| -> Outcome<i32> {
        let bytes = bpf.variable(name)?;
        Ok(i32::from_ne_bytes(bytes[..4].try_into()?))
    };
    bpf.load()?;
    bpf.attach("read")?;
    // Any process may be the last one that called the kernel.
    let mut found = [0; 2];
    for _ in 0..50 {
        let own = process::id().cast_signed();
        found = [int(bpf, "own")?, int(bpf, "parent")?];
        if found == [own; 2] {
            break;
        }
    }
    expect("the task", found, [process::id().cast_signed(); 2])?;
    expect("of no task", int(bpf, "none")?, -7)?;
    expect("the sum", number(&bpf.variable("sum")?), 82)?;
    bpf.set("divisor", &0_u64.to_ne_bytes());
    bpf.load()?;
    bpf.attach("read")?;
    let _ = process::id();
    expect("of no task", int(bpf, "none")?, 0)
}

/// Writes orders and has them taken, up to one that ends the helper, and up to a panic.
fn user_ringbuf(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    let map = bpf.map("orders")?;
    let orders = UserRingBuffer::new(&map)?;
    let order = |words: [u64; 2]| -> Outcome {
        let mut sample = orders.reserve(16)?;
        sample.copy_from_slice(&words.map(u64::to_ne_bytes).concat());
        Ok(orders.submit(sample)?)
    };
    for words in [[0, 5], [3, 7], [3, 1], [0, 0], [1, 2], [4, 9], [2, 4]] {
        order(words)?;
    }
    let mut drained = |verdict, amounts: [u64; 4], sums: [u64; 2]| -> Outcome {
        bpf.verdict("drain", &[0; 64], verdict)?;
        let words = |bytes: Vec<u8>| bytes.chunks(8).map(number).collect::<Vec<_>>();
        expect("amounts", words(bpf.variable("amounts")?), amounts)?;
        expect("sums", words(bpf.variable("drained")?), sums)
    };
    drained(PASS, [5, 0, 0, 8], [3, 13])?;
    // What was taken before the panic is gone, and the rest stays for the next round.
    drained(ABORTED, [5, 2, 0, 8], [3, 13])?;
    drained(PASS, [5, 2, 4, 8], [1, 4])
}

/// Finds the area of an address of this process, and none for one that is not mapped.
fn find_vma(bpf: &mut Bpf) -> Outcome {
    bpf.set("pid", &process::id().to_ne_bytes());
    let address = find_vma as *const () as u64;
    bpf.set("address", &address.to_ne_bytes());
    bpf.load()?;
    bpf.attach("find")?;
    for _ in 0..20 {
        let _ = fs::read_to_string("/proc/self/stat")?;
    }
    let hits = number(&bpf.variable("hits")?);
    if hits < 20 {
        return Err(format!("{hits} hits").into());
    }
    Ok(())
}

fn locks(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    expect("account", call(bpf, "locks", [1, 1, 0])?.0, PASS)?;
    for round in 1..=5 {
        let expected = (PASS, [5 * round, 3 * round - 2]);
        expect("locked", call(bpf, "locks", [2, 1, 0])?, expected)?;
        // A panic while the lock is held.
        expect("panic", call(bpf, "locks", [3, 1, 4])?.0, ABORTED)?;
        let expected = (PASS, [5 * round, 3 * round]);
        expect("locked again", call(bpf, "locks", [3, 1, 2])?, expected)?;
    }
    // One timer that rings five times, and one whose callback panics the first time.
    for (key, index, rung) in [(0, 2, [5, 30]), (1, 4, [1, 0])] {
        expect("started", call(bpf, "locks", [4, key, index])?.0, PASS)?;
        thread::sleep(Duration::from_millis(200));
        expect("rung", call(bpf, "locks", [5, key, 0])?.1, rung)?;
    }
    Ok(())
}

fn tails(bpf: &mut Bpf) -> Outcome {
    bpf.load()?;
    // Without programs behind them, tail calls fail, and what follows runs.
    for (words, expected) in [
        ([1, 3, 0], 7),
        ([2, 3, 0], 9),
        ([3, 3, 1 | 2 << 16], 50),
        ([3, 3, 4 | 2 << 16], ABORTED),
        ([3, 3, 1 | 4 << 16], ABORTED),
    ] {
        expect(
            &format!("{words:?}"),
            call(bpf, "tails", words)?.0,
            expected,
        )?;
    }
    Ok(())
}
