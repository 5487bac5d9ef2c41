//! Follows a register of the refused instruction back to where it came from, along the way that the log shows.

use std::cell::Cell;

use tinybpf_object::object::{
    code::Callee,
    insn::{Insn, class, opcode},
};

use crate::{image::Image, log::Log};

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Origin<'a> {
    /// A helper, kfunc or function returned it.
    Result {
        name: &'a str,
        visit: usize,
    },
    /// The program's argument.
    Context,
    /// A function's parameter, from 0.
    Parameter {
        function: usize,
        number: usize,
    },
    /// What a helper hands to the function that it calls back: its parameter, from 0.
    Callback {
        helper: &'a str,
        number: usize,
        function: usize,
    },
    /// The address of a map, variable or section.
    Symbol {
        name: &'a str,
        offset: i64,
    },
    /// A place in the frame.
    Stack {
        offset: i64,
    },
    Constant(i64),
    /// Read from memory.
    Loaded {
        from: Box<Origin<'a>>,
        offset: i64,
        size: u8,
        visit: usize,
    },
    /// Moved by a constant.
    Moved {
        base: Box<Origin<'a>>,
        by: i64,
        visit: usize,
    },
    /// Computed of two values.
    Computed {
        left: Box<Origin<'a>>,
        right: Box<Origin<'a>>,
        visit: usize,
    },
    /// Computed of one value and a constant.
    Changed {
        from: Box<Origin<'a>>,
        visit: usize,
    },
    /// A call forgot it.
    Forgotten {
        visit: usize,
    },
    Unknown,
}

/// How many steps of computation are followed.
const DEPTH: usize = 12;

/// How many instructions of the way are looked at in all, so that a log of a million rounds takes no time.
const WORK: usize = 4_000_000;

/// The frame pointer.
const FRAME: u8 = 10;

pub(crate) struct Tracer<'i, 'a> {
    image: &'i Image<'a>,
    log: &'i Log<'a>,
    /// The depth of calls at each visit.
    depths: Vec<u16>,
    work: Cell<usize>,
}

impl<'i, 'a> Tracer<'i, 'a> {
    pub(crate) fn new(image: &'i Image<'a>, log: &'i Log<'a>) -> Self {
        let mut depths = Vec::with_capacity(log.path.len());
        let mut depth = 0_u16;
        for (number, visit) in log.path.iter().enumerate() {
            depths.push(depth);
            if enters(image, log, number) {
                depth = depth.saturating_add(1);
            } else if visit.is_exit() {
                depth = depth.saturating_sub(1);
            }
        }
        Self {
            image,
            log,
            depths,
            work: Cell::new(WORK),
        }
    }

    /// The visits of the calls that led into the function of a visit, the outermost first.
    pub(crate) fn callers(&self, visit: usize) -> Vec<usize> {
        let mut callers = Vec::new();
        let mut depth = self.depths.get(visit).copied().unwrap_or(0);
        for number in (0..visit).rev() {
            if depth == 0 {
                break;
            }
            if self.depths[number] < depth {
                callers.push(number);
                depth = self.depths[number];
            }
        }
        callers.reverse();
        callers
    }

