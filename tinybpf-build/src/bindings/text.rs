//! Pieces of Rust source, as rustfmt and clippy want them.

use std::path::{Path, PathBuf};

use tinybpf_core::Position;

use super::Input;

/// rustfmt's `max_width`.
pub(super) const WIDTH: usize = 100;

/// `head tail` on one line, or on two where that is too long and helps.
pub(super) fn item(head: &str, tail: &str, indent: usize) -> String {
    let (head_len, tail_len) = (head.chars().count(), tail.chars().count());
    let is_hopeless = indent + head_len < WIDTH && indent + 4 + tail_len > WIDTH;
    if is_hopeless || indent + head_len + 1 + tail_len <= WIDTH {
        format!("{:indent$}{head} {tail}\n", "")
    } else {
        format!("{:indent$}{head}\n{:indent$}    {tail}\n", "", "")
    }
}

/// `65536` → `65_536`.
pub(super) fn number(value: u64) -> String {
    let digits = value.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at != 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    grouped
}

/// `-70000` → `-70_000`.
pub(super) fn integer(value: i128) -> String {
    let digits = u64::try_from(value.unsigned_abs()).map_or_else(|_| value.to_string(), number);
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}{digits}")
}

/// `1 byte`, `12 bytes`.
pub(super) fn bytes(size: u64) -> String {
    format!("{size} byte{}", if size == 1 { "" } else { "s" })
}

/// A name in a line of documentation, whatever is in it.
pub(super) fn code(name: &str) -> String {
    let name: String = name
        .chars()
        .map(|c| if c == '`' || c.is_control() { ' ' } else { c })
        .collect();
    format!("`{}`", name.trim())
}

/// ` (main.go:12)`, or nothing where the place is not known.
pub(super) fn origin(position: Option<&Position>, input: &Input) -> String {
    match place(position, input) {
        (_, 0) => String::new(),
        (file, line) => format!(" ({file}:{line})"),
    }
}

/// A file as seen from the Go package, and the line in it; 0 where the place is not known.
pub(super) fn place(position: Option<&Position>, input: &Input) -> (String, u32) {
    position.map_or_else(Default::default, |at| {
        let file = relative(Path::new(&at.file), input.package);
        (clean(&file), at.line)
    })
}

fn clean(path: &str) -> String {
    path.chars().filter(|c| !c.is_control()).collect()
}

/// The file as seen from the Go package: no path of the machine gets into the bindings. Of a file that is far away
/// (the module cache), only its name and folder are told.
fn relative(file: &Path, package: &Path) -> String {
    const NEAR: usize = 4;
    let slashes = |path: &Path| path.to_string_lossy().replace('\\', "/");
    if file.is_relative() {
        return slashes(file);
    }
    // `module@version` folders are the module cache.
    let cached = file.iter().any(|part| part.to_string_lossy().contains('@'));
    let near = if cached { 1 } else { NEAR };
    for (up, ancestor) in package.ancestors().take(near).enumerate() {
        let is_root = ancestor.parent().is_none();
        if let (false, Ok(rest)) = (is_root, file.strip_prefix(ancestor)) {
            return format!("{}{}", "../".repeat(up), slashes(rest));
        }
    }
    let tail: Vec<_> = file.iter().rev().take(2).collect();
    slashes(&tail.into_iter().rev().collect::<PathBuf>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_as_seen_from_the_package() {
        for (file, expected) in [
            ("main.go", "main.go"),
            ("/home/me/probe/bpf/main.go", "main.go"),
            ("/home/me/probe/bpf/sub/x.go", "sub/x.go"),
            ("/home/me/probe/wire/event.go", "../wire/event.go"),
            ("/usr/lib/go/src/sync/pool.go", "sync/pool.go"),
            (
                "/home/me/go/pkg/mod/example.com/wire@v1.2.0/event.go",
                "wire@v1.2.0/event.go",
            ),
        ] {
            let package = Path::new("/home/me/probe/bpf");
            assert_eq!(relative(Path::new(file), package), expected);
        }
    }

    #[test]
    fn long_numbers_are_grouped() {
        assert_eq!(
            [0, 999, 4096, 65_536, 1_234_567].map(number),
            ["0", "999", "4096", "65_536", "1_234_567"]
        );
    }
}
