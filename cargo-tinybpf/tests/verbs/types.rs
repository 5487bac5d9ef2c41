//! `vmlinux` and `vendor`.

use std::fs;

use expect_test::expect;

use crate::case::Case;

#[test]
fn vendor_writes_the_package_once() {
    let case = Case::with_package();
    let written = case.run(&["vendor", "probe"]).ok();
    assert!(written.contains("probe/tinybpf/doc.go\n"), "{written}");
    assert!(
        fs::read_to_string(case.path.join("probe/go.mod"))
            .unwrap()
            .contains("github.com/tinybpf/bpf")
    );
    assert_eq!(
        case.run(&["vendor", "probe"]).ok(),
        "probe: nothing to do\n"
    );
    assert_eq!(
        case.run(&["vendor", "probe", "--json"]).json()["written"],
        serde_json::json!([])
    );
    expect![[r#"
        error[io]: nowhere: No such file or directory (os error 2)
          = help: check the path: each folder in it must be there
    "#]]
    .assert_eq(&case.run(&["vendor", "nowhere"]).fails(4));
    let error = case.run(&["vendor"]).fails(2);
    assert!(error.contains("<DIR>..."), "{error}");
}

#[test]
fn vmlinux_reads_files_and_says_what_is_wrong_with_them() {
    let case = Case::new();
    case.file("btf", "no BTF");
    let error = case
        .run(&["vmlinux", "--btf", "btf", "task_struct"])
        .fails(4);
    assert!(error.starts_with("error[input]: btf: "), "{error}");
    let error = case
        .run(&["vmlinux", "--depth", "x", "task_struct"])
        .fails(2);
    assert!(
        error.starts_with("error: invalid value 'x' for '--depth <N>'"),
        "{error}"
    );
    if fs::exists("/sys/kernel/btf/vmlinux").unwrap() {
        let source = case.run(&["vmlinux", "task_struct.tgid"]).ok();
        assert!(source.contains("type bpfCoreTaskStruct struct"), "{source}");
        assert_eq!(
            case.run(&["vmlinux", "task_struct.tgid", "-o", "kernel.go"])
                .ok(),
            ""
        );
        assert_eq!(
            fs::read_to_string(case.path.join("kernel.go")).unwrap(),
            source
        );
    }
}
