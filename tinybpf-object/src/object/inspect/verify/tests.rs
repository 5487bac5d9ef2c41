use expect_test::expect_file;

use super::*;

fn text(object: &[u8], options: &Verify) -> String {
    let found = verify(object, options).unwrap();
    found
        .findings
        .iter()
        .map(|finding| format!("{finding}\n"))
        .collect()
}

#[test]
fn what_loaders_and_the_kernel_refuse() {
    let wrong = include_bytes!("../../../../testdata/object/wrong.o");
    let options = Verify {
        min_kernel: Some(KernelVersion::new(5, 4)),
        ..Verify::default()
    };
    expect_file!["../../../../testdata/object/wrong.verify.txt"].assert_eq(&text(wrong, &options));
    assert!(!verify(wrong, &options).unwrap().is_ok());
}

#[test]
fn what_is_right_is_not_reported() {
    for object in [
        &include_bytes!("../../../../testdata/object/probe.o")[..],
        include_bytes!("../../../../testdata/object/probe.eb.o"),
        include_bytes!("../../../../testdata/object/maps.o"),
    ] {
        assert_eq!(text(object, &Verify::default()), "");
    }
}

#[test]
fn loaders_are_asked_for_what_they_know() {
    let externs = include_bytes!("../../../../testdata/object/externs.o");
    let any = verify(externs, &Verify::default()).unwrap();
    assert!(any.is_ok());
    assert!(
        any.findings[0]
            .message
            .starts_with("aya does not take all of the object")
    );
    let aya = Verify {
        loader: Some(Loader::Aya),
        ..Verify::default()
    };
    assert!(!verify(externs, &aya).unwrap().is_ok());
    let legacy = include_bytes!("../../../../testdata/object/legacy.o");
    let text = text(legacy, &Verify::default());
    assert!(
        text.contains("no types (BTF)") && text.contains("libbpf does not take"),
        "{text}"
    );
}
