//! Arguments that a helper cannot take: a map of another type, memory that is smaller than what the helper touches.

use super::{helper, known_map, place, room, within};
use crate::{
    Map, Topic,
    helpers::{Helper, Kind, Ret},
    llvm::{Module, Op, Value},
    map::{self, helpers_for, maps_for, type_name},
    passes::Cx,
};

pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>, call: Value<'_>) {
    let Some(helper) = helper(call) else {
        return;
    };
    let args = call.args();
    let map = map_of(cx, module, helper, &args).cloned();
    if let Some((message, help)) = map.as_ref().and_then(|map| unfit(helper, map)) {
        cx.error(Topic::MapHelper, place(call), message).help(help);
        return;
    }
    if let Some((message, help)) = foreign_timer(cx, module, helper, &args) {
        cx.error(Topic::HelperArguments, place(call), message)
            .help(help);
        return;
    }
    if let Some((message, help)) = local_object(module, helper, &args) {
        cx.error(Topic::HelperArguments, place(call), message)
            .help(help);
        return;
    }
    for (index, param) in helper.params.iter().enumerate() {
        let (Some(arg), Kind::Pointer { .. }) = (args.get(index), param.kind) else {
            continue;
        };
        if is_element(helper) && is_number(*arg) {
            cx.error(Topic::HelperArguments,
                place(call),
                format!(
                    "`{}` is given a number for the {}, and it reads one from the memory that it is given the address of",
                    helper.go_name(),
                    param.name
                ),
            )
            .help(format!(
                "keep it in a variable, and pass its address: `unsafe.Pointer(&{})`",
                param.name
            ));
            continue;
        }
        let wanted = wanted(helper, map.as_ref(), &args, index);
        let has = within(module, *arg).and_then(|(variable, offset)| {
            let room = room(module, variable)?;
            room.checked_sub(offset.try_into().ok()?)
        });
        let (Some((wanted, word)), Some(has)) = (wanted, has) else {
            continue;
        };
        if wanted > has {
            report(cx, call, helper, map.as_ref(), (index, word), (wanted, has));
        }
    }
}

fn report(
    cx: &mut Cx<'_>,
    call: Value<'_>,
    helper: &Helper,
    map: Option<&Map>,
    (index, word): (usize, &str),
    (wanted, has): (u64, u64),
) {
    let param = helper.params[index].name;
    let name = helper.go_name();
    let (topic, message, help) = match map.filter(|_| word != "size") {
        Some(map) => (
            Topic::MapElementSize,
            format!(
                "`{name}` reads {wanted} bytes for the {param} of map `{}`, and the variable has {has}",
                map.name
            ),
            format!(
                "make {word} of the map the size of the {param}'s type, or the other way round"
            ),
        ),
        None => (
            Topic::HelperArguments,
            format!(
                "`{name}` is to use {wanted} bytes of its argument `{param}`, and the variable has {has}"
            ),
            "pass the variable's own size, such as `uint32(unsafe.Sizeof(buf))`".to_owned(),
        ),
    };
    cx.error(topic, place(call), message).help(help);
}

