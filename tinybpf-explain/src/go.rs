//! Just enough of Go to point at what a position means.

use std::ops::Range;

/// The bytes of a line that a column (from 1) of debug info points at: a call with its arguments for an opening parenthesis, an element with
/// its index for a bracket, an operand for `*`, else the name.
pub(crate) fn span(line: &str, column: u32) -> Option<Range<usize>> {
    let at = (column as usize).checked_sub(1)?;
    let rest = line.get(at..)?;
    let first = rest.chars().next()?;
    Some(match first {
        '(' | '[' => operand(line, at)..closing(line, at)?,
        '*' | '&' | '.' => at..name_end(line, at + 1),
        c if is_name(c) => at..name_end(line, at),
        _ => at..at + first.len_utf8(),
    })
}

/// The text of the expression at a column.
pub(crate) fn expression(line: &str, column: u32) -> Option<&str> {
    let text = line.get(span(line, column)?)?.trim();
    (text.len() > 1).then_some(text)
}

/// The variable that a line gives the value at a column: `p` of `p := f(x)`, also of `if p := f(x); p != nil {`.
pub(crate) fn variable(line: &str, column: u32) -> Option<&str> {
    let before = line.get(..span(line, column)?.start)?;
    let before = before.trim();
    let (names, _) = before
        .rsplit_once(":=")
        .or_else(|| before.rsplit_once(" = "))?;
    let value = before[names.len()..].trim_start_matches([':', '=', ' ']);
    // What is left of the value must be a conversion, such as `(*T)(`: otherwise the variable gets something else.
    let conversion = value.is_empty() || value.ends_with('(') && !value.contains([',', '+', '{']);
    let name = names.trim().rsplit([' ', '\t', ';']).next()?;
    let plain = !name.is_empty() && name != "_" && name.chars().all(is_name);
    (conversion && plain && !names.contains(',')).then_some(name)
}

/// The argument of a call at a column, from 1, if it is a call of what the kernel or the object calls `callee`: `data` of
/// `bpfRingbufOutput(events, unsafe.Pointer(data))`. Only such calls hand over what they are given, one in each register.
pub(crate) fn argument<'l>(
    line: &'l str,
    column: u32,
    callee: &str,
    number: usize,
) -> Option<&'l str> {
    let (name, arguments) = expression(line, column)?.split_once('(')?;
    let folded = |name: &str| name.replace('_', "").to_ascii_lowercase();
    let helper = || name.strip_prefix("bpfKfunc").or(name.strip_prefix("bpf"));
    let wanted = folded(callee);
    let same = folded(name) == wanted || helper().is_some_and(|name| folded(name) == wanted);
    let mut argument =
        same.then(|| nth(arguments.strip_suffix(')')?, number.checked_sub(1)?))??;
    for conversion in ["unsafe.Pointer(", "uintptr(", "uint64(", "uint32("] {
        let inner = argument
            .strip_prefix(conversion)
            .and_then(|inner| inner.strip_suffix(')'));
        argument = inner
            .filter(|inner| !inner.contains(['(', ')']))
            .unwrap_or(argument);
    }
    let plain = argument.chars().any(char::is_alphabetic) && argument.len() <= 40;
    plain.then_some(argument)
}

