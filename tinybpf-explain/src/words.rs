//! States and origins of registers in words.

use tinybpf_object::{kernel, section::Context};

use crate::{
    go,
    image::{GoLine, Image},
    log::Log,
    trace::Origin,
};

/// What the verifier prints of a register, such as `pkt(off=14,r=34)`, in words; empty for what has none here.
pub(crate) fn state(state: &str) -> String {
    let (kind, rest) = state.split_once('(').unwrap_or((state, ""));
    let field = |name: &str| value(rest, name);
    let number = |name: &str| {
        field(name)
            .and_then(|value| value.parse::<i64>().ok())
            .filter(|n| *n != 0)
    };
    let offset = number("off").or_else(|| number("imm"));
    let behind = offset.map_or_else(String::new, |offset| {
        format!(", {offset} bytes behind its start")
    });
    let map = match (field("map"), field("vs")) {
        (Some(name), Some(size)) => format!(" of map `{name}`, which has {size} bytes"),
        (None, Some(size)) => format!(" of a map, which has {size} bytes"),
        _ => " of a map".to_owned(),
    };
    let nullable = kind.ends_with("_or_null");
    let nil = if nullable { ", or nil" } else { "" };
    let base = kind
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .trim_end_matches("_or_null");
    let base = ["untrusted_", "trusted_", "rcu_", "ptr_"]
        .iter()
        .fold(base, |base, flag| base.strip_prefix(flag).unwrap_or(base));
    match base {
        "ctx" => format!("the context{behind}"),
        "pkt" | "pkt_meta" => {
            let checked = field("r").and_then(|r| r.parse::<u64>().ok()).unwrap_or(0);
            let variable =
                field("var_off").map_or("", |_| ", and a number that is known at run time only");
            format!(
                "a pointer into the packet{behind}{variable}; {checked} bytes from its start are known to be there"
            )
        }
        "pkt_end" => "the end of the packet".to_owned(),
        "map_value" => format!("a pointer to a value{map}{behind}{nil}"),
        "map_key" => format!("a pointer to a key of a map{behind}"),
        "map_ptr" => "a map".to_owned(),
        "mem" | "ringbuf_mem" | "alloc_mem" | "rdonly_mem" | "rdonly_buf" | "rdwr_buf" => {
            let size = field("sz").or_else(|| field("mem_size"));
            let size = size.map_or_else(String::new, |size| format!(" of {size} bytes"));
            format!("a pointer to memory{size}{behind}{nil}")
        }
        "sock" | "sock_common" | "tcp_sock" => format!("a pointer to a socket{behind}{nil}"),
        "fp" => String::new(),
        "inv" | "scalar" => numbers(rest),
        _ if base.starts_with("inv")
            || (!base.is_empty()
                && base
                    .bytes()
                    .all(|b| b.is_ascii_hexdigit() || b == b'-' || b == b'x')) =>
        {
            format!("the number {}", base.trim_start_matches("inv"))
        }
        _ if kind.starts_with("ptr_")
            || kind.starts_with("trusted_ptr_")
            || kind.starts_with("untrusted_ptr_")
            || kind.starts_with("rcu_ptr_") =>
        {
            format!("a pointer to the kernel's `{base}`{behind}{nil}")
        }
        _ if nullable => "a pointer, or nil".to_owned(),
        _ => String::new(),
    }
}

/// The bounds of a number.
fn numbers(rest: &str) -> String {
    let field = |names: [&str; 2]| names.iter().find_map(|name| value(rest, name));
    let small = field(["smin", "smin_value"]);
    let large = field(["umax", "umax_value"]).or_else(|| field(["smax", "smax_value"]));
    let least = field(["umin", "umin_value"]).or(small);
    match (least, large) {
        (Some(least), Some(most)) => format!("a number from {least} to {most}"),
        (None, Some(most)) => format!("a number from 0 to {most}"),
        (Some(least), None) => format!("a number of at least {least}"),
        (None, None) => "a number that can be anything".to_owned(),
    }
}

/// The value of a field in `off=14,r=34,smin=smin32=0)`: several names may share one.
fn value<'s>(fields: &'s str, name: &str) -> Option<&'s str> {
    fields.split([',', '(', ')']).find_map(|field| {
        let (names, value) = field.rsplit_once('=')?;
        names.split('=').any(|one| one == name).then_some(value)
    })
}

/// Writes where values come from.
pub(crate) struct Teller<'i, 'a> {
    pub(crate) image: &'i Image<'a>,
    pub(crate) log: &'i Log<'a>,
}

/// How deep an explanation goes.
const DEPTH: usize = 3;

impl Teller<'_, '_> {
    /// An origin in words; empty if it is not known.
    pub(crate) fn origin(&self, origin: &Origin<'_>) -> String {
        self.tell(origin, DEPTH).unwrap_or_default()
    }

