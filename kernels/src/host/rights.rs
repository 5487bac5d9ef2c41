//! What programs may do, asked of the kernels: which helpers each section's programs have, for which of them the licence must be
//! compatible with the GPL, and which LSM hooks may sleep. Written to tinybpf-core, whose passes refuse the rest.

mod found;
mod rows;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use libbpf_rs::btf::Btf;
use tests::workspace;

use super::{boot, fetch, fetch::Kernel};
use crate::{
    guest::{KFUNCS, PROBE, RESULT, ROWS},
    scenario::Outcome,
};

use found::Found;

/// For one kernel, which takes two minutes; this much on a machine that is busy with other things.
const LIMIT: Duration = Duration::from_secs(1800);

/// Where the table is, below the workspace.
const TABLE: &str = "tinybpf-object/src/section/rights/generated.rs";

/// Starts the line that names the kernels: newer ones with the same answers are no difference.
const KERNELS_LINE: &str = "//! Kernels: ";

/// Asks the kernels, and writes the table, or with `check` compares it.
pub(super) fn run(
    kernels: &[(Kernel, PathBuf)],
    program: &Path,
    work: &Path,
    check: bool,
) -> Outcome {
    let probe = compile(work)?;
    let mut found = Found::default();
    let mut releases = Vec::new();
    let outputs = super::two_at_a_time(kernels, |(kernel, place)| {
        let output = ask(kernel, place, program, &probe, work);
        output.map_err(|error| format!("kernel {}: {error}", kernel.name))
    })?;
    for ((_, place), output) in kernels.iter().zip(outputs) {
        for line in output?.lines() {
            let columns: Vec<_> = line.split('\t').collect();
            let [start, name, said, license, helpers, maps, kfuncs] = columns[..] else {
                return Err(format!("the probe said {line:?}").into());
            };
            if format!("{start}\t") == RESULT && said == "ok" {
                found.note(name, license == "any", [helpers, maps, kfuncs]);
            }
        }
        releases.push(fetch::release(place)?);
    }
    keep(&found.render(&releases), check)
}

/// What a kernel says, a line for each row.
fn ask(
    kernel: &Kernel,
    place: &Path,
    program: &Path,
    probe: &Path,
    work: &Path,
) -> Outcome<String> {
    let file = work.join(format!("{}.{ROWS}", kernel.name));
    let btf = Btf::from_path(place.join("vmlinux"))?;
    fs::write(&file, rows::rows(&btf))?;
    let kfuncs = work.join(format!("{}.{KFUNCS}", kernel.name));
    fs::write(&kfuncs, rows::numbers_of_kfuncs(&btf))?;
    let files = [
        (PROBE.to_owned(), probe.to_owned()),
        (ROWS.to_owned(), file),
        (KFUNCS.to_owned(), kfuncs),
    ];
    let output = boot::boot(place, program, &files, LIMIT)?;
    println!("kernel {} answered", kernel.name);
    Ok(output)
}

/// The program that asks, for the machine: without libraries.
fn compile(work: &Path) -> Outcome<PathBuf> {
    let probe = work.join(PROBE);
    let status = Command::new("cc")
        .args(["-O1", "-Wall", "-static", "-o"])
        .arg(&probe)
        .arg(workspace().join("kernels/guest/probe.c"))
        .status()?;
    if status.success() {
        Ok(probe)
    } else {
        Err("the C compiler failed".into())
    }
}

fn keep(new: &str, check: bool) -> Outcome {
    let path = workspace().join(TABLE);
    let lines = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| !line.starts_with(KERNELS_LINE));
        lines.map(str::to_owned).collect()
    };
    if !check {
        fs::write(&path, new)?;
        println!("wrote {TABLE}");
    } else if lines(&fs::read_to_string(&path)?) != lines(new) {
        return Err(format!(
            "{TABLE} says something else: run `cargo xtask kernels --rights` and read the difference"
        )
        .into());
    }
    Ok(())
}
