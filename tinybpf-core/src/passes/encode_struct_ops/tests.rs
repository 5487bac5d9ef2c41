//! What loaders read in the object of a module with structs of functions.

use aya_obj::Object as AyaObject;

use crate::{Input, Object, Options, compile, inspect};

fn object() -> Object {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/testdata/encode-struct-ops/structs.ll"
    );
    compile(&[Input::from(path)], &Options::default()).unwrap_or_else(|e| panic!("{e}"))
}

#[test]
fn types_have_the_kernels_names() {
    let types = inspect::types(&object().data).unwrap();
    for wanted in [
        "STRUCT 'tcp_congestion_ops'",
        "'cong_avoid'",
        "VAR 'first'",
        "VAR 'second'",
        "DATASEC '.struct_ops.link'",
        "DATASEC '?.struct_ops'",
    ] {
        assert!(types.contains(wanted), "{wanted}: {types}");
    }
    assert!(!types.contains("tcp_congestion_ops_2"), "{types}");
}

#[test]
fn the_object_says_what_it_registers() {
    let object = object();
    let found = object.struct_ops.iter().map(|of| {
        let line = of.position.as_ref().map(|p| p.line);
        (&*of.name, &*of.kernel_name, &*of.section, line)
    });
    assert_eq!(
        found.collect::<Vec<_>>(),
        [
            ("first", "tcp_congestion_ops", ".struct_ops.link", Some(20)),
            ("second", "tcp_congestion_ops", "?.struct_ops", Some(32)),
        ]
    );
    let programs = object.programs.iter();
    let mut programs: Vec<_> = programs.map(|p| (&*p.name, &*p.section)).collect();
    programs.sort_unstable();
    assert_eq!(
        programs,
        [
            ("bpfCoreSock_set", "struct_ops/set_state"),
            ("count", "struct_ops/init"),
            ("count_release", "struct_ops/release"),
            ("first_cong_avoid", "struct_ops/cong_avoid"),
            ("half", "struct_ops.s/half"),
        ]
    );
    let need = object.lowest_kernel().unwrap();
    assert_eq!(need.kernel.to_string(), "6.4");
    assert_eq!(need.position.as_ref().unwrap().line, 20);
}

#[test]
fn aya_refuses_them() {
    let object = object();
    assert!(object.warnings.iter().any(|w| w.message.contains("aya")));
    let refused = AyaObject::parse(&object.data).unwrap_err().to_string();
    assert!(refused.contains("struct_ops"), "{refused}");
}
