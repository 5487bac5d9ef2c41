//! What the passes say of the maps and variables of a real program, and what loaders read in its object.

use expect_test::expect_file;

use crate::{Endian, Input, Object, Options, compile, inspect};

fn probe() -> Object {
    probe_with(&Options::default())
}

fn probe_with(options: &Options) -> Object {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/btf/probe.ll");
    compile(&[Input::from(path)], options).unwrap_or_else(|e| panic!("{e}"))
}

#[test]
fn types_are_inferred_from_uses() {
    let object = probe();
    let text = format!(
        "{:#?}\n{:#?}\n{:#?}\n",
        object.maps, object.data_sections, object.types
    );
    expect_file!["../../../testdata/btf/probe.facts.txt"].assert_eq(&text);
}

#[test]
fn btf_is_as_clang_makes_it() {
    let types = inspect::types(&probe().data).unwrap();
    expect_file!["../../../testdata/btf/probe.btf.txt"].assert_eq(&types);
}

#[test]
fn aya_finds_the_maps() {
    let object = probe();
    let parsed = aya_obj::Object::parse(&object.data).unwrap();
    for map in &object.maps {
        let found = &parsed.maps[&map.name];
        let sizes = (
            map.map_type,
            map.key_size,
            map.value_size,
            map.max_entries,
            map.map_flags,
        );
        let read = (
            found.map_type(),
            found.key_size(),
            found.value_size(),
            found.max_entries(),
            found.map_flags(),
        );
        assert_eq!(read, sizes, "{}", map.name);
    }
    assert_eq!(object.maps.len(), 4);
    assert!(parsed.programs.contains_key("prog"));
}

#[test]
fn the_object_names_no_folder_of_this_machine() {
    let data = probe().data;
    assert!(holds(&data, b"main.go"), "line info has the file");
    assert!(!holds(&data, b"/src/probe"), "the folder is left out");
}

#[test]
fn debuggers_find_the_folder() {
    let options = Options {
        dwarf: true,
        ..Options::default()
    };
    assert!(holds(&probe_with(&options).data, b"/src/probe"));
}

#[test]
fn programs_are_global_in_either_byte_order() {
    let options = Options {
        endian: Endian::Big,
        ..Options::default()
    };
    for object in [probe(), probe_with(&options)] {
        let types = inspect::types(&object.data).unwrap();
        let linkage = |name: &str| {
            let start = format!("FUNC '{name}' ");
            let line = types.lines().find(|line| line.contains(&start)).unwrap();
            line.rsplit('=').next().unwrap().to_owned()
        };
        assert_eq!(
            (linkage("prog").as_str(), linkage("count").as_str()),
            ("global", "static")
        );
    }
}

fn holds(data: &[u8], text: &[u8]) -> bool {
    data.windows(text.len()).any(|window| window == text)
}
