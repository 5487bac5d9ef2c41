//! What a position means in a source line: debug info and compilers name one letter of it, people want to see the word.

use std::ops::Range;

/// The bytes of a line that a column, from 1, stands for. With column 0, what the line declares.
pub(super) fn span(line: &str, column: u32) -> Range<usize> {
    let Some(at) = column.checked_sub(1) else {
        return declared(line);
    };
    let mut at = (at as usize).min(line.len());
    while !line.is_char_boundary(at) {
        at -= 1;
    }
    let rest = &line[at..];
    let Some(first) = rest.chars().next() else {
        return at..at;
    };
    let (before, whole) = (operand(&line[..at]), at + first.len_utf8());
    match first {
        // A call, an index, a literal of a type: what stands before.
        '(' | '{' if before < at => before..at,
        '[' => before..whole + rest.find(']').unwrap_or(0),
        '*' | '&' if begins_word(&rest[1..]) => at..at + 1 + chain(&rest[1..]),
        '"' | '`' => {
            let end = rest[1..].find(first);
            at..end.map_or(line.trim_end().len(), |end| at + end + 2)
        }
        _ if is_word(first) => at..at + word(rest),
        _ => {
            let operator = rest.find(|c: char| !"+-*/%=<>!&|^:".contains(c));
            at..at + operator.unwrap_or(rest.len()).max(first.len_utf8())
        }
    }
}

/// The name that a line declares: a function's, a method's, a variable's; else the line without the space around it.
fn declared(line: &str) -> Range<usize> {
    let start = line.len() - line.trim_start().len();
    let mut at = start;
    for keyword in ["func ", "var ", "type ", "const "] {
        if let Some(rest) = line[start..].strip_prefix(keyword) {
            at = line.len() - rest.trim_start().len();
        }
    }
    // A receiver.
    if line[at..].starts_with('(')
        && let Some(end) = line[at..].find(')')
    {
        let rest = &line[at + end + 1..];
        at = line.len() - rest.trim_start().len();
    }
    match word(&line[at..]) {
        0 => start..line.trim_end().len().max(start),
        len => at..at + len,
    }
}

/// Where the operand begins that a text ends with: `pkg.Table` of `x = pkg.Table`.
fn operand(text: &str) -> usize {
    let outside = text
        .char_indices()
        .rev()
        .find(|(_, c)| !is_word(*c) && *c != '.');
    outside.map_or(0, |(at, c)| at + c.len_utf8())
}

fn begins_word(text: &str) -> bool {
    text.chars().next().is_some_and(is_word)
}

/// The length of a name with selectors.
fn chain(text: &str) -> usize {
    text.find(|c: char| !is_word(c) && c != '.')
        .unwrap_or(text.len())
}

fn word(text: &str) -> usize {
    text.find(|c: char| !is_word(c)).unwrap_or(text.len())
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

#[cfg(test)]
mod tests {
    use super::span;

    #[test]
    fn words_under_columns() {
        let under = |line: &'static str, column| &line[span(line, column)];
        assert_eq!(under("\tn := bpfKtime()", 15), "bpfKtime");
        assert_eq!(under("\tx.y.Do(1)", 8), "x.y.Do");
        assert_eq!(under("\tgo worker(*ctx)", 2), "go");
        assert_eq!(under("\tctx[60] = 1", 5), "ctx[60]");
        assert_eq!(under("\t*a.b++", 2), "*a.b");
        assert_eq!(under("\trate *= 2", 7), "*=");
        assert_eq!(under("\ts := \"a b\"", 7), "\"a b\"");
        assert_eq!(under("\tz = größe + 1", 6), "größe");
        assert_eq!(under("\tlast = &event{1}", 9), "&event");
        assert_eq!(under("\treturn (1)", 9), "(");
        assert_eq!(under("short", 77), "");
        assert_eq!(under("", 1), "");
    }

    #[test]
    fn what_lines_declare() {
        let under = |line: &'static str| &line[span(line, 0)];
        assert_eq!(under("func prog(ctx *uint32) int32 {"), "prog");
        assert_eq!(under("func (s *stats) late(n int) {"), "late");
        assert_eq!(under("var counts = bpfMapDef{}"), "counts");
        assert_eq!(under("\tcounts = bpfMapDef{}"), "counts");
        assert_eq!(under("  }  "), "}");
        assert_eq!(under("func ("), "func (");
        assert_eq!(under(""), "");
    }
}
