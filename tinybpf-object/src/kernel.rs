//! Versions of the kernel: what came with which, what an object needs, and the instruction set that a kernel takes.

mod contexts;
mod since;

use std::{fmt, str::FromStr};

use crate::Position;

pub use contexts::{CONTEXTS, ContextField, ContextStruct, context};
pub use since::{
    ITERATORS, MAP_FLAGS, STRUCT_OPS, attach_type, helper, iterator, kfunc, map_flag, map_type,
    program_type, section, struct_ops,
};

/// A version of the kernel, by the numbers that new features come with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KernelVersion {
    /// The 6 of 6.12.
    pub major: u16,
    /// The 12 of 6.12.
    pub minor: u16,
}

impl KernelVersion {
    /// A version from its numbers.
    #[must_use]
    pub const fn new(major: u16, minor: u16) -> Self {
        Self { major, minor }
    }
}

impl fmt::Display for KernelVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

impl FromStr for KernelVersion {
    type Err = String;

    /// Takes `5.10`, and what a kernel calls itself, such as `6.12.118+deb13-cloud-amd64`.
    fn from_str(text: &str) -> Result<Self, String> {
        let error = || format!("`{text}` is not a version of the kernel: write it as `5.10`");
        let (major, rest) = text.split_once('.').ok_or_else(error)?;
        let end = rest.find(|c: char| !c.is_ascii_digit());
        let (minor, rest) = rest.split_at(end.unwrap_or(rest.len()));
        let more = rest.is_empty() || rest.starts_with(['.', '-', '+', '~']);
        match (major.parse(), minor.parse()) {
            (Ok(major), Ok(minor)) if more => Ok(Self { major, minor }),
            _ => Err(error()),
        }
    }
}

/// Something that an object needs of the kernel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The first kernel that has it.
    pub kernel: KernelVersion,
    /// What it is, such as `the helper bpf_loop`.
    pub feature: String,
    /// Where the Go code asks for it, where that is known.
    pub position: Option<Position>,
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Linux {} or newer: {}", self.kernel, self.feature)
    }
}

#[cfg(test)]
mod tests;
