//! The help of each verb, as it is: `UPDATE_EXPECT=1` writes it anew.

use std::path::Path;

use expect_test::expect_file;

use crate::case::Case;

/// The verbs that the program lists.
fn verbs(case: &Case) -> Vec<String> {
    let help = case.run(&["--help"]).ok();
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let lines = commands.take_while(|line| !line.is_empty());
    let names = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn help_of_each_verb() {
    let case = Case::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/help");
    expect_file![folder.join("cargo-tinybpf.txt")].assert_eq(&case.run(&["--help"]).ok());
    let verbs = verbs(&case);
    assert!(verbs.len() >= 9, "{verbs:?}");
    for verb in &verbs {
        let help = case.run(&[verb, "--help"]).ok();
        expect_file![folder.join(format!("{verb}.txt"))].assert_eq(&help);
    }
    // A verb that is gone leaves no file behind.
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    let mut expected: Vec<_> = verbs.iter().map(|verb| format!("{verb}.txt")).collect();
    expected.push("cargo-tinybpf.txt".to_owned());
    expected.sort();
    assert_eq!(files, expected);
}
