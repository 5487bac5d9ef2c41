//! Go functions in the kernel beside the same functions compiled by Go, over random inputs.
#![cfg(target_os = "linux")]

use tests::{
    can_load,
    differential::{Suite, Way, inputs},
    testdata, tinygo,
};
use tinybpf_build::tinygo::Runtime;
use tinybpf_core::Options;

#[test]
fn the_kernel_computes_what_go_does() {
    if !can_load() || tinygo().is_none() {
        return;
    }
    let only = std::env::var("TINYBPF_LANGUAGE").ok();
    let wanted = |topic: &str| only.as_deref().is_none_or(|only| only == topic);
    let suite = Suite::new(&testdata("language"), &wanted);
    let inputs = inputs(1, 300);
    let expected = suite.by_go(&inputs);
    let options = Options::default();
    let way = Way {
        options: &options,
        runtime: Runtime::Bpf,
        tinygo: &[],
    };
    let wrong: Vec<_> = suite
        .topics()
        .into_iter()
        .flat_map(|topic| suite.compare(topic, &way, &inputs, &expected))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
