//! Package variables go where loaders look for them.
//!
//! A package variable has two sides: Go code, and the loader that sets it before the program runs or reads it while it
//! runs. LLVM must not fold, merge or drop it on the evidence of the Go side alone, so it gets external linkage, and a
//! read-only one is marked as initialised from outside.

mod license;

use std::collections::{BTreeMap, HashSet};

use super::{
    Cx, encode_struct_ops::is_struct_ops, interfaces::GoType, is_foreign, position, reach_arenas,
};
use crate::{
    Cpu, Position, Topic,
    llvm::{Kind, Linkage, Metadata, Module, Op, Tag, Value, slot},
    names::{c_name, local_name},
    types::debug_info,
    uapi::map_type,
};

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    let (maps, mut variables): (Vec<_>, Vec<_>) = module
        .variables()
        .into_iter()
        .partition(|variable| is_map(module, *variable) || is_struct_ops(*variable));
    variables
        .retain(|variable| !variable.is_declaration() && !variable.name().starts_with("llvm."));
    license::take(cx, &mut variables);
    // C says itself where its variables go, and who sees them.
    let (foreign, own): (Vec<_>, Vec<_>) = variables
        .into_iter()
        .partition(|variable| is_foreign(module, *variable));
    let mut taken: BTreeMap<String, Value<'_>> = foreign
        .into_iter()
        .chain(maps)
        .filter(|variable| variable.linkage() != Linkage::Internal)
        .map(|variable| (variable.name(), variable))
        .collect();
    for variable in own {
        variable.clear_unnamed_addr();
        if is_package_variable(variable) {
            if is_split(module, variable) {
                hide(cx, variable);
            } else {
                place(cx, module, variable, &mut taken);
            }
        } else {
            // A constant of the compiler's, such as the bytes of a string.
            variable.set_linkage(constant_linkage(cx));
        }
    }
    license::add(cx, module);
}

/// The linkage of constants that are Go's alone. From v4 on, LLVM 22 takes private arrays for jump tables and emits none.
fn constant_linkage(cx: &Cx<'_>) -> Linkage {
    if cx.options.instruction_set() < Cpu::V4 {
        Linkage::Private
    } else {
        Linkage::Internal
    }
}

/// Whether a variable defines a map, by its Go type. LLVM's type does not tell: its linker takes any struct type of the same
/// layout for another, whatever the names.
pub(crate) fn is_map(module: &Module<'_>, variable: Value<'_>) -> bool {
    if variable.section().as_deref() == Some(".maps") {
        return true;
    }
    let info = variable.variable_debug_info().and_then(Metadata::variable);
    match info.and_then(|info| info.operand(module, slot::VARIABLE_TYPE)) {
        Some(ty) => is_definition(module, ty),
        None => {
            let name = variable.value_type().struct_name();
            name.is_some_and(|name| defines_map(&name))
        }
    }
}

/// Whether a type defines a map: by its name or by what it is an alias of, as a struct with a mark that says which type of map
/// it is (`_ [1]bpfMapType`), or as a struct around nothing but a definition (`type Table[K, V any] struct{ bpfMapDef }`).
pub(super) fn is_definition(module: &Module<'_>, ty: Metadata<'_>) -> bool {
    let named = debug_info::without_aliases(module, ty);
    let is_named = [ty, named]
        .iter()
        .any(|ty| ty.tag() == Tag::Typedef && defines_map(&ty.type_name()));
    if is_named {
        return true;
    }
    let Some(structure) =
        debug_info::underlying(module, named).filter(|ty| ty.tag() == Tag::Struct)
    else {
        return false;
    };
    let members = debug_info::members(module, structure);
    if members.iter().any(|m| marked_type(module, *m).is_some()) {
        return true;
    }
    let mut sized = members.iter().filter(|member| member.size_bits() > 0);
    let only = sized.next().filter(|_| sized.next().is_none());
    only.and_then(|only| only.operand(module, slot::BASE))
        .is_some_and(|ty| is_definition(module, ty))
}