/// One of several expressions between commas.
fn nth(list: &str, number: usize) -> Option<&str> {
    let (mut depth, mut start, mut seen) = (0, 0, 0);
    for (index, c) in list.char_indices().chain([(list.len(), ',')]) {
        match c {
            '"' | '`' | '\'' => return None,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 && seen == number => return Some(list[start..index].trim()),
            ',' if depth == 0 => {
                seen += 1;
                start = index + 1;
            }
            _ => {}
        }
    }
    None
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Where a chain of names (`a.b.c`) that goes on at an index ends.
fn name_end(line: &str, at: usize) -> usize {
    let rest = line.get(at..).unwrap_or_default();
    let more = rest
        .find(|c: char| !is_name(c) && c != '.')
        .unwrap_or(rest.len());
    at + rest[..more].trim_end_matches('.').len()
}

/// Where what stands before a parenthesis or bracket begins: a chain of names, with type arguments.
fn operand(line: &str, at: usize) -> usize {
    let mut start = at;
    let mut depth = 0;
    for (index, c) in line[..at].char_indices().rev() {
        match c {
            ']' => depth += 1,
            '[' if depth > 0 => depth -= 1,
            _ if depth > 0 => {}
            c if is_name(c) || c == '.' => {}
            _ => break,
        }
        start = index;
    }
    start
}

/// The index after the parenthesis or bracket that closes the one at an index; the end of the line if it goes on below.
fn closing(line: &str, at: usize) -> Option<usize> {
    let mut depth = 0;
    let mut quoted = None;
    for (index, c) in line.get(at..)?.char_indices() {
        match (quoted, c) {
            (Some(quote), c) if c == quote => quoted = None,
            (Some(_), _) => {}
            (None, '"' | '`' | '\'') => quoted = Some(c),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + index + 1);
                }
            }
            _ => {}
        }
    }
    Some(line.trim_end().len().max(at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_column_points_at() {
        let line = "\tcount := flows.Lookup(&key)";
        let column = line.find('(').unwrap() as u32 + 1;
        assert_eq!(expression(line, column), Some("flows.Lookup(&key)"));
        assert_eq!(variable(line, column), Some("count"));
        let line = "\tp := (*uint64)(bpfMapLookupElem(m, unsafe.Pointer(&key)))";
        let column = line.find("Elem(").unwrap() as u32 + 5;
        assert_eq!(
            expression(line, column),
            Some("bpfMapLookupElem(m, unsafe.Pointer(&key))")
        );
        assert_eq!(variable(line, column), Some("p"));
        let line = "\tif eth := bpf.At[bpf.Ethernet](ctx, 0); eth != nil {";
        let column = line.find("(ctx").unwrap() as u32 + 1;
        assert_eq!(
            expression(line, column),
            Some("bpf.At[bpf.Ethernet](ctx, 0)")
        );
        assert_eq!(variable(line, column), Some("eth"));
        let line = "\tsum += table[i] + 1";
        assert_eq!(
            expression(line, line.find('[').unwrap() as u32 + 1),
            Some("table[i]")
        );
        assert_eq!(variable(line, line.find('[').unwrap() as u32 + 1), None);
        assert_eq!(variable("\ta, b := f()", 11), None);
    }

    #[test]
    fn arguments() {
        let line = "\tbpfRingbufOutput(unsafe.Pointer(&events), data, uint64(len(b)), 0)";
        let of = |callee, number| argument(line, 18, callee, number);
        assert_eq!(of("bpf_ringbuf_output", 1), Some("&events"));
        assert_eq!(of("bpf_ringbuf_output", 2), Some("data"));
        assert_eq!(of("bpf_ringbuf_output", 3), Some("uint64(len(b))"));
        assert_eq!(of("bpf_ringbuf_output", 4), None);
        assert_eq!(of("bpf_ringbuf_output", 5), None);
        assert_eq!(of("bpf_ringbuf_submit", 2), None);
        let line = "\tbpfKfuncBpfTaskAcquire(task)";
        assert_eq!(argument(line, 24, "bpf_task_acquire", 1), Some("task"));
        assert_eq!(argument("\tadd(c, 1)", 5, "add", 1), Some("c"));
    }

    #[test]
    fn no_column_of_any_line_is_too_much() {
        for line in [
            "",
            "\tä := ö(",
            "f(\"(\", `)`)",
            "]]][[[",
            "x)))",
            "*",
            "if é.ü[0] {",
        ] {
            for column in 0..40 {
                let _ = (
                    span(line, column),
                    expression(line, column),
                    variable(line, column),
                    argument(line, column, "f", 1),
                );
            }
        }
    }
}
