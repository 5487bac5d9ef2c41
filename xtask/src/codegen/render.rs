//! Writes the Rust tables.

use std::{collections::BTreeMap, fmt::Write as _};

use tinybpf_core::kfuncs::flag;

use super::{
    header::{Header, Helper},
    kfuncs::Table,
};

/// What stands in the one line of a generated file that names its kernel.
pub(crate) const KERNEL_LINE: &str = " of Linux ";

/// `helpers/generated.rs`: every helper with its number and signature.
pub(crate) fn helpers(header: &Header) -> String {
    let mut out = preamble(
        &header.kernel,
        "linux/bpf.h",
        "The kernel's helpers, by number.",
    );
    out += "use super::{Helper, Kind::{Context, Function, Map}, Ret, int, param, pointer};\n\n";
    out += "pub(super) const HELPERS: &[Helper] = &[\n";
    for helper in &header.helpers {
        let params: Vec<String> = (0..helper.params.len())
            .map(|index| {
                let name = &helper.params[index].1;
                format!("param({name:?}, {})", kind(helper, index))
            })
            .collect();
        let _ = writeln!(
            out,
            "    Helper {{ id: {}, name: {:?}, ret: {}, params: &[{}], variadic: {} }},",
            helper.id,
            helper.name,
            ret(&helper.ret),
            params.join(", "),
            helper.variadic
        );
    }
    out + "];\n"
}

