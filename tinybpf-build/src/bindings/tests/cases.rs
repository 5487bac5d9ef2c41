//! The objects whose bindings are golden.

use crate::tinygo::{Constant, Declarations, Enumeration};
use tinybpf_core::{
    DataSection, Field, Map, Object, Position, Program, Struct, StructOps, Type, Types, Variable,
};

pub(super) const U8: Type = Type::Int {
    size: 1,
    signed: false,
};
pub(super) const U16: Type = Type::Int {
    size: 2,
    signed: false,
};
pub(super) const U32: Type = Type::Int {
    size: 4,
    signed: false,
};
pub(super) const U64: Type = Type::Int {
    size: 8,
    signed: false,
};

pub(super) fn least() -> Object {
    let mut object = object();
    object.programs.push(program("run", "xdp", 3));
    object
}

pub(super) fn front_page() -> Object {
    let mut object = object();
    object.programs.push(program("count", "xdp", 16));
    object.types.structs = vec![structure(
        "main.Stats",
        16,
        8,
        vec![field("Packets", 0, U64), field("Bytes", 8, U64)],
    )];
    let stats = variable("stats", 0, 16, Some(Type::Struct(0)));
    object.data_sections.push(DataSection {
        name: ".bss".into(),
        size: 16,
        variables: vec![stats],
    });
    object
}

pub(super) fn usual() -> Object {
    let mut object = object();
    object.programs = vec![
        program("xdp_filter", "xdp", 40),
        program("connect", "tracepoint/syscalls/sys_enter_connect", 60),
        program("xdp_log", "xdp", 80),
    ];
    object.struct_ops = vec![StructOps {
        name: "goReno".to_owned(),
        kernel_name: "tcp_congestion_ops".to_owned(),
        section: ".struct_ops.link".to_owned(),
        position: at("/home/me/probe/bpf/reno.go", 7),
    }];
    object.types.structs = vec![
        structure(
            "main.Event",
            40,
            8,
            vec![
                field("Pid", 0, U32),
                field(
                    "Comm",
                    4,
                    array(
                        Type::Int {
                            size: 1,
                            signed: true,
                        },
                        16,
                    ),
                ),
                field("Verdict", 20, named("Verdict", U32)),
                field("Blocked", 24, Type::Bool),
                field("SrcPort", 26, U16),
                field("Task", 32, Type::Pointer),
            ],
        ),
        structure(
            "example.com/probe/wire.Key",
            8,
            4,
            vec![
                field("Addr", 0, named("IPv4", array(U8, 4))),
                field("_", 4, array(U8, 3)),
                field("Len", 7, U8),
            ],
        ),
    ];
    object.types.structs[1].position = at("/home/me/probe/wire/key.go", 7);
    object.maps = vec![
        Map {
            key: Some(Type::Struct(1)),
            value: Some(U64),
            key_size: 8,
            value_size: 8,
            max_entries: 1024,
            ..map("blocklist", 1)
        },
        Map {
            value: Some(Type::Struct(0)),
            max_entries: 65_536,
            ..map("events", 27)
        },
        Map {
            key_size: 4,
            value_size: 8,
            max_entries: 4,
            pinning: 1,
            ..map("counters", 6)
        },
    ];
    object.data_sections = vec![
        DataSection {
            name: ".data".into(),
            size: 12,
            variables: vec![
                variable("limit", 0, 4, Some(U32)),
                variable("last", 4, 8, Some(Type::Struct(1))),
            ],
        },
        DataSection {
            name: ".rodata.config".into(),
            size: 1,
            variables: vec![
                variable("verbose", 0, 1, Some(Type::Bool)),
                variable("raw", 1, 0, None),
            ],
        },
    ];
    object
}

pub(super) fn odd_names() -> Object {
    let mut object = object();
    object.programs = vec![
        program("run", "xdp", 1),
        program("Run", "tc/`in\"gress`\\", 2),
        program("type", "a".repeat(90).as_str(), 3),
    ];
    object.types.structs = vec![
        structure("main.event", 0, 1, vec![]),
        structure("main.Event", 1, 1, vec![field("Type", 0, U8)]),
        structure(
            "example.com/wire.Event",
            4,
            1,
            vec![
                field("Self", 0, U8),
                field("self", 1, U8),
                field("größe", 2, U8),
                field("NumCPUs", 3, U8),
            ],
        ),
        structure(
            "main.Pair[uint32,main.Event]",
            2,
            1,
            vec![field("ID", 0, U8), field("Id", 1, U8)],
        ),
        structure("main.IPHDR", 1, 1, vec![field("Gen", 0, named("Self", U8))]),
        structure("", 1, 1, vec![field("Inner", 0, U8)]),
        structure(
            "",
            1,
            1,
            vec![field("Nested", 0, array(Type::Struct(5), 1))],
        ),
        structure("main.Self", 1, 1, vec![field("X", 0, named("Option", U8))]),
        structure(
            &format!("main.{}", "Long".repeat(12)),
            8,
            8,
            vec![field(&"Wide".repeat(2), 0, U64)],
        ),
    ];
    object.maps = vec![
        Map {
            value: Some(Type::Struct(6)),
            value_size: 1,
            ..map("slots", 2)
        },
        map("unknown", 99),
    ];
    object.data_sections = vec![DataSection {
        name: ".data".into(),
        size: 1,
        variables: vec![
            variable("main.größe", 0, 1, Some(named("Self", U16))),
            variable(&"v".repeat(99), 1, 1, Some(U8)),
        ],
    }];
    object
}

