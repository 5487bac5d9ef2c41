//! What stands in the guide: its sections, links and blocks of code.

use std::{fmt::Write, fs, path::Path};

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Parser, Tag, TagEnd};

/// A block of code.
#[derive(Debug)]
pub struct Block {
    /// The file, and the line that it begins in.
    pub place: String,
    /// The heading of the second level that it stands below; empty before the first.
    pub section: String,
    /// The language.
    pub language: String,
    /// What follows the language, between commas.
    pub marks: Vec<String>,
    /// The code.
    pub code: String,
}

impl Block {
    /// The values of the marks `name=value`, which rustdoc wants as `name:value`.
    #[must_use]
    pub fn marked(&self, name: &str) -> Vec<&str> {
        let values = self
            .marks
            .iter()
            .filter_map(|mark| mark.split_once(['=', ':']));
        values
            .filter(|(key, _)| *key == name)
            .map(|(_, value)| value)
            .collect()
    }
}

/// What a page has.
#[derive(Debug, Default)]
pub struct Page {
    /// Its blocks of code.
    pub blocks: Vec<Block>,
    /// Its headings of all levels, with these.
    pub headings: Vec<(u8, String)>,
    /// Where its links lead.
    pub links: Vec<String>,
}

impl Page {
    /// Reads a page, or the documentation in a Rust file. Of a page that another file stands in, the blocks are that file's.
    ///
    /// # Panics
    /// When the file cannot be read.
    #[must_use]
    pub fn read(path: &Path) -> Self {
        let text =
            fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        // mdBook puts another file in the place of such a line.
        let included = text
            .strip_prefix("{{#include ")
            .and_then(|rest| rest.split_once("}}"));
        if let (Some((file, _)), Some(folder)) = (included, path.parent()) {
            return Self {
                blocks: Vec::new(),
                ..Self::read(&folder.join(file))
            };
        }
        match path.extension().is_some_and(|end| end == "rs") {
            true => Self::parse(path, &documentation(&text)),
            false => Self::parse(path, &text),
        }
    }

    fn parse(path: &Path, text: &str) -> Self {
        let mut page = Self::default();
        let (mut block, mut heading): (Option<Block>, Option<String>) = (None, None);
        for (event, range) in
            Parser::new_ext(text, pulldown_cmark::Options::ENABLE_TABLES).into_offset_iter()
        {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                    let line = text[..range.start].lines().count() + 1;
                    block = Some(page.block(format!("{}:{line}", path.display()), &info));
                }
                Event::End(TagEnd::CodeBlock) => page.blocks.extend(block.take()),
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(level)) => {
                    let text = heading.take().unwrap_or_default();
                    page.headings.push((level as u8, text));
                }
                Event::Start(Tag::Link { dest_url, .. }) => page.links.push(dest_url.to_string()),
                Event::Text(part) | Event::Code(part) => {
                    if let Some(block) = &mut block {
                        block.code.push_str(&part);
                    } else if let Some(heading) = &mut heading {
                        heading.push_str(&part);
                    }
                }
                _ => {}
            }
        }
        page
    }

    fn block(&self, place: String, info: &str) -> Block {
        let mut words = info.split(',').map(|word| word.trim().to_owned());
        Block {
            place,
            section: self.sections().last().unwrap_or_default().to_owned(),
            language: words.next().unwrap_or_default(),
            marks: words.collect(),
            code: String::new(),
        }
    }

    /// Its headings of the second level.
    pub fn sections(&self) -> impl Iterator<Item = &str> {
        let of_level = self
            .headings
            .iter()
            .filter(|(level, _)| *level == HeadingLevel::H2 as u8);
        of_level.map(|(_, text)| text.as_str())
    }

    /// The names by which links find its headings, as mdBook and GitHub make them.
    pub fn anchors(&self) -> impl Iterator<Item = String> {
        self.headings.iter().map(|(_, text)| {
            let kept = text
                .chars()
                .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
            let kept: String = kept.collect();
            kept.to_lowercase().replace(' ', "-")
        })
    }
}

/// The documentation in a Rust file, each line where it stands there.
fn documentation(source: &str) -> String {
    let lines = source.lines().map(|line| {
        let line = line.trim_start();
        let text = line
            .strip_prefix("//!")
            .or_else(|| line.strip_prefix("///"));
        text.map_or("", |text| text.strip_prefix(' ').unwrap_or(text))
    });
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// A whole Go file of a block.
///
/// Most blocks are a part of one. Where there is no `package` line, it is added, with an import for each package that the block names,
/// and `main`. A block without a function at its left edge is the body of an XDP program with the context `ctx`.
#[must_use]
pub fn whole(code: &str) -> String {
    const PACKAGES: [(&str, &str); 14] = [
        ("atomic.", "sync/atomic"),
        ("binary.", "encoding/binary"),
        ("bits.", "math/bits"),
        ("bpf.", "github.com/tinybpf/bpf"),
        ("bytes.", "bytes"),
        ("errors.", "errors"),
        ("fmt.", "fmt"),
        ("log.", "log"),
        ("math.", "math"),
        ("os.", "os"),
        ("strings.", "strings"),
        ("sync.", "sync"),
        ("time.", "time"),
        ("unsafe.", "unsafe"),
    ];
    if code.lines().any(|line| line.starts_with("package ")) {
        return code.to_owned();
    }
    let body = match code.lines().any(|line| line.starts_with("func ")) {
        true => code.to_owned(),
        false => format!(
            "//export program\n//go:section xdp\nfunc program(ctx *bpf.XdpMd) bpf.XdpAction {{\n{code}\treturn bpf.XdpPass\n}}\n"
        ),
    };
    let mut file = "package main\n\nimport (\n".to_owned();
    let code = without_comments(&body);
    for (_, path) in PACKAGES.iter().filter(|(name, _)| names(&code, name)) {
        writeln!(file, "\t\"{path}\"").expect("writing to a string");
    }
    // Go keeps sections only where a file imports it.
    if !names(&code, "unsafe.") {
        file.push_str("\t_ \"unsafe\"\n");
    }
    file.push_str(")\n\n");
    file.push_str(&body);
    if !body.contains("func main()") {
        file.push_str("\nfunc main() {}\n");
    }
    file
}

fn without_comments(code: &str) -> String {
    let lines = code
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default());
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Whether code names a package.
fn names(code: &str, package: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    let mut found = code.match_indices(package);
    found.any(|(at, _)| !code[..at].chars().next_back().is_some_and(is_word))
}
