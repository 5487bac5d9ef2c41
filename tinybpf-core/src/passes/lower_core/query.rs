//! Questions about the running kernel's types: `bpfCoreFieldExists` and the like, which loaders answer.

use std::collections::BTreeMap;

use super::{
    emit::{Emitter, FieldInfo, READ_KERNEL, TypeInfo, convert},
    plan::{Plan, Step, is_one, steps},
    typer::{Found, Memory, Typer, inner, memory},
};
use crate::{
    Topic,
    core_type::kernel_type,
    llvm::{Builder, DiBuilder, Kind, Metadata, Module, Op, Tag, Value, encoding},
    names::{kernel_name, local_name},
    passes::{Cx, constant, position},
    suggest::closest,
    types::debug_info::underlying,
};

/// What helps where the IR does not describe a type.
pub(super) const FROM_SOURCES: &str = "compile the package with tinybpf-build, which reads from the sources what the IR leaves out; for IR alone, \
     `cargo tinybpf link --types DIR` names its package, and `Options::core_types` tells the compiler";

/// A question, as Go code asks it.
pub(super) enum Query<'m> {
    Field(FieldInfo, Vec<Step<'m>>),
    /// The value of a field that may be a bit-field: where the object is, and the steps to the field.
    Bits(Value<'m>, Vec<Step<'m>>),
    Type(TypeInfo, Metadata<'m>),
    /// The number of a type in the program's BTF (0) or the kernel's (1).
    TypeId(u64, Metadata<'m>),
    /// Whether an enumerator exists (0), or its value (1).
    Enum(u64, String, String),
}

/// What a function asks.
#[derive(Clone, Copy)]
enum Asks {
    Field(FieldInfo),
    Bits,
    Type(TypeInfo),
    TypeId(u64),
    Enum(u64),
}

/// The functions by their names in C without `bpf_core_`, after libbpf's `bpf_core_read.h`.
const FUNCTIONS: &[(&str, Asks)] = &[
    ("field_exists", Asks::Field(FieldInfo::Exists)),
    ("field_size", Asks::Field(FieldInfo::ByteSize)),
    ("field_offset", Asks::Field(FieldInfo::ByteOffset)),
    ("read_bitfield", Asks::Bits),
    ("type_exists", Asks::Type(TypeInfo::Exists)),
    ("type_size", Asks::Type(TypeInfo::Size)),
    ("type_matches", Asks::Type(TypeInfo::Matches)),
    ("type_id_local", Asks::TypeId(0)),
    ("type_id_kernel", Asks::TypeId(1)),
    ("enum_value_exists", Asks::Enum(0)),
    ("enum_value", Asks::Enum(1)),
];

/// The name of a function that asks, as in C without `bpf_core_`: `field_exists` of `main.bpfCoreFieldExists`.
fn asked(symbol: &str) -> Option<String> {
    let local = local_name(symbol);
    if let Some(name) = local.strip_prefix("bpf_core_") {
        return Some(name.to_owned());
    }
    local.strip_prefix("bpfCore").map(kernel_name)
}

/// The functions without a body that ask.
pub(super) fn functions<'m>(module: &'m Module<'_>) -> Vec<(Value<'m>, String)> {
    let declared = module.functions().into_iter();
    let declared = declared.filter(|f| f.is_declaration() && !f.is_intrinsic());
    declared
        .filter_map(|f| Some((f, asked(&f.name())?)))
        .collect()
}

/// Finds the questions, and reports those that have no answer.
pub(super) fn find<'m>(
    cx: &mut Cx<'_>,
    module: &'m Module<'m>,
    typer: &mut Typer<'m>,
    plan: &mut Plan<'m>,
) {
    for (function, name) in functions(module) {
        let asks = FUNCTIONS.iter().find(|(known, _)| *known == name);
        for user in function.users() {
            let Some((_, asks)) = asks else {
                report_unknown(cx, user, function, &name);
                continue;
            };
            if user.callee() != Some(function) {
                cx.error(
                    Topic::HelperValue,
                    position(user),
                    format!(
                        "`{}` is used as a value, and can only be called",
                        local_name(&function.name())
                    ),
                )
                .help("call it where you need the answer");
                continue;
            }
            if let Some(query) = read(cx, module, typer, user, *asks, &name) {
                plan.queries.push((user, query));
            }
        }
    }
}

