//! What the kernels' verifiers say of the corpus of refused programs: test data for `tinybpf-explain`, as every kernel words and prints
//! it differently. The objects are kept beside it, for the logs count their instructions.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    fs,
    path::{Path, PathBuf},
};

use tests::{refusal, tinygo, workspace};
use tinybpf_core::{Cpu, KernelVersion};

use super::{boot, fetch, fetch::Kernel, objects};
use crate::{
    guest::{REFUSED, RESULT, unescape},
    scenario::Outcome,
};

/// Where objects and logs are kept, below the workspace.
const FOLDER: &str = "tinybpf-explain/testdata/recorded";

/// In packages whose logs are kept.
const MARK: &str = "// RECORDED";

/// In logs of the verifier.
const VERIFIED: &str = "\\nprocessed ";

/// Files for a machine.
type Files = Vec<(String, PathBuf)>;

/// Boots the kernels, and keeps what their verifiers say.
pub(super) fn run(kernels: &[(Kernel, PathBuf)], program: &Path, work: &Path) -> Outcome {
    let mut built: BTreeMap<Cpu, Files> = BTreeMap::new();
    for (kernel, place) in kernels {
        let release: KernelVersion = fetch::release(place)?.parse()?;
        let cpu = objects::cpu(release);
        let files = match built.entry(cpu) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => entry.insert(build(cpu, work)?),
        };
        let output = boot::boot(place, program, files, boot::LIMIT)?;
        let folder = workspace().join(FOLDER).join(release.to_string());
        fs::create_dir_all(&folder)?;
        let mut logs = BTreeMap::new();
        for line in output.lines().filter_map(|line| line.strip_prefix(RESULT)) {
            let [name, _, said] = line.splitn(3, '\t').collect::<Vec<_>>()[..] else {
                return Err(format!("the machine said {line:?}").into());
            };
            // The first loader's is enough, where it came to the verifier.
            if said.contains(VERIFIED) {
                logs.entry(name).or_insert_with(|| unescape(said));
            }
        }
        for (name, log) in &logs {
            fs::write(folder.join(format!("{name}.txt")), settled(log))?;
        }
        println!("kernel {} ({release}): {} logs", kernel.name, logs.len());
    }
    Ok(())
}

/// A log without what is another in each run: addresses in the kernel, and the time that it took.
fn settled(log: &str) -> String {
    const ADDRESS: &str = "0xffff";
    const TIME: &str = "verification time ";
    let digits = |text: &str, radix| {
        let end = text.find(|c: char| !c.is_digit(radix));
        end.unwrap_or(text.len())
    };
    let mut settled = String::with_capacity(log.len());
    for line in log.split_inclusive('\n') {
        if let Some(time) = line.strip_prefix(TIME) {
            settled += TIME;
            settled.push('1');
            settled += &time[digits(time, 10)..];
            continue;
        }
        let mut rest = line;
        while let Some((before, after)) = rest.split_once(ADDRESS) {
            let end = digits(after, 16);
            settled += before;
            settled += ADDRESS;
            // Numbers of the program may begin like that, and are shorter.
            settled += if end == 12 {
                "888000001000"
            } else {
                &after[..end]
            };
            rest = &after[end..];
        }
        settled += rest;
    }
    settled
}

/// Compiles the packages for an instruction set.
fn build(cpu: Cpu, work: &Path) -> Outcome<Files> {
    let tinygo = tinygo().ok_or("there is no TinyGo")?;
    let folder = workspace().join(FOLDER).join(cpu.as_str());
    fs::create_dir_all(&folder)?;
    let (mut files, mut list) = (Files::new(), String::new());
    for case in refusal::cases() {
        if !case.source.contains(MARK) {
            continue;
        }
        let object = case.compile(tinygo, Some(cpu))?;
        let file = folder.join(format!("{}.o", case.name));
        fs::write(&file, &object.data)?;
        files.push((format!("{}.o", case.name), file));
        for program in &object.programs {
            list += &format!("{}\t{}\t{}\n", case.name, program.name, program.section);
        }
    }
    let file = work.join(format!("{}.{REFUSED}", cpu.as_str()));
    fs::write(&file, list)?;
    files.push((REFUSED.to_owned(), file));
    Ok(files)
}
