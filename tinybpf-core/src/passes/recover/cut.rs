//! Cuts out what was reported. What is left is a module that passes can work on: a value that is gone is an unknown one.

use std::collections::{BTreeMap, HashSet};

use super::{
    super::{
        blocks::reverse_postorder,
        global_functions,
        inline_library::is_library,
        is_foreign, position,
        reject_unsupported::{is_go, site},
        shape_debug_info::add_debug_info,
    },
    Consequences, Depth,
    consequences::{Seeds, follow},
};
use crate::{
    Position,
    llvm::{Builder, DiBuilder, Kind, Linkage, Module, Op, Ty, Value},
};

/// The function that calls what was a program: the kernel verifies it by itself, and asks nothing of it.
const CALLER: &str = "tinybpf_cut";

/// LLVM's lists of what must stay, which can hold nothing that is gone.
const USED: [&str; 2] = ["llvm.used", "llvm.compiler.used"];

/// Cuts the places out, and says what depends on them.
pub(super) fn cut(module: &Module<'_>, places: &BTreeMap<Position, Depth>) -> Consequences {
    let mut cutter = Cutter {
        module,
        unknowns: Unknowns {
            module,
            slots: Vec::new(),
        },
        seeds: Seeds::default(),
        programs: Vec::new(),
        called: Set::default(),
        whole: Set::default(),
    };
    cutter.seeds.lines.extend(places.keys().map(line));
    cutter.choose_declared(places);
    let mut instructions = cutter.choose_instructions(places);
    instructions.extend(cutter.calls());
    cutter.cut_instructions(&instructions);
    cutter.cut_whole();
    cutter.call_functions();
    follow(module, cutter.seeds)
}

/// A place without its column.
pub(super) fn line(place: &Position) -> (String, u32) {
    (place.file.clone(), place.line)
}

struct Cutter<'m> {
    module: &'m Module<'m>,
    unknowns: Unknowns<'m>,
    seeds: Seeds<'m>,
    /// Functions that are to be no programs any more.
    programs: Vec<Value<'m>>,
    /// Functions of the user's of which a call is gone.
    called: Set<'m>,
    /// Functions and variables to cut out whole.
    whole: Set<'m>,
}

impl<'m> Cutter<'m> {
    /// Finds what is declared at places: a program is to become a function at first; all else goes.
    fn choose_declared(&mut self, places: &BTreeMap<Position, Depth>) {
        let values = self.module.functions().into_iter();
        for value in values.chain(self.module.variables()) {
            let Some(depth) = position(value).and_then(|place| places.get(&place)) else {
                continue;
            };
            if is_program(value) && *depth == Depth::Place {
                self.programs.push(value);
            } else {
                self.whole.extend([value]);
            }
        }
    }

