//! A line of a log.

use super::Visit;

/// What a line is.
#[derive(Debug)]
pub(super) enum Line<'a> {
    /// An instruction, with the registers after it that newer kernels print beside it.
    Instruction { visit: Visit<'a>, state: &'a str },
    /// The registers before the next instruction, or after the last one.
    State { state: &'a str, before: bool },
    /// What follows are the registers of the two sides of a call.
    Call,
    /// The verifier takes up a branch that it had left for later.
    From {
        from: usize,
        to: usize,
        state: &'a str,
    },
    /// It knows the state that it has come to.
    Safe,
    /// A line of the source.
    Source(&'a str),
    /// A global function is verified by itself.
    Validating(&'a str),
    /// It was, and is right.
    Validated,
    /// How much work it was.
    Work(Numbers),
    /// What says nothing of the program.
    Noise,
    /// In place of an instruction that the loader put there because it could not do what was asked: its number. The next line says what.
    Replaced(usize),
    /// The rest: the verifier's complaint.
    Other(&'a str),
}

/// The numbers in the line about the verifier's work.
pub(super) type Numbers = [u64; 6];

/// What stands in place of a state that was known.
pub(super) const SAFE: &str = "safe";

/// Starts of lines that say nothing of why a program is refused: the states in which it is, and how the verifier found which of its numbers
/// matter.
const NOISE: &[&str] = &[
    "verification time ",
    "stack depth ",
    "insns processed ",
    "mark_precise: ",
    "force_precise: ",
    "last_idx ",
    "regs=",
    "parent didn't have ",
    "parent already had ",
    "propagating ",
    "cur state:",
    "old state:",
    "func#",
    "Live regs before insn:",
    "live regs ",
    "frame ",
    "arg#0 reference type('UNKNOWN ') size cannot be determined",
    "kernel config has no ",
    "stacksafe",
    "subprog ",
    "subprog#",
];

/// How cilium/ebpf ends the line that stands for those that it leaves out.
pub(super) const OMITTED: &str = " line(s) omitted)";

/// Starts of lines before the registers of the two sides of a call.
const CALL: &[&str] = &[
    "caller:",
    "callee:",
    "returning from callee:",
    "to caller at ",
];

/// The headline of the kernel's own explanation, from Linux 7.3 on, and what its parts begin with.
pub(super) const EXPLANATION: &str = "Verification failed: ";
pub(super) const PARTS: &[&str] = &["Reason:", "At:", "Causal path:", "Suggestion:"];

impl<'a> Line<'a> {
    pub(super) fn read(line: &'a str) -> Self {
        let line = line.trim();
        if line.is_empty() {
            return Self::Noise;
        }
        if let Some(text) = line.strip_prefix("; ") {
            return Self::Source(text);
        }
        if let Some((index, rest)) = numbered(line) {
            // libbpf's words: `<invalid CO-RE relocation>`, `<invalid kfunc call>`, `<invalid BPF map reference>`.
            if rest.starts_with("<invalid ") {
                return Self::Replaced(index);
            }
            return Self::numbered(index, rest).unwrap_or(Self::Other(line));
        }
        if let Some(from) = from(line) {
            return from;
        }
        if let Some(rest) = line.strip_prefix("processed ")
            && let Some(numbers) = numbers(rest)
        {
            return Self::Work(numbers);
        }
        if let Some(rest) = line.strip_prefix("Validating ")
            && let Some((name, _)) = rest.split_once("() func#")
        {
            return Self::Validating(name);
        }
        if line.starts_with("Func#")
            && (line.contains(" is safe for any args") || line.contains(" is global and "))
        {
            return if line.contains(" is safe for any args") {
                Self::Validated
            } else {
                Self::Noise
            };
        }
        if CALL.iter().any(|start| line.starts_with(start)) {
            return Self::Call;
        }
        if is_state(line) {
            return Self::State {
                state: line,
                before: false,
            };
        }
        if NOISE.iter().any(|start| line.starts_with(start)) || line.ends_with(OMITTED) {
            return Self::Noise;
        }
        Self::Other(line)
    }

    /// A line that starts with the number of an instruction.
    fn numbered(index: usize, rest: &'a str) -> Option<Self> {
        if rest == SAFE {
            return Some(Self::Safe);
        }
        if rest.is_empty() || is_state(rest) {
            return Some(Self::State {
                state: rest,
                before: true,
            });
        }
        // In the table of live registers, dots and digits come first.
        let (table, text) = rest.split_once('(')?;
        if !table.trim().is_empty() {
            return table
                .chars()
                .all(|c| c == '.' || c.is_ascii_digit() || c == ' ')
                .then_some(Self::Noise);
        }
        let (opcode, text) = text.split_once(')')?;
        let opcode = u8::from_str_radix(opcode, 16).ok()?;
        let (text, state) = beside(text.trim());
        let visit = Visit {
            index,
            opcode,
            text,
            ..Visit::default()
        };
        Some(Self::Instruction { visit, state })
    }
}

/// The number before a colon.
fn numbered(line: &str) -> Option<(usize, &str)> {
    let (number, rest) = line.split_once(':')?;
    Some((number.parse().ok()?, rest.trim()))
}

/// An instruction, and the state beside it.
fn beside(text: &str) -> (&str, &str) {
    if let Some((text, state)) = text.split_once(" ;") {
        return (text.trim(), state.trim());
    }
    // Where a call enters a function that is called back, the state before its first instruction stands on the same line.
    match text.split_once(": ") {
        Some((call, state)) if is_state(state) => {
            let call = call.trim_end_matches(|c: char| c.is_ascii_digit());
            (call.trim(), "")
        }
        _ => (text, ""),
    }
}

/// Whether a text is that of registers and of the stack: `R1=…`, `R1_w=…`, `frame1: …`, `fp-8=…`, `refs=…`.
fn is_state(text: &str) -> bool {
    let start = text.split(['=', ':']).next().unwrap_or_default();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let register = |text: &str| {
        let number = text.split('_').next().unwrap_or_default();
        digits(number)
    };
    if start.len() == text.len() {
        return false;
    }
    start.strip_prefix('R').is_some_and(register)
        || start.strip_prefix("fp-").is_some_and(register)
        || start.strip_prefix("frame").is_some_and(digits) && text.contains('=')
        || start == "refs"
}

/// `from 12 to 15: …`, also `from 12 to 15 (speculative execution): …`.
fn from(line: &str) -> Option<Line<'_>> {
    let (from, rest) = line.strip_prefix("from ")?.split_once(" to ")?;
    let (to, state) = rest.split_once(':')?;
    let to = to.split(' ').next()?;
    Some(Line::From {
        from: from.parse().ok()?,
        to: to.parse().ok()?,
        state: state.trim(),
    })
}

/// `12 insns (limit 1000000) max_states_per_insn 0 total_states 0 peak_states 0 mark_read 0`; older kernels leave some out.
fn numbers(text: &str) -> Option<Numbers> {
    let mut words = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|word| !word.is_empty());
    let mut numbers = [0; 6];
    numbers[0] = words.next()?.parse().ok()?;
    for number in &mut numbers[1..] {
        *number = words.next().and_then(|word| word.parse().ok()).unwrap_or(0);
    }
    Some(numbers)
}

/// Whether an instruction is a conditional jump that may go to another.
pub(super) fn goes_to(visit: &Visit<'_>, to: usize) -> bool {
    if !visit.text.starts_with("if ") {
        return false;
    }
    let distance = visit
        .text
        .rsplit_once("goto pc")
        .map(|(_, distance)| distance);
    let distance = distance.and_then(|distance| distance.trim().parse::<i64>().ok());
    let next = visit.index as i64 + 1;
    to as i64 == next || distance.is_some_and(|distance| next.saturating_add(distance) == to as i64)
}
