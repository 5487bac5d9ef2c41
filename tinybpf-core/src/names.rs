//! Go names as C names: what loaders look programs, maps and variables up by, and what BTF may hold.
//!
//! The kernel takes only C identifiers for types, functions and variables (`btf_name_valid_identifier` in
//! `kernel/bpf/btf.c`), and Go's linker names hold package paths, brackets and stars.

/// The import path of the Go package for BPF programs, which comes with `tinybpf-build`.
pub const LIBRARY: &str = "github.com/tinybpf/bpf";

/// The C name of a Go name: package `main` is left out, of another package the last element of its path stays.
///
/// `main.limit` → `limit`, `example.com/probe/flow.Table` → `flow_Table`, `(*main.Table).Get` → `Table_Get`,
/// `main.lookup$1` → `lookup_1`, `main.Pair[int,main.Key]` → `Pair_int_Key`.
pub(crate) fn c_name(go_name: &str) -> String {
    let mut name = String::new();
    for word in
        go_name.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '/' | '-')))
    {
        let local = word.rsplit('/').next().unwrap_or_default();
        let local = local
            .strip_prefix("main.")
            .unwrap_or(local)
            .trim_matches('.');
        if local.is_empty() {
            continue;
        }
        if !name.is_empty() {
            name.push('_');
        }
        name.extend(
            local
                .chars()
                .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }),
        );
    }
    if name.starts_with(|c: char| c.is_ascii_digit()) || name.is_empty() {
        name.insert(0, '_');
    }
    name
}

/// A Go name without its package: `example.com/probe/flow.Table` → `Table`, `main.Pair[int,main.Key]` → `Pair[int,main.Key]`.
pub(crate) fn local_name(go_name: &str) -> &str {
    let plain = go_name.split('[').next().unwrap_or_default();
    let package = plain.rfind('/').map_or(0, |slash| slash + 1);
    let start = plain[package..]
        .find('.')
        .map_or(0, |dot| package + dot + 1);
    &go_name[start..]
}

/// The path of the package that a Go name is in: `(*example.com/probe/flow.Table).Get` → `example.com/probe/flow`,
/// `slices.Sort[[]main.T]` → `slices`; none for what is of no package, such as `string`.
pub(crate) fn package(go_name: &str) -> Option<&str> {
    let name = go_name.trim_start_matches(['(', '*']);
    let name = &name[..name.find(['[', '{', '$', ':']).unwrap_or(name.len())];
    let last = name.rfind('/').map_or(0, |slash| slash + 1);
    let dot = last + name[last..].find('.')?;
    Some(&name[..dot])
}

/// What follows the prefix in the Go name of a CO-RE view of a kernel type: `main.bpfCoreTaskStruct` → `TaskStruct`. A type that
/// other packages use is exported, `kern.BpfCoreTaskStruct`.
pub(crate) fn core_name(go_name: &str) -> Option<&str> {
    let local = local_name(go_name);
    let name = local
        .strip_prefix("bpfCore")
        .or_else(|| local.strip_prefix("BpfCore"))?;
    (!name.is_empty()).then_some(name)
}

/// A name of the kernel's, as Go code spells it: `TaskStruct` → `task_struct`, `LoginUid` → `login_uid`, `PID` → `pid`,
/// `MMFlags` → `mm_flags`, `In6Addr` → `in6_addr`. A name in the kernel's own spelling stays as it is.
///
/// What follows three underscores is a flavour and stays: `TaskStruct___v2` → `task_struct___v2`.
pub(crate) fn kernel_name(go_name: &str) -> String {
    let (name, flavour) = go_name
        .find("___")
        .map_or((go_name, ""), |at| go_name.split_at(at));
    let letters: Vec<char> = name.chars().collect();
    let mut kernel = String::new();
    for (i, &letter) in letters.iter().enumerate() {
        let before = i.checked_sub(1).map(|i| letters[i]);
        let after = letters.get(i + 1);
        // A word starts where capitals do, and with the last of several capitals: `MM` and `Flags` in `MMFlags`.
        let starts = before.is_some_and(|before| {
            before != '_'
                && (!before.is_ascii_uppercase() || after.is_some_and(char::is_ascii_lowercase))
        });
        if letter.is_ascii_uppercase() && starts {
            kernel.push('_');
        }
        kernel.push(letter.to_ascii_lowercase());
    }
    kernel + flavour
}

#[cfg(test)]
mod tests {
    use super::{c_name, core_name, kernel_name, local_name, package};

    #[test]
    fn kernel_names() {
        for (go, kernel) in [
            ("TaskStruct", "task_struct"),
            ("Tgid", "tgid"),
            ("LoginUid", "login_uid"),
            ("PID", "pid"),
            ("MMFlags", "mm_flags"),
            ("In6Addr", "in6_addr"),
            ("SkV6Daddr", "sk_v6_daddr"),
            ("skc_daddr", "skc_daddr"),
            ("Skc_daddr", "skc_daddr"),
            ("__state", "__state"),
            ("State___old", "state___old"),
        ] {
            assert_eq!(kernel_name(go), kernel, "{go}");
        }
        for (go, name) in [
            ("main.bpfCoreTaskStruct___v2", Some("TaskStruct___v2")),
            ("example.com/probe/kern.BpfCoreSock", Some("Sock")),
            ("bpfCoreSock", Some("Sock")),
            ("main.bpfCore", None),
            ("main.taskStruct", None),
        ] {
            assert_eq!(core_name(go), name, "{go}");
        }
    }

    #[test]
    fn go_names_have_a_package() {
        for (go, path, local) in [
            ("main.limit", Some("main"), "limit"),
            (
                "example.com/probe/flow.Table",
                Some("example.com/probe/flow"),
                "Table",
            ),
            (
                "main.Pair[int,example.com/x.Key]",
                Some("main"),
                "Pair[int,example.com/x.Key]",
            ),
            ("string", None, "string"),
            ("[]uint8", None, "[]uint8"),
        ] {
            assert_eq!((package(go), local_name(go)), (path, local), "{go}");
        }
        for (go, path) in [
            (
                "(*example.com/probe/flow.Table).Get",
                Some("example.com/probe/flow"),
            ),
            ("main.prog$1", Some("main")),
            ("slices.Sort[[]example.com/a.T]", Some("slices")),
            ("interface:{a.B:func:{}{}}.B$invoke", None),
            ("getrandom", None),
        ] {
            assert_eq!(package(go), path, "{go}");
        }
    }

    #[test]
    fn go_names_become_identifiers() {
        for (go, c) in [
            ("main.limit", "limit"),
            ("example.com/probe/flow.Table", "flow_Table"),
            ("(*main.Table).Get", "Table_Get"),
            ("(main.Table).Get", "Table_Get"),
            ("main.lookup$1", "lookup_1"),
            ("main.Pair[int,main.Key]", "Pair_int_Key"),
            ("main.Box[example.com/x/y.Z]", "Box_y_Z"),
            ("example.com/my-pkg.V", "my_pkg_V"),
            ("main.größe", "gr__e"),
            ("xdp_filter", "xdp_filter"),
        ] {
            assert_eq!(c_name(go), c, "{go}");
        }
    }
}
