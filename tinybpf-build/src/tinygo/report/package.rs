//! What to say beside Go's words on a wrong use of the Go package `bpf`.

use tinybpf_core::suggest;

use crate::library::{Declaration, declarations};

/// More names than this are not read.
const MOST_NAMES: usize = 12;

/// What helps with a message about a name, a member or a function of the package.
pub(super) fn help(message: &str) -> Option<String> {
    unknown_name(message)
        .or_else(|| unknown_member(message))
        .or_else(|| used_as_gos_maps(message))
        .or_else(|| wrong_argument(message))
}

/// `undefined: bpf.XdpPas`
fn unknown_name(message: &str) -> Option<String> {
    let name = message.strip_prefix("undefined: bpf.")?;
    let mut names: Vec<_> = declarations()
        .iter()
        .filter(|declaration| declaration.of.is_none())
        .map(|declaration| declaration.name)
        .collect();
    names.sort_unstable();
    names.dedup();
    let mut near = suggest::closest(name, names.iter().copied());
    if near.is_empty() {
        // `MapNoExist` for `NoExist`
        let longest = names.iter().filter(|known| name.ends_with(**known));
        near.extend(longest.max_by_key(|known| known.len()));
    }
    Some(match did_you_mean(&near, "bpf.") {
        Some(question) => question,
        None => "`go doc github.com/tinybpf/bpf`, run beside go.mod, lists what the package has"
            .to_owned(),
    })
}

/// `stats.Get undefined (type bpf.HashMap[uint32, uint64] has no field or method Get)`
fn unknown_member(message: &str) -> Option<String> {
    let (_, rest) = message.split_once(" undefined (type ")?;
    let rest = rest.trim_start_matches('*').strip_prefix("bpf.")?;
    let (ty, name) = rest.split_once(" has no field or method ")?;
    // Otherwise Go itself says which it has.
    let name = name.strip_suffix(')').filter(|name| !name.contains(','))?;
    let ty = ty.split('[').next()?;
    let all = declarations();
    let members: Vec<_> = all.iter().filter(|d| d.of == Some(ty)).collect();
    let names: Vec<_> = members.iter().map(|member| member.name).collect();
    if let Some(question) = did_you_mean(&suggest::closest(name, names), "") {
        return Some(question);
    }
    // The fields of a map describe it, and programs use its methods.
    let is_map = members.iter().any(|member| member.name == "MaxEntries");
    let usable = members.into_iter().filter(|d| d.is_func() || !is_map);
    let usable: Vec<_> = usable.collect();
    if !usable.is_empty() {
        return Some(format!("`bpf.{ty}` has {}", list(&usable, "")));
    }
    let takes = |d: &&Declaration| {
        let mut words = d.line.split(|c: char| !c.is_alphanumeric());
        d.of.is_none() && d.is_func() && words.any(|word| word == ty)
    };
    let functions: Vec<_> = all.iter().filter(takes).collect();
    (!functions.is_empty())
        .then(|| format!("`bpf.{ty}` is an argument of {}", list(&functions, "bpf.")))
}

/// `cannot use off (variable of type uint32) as uintptr value in argument to bpf.At[byte]`, `in call to bpf.ProbeReadUser, type …`
fn wrong_argument(message: &str) -> Option<String> {
    let places = ["in argument to bpf.", "in call to bpf."];
    let mut after = places.iter().filter_map(|place| message.split_once(place));
    let (_, rest) = after.next()?;
    let name = rest.split(|c: char| !c.is_alphanumeric()).next()?;
    let all = declarations();
    let function = all.iter().find(|d| d.of.is_none() && d.name == name)?;
    Some(format!("declared as `{}`", function.line))
}

/// Maps that are used as Go's maps are, or given values where they take addresses.
fn used_as_gos_maps(message: &str) -> Option<String> {
    const TYPE: &str = " type bpf.";
    let first = |text: &str| text.split([' ', '[']).next().unwrap_or_default().to_owned();
    if let Some(rest) = message.strip_prefix("cannot range over ")
        && rest.contains(TYPE)
    {
        let map = first(rest);
        return Some(format!(
            "`bpf.ForEach(&{map}, …)` calls a function with each key and value"
        ));
    }
    if let Some(rest) = message.strip_prefix("cannot index ")
        && rest.contains(TYPE)
    {
        let map = first(rest);
        return Some(format!(
            "`if value := {map}.Lookup(&key); value != nil {{ … *value … }}` reads and changes what is there, `{map}.Update(&key, &value, bpf.Any)` adds it"
        ));
    }
    let (_, rest) = message.split_once(" as *")?;
    let (ty, call) = rest.split_once(" value in argument to ")?;
    let method = call.rsplit('.').next()?;
    let takes = [
        "Lookup",
        "Update",
        "Delete",
        "LookupOrInit",
        "Push",
        "Add",
        "Has",
        "Output",
    ];
    takes.contains(&method).then(|| {
        format!(
            "keys and values are given by their addresses: `var v {ty} = …`, and `&v` in the call"
        )
    })
}

/// `did you mean `bpf.A` or `bpf.B`?`
fn did_you_mean(names: &[&str], prefix: &str) -> Option<String> {
    let names: Vec<_> = names
        .iter()
        .map(|name| format!("`{prefix}{name}`"))
        .collect();
    Some(match names.split_last()? {
        (last, []) => format!("did you mean {last}?"),
        (last, others) => format!("did you mean {} or {last}?", others.join(", ")),
    })
}

fn list(declarations: &[&Declaration], prefix: &str) -> String {
    let mut names: Vec<_> = declarations
        .iter()
        .map(|d| format!("`{prefix}{}`", d.name))
        .collect();
    if names.len() > MOST_NAMES {
        names.truncate(MOST_NAMES);
        names.push("…".to_owned());
    }
    names.join(", ")
}
