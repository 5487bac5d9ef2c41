//! The functions of a struct become programs.
//!
//! The kernel calls such a program as C calls the member, and hands it the arguments in an array of 64-bit words, as it does with
//! programs at functions (`BPF_PROG` in libbpf's `bpf_tracing.h` takes them apart). A program belongs to one member of one struct
//! (`bpf_map__init_kern_struct_ops` in `libbpf.c`), so a Go function in two of them is two programs.

use super::{
    definition::{Definition, Holds, Member, is_thunk},
    known::{self, Known},
};
use crate::{
    Topic, kfuncs,
    llvm::{Attr, Builder, DiBuilder, Kind, Module, Op, Value, slot},
    names::c_name,
    passes::{Cx, go_name, position, select_programs},
};

/// What the names of sections of such programs start with; libbpf takes anything after it.
const SECTION: &str = "struct_ops/";

/// The programs of a module's structs.
pub(super) struct Programs<'d, 'm> {
    module: &'m Module<'m>,
    /// The variables that define the structs.
    variables: Vec<Value<'m>>,
    /// The places of functions: function, struct and member, each once.
    places: Vec<(Value<'m>, &'d str, &'d str)>,
    /// What was made: function, struct and member, program.
    made: Vec<(Value<'m>, &'d str, &'d str, Value<'m>)>,
}

impl<'d, 'm> Programs<'d, 'm> {
    pub(super) fn new(module: &'m Module<'m>, definitions: &'d [Definition<'m>]) -> Self {
        let mut places = Vec::new();
        for definition in definitions {
            for Member { name, holds } in &definition.members {
                if let Holds::Function(Some(function)) = holds {
                    let place = (*function, definition.kernel.as_str(), name.as_str());
                    if !places.contains(&place) {
                        places.push(place);
                    }
                }
            }
        }
        Self {
            module,
            places,
            variables: definitions.iter().map(|d| d.variable).collect(),
            made: Vec::new(),
        }
    }

    /// The program for a function in a member, or a report of why it cannot be one.
    pub(super) fn program(
        &mut self,
        cx: &mut Cx<'_>,
        definition: &'d Definition<'m>,
        member: &'d str,
        function: Value<'m>,
    ) -> Option<Value<'m>> {
        let kernel = definition.kernel.as_str();
        let known = self
            .made
            .iter()
            .find(|(f, of, name, _)| (*f, *of, *name) == (function, kernel, member));
        if let Some((_, _, _, program)) = known {
            return Some(*program);
        }
        check_parameters(cx, self.module, function, member)?;
        let name = self.name(definition, member, function);
        if !select_programs::is_free(cx, self.module, &name, function) {
            return None;
        }
        if let Some(known) = known::find(kernel, member) {
            check_owned(cx, function, &name, known)?;
            cx.members.insert(name.clone(), known);
        }
        let section = function.section();
        let section = section.unwrap_or_else(|| format!("{SECTION}{member}"));
        let program = self.declare(&name, function);
        program.set_section(&section);
        let places = self.places.iter().filter(|(other, ..)| *other == function);
        if places.count() > 1 || self.is_used_elsewhere(function) {
            // Who calls it wants it inline, like any other function, though it has a section.
            if function.section().is_some() {
                function.remove_attr(Attr::Function, "noinline");
                function.set_section("");
            }
            self.call(program, function);
        } else {
            self.take(program, function);
        }
        self.made.push((function, kernel, member, program));
        Some(program)
    }

    /// Deletes the functions whose bodies became programs'; call it when the variables are gone.
    pub(super) fn finish(self) {
        for (function, _, _, program) in self.made {
            if function.is_declaration() {
                function.replace_all_uses_with(program);
                function.delete_function();
            }
        }
    }

    /// The function's own name; of a literal, the variable's and the member's.
    fn name(&self, definition: &Definition<'m>, member: &str, function: Value<'m>) -> String {
        let go_name = go_name(self.module, function).unwrap_or_else(|| function.name());
        if is_literal(&go_name) {
            return format!("{}_{member}", definition.name);
        }
        let name = c_name(&go_name);
        if self.made.iter().any(|(other, ..)| *other == function) {
            return format!("{name}_{member}");
        }
        name
    }

    fn declare(&self, name: &str, function: Value<'m>) -> Value<'m> {
        let module = self.module;
        let result = function.value_type().return_type();
        let program = module.add_function(name, result.function(&[module.ptr_type()]));
        program.params()[0].set_name("ctx");
        if function.has_attr(Attr::Function, "nounwind") {
            program.add_attr(module, Attr::Function, "nounwind", 0);
        }
        program
    }

    /// Whether others than the structs use a function.
    fn is_used_elsewhere(&self, value: Value<'m>) -> bool {
        value.users().into_iter().any(|user| {
            if user.is_instruction() {
                let within = user.function();
                return !is_thunk(within) || self.is_used_elsewhere(within);
            }
            match user.kind() {
                Kind::Variable => !self.variables.contains(&user),
                Kind::Function => true,
                _ => self.is_used_elsewhere(user),
            }
        })
    }

    /// Makes the program the function.
    fn take(&self, program: Value<'m>, function: Value<'m>) {
        let module = self.module;
        program.take_body(module, function, 0);
        let first = program.entry().and_then(|entry| entry.first());
        let builder = Builder::before(module, first.expect("a body has an instruction"));
        if let Some(info) = program.subprogram() {
            builder.set_location(Some(module.location(info.subprogram_line(), 0, info)));
            // A program is no method.
            let name = go_name(module, program).filter(|name| name.starts_with('('));
            if let Some(name) = name {
                info.set_operand(module, slot::NAME, module.md_string(&c_name(&name)));
            }
        }
        for (param, value) in function
            .params()
            .into_iter()
            .zip(arguments(&builder, module, program, function))
        {
            param.replace_all_uses_with(value);
        }
    }

    /// Makes the program call the function.
    fn call(&self, program: Value<'m>, function: Value<'m>) {
        let module = self.module;
        let builder = Builder::at_end(module, module.append_block(program, "entry"));
        if let Some(of) = function.subprogram()
            && let (Some(file), Some(unit)) = (of.scope_file(), of.unit(module))
        {
            let info = DiBuilder::new(module);
            let (line, ty) = (of.subprogram_line(), info.subroutine_type(&[]));
            let info = info.function(file, &program.name(), file, line, ty, true);
            info.set_operand(module, slot::UNIT, unit);
            program.set_subprogram(info);
            builder.set_location(Some(module.location(line, 0, info)));
        }
        let args = arguments(&builder, module, program, function);
        let result = builder.call(function.value_type(), function, &args);
        builder.ret((!result.ty().is_void()).then_some(result));
    }
}

