//! What may follow a section's name and its slash: the rules of libbpf's `attach_*` functions (`src/libbpf.c`), which aya's users
//! follow with what they hand to `attach`.

use super::{Known, example};
use crate::{kernel, suggest::closest};

/// What is wrong with a target, and what it should be.
pub(super) struct Wrong {
    pub(super) why: &'static str,
    /// The whole section as it may have been meant.
    pub(super) write: String,
}

/// Looks at the form of a target; whether there is such a thing shows when the program is attached.
pub(super) fn check(known: &Known, target: &str) -> Result<(), Wrong> {
    let found = match known.name {
        "kprobe" => function(target, true),
        "kretprobe" => function(target, false),
        "kprobe.multi" | "kretprobe.multi" | "kprobe.session" => pattern(target),
        "uprobe" | "uprobe.s" => of_file(target, true),
        "uretprobe" | "uretprobe.s" => of_file(target, false),
        "usdt" | "usdt.s" => usdt(target),
        "ksyscall" | "kretsyscall" => system_call(target),
        "tracepoint" | "tracepoint.s" | "tp" | "tp.s" => tracepoint(target),
        "iter" | "iter.s" => iterator(target),
        "freplace" | "lsm" | "lsm.s" | "lsm_cgroup" => name(target, "is no name of a C function"),
        name if name.starts_with("raw_t") || name.starts_with("tp_btf") => raw_tracepoint(target),
        // Several functions of a program: `uprobe.multi` and `uprobe.session`.
        name if name.starts_with("ur") || name.starts_with("up") => of_file(target, true),
        name if name.contains(".multi") => pattern(target),
        // fentry, fexit, fmod_ret and fsession, of the kernel or of a module.
        name if name.starts_with('f') => traced(target),
        _ => Ok(()),
    };
    found.map_err(|(why, better)| {
        let better = better.unwrap_or_else(|| example(known.name).to_owned());
        let write = format!("{}/{better}", known.name);
        Wrong { why, write }
    })
}

