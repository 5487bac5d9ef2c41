//! Our table of sections against the loaders' own: what stands in their sources, and what they say when they are asked.
#![cfg(target_os = "linux")]

use std::{fs, path::PathBuf};

use cargo_metadata::MetadataCommand;
use libbpf_rs::ObjectBuilder;
use regex::Regex;
use tests::{command, require, run, workspace};
use tinybpf_core::{
    Input, Library, Options, compile,
    section::{Known, Loader, Section, all, attach_types},
};

/// A row as a loader's source has it.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    name: String,
    takes_target: bool,
    program_type: String,
    attach_type: Option<&'static str>,
    sleepable: bool,
    frags: bool,
}

impl Row {
    /// Our own row.
    fn ours(known: &Known) -> Self {
        Self {
            name: known.name.to_owned(),
            takes_target: known.takes_target,
            program_type: known.program_type.c_name().to_owned(),
            attach_type: known.attach_type_name(),
            sleepable: known.sleepable,
            frags: known.frags,
        }
    }

    /// What `pattern` finds: name, program type, attach type (`0` for none) and flags.
    fn read(source: &str, pattern: &str) -> Vec<Self> {
        let pattern = Regex::new(pattern).unwrap();
        let rows = pattern.captures_iter(source).map(|row| {
            let name = row[1].trim_end_matches('+');
            let mut names = attach_types().iter().map(|(name, _)| *name);
            let attach_type = match &row[3] {
                "0" => None,
                name => Some(names.find(|known| *known == name).unwrap_or_else(|| {
                    panic!("the attach type {name} is missing in our table");
                })),
            };
            Self {
                name: name.to_owned(),
                takes_target: row[1].ends_with('+'),
                program_type: format!("BPF_PROG_TYPE_{}", &row[2]),
                attach_type,
                sleepable: row[4].contains("SEC_SLEEPABLE"),
                frags: row[4].contains("SEC_XDP_FRAGS"),
            }
        });
        rows.collect()
    }
}

/// Our rows that a loader knows.
fn known_to(loader: Loader) -> impl Iterator<Item = &'static Known> {
    all().iter().filter(move |known| {
        let section = Section::parse(known.name).unwrap();
        !section.unknown_to().contains(&loader)
    })
}

