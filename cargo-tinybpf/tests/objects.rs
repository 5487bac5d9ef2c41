//! The verbs about objects, as users call them: `inspect`, `verify`, `generate`.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// An object of the tests.
fn object(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../tinybpf-object/testdata/object")
        .join(name)
}

fn run(args: &[&str], object: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-tinybpf"));
    command
        .arg("tinybpf")
        .args(args)
        .arg(object)
        .output()
        .unwrap()
}

/// What a verb prints that ends well.
fn prints(args: &[&str], object: &Path) -> String {
    let output = run(args, object);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && errors.is_empty(),
        "{args:?}: {errors}"
    );
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn parts_are_chosen() {
    let probe = object("probe.o");
    let all = prints(&["inspect"], &probe);
    for part in [
        "programs\n",
        "functions\n",
        "maps\n",
        "variables\n",
        "needs\n",
        "loaders\n",
    ] {
        assert!(all.contains(part), "{all}");
    }
    assert!(!all.contains("types\n"), "{all}");
    let maps = prints(&["inspect", "--maps"], &probe);
    assert!(
        maps.starts_with("maps\n  counts: BPF_MAP_TYPE_HASH, key __u32 of 4 bytes"),
        "{maps}"
    );
    assert!(!maps.contains("programs\n"), "{maps}");
    assert!(
        prints(&["inspect", "--types"], &probe)
            .contains("struct stats {\n    __u64 packets; /* 0 */")
    );
    let one = prints(&["inspect", "--asm=bump"], &probe);
    assert!(
        one.starts_with(".text: bump, 15 instructions") && one.contains("\n; 46: s->packets++;\n"),
        "{one}"
    );
    let lines = prints(&["inspect", "--lines"], &probe);
    assert!(
        lines
            .contains("count_packets, 47 instructions\n      8  ./probe.c:55  return total(limit)"),
        "{lines}"
    );
}

#[test]
fn json_has_everything() {
    let text = prints(&["inspect", "--json", "--asm"], &object("maps.o"));
    for member in [
        "\"lowest_kernel\": \"5.16\"",
        "\"subject\": \"task_struct.comm[2]\"",
        "\"code\":",
        "\"memory_per_cpu\":",
    ] {
        assert!(text.contains(member), "{member}");
    }
}

#[test]
fn what_is_wrong_ends_with_code_1() {
    assert!(prints(&["verify"], &object("probe.o")).contains(
        "nothing is wrong, as far as the file shows; loads with aya, libbpf, cilium/ebpf"
    ));
    let wrong = run(&["verify"], &object("wrong.o"));
    let text = String::from_utf8_lossy(&wrong.stdout);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(
        text.contains("`bpf_copy_from_user` may sleep") && text.trim_end().ends_with("errors"),
        "{text}"
    );
    let old = run(&["verify", "--min-kernel", "4.18"], &object("probe.o"));
    assert_eq!(old.status.code(), Some(1));
    let aya = run(&["verify", "--loader=aya", "--json"], &object("externs.o"));
    assert_eq!(aya.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&aya.stdout).contains("\"ok\": false"));
}

#[test]
fn what_cannot_be_read_is_an_error_with_a_next_step() {
    let text = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let missing = object("missing.o");
    for verb in ["inspect", "verify", "generate"] {
        let output = run(&[verb], &text);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(4), "{verb}: {errors}");
        assert!(errors.contains("malformed object"), "{verb}: {errors}");
        assert_eq!(run(&[verb], &missing).status.code(), Some(4), "{verb}");
    }
    let output = run(&["inspect", "--asm=bumb"], &object("probe.o"));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors.contains("there are total, visit, bump"), "{errors}");
}

#[test]
fn bindings_name_the_object_from_where_they_stand() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("größe und mehr");
    fs::create_dir_all(folder.join("src")).unwrap();
    let copy = folder.join("probe.o");
    fs::copy(object("probe.o"), &copy).unwrap();
    let out = folder.join("src/probe.rs");
    prints(&["generate", "--out", out.to_str().unwrap()], &copy);
    let bindings = fs::read_to_string(out).unwrap();
    assert!(
        bindings.contains("include_bytes!(\"../probe.o\")")
            && bindings.contains("pub struct Stats"),
        "{bindings}"
    );
    let printed = prints(&["generate", "--no-skeleton", "--no-aya"], &copy);
    assert!(
        printed.contains("include_bytes!(\"probe.o\")") && !printed.contains("aya"),
        "{printed}"
    );
}

/// A program, as `link` takes it: no TinyGo is needed.
const IR: &str = r#"
define i32 @let_pass(ptr %ctx) section "xdp" !dbg !3 {
  ret i32 2, !dbg !5
}
!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}
!0 = distinct !DICompileUnit(language: DW_LANG_C99, file: !1, emissionKind: FullDebug)
!1 = !DIFile(filename: "main.go", directory: "/src")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = distinct !DISubprogram(name: "main.letPass", linkageName: "let_pass", file: !1, line: 5, type: !4, unit: !0, spFlags: DISPFlagDefinition)
!4 = !DISubroutineType(types: !{})
!5 = !DILocation(line: 6, column: 2, scope: !3)
"#;

#[test]
fn a_report_has_each_program() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report");
    fs::create_dir_all(&folder).unwrap();
    let ir = folder.join("pass.ll");
    fs::write(&ir, IR).unwrap();
    let out = ["--out-dir", folder.to_str().unwrap(), "--report"];
    let text = prints(&[&["link"], &out[..]].concat(), &ir);
    let rows: Vec<Vec<&str>> = text
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    assert!(
        rows.iter()
            .any(|row| row.starts_with(&["program", "section", "instructions", "verified"])),
        "{text}"
    );
    let row = rows
        .iter()
        .find(|row| row.starts_with(&["let_pass", "xdp", "2"]))
        .expect(&text);
    // The verifier's figure is there for whoever may load programs.
    assert!(matches!(row[3], "2" | "-"), "{text}");
    assert_eq!(row[5..], ["32", "6%", "let_pass", "0"]);
    let json = prints(&[&["link", "--json"], &out[..]].concat(), &ir);
    assert!(json.contains("\"complexity_limit\": 1000000"), "{json}");
}
