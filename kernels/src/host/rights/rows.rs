//! What is asked of a kernel.

use std::{collections::BTreeMap, ffi::OsStr, fmt::Write as _};

use libbpf_rs::btf::{
    Btf, BtfKind, BtfType, ReferencesType as _,
    types::{Ptr, Struct},
};
use tinybpf_core::{
    kfuncs,
    section::{self, Known, ProgramType},
};

/// Flags of `BPF_PROG_LOAD` (`linux/bpf.h`): `BPF_F_SLEEPABLE`, `BPF_F_XDP_HAS_FRAGS`.
const FLAG_SLEEPABLE: u32 = 1 << 4;
const FLAG_FRAGS: u32 = 1 << 5;

/// How many of a struct's functions are asked about, which have the same helpers but for a few.
const MEMBERS: usize = 6;

/// A program to try.
struct Row {
    /// The section and, after a colon, what the program is attached to.
    name: String,
    known: &'static Known,
    attach_type: u32,
    /// What it is attached to, in the kernel's BTF.
    btf_id: u32,
    ask: Ask,
}

/// What is asked of a program, with the numbers of `probe.c`.
#[derive(Clone, Copy)]
enum Ask {
    Loads,
    Helpers,
    /// And kfuncs. Those of a struct's functions differ from one to the other.
    All,
}

/// The rows for a kernel, in the format of `probe.c`.
pub(super) fn rows(btf: &Btf<'_>) -> String {
    let mut text = String::new();
    for known in section::all() {
        if same(known) != known.name {
            continue;
        }
        for Row {
            name,
            known,
            attach_type,
            btf_id,
            ask,
        } in rows_of(btf, known)
        {
            let ty = known.program_type.number();
            let flags = if known.sleepable { FLAG_SLEEPABLE } else { 0 }
                | if known.frags { FLAG_FRAGS } else { 0 };
            let ask = ask as u32;
            let _ = writeln!(text, "{name} {ty} {attach_type} {btf_id} {flags} {ask}");
        }
    }
    text
}

fn rows_of(btf: &Btf<'_>, known: &'static Known) -> Vec<Row> {
    let row = |target: &str, btf_id, ask| Row {
        name: format!("{}{target}", known.name),
        known,
        attach_type: known.attach_type.unwrap_or(0),
        btf_id,
        ask,
    };
    match known.program_type {
        // What it replaces decides.
        ProgramType::Ext => Vec::new(),
        ProgramType::StructOps => {
            let structs = struct_ops(btf).into_iter();
            let members = structs.flat_map(|(name, id, functions)| {
                functions.into_iter().map(move |member| Row {
                    attach_type: member,
                    ..row(&format!("/{name}:{member}"), id, Ask::Helpers)
                })
            });
            members.collect()
        }
        ProgramType::Tracing | ProgramType::Lsm => {
            let kinds = [BtfKind::Func, BtfKind::Typedef];
            let named = types(btf)
                .filter(|ty| kinds.contains(&ty.kind()))
                .filter_map(|ty| {
                    let name = ty.name()?.to_str()?;
                    let hook = name
                        .strip_prefix("bpf_lsm_")
                        .filter(|_| known.name.starts_with("lsm"));
                    let target = targets(known).contains(&name);
                    let id = ty.type_id().into();
                    let target = target.then(|| row(&format!(":{name}"), id, Ask::All));
                    let hook = hook.map(|hook| row(&format!(":hook:{hook}"), id, Ask::Loads));
                    Some(target.into_iter().chain(hook))
                });
            named.flatten().collect()
        }
        _ => vec![row("", 0, Ask::All)],
    }
}

/// The first section whose programs are the same to the kernel.
pub(super) fn same(known: &Known) -> &'static str {
    let key = |known: &Known| {
        (
            known.program_type,
            known.attach_type,
            known.sleepable,
            known.frags,
        )
    };
    let mut all = section::all().iter();
    all.find(|other| key(other) == key(known))
        .map_or("", |other| other.name)
}

/// The numbers of all kfuncs that there are in a kernel's BTF, 0 for those that this one lacks.
pub(super) fn numbers_of_kfuncs(btf: &Btf<'_>) -> String {
    let functions = types(btf).filter(|ty| ty.kind() == BtfKind::Func);
    let numbers: BTreeMap<_, u32> = functions
        .map(|ty| {
            (
                ty.name().unwrap_or_default().to_owned(),
                ty.type_id().into(),
            )
        })
        .collect();
    let all = kfuncs::all().iter();
    all.map(|kfunc| format!("{}\n", numbers.get(OsStr::new(kfunc.name)).unwrap_or(&0)))
        .collect()
}

fn types<'b>(btf: &'b Btf<'_>) -> impl Iterator<Item = BtfType<'b>> {
    (1..btf.len() as u32).filter_map(|id| btf.type_by_id(id.into()))
}

/// The structs of functions that programs can be, with their types and the places of the first functions among their members.
fn struct_ops(btf: &Btf<'_>) -> Vec<(String, u32, Vec<u32>)> {
    let structs: Vec<_> = types(btf)
        .filter(|ty| ty.kind() == BtfKind::Struct)
        .collect();
    let name = |ty: &BtfType<'_>| ty.name().unwrap_or_default().to_string_lossy().into_owned();
    let mut found = Vec::new();
    for holder in &structs {
        // `struct bpf_struct_ops_tcp_congestion_ops` is made by the kernel for each such type.
        let holder = name(holder);
        let Some(ops) = holder.strip_prefix("bpf_struct_ops_") else {
            continue;
        };
        if let Some(ty) = structs.iter().find(|ty| name(ty) == ops) {
            found.push((ops.to_owned(), ty.type_id().into(), functions(btf, *ty)));
        }
    }
    found
}

/// The places of a struct's first members that point to functions.
fn functions(btf: &Btf<'_>, ty: BtfType<'_>) -> Vec<u32> {
    let Ok(ty) = Struct::try_from(ty) else {
        return Vec::new();
    };
    let points_to_function = |member: u32| {
        let member = ty.get(member as usize)?;
        let pointer: Ptr<'_> = btf.type_by_id(member.ty)?;
        Some(pointer.referenced_type().kind() == BtfKind::FuncProto)
    };
    let members = (0..ty.len() as u32).filter(|member| points_to_function(*member) == Some(true));
    members.take(MEMBERS).collect()
}

/// Functions and tracepoints that stand for all that programs of a section are attached to: the helpers differ by a few.
fn targets(known: &Known) -> &'static [&'static str] {
    match known.name.trim_end_matches(".s") {
        "lsm" if known.sleepable => &["bpf_lsm_bprm_committed_creds", "bpf_lsm_file_open"],
        "lsm" => &["bpf_lsm_file_open", "bpf_lsm_bprm_committed_creds"],
        // Some may handle socket options, in either state of the socket's lock (`bpf_lsm_func_proto`).
        "lsm_cgroup" => &[
            "bpf_lsm_socket_bind",
            "bpf_lsm_socket_post_create",
            "bpf_lsm_inet_csk_clone",
        ],
        "tp_btf" => &["btf_trace_sys_enter"],
        // Iterators may have helpers of their own (`bpf_iter_get_func_proto`).
        "iter" => &["bpf_iter_task", "bpf_iter_tcp", "bpf_iter_bpf_map_elem"],
        // One that Debian's kernels let sleep (`bpf_test_modify_return_ids` in net/bpf/test_run.c).
        _ if known.sleepable => &["bpf_fentry_test1"],
        "fmod_ret" => &["security_file_open"],
        _ => &["vfs_open"],
    }
}
