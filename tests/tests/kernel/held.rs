//! Maps that hold programs and maps from the start, and maps with special fields in their values.

use std::{fs, path::Path, process};

use tests::{Call, Pins, can_load, command, object, run};

use super::{load, xdp};

#[test]
fn libbpf_fills_maps() {
    let Some(object) = can_load().then(|| object("held")).flatten() else {
        return;
    };
    if command("bpftool").is_none() {
        return;
    }
    let bpftool = |args: &[&str]| run(command("bpftool").unwrap().args(args));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("held-{}", process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("held.o");
    fs::write(&file, &object.data).unwrap();
    let pins = Pins::new("held");
    let (programs, maps) = (format!("{}/p", pins.0), format!("{}/m", pins.0));
    fs::create_dir_all(&pins.0).unwrap();
    #[rustfmt::skip]
    bpftool(&["prog", "loadall", file.to_str().unwrap(), &programs, "pinmaps", &maps]);
    let verdict = |operation: u64, a: u64, b: u64| {
        let packet: Vec<u8> = [operation, a, b, 0, 0]
            .iter()
            .flat_map(|word| word.to_le_bytes())
            .collect();
        let data = folder.join("packet");
        fs::write(&data, packet).unwrap();
        let program = format!("{programs}/start");
        #[rustfmt::skip]
        let text = bpftool(&["-j", "prog", "run", "pinned", &program, "data_in", data.to_str().unwrap()]);
        let value = text.split("\"retval\":").nth(1).unwrap();
        let digits: String = value
            .trim()
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        digits.parse::<u32>().unwrap()
    };
    assert_eq!(verdict(0, 0, 0), xdp::TX, "the first program");
    assert_eq!(verdict(1, 0, 0), xdp::DROP, "there is no second program");
    assert_eq!(verdict(2, 0, 5), xdp::PASS, "the first table");
    assert_eq!(verdict(2, 1, 7), xdp::DROP, "there is no second table");
    assert_eq!(verdict(2, 2, 9), xdp::PASS, "the third table");
    for (map, total) in [("first", 5), ("second", 9)] {
        let text = bpftool(&["map", "dump", "pinned", &format!("{maps}/{map}")]);
        let value = format!("\"value\": {total}");
        let bytes = format!("{total:02x} 00 00 00 00 00 00 00");
        assert!(
            text.contains(&value) || text.contains(&bytes),
            "{map}: {text}"
        );
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_warning_says_what_aya_refuses() {
    let Some(object) = object("held") else { return };
    let refused = object
        .warnings
        .iter()
        .any(|warning| warning.message.contains("map `stages`: aya refuses"));
    assert!(refused, "{:?}", object.warnings);
    assert!(aya::Ebpf::load(&object.data).is_err());
    let stages = object.maps.iter().find(|map| map.name == "stages").unwrap();
    let held = ["reflect", "", "count"].map(|name| (!name.is_empty()).then(|| name.to_owned()));
    assert_eq!(stages.slots, held);
    // No Go code uses this one, nor one of its programs.
    let spare = object.maps.iter().find(|map| map.name == "spare").unwrap();
    let held = ["count", "alone"].map(|name| Some(name.to_owned()));
    assert_eq!(spare.slots, held);
    assert!(object.programs.iter().any(|p| p.name == "alone"));
}

#[test]
fn kptrs_in_values() {
    let Some(loaded) = load("kptrs") else { return };
    for (b, total) in [(3, 3), (4, 7)] {
        let call = Call {
            operation: 0,
            a: 1,
            b,
        };
        assert_eq!(loaded.call("kptrs", call).0, xdp::PASS);
        assert_eq!(loaded.call("kptrs", Call { b: 0, ..call }).1[0], total);
    }
}
