//! Structs of functions that the kernel calls (`struct_ops`) become as C has them in `SEC(".struct_ops")`.
//!
//! A loader takes the struct's name and those of its members from BTF, looks both up in the kernel's, and fills the kernel's struct
//! from the section and its relocations (`bpf_map__init_kern_struct_ops` in `libbpf.c`). In Go a func value is two words, and a
//! string is an address; in the section a function is an address, and a string its bytes.

mod definition;
mod known;
mod programs;
#[cfg(test)]
mod tests;

pub(crate) use self::known::Known;
use self::{
    definition::{Definition, Holds},
    programs::Programs,
};
use super::{Cx, is_foreign, position, select_programs};
use crate::{
    StructOps, Topic,
    llvm::{DiBuilder, Linkage, Member, Metadata, Module, Op, Tag, Value, encoding, slot},
    section::ProgramType,
    types::debug_info::{size_of, underlying},
};

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    let variables: Vec<_> = module
        .variables()
        .into_iter()
        .filter(|variable| is_defined(module, *variable))
        .collect();
    let definitions: Vec<_> = variables
        .into_iter()
        .filter_map(|variable| definition::read(cx, module, variable))
        .collect();
    let mut programs = Programs::new(module, &definitions);
    let builder = DiBuilder::new(module);
    for definition in &definitions {
        encode(cx, module, &builder, definition, &mut programs);
    }
    programs.finish();
    for variable in module.variables() {
        if is_struct_ops(variable) && !variable.is_declaration() {
            cx.struct_ops.push(public(module, variable));
        }
    }
    cx.struct_ops.sort_by(|a, b| a.name.cmp(&b.name));
    if let Some(first) = definitions.first() {
        cx.warning(Topic::LoaderSupport,
            first.position.clone(),
            "structs of functions (`struct_ops`) are not known to aya, which refuses the object",
        )
        .help("load the object with libbpf (in Rust: libbpf-rs, `attach_struct_ops` of the map); this matters only where you load it with aya");
    }
}

/// The struct as users of the object see it.
fn public(module: &Module<'_>, variable: Value<'_>) -> StructOps {
    let info = variable.variable_debug_info().and_then(Metadata::variable);
    let ty = info.and_then(|info| info.operand(module, slot::VARIABLE_TYPE));
    let ty = ty.and_then(|ty| underlying(module, ty));
    StructOps {
        name: variable.name(),
        kernel_name: ty.map(Metadata::type_name).unwrap_or_default(),
        section: variable.section().unwrap_or_default(),
        position: position(variable),
    }
}

/// Whether a variable is a struct of functions for the kernel, by its section; that of Go's or of C's.
pub(super) fn is_struct_ops(variable: Value<'_>) -> bool {
    let section = variable.section().unwrap_or_default();
    section
        .strip_prefix('?')
        .unwrap_or(&section)
        .starts_with(".struct_ops")
}

/// Whether Go code defines such a variable.
fn is_defined(module: &Module<'_>, variable: Value<'_>) -> bool {
    is_struct_ops(variable) && !variable.is_declaration() && !is_foreign(module, variable)
}

/// Reports functions that were given another kind of section, and code that uses a struct as the variable that it is in Go.
pub(super) fn check(cx: &mut Cx<'_>, module: &Module<'_>) {
    for variable in module.variables() {
        if !is_defined(module, variable) {
            continue;
        }
        reject_accesses(cx, &variable.name(), variable);
        let initial = variable.initializer_of_variable();
        for held in initial.into_iter().flat_map(Value::operands) {
            let program = held.is_function().then(|| cx.program(&held.name()));
            let Some(program) = program.flatten() else {
                continue;
            };
            if program.section.known.program_type == ProgramType::StructOps {
                continue;
            }
            let (name, section) = (program.name.clone(), program.section.name.clone());
            let at = position(variable)
                .map(|p| format!(" at {p}"))
                .unwrap_or_default();
            let message = format!(
                "program `{name}` is in section `{section}`, and the kernel is to call it through `{}`{at}",
                variable.name()
            );
            cx.error(Topic::StructOps, position(held), message)
                .help("leave out its `//go:section`, or write `//go:section struct_ops.s/NAME` for one that may sleep")
                .help("for a program of another kind, write a second function, and let both call a third");
        }
    }
}

/// Reports code that uses a struct, which is the kernel's once it is loaded.
fn reject_accesses(cx: &mut Cx<'_>, name: &str, address: Value<'_>) {
    for user in address.users() {
        if user.op() == Op::Gep {
            reject_accesses(cx, name, user);
        } else if user.is_instruction() {
            cx.error(Topic::StructOps, position(user), format!("`{name}` is used like a variable, but it is a struct for the kernel that exists only while loading"))
                .help("keep what programs need in a variable of its own");
        }
    }
}