fn report_unknown(cx: &mut Cx<'_>, user: Value<'_>, function: Value<'_>, name: &str) {
    let known = FUNCTIONS.iter().map(|(known, _)| *known);
    let near = closest(name, known).first().map(|near| camel(near));
    let report = cx.error(
        Topic::CoreQuery,
        position(user),
        format!("CO-RE has no question `{}`", local_name(&function.name())),
    );
    match near {
        Some(near) => report.help(format!("did you mean `{near}`?")),
        None => report.help(format!(
            "there are {}",
            FUNCTIONS
                .iter()
                .map(|(name, _)| camel(name))
                .collect::<Vec<_>>()
                .join(", ")
        )),
    };
}

/// The name of a function in Go: `bpfCoreFieldExists`.
fn camel(name: &str) -> String {
    let words = name.split('_').map(|word| {
        let (first, rest) = word.split_at(1);
        first.to_uppercase() + rest
    });
    format!("bpfCore{}", words.collect::<String>())
}

fn read<'m>(
    cx: &mut Cx<'_>,
    module: &'m Module<'m>,
    typer: &mut Typer<'m>,
    call: Value<'m>,
    asks: Asks,
    name: &str,
) -> Option<Query<'m>> {
    let declared = |module: &Module<'_>| {
        let args = call.args();
        let wanted = if matches!(asks, Asks::Enum(_)) { 4 } else { 1 };
        let fits = args.len() == wanted
            || (args.len() == wanted + 1
                && matches!(args[wanted].kind(), Kind::Undef | Kind::Poison | Kind::Null));
        let _ = module;
        fits && call.ty().is_int()
    };
    if !declared(module) || (!matches!(asks, Asks::Enum(_)) && !call.operand(0)?.ty().is_pointer())
    {
        let declaration = match asks {
            Asks::Enum(_) => format!("func {}(enum, enumerator string) uint64", camel(name)),
            Asks::Bits => format!("func {}(field unsafe.Pointer) uint64", camel(name)),
            _ => format!("func {}(p unsafe.Pointer) int32", camel(name)),
        };
        cx.error(
            Topic::CoreQuery,
            position(call),
            format!(
                "`{}` is declared with other parameters or another result than it has",
                camel(name)
            ),
        )
        .help(format!("declare it as `{declaration}`"));
        return None;
    }
    let argument = call.operand(0)?;
    match asks {
        Asks::Field(info) => {
            let (_, steps) = field(cx, module, typer, call, argument, name)?;
            Some(Query::Field(info, steps))
        }
        Asks::Bits => {
            let (base, steps) = field(cx, module, typer, call, argument, name)?;
            if memory(base) != Memory::Other {
                cx.error(Topic::CoreQuery, position(call), "a bit-field can be read in the kernel's object only, and this is a copy in the program")
                    .help("take the address through the pointer to the object: `&task.Field`");
                return None;
            }
            Some(Query::Bits(base, steps))
        }
        Asks::Type(info) => Some(Query::Type(info, named(cx, typer, call, argument, name)?)),
        // The program's own types have a number too, which `bpf_obj_new` wants.
        Asks::TypeId(0) if let Some(own) = own_struct(cx, typer, argument) => {
            Some(Query::TypeId(0, own))
        }
        Asks::TypeId(whose) => Some(Query::TypeId(
            whose,
            named(cx, typer, call, argument, name)?,
        )),
        Asks::Enum(what) => {
            let texts = [text(call, 0), text(call, 2)];
            let [Some(of), Some(enumerator)] = texts else {
                cx.error(
                    Topic::CoreQuery,
                    position(call),
                    format!("the arguments of `{}` must be constants", camel(name)),
                )
                .help(format!(
                    "write the names as in C: `{}(\"bpf_map_type\", \"BPF_MAP_TYPE_ARENA\")`",
                    camel(name)
                ));
                return None;
            };
            let of = of.strip_prefix("enum ").unwrap_or(&of).to_owned();
            Some(Query::Enum(what, of, enumerator))
        }
    }
}

/// The bytes of a constant Go string, which is two arguments.
fn text(call: Value<'_>, index: u32) -> Option<String> {
    let len = call.operand(index + 1)?.as_u64()?;
    let bytes = call.operand(index)?.initializer_of_variable()?;
    String::from_utf8(constant::bytes(bytes, len)?)
        .ok()
        .filter(|text| !text.is_empty())
}