/// Why not, and the target that may have been meant.
type Found = Result<(), (&'static str, Option<String>)>;

fn is_name(text: &str) -> bool {
    let mut chars = text.chars();
    !text.is_empty() && chars.all(|c| c.is_ascii_alphanumeric() || "_.$".contains(c))
}

/// The longest part that is a name: `do_unlinkat` of `do_unlinkat()`.
fn name_in(text: &str) -> Option<String> {
    let parts = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.'));
    let longest = parts.max_by_key(|part| part.len())?;
    (!longest.is_empty()).then(|| longest.to_owned())
}

fn name(target: &str, why: &'static str) -> Found {
    if is_name(target) {
        Ok(())
    } else {
        Err((why, name_in(target)))
    }
}

/// `do_unlinkat+0x10`
fn function(target: &str, takes_offset: bool) -> Found {
    let Some((function, offset)) = target.split_once('+') else {
        return name(target, "is no name of a C function");
    };
    name(function, "is no name of a C function")?;
    if !takes_offset {
        let why = "has an offset, and functions return at their end";
        return Err((why, Some(function.to_owned())));
    }
    if is_number(offset) {
        Ok(())
    } else {
        let why = "has an offset that is no number";
        Err((why, Some(format!("{function}+0x10"))))
    }
}

fn is_number(text: &str) -> bool {
    match text.strip_prefix("0x") {
        Some(digits) => u64::from_str_radix(digits, 16).is_ok(),
        None => text.parse::<u64>().is_ok(),
    }
}

/// `tcp_*`
fn pattern(target: &str) -> Found {
    let mut chars = target.chars();
    if chars.all(|c| c.is_ascii_alphanumeric() || "_.*?".contains(c)) {
        Ok(())
    } else {
        let why = "is no pattern of function names, in which `*` and `?` stand for others";
        Err((why, name_in(target)))
    }
}

/// `/bin/sh:main+0x10` or `libc.so.6:malloc`
fn of_file(target: &str, takes_offset: bool) -> Found {
    let Some((file, function)) = target.split_once(':').filter(|(_, f)| !f.is_empty()) else {
        let file = target.trim_end_matches(':');
        // `bin/sh` without its slash, as `uprobe/bin/sh` looks as if it had one.
        let slash = if file.contains('/') && !file.starts_with('/') {
            "/"
        } else {
            ""
        };
        return Err((
            "names a file and no function in it",
            Some(format!("{slash}{file}:main")),
        ));
    };
    if file.is_empty() {
        let why = "names no file";
        return Err((why, Some(format!("/proc/self/exe:{function}"))));
    }
    if file.contains('/') && !file.starts_with('/') {
        let why = "names a file without its first slash";
        return Err((why, Some(format!("/{file}:{function}"))));
    }
    match function.rsplit_once('+') {
        Some((name, offset)) if is_number(offset) && !takes_offset => {
            let why = "has an offset, and functions return at their end";
            Err((why, Some(format!("{file}:{name}"))))
        }
        _ => Ok(()),
    }
}

/// `/usr/bin/python3:python:function__entry`
fn usdt(target: &str) -> Found {
    let parts: Vec<_> = target.split(':').collect();
    let why = "is not FILE:PROVIDER:NAME";
    match parts[..] {
        [file, provider, name] if ![file, provider, name].contains(&"") => {
            if file.contains('/') && !file.starts_with('/') {
                let why = "names a file without its first slash";
                return Err((why, Some(format!("/{target}"))));
            }
            Ok(())
        }
        [file, provider, ..] if !file.is_empty() && !provider.is_empty() => {
            Err((why, Some(format!("{file}:{provider}:NAME"))))
        }
        [file, ..] if !file.is_empty() => Err((why, Some(format!("{file}:PROVIDER:NAME")))),
        _ => Err((why, None)),
    }
}

/// `openat`
fn system_call(target: &str) -> Found {
    name(target, "is no name of a system call")?;
    for prefix in ["__x64_sys_", "__arm64_sys_", "__se_sys_", "sys_"] {
        if let Some(call) = target.strip_prefix(prefix) {
            let why = "is the name of a function of the kernel, and here stands that of the call";
            return Err((why, Some(call.to_owned())));
        }
    }
    Ok(())
}

/// `syscalls/sys_enter_openat`
fn tracepoint(target: &str) -> Found {
    let why = "is not CATEGORY/NAME, as in the folder `events` of tracefs";
    match target.split_once(['/', ':']) {
        Some((category, name)) if target.contains('/') && is_name(category) && is_name(name) => {
            Ok(())
        }
        Some((category, name)) if is_name(category) && is_name(name) => {
            Err((why, Some(format!("{category}/{name}"))))
        }
        None if target.starts_with("sys_") => Err((why, Some(format!("syscalls/{target}")))),
        None if is_name(target) => Err((why, Some(format!("CATEGORY/{target}")))),
        _ => Err((why, None)),
    }
}

/// `sched_switch`
fn raw_tracepoint(target: &str) -> Found {
    if let Some((_, name)) = target
        .split_once(['/', ':'])
        .filter(|(_, name)| is_name(name))
    {
        let why = "has a category, and such a tracepoint is called by its name alone";
        return Err((why, Some(name.to_owned())));
    }
    name(target, "is no name of a tracepoint")
}

/// `vfs_read` or `xfs:xfs_file_open`
fn traced(target: &str) -> Found {
    let (module, function) = target.split_once(':').unwrap_or(("vmlinux", target));
    if is_name(module) && is_name(function) {
        return Ok(());
    }
    let why = "is no name of a C function, alone or after that of its module and a colon";
    Err((why, name_in(function)))
}

/// What a kernel can be gone through by; one that is not known may be a newer kernel's, unless it looks like a mistake.
fn iterator(target: &str) -> Found {
    name(target, "is nothing that an iterator goes through")?;
    let known = || kernel::ITERATORS.iter().map(|(name, _)| *name);
    if known().any(|name| name == target) {
        return Ok(());
    }
    let bare = target.trim_start_matches("bpf_iter__");
    let near = known().find(|name| *name == bare);
    match near.or_else(|| closest(target, known()).first().copied()) {
        Some(near) => Err((
            "is nothing that an iterator goes through",
            Some(near.to_owned()),
        )),
        None => Ok(()),
    }
}