/// The map type that a member of a struct marks it with: its number is the length of an array of `bpfMapType`, which takes
/// no memory.
pub(super) fn marked_type(module: &Module<'_>, member: Metadata<'_>) -> Option<u64> {
    let array = member.operand(module, slot::BASE)?;
    if array.tag() != Tag::Array {
        return None;
    }
    let element = array.operand(module, slot::BASE)?;
    let is_mark = element.tag() == Tag::Typedef && local_name(&element.type_name()) == "bpfMapType";
    is_mark.then(|| debug_info::array_len(module, array))?
}

/// Whether the type of that Go name defines a map: `bpfMapDef` of any package, with or without type parameters.
pub(super) fn defines_map(go_name: &str) -> bool {
    let local = local_name(go_name).split('[').next().unwrap_or_default();
    go_name.contains('.') && matches!(local, "bpfMapDef" | "BpfMapDef")
}

/// Whether Go code declares the variable, as opposed to a constant that the compiler made.
fn is_package_variable(variable: Value<'_>) -> bool {
    !variable.is_global_constant() || variable.section().is_some()
}

/// Whether only a part of the variable is left, as TinyGo's optimiser leaves it (`-opt=1` and higher): its type is larger.
fn is_split(module: &Module<'_>, variable: Value<'_>) -> bool {
    let info = variable.variable_debug_info().and_then(Metadata::variable);
    let ty = info.and_then(|info| info.operand(module, slot::VARIABLE_TYPE));
    ty.and_then(|ty| debug_info::size_of(module, ty))
        .is_some_and(|size| size > module.size_of(variable.value_type()))
}

/// Keeps a part of a variable from loaders, for which it has neither a name nor a type.
fn hide(cx: &mut Cx<'_>, variable: Value<'_>) {
    let name = c_name(&variable.name());
    let name = name
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .trim_end_matches('_');
    cx.warning(Topic::OptimisedIr,
        position(variable),
        format!("package variable `{name}` was taken apart by TinyGo's optimiser, and loaders cannot find it"),
    )
    .help("leave out TinyGo's `-opt`: LLVM optimises for BPF in any case");
    variable.clear_variable_debug_info();
    variable.set_linkage(Linkage::Internal);
}

/// Whether the variable is memory that TinyGo made for an initial value, such as the elements of a slice: without a name in
/// Go, it is nothing that loaders could set or read.
fn is_unnamed(variable: Value<'_>) -> bool {
    variable.section().is_none() && variable.name().contains('$')
}

/// Gives a package variable its name and linkage, or says why it cannot be one of a BPF program.
fn place<'m>(
    cx: &mut Cx<'_>,
    module: &'m Module<'_>,
    variable: Value<'m>,
    taken: &mut BTreeMap<String, Value<'m>>,
) {
    if variable.initializer().is_some_and(holds_address) {
        fold_pointers(cx, variable);
        return;
    }
    let has_arena = cx.maps.iter().any(|map| map.map_type == map_type::ARENA);
    if variable.section().as_deref() == Some(reach_arenas::SECTION) && !has_arena {
        let name = c_name(&symbol(module, variable));
        let section = reach_arenas::SECTION;
        cx.error(Topic::Arenas, position(variable), format!("`{name}` is in section `{section}`, whose variables lie in an arena, and there is none"))
            .help("declare one: `var arena = bpfMapDef{Type: 33, MaxEntries: PAGES, MapFlags: 1 << 10}` (BPF_MAP_TYPE_ARENA, BPF_F_MMAPABLE), or leave the section out");
        return;
    }
    if is_unnamed(variable) {
        variable.set_linkage(Linkage::Internal);
        return;
    }
    let name = c_name(&symbol(module, variable));
    let program = cx.program(&name).and_then(|_| module.function(&name));
    if let Some(other) = taken.get(&name).copied().or(program) {
        let other = position(other)
            .map(|p| format!(" (the other is at {p})"))
            .unwrap_or_default();
        cx.error(Topic::NameClash, position(variable), format!("two variables or programs would have the name `{name}` in the object{other}"))
            .help("rename one of them: loaders find them by their names, in which only the last element of a package's path stands");
        return;
    }
    // What is static in C, and functions, which are renamed later, give way.
    let holders = [module.variable(&name), module.function(&name)];
    for holder in holders.into_iter().flatten().filter(|h| *h != variable) {
        holder.set_name(&format!("{name}.static"));
    }
    variable.set_name(&name);
    taken.insert(name, variable);
    variable.set_linkage(Linkage::External);
    let read_only = variable
        .section()
        .is_some_and(|section| section == ".rodata" || section.starts_with(".rodata."));
    if read_only {
        variable.set_global_constant(true);
        variable.set_externally_initialized(true);
        for store in stores(variable) {
            cx.error(
                Topic::ReadOnlyData,
                position(store),
                format!(
                    "`{}` is in a read-only section and cannot be written",
                    variable.name()
                ),
            )
            .help("take the variable out of `.rodata`, or write another one");
        }
    }
}

