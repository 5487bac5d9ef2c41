//! Package variables: set before loading, read while programs run.

use aya::{EbpfLoader, maps::Array};
use tests::{Call, Loaded, can_load, object};
use tinybpf_core::Object;

use super::xdp;

fn call(loaded: &Loaded, a: u64) -> (u32, [u64; 2]) {
    loaded.call(
        "globals",
        Call {
            a,
            ..Call::default()
        },
    )
}

/// A variable of up to eight bytes in what a data section holds.
fn variable(object: &Object, contents: &[u8], name: &str) -> u64 {
    let variables = object
        .data_sections
        .iter()
        .flat_map(|section| &section.variables);
    let variable = variables
        .into_iter()
        .find(|v| v.name == name)
        .unwrap_or_else(|| panic!("no variable {name}"));
    let start = variable.offset as usize;
    let mut word = [0; 8];
    let size = word.len().min(variable.size as usize);
    word[..size].copy_from_slice(&contents[start..start + size]);
    u64::from_le_bytes(word)
}

#[test]
fn variables_start_as_go_says() {
    let Some(object) = can_load().then(|| object("globals")).flatten() else {
        return;
    };
    let loaded = Loaded::new(&object.data);
    assert_eq!(call(&loaded, 5), (xdp::PASS, [5 * 2 + 2, 1 << 32 | 10]));
    assert_eq!(call(&loaded, 41), (xdp::DROP, [41 * 2 + 2, 1 << 32 | 10]));
    let bss: [u8; 48] = loaded.data(".bss");
    assert_eq!(variable(&object, &bss, "calls"), 2);
    assert_eq!(variable(&object, &bss, "offset"), 0);
    let history = object
        .data_sections
        .iter()
        .find(|s| s.name == ".bss")
        .unwrap();
    let history = history
        .variables
        .iter()
        .find(|v| v.name == "history")
        .unwrap();
    assert_eq!((history.size, history.offset % 8), (32, 0));
    assert_eq!(bss[history.offset as usize + 8], 5 + 41);
    let data: [u8; 12] = loaded.data(".data");
    assert_eq!(variable(&object, &data, "threshold"), 40);
    assert_eq!(variable(&object, &data, "generation"), 1 + 2 * 3);
}

#[test]
fn user_space_sets_variables_before_loading() {
    let Some(object) = can_load().then(|| object("globals")).flatten() else {
        return;
    };
    let (threshold, offset, tuning, debug, weights) = (2_u64, 100_u64, 10_u32, 1_u8, [9_u8; 4]);
    // Low, High, Factor
    let limits = [9 << 32 | 7, u64::MAX];
    let mut loader = EbpfLoader::new();
    loader
        .override_global("threshold", &threshold, true)
        .override_global("offset", &offset, true)
        .override_global("tuning", &tuning, true)
        .override_global("debug", &debug, true)
        .override_global("weights", &weights[..], true)
        .override_global("limits", &limits[..], true);
    let loaded = Loaded::with(&mut loader, &object.data);
    assert_eq!(
        call(&loaded, 5),
        (xdp::DROP, [(1 << 63) | (100 + 9 - 5), 7 << 32 | 9])
    );
    let data: [u8; 12] = loaded.data(".data");
    assert_eq!(variable(&object, &data, "generation"), 1 + 10);
}

#[test]
fn what_go_only_reads_can_change_while_the_program_runs() {
    let Some(mut loaded) = super::load("globals") else {
        return;
    };
    assert_eq!(call(&loaded, 50).0, xdp::DROP);
    loaded.set_data(".data", [u32::MAX, u32::MAX, 1]);
    assert_eq!(call(&loaded, 50).0, xdp::PASS);
}

#[test]
fn rodata_is_read_only() {
    let Some(mut loaded) = super::load("globals") else {
        return;
    };
    let sections: Vec<_> = loaded
        .ebpf
        .maps()
        .map(|(name, _)| name.to_owned())
        .collect();
    assert!(
        sections.iter().any(|name| name == ".rodata.weights"),
        "{sections:?}"
    );
    let map = loaded.ebpf.map_mut(".rodata.weights").unwrap();
    let mut weights: Array<_, [u8; 4]> = map.try_into().unwrap();
    assert_eq!(weights.get(&0, 0).unwrap(), [1, 2, 3, 4]);
    let error = weights.set(0, [0; 4], 0).unwrap_err();
    assert!(
        format!("{error:?}").contains("EPERM")
            || format!("{error:?}").contains("Operation not permitted"),
        "{error:?}"
    );
}