/// Puts the struct that C would have in the place of a variable.
fn encode<'d, 'm>(
    cx: &mut Cx<'_>,
    module: &'m Module<'m>,
    builder: &DiBuilder<'m>,
    definition: &'d Definition<'m>,
    programs: &mut Programs<'d, 'm>,
) {
    let mut layout = Layout {
        module,
        builder,
        size: 0,
        align: 1,
        fields: Vec::new(),
        members: Vec::new(),
    };
    for member in &definition.members {
        match &member.holds {
            Holds::Function(None) => layout.function(&member.name, module.ptr_type().null()),
            Holds::Function(Some(function)) => {
                if let Some(program) = programs.program(cx, definition, &member.name, *function) {
                    layout.function(&member.name, program);
                }
            }
            Holds::Text(bytes) => layout.text(&member.name, bytes),
            Holds::Data(ty, bytes) => layout.data(&member.name, *ty, bytes),
        }
    }
    if !select_programs::is_free(cx, module, &definition.name, definition.variable) {
        return;
    }
    let (value, ty) = layout.finish(definition);
    let variable = module.add_variable(&definition.name, value.ty());
    variable.set_initializer(value);
    variable.set_section(&definition.variable.section().unwrap_or_default());
    variable.set_linkage(Linkage::External);
    variable.set_alignment(8);
    definition.info.set_operand(module, slot::VARIABLE_TYPE, ty);
    if let Some(info) = definition.variable.variable_debug_info() {
        variable.set_variable_debug_info(info);
    }
    definition.variable.replace_all_uses_with(variable);
    definition.variable.delete_variable();
}

/// A struct as C lays it out.
struct Layout<'b, 'm> {
    module: &'m Module<'m>,
    builder: &'b DiBuilder<'m>,
    /// In bytes, so far.
    size: u64,
    align: u64,
    fields: Vec<Value<'m>>,
    members: Vec<Member<'m>>,
}

impl<'m> Layout<'_, 'm> {
    fn function(&mut self, name: &str, function: Value<'m>) {
        let prototype = self.builder.subroutine_type(&[None]);
        let ty = self.builder.pointer_type(Some(prototype));
        self.push(name, ty, (8, 8), function);
    }

    fn text(&mut self, name: &str, bytes: &[u8]) {
        let (len, bits) = (bytes.len() as u64, 8 * bytes.len() as u64);
        let byte = self.builder.basic_type("char", 8, encoding::SIGNED);
        let ty = self.builder.array_type(byte, len, bits, 8);
        self.push(name, ty, (len, 1), self.module.const_bytes(bytes));
    }

    fn data(&mut self, name: &str, ty: Metadata<'m>, bytes: &[u8]) {
        let size = size_of(self.module, ty).unwrap_or_default();
        let align = align_of(self.module, ty).clamp(1, 8);
        self.push(name, ty, (size, align), self.module.const_bytes(bytes));
    }

    fn push(&mut self, name: &str, ty: Metadata<'m>, (size, align): (u64, u64), value: Value<'m>) {
        self.pad(align);
        self.align = self.align.max(align);
        self.members.push(Member {
            name: name.to_owned(),
            ty,
            size: 8 * size,
            align: 8 * align as u32,
            offset: 8 * self.size,
        });
        self.fields.push(value);
        self.size += size;
    }

    fn pad(&mut self, align: u64) {
        let gap = self.size.next_multiple_of(align) - self.size;
        if gap != 0 {
            let zeroes = vec![0; gap as usize];
            self.fields.push(self.module.const_bytes(&zeroes));
            self.size += gap;
        }
    }

    /// The value, and its type in debug info.
    fn finish(mut self, definition: &Definition<'m>) -> (Value<'m>, Metadata<'m>) {
        self.pad(self.align);
        let types: Vec<_> = self.fields.iter().map(|field| field.ty()).collect();
        let value = self.module.struct_type(&types).aggregate(&self.fields);
        let file = definition.info.variable_file();
        let file = file.unwrap_or_else(|| self.builder.file("<unknown>", ""));
        let ty = self.builder.struct_type(
            &definition.kernel,
            file,
            definition.info.variable_line(),
            8 * self.size,
            8 * self.align as u32,
            &self.members,
        );
        (value, ty)
    }
}

/// The alignment of a type in C, in bytes.
fn align_of(module: &Module<'_>, ty: Metadata<'_>) -> u64 {
    let Some(plain) = underlying(module, ty) else {
        return 1;
    };
    match plain.tag() {
        Tag::Array => plain
            .operand(module, slot::BASE)
            .map_or(1, |element| align_of(module, element)),
        Tag::Struct => u64::from(plain.align_bits() / 8),
        _ => plain.size_bits() / 8,
    }
}
