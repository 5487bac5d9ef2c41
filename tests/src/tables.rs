//! The tables of tinybpf-core against a kernel: the enums, functions and structs in its BTF.

use std::collections::{BTreeMap, BTreeSet};

use libbpf_rs::btf::{
    Btf, BtfKind, BtfType, HasSize, TypeId,
    types::{Enum, Func, FuncProto, MemberAttr, Struct, StructMember, Union},
};
use tinybpf_core::{KernelVersion, helpers, kernel, kfuncs, map, section};

/// Everything in which our tables and a kernel disagree: names and numbers, and which version brought what. The tables may have more than
/// a kernel, if it came later. A kernel that is not Debian's may be built without parts.
#[must_use]
pub fn disagreements(btf: &Btf<'_>, kernel: KernelVersion, debian: bool) -> Vec<String> {
    let mut wrong = enums(btf, kernel);
    wrong.extend(lsm_hooks(btf));
    wrong.extend(iterators(btf));
    wrong.extend(contexts(btf));
    wrong.extend(context_fields(btf, kernel));
    wrong.extend(functions(btf, kernel, debian));
    wrong
}

/// Names, numbers and the first kernel of each.
type Rows = Vec<(String, u32, Option<KernelVersion>)>;

fn enums(btf: &Btf<'_>, version: KernelVersion) -> Vec<String> {
    let helpers = helpers::all().iter().map(|helper| {
        let name = helper.name.replacen("bpf_", "BPF_FUNC_", 1);
        (name, helper.id, kernel::helper(helper.id))
    });
    let maps = map::types().iter();
    let maps = maps.map(|(name, n)| ((*name).to_owned(), *n, kernel::map_type(*n)));
    let programs: BTreeMap<_, _> = section::all()
        .iter()
        .map(|known| (known.program_type.number(), known.program_type))
        .collect();
    let programs = programs
        .into_iter()
        .map(|(n, ty)| (ty.c_name().to_owned(), n, kernel::program_type(ty)));
    let attach = section::attach_types().iter();
    let attach = attach.map(|(name, n)| ((*name).to_owned(), *n, kernel::attach_type(*n)));
    let tables: [(&str, Rows); 4] = [
        ("bpf_func_id", helpers.collect()),
        ("bpf_map_type", maps.collect()),
        ("bpf_prog_type", programs.collect()),
        ("bpf_attach_type", attach.collect()),
    ];
    let mut wrong = Vec::new();
    for (name, ours) in tables {
        let Some(theirs) = values(btf, name) else {
            wrong.push(format!("there is no enum {name}"));
            continue;
        };
        wrong.extend(compare(&ours, &theirs, version));
    }
    wrong
}

/// An enum without its first value, which stands for none, and its ends.
fn values(btf: &Btf<'_>, name: &str) -> Option<BTreeMap<String, u32>> {
    let ty: Enum<'_> = btf.type_by_name(name)?;
    let mut values = BTreeMap::new();
    for value in ty.iter() {
        let name = value.name?.to_string_lossy().into_owned();
        let none = name.ends_with("_UNSPEC") || name.ends_with("_unspec");
        if !none && !name.starts_with("__") {
            values.insert(name, u32::try_from(value.value).ok()?);
        }
    }
    Some(values)
}

fn compare(ours: &Rows, theirs: &BTreeMap<String, u32>, version: KernelVersion) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, number) in theirs {
        // What is told to be old keeps its number under both names.
        let name = name.strip_suffix("_DEPRECATED").unwrap_or(name);
        match ours.iter().find(|(our_name, ..)| our_name == name) {
            None => wrong.push(format!("{name} is missing in our table")),
            Some((_, ours, _)) if ours != number => {
                wrong.push(format!("{name} is {number}, and {ours} in our table"));
            }
            Some((.., Some(since))) if *since <= version => {}
            Some((.., since)) => wrong.push(format!("{name} is in {version}, not since {since:?}")),
        }
    }
    for (name, _, since) in ours {
        if since.is_some_and(|since| since <= version) && !theirs.contains_key(name) {
            wrong.push(format!(
                "{name} is not in {version}, though since {since:?}"
            ));
        }
    }
    wrong
}

/// Hooks without result may only say 1 where a cgroup asks, and those with one deny by 0.
fn lsm_hooks(btf: &Btf<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut hooks = 0;
    for (name, has_result) in prototypes(btf, "bpf_lsm_") {
        if name == "find_cgroup_shim" {
            // A function of the hooks' own.
            continue;
        }
        hooks += 1;
        let section = section::Section::parse(&format!("lsm_cgroup/{name}"));
        let verdict = section.map(|section| section.panic_verdict());
        if verdict != Ok(i32::from(!has_result)) {
            wrong.push(format!(
                "LSM hook {name}: has a result: {has_result}, and a panic says {verdict:?}"
            ));
        }
    }
    if hooks < 100 {
        wrong.push(format!("there are only {hooks} LSM hooks"));
    }
    wrong
}

/// Iterators that are missing in our table.
fn iterators(btf: &Btf<'_>) -> Vec<String> {
    let structs = btf.type_by_kind::<Struct<'_>>();
    let names = structs.filter_map(|ty| ty.name()?.to_str()?.strip_prefix("bpf_iter__"));
    let missing = names.filter(|name| {
        // `task__safe_trusted` is the verifier's own flavour of `task`.
        !name.contains("__") && kernel::iterator(name).is_none()
    });
    missing
        .map(|name| format!("the iterator {name} is missing in our table"))
        .collect()
}