pub(super) fn layouts() -> Object {
    let mut object = object();
    object.types.structs = vec![
        structure(
            "main.Gaps",
            32,
            8,
            vec![
                field("A", 0, U8),
                field("B", 4, U32),
                field("C", 8, U8),
                field("_", 9, U8),
                field("D", 16, U64),
                field("E", 24, U16),
            ],
        ),
        structure("main.Blank", 4, 4, vec![field("_", 0, U32)]),
        structure("main.Empty", 0, 1, vec![]),
        structure(
            "main.Nested",
            136,
            8,
            vec![
                field("Gaps", 0, array(Type::Struct(0), 3)),
                field("Matrix", 96, array(array(U16, 3), 2)),
                field("None", 108, Type::Struct(2)),
                field("F", 112, Type::Float { size: 4 }),
                field("G", 120, Type::Float { size: 8 }),
                field("Flags", 128, array(Type::Bool, 2)),
                field("Tail", 132, array(U32, 0)),
            ],
        ),
        structure(
            "main.Large",
            70_000,
            8,
            vec![
                field("Bytes", 0, array(U8, 65_536)),
                field("Pointers", 65_536, array(Type::Pointer, 558)),
            ],
        ),
        structure(
            "main.Signed",
            16,
            8,
            vec![
                field("A", 0, int(1)),
                field("B", 2, int(2)),
                field("C", 4, int(4)),
                field("D", 8, int(8)),
            ],
        ),
        structure(
            "main.One",
            1,
            1,
            vec![field("Flag", 0, named("Flag", Type::Bool))],
        ),
    ];
    object
}

pub(super) fn object() -> Object {
    let mut object = Object::default();
    object.license = "GPL".to_owned();
    object.types = Types::default();
    object
}

/// What the sources say of the types in here.
pub(super) fn declarations() -> Declarations {
    let mut declarations = Declarations::default();
    let constants = [
        ("Verdict", 0),
        ("VerdictAllow", 1),
        ("VerdictDeny", 70_000),
        ("allow", 1),
        ("Verdict4", 4),
    ];
    let mut add = |name: &str, size, signed, constants: &[(&str, i128)], unknown: &[&str]| {
        let constants = constants
            .iter()
            .zip(20..)
            .map(|((name, value), line)| Constant {
                name: (*name).to_owned(),
                value: *value,
                position: at("/home/me/probe/bpf/main.go", line).unwrap(),
            });
        let enumeration = Enumeration {
            size,
            signed,
            constants: constants.collect(),
            unknown: unknown.iter().map(|name| (*name).to_owned()).collect(),
        };
        declarations
            .enumerations
            .insert(format!("main.{name}"), enumeration);
        let position = at("/home/me/probe/bpf/main.go", 19).unwrap();
        declarations
            .positions
            .insert(format!("main.{name}"), position);
    };
    add("Verdict", 4, false, &constants, &[]);
    add(
        "ERRNO",
        2,
        true,
        &[("NONE", 0), ("Denied", -13)],
        &["NoneAtAll"],
    );
    // Exported, but in no data; not exported; of another size than in the data.
    add("hidden", 1, false, &[("H", 1)], &[]);
    add("IPv4", 4, false, &[("Any", 0)], &[]);
    let position = at("/home/me/probe/bpf/main.go", 33).unwrap();
    declarations
        .positions
        .insert("main.Event".to_owned(), position.clone());
    declarations
        .positions
        .insert("main.Pair".to_owned(), position);
    declarations.exported = super::exported::exported();
    declarations
}

pub(super) fn at(file: &str, line: u32) -> Option<Position> {
    Some(Position {
        file: file.to_owned(),
        line,
        column: 1,
    })
}

pub(super) fn program(name: &str, section: &str, line: u32) -> Program {
    Program {
        name: name.to_owned(),
        section: section.to_owned(),
        position: at("/home/me/probe/bpf/main.go", line),
    }
}

pub(super) fn map(name: &str, map_type: u32) -> Map {
    Map {
        name: name.to_owned(),
        map_type,
        position: at("maps.go", 5),
        ..Map::default()
    }
}

pub(super) fn variable(name: &str, offset: u64, size: u64, ty: Option<Type>) -> Variable {
    Variable {
        name: name.to_owned(),
        offset,
        size,
        ty,
        position: at("main.go", 9),
    }
}

pub(super) fn structure(go_name: &str, size: u64, align: u64, fields: Vec<Field>) -> Struct {
    let path = go_name.split('[').next().unwrap();
    let name = &go_name[path.rfind('.').map_or(0, |dot| dot + 1)..];
    Struct {
        name: name.to_owned(),
        go_name: go_name.to_owned(),
        size,
        align,
        fields,
        position: None,
    }
}

pub(super) fn field(name: &str, offset: u64, ty: Type) -> Field {
    Field {
        name: name.to_owned(),
        offset,
        ty,
    }
}

pub(super) fn named(name: &str, of: Type) -> Type {
    Type::Named {
        name: name.to_owned(),
        go_name: format!("main.{name}"),
        of: Box::new(of),
    }
}

pub(super) fn array(element: Type, len: u64) -> Type {
    Type::Array {
        element: Box::new(element),
        len,
    }
}

fn int(size: u64) -> Type {
    Type::Int { size, signed: true }
}