/// Whether a function without a name has this one from TinyGo: `main.init$1`.
fn is_literal(go_name: &str) -> bool {
    go_name.contains('$')
}

/// Reports a function whose parameters are not one word each.
fn check_parameters(
    cx: &mut Cx<'_>,
    module: &Module<'_>,
    function: Value<'_>,
    member: &str,
) -> Option<()> {
    let mut types = function.value_type().param_types();
    // TinyGo's own, of closures.
    types.pop();
    let declared = function
        .subprogram()
        .map(|info| super::super::shape_debug_info::go_types(module, info).len());
    let is_word = types
        .iter()
        .all(|ty| ty.is_pointer() || ty.int_width().is_some_and(|bits| bits <= 64));
    if is_word && declared.is_none_or(|declared| declared == types.len()) {
        return Some(());
    }
    let name = go_name(module, function).unwrap_or_else(|| function.name());
    let what = match is_literal(&name) {
        true => "the literal".to_owned(),
        false => format!("`{name}`"),
    };
    cx.error(Topic::StructOps,
        position(function),
        format!("{what} in member `{member}` has a parameter that is not one number or pointer, and the kernel passes no other"),
    )
    .help("write the parameters as in the kernel: numbers, and pointers for structs: `func(sk *bpfCoreSock, ack uint32)`");
    None
}

/// Reports a function that leaves alone what it must give back.
fn check_owned(cx: &mut Cx<'_>, function: Value<'_>, name: &str, known: &Known) -> Option<()> {
    let Some((index, release)) = known.owned else {
        return Some(());
    };
    let param = function.params().get(index as usize).copied()?;
    if param.is_used() {
        return Some(());
    }
    let message = format!(
        "`{name}` does nothing with `{}`, which it owns and must give back",
        param.name()
    );
    cx.error(Topic::References, position(function), message)
        .help(format!(
            "call {}, or keep it in an object of the program's own with bpfKptrXchg",
            kfuncs::go_name(release)
        ));
    None
}

/// The arguments of a function, out of the array that the program gets; nothing for what is not used.
fn arguments<'m>(
    builder: &Builder<'m>,
    module: &'m Module<'m>,
    program: Value<'m>,
    function: Value<'m>,
) -> Vec<Value<'m>> {
    let wide = module.int_type(64);
    let params = function.params();
    let last = params.len() - 1;
    let is_body_elsewhere = function.is_declaration();
    let words = params.into_iter().enumerate().map(|(index, param)| {
        let ty = param.ty();
        if index == last || (is_body_elsewhere && !param.is_used()) {
            return ty.poison();
        }
        let array = program.params()[0];
        let address = match index {
            0 => array,
            _ => builder.gep(wide, array, &[wide.int(index as u64)]),
        };
        if ty.is_pointer() || ty == wide {
            return builder.load(ty, address);
        }
        builder.cast(Op::Trunc, builder.load(wide, address), ty)
    });
    words.collect()
}
