//! Formats of the helpers that print, as the kernel reads them: `bpf_bprintf_prepare` in `kernel/bpf/helpers.c`.

use std::ops::Range;

use super::Helper;

/// The most values that a format prints (`MAX_BPRINTF_VARARGS` in `linux/bpf.h`).
pub const MOST_VALUES: usize = 12;

/// A verb: `%-16s`, `%5lld`, `%pI4`.
#[derive(Debug, PartialEq, Eq)]
pub struct Verb {
    /// Where it stands.
    pub at: Range<usize>,
    /// Where its flags and its width stand.
    pub width: Range<usize>,
    /// What follows them, without the `l` of numbers.
    pub conversion: String,
}

/// What a verb makes of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prints {
    /// Its digits, or the letter that it stands for.
    Number,
    /// The text at an address.
    Text,
    /// The address, or something that lies there.
    Address,
}

impl Verb {
    /// What it makes of its value; `None` for a verb that the kernel does not know.
    pub fn prints(&self) -> Option<Prints> {
        match self.conversion.as_str() {
            "d" | "i" | "u" | "x" | "X" | "c" => Some(Prints::Number),
            "s" | "pks" | "pus" => Some(Prints::Text),
            "p" | "pK" | "px" | "ps" | "pS" | "pB" | "pI4" | "pi4" | "pI6" | "pi6" => {
                Some(Prints::Address)
            }
            _ => None,
        }
    }

    /// The verb as it is written.
    pub fn text(&self, format: &[u8]) -> String {
        String::from_utf8_lossy(&format[self.at.clone()]).into_owned()
    }

    /// Whether a letter or a digit stands behind a text, where the kernel takes none.
    pub fn runs_on(&self, format: &[u8]) -> bool {
        let next = format.get(self.at.end);
        self.prints() == Some(Prints::Text) && next.is_some_and(u8::is_ascii_alphanumeric)
    }
}

/// The verbs of a format, up to its end or a zero byte.
pub fn verbs(format: &[u8]) -> Vec<Verb> {
    let end = format.iter().position(|byte| *byte == 0);
    let format = &format[..end.unwrap_or(format.len())];
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(percent) = format[at..].iter().position(|byte| *byte == b'%') {
        let start = at + percent;
        if format.get(start + 1) == Some(&b'%') {
            at = start + 2;
            continue;
        }
        let verb = verb(format, start);
        at = verb.at.end;
        found.push(verb);
    }
    found
}

/// The verb whose percent sign stands at `start`.
fn verb(format: &[u8], start: usize) -> Verb {
    let skip = |from: usize, is: fn(&u8) -> bool| {
        from + format[from..].iter().take_while(|byte| is(byte)).count()
    };
    let flags = skip(start + 1, |byte| b"0+- ".contains(byte));
    let width = skip(flags, u8::is_ascii_digit);
    let longs = skip(width, |byte| *byte == b'l').min(width + 2);
    let end = longs + conversion(&format[longs..]);
    Verb {
        at: start..end,
        width: start + 1..width,
        conversion: String::from_utf8_lossy(&format[longs..end]).into_owned(),
    }
}

/// How many bytes a conversion has.
fn conversion(rest: &[u8]) -> usize {
    let longer = match rest {
        [b'p', b'k' | b'u', b's', ..] | [b'p', b'i' | b'I', b'4' | b'6', ..] => 3,
        [b'p', letter, ..] if letter.is_ascii_alphanumeric() => 2,
        _ => 1,
    };
    longer.min(rest.len())
}

impl Helper {
    /// Which of its parameters is a format, and which that one's size.
    pub fn format(&self) -> Option<(usize, Option<usize>)> {
        let index = |name| self.params.iter().position(|param| param.name == name);
        Some((index("fmt")?, index("fmt_size")))
    }
}

#[cfg(test)]
mod tests {
    use super::{Prints, verbs};

    #[test]
    fn verbs_are_read_as_the_kernel_does() {
        let read = |format: &str| {
            let verbs = verbs(format.as_bytes()).into_iter();
            let shown = verbs.map(|verb| (verb.text(format.as_bytes()), verb.prints()));
            shown.collect::<Vec<_>>()
        };
        for (format, verb, prints) in [
            ("%d", "%d", Some(Prints::Number)),
            ("at %-08llx!", "%-08llx", Some(Prints::Number)),
            ("%lllu", "%lll", None),
            ("%c", "%c", Some(Prints::Number)),
            ("%-16s|", "%-16s", Some(Prints::Text)),
            ("%pks", "%pks", Some(Prints::Text)),
            ("%p", "%p", Some(Prints::Address)),
            ("%p, ", "%p", Some(Prints::Address)),
            ("%pI4:", "%pI4", Some(Prints::Address)),
            ("%pz", "%pz", None),
            ("%f", "%f", None),
            ("%.2f", "%.", None),
            ("%#x", "%#", None),
            ("%v", "%v", None),
            ("100 %", "%", None),
        ] {
            assert_eq!(read(format), [(verb.to_owned(), prints)], "{format}");
        }
        assert_eq!(
            read("%% and %d\0%s"),
            [("%d".to_owned(), Some(Prints::Number))]
        );
        assert_eq!(read("none"), []);
    }

    #[test]
    fn texts_end_before_letters() {
        let runs_on = |format: &[u8]| verbs(format)[0].runs_on(format);
        assert!(runs_on(b"%sx"));
        assert!(!runs_on(b"%s x") && !runs_on(b"%s") && !runs_on(b"%dx"));
    }
}