/// The name of a variable before the linker gave it another one because a variable of another input has it too.
fn symbol(module: &Module<'_>, variable: Value<'_>) -> String {
    let symbol = variable.name();
    let info = variable.variable_debug_info().and_then(Metadata::variable);
    let go_name = info
        .and_then(|info| info.operand(module, slot::VARIABLE_NAME))
        .and_then(|name| name.string(module));
    match go_name {
        Some(name) if symbol.starts_with(&name) => name,
        _ => symbol,
    }
}

/// What the names of embedded files start with, which TinyGo adds when it links.
const EMBEDDED: &str = "embed/file_";

/// Reports variables that nothing defines.
pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>) {
    for variable in module.variables() {
        let is_missing = variable.is_declaration()
            && variable.is_used()
            && variable.section().is_none()
            && !variable.name().starts_with("llvm.")
            && !super::lower_core::is_anchor(variable)
            && !super::lower_kfuncs::is_of_kernel(variable);
        if is_missing {
            let name = variable.name();
            if name.starts_with(EMBEDDED) {
                let place = first_use(variable).and_then(position);
                cx.error(
                    Topic::UndefinedSymbol,
                    place,
                    "this reads a file that `//go:embed` embeds, and a BPF object has no files",
                )
                .help(
                    "let user space put it into a map, or into a package variable before loading",
                );
                continue;
            }
            cx.error(
                Topic::UndefinedSymbol,
                first_use(variable).and_then(position),
                format!("variable `{name}` is only declared, and no input defines it"),
            )
            .help(format!(
                "give the Go package or the C source that defines `{name}` as an input too"
            ))
            .help("if Go defines it: TinyGo leaves out the variables that no Go code uses");
        }
    }
}

/// Reports what the optimiser left of variables that hold addresses, which no loader puts in. Where only the numbers beside
/// them are read, such as the lengths of strings, the addresses go.
pub(super) fn leftovers(cx: &mut Cx<'_>, module: &Module<'_>) {
    for variable in module.variables() {
        let Some(initializer) = variable.initializer().filter(|i| holds_address(*i)) else {
            continue;
        };
        // A loader puts the addresses of programs and maps into maps and structs of functions.
        if variable.name().starts_with("llvm.")
            || is_map(module, variable)
            || is_struct_ops(variable)
        {
            continue;
        }
        // The use of the interface was told, and is cut.
        if cx.consequences.is_some() && GoType::at(variable).is_some() {
            continue;
        }
        if only_numbers_are_read(variable) {
            variable.set_initializer(without_addresses(initializer));
            continue;
        }
        let at = first_use(variable)
            .and_then(position)
            .or_else(|| position(variable));
        cx.error(Topic::PointersInData, at, "a table of strings or pointers is indexed by what only the running program knows, and BPF data cannot hold addresses")
            .help("use an array of byte arrays of one length, such as `[...][8]byte{{'t', 'c', 'p'}}`, or a `switch`");
    }
}