    /// Finds the instructions at places; of a place without any, the function around it is to go.
    fn choose_instructions(&mut self, places: &BTreeMap<Position, Depth>) -> Set<'m> {
        let mut found: BTreeMap<Position, Vec<Value<'m>>> = BTreeMap::new();
        let is_place = |place: &Position| places.get(place) == Some(&Depth::Place);
        for instruction in self
            .module
            .functions()
            .iter()
            .flat_map(|f| f.instructions())
        {
            if !is_cut(instruction) {
                continue;
            }
            let own = position(instruction);
            let places = own.into_iter().chain(site(self.module, instruction).0);
            for place in places.filter(is_place) {
                found.entry(place).or_default().push(instruction);
            }
        }
        for place in places.keys().filter(|place| place.column != 0) {
            if !found.contains_key(place) {
                self.whole.extend(enclosing(self.module, place));
            }
        }
        let mut instructions = Set::default();
        let found = found.into_values().flatten();
        instructions.extend(found.filter(|i| !self.whole.contains(i.function())));
        instructions
    }

    /// The calls of the functions that go.
    fn calls(&self) -> Vec<Value<'m>> {
        let calls = self.whole.order.iter().flat_map(|function| {
            let users = function.users().into_iter();
            users.filter(|user| user.callee() == Some(*function))
        });
        calls
            .filter(|call| !self.whole.contains(call.function()))
            .collect()
    }

    /// Puts unknown values in the places of instructions. What these were given may have been changed by them.
    fn cut_instructions(&mut self, instructions: &Set<'m>) {
        for instruction in &instructions.order {
            let operands = instruction.operands().into_iter();
            for operand in operands.filter(|operand| !instructions.contains(*operand)) {
                self.seeds.lose(operand);
            }
        }
        for instruction in &instructions.order {
            let ty = instruction.ty();
            if !ty.is_void() {
                let unknown = self.unknowns.before(*instruction, ty);
                self.seeds.unknown.push(unknown);
                instruction.replace_all_uses_with(unknown);
            }
        }
        for instruction in &instructions.order {
            let callee = instruction.callee().filter(|callee| callee.is_function());
            self.called.extend(callee.filter(|callee| {
                let is_left = !callee.is_declaration() && !self.whole.contains(*callee);
                let is_users = !is_go(self.module, *callee) && !is_library(self.module, *callee);
                is_left && is_users && !is_program(*callee)
            }));
            instruction.erase();
        }
    }

    /// Cuts functions and variables out. Code that uses them otherwise than in calls uses unknown values then.
    fn cut_whole(&mut self) {
        let whole = self.whole.order.clone();
        for &value in &whole {
            for variable in self.module.variables() {
                if holds(variable, value) {
                    self.seeds.lose(variable);
                }
            }
            self.replace(value);
        }
        for list in USED.iter().filter_map(|name| self.module.variable(name)) {
            list.delete_variable();
        }
        for value in &whole {
            self.programs.retain(|program| program != value);
            value.replace_all_uses_with(value.ty().null());
        }
        for value in whole {
            if value.is_function() {
                value.delete_function();
            } else {
                value.delete_variable();
            }
        }
    }

    /// Makes the operands unknown in which code uses a function or variable, also as a part of a constant.
    fn replace(&mut self, value: Value<'m>) {
        for user in value.users() {
            match user.kind() {
                Kind::ConstantExpr => self.replace(user),
                Kind::Instruction if !self.whole.contains(user.function()) => {
                    self.seeds.touch(user.function());
                    let unknown = self.unknowns.at_entry(user.function(), value.ty());
                    self.seeds.unknown.push(unknown);
                    let operands = user.operands().into_iter();
                    for (index, operand) in (0..).zip(operands) {
                        if operand == value {
                            user.set_operand(index, unknown);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// Keeps what were programs in the module, and what is not called any more, as functions of one that is no program either.
    fn call_functions(&mut self) {
        if self.programs.is_empty() && self.called.order.is_empty() {
            return;
        }
        let word = self.module.int_type(32);
        let caller = self.module.add_function(CALLER, word.function(&[]));
        caller.set_section(global_functions::SECTION);
        let block = self.module.append_block(caller, "entry");
        let end = Builder::at_end(self.module, block).ret(Some(word.int(0)));
        let programs = std::mem::take(&mut self.programs);
        for program in &programs {
            program.set_section("");
            program.set_linkage(Linkage::Internal);
            self.seeds.touch(*program);
            self.call(*program, end);
        }
        let called = std::mem::take(&mut self.called).order;
        for function in &called {
            let given = self.call(*function, end);
            self.seeds.unknown.extend(given);
        }
        // What is inlined into the caller keeps its places.
        let functions = programs.iter().chain(&called);
        let mut gos = functions.filter(|function| !is_foreign(self.module, **function));
        if let Some(unit) = gos.find_map(|function| function.subprogram()?.unit(self.module)) {
            let builder = DiBuilder::new(self.module);
            add_debug_info(self.module, &builder, unit, caller, CALLER);
        }
    }

    /// Calls a function with unknown values, which are returned.
    fn call(&mut self, function: Value<'m>, end: Value<'m>) -> Vec<Value<'m>> {
        let params = function.params().into_iter();
        let given: Vec<_> = params
            .map(|param| self.unknowns.before(end, param.ty()))
            .collect();
        Builder::before(self.module, end).call(function.value_type(), function, &given);
        given
    }
}

/// Values, each once, in the order in which they came.
#[derive(Default)]
struct Set<'m> {
    order: Vec<Value<'m>>,
    members: HashSet<Value<'m>>,
}

impl<'m> Set<'m> {
    fn extend(&mut self, values: impl IntoIterator<Item = Value<'m>>) {
        let new = values.into_iter().filter(|v| self.members.insert(*v));
        self.order.extend(new);
    }

    fn contains(&self, value: Value<'m>) -> bool {
        self.members.contains(&value)
    }
}

/// Whether a function is one that others than the module's functions call.
fn is_program(value: Value<'_>) -> bool {
    value.is_function()
        && !value.is_declaration()
        && (value.linkage() == Linkage::External || value.section().is_some())
}

/// Whether an instruction can be cut: what decides where the program goes stays.
fn is_cut(instruction: Value<'_>) -> bool {
    let stays = matches!(
        instruction.op(),
        Op::Ret | Op::Br | Op::Switch | Op::Unreachable | Op::Phi | Op::Alloca
    );
    let is_mark = instruction.callee().is_some_and(|callee| {
        callee.is_function() && callee.is_intrinsic() && callee.name().starts_with("llvm.dbg.")
    });
    !stays && !is_mark
}

/// The function that a place lies in: the one that begins last before it.
fn enclosing<'m>(module: &'m Module<'m>, place: &Position) -> Option<Value<'m>> {
    let functions = module.functions().into_iter();
    let begun = functions.filter_map(|function| {
        let begin = position(function).filter(|_| !function.is_declaration())?;
        (begin.file == place.file && begin.line <= place.line).then_some((begin.line, function))
    });
    begun
        .max_by_key(|(line, _)| *line)
        .map(|(_, function)| function)
}

/// Whether the value of a variable has another one in it.
fn holds(variable: Value<'_>, value: Value<'_>) -> bool {
    let mut open = variable.operands();
    while let Some(part) = open.pop() {
        if part == value {
            return true;
        }
        if matches!(part.kind(), Kind::Aggregate | Kind::ConstantExpr) {
            open.extend(part.operands());
        }
    }
    false
}

/// Values that no pass and no optimiser can tell anything about: what is read from eight bytes on the stack whenever it is asked
/// for, or from where they point.
struct Unknowns<'m> {
    module: &'m Module<'m>,
    /// The eight bytes, by function.
    slots: Vec<(Value<'m>, Value<'m>)>,
}

impl<'m> Unknowns<'m> {
    /// An unknown value for an instruction.
    fn before(&mut self, instruction: Value<'m>, ty: Ty<'m>) -> Value<'m> {
        let slot = self.slot(instruction.function());
        self.read(&Builder::before(self.module, instruction), slot, ty)
    }

    /// An unknown value for a whole function.
    fn at_entry(&mut self, function: Value<'m>, ty: Ty<'m>) -> Value<'m> {
        let slot = self.slot(function);
        let after = slot.next().expect("a block ends in a terminator");
        self.read(&Builder::before(self.module, after), slot, ty)
    }

    fn read(&self, builder: &Builder<'m>, slot: Value<'m>, ty: Ty<'m>) -> Value<'m> {
        let unknown = |from: Value<'m>, ty: Ty<'m>| {
            let value = builder.load(ty, from);
            value.set_volatile(true);
            value
        };
        match ty.is_pointer() || ty.is_int() && self.module.size_of(ty) <= 8 {
            true => unknown(slot, ty),
            false => unknown(unknown(slot, self.module.ptr_type()), ty),
        }
    }

    fn slot(&mut self, function: Value<'m>) -> Value<'m> {
        if let Some((_, slot)) = self.slots.iter().find(|(of, _)| *of == function) {
            return *slot;
        }
        let first = reverse_postorder(function)[0].first();
        let first = first.expect("a block ends in a terminator");
        let builder = Builder::before(self.module, first);
        builder.set_location(None);
        let slot = builder.alloca(self.module.int_type(64), "");
        self.slots.push((function, slot));
        slot
    }
}
