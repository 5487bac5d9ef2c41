//! From a variable and its debug info to the struct that C would have.

use crate::{
    CoreType, Position, Topic,
    core_type::{kernel_field, kernel_type},
    llvm::{Metadata, Module, Tag, Value, slot},
    names::local_name,
    passes::{
        Cx, Report,
        constant::{Word, word},
        go_name, position,
    },
    types::debug_info::{array_len, members, size_of, underlying},
};

/// The sections that libbpf knows (`STRUCT_OPS_SEC` and `STRUCT_OPS_LINK_SEC` in `libbpf.c`); a struct in one with `?` is made on
/// demand, and one in a section with `.link` is registered by a link.
pub(super) const SECTIONS: [&str; 4] = [
    ".struct_ops",
    ".struct_ops.link",
    "?.struct_ops",
    "?.struct_ops.link",
];

/// Arrays of characters that are names, with their lengths: `TCP_CA_NAME_MAX` (`include/net/tcp.h`), `SCX_OPS_NAME_LEN`
/// (`kernel/sched/ext_internal.h`), `IFNAMSIZ` (`include/net/sch_generic.h`).
const NAMES: &[(&str, &str, u64)] = &[
    ("tcp_congestion_ops", "name", 16),
    ("sched_ext_ops", "name", 128),
    ("Qdisc_ops", "id", 16),
];

/// A struct of functions as Go code defines it.
pub(super) struct Definition<'m> {
    pub(super) variable: Value<'m>,
    /// The debug info of the variable (`DIGlobalVariable`).
    pub(super) info: Metadata<'m>,
    /// Its name for loaders.
    pub(super) name: String,
    pub(super) position: Option<Position>,
    /// The name of the struct in the kernel.
    pub(super) kernel: String,
    pub(super) members: Vec<Member<'m>>,
}

/// A member of the struct.
pub(super) struct Member<'m> {
    /// Its name in the kernel.
    pub(super) name: String,
    pub(super) holds: Holds<'m>,
}

/// What a member holds.
pub(super) enum Holds<'m> {
    /// The address of a function that the kernel calls.
    Function(Option<Value<'m>>),
    /// A name in so many bytes.
    Text(Vec<u8>),
    /// Numbers, of that type.
    Data(Metadata<'m>, Vec<u8>),
}

/// Reads a variable, or reports what is wrong with it.
pub(super) fn read<'m>(
    cx: &mut Cx<'_>,
    module: &'m Module<'m>,
    variable: Value<'m>,
) -> Option<Definition<'m>> {
    let symbol = variable.name();
    let at = position(variable);
    let section = variable.section().unwrap_or_default();
    let Some(info) = variable.variable_debug_info().and_then(Metadata::variable) else {
        let name = local_name(&symbol);
        cx.error(
            Topic::DebugInfo,
            at,
            format!("`{name}` has no debug info, which tells the fields of the struct"),
        )
        .help("compile it without TinyGo's `-no-debug`");
        return None;
    };
    let go_name = info
        .operand(module, slot::VARIABLE_NAME)
        .and_then(|name| name.string(module));
    let name = local_name(&go_name.unwrap_or(symbol)).to_owned();
    if !SECTIONS.contains(&section.as_str()) {
        cx.error(Topic::StructOps, at, format!("`{name}` is in section `{section}`, which no loader knows"))
            .help("write `//go:section .struct_ops.link`, or `.struct_ops` for kernels before 6.4; a `?` before it lets the loader decide whether to use the struct");
        return None;
    }
    let ty = info.operand(module, slot::VARIABLE_TYPE)?;
    let core_types = cx.options.core_types.clone();
    let kernel = kernel_type(&core_types, &ty.type_name()).filter(|kernel| !kernel.is_union);
    let is_struct = underlying(module, ty).is_some_and(|ty| ty.tag() == Tag::Struct);
    let Some(kernel) = kernel.filter(|_| is_struct) else {
        let ty = local_name(&ty.type_name()).to_owned();
        cx.error(Topic::StructOps, at, format!("`{name}` is in section `{section}`, and its type `{ty}` is no view of a struct of the kernel's"))
            .help("name the type after the kernel's struct, as for CO-RE: `bpfCoreTcpCongestionOps` for tcp_congestion_ops")
            .help("or name the struct in a tag: `_ struct{} `core:\"Qdisc_ops\"``");
        return None;
    };
    let reader = Reader {
        module,
        at,
        ty,
        core_types: &core_types,
        definition: Definition {
            variable,
            info,
            name,
            position: position(variable),
            kernel: kernel.name,
            members: Vec::new(),
        },
    };
    reader.read(cx)
}

