//! Logs: calls of the Go package's `Info` and its like, which programs send to user space as records of a ring buffer.
//!
//! A record begins with the number of its site, 32 bits, and holds the arguments behind that. All else (level, format, line, types) is
//! known when the program is compiled, and in no record: it is in [`Object::logs`](crate::Object::logs).

use std::{fmt, str::FromStr};

use crate::Position;

/// The ring buffer that the records are in, by its name in objects.
pub const LOG_MAP: &str = "tinybpf_log";

/// How much a log matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum LogLevel {
    /// For whoever looks for a fault.
    Debug,
    /// What happens.
    #[default]
    Info,
    /// What should not happen.
    Warn,
    /// What went wrong.
    Error,
    /// Above all: of programs that are to log from this level on, nothing is left of their logs.
    Off,
}

impl LogLevel {
    const ALL: [Self; 5] = [Self::Debug, Self::Info, Self::Warn, Self::Error, Self::Off];

    /// As in options: `debug`, `info`, `warn`, `error` or `off`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Error => "error",
            Self::Off => "off",
        }
    }

    /// The level with its number in Go, which is that of `log/slog`.
    pub fn from_go(number: i64) -> Option<Self> {
        match number {
            -4 => Some(Self::Debug),
            0 => Some(Self::Info),
            4 => Some(Self::Warn),
            8 => Some(Self::Error),
            _ => None,
        }
    }
}

impl fmt::Display for LogLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for LogLevel {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|level| text.eq_ignore_ascii_case(level.as_str()))
            .ok_or_else(|| {
                format!("unknown level `{text}`: there are debug, info, warn, error and off")
            })
    }
}

/// A call that logs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogSite {
    /// How much it matters.
    pub level: LogLevel,
    /// The format, as in Go's `fmt`.
    pub format: String,
    /// What its verbs stand for, in their order.
    pub arguments: Vec<LogArgument>,
    /// Where Go has the call.
    pub position: Option<Position>,
}

/// A value in a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogArgument {
    /// Where it is in the record, in bytes.
    pub offset: u32,
    /// What it is.
    pub kind: LogKind,
}

/// What can be logged. Numbers are in the byte order of the machine where nothing else is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogKind {
    /// A number of so many bytes.
    Unsigned(u32),
    /// A number of so many bytes that may be negative.
    Signed(u32),
    /// A number of so many bytes in network byte order, of 4 bytes maybe an IPv4 address.
    Network(u32),
    /// A byte that is 0 or 1.
    Bool,
    /// So many bytes, maybe a text that ends with a zero.
    Bytes(u32),
}

impl LogKind {
    /// Its size in bytes.
    #[must_use]
    pub fn size(self) -> u32 {
        match self {
            Self::Unsigned(size) | Self::Signed(size) | Self::Network(size) | Self::Bytes(size) => {
                size
            }
            Self::Bool => 1,
        }
    }

    /// The verbs that a format can have for it.
    pub fn verbs(self) -> &'static str {
        match self {
            Self::Unsigned(_) | Self::Signed(_) => "vdxXobc",
            Self::Network(4) => "vsdxXobc",
            Self::Network(_) => "vdxXobc",
            Self::Bool => "vt",
            Self::Bytes(_) => "vsxX",
        }
    }
}

/// The verbs of a format, without `%%`; an error for what no log can have.
pub fn verbs(format: &str) -> Result<Vec<char>, String> {
    let mut found = Vec::new();
    let mut rest = format;
    while let Some((_, behind)) = rest.split_once('%') {
        let verb = behind.trim_start_matches(['-', '+', '#', ' ', '0']);
        let verb = verb.trim_start_matches(|c: char| c.is_ascii_digit());
        let Some(letter) = verb.chars().next() else {
            return Err("the format ends within a verb".to_owned());
        };
        let written = &behind[..behind.len() - verb.len() + letter.len_utf8()];
        match letter {
            '%' if written == "%" => {}
            letter if letter.is_ascii_alphabetic() => found.push(letter),
            _ => return Err(format!("logs have no verb `%{written}`")),
        }
        rest = &verb[letter.len_utf8()..];
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_of_formats() {
        assert_eq!(verbs("").unwrap(), []);
        assert_eq!(verbs("100%% of %d").unwrap(), ['d']);
        assert_eq!(verbs("%#08x%-5s% x").unwrap(), ['x', 's', 'x']);
        assert_eq!(
            verbs("open %").unwrap_err(),
            "the format ends within a verb"
        );
        assert_eq!(verbs("%5").unwrap_err(), "the format ends within a verb");
        assert_eq!(verbs("%.3d").unwrap_err(), "logs have no verb `%.`");
        assert_eq!(verbs("%*d").unwrap_err(), "logs have no verb `%*`");
        assert_eq!(verbs("%[1]d").unwrap_err(), "logs have no verb `%[`");
        assert_eq!(verbs("%5%").unwrap_err(), "logs have no verb `%5%`");
    }

    #[test]
    fn levels_are_ordered_and_named() {
        assert!(LogLevel::ALL.is_sorted());
        for level in LogLevel::ALL {
            assert_eq!(level.as_str().parse(), Ok(level));
        }
        assert_eq!("WARN".parse(), Ok(LogLevel::Warn));
        assert!("loud".parse::<LogLevel>().unwrap_err().contains("`loud`"));
    }
}
