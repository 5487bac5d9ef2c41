//! Bindings of objects that are there already, beside those that a build makes, and of an object that clang made of C.

use std::{fs, path::Path};

use tests::{cases, examples, object, testdata};
use tinybpf_build::{Generate, generate};
use tinybpf_core::{Map, Object, Type, Types, inspect::contents, map};

/// What the file tells is what the compiler knew, but for what BTF has no place for: where maps and variables are declared, the Go names
/// of types with their packages, logs; types of keys and values where the kernel takes none, so that the object says their sizes alone
/// (among them the records of ring and perf buffers); the names of maps within maps. Where the compiler knew no type, BTF has bytes.
#[test]
fn an_object_tells_what_its_compiler_knew() {
    let (mut compared, mut wrong) = (0, String::new());
    let examples = examples().into_iter().map(|example| example.join("bpf"));
    for package in cases().into_iter().chain(examples) {
        let Some(made) = object(&package) else {
            return;
        };
        let read =
            contents(&made.data).unwrap_or_else(|error| panic!("{}: {error}", package.display()));
        let (made, read) = (text(&made), text(&read.object));
        if made != read {
            wrong += &format!("{}:\n{}", package.display(), difference(&made, &read));
        }
        compared += 1;
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(compared > 30, "{compared}");
}

fn difference(made: &[String], read: &[String]) -> String {
    let lacks = |lines: &[String], others: &[String], sign: &str| -> String {
        let lines = lines.iter().filter(|line| !others.contains(line));
        lines.map(|line| format!("{sign} {line}\n")).collect()
    };
    lacks(made, read, "-") + &lacks(read, made, "+")
}

/// What both know, a line each.
fn text(object: &Object) -> Vec<String> {
    let mut lines = vec![format!("license {}", object.license)];
    let programs = object.programs.iter();
    lines
        .extend(programs.map(|program| format!("program {} in {}", program.name, program.section)));
    lines.extend(object.maps.iter().map(|map| map_text(map, &object.types)));
    let structs = object.struct_ops.iter();
    lines.extend(
        structs.map(|of| format!("struct_ops {} {} {}", of.name, of.kernel_name, of.section)),
    );
    for section in &object.data_sections {
        for variable in &section.variables {
            let ty = variable.ty.as_ref().map(|ty| shape(ty, &object.types));
            lines.push(format!(
                "variable {} in {}+{}, {} bytes: {ty:?}",
                variable.name, section.name, variable.offset, variable.size
            ));
        }
    }
    let functions = object.functions.iter();
    lines.extend(functions.map(|f| {
        format!(
            "function {} {} {} {}",
            f.name, f.section, f.instructions, f.stack
        )
    }));
    lines.extend(object.needs.iter().map(|need| need.to_string()));
    lines
}

fn map_text(map: &Map, types: &Types) -> String {
    let is_typed = map::btf(map.map_type) != map::Btf::None;
    let shape = |ty: &Option<Type>| match ty {
        _ if !is_typed => String::new(),
        None => "bytes".to_owned(),
        Some(Type::Array { element, .. }) if size_of_int(element) == Some(1) => "bytes".to_owned(),
        Some(ty) => shape(ty, types),
    };
    let inner = map.inner.as_ref().map(|inner| {
        map_text(
            &Map {
                name: String::new(),
                ..(**inner).clone()
            },
            types,
        )
    });
    format!(
        "map {} type {} {}/{} of {} flags {} pinning {} node {} extra {} key {} value {} slots {:?} inner {inner:?}",
        map.name,
        map.map_type,
        map.key_size,
        map.value_size,
        map.max_entries,
        map.map_flags,
        map.pinning,
        map.numa_node,
        map.map_extra,
        shape(&map.key),
        shape(&map.value),
        map.slots,
    )
}

fn size_of_int(ty: &Type) -> Option<u64> {
    match ty {
        Type::Int { size, .. } => Some(*size),
        Type::Named { of, .. } => size_of_int(of),
        _ => None,
    }
}

/// A type's layout without names of types.
fn shape(ty: &Type, types: &Types) -> String {
    match ty {
        Type::Named { of, .. } => shape(of, types),
        Type::Array { element, len } => format!("[{}; {len}]", shape(element, types)),
        Type::Struct(index) => {
            let of = &types.structs[*index];
            let fields = of.fields.iter().filter(|field| field.name != "_");
            let fields: Vec<_> = fields
                .map(|field| {
                    format!(
                        "{}+{}: {}",
                        field.name,
                        field.offset,
                        shape(&field.ty, types)
                    )
                })
                .collect();
            format!("{{{}}} of {}/{}", fields.join(", "), of.size, of.align)
        }
        other => format!("{other:?}"),
    }
}

/// `types.rs` is compiled and used in `kernel/generated.rs`.
#[test]
fn bindings_of_an_object_that_clang_made() {
    let object = fs::read(testdata("c/types.o")).unwrap();
    let options = Generate::new("types.o");
    let bindings = generate(&object, &options).unwrap();
    expect_test::expect_file![testdata("c/types.rs")].assert_eq(&bindings);
}

#[test]
fn parts_can_be_left_out() {
    let object = fs::read(testdata("c/types.o")).unwrap();
    let mut options = Generate::new("types.o");
    options.skeleton = None;
    let types = generate(&object, &options).unwrap();
    assert!(types.contains("aya::Pod") && !types.contains("mod skeleton"));
    options.aya = false;
    assert!(!generate(&object, &options).unwrap().contains("aya"));
}

#[test]
fn an_object_without_types_has_names() {
    let object =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../tinybpf-object/testdata/object/legacy.o");
    let bindings = generate(&fs::read(object).unwrap(), &Generate::new("legacy.o")).unwrap();
    assert!(
        bindings.contains("pub const COUNTERS: &str = \"counters\";"),
        "{bindings}"
    );
}

#[test]
fn what_is_no_object_is_an_error() {
    let error = generate(b"not ELF", &Generate::new("x.o"))
        .unwrap_err()
        .to_string();
    assert!(error.starts_with("x.o: malformed object"), "{error}");
}
