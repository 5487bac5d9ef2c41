//! What makes a value of one type into one of another, where Go asks for it.

const INTEGERS: [&str; 12] = [
    "byte", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32",
    "uint64", "uintptr",
];

/// The conversion that is missing.
pub(super) fn help(message: &str) -> Option<String> {
    of_value(message).or_else(|| of_address(message))
}

/// `cannot use off (variable of type uint32) as uintptr value in argument to bpf.At[byte]`
fn of_value(message: &str) -> Option<String> {
    let rest = message.strip_prefix("cannot use ")?;
    let (value, rest) = rest.split_once(" (")?;
    let (what, rest) = rest.split_once(") as ")?;
    let to = rest.split_once(" value in ")?.0;
    // `variable of type uint32`, `variable of uint32 type bpf.Be32`
    let from = what.rsplit_once("type ")?.1;
    let bits = |ty: &str| ty.strip_prefix("bpf.Be")?.parse::<u32>().ok();
    if is_integer(from) && is_integer(to) {
        return Some(format!("write `{to}({value})`"));
    }
    if let Some(bits) = bits(from).filter(|_| is_integer(to)) {
        let number = format!("{value}.Host()");
        let number = match to == format!("uint{bits}") {
            true => number,
            false => format!("{to}({number})"),
        };
        return Some(format!(
            "`{number}` is the number, in the byte order of this machine"
        ));
    }
    if let Some(bits) = bits(to).filter(|_| is_integer(from)) {
        let number = match from == format!("uint{bits}") {
            true => value.to_owned(),
            false => format!("uint{bits}({value})"),
        };
        return Some(format!(
            "`bpf.ToBe{bits}({number})` puts it into network byte order"
        ));
    }
    if to == "unsafe.Pointer" {
        let address = match from {
            "uintptr" => value.to_owned(),
            _ if is_integer(from) => format!("uintptr({value})"),
            _ if from.starts_with('*') => value.to_owned(),
            _ => return None,
        };
        return Some(format!("write `unsafe.Pointer({address})`"));
    }
    None
}

/// `in call to bpf.ProbeReadUser, type uintptr of argv does not match inferred type *uint64 for *T`
fn of_address(message: &str) -> Option<String> {
    let (_, rest) = message
        .split_once("in call to bpf.")?
        .1
        .split_once(", type ")?;
    let (value, rest) = rest.split_once(" does not match inferred type *")?;
    let (from, value) = value.split_once(" of ")?;
    let (to, _) = rest.split_once(" for ")?;
    let value = match from {
        "uint64" => value.to_owned(),
        _ => format!("uint64({value})"),
    };
    is_integer(from).then(|| format!("`bpf.Pointer[{to}]({value})` makes a pointer of an address"))
}

fn is_integer(ty: &str) -> bool {
    INTEGERS.contains(&ty)
}
