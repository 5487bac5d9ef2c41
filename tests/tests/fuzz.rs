//! Random Go functions in the kernel and by Go itself. `TINYBPF_FUZZ=N` runs N rounds instead of a few, each of them with a
//! seed of its own, and `TINYBPF_FUZZ_SEED` says where they start.
#![cfg(target_os = "linux")]

use std::{env, fs, path::Path};

use tests::{
    can_load,
    differential::{Suite, Way, inputs},
    generate,
    random::Random,
    testdata, tinygo,
};
use tinybpf_build::tinygo::Runtime;
use tinybpf_core::{Cpu, Options};

/// How many functions a package has.
const FUNCTIONS: usize = 12;

/// TinyGo's other levels of optimisation.
const LEVELS: [&str; 4] = ["1", "2", "s", "z"];

#[test]
fn random_functions() {
    if !can_load() || tinygo().is_none() {
        return;
    }
    let number = |name: &str| {
        env::var(name)
            .ok()
            .and_then(|value| value.parse::<u64>().ok())
    };
    let rounds = number("TINYBPF_FUZZ").unwrap_or(4);
    let first = number("TINYBPF_FUZZ_SEED").unwrap_or(0);
    let mut wrong = Vec::new();
    for seed in first..first + rounds {
        wrong.extend(
            round(seed)
                .into_iter()
                .map(|what| format!("seed {seed}: {what}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn round(seed: u64) -> Vec<String> {
    let module = tempfile::tempdir().unwrap();
    copy(
        &testdata("language").join("call"),
        &module.path().join("call"),
    );
    fs::copy(testdata("language/go.mod"), module.path().join("go.mod")).unwrap();
    let mut random = Random::new(seed);
    for number in 0..FUNCTIONS {
        let name = format!("f{number}");
        let topic = module.path().join(&name);
        fs::create_dir(&topic).unwrap();
        fs::write(topic.join("f.go"), generate::package(&mut random, &name)).unwrap();
    }
    let suite = Suite::new(module.path(), &|name| name != "call");
    let inputs = inputs(seed, 60);
    let expected = suite.by_go(&inputs);
    let mut options = Options::default();
    options.cpu = Some([Cpu::V3, Cpu::V4, Cpu::V2, Cpu::V1][(seed % 4) as usize]);
    let level = if seed.is_multiple_of(2) {
        "0"
    } else {
        LEVELS[(seed / 2 % 4) as usize]
    };
    let args = [format!("-opt={level}")];
    let way = Way {
        options: &options,
        runtime: Runtime::Bpf,
        tinygo: &args,
    };
    let topics = suite.topics().into_iter();
    let mut wrong: Vec<_> = topics
        .flat_map(|topic| suite.compare(topic, &way, &inputs, &expected))
        .collect();
    let all = wrong.len();
    wrong.retain(|what| !is_too_much(what));
    if all - wrong.len() > FUNCTIONS / 2 {
        wrong.push("too many functions are too big".to_owned());
    }
    if level != "0" {
        wrong.retain(|what| !is_refused(what));
    }
    if !wrong.is_empty()
        && let Some(folder) = env::var_os("TINYBPF_FUZZ_KEEP")
    {
        std::process::Command::new("cp")
            .arg("-r")
            .arg(module.path())
            .arg(Path::new(&folder).join(seed.to_string()))
            .status()
            .unwrap();
    }
    wrong
}

/// Whether a function is refused for what BPF has too little of: a stack of more than 512 bytes, a million instructions.
fn is_too_much(what: &str) -> bool {
    [
        "the kernel allows 512",
        "BPF program is too large",
        "jumps is too complex",
    ]
    .iter()
    .any(|reason| what.contains(reason))
}

/// Whether a function is refused, by us at a line of Go or by the verifier: what TinyGo optimised itself, for another machine,
/// may be.
fn is_refused(what: &str) -> bool {
    what.contains(".go:") && what.contains(": error[") || what.contains(" insns (limit ")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}