/// A file of a crate that the workspace is built with.
fn source_of(krate: &str, file: &str) -> String {
    let metadata = MetadataCommand::new()
        .manifest_path(workspace().join("Cargo.toml"))
        .exec()
        .unwrap();
    let mut packages = metadata.packages.iter();
    let package = packages.find(|package| package.name == krate);
    let folder = package.unwrap_or_else(|| panic!("no crate {krate}"));
    let path = folder.manifest_path.parent().unwrap().join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The same rows, in the order in which the first that fits counts.
fn assert_same(theirs: &[Row], loader: Loader) {
    let ours: Vec<_> = known_to(loader).map(Row::ours).collect();
    assert!(theirs.len() > 90, "only {} rows", theirs.len());
    for (ours, theirs) in ours.iter().zip(theirs) {
        assert_eq!(ours, theirs, "ours, and that of {loader}");
    }
    assert_eq!(ours.len(), theirs.len());
}

#[test]
fn libbpf_has_the_same_table() {
    let source = source_of("libbpf-sys", "libbpf/src/libbpf.c");
    let rows = Row::read(
        &source,
        r#"\tSEC_DEF\("([^"]+)",[\t ]*([A-Z0-9_]+),[\t ]*([A-Z0-9_]+),[\t ]*([A-Z_ |]+)"#,
    );
    assert_same(&rows, Loader::Libbpf);
}

#[test]
fn cilium_has_the_same_table() {
    let Some(mut go) = command("go") else { return };
    go.args(["mod", "download", "-json", "github.com/cilium/ebpf"]);
    let module = run(go.current_dir(workspace().join("tests/cilium")));
    let folder = Regex::new(r#""Dir": "([^"]+)""#).unwrap();
    let folder = folder.captures(&module).expect("where the module is")[1].to_owned();
    let file = PathBuf::from(folder).join("elf_sections.go");
    let source = fs::read_to_string(file).unwrap();
    let rows = Row::read(
        &source,
        r#"\t\{"([^"]+)", sys\.BPF_PROG_TYPE_([A-Z0-9_]+), (?:sys\.)?([A-Z0-9_]+), ([^}]+)\}"#,
    );
    assert_same(&rows, Loader::Cilium);
}

/// The other way round is asked of aya's parser in tinybpf-core.
#[test]
fn aya_has_no_section_that_is_missing() {
    let source = source_of("aya-obj", "src/obj.rs");
    let (_, parser) = source
        .split_once("impl FromStr for ProgramSection")
        .expect("the parser of sections");
    let parser = parser.split_once("\n}\n").expect("its end").0;
    let arm = Regex::new(r#"(?m)^( *)((?:Some\()?"[^=]*) =>"#).unwrap();
    let literal = Regex::new(r#""([^"]+)""#).unwrap();
    let mut families: Vec<String> = Vec::new();
    let mut found = 0;
    for row in arm.captures_iter(parser) {
        let names = literal.captures_iter(&row[2]);
        let names: Vec<String> = names.map(|name| name[1].to_owned()).collect();
        let top = row[1].len() == 12;
        let whole: Vec<String> = if top {
            families.clone_from(&names);
            names
        } else {
            let pairs = families.iter();
            let pairs = pairs.flat_map(|f| names.iter().map(move |name| format!("{f}/{name}")));
            pairs.collect()
        };
        for name in whole {
            // `cgroup`, of which only the parts are sections.
            if name.parse::<aya_obj::ProgramSection>().is_err() {
                continue;
            }
            found += 1;
            let section = Section::parse(&name).unwrap_or_else(|error| panic!("{error}"));
            assert!(!section.unknown_to().contains(&Loader::Aya), "{name}");
        }
    }
    assert_eq!(
        found,
        known_to(Loader::Aya).count() - 1,
        "but for `sk_reuseport/migrate`"
    );
}

/// A program in each of these sections.
fn object(sections: &[String]) -> Vec<u8> {
    let mut ir = r#"
        !llvm.dbg.cu = !{!0}
        !llvm.module.flags = !{!2}
        !0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, emissionKind: FullDebug)
        !1 = !DIFile(filename: "main.go", directory: "/src")
        !2 = !{i32 2, !"Debug Info Version", i32 3}
        !3 = !DISubroutineType(types: !{})
    "#
    .to_owned();
    for (number, section) in sections.iter().enumerate() {
        let is_replacement = section.contains("freplace");
        let context = if is_replacement { "" } else { "ptr %c" };
        let info = number + 4;
        let result = Section::parse(section).map_or(0, |known| known.panic_verdict());
        ir += &format!(
            "define i32 @p{number}({context}) section \"{section}\" !dbg !{info} {{
                ret i32 {result}, !dbg !DILocation(line: 1, scope: !{info})
            }}
            !{info} = distinct !DISubprogram(name: \"p{number}\", file: !1, type: !3, unit: !0, spFlags: DISPFlagDefinition)\n"
        );
    }
    let name = "sections.ll".to_owned();
    let data = ir.into_bytes();
    let object = compile(&[Input::Bytes { name, data }], &Options::default());
    object.unwrap_or_else(|error| panic!("{error}")).data
}

/// libbpf itself finds the type of program that we know for each section, alone, with a target and on demand; and none for those that
/// we say it does not know.
#[test]
fn libbpf_finds_the_same_program_types() {
    if require(Library::find(None)).is_none() {
        return;
    }
    let mut names = Vec::new();
    for known in all() {
        names.push(known.name.to_owned());
        names.push(format!("?{}", known.name));
        if known.takes_target {
            names.push(known.example());
        }
    }
    let data = object(&names);
    let mut builder = ObjectBuilder::default();
    let mut opened = builder.open_memory(&data).unwrap();
    let mut seen = 0;
    for program in opened.progs_mut() {
        let name = program.section().to_str().unwrap();
        let section = Section::parse(name).unwrap();
        let unknown = section.unknown_to().contains(&Loader::Libbpf);
        let ours = section.known.program_type.number();
        let expected = if unknown { 0 } else { ours };
        assert_eq!(program.prog_type() as u32, expected, "{name}");
        seen += 1;
    }
    assert_eq!(seen, names.len());
}