/// Why a timer, or what is like it, cannot be set up: it is in a value of another map (`process_timer_func` in
/// kernel/bpf/verifier.c).
fn foreign_timer(
    cx: &Cx<'_>,
    module: &Module<'_>,
    helper: &Helper,
    args: &[Value<'_>],
) -> Option<(String, String)> {
    let [timer, given, ..] = args else {
        return None;
    };
    let given = known_map(cx, module, *given).filter(|_| helper.name == "bpf_timer_init")?;
    let (lookup, _) = within(module, *timer)?;
    let by = (lookup.op() == Op::Call).then(|| self::helper(lookup))??;
    let of = map_of(cx, module, by, &lookup.args())?;
    (of.name != given.name).then(|| {
        (
            format!(
                "`{}` is given a timer in a value of map `{}`, together with map `{}`",
                helper.go_name(),
                of.name,
                given.name
            ),
            format!(
                "a timer is set up with the map that it lies in, `{}`",
                of.name
            ),
        )
    })
}

/// Why a helper does not take a variable on the stack: locks and timers lie in maps, and what is given back was given before.
fn local_object(
    module: &Module<'_>,
    helper: &Helper,
    args: &[Value<'_>],
) -> Option<(String, String)> {
    let (what, help) = match helper.name {
        "bpf_spin_lock" | "bpf_spin_unlock" => (
            "a lock",
            "make it a field of a map's value, and lock that of what a lookup returns",
        ),
        "bpf_timer_init" | "bpf_timer_set_callback" | "bpf_timer_start" | "bpf_timer_cancel" => (
            "a timer",
            "make it a field of a map's value, and set up that of what a lookup returns",
        ),
        "bpf_ringbuf_submit" | "bpf_ringbuf_discard" => (
            "a record",
            "fill and submit the record that bpf_ringbuf_reserve returns; bpf_ringbuf_output sends a copy of a variable",
        ),
        "bpf_sk_release" => ("a socket", "give back what a lookup of a socket returned"),
        _ => return None,
    };
    let (variable, _) = within(module, *args.first()?)?;
    (variable.op() == Op::Alloca).then(|| {
        (
            format!(
                "`{}` is given {what} in a local variable, which is none for the kernel",
                helper.go_name()
            ),
            help.to_owned(),
        )
    })
}

/// How many bytes a helper touches behind an argument, and what says so.
fn wanted(
    helper: &Helper,
    map: Option<&Map>,
    args: &[Value<'_>],
    index: usize,
) -> Option<(u64, &'static str)> {
    match (map, helper.params.get(index)?.name) {
        (Some(map), "key") if is_element(helper) => Some((u64::from(map.key_size), "KeySize")),
        (Some(map), "value") if is_element(helper) => {
            Some((u64::from(map.value_size), "ValueSize"))
        }
        _ => size(helper, args, index).map(|size| (size, "size")),
    }
}

/// How many bytes a call of a helper touches behind each of its arguments, where that is known.
pub(in crate::passes) fn touched(
    cx: &Cx<'_>,
    module: &Module<'_>,
    call: Value<'_>,
) -> Vec<Option<u64>> {
    let Some(helper) = helper(call) else {
        return Vec::new();
    };
    let args = call.args();
    let map = map_of(cx, module, helper, &args);
    (0..args.len())
        .map(|index| wanted(helper, map, &args, index).map(|(size, _)| size))
        .collect()
}

/// The map that a helper works on.
fn map_of<'a>(
    cx: &'a Cx<'_>,
    module: &Module<'_>,
    helper: &Helper,
    args: &[Value<'_>],
) -> Option<&'a Map> {
    let mut params = helper.params.iter();
    let index = params.position(|param| param.kind == Kind::Map)?;
    known_map(cx, module, *args.get(index)?)
}

/// Whether an address is nil, a constant, or what a helper returned as a number.
fn is_number(address: Value<'_>) -> bool {
    if address.is_null() {
        return true;
    }
    let mut from = address.operand(0).filter(|_| address.op() == Op::IntToPtr);
    while let Some(value) = from
        && matches!(value.op(), Op::ZExt | Op::SExt | Op::Trunc)
    {
        from = value.operand(0);
    }
    from.is_some_and(|value| match value.op() {
        Op::Call => helper(value).is_some_and(|by| matches!(by.ret, Ret::Int { .. })),
        _ => value.as_u64().is_some(),
    })
}

/// Whether a helper handles the elements of any map by key and value.
fn is_element(helper: &Helper) -> bool {
    helper.name.starts_with("bpf_map_") && helper.name.ends_with("_elem")
}

/// The constant that says how large the memory behind an argument is: the verifier takes the number that follows it.
fn size(helper: &Helper, args: &[Value<'_>], index: usize) -> Option<u64> {
    let next = helper.params.get(index + 1)?;
    let is_size = matches!(next.kind, Kind::Int { .. })
        && ["size", "size_of_buf", "len"]
            .iter()
            .any(|word| next.name.ends_with(word));
    let number = is_size.then(|| args.get(index + 1)?.as_i64())??;
    u64::try_from(number).ok()
}

/// Why a helper does not take a map, and what to do.
fn unfit(helper: &Helper, map: &Map) -> Option<(String, String)> {
    let takes = maps_for(helper.name).filter(|types| !types.contains(&map.map_type));
    let taken = helpers_for(map.map_type).filter(|helpers| {
        // The other side decides on helpers that are no general ones.
        maps_for(helper.name).is_none() && is_element(helper) && !helpers.contains(&helper.name)
    });
    let kind = type_name(map.map_type)?;
    let message = format!(
        "`{}` does not take map `{}`, which is a {kind}",
        helper.go_name(),
        map.name
    );
    if let Some(types) = takes {
        let names: Vec<_> = types.iter().filter_map(|ty| type_name(*ty)).collect();
        return Some((message, format!("it takes {}", names.join(", "))));
    }
    let names: Vec<_> = taken?
        .iter()
        .filter_map(|name| crate::helpers::by_name(name))
        .map(|helper| format!("`{}`", helper.go_name()))
        .collect();
    let help = match names.as_slice() {
        [] => "only user space uses it".to_owned(),
        names if map::holds_maps(map.map_type) => {
            format!(
                "only {} works on it; the maps in it are set by user space",
                names.join(", ")
            )
        }
        names => format!("it is used with {}", names.join(", ")),
    };
    Some((message, help))
}
