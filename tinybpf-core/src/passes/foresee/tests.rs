use crate::{Input, Options, compile};

#[test]
fn formats_without_an_end_are_told() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/foresee/formats.ll");
    let object = compile(&[Input::from(path)], &Options::default()).unwrap();
    let warnings = object.warnings.iter();
    let found = warnings.filter(|warning| warning.message.contains("no zero byte"));
    assert_eq!(found.count(), 2, "{:?}", object.warnings);
}