/// `uapi.rs`: the enums.
pub(crate) fn enums(header: &Header) -> String {
    let mut out = preamble(
        &header.kernel,
        "linux/bpf.h",
        "Enums of the kernel's BPF interface.",
    );
    for (module, name, prefix, constants) in [
        (
            "map_type",
            "bpf_map_type",
            "BPF_MAP_TYPE_",
            &header.map_types,
        ),
        (
            "program_type",
            "bpf_prog_type",
            "BPF_PROG_TYPE_",
            &header.program_types,
        ),
        (
            "attach_type",
            "bpf_attach_type",
            "BPF_",
            &header.attach_types,
        ),
    ] {
        let _ = writeln!(
            out,
            "/// `enum {name}`, without `{prefix}`.\npub mod {module} {{"
        );
        for (constant, number) in constants {
            let short = constant.strip_prefix(prefix).unwrap_or(constant);
            let _ = writeln!(out, "    pub const {short}: u32 = {number};");
        }
        let _ = writeln!(out, "    /// All of them, under their C names.");
        let _ = writeln!(out, "    pub const ALL: &[(&str, u32)] = &[");
        for (constant, number) in constants {
            let _ = writeln!(out, "        ({constant:?}, {number}),");
        }
        out += "    ];\n}\n\n";
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

/// `kfuncs/generated.rs`: every kfunc with its flags and prototype, by name; then by first kernel and by module.
pub(crate) fn kfuncs(kfuncs: &Table, kernels: &str) -> String {
    let mut out = preamble(kernels, "the BTF", "The kernel's kfuncs, by name.");
    out += "use super::{Kfunc, flag::*};\n\npub(super) const KFUNCS: &[Kfunc] = &[\n";
    let mut since: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    let mut modules: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for (name, row) in kfuncs {
        let known = flag::ALL.iter().filter(|(_, flag)| row.flags & flag != 0);
        let known: Vec<&str> = known.map(|(name, _)| *name).collect();
        let flags = if known.is_empty() {
            "0".to_owned()
        } else {
            known.join(" | ")
        };
        let prototype = &row.prototype;
        let _ = writeln!(
            out,
            "    Kfunc {{ name: {name:?}, flags: {flags}, signature: \"{prototype}\" }},"
        );
        let version = (row.since.major, row.since.minor);
        since.entry(version).or_default().push(name);
        if let Some(module) = &row.module {
            modules.entry(module).or_default().push(name);
        }
    }
    out += "];\n\n/// By the first kernel that has them.\n";
    out += "pub(super) const SINCE: &[((u16, u16), &[&str])] = &[\n";
    for (version, names) in since {
        let _ = writeln!(out, "    ({version:?}, &[\n{}\n    ]),", wrapped(&names));
    }
    out += "];\n\n/// By the module that has them in Debian's kernels.\n";
    out += "pub(super) const MODULES: &[(&str, &[&str])] = &[\n";
    for (module, names) in modules {
        let _ = writeln!(out, "    ({module:?}, &[\n{}\n    ]),", wrapped(&names));
    }
    out + "];\n"
}

/// Names in lines.
fn wrapped(names: &[&str]) -> String {
    const WIDTH: usize = 140;
    const INDENT: &str = "       ";
    let mut lines = vec![INDENT.to_owned()];
    for name in names {
        let word = format!(" {name:?},");
        match lines.last_mut() {
            Some(line) if line.len() + word.len() <= WIDTH => *line += &word,
            _ => lines.push(format!("{INDENT}{word}")),
        }
    }
    lines.join("\n")
}

fn preamble(kernel: &str, source: &str, what: &str) -> String {
    format!(
        "//! {what}\n\n// Written by `cargo xtask codegen`; do not edit.\n// From {source}{KERNEL_LINE}{kernel}.\n\n"
    )
}

/// The kernel's side of program contexts: a first parameter of such a type is the program's own context.
const CONTEXTS: &[&str] = &[
    "struct bpf_perf_event_data *",
    "struct bpf_sock_addr *",
    "struct bpf_sock_ops *",
    "struct bpf_sysctl *",
    "struct pt_regs *",
    "struct sk_msg_buff *",
    "struct sk_reuseport_md *",
    "struct xdp_buff *",
];

/// Helpers of tracing programs whose `ctx` is the packet that they trace, not their own context.
const OBJECTS: &[&str] = &["bpf_skb_output", "bpf_xdp_output"];

/// The Rust expression for a parameter's kind.
fn kind(helper: &Helper, index: usize) -> String {
    let (ty, name) = &helper.params[index];
    let context = index == 0
        && (matches!(name.as_str(), "ctx" | "skb") || CONTEXTS.contains(&ty.as_str()))
        && !OBJECTS.contains(&helper.name.as_str());
    match name.as_str() {
        _ if ty == "struct bpf_map *" => "Map".to_owned(),
        // Declared `void *`, and map pointers to the verifier.
        "ringbuf" | "map" => "Map".to_owned(),
        "callback_fn" => "Function".to_owned(),
        _ if context => "Context".to_owned(),
        _ => scalar(ty).unwrap_or_else(|| pointer(ty)),
    }
}

fn ret(ty: &str) -> String {
    match (ty, pointee(ty)) {
        ("void", _) => "Ret::Void".to_owned(),
        (_, Some((to, _))) => format!("Ret::Pointer({to:?})"),
        _ => match integer(ty) {
            Some((bits, signed)) => format!("Ret::Int {{ bits: {bits}, signed: {signed} }}"),
            None => panic!("no width known for the C type {ty:?}: add it to `integer`"),
        },
    }
}

fn scalar(ty: &str) -> Option<String> {
    integer(ty).map(|(bits, signed)| format!("int({bits}, {signed})"))
}

fn pointer(ty: &str) -> String {
    match pointee(ty) {
        Some((to, constant)) => format!("pointer({to:?}, {})", !constant),
        None => panic!("no width known for the C type {ty:?}: add it to `integer`"),
    }
}

/// Width in bits and signedness of a C integer type, as BPF (LP64) has it.
fn integer(ty: &str) -> Option<(u8, bool)> {
    Some(match ty {
        "u8" => (8, false),
        "u16" | "__be16" => (16, false),
        "u32" | "__be32" | "__wsum" => (32, false),
        "int" | "s32" => (32, true),
        "u64" | "size_t" | "unsigned long" => (64, false),
        "s64" | "long" => (64, true),
        _ => return None,
    })
}

/// What a pointer type points to, and whether it is `const`.
fn pointee(ty: &str) -> Option<(&str, bool)> {
    let to = ty.strip_suffix('*')?.trim();
    Some(match to.strip_prefix("const ") {
        Some(to) => (to, true),
        None => (to, false),
    })
}