/// What each type of program gets: a member of a struct that is there for the kernel's own use.
fn contexts(btf: &Btf<'_>) -> Vec<String> {
    let Some(all) = btf.type_by_name::<Struct<'_>>("bpf_ctx_convert") else {
        return vec!["there is no struct bpf_ctx_convert".to_owned()];
    };
    let mut wrong = Vec::new();
    let mut compared = 0;
    for member in all.iter() {
        let name = member.name.unwrap_or_default().to_string_lossy();
        let Some(program_type) = name.strip_suffix("_prog") else {
            continue;
        };
        let ty = btf.type_by_id::<BtfType<'_>>(member.ty);
        let theirs = ty.and_then(|ty| ty.name()?.to_str());
        let ours = section::all()
            .iter()
            .filter(|known| known.program_type.c_name() == program_type);
        for known in ours {
            compared += 1;
            if known.context.c_type() != theirs {
                wrong.push(format!(
                    "the context of {program_type} is {theirs:?}, and {:?} in our table",
                    known.context
                ));
            }
        }
    }
    if compared < 100 {
        wrong.push(format!("there are contexts for {compared} sections only"));
    }
    wrong
}

/// The fields of contexts: names and places, which version has which, and how large the newest are.
fn context_fields(btf: &Btf<'_>, version: KernelVersion) -> Vec<String> {
    let mut wrong = Vec::new();
    for context in kernel::CONTEXTS {
        let name = context.name;
        let Some(ty) = btf.type_by_name::<Struct<'_>>(name) else {
            wrong.push(format!("there is no struct {name}"));
            continue;
        };
        let theirs: Vec<_> = ty.iter().filter_map(|m| field(btf, &m)).collect();
        let has = |field: &kernel::ContextField| field.since <= version;
        let ours = context.fields.iter().filter(|field| has(field));
        let ours: Vec<_> = ours.map(|f| (f.name.to_owned(), f.offset)).collect();
        if ours != theirs {
            wrong.push(format!(
                "{name} has {theirs:?} in {version}, and {ours:?} in our table"
            ));
        }
        if context.fields.iter().all(has) && ty.size() != context.size as usize {
            wrong.push(format!(
                "{name} has {} bytes, and {} in our table",
                ty.size(),
                context.size
            ));
        }
    }
    wrong
}

/// A field's name and its offset in bytes; of a union without a name the first of its members.
fn field(btf: &Btf<'_>, member: &StructMember<'_>) -> Option<(String, u32)> {
    let (MemberAttr::Normal { offset } | MemberAttr::BitField { offset, .. }) = member.attr;
    let name = match member.name {
        Some(name) => name.to_str()?.to_owned(),
        None => first(btf, member.ty)?,
    };
    Some((name, offset / 8))
}

/// The name of a union's first member.
fn first(btf: &Btf<'_>, union: TypeId) -> Option<String> {
    let union = btf.type_by_id::<Union<'_>>(union)?;
    let member = union.iter().next()?;
    match member.name {
        Some(name) => Some(name.to_str()?.to_owned()),
        None => first(btf, member.ty),
    }
}

/// The functions of a prefix, without it, and whether they return anything.
fn prototypes(btf: &Btf<'_>, prefix: &str) -> Vec<(String, bool)> {
    let functions = btf.type_by_kind::<Func<'_>>();
    let found = functions.filter_map(|function| {
        let name = function.name()?.to_str()?.strip_prefix(prefix)?.to_owned();
        let proto = FuncProto::try_from(function.next_type()?).ok()?;
        let result = proto.next_type().map(|ty| ty.kind());
        Some((name, result.is_some_and(|kind| kind != BtfKind::Void)))
    });
    found.collect()
}

/// Kernel functions that were there before programs could call them, and those of its tests, by the start of their names.
#[rustfmt::skip]
const ORDINARY: [&str; 8] = [
    "bpf_fentry_test", "bpf_kfunc_call_", "bpf_modify_return_test", "cgroup_rstat_flush", "cgroup_rstat_updated", "crash_kexec", "cubictcp_", "tcp_",
];

/// What is left out of Debian's small kernels, or gone again.
#[rustfmt::skip]
const ELSEWHERE: [&str; 4] = ["bpf_iter_scx_", "hid_", "scx_", "cgroup_rstat_"];

/// Kfuncs, iterators, and structs that programs implement.
fn functions(btf: &Btf<'_>, version: KernelVersion, debian: bool) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut check = |what: &str, since: KernelVersion, is_there: bool, may_be_missing: bool| {
        if is_there && since > version {
            wrong.push(format!("{what} is in {version}, not since {since}"));
        }
        if !is_there && since <= version && debian && !may_be_missing {
            wrong.push(format!("{what} is not in {version}, though since {since}"));
        }
    };
    // By kind: a struct may have the name of a function.
    let functions = btf.type_by_kind::<Func<'_>>();
    let functions: BTreeSet<_> = functions.filter_map(|f| f.name()?.to_str()).collect();
    let function = |name: &str| functions.contains(name);
    for kfunc in kfuncs::all()
        .iter()
        .filter(|kfunc| kfunc.module().is_none())
    {
        let starts = |prefixes: &[&str]| prefixes.iter().any(|p| kfunc.name.starts_with(p));
        if !starts(&ORDINARY) {
            check(
                kfunc.name,
                kfunc.since(),
                function(kfunc.name),
                starts(&ELSEWHERE),
            );
        }
    }
    for (name, since) in kernel::ITERATORS {
        let ty = btf.type_by_name::<Struct<'_>>(&format!("bpf_iter__{name}"));
        check(name, *since, ty.is_some(), false);
    }
    for (name, since) in kernel::STRUCT_OPS {
        let ty = btf.type_by_name::<Struct<'_>>(&format!("bpf_struct_ops_{name}"));
        check(name, *since, ty.is_some(), *name != "tcp_congestion_ops");
    }
    wrong
}
