//! Counts the system calls of the whole machine for some seconds, and prints the ten most frequent.

use std::{env, error::Error, thread, time::Duration};

mod counter {
    include!(concat!(env!("OUT_DIR"), "/counter.rs"));
}

const USAGE: &str =
    "usage: percpu-counter [SECONDS]   count system calls for so long (5 seconds by default)";

fn main() -> Result<(), Box<dyn Error>> {
    let seconds: u64 = match env::args().nth(1) {
        None => 5,
        Some(text) => text.parse().map_err(|e| format!("{text}: {e}\n{USAGE}"))?,
    };
    let counter = counter::Counter::builder().load()?;
    counter.programs.attach_all()?;
    thread::sleep(Duration::from_secs(seconds));

    let calls = &counter.maps.calls;
    let mut counts = Vec::new();
    for number in 0..calls.len() {
        let per_cpu = calls.get(&number, 0)?;
        let sum: u64 = per_cpu.iter().sum();
        if sum != 0 {
            counts.push((sum, number, per_cpu));
        }
    }
    counts.sort_by_key(|(sum, ..)| std::cmp::Reverse(*sum));
    println!("{:>8} {:>10}  on each CPU", "SYSCALL", "CALLS");
    for (sum, number, per_cpu) in counts.iter().take(10) {
        let shares: Vec<String> = per_cpu.iter().map(u64::to_string).collect();
        println!("{number:>8} {sum:>10}  {}", shares.join(" "));
    }
    Ok(())
}