/// The object and the steps to the field whose address is asked about.
fn field<'m>(
    cx: &mut Cx<'_>,
    module: &'m Module<'m>,
    typer: &mut Typer<'m>,
    call: Value<'m>,
    argument: Value<'m>,
    name: &str,
) -> Option<(Value<'m>, Vec<Step<'m>>)> {
    let (mut base, mut path) = (argument, Vec::new());
    while base.op() == Op::Gep {
        if let Found::Several(types) = typer.stepped(base) {
            let names: Vec<_> = types.iter().map(|ty| ty.type_name()).collect();
            cx.error(Topic::CoreType, position(call), format!("cannot tell which type is meant here: {} have the same layout, and the IR does not keep the names", names.join(", ")))
                .help("assign the pointer to a variable of its type, and use that");
            return None;
        }
        let Some(mut more) = steps(module, typer, base) else {
            break;
        };
        more.append(&mut path);
        path = more;
        base = base.operand(0)?;
    }
    if path.is_empty() && base.kind() == Kind::Variable {
        // LLVM folds the address of a first field into that of the variable.
        let of = core_type(cx, module, typer, base)?;
        path.push(Step::Field { of, index: 0 });
    }
    let is_core = match path.first() {
        Some(Step::Field { of, .. }) => {
            kernel_type(&cx.options.core_types, &of.type_name()).is_some()
        }
        _ => false,
    };
    let is_fixed = path.iter().all(|step| match step {
        Step::Field { .. } => true,
        Step::Element { index, .. } => index.as_u64().is_some(),
    });
    if !is_core || !is_fixed {
        let what = if is_core {
            "an element that is not known before the program runs"
        } else {
            "no field of a CO-RE struct"
        };
        let is_told = !cx.options.core_types.is_empty();
        let report = cx.error(Topic::CoreQuery, position(call), format!("the argument of `{}` is {what}", camel(name)))
            .help(format!("write `{}(unsafe.Pointer(&task.Tgid))` with a field of a struct type whose name starts with `bpfCore`", camel(name)));
        if !is_told {
            report.help(FROM_SOURCES);
        }
        return None;
    }
    Some((base, path))
}

/// The CO-RE type of the variable, or of what the pointer points to, that is asked about.
fn named<'m>(
    cx: &mut Cx<'_>,
    typer: &mut Typer<'m>,
    call: Value<'m>,
    argument: Value<'m>,
    name: &str,
) -> Option<Metadata<'m>> {
    let module = typer.module();
    let mut found = core_type(cx, module, typer, argument);
    if found.is_none() {
        found = typer
            .read_here(call, argument)
            .filter(|ty| kernel_type(&cx.options.core_types, &ty.type_name()).is_some());
    }
    if found.is_none() {
        let is_told = !cx.options.core_types.is_empty();
        let report = cx.error(Topic::CoreQuery, position(call), format!("the argument of `{}` is no pointer to a CO-RE type, as far as the IR tells", camel(name)))
            .help(format!("declare a variable of the type, and pass its address: `var t bpfCoreTaskStruct`, `{}(unsafe.Pointer(&t))`", camel(name)));
        if !is_told {
            report.help(FROM_SOURCES);
        }
    }
    found
}

/// The struct of the program's own that a variable is.
fn own_struct<'m>(cx: &Cx<'_>, typer: &mut Typer<'m>, variable: Value<'m>) -> Option<Metadata<'m>> {
    let is_own = |ty: &Metadata<'m>| kernel_type(&cx.options.core_types, &ty.type_name()).is_none();
    let mut types = typer.declared(variable);
    types.retain(is_own);
    is_one(typer.module(), &types)
}

fn core_type<'m>(
    cx: &Cx<'_>,
    module: &'m Module<'m>,
    typer: &mut Typer<'m>,
    value: Value<'m>,
) -> Option<Metadata<'m>> {
    let is_core =
        |ty: &Metadata<'m>| kernel_type(&cx.options.core_types, &ty.type_name()).is_some();
    let mut types = typer.pointees(value);
    types.retain(is_core);
    if types.is_empty() {
        types = typer.declared(value);
        types.retain(is_core);
    }
    if types.len() > 1 {
        // The declaration of `//go:extern __bpf_core_task_struct` says in its name which it is.
        let symbol = value.name();
        types.retain(|ty| {
            kernel_type(&cx.options.core_types, &ty.type_name())
                .is_some_and(|kernel| symbol.ends_with(&kernel.name))
        });
    }
    is_one(module, &types)
}

/// Puts the answer in the place of the question.
pub(super) fn lower<'m>(
    emitter: &mut Emitter<'m, '_>,
    enums: &Enums<'m>,
    call: Value<'m>,
    query: &Query<'m>,
) {
    let module = emitter.module;
    let builder = Builder::before(module, call);
    let answer = match query {
        Query::Field(info, steps) => emitter.field_info(&builder, steps, *info),
        Query::Bits(base, steps) => bits(emitter, &builder, call, *base, steps),
        Query::Type(info, ty) => emitter.type_info(&builder, *ty, *info),
        Query::TypeId(whose, ty) => {
            let (int, wide) = (module.int_type(32), module.int_type(64));
            let args = [int.int(emitter.unique()), wide.int(*whose)];
            let function = wide.function(&[int, wide]);
            emitter.call(&builder, "llvm.bpf.btf.type.id", function, &args, Some(*ty))
        }
        Query::Enum(what, of, enumerator) => {
            enumerator_info(emitter, &builder, *what, enums.types[of], enumerator)
        }
    };
    if let Some(answer) = convert(&builder, answer, call.ty()) {
        call.replace_all_uses_with(answer);
    }
    call.erase();
}

