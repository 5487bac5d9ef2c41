//! Golden skeletons. `tests/skeleton.rs` of this package compiles them with aya.

use expect_test::expect_file;
use tinybpf_core::{
    DataSection, LOG_MAP, LogArgument, LogKind, LogLevel, LogSite, Map, Object, Type, section,
};

use super::{
    assert_formatted,
    cases::{self, at, field, front_page, map, named, object, program, structure, usual, variable},
    input, usual_input,
};
use crate::bindings::{Input, generate};

fn skeleton(object: &Object, name: &str, input: Input) -> String {
    let bindings = generate(
        object,
        &Input {
            skeleton: Some(name),
            ..input
        },
    );
    assert_formatted(&bindings);
    bindings
}

#[test]
fn of_a_usual_object() {
    let mut object = usual();
    // aya loads none.
    object.struct_ops.clear();
    expect_file!["../../../testdata/bindings/skeleton.rs"].assert_eq(&skeleton(
        &object,
        "probe",
        usual_input(true),
    ));
}

/// The bindings that the crate's front page uses.
#[test]
fn of_the_object_of_the_front_page() {
    let bindings = skeleton(&front_page(), "probe", input(true));
    expect_file!["../../../testdata/bindings/front_page.rs"].assert_eq(&bindings);
}

/// A program in each section that aya knows, with a target and without, and a map of each type.
#[test]
fn of_programs_and_maps_of_every_kind() {
    let object = every();
    assert!(object.programs.len() > 40, "{}", object.programs.len());
    expect_file!["../../../testdata/bindings/every.rs"].assert_eq(&skeleton(
        &object,
        "every",
        input(true),
    ));
}

/// Logs with arguments of every kind.
#[test]
fn of_an_object_that_logs() {
    let mut object = object();
    object.programs = vec![program("watch", "xdp", 7)];
    object.maps = vec![Map {
        max_entries: 262_144,
        ..map(LOG_MAP, 27)
    }];
    let kinds = [
        LogKind::Signed(1),
        LogKind::Unsigned(2),
        LogKind::Network(4),
        LogKind::Network(2),
        LogKind::Bool,
        LogKind::Bytes(16),
        LogKind::Unsigned(8),
    ];
    let site = |level, format: &str, line, arguments| LogSite {
        level,
        format: format.to_owned(),
        arguments,
        position: at("watch.go", line),
    };
    let mut offset = 4;
    let arguments = kinds.map(|kind| {
        let argument = LogArgument { offset, kind };
        offset += kind.size();
        argument
    });
    object.logs = vec![
        site(LogLevel::Info, "only text, 100%%", 7, Vec::new()),
        site(
            LogLevel::Warn,
            "%d|%5d|%s|%v|%t|%s|%#x",
            8,
            arguments.to_vec(),
        ),
        site(LogLevel::Debug, "%d", 10_000, arguments[..1].to_vec()),
        site(
            LogLevel::Error,
            "%s",
            9,
            vec![LogArgument {
                offset: 4,
                kind: LogKind::Bytes(16),
            }],
        ),
    ];
    expect_file!["../../../testdata/bindings/logs.rs"].assert_eq(&skeleton(
        &object,
        "watch",
        input(true),
    ));
}

#[test]
fn what_aya_cannot_load_has_none() {
    let mut object = usual();
    object.programs.push(program("steer", "tc/ingress", 7));
    let bindings = skeleton(&object, "probe", usual_input(true));
    assert!(
        bindings.ends_with(
            "\n// There is no skeleton: aya does not know the section `tc/ingress` of the program `steer` (main.go:7).\n"
        ),
        "{bindings}"
    );
    let mut object = usual();
    object.maps.push(map("code", 34));
    let bindings = skeleton(&object, "probe", usual_input(true));
    assert!(
        bindings.ends_with(
            "\n// There is no skeleton: aya does not know the type of the map `code` (instruction array) (maps.go:5).\n"
        ),
        "{bindings}"
    );
}

fn every() -> Object {
    let mut object = object();
    let mut seen = Vec::new();
    for known in section::all() {
        let mut names = vec![("on", known.name.to_owned())];
        if known.takes_target {
            names.push(("at", known.example()));
        }
        for (word, name) in names {
            let section = section::Section::parse(&name).unwrap();
            // Those of cgroups differ in nothing else.
            let is_same = name.starts_with("cgroup/") && seen.contains(&known.program_type);
            if !is_same && !section.unknown_to().contains(&section::Loader::Aya) {
                seen.push(known.program_type);
                let line = u32::try_from(seen.len()).unwrap();
                let name_of = format!("{word}_{}", known.name);
                object.programs.push(program(&name_of, &name, line));
            }
        }
    }
    for (name, section) in [
        ("offset", "kprobe/vfs_read+0x10"),
        ("user_offset", "uprobe//bin/sh:main+8"),
        ("user_address", "uprobe/libc.so.6:0x1000"),
        ("Error", "xdp"),
    ] {
        object.programs.push(program(name, section, 99));
    }
    object.types.structs = vec![
        structure(
            "main.Route",
            24,
            4,
            vec![
                field("PrefixLength", 0, cases::U32),
                field("Port", 4, named("Port", cases::U16)),
                field("Address", 8, cases::array(cases::U32, 4)),
            ],
        ),
        structure("main.Event", 8, 8, vec![field("When", 0, cases::U64)]),
    ];
    object.maps = every_map();
    object.data_sections = vec![DataSection {
        name: ".data".into(),
        size: 40,
        variables: vec![
            variable("load", 0, 4, Some(cases::U32)),
            variable("ratio", 8, 8, Some(Type::Float { size: 8 })),
            variable("Event", 16, 8, Some(Type::Struct(1))),
            variable("type", 24, 1, Some(Type::Bool)),
            variable("names", 25, 6, Some(cases::array(cases::U8, 6))),
        ],
    }];
    object
}

fn every_map() -> Vec<Map> {
    let mut maps: Vec<Map> = (1..=33)
        // Structs of functions are no maps of Go's.
        .filter(|number| *number != 26)
        .map(|number| Map {
            key_size: 4,
            value_size: 8,
            max_entries: 16,
            position: at("maps.go", number),
            ..map(&format!("m{number}"), number)
        })
        .collect();
    for map in &mut maps {
        match map.map_type {
            1 | 9 => (map.key, map.value) = (Some(cases::U32), Some(Type::Struct(1))),
            11 => {
                (map.key, map.key_size, map.value) = (Some(Type::Struct(0)), 24, Some(cases::U64))
            }
            12 => map.slots = vec![None, Some("m1".to_owned())],
            13 => {
                let inner = map.clone();
                map.key = Some(cases::U32);
                map.inner = Some(Box::new(Map {
                    map_type: 2,
                    ..inner
                }));
            }
            3 => map.slots = vec![Some("on_xdp".to_owned())],
            4 | 27 => map.value = Some(Type::Struct(1)),
            _ => {}
        }
    }
    maps.push(map("raw_events", 27));
    maps.push(map("raw_samples", 4));
    maps.push(Map {
        pinning: 1,
        key_size: 20,
        value_size: 3,
        ..map("type", 11)
    });
    maps
}