/// Whether all that is done with a variable is to load integers from it.
fn only_numbers_are_read(variable: Value<'_>) -> bool {
    let (mut open, mut seen) = (vec![variable], Vec::new());
    while let Some(address) = open.pop() {
        if seen.contains(&address) {
            continue;
        }
        seen.push(address);
        for user in address.users() {
            match user.op() {
                Op::Load if user.ty().is_int() => {}
                Op::Gep | Op::BitCast | Op::Phi | Op::Select => open.push(user),
                _ => return false,
            }
        }
    }
    true
}

/// A constant with null in place of each address.
fn without_addresses(constant: Value<'_>) -> Value<'_> {
    if !holds_address(constant) {
        return constant;
    }
    if constant.kind() != Kind::Aggregate {
        return constant.ty().null();
    }
    let elements: Vec<_> = constant
        .operands()
        .into_iter()
        .map(without_addresses)
        .collect();
    constant.ty().aggregate(&elements)
}

/// The first instruction that uses an address, also by way of constants and variables, which may hold their own.
fn first_use(address: Value<'_>) -> Option<Value<'_>> {
    let mut open = vec![address];
    let mut seen = HashSet::new();
    while let Some(value) = open.pop() {
        let users = value.users();
        if let Some(instruction) = users.iter().find(|user| user.is_instruction()) {
            return Some(*instruction);
        }
        open.extend(users.into_iter().rev().filter(|user| seen.insert(*user)));
    }
    None
}

/// Whether a constant holds the address of a global.
pub(crate) fn holds_address(constant: Value<'_>) -> bool {
    match constant.kind() {
        Kind::Variable | Kind::Function | Kind::Alias => true,
        Kind::Aggregate | Kind::ConstantExpr => constant.operands().into_iter().any(holds_address),
        _ => false,
    }
}

/// A variable that holds a pointer exists for Go code only, since loaders set no pointers: one that is never written is a
/// constant, of which LLVM leaves nothing.
fn fold_pointers(cx: &mut Cx<'_>, variable: Value<'_>) {
    if is_only_read(variable) {
        variable.set_global_constant(true);
        variable.set_linkage(constant_linkage(cx));
    } else {
        let (variable, place) = written(variable);
        let name = c_name(&variable.name());
        let interface = variable.value_type().struct_name();
        let (what, help) = if interface.is_some_and(|name| name == "runtime._interface") {
            (
                "an interface, whose value is behind a pointer",
                "hold the value in a variable of its own type, and an integer instead of an `error`: `const errBad = -1`",
            )
        } else {
            (
                "a pointer",
                "use an index instead of a pointer, an array of bytes instead of a string, or assign the pointer in the program itself",
            )
        };
        cx.error(Topic::PointersInData, place, format!("package variable `{name}` holds {what}, and BPF programs have no addresses before they are loaded"))
            .help(help);
    }
}

/// The variable of the source that a variable belongs to, and where it stands: Go's `&T{…}` and `errors.New` outside of functions
/// become variables of their own, which no line declares.
fn written(variable: Value<'_>) -> (Value<'_>, Option<Position>) {
    let (mut open, mut next) = (vec![variable], 0);
    let mut used = None;
    while let Some(value) = open.get(next).copied() {
        next += 1;
        let place = position(value);
        if place.is_some() && value.kind() == Kind::Variable {
            return (value, place);
        }
        used = used.or(place);
        if !value.is_instruction() {
            open.extend(
                value
                    .users()
                    .into_iter()
                    .filter(|user| !open.contains(user))
                    .collect::<Vec<_>>(),
            );
        }
    }
    (variable, used)
}

fn is_only_read(address: Value<'_>) -> bool {
    address.users().into_iter().all(|user| match user.op() {
        Op::Load => true,
        Op::Gep | Op::BitCast | Op::Phi | Op::Select => is_only_read(user),
        Op::ICmp => true,
        _ => false,
    })
}

/// The stores to a variable or a part of it.
pub(super) fn stores(address: Value<'_>) -> Vec<Value<'_>> {
    let users = address.users().into_iter();
    users
        .flat_map(|user| match user.op() {
            Op::Store if user.operand(1) == Some(address) => vec![user],
            Op::Gep | Op::BitCast => stores(user),
            _ => Vec::new(),
        })
        .collect()
}
