//! The guide says what is true: each topic has its section, and what stands there as code compiles, or gives the error that is spoken of.

use std::{
    collections::BTreeSet,
    fmt::Write,
    fs,
    panic::catch_unwind,
    path::{Path, PathBuf},
};

use expect_test::expect_file;
use tests::{
    compile,
    guide::{Block, Page, whole},
    methods::methods,
    tinygo, workspace,
};
use tinybpf_build::{Topic, manifest::OPTIONS, tinygo::Runtime};
use tinybpf_core::{Options, Severity};

/// The pages of the troubleshooting guide about what the compiler says.
fn pages() -> Vec<PathBuf> {
    let mut pages = in_folder(&workspace().join("tinybpf-build/explain"), "md");
    pages.retain(|page| *page != verifier());
    pages
}

/// The page about what the kernel's verifier says.
fn verifier() -> PathBuf {
    workspace().join("tinybpf-build/explain/verifier.md")
}

/// The files below a folder with this end, in their order.
fn in_folder(folder: &Path, end: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(in_folder(&path, end));
        } else if path.extension().is_some_and(|found| found == end) {
            files.push(path);
        }
    }
    files.sort();
    files
}

#[test]
fn each_topic_has_a_section() {
    let mut found = Vec::new();
    for page in pages() {
        found.extend(Page::read(&page).sections().map(str::to_owned));
    }
    let topics: BTreeSet<_> = Topic::ALL.iter().map(|topic| topic.as_str()).collect();
    for topic in &topics {
        let times = found.iter().filter(|section| section == topic).count();
        assert_eq!(times, 1, "sections about {topic}");
    }
    let others: Vec<_> = found
        .iter()
        .filter(|name| !topics.contains(name.as_str()))
        .collect();
    assert!(others.is_empty(), "sections about no topic: {others:?}");
}

/// Sections, words and mends come from the table of rules: `UPDATE_EXPECT=1` writes the page.
#[test]
#[cfg(target_os = "linux")]
fn the_rules_of_the_verifier_are_those_of_the_code() {
    expect_file![verifier()].assert_eq(&tests::rules::page());
    let page = Page::read(&verifier());
    let rules = tinybpf_explain::rules::all().chain(tinybpf_explain::rules::of_loading());
    let names: Vec<_> = rules.map(|rule| rule.name).collect();
    assert_eq!(page.sections().collect::<Vec<_>>(), names);
    assert_eq!(tinybpf_build::verifier_rules().collect::<Vec<_>>(), names);
}

/// Words of the rules are no code that would be compiled.
#[test]
#[cfg(target_os = "linux")]
fn what_the_rules_name_is_in_the_go_package() {
    let mut declared = BTreeSet::new();
    for file in in_folder(&workspace().join("tinybpf-build/go"), "go") {
        for line in fs::read_to_string(file).unwrap().lines() {
            let line = ["func ", "type ", "var ", "const ", "\t"]
                .iter()
                .find_map(|start| line.strip_prefix(start));
            declared.extend(line.map(|line| word(line).to_owned()));
        }
    }
    let rules = tinybpf_explain::rules::all().chain(tinybpf_explain::rules::of_loading());
    let mut named = BTreeSet::new();
    for rule in rules {
        let mends = rule.mends.iter().flat_map(|mend| [mend.text, mend.code]);
        for text in mends.chain([rule.title, rule.why]) {
            named.extend(text.split("bpf.").skip(1).map(word));
        }
    }
    named.retain(|name| name.starts_with(char::is_uppercase));
    assert!(named.contains("GetCurrentComm"), "{named:?}");
    named.retain(|name| !declared.contains(*name));
    assert!(named.is_empty(), "not in the Go package: {named:?}");
}

/// What a text begins with, as far as it is a name.
#[cfg(target_os = "linux")]
fn word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
}

#[test]
fn code_of_the_verifiers_rules() {
    check(&[verifier()]);
}

#[test]
fn code_of_the_troubleshooting_guide() {
    check(&pages());
}

#[test]
fn code_of_the_book() {
    check(&in_folder(&book(), "md"));
}

#[test]
fn code_outside_of_the_book() {
    let readme = workspace().join("README.md");
    let documentation = workspace().join("tinybpf-build/src/lib.rs");
    check(&[readme, documentation]);
}

