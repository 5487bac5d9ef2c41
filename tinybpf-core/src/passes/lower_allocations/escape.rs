//! Whether a pointer outlives the function that made what it points to.
//!
//! The analysis follows every value that may hold the pointer: through address arithmetic, phis, slices and other
//! aggregates, into the functions that are called, and through memory. An object that the pointer is stored in is taken
//! together with the pointer's own (where one escapes, so does the other), and from then on what is loaded from either may
//! be the pointer. This errs on the side of an escape, never on the other.

use std::collections::{HashMap, HashSet};

use super::ALLOC;
use crate::{
    helpers::Runs,
    llvm::{Kind, Module, Op, Ty, TyKind, Value},
    passes::{go_name, lower_callbacks::callback_of},
};

/// How a pointer gets out of its function.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum How<'m> {
    /// Its function returns it.
    Returned,
    /// It is stored where a parameter of its function points.
    Parameter,
    /// It is stored in this package variable.
    Variable(Value<'m>),
    /// It is stored in memory that is not on the stack, or that cannot be told.
    Memory,
    /// It is passed to a function value, which may be any function.
    FunctionValue,
    /// It is used in a way that this analysis does not know.
    Unknown,
}

/// The way out, and the instruction that takes it (which may stand in a function that was called).
#[derive(Clone, Copy)]
pub(super) struct Escape<'m> {
    pub(super) how: How<'m>,
    pub(super) at: Value<'m>,
}

/// What becomes of a pointer.
#[derive(Clone, Default)]
pub(super) struct Flow<'m> {
    /// Every instruction and argument whose value may hold it, in the order they were found.
    pub(super) holders: Vec<Value<'m>>,
    pub(super) escape: Option<Escape<'m>>,
    /// The instruction that returns it.
    returned: Option<Value<'m>>,
    /// The parameters it is stored behind, and where.
    stored: Vec<(u32, Value<'m>)>,
}

/// A parameter of a function, and whether what it points to holds pointers of interest, too.
type Key<'m> = (Value<'m>, u32, bool);

/// The analysis, with what is known of each parameter so far.
#[derive(Default)]
pub(super) struct Escapes<'a> {
    /// `None` while it is being computed.
    parameters: HashMap<Key<'a>, Option<Flow<'a>>>,
}