/// The value of a field that may be a bit-field, as `BPF_CORE_READ_BITFIELD_PROBED` of libbpf reads it.
fn bits<'m>(
    emitter: &mut Emitter<'m, '_>,
    builder: &Builder<'m>,
    call: Value<'m>,
    base: Value<'m>,
    steps: &[Step<'m>],
) -> Value<'m> {
    let module = emitter.module;
    let wide = module.int_type(64);
    let offset = emitter.field_info(builder, steps, FieldInfo::ByteOffset);
    let offset = builder.cast(Op::ZExt, offset, wide);
    let from = builder.gep(module.int_type(8), base, &[offset]);
    let (value, _) = emitter.read_exact(
        builder,
        call.function(),
        READ_KERNEL,
        from,
        steps,
        is_signed(module, steps),
    );
    value
}

/// Whether the field at the end of some steps is a signed integer in Go.
pub(super) fn is_signed<'m>(module: &Module<'m>, steps: &[Step<'m>]) -> bool {
    let ty = match steps.last() {
        Some(Step::Field { of, index }) => inner(module, *of, Some((*index).into())),
        Some(Step::Element { of, .. }) => inner(module, *of, Some(0)),
        None => None,
    };
    let ty = ty.and_then(|ty| underlying(module, ty));
    ty.is_some_and(|ty| {
        ty.tag() == Tag::Base && (ty.type_name().starts_with("int") || ty.type_name() == "rune")
    })
}

fn enumerator_info<'m>(
    emitter: &mut Emitter<'m, '_>,
    builder: &Builder<'m>,
    what: u64,
    of: Metadata<'m>,
    enumerator: &str,
) -> Value<'m> {
    let module = emitter.module;
    let (int, wide, pointer) = (module.int_type(32), module.int_type(64), module.ptr_type());
    // What clang writes: the enumerator, and its value in the program's own view.
    let text = module.const_bytes(format!("{enumerator}:0\0").as_bytes());
    let variable = module.add_variable("tinybpf.enumerator", text.ty());
    variable.set_initializer(text);
    variable.set_linkage(crate::llvm::Linkage::Private);
    variable.set_global_constant(true);
    let args = [int.int(emitter.unique()), variable, wide.int(what)];
    let ty = wide.function(&[int, pointer, wide]);
    emitter.call(builder, "llvm.bpf.preserve.enum.value", ty, &args, Some(of))
}

/// The kernel's enums that Go code asks about.
pub(super) struct Enums<'m> {
    types: BTreeMap<String, Metadata<'m>>,
}

impl<'m> Enums<'m> {
    pub(super) fn new(module: &'m Module<'m>, queries: &[(Value<'m>, Query<'m>)]) -> Self {
        let mut wanted: BTreeMap<&String, Vec<(String, i64)>> = BTreeMap::new();
        for (_, query) in queries {
            if let Query::Enum(_, of, enumerator) = query {
                let known = wanted.entry(of).or_default();
                if !known.iter().any(|(name, _)| name == enumerator) {
                    known.push((enumerator.clone(), 0));
                }
            }
        }
        let builder = DiBuilder::new(module);
        let file = builder.file("<unknown>", "");
        let base = builder.basic_type("uint32", 32, encoding::UNSIGNED);
        let types = wanted.into_iter().map(|(name, enumerators)| {
            let ty = builder.enumeration_type(name, file, 32, &enumerators, base);
            (name.clone(), ty)
        });
        Self {
            types: types.collect(),
        }
    }
}

/// The fields that Go code asks about: those that a kernel may lack.
pub(super) fn optional_fields<'m>(queries: &[(Value<'m>, Query<'m>)]) -> Vec<(Metadata<'m>, u32)> {
    let steps = queries.iter().flat_map(|(_, query)| match query {
        Query::Field(FieldInfo::Exists, steps) => steps.as_slice(),
        _ => &[],
    });
    let fields = steps.filter_map(|step| match step {
        Step::Field { of, index } => Some((*of, *index)),
        Step::Element { .. } => None,
    });
    fields.collect()
}
