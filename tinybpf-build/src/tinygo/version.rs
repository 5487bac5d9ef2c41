//! Versions of TinyGo and Go.

use std::fmt;

/// A version, such as `0.40.1` or `1.25.5`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    /// The first number.
    pub major: u32,
    /// The second number.
    pub minor: u32,
    /// The third number, 0 where none is given.
    pub patch: u32,
}

impl Version {
    /// A version by its numbers.
    pub const fn new(major: u32, minor: u32, patch: u32) -> Self {
        Self {
            major,
            minor,
            patch,
        }
    }

    /// Reads the version at the start of `text`; what follows the numbers (`-dev-1a2b3c`, `rc1`) is not looked at.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.splitn(3, '.').map(leading_number);
        Some(Self {
            major: numbers.next()??,
            minor: numbers.next()??,
            patch: numbers.next().flatten().unwrap_or(0),
        })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

fn leading_number(text: &str) -> Option<u32> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    text[..end].parse().ok()
}

/// What `tinygo version` says: TinyGo's version and that of the LLVM inside.
///
/// The line is `tinygo version 0.40.1 linux/amd64 (using go version go1.25.5 and LLVM version 19.1.7)`.
pub(super) fn parse_tinygo_version(line: &str) -> Option<(Version, &str)> {
    let version = line.strip_prefix("tinygo version ")?;
    let llvm = line.split_once("LLVM version ")?.1;
    let llvm = llvm.trim_end().trim_end_matches(')');
    Some((Version::parse(version)?, llvm))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_all_shapes() {
        assert_eq!(Version::parse("0.40.1"), Some(Version::new(0, 40, 1)));
        assert_eq!(Version::parse("1.26"), Some(Version::new(1, 26, 0)));
        assert_eq!(Version::parse("1.26rc2"), Some(Version::new(1, 26, 0)));
        assert_eq!(
            Version::parse("0.41.0-dev-1a2b3c4d"),
            Some(Version::new(0, 41, 0))
        );
        assert_eq!(Version::parse("devel"), None);
        assert_eq!(Version::parse(""), None);
        assert!(Version::new(0, 39, 0) < Version::new(0, 40, 0));
    }

    #[test]
    fn the_line_of_tinygo_version() {
        let line = "tinygo version 0.40.1 linux/amd64 (using go version go1.25.5 and LLVM version 19.1.7)\n";
        assert_eq!(
            parse_tinygo_version(line),
            Some((Version::new(0, 40, 1), "19.1.7"))
        );
        assert_eq!(parse_tinygo_version("go version go1.26.0"), None);
    }
}