struct Reader<'m, 't> {
    module: &'m Module<'m>,
    at: Option<Position>,
    ty: Metadata<'m>,
    core_types: &'t [CoreType],
    definition: Definition<'m>,
}

impl<'m> Reader<'m, '_> {
    fn read(mut self, cx: &mut Cx<'_>) -> Option<Definition<'m>> {
        let fields = members(self.module, underlying(self.module, self.ty)?);
        let mut is_whole = true;
        for field in fields {
            let go_name = field.type_name();
            // What stands there in Go for the sake of a tag or of the layout.
            if go_name == "_" {
                continue;
            }
            let name = kernel_field(self.core_types, &self.ty.type_name(), &go_name);
            match self.field(cx, field, &go_name, &name) {
                Some(holds) => self.definition.members.push(Member { name, holds }),
                None => is_whole = false,
            }
        }
        is_whole.then_some(self.definition)
    }

    fn error<'a>(&self, cx: &'a mut Cx<'_>, message: &str) -> Report<'a> {
        let (name, at) = (&self.definition.name, self.at.clone());
        cx.error(Topic::StructOps, at, format!("`{name}`: {message}"))
    }

    fn field(
        &self,
        cx: &mut Cx<'_>,
        field: Metadata<'m>,
        go_name: &str,
        name: &str,
    ) -> Option<Holds<'m>> {
        let ty = field.operand(self.module, slot::BASE)?;
        let offset = field.offset_bits() / 8;
        let plain = underlying(self.module, ty)?;
        if is_func(self.module, plain) {
            return self
                .function(cx, offset, go_name)
                .map(|function| Holds::Function(function.map(|f| self.without_thunk(f))));
        }
        if plain.type_name() == "string" {
            return self.text(cx, offset, go_name, name).map(Holds::Text);
        }
        if name.is_empty() || !self.is_data(plain) {
            self.error(
                cx,
                &format!("`{go_name}` is of a type that no such struct of the kernel's has"),
            )
            .help("its fields are functions, numbers, bool, arrays of them, and strings for names");
            return None;
        }
        let size = size_of(self.module, plain)?;
        let bytes = (0..size)
            .map(|index| Some(self.word(offset + index, 1)?.number()? as u8))
            .collect::<Option<Vec<_>>>();
        // Of a pointer, only nil is a number.
        let is_nil = plain.tag() != Tag::Pointer || bytes.iter().flatten().all(|byte| *byte == 0);
        let Some(bytes) = bytes.filter(|_| is_nil) else {
            self.error(
                cx,
                &format!(
                    "`{go_name}` is no constant number, and the struct is made before any code runs"
                ),
            )
            .help("give it a constant value; pointers other than functions can only be nil");
            return None;
        };
        Some(Holds::Data(ty, bytes))
    }

    fn word(&self, offset: u64, size: u64) -> Option<Word<'m>> {
        let initial = self.definition.variable.initializer_of_variable()?;
        word(self.module, initial, offset, size)
    }

    /// Whether a type is one of numbers, or a pointer.
    fn is_data(&self, ty: Metadata<'m>) -> bool {
        let is_data = |ty: Option<Metadata<'m>>| {
            let ty = ty.and_then(|ty| underlying(self.module, ty));
            ty.is_some_and(|ty| ty.tag() != Tag::Pointer && self.is_data(ty))
        };
        match ty.tag() {
            Tag::Base => !ty.type_name().starts_with("complex"),
            Tag::Pointer => true,
            Tag::Array => {
                is_data(ty.operand(self.module, slot::BASE)) && array_len(self.module, ty).is_some()
            }
            // A string, a slice and an interface have names.
            Tag::Struct => {
                ty.type_name().is_empty()
                    && members(self.module, ty)
                        .iter()
                        .all(|member| is_data(member.operand(self.module, slot::BASE)))
            }
            _ => false,
        }
    }

    /// Reads a func value: a context, which only closures have, and a function.
    fn function(&self, cx: &mut Cx<'_>, offset: u64, go_name: &str) -> Option<Option<Value<'m>>> {
        if self.word(offset, 8).and_then(Word::number) != Some(0) {
            self.error(cx, &format!("`{go_name}` is a function that captures variables or a receiver, and the kernel passes none of these on"))
                .help("name a function of the package, or one literal that uses package variables only");
            return None;
        }
        let Some(function) = self.word(offset + 8, 8).and_then(Word::address) else {
            self.error(
                cx,
                &format!("`{go_name}` is no function that is known before any code runs"),
            )
            .help("name a function of the package, or write a literal");
            return None;
        };
        if function.is_some_and(Value::is_declaration) {
            self.error(
                cx,
                &format!(
                    "`{go_name}` is a function without a body, and the kernel calls programs only"
                ),
            )
            .help("write a function that calls it");
            return None;
        }
        Some(function)
    }

    /// The method that TinyGo's wrapper for a method as a func value calls.
    fn without_thunk(&self, function: Value<'m>) -> Value<'m> {
        if go_name(self.module, function).is_some() || !is_thunk(function) {
            return function;
        }
        let called = function
            .instructions()
            .into_iter()
            .find_map(Value::callee)
            .filter(|callee| callee.is_function() && !callee.is_declaration());
        called.unwrap_or(function)
    }

    /// Reads a string into as many bytes as the kernel has for it.
    fn text(&self, cx: &mut Cx<'_>, offset: u64, go_name: &str, name: &str) -> Option<Vec<u8>> {
        let kernel = &self.definition.kernel;
        let known = NAMES
            .iter()
            .find(|(of, member, _)| of == kernel && *member == name);
        let Some((_, _, size)) = known else {
            self.error(
                cx,
                &format!(
                    "`{go_name}` is a string, and nothing says how many bytes `{kernel}` has for it"
                ),
            )
            .help("declare it as the array that the kernel has, such as `[16]byte`");
            return None;
        };
        let Some(mut bytes) = self.bytes(offset) else {
            self.error(
                cx,
                &format!("`{go_name}` is no constant, and the struct is made before any code runs"),
            )
            .help("give it a constant value");
            return None;
        };
        // A NUL ends it.
        if bytes.len() as u64 >= *size || bytes.contains(&0) {
            let most = size - 1;
            self.error(cx, &format!("`{go_name}` of `{kernel}` holds at most {most} bytes without NUL, and this has {}", bytes.len()))
                .help("choose a shorter name");
            return None;
        }
        bytes.resize(*size as usize, 0);
        Some(bytes)
    }

    /// The bytes of a constant string.
    fn bytes(&self, offset: u64) -> Option<Vec<u8>> {
        let len = self.word(offset + 8, 8)?.number()?;
        let Some(data) = self.word(offset, 8)?.address()? else {
            return Some(Vec::new());
        };
        let bytes = data.initializer_of_variable()?;
        (0..len)
            .map(|index| Some(word(self.module, bytes, index, 1)?.number()? as u8))
            .collect()
    }
}

/// Whether TinyGo made a function to have a method as a func value.
pub(super) fn is_thunk(function: Value<'_>) -> bool {
    function.name().ends_with("$thunk")
}

/// Whether debug info describes a func value.
fn is_func(module: &Module<'_>, ty: Metadata<'_>) -> bool {
    ty.tag() == Tag::Struct
        && ty.type_name().is_empty()
        && members(module, ty)
            .iter()
            .map(|member| member.type_name())
            .eq(["context", "fn"])
}
