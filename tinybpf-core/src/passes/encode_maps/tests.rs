//! What the passes say of the maps and variables of a real program, and what loaders read in its object.

use expect_test::expect_file;

use crate::{Input, Object, Options, compile, inspect};

fn probe() -> Object {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/encode-maps/kinds.ll");
    compile(&[Input::from(path)], &Options::default()).unwrap_or_else(|e| panic!("{e}"))
}

#[test]
fn types_are_inferred_from_uses() {
    let object = probe();
    let text = format!(
        "{:#?}\n{:#?}\n{:#?}\n",
        object.maps, object.data_sections, object.types
    );
    expect_file!["../../../testdata/encode-maps/kinds.facts.txt"].assert_eq(&text);
}

#[test]
fn btf_is_as_clang_makes_it() {
    let types = inspect::types(&probe().data).unwrap();
    expect_file!["../../../testdata/encode-maps/kinds.btf.txt"].assert_eq(&types);
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
    let names = |needle: &[u8]| data.windows(needle.len()).any(|window| window == needle);
    assert!(names(b"main.go"), "line info has the file");
    assert!(!names(b"/src/probe"), "the folder is left out");
}