    fn tell(&self, origin: &Origin<'_>, depth: usize) -> Option<String> {
        let deeper = |origin: &Origin<'_>| self.tell(origin, depth.checked_sub(1)?);
        Some(match origin {
            Origin::Result { name, visit } => self.result(name, *visit),
            Origin::Context => "the program's context".to_owned(),
            Origin::Parameter { function, number } => self.parameter(*function, *number),
            Origin::Callback {
                helper,
                number,
                function,
            } => {
                format!(
                    "{}, which `{helper}` hands over",
                    self.parameter(*function, *number)
                )
            }
            Origin::Symbol { name, offset } => symbol(name, *offset),
            Origin::Stack { offset } => {
                let size = offset.unsigned_abs();
                format!("the address of a variable on the stack, {size} bytes below its top")
            }
            Origin::Constant(0) => "nil or 0".to_owned(),
            Origin::Constant(number) => format!("the constant {number}"),
            Origin::Loaded {
                from,
                offset,
                size,
                visit,
            } => return self.loaded(from, *offset, *size, *visit, depth),
            Origin::Moved { base, by: 0, .. } => return deeper(base),
            Origin::Moved { base, by, visit } => match self.variable(*visit) {
                Some((name, place)) => format!("`{name}` ({place})"),
                None => format!("{}, moved by {by} bytes", deeper(base)?),
            },
            Origin::Computed { left, right, visit } => {
                match (self.variable(*visit), deeper(left), deeper(right)) {
                    (Some((name, place)), ..) => format!("`{name}` ({place})"),
                    (None, Some(left), Some(right)) => {
                        format!("computed at {} of {left}, and {right}", self.place(*visit)?)
                    }
                    _ => format!("computed at {}", self.place(*visit)?),
                }
            }
            Origin::Changed { from, visit } => match deeper(from) {
                Some(from) => format!("computed at {} of {from}", self.place(*visit)?),
                None => format!("computed at {}", self.place(*visit)?),
            },
            Origin::Forgotten { visit } => format!(
                "no value any more after the call at {}",
                self.place(*visit)?
            ),
            Origin::Unknown => return None,
        })
    }

    fn line(&self, visit: usize) -> Option<GoLine<'_>> {
        self.image.line(self.log.path.get(visit)?.index)
    }

    /// Where a visited instruction comes from, such as `main.go:12`.
    fn place(&self, visit: usize) -> Option<String> {
        Some(self.line(visit)?.place())
    }

    /// The variable that a line sets to what one of its instructions computes, and the place.
    fn variable(&self, visit: usize) -> Option<(String, String)> {
        let line = self.line(visit)?;
        let (name, value) = line.text.split_once(":=")?;
        let name = name.trim();
        let plain = |c: char| c.is_alphanumeric() || c == '_';
        let whole = !name.is_empty() && name.chars().all(plain) && !value.contains('{');
        whole.then(|| {
            (
                format!(
                    "{name} := {}",
                    value.trim().split(" //").next().unwrap_or_default().trim()
                ),
                line.place(),
            )
        })
    }

    fn result(&self, name: &str, visit: usize) -> String {
        let Some(line) = self.line(visit) else {
            return format!("the result of `{name}`");
        };
        let place = line.place();
        let call = go::expression(line.text, line.column).filter(|text| text.contains('('));
        let result = match call {
            Some(call) => format!("the result of `{call}` at {place}"),
            None => format!("the result of `{name}` at {place}"),
        };
        match go::variable(line.text, line.column) {
            Some(variable) => format!("`{variable}`, {result}"),
            None => result,
        }
    }

    fn parameter(&self, function: usize, number: usize) -> String {
        let name = self.image.functions[function].name;
        match self.image.parameter(function, number) {
            Some(parameter) => format!("the parameter `{parameter}` of `{name}`"),
            None => format!(
                "the {} parameter of `{name}`",
                ORDINALS.get(number).unwrap_or(&"last")
            ),
        }
    }

    /// What was read, in terms of what is known of the memory.
    fn loaded(
        &self,
        from: &Origin<'_>,
        offset: i64,
        size: u8,
        visit: usize,
        depth: usize,
    ) -> Option<String> {
        let place = self
            .place(visit)
            .map_or_else(String::new, |place| format!(" at {place}"));
        let (from, offset) = match from {
            Origin::Moved { base, by, .. } => (&**base, offset.wrapping_add(*by)),
            from => (from, offset),
        };
        if *from == Origin::Context {
            let field = self.field(offset).unwrap_or_else(|| {
                format!(
                    "bytes {offset} to {} of the context",
                    offset + i64::from(size)
                )
            });
            return Some(format!("{field}, read{place}"));
        }
        if let Origin::Symbol { name, offset: base } = from {
            return Some(format!(
                "what is in {}, read{place}",
                symbol(name, base.wrapping_add(offset))
            ));
        }
        let from = self.tell(from, depth.checked_sub(1)?)?;
        Some(match offset {
            0 => format!("what was read{place} through {from}"),
            _ => format!("what was read{place}, {offset} bytes behind {from}"),
        })
    }

    /// A field of the context.
    fn field(&self, offset: i64) -> Option<String> {
        match self.image.section()?.known.context {
            Context::Struct("bpf_raw_tracepoint_args") => argument(offset),
            Context::Struct(name) => {
                let context = kernel::context(name)?;
                let offset = u32::try_from(offset).ok()?;
                let field = context
                    .fields
                    .iter()
                    .rev()
                    .find(|field| field.offset <= offset)?;
                Some(format!("the field `{}` of the context", field.name))
            }
            Context::Arguments => argument(offset),
            _ => None,
        }
    }
}

/// For the parameters of functions, of which programs have up to five, and kernel functions twelve.
const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

/// An argument of what is traced, of which each has 64 bits in the context.
fn argument(offset: i64) -> Option<String> {
    let number = usize::try_from(offset / 8)
        .ok()
        .filter(|_| offset % 8 == 0)?;
    Some(format!(
        "the {} argument in the context",
        ORDINALS.get(number)?
    ))
}

fn symbol(name: &str, offset: i64) -> String {
    match (name.starts_with('.'), offset) {
        (true, 0) => format!("the variables in `{name}`"),
        (true, _) => format!("the variables in `{name}`, {offset} bytes behind their start"),
        (false, 0) => format!("`{name}`"),
        (false, _) => format!("`{name}`, {offset} bytes behind its start"),
    }
}
