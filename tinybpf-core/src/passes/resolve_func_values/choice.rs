//! A func value that is one of several functions, each known: a number goes along with it, and the call looks at that.

use std::collections::HashMap;

use super::super::lower_panics::split_before;
use crate::llvm::{Builder, Kind, Module, Op, Value, predicate};

/// Makes a call of one of several functions a choice between calls by name. Whether that could be done.
pub(super) fn spell_out<'m>(module: &'m Module<'_>, call: Value<'m>) -> bool {
    let Some(callee) = call.callee() else {
        return false;
    };
    let mut functions = Vec::new();
    if !collect(callee, None, &mut functions, &mut Vec::new()) || functions.is_empty() {
        return false;
    }
    let ty = functions[0].value_type();
    if functions.iter().any(|f| f.value_type() != ty) {
        return false;
    }
    let mut numbers = Numbers {
        module,
        functions,
        known: HashMap::new(),
    };
    let number = numbers.of(callee, None);
    compare_with_nil(module, callee, number);
    replace(module, call, number, &numbers.functions);
    true
}

/// Collects the functions that a value (or its part `index`) can be. False if it can be something else.
fn collect<'m>(
    value: Value<'m>,
    index: Option<u32>,
    functions: &mut Vec<Value<'m>>,
    seen: &mut Vec<(Value<'m>, Option<u32>)>,
) -> bool {
    if seen.contains(&(value, index)) {
        return true;
    }
    seen.push((value, index));
    match step(value, index) {
        Step::Nothing => true,
        Step::Function => {
            if !functions.contains(&value) {
                functions.push(value);
            }
            true
        }
        Step::From(from) => from
            .into_iter()
            .all(|(value, index)| collect(value, index, functions, seen)),
        Step::Unknown => false,
    }
}

/// One step back on the way of a func value.
enum Step<'m> {
    /// It is nil.
    Nothing,
    Function,
    /// It is one of these, or of their parts.
    From(Vec<(Value<'m>, Option<u32>)>),
    Unknown,
}

fn step<'m>(value: Value<'m>, index: Option<u32>) -> Step<'m> {
    let part = |from: Option<Value<'m>>, index| match from {
        Some(from) => Step::From(vec![(from, index)]),
        None => Step::Unknown,
    };
    match (value.kind(), value.op(), index) {
        (Kind::Undef | Kind::Poison | Kind::Null | Kind::Zero, ..) => Step::Nothing,
        (Kind::Function, _, None) => Step::Function,
        (Kind::Aggregate, _, Some(i)) => part(value.element(i), None),
        (_, Op::ExtractValue, None) => match value.indices()[..] {
            [i] => part(value.operand(0), Some(i)),
            _ => Step::Unknown,
        },
        (_, Op::InsertValue, Some(i)) => match value.indices()[..] {
            [j] if i == j => part(value.operand(1), None),
            [_] => part(value.operand(0), index),
            _ => Step::Unknown,
        },
        (_, Op::Phi, _) => Step::From(
            value
                .incoming()
                .into_iter()
                .map(|(from, _)| (from, index))
                .collect(),
        ),
        (_, Op::Select, _) => Step::From(
            value
                .operands()
                .into_iter()
                .skip(1)
                .map(|from| (from, index))
                .collect(),
        ),
        (_, Op::Freeze, _) => part(value.operand(0), index),
        _ => Step::Unknown,
    }
}

/// The numbers that go along with func values: 0 for nil, others for `functions` in their order.
struct Numbers<'m, 'c> {
    module: &'m Module<'c>,
    functions: Vec<Value<'m>>,
    known: HashMap<(Value<'m>, Option<u32>), Value<'m>>,
}

impl<'m> Numbers<'m, '_> {
    fn of(&mut self, value: Value<'m>, index: Option<u32>) -> Value<'m> {
        if let Some(known) = self.known.get(&(value, index)) {
            return *known;
        }
        let int = self.module.int_type(32);
        let number = match (step(value, index), value.op()) {
            (Step::Function, _) => {
                let place = self.functions.iter().position(|f| *f == value);
                int.int(place.map_or(0, |place| place as u64 + 1))
            }
            (Step::From(_), Op::Phi) => {
                let phi = Builder::before(self.module, value).phi(int);
                // Before what comes in, which may lead back to here.
                self.known.insert((value, index), phi);
                for (from, block) in value.incoming() {
                    phi.add_incoming(self.of(from, index), block);
                }
                phi
            }
            (Step::From(from), Op::Select) => {
                let numbers: Vec<_> = from
                    .into_iter()
                    .map(|(from, index)| self.of(from, index))
                    .collect();
                let condition = value.operand(0).expect("a select has a condition");
                Builder::before(self.module, value).select(condition, numbers[0], numbers[1])
            }
            (Step::From(from), _) => self.of(from[0].0, from[0].1),
            _ => int.int(0),
        };
        self.known.insert((value, index), number);
        number
    }
}

/// Compares the number instead of the address where the program asks whether the func value is nil.
fn compare_with_nil<'m>(module: &'m Module<'_>, callee: Value<'m>, number: Value<'m>) {
    for user in callee.users() {
        if user.op() == Op::ICmp && user.operand(1).is_some_and(Value::is_null) {
            let builder = Builder::before(module, user);
            let new = builder.icmp(user.predicate(), number, module.int_type(32).int(0));
            user.replace_all_uses_with(new);
            user.erase();
        }
    }
}

/// Calls the function of the number: each in a block of its own, the last one without a question.
fn replace<'m>(
    module: &'m Module<'_>,
    call: Value<'m>,
    number: Value<'m>,
    functions: &[Value<'m>],
) {
    let (args, location, rest) = (call.args(), call.debug_location(), call.block());
    let int = module.int_type(32);
    let mut question = split_before(module, call);
    let mut results = Vec::new();
    for (index, function) in (1..).zip(functions) {
        let builder = Builder::at_end(module, question);
        builder.set_location(location);
        if index < functions.len() {
            let [here, next] = ["func", "func.next"].map(|name| module.insert_block(rest, name));
            builder.cond_br(
                builder.icmp(predicate::EQ, number, int.int(index as u64)),
                here,
                next,
            );
            builder.move_to_end(here);
            question = next;
        }
        results.push((
            builder.call(function.value_type(), *function, &args),
            builder.block(),
        ));
        builder.br(rest);
    }
    if call.is_used() {
        let phi = Builder::before(module, call).phi(call.ty());
        for (result, block) in results {
            phi.add_incoming(result, block);
        }
        call.replace_all_uses_with(phi);
    }
    call.erase();
}