impl<'a> Escapes<'a> {
    /// What becomes of the pointer that an allocation gives.
    pub(super) fn of_allocation(&mut self, allocation: Value<'a>) -> Flow<'a> {
        let mut flow = Tracker::new(self, false).run(allocation);
        let out = flow.returned.map(|at| (How::Returned, at));
        let out = out.or(flow.stored.first().map(|(_, at)| (How::Parameter, *at)));
        flow.escape = flow.escape.or(out.map(|(how, at)| Escape { how, at }));
        flow
    }

    /// What becomes of a pointer that is passed as this parameter.
    fn of_parameter(&mut self, function: Value<'a>, index: u32, deep: bool) -> Option<Flow<'a>> {
        let key = (function, index, deep);
        if let Some(known) = self.parameters.get(&key) {
            return known.clone();
        }
        let parameter = *function.params().get(index as usize)?;
        self.parameters.insert(key, None);
        let flow = Tracker::new(self, deep).run(parameter);
        self.parameters.insert(key, Some(flow.clone()));
        Some(flow)
    }
}

/// Follows one pointer.
struct Tracker<'e, 'a> {
    escapes: &'e mut Escapes<'a>,
    held: HashSet<Value<'a>>,
    open: Vec<Value<'a>>,
    flow: Flow<'a>,
    /// Whether the pointer lies in memory that holders point to.
    deep: bool,
    /// Whether the pointer was made a number.
    number: bool,
    /// Stores of it to addresses that could not be told yet.
    pending: Vec<(Value<'a>, Value<'a>)>,
}

impl<'e, 'a> Tracker<'e, 'a> {
    fn new(escapes: &'e mut Escapes<'a>, deep: bool) -> Self {
        Self {
            escapes,
            held: HashSet::new(),
            open: Vec::new(),
            flow: Flow::default(),
            deep,
            number: false,
            pending: Vec::new(),
        }
    }

    fn run(mut self, source: Value<'a>) -> Flow<'a> {
        self.hold(source);
        loop {
            while let Some(value) = self.open.pop() {
                for user in value.users() {
                    self.follow(value, user);
                }
            }
            // Addresses that turned out to be the pointer's own object are no way out.
            let Some((address, at)) = self.pending.pop() else {
                return self.flow;
            };
            if self.held.contains(&address) {
                self.deepen();
            } else {
                self.escape(How::Memory, at);
            }
        }
    }

    fn hold(&mut self, value: Value<'a>) {
        if self.held.insert(value) {
            self.flow.holders.push(value);
            self.open.push(value);
        }
    }

    fn escape(&mut self, how: How<'a>, at: Value<'a>) {
        self.flow.escape.get_or_insert(Escape { how, at });
    }

    /// From here on, what holders point to may hold the pointer, too: look at all of them again.
    fn deepen(&mut self) {
        if !std::mem::replace(&mut self.deep, true) {
            self.open.clone_from(&self.flow.holders);
        }
    }

    /// One use of a holder.
    fn follow(&mut self, value: Value<'a>, user: Value<'a>) {
        let is = |index| user.operand(index) == Some(value);
        match user.op() {
            Op::Gep | Op::BitCast | Op::AddrSpaceCast | Op::Freeze | Op::Phi | Op::InsertValue => {
                self.hold(user);
            }
            Op::Select if is(1) || is(2) => self.hold(user),
            Op::Select | Op::ICmp | Op::Br | Op::Switch => {}
            Op::PtrToInt => {
                if !std::mem::replace(&mut self.number, true) {
                    self.open.clone_from(&self.flow.holders);
                }
                self.hold(user);
            }
            Op::IntToPtr | Op::Add | Op::Sub | Op::And | Op::Or | Op::Xor => self.hold(user),
            // No pointer comes back from these.
            Op::Mul | Op::UDiv | Op::URem | Op::Shl | Op::LShr | Op::AShr => {}
            Op::Trunc | Op::ZExt | Op::SExt => {}
            Op::ExtractValue if self.can_hold(user.ty()) => self.hold(user),
            Op::Load if self.deep && self.can_hold(user.ty()) => self.hold(user),
            Op::ExtractValue | Op::Load => {}
            Op::Store => {
                if let Some(address) = user.operand(1).filter(|_| is(0)) {
                    self.store(address, user);
                }
            }
            Op::AtomicRmw | Op::CmpXchg => {
                let new = if user.op() == Op::CmpXchg { 2 } else { 1 };
                if let Some(address) = user.operand(0).filter(|_| is(new)) {
                    self.store(address, user);
                }
                if self.deep && self.can_hold(user.ty()) {
                    self.hold(user);
                }
            }
            Op::Ret => self.flow.returned = self.flow.returned.or(Some(user)),
            Op::Call => self.call(value, user),
            _ => self.escape(How::Unknown, user),
        }
    }

    /// Whether a value of the type can hold a pointer.
    fn can_hold(&self, ty: Ty<'_>) -> bool {
        match ty.kind() {
            TyKind::Pointer => true,
            TyKind::Int => self.number && ty.int_width() >= Some(64),
            TyKind::Struct => ty.fields().into_iter().any(|field| self.can_hold(field)),
            TyKind::Array => ty
                .array()
                .is_some_and(|(of, len)| len > 0 && self.can_hold(of)),
            _ => false,
        }
    }

    /// The pointer is stored at an address.
    fn store(&mut self, address: Value<'a>, at: Value<'a>) {
        for root in roots(address) {
            match root.kind() {
                _ if self.held.contains(&root) => self.deepen(),
                Kind::Variable => self.escape(How::Variable(root), at),
                Kind::Argument => {
                    let index = at.function().params().iter().position(|p| *p == root);
                    let index = index.unwrap_or_default() as u32;
                    if !self.flow.stored.iter().any(|(known, _)| *known == index) {
                        self.flow.stored.push((index, at));
                    }
                }
                Kind::Null | Kind::Undef | Kind::Poison => {}
                Kind::Instruction if root.op() == Op::Alloca || is_allocation(root) => {
                    self.hold(root);
                    self.deepen();
                }
                _ => self.pending.push((root, at)),
            }
        }
    }

    /// A holder is an argument of a call.
    fn call(&mut self, value: Value<'a>, call: Value<'a>) {
        let args = call.args();
        let Some(callee) = call.callee() else { return };
        if callee.kind() == Kind::InlineAsm {
            return;
        }
        if !callee.is_function() {
            return self.helper_or_unknown(call, callee);
        }
        if callee.is_intrinsic() {
            // A copy of memory that holds the pointer stores it.
            let copies = callee.name().starts_with("llvm.mem") && args.get(1) == Some(&value);
            if self.deep && copies {
                self.store(args[0], call);
            }
            return;
        }
        if callee.is_declaration() {
            return self.callbacks(value, &args, call);
        }
        for index in (0..args.len() as u32).filter(|i| args[*i as usize] == value) {
            let Some(flow) = self.escapes.of_parameter(callee, index, self.deep) else {
                self.escape(How::Unknown, call); // recursion, which another pass reports
                continue;
            };
            if let Some(escape) = flow.escape {
                self.escape(escape.how, escape.at);
            }
            if flow.returned.is_some() && self.can_hold(call.ty()) {
                self.hold(call);
            }
            for (parameter, _) in flow.stored {
                match args.get(parameter as usize) {
                    Some(to) if parameter != index => self.store(*to, call),
                    _ => self.deepen(),
                }
            }
        }
    }

    /// A call of an address: a helper's number, or a function value.
    fn helper_or_unknown(&mut self, call: Value<'a>, callee: Value<'a>) {
        if !callee.is_constant() {
            self.escape(How::FunctionValue, call);
        }
    }

    /// A helper copies what it is given, but what the program passes on to a callback it hands to that.
    fn callbacks(&mut self, value: Value<'a>, args: &[Value<'a>], call: Value<'a>) {
        let Some(callback) = call.callee().and_then(callback_of) else {
            return;
        };
        let Some(function) = args.get(callback.index).filter(|f| f.is_function()) else {
            return;
        };
        let Runs::With(from) = callback.runs else {
            return;
        };
        if args.get(from) != Some(&value) {
            return;
        }
        let index = callback.params.len() as u32 - 1;
        match self.escapes.of_parameter(*function, index, self.deep) {
            Some(Flow {
                escape: Some(escape),
                ..
            }) => self.escape(escape.how, escape.at),
            // What it stores behind its last parameter is stored in what that points to.
            Some(flow) if flow.stored.iter().any(|(behind, _)| *behind != index) => {
                self.escape(How::Memory, call);
            }
            Some(flow) if !flow.stored.is_empty() => self.deepen(),
            Some(_) => {}
            None => self.escape(How::Unknown, call),
        }
    }
}

/// Whether an instruction is a call of the allocator.
pub(in crate::passes) fn is_allocation(value: Value<'_>) -> bool {
    value
        .callee()
        .is_some_and(|callee| callee.is_function() && callee.name() == ALLOC)
}

/// The objects that an address may lie in, as far as they can be told: allocations, variables, arguments, or what the
/// address was loaded from or returned by.
pub(in crate::passes) fn roots(address: Value<'_>) -> Vec<Value<'_>> {
    let (mut open, mut seen, mut found) = (vec![address], HashSet::new(), Vec::new());
    while let Some(value) = open.pop() {
        if !seen.insert(value) {
            continue;
        }
        match value.op() {
            Op::Gep | Op::BitCast | Op::AddrSpaceCast | Op::Freeze | Op::ExtractValue => {
                open.extend(value.operand(0));
            }
            Op::Phi => open.extend(value.incoming().into_iter().map(|(value, _)| value)),
            Op::Select => open.extend([value.operand(1), value.operand(2)].into_iter().flatten()),
            Op::InsertValue => open.extend(
                value
                    .operands()
                    .into_iter()
                    .filter(|v| v.ty().is_pointer() || !v.ty().is_int()),
            ),
            _ => found.push(value),
        }
    }
    found
}

/// The Go name of the function that an escape happens in, where that is not the function that allocates.
pub(super) fn elsewhere(
    module: &Module<'_>,
    escape: &Escape<'_>,
    allocation: Value<'_>,
) -> Option<String> {
    let function = escape.at.function();
    (function != allocation.function())
        .then(|| go_name(module, function).unwrap_or_else(|| function.name()))
}