#[test]
fn the_first_steps_are_those_of_the_readme() {
    // The test of the README follows its steps, and runs the program.
    let code = |file: &Path, section: Option<&str>| -> BTreeSet<_> {
        let blocks = Page::read(file).blocks.into_iter();
        let blocks = blocks.filter(|block| section.is_none_or(|name| block.section == name));
        blocks
            .filter(|block| ["go", "rust"].contains(&block.language.as_str()))
            .map(|block| {
                block
                    .code
                    .replace("counter", "probe")
                    .replace("Counter", "Probe")
            })
            .collect()
    };
    let readme = code(&workspace().join("README.md"), Some("Use it"));
    assert_eq!(readme.len(), 3);
    assert_eq!(code(&book().join("getting-started.md"), None), readme);
}

#[test]
fn the_summary_has_each_page_and_all_links_lead_somewhere() {
    let summary = Page::read(&book().join("SUMMARY.md"));
    let listed: BTreeSet<_> = summary.links.iter().map(|link| book().join(link)).collect();
    let pages = in_folder(&book(), "md");
    let mut wrong = Vec::new();
    for page in pages.iter().filter(|page| !page.ends_with("SUMMARY.md")) {
        if !listed.contains(page) {
            wrong.push(format!("{} is not in the summary", page.display()));
        }
        let read = Page::read(page);
        wrong.extend(read.links.iter().filter_map(|link| broken(page, link)));
    }
    wrong.extend(
        summary
            .links
            .iter()
            .filter_map(|link| broken(&book().join("SUMMARY.md"), link)),
    );
    let readme = workspace().join("README.md");
    wrong.extend(
        Page::read(&readme)
            .links
            .iter()
            .filter_map(|link| broken(&readme, link)),
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_reference_of_options_is_that_of_the_code() {
    let mut page = "# Options in Cargo.toml\n\n\
        Options that are data may stand in `[package.metadata.tinybpf]`, with defaults for a workspace in `[workspace.metadata.tinybpf]`. Build scripts \
        and the command line read them; a method of the builder and a flag win over them.\n\n\
        | option | value | without it | what it is for | flag |\n|---|---|---|---|---|\n"
        .to_owned();
    for option in OPTIONS {
        let flag = option
            .flag
            .map(|flag| format!("`--{flag} {}`", option.value));
        let cells = [
            format!("`{}`", option.name),
            option.kind.to_string(),
            option.default.to_owned(),
            option.doc.to_owned(),
            flag.unwrap_or_default(),
        ];
        let cells = cells.map(|cell| cell.replace('|', "\\|"));
        writeln!(page, "| {} |", cells.join(" | ")).unwrap();
    }
    expect_file![book().join("reference/options.md")].assert_eq(&page);
}

#[test]
fn the_reference_of_the_builder_is_that_of_the_code() {
    let source = workspace().join("tinybpf-build/src");
    let mut files = in_folder(&source.join("builder"), "rs");
    files.push(source.join("builder.rs"));
    let sources = files.iter().map(|file| fs::read_to_string(file).unwrap());
    let mut methods: Vec<_> = sources.flat_map(|text| methods(&text, "Builder")).collect();
    methods.sort();
    let mut page = "# The builder\n\n\
        `tinybpf_build::Builder` is what a build script calls: `Builder::new()`, then what it needs of the methods below, and `compile` at the end. \
        A relative path starts at the crate's `Cargo.toml`. What is data may stand in [`Cargo.toml`](options.md) instead.\n\n\
        | method | what it is for |\n|---|---|\n"
        .to_owned();
    for method in &methods {
        let summary = method.summary().replace('\n', " ").replace('|', "\\|");
        writeln!(
            page,
            "| [`{name}`](#{name}) | {summary} |",
            name = method.name
        )
        .unwrap();
    }
    for method in &methods {
        assert!(
            !method.documentation.is_empty(),
            "{} is undocumented",
            method.name
        );
        let (name, signature, text) = (&method.name, &method.signature, &method.documentation);
        write!(
            page,
            "\n## `{name}`\n\n```rust,ignore\n{signature}\n```\n\n{text}\n"
        )
        .unwrap();
    }
    expect_file![book().join("reference/builder.md")].assert_eq(&page);
}

#[test]
fn toml_can_be_read() {
    let mut files = in_folder(&book(), "md");
    files.push(workspace().join("README.md"));
    files.push(workspace().join("tinybpf-build/src/lib.rs"));
    let blocks = files.iter().flat_map(|file| Page::read(file).blocks);
    let blocks: Vec<_> = blocks.filter(|block| block.language == "toml").collect();
    assert!(!blocks.is_empty());
    for block in blocks {
        let read = toml::de::DeTable::parse(&block.code);
        assert!(read.is_ok(), "{}: {read:?}", block.place);
    }
}

/// The pages of the book.
fn book() -> PathBuf {
    workspace().join("docs/src")
}

/// What is wrong with a link of a page; those to other places than this repository are not followed.
fn broken(page: &Path, link: &str) -> Option<String> {
    if link.contains("://") || link.is_empty() {
        return None;
    }
    let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
    let target = match file {
        "" => page.to_owned(),
        file => page.parent()?.join(file),
    };
    let is_there = target.exists()
        && (anchor.is_empty() || Page::read(&target).anchors().any(|found| found == anchor));
    (!is_there).then(|| format!("{}: {link} leads nowhere", page.display()))
}

/// The Go file of a block: with `in=NAME`, what is around it is in the test data.
fn file_of(block: &Block) -> String {
    let Some(name) = block.marked("in").first().copied() else {
        return whole(&block.code);
    };
    let around = fs::read_to_string(tests::testdata(&format!("guide/{name}.go"))).unwrap();
    assert!(around.contains(HERE), "{name}.go has a line {HERE:?}");
    whole(&around.replacen(HERE, &block.code, 1))
}

/// Where a block goes in the file around it.
const HERE: &str = "// The block stands here.\n";

/// Compiles the blocks of Go of these files, and compares what is found with what they are marked with.
fn check(files: &[PathBuf]) {
    let Some(tinygo) = tinygo() else { return };
    let module = tempfile::tempdir().unwrap();
    tinybpf_build::vendor(module.path()).unwrap();
    let blocks = files.iter().flat_map(|file| Page::read(file).blocks);
    let blocks: Vec<_> = blocks
        .filter(|block| block.language == "go" && !block.marks.contains(&"ignore".to_owned()))
        .collect();
    assert!(!blocks.is_empty());
    let mut wrong = Vec::new();
    for (number, block) in blocks.iter().enumerate() {
        let package = module.path().join(format!("block{number}"));
        fs::create_dir(&package).unwrap();
        fs::write(package.join("main.go"), file_of(block)).unwrap();
        let mut options = Options::default();
        let kernel = block.marked("kernel").first().copied();
        options.min_kernel = kernel.map(|kernel| kernel.parse().unwrap());
        match catch_unwind(|| compile(tinygo, &package, Runtime::Bpf, &options)) {
            Ok(Ok(object)) => wrong.extend(compare(block, &object.warnings)),
            Ok(Err(findings)) => wrong.extend(compare(block, &findings)),
            Err(_) => wrong.push(format!("{}: cannot be compiled, see above", block.place)),
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        blocks.len(),
        wrong.join("\n")
    );
}

/// What is wrong with what was found of a block.
fn compare(block: &Block, found: &[tinybpf_core::Diagnostic]) -> Option<String> {
    let topics = |severity: Severity| -> BTreeSet<_> {
        let found = found.iter().filter(|finding| finding.severity == severity);
        found.map(|finding| finding.topic.as_str()).collect()
    };
    let errors: BTreeSet<_> = block.marked("error").into_iter().collect();
    let warnings: BTreeSet<_> = block.marked("warning").into_iter().collect();
    // What else is said where there are errors may be cut short.
    let is_right = topics(Severity::Error) == errors
        && (!errors.is_empty() || topics(Severity::Warning) == warnings);
    let findings: Vec<_> = found.iter().map(ToString::to_string).collect();
    (!is_right).then(|| {
        format!(
            "{} ({}): {}",
            block.place,
            block.marks.join(", "),
            findings.join("\n    ")
        )
    })
}
