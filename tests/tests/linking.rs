//! Several packages in one object: each input carries its own `main` and its own copy of TinyGo's runtime.

use tests::{archive, bitcode, embedded, workspace};
use tinybpf_build::tinygo::Runtime;
use tinybpf_core::{Error, Input, Options, compile};

/// The IR of three examples; `None` without TinyGo.
fn inputs(runtime: Runtime) -> Option<Vec<Input>> {
    let read = |folder: std::path::PathBuf| {
        let name = folder.display().to_string();
        bitcode(folder.join("bpf"), runtime).map(|data| Input::Bytes { name, data })
    };
    let names = ["percpu-counter", "tracepoint-connect", "xdp-filter"];
    let folder = workspace().join("examples");
    names
        .into_iter()
        .map(|name| read(folder.join(name)))
        .collect()
}

fn three_examples_in_one(runtime: Runtime) {
    let Some(inputs) = inputs(runtime) else {
        return;
    };
    let object = compile(&inputs, &Options::default()).unwrap_or_else(|error| panic!("{error}"));
    let mut programs: Vec<_> = object.programs.iter().map(|p| p.name.as_str()).collect();
    programs.sort_unstable();
    assert_eq!(programs, ["count_syscalls", "trace_connect", "xdp_filter"]);
    let maps: Vec<_> = object.maps.iter().map(|m| m.name.as_str()).collect();
    assert_eq!(maps, ["blocklist", "calls", "counters", "events"]);
}

#[test]
fn with_the_runtime_for_bpf() {
    three_examples_in_one(Runtime::Bpf);
}

#[test]
fn with_the_stock_runtime() {
    three_examples_in_one(Runtime::Stock);
}

/// All members of an archive are linked, whatever kind they are of.
#[test]
fn from_an_archive() {
    let Some(inputs) = inputs(Runtime::Bpf) else {
        return;
    };
    let data: Vec<_> = inputs
        .iter()
        .map(|input| match input {
            Input::Bytes { data, .. } => data.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    let Some(object) = embedded(&data[0]) else {
        return;
    };
    let members: [(&str, &[u8]); 3] = [
        ("counter.o", &object),
        ("a_file_with_a_long_name.bc", &data[1]),
        ("filter.bc", &data[2]),
    ];
    let packed = Input::Bytes {
        name: "all.a".to_owned(),
        data: archive(&members),
    };
    let options = Options::default();
    let [packed, single] = [&[packed][..], &inputs[..]]
        .map(|inputs| compile(inputs, &options).unwrap_or_else(|error| panic!("{error}")));
    assert_eq!(packed.data, single.data);
}

#[test]
fn two_programs_of_one_name_are_an_error_that_names_both_places() {
    let Some(inputs) = inputs(Runtime::Bpf) else {
        return;
    };
    let twice = [inputs[0].clone(), inputs[0].clone()];
    match compile(&twice, &Options::default()) {
        Err(Error::Rejected(findings)) => {
            let [finding] = &findings[..] else {
                panic!("{findings:?}")
            };
            let text = finding.to_string();
            let lines = text.matches("percpu-counter/bpf/counter.go:").count();
            assert_eq!(lines, 2, "{text}");
            assert!(text.contains("`count_syscalls`"), "{text}");
        }
        other => panic!("{:?}", other.map(|object| object.programs)),
    }
}
