//! What a budget says that is not kept: the figure, the limit, and what costs most.

use std::fmt::Write as _;

use tinybpf_object::{
    Map,
    inspect::Usage,
    map::Machine,
    suggest::{closest, did_you_mean},
};

/// How many lines of source are named.
const LINES: usize = 5;

pub(super) fn missing<'n>(
    what: &str,
    name: &str,
    there: impl Iterator<Item = &'n str> + Clone,
) -> String {
    let near = closest(name, there.clone());
    let near: Vec<String> = near.into_iter().map(str::to_owned).collect();
    let there: Vec<_> = there.collect();
    match (&near[..], &there[..]) {
        ([], []) => format!("  {name}: the object has no {what}s\n"),
        ([], there) => format!("  {name}: no such {what}, there are {}\n", there.join(", ")),
        (near, _) => format!("  {name}: no such {what}{}\n", did_you_mean(near)),
    }
}

pub(super) fn instructions(usage: &Usage, most: u64) -> String {
    let Usage {
        program,
        instructions,
        ..
    } = usage;
    let mut text = format!(
        "  {program}: {instructions} instructions, and at most {most} are planned; the lines that cost most:\n"
    );
    lines(&mut text, usage);
    text
}

pub(super) fn verified(usage: &Usage, figure: u64, most: u64) -> String {
    let Usage {
        program,
        instructions,
        ..
    } = usage;
    let times = figure / (*instructions).max(1);
    let mut text = format!(
        "  {program}: the verifier goes through {figure} instructions, and at most {most} are planned. The program has {instructions}, so \
         each is looked at some {times} times: loops and branches before long code make it so. The lines that cost most:\n"
    );
    lines(&mut text, usage);
    text
}

pub(super) fn stack(usage: &Usage, most: u64) -> String {
    let Usage { program, stack, .. } = usage;
    let mut text = format!(
        "  {program}: {stack} bytes of stack, and at most {most} are planned; the way down:\n"
    );
    for frame in &usage.chain {
        let place = frame.position.as_ref().map(|at| format!(" ({at})"));
        _ = writeln!(
            text,
            "    {:>5} bytes, counted as {}: {}{}",
            frame.stack,
            frame.counted,
            frame.function,
            place.unwrap_or_default()
        );
    }
    text
}

pub(super) fn memory(map: &Map, machine: Machine, bytes: u64, most: u64) -> String {
    format!(
        "  {}: about {bytes} bytes of memory with {} CPUs, and at most {most} are planned: {} entries with keys of {} and values of {} bytes\n",
        map.name, machine.cpus, map.max_entries, map.key_size, map.value_size
    )
}

fn lines(text: &mut String, usage: &Usage) {
    if usage.lines.is_empty() {
        text.push_str("    (the object has no source lines)\n");
    }
    for line in usage.lines.iter().take(LINES) {
        let position = &line.source.position;
        _ = writeln!(
            text,
            "    {:>5}  {}:{}  {}",
            line.instructions, position.file, position.line, line.source.text
        );
    }
}