    /// Where the value of a register comes from, as it is before a visit.
    pub(crate) fn register(&self, visit: usize, register: u8) -> Origin<'a> {
        self.follow(visit, register, DEPTH)
    }

    /// The same with a budget of steps.
    fn follow(&self, visit: usize, mut register: u8, budget: usize) -> Origin<'a> {
        let Some(budget) = budget.checked_sub(1) else {
            return Origin::Unknown;
        };
        let Some(mut depth) = self.depths.get(visit).copied() else {
            return Origin::Unknown;
        };
        if register == FRAME {
            return Origin::Stack { offset: 0 };
        }
        let mut number = visit;
        while let Some(before) = number.checked_sub(1) {
            number = before;
            if !self.spend() {
                return Origin::Unknown;
            }
            let here = self.depths[number];
            let Some((function, insn)) = self.image.at(self.log.path[number].index) else {
                return Origin::Unknown;
            };
            if here > depth {
                // A function that has returned: its result is our R0.
                if register == 0
                    && here == depth + 1
                    && insn.opcode == opcode::EXIT
                    && self.returns(number, depth)
                {
                    depth = here;
                }
                continue;
            }
            if here < depth {
                match self.argument(number, function, insn, register) {
                    Some(origin) => return origin,
                    None => depth = here,
                }
                continue;
            }
            if insn.opcode == opcode::CALL {
                if register == 0 && !self.is_entered(number, function, insn) {
                    return self.result(number, function, insn);
                }
                if (1..=5).contains(&register) {
                    return Origin::Forgotten { visit: number };
                }
                continue;
            }
            if !insn.writes_dst() || insn.dst != register {
                continue;
            }
            if insn.is_copy() {
                register = insn.src;
                if register == FRAME {
                    return Origin::Stack { offset: 0 };
                }
                continue;
            }
            return self.written(number, function, insn, budget);
        }
        self.entry(register)
    }

    /// What an instruction other than a copy writes into its register.
    fn written(&self, visit: usize, function: usize, insn: &Insn, budget: usize) -> Origin<'a> {
        const OPERATION: u8 = 0xf0;
        const MOVE: u8 = 0xb0;
        const BY_REGISTER: u8 = 8;
        match (insn.class(), insn.opcode) {
            (class::LD, opcode::LD_IMM64) => match self.image.symbol(function, insn) {
                Some(name) => Origin::Symbol {
                    name,
                    offset: insn.imm,
                },
                None => Origin::Constant(insn.imm),
            },
            (class::LD, _) => Origin::Unknown,
            (class::LDX, _) => self.loaded(visit, insn, budget),
            (_, code) if code & OPERATION == MOVE && code & BY_REGISTER == 0 => {
                Origin::Constant(insn.imm)
            }
            (_, code) if code & OPERATION == MOVE => self.follow(visit, insn.src, budget),
            (_, opcode::ADD64_IMM) => self.moved(visit, insn.dst, insn.imm, budget),
            (_, opcode::SUB64_IMM) => self.moved(visit, insn.dst, insn.imm.wrapping_neg(), budget),
            (_, code) if code & BY_REGISTER != 0 => Origin::Computed {
                left: Box::new(self.follow(visit, insn.dst, budget)),
                right: Box::new(self.follow(visit, insn.src, budget)),
                visit,
            },
            _ => Origin::Changed {
                from: Box::new(self.follow(visit, insn.dst, budget)),
                visit,
            },
        }
    }

    fn moved(&self, visit: usize, register: u8, by: i64, budget: usize) -> Origin<'a> {
        match self.follow(visit, register, budget) {
            Origin::Stack { offset } => Origin::Stack {
                offset: offset.wrapping_add(by),
            },
            Origin::Moved {
                base,
                by: more,
                visit,
            } => Origin::Moved {
                base,
                by: by.wrapping_add(more),
                visit,
            },
            base => Origin::Moved {
                base: Box::new(base),
                by,
                visit,
            },
        }
    }

    /// What a load reads: of the frame, what was stored there last.
    fn loaded(&self, visit: usize, insn: &Insn, budget: usize) -> Origin<'a> {
        let offset = i64::from(insn.off);
        let size = [4, 2, 1, 8][usize::from((insn.opcode >> 3) & 3)];
        let from = self.follow(visit, insn.src, budget);
        if let Origin::Stack { offset: base } = from
            && insn.src == FRAME
            && let Some(origin) = self.stored(visit, base.wrapping_add(offset), budget)
        {
            return origin;
        }
        Origin::Loaded {
            from: Box::new(from),
            offset,
            size,
            visit,
        }
    }

    /// What was stored last in a place of the frame, by way of the frame pointer itself.
    fn stored(&self, visit: usize, offset: i64, budget: usize) -> Option<Origin<'a>> {
        let depth = self.depths[visit];
        for number in (0..visit).rev() {
            if self.depths[number] < depth || !self.spend() {
                return None;
            }
            let (_, insn) = self.image.at(self.log.path[number].index)?;
            let here =
                self.depths[number] == depth && insn.dst == FRAME && i64::from(insn.off) == offset;
            match insn.class() {
                class::STX if here && insn.opcode & 0xe0 == 0x60 => {
                    return Some(self.follow(number, insn.src, budget));
                }
                class::ST if here => return Some(Origin::Constant(insn.imm)),
                _ => {}
            }
        }
        None
    }

    /// A parameter where it is not known what the caller hands over; `None` where the caller's register of the same number is it.
    fn argument(
        &self,
        call: usize,
        function: usize,
        insn: &Insn,
        register: u8,
    ) -> Option<Origin<'a>> {
        if !(1..=5).contains(&register) {
            return Some(Origin::Unknown);
        }
        let callee = self.image.call(function, insn).map(|call| call.callee);
        if let Some(Callee::Function(_)) = callee {
            return None;
        }
        let entered = self
            .log
            .path
            .get(call + 1)
            .and_then(|visit| self.image.function_at(visit.index));
        Some(match entered {
            Some(entered) => Origin::Callback {
                helper: self.callee_name(call, function, insn),
                number: usize::from(register) - 1,
                function: entered,
            },
            None => Origin::Unknown,
        })
    }

    /// Whether the exit at a visit ends a function whose result is that of the call, which a callback's is not.
    fn returns(&self, exit: usize, depth: u16) -> bool {
        let call = (0..exit)
            .rev()
            .take_while(|_| self.spend())
            .find(|number| self.depths[*number] == depth);
        call.and_then(|call| {
            let (function, insn) = self.image.at(self.log.path[call].index)?;
            Some(self.is_entered(call, function, insn))
        })
        .unwrap_or(false)
    }

    /// Whether a call goes to a function of the program that the log enters there, as static functions are.
    fn is_entered(&self, visit: usize, function: usize, insn: &Insn) -> bool {
        let callee = self.image.call(function, insn).map(|call| call.callee);
        matches!(callee, Some(Callee::Function(_))) && enters(self.image, self.log, visit)
    }

    fn result(&self, visit: usize, function: usize, insn: &Insn) -> Origin<'a> {
        Origin::Result {
            name: self.callee_name(visit, function, insn),
            visit,
        }
    }

    /// The name of what is called, as the log or the object has it.
    pub(crate) fn callee_name(&self, visit: usize, function: usize, insn: &Insn) -> &'a str {
        let logged = self.log.path[visit].text.strip_prefix("call ");
        let logged = logged.and_then(|call| call.split(['#', ' ']).next());
        match self.image.call(function, insn).map(|call| call.callee) {
            Some(Callee::Function(callee)) => self.image.functions[callee].name,
            Some(Callee::Extern(name)) => name,
            Some(Callee::Helper(number)) => u32::try_from(number)
                .ok()
                .and_then(tinybpf_object::helpers::by_id)
                .map_or(logged.unwrap_or_default(), |helper| helper.name),
            _ => logged.unwrap_or_default(),
        }
    }

    /// Counts an instruction that was looked at; whether there is work left.
    fn spend(&self) -> bool {
        let left = self.work.get();
        self.work.set(left.saturating_sub(1));
        left > 0
    }

    /// A register where the log begins.
    fn entry(&self, register: u8) -> Origin<'a> {
        let first = self.log.path.first();
        let function = first.and_then(|visit| self.image.function_at(visit.index));
        match (function, register) {
            (Some(function), 1..=5) if self.log.validating.is_some() => Origin::Parameter {
                function,
                number: usize::from(register) - 1,
            },
            (Some(function), 1) if self.image.start(function) == Some(0) => Origin::Context,
            _ => Origin::Unknown,
        }
    }
}

/// Whether the verifier goes from a call into the function that is called, or called back.
fn enters(image: &Image<'_>, log: &Log<'_>, visit: usize) -> bool {
    let (Some(call), Some(next)) = (log.path.get(visit), log.path.get(visit + 1)) else {
        return false;
    };
    call.opcode == opcode::CALL
        && next.index != call.index + 1
        && image.function_at(next.index).is_some()
}
