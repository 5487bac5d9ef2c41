//! The reference of the command line in the guide, and what the guide has users type.

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use clap::{CommandFactory as _, error::ErrorKind};
use expect_test::expect_file;

use super::Line;

#[test]
fn the_reference_is_that_of_the_code() {
    let mut command = line().term_width(100);
    command.build();
    let mut page = "# The command line\n\n".to_owned();
    writeln!(page, "```text\n{}\n```", help(&mut command)).unwrap();
    for verb in command.get_subcommands_mut() {
        let name = verb.get_name().to_owned();
        writeln!(page, "\n## {name}\n\n```text\n{}\n```", help(verb)).unwrap();
    }
    expect_file![root().join("docs/src/reference/command-line.md")].assert_eq(&page);
}

#[test]
fn what_the_guide_has_users_type_can_be_typed() {
    let folders = ["docs/src", "tinybpf-build/explain"].map(|folder| root().join(folder));
    let mut pages: Vec<_> = folders.iter().flat_map(|folder| pages(folder)).collect();
    pages.push(root().join("README.md"));
    let mut typed = 0;
    for page in pages {
        let text = fs::read_to_string(&page).unwrap();
        let lines = text
            .lines()
            .filter_map(|line| line.strip_prefix("$ cargo tinybpf "));
        for words in lines {
            typed += 1;
            let words = std::iter::once("cargo-tinybpf").chain(words.split_whitespace());
            let parsed = line().try_get_matches_from(words.clone());
            let kind = parsed.err().map(|error| error.kind());
            let is_right = matches!(kind, None | Some(ErrorKind::DisplayHelp));
            let words: Vec<_> = words.collect();
            assert!(
                is_right,
                "{}: {}: {kind:?}",
                page.display(),
                words.join(" ")
            );
        }
    }
    assert!(typed > 3);
}

fn line() -> clap::Command {
    Line::command()
        .name("cargo-tinybpf")
        .bin_name("cargo tinybpf")
}

/// Help without spaces at the ends of lines.
fn help(command: &mut clap::Command) -> String {
    let help = command.render_long_help().to_string();
    let lines: Vec<_> = help.trim_end().lines().map(str::trim_end).collect();
    lines.join("\n")
}

/// The Markdown files in a folder.
fn pages(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    files
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
