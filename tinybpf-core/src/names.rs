//! Go names as C names: what loaders look programs, maps and variables up by, and what BTF may hold.
//!
//! The kernel takes only C identifiers for types, functions and variables (`btf_name_valid_identifier` in
//! `kernel/bpf/btf.c`), and Go's linker names hold package paths, brackets and stars.

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
pub(crate) fn local_name(go_name: &str) -> String {
    let plain = go_name.split('[').next().unwrap_or_default();
    let package = plain.rfind('/').map_or(0, |slash| slash + 1);
    let start = plain[package..]
        .find('.')
        .map_or(0, |dot| package + dot + 1);
    go_name[start..].to_owned()
}

/// The path of the package that a Go name is in: `(*example.com/probe/flow.Table).Get` → `example.com/probe/flow`.
pub(crate) fn package(go_name: &str) -> &str {
    let name = go_name.trim_start_matches(['(', '*']);
    let plain = name.split('[').next().unwrap_or_default();
    let last = plain.rfind('/').map_or(0, |slash| slash + 1);
    plain[last..]
        .find('.')
        .map_or("", |dot| &plain[..last + dot])
}

#[cfg(test)]
mod tests {
    use super::{c_name, local_name, package};

    #[test]
    fn go_names_have_a_package() {
        for (go, path, local) in [
            ("main.limit", "main", "limit"),
            (
                "example.com/probe/flow.Table",
                "example.com/probe/flow",
                "Table",
            ),
            (
                "main.Pair[int,example.com/x.Key]",
                "main",
                "Pair[int,example.com/x.Key]",
            ),
            ("string", "", "string"),
            ("[]uint8", "", "[]uint8"),
        ] {
            assert_eq!(
                (package(go), local_name(go).as_str()),
                (path, local),
                "{go}"
            );
        }
        assert_eq!(
            package("(*example.com/probe/flow.Table).Get"),
            "example.com/probe/flow"
        );
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
