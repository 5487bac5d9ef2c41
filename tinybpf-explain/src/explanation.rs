//! What comes out: why a program was refused.

use tinybpf_object::Position;

use crate::{log::Work, rules::Rule};

/// Why the kernel refused a program, as far as its log and the object tell.
///
/// `Display` writes it in the shape of rustc's errors, on several lines.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Explanation {
    /// Whether the log says that the program was refused; `false` for the log of a program that the kernel took.
    pub refused: bool,
    /// The program.
    pub program: Option<String>,
    /// The rule that was broken; `None` for a complaint that is not known, which `message` has.
    pub rule: Option<&'static Rule>,
    /// What the kernel says, a line each. Where the verifier did not come to a word, what the loader says.
    pub message: Vec<String>,
    /// The instruction that was refused.
    pub instruction: Option<Instruction>,
    /// The Go line that it comes from.
    pub position: Option<Position>,
    /// The text of that line, as it was when the program was compiled.
    pub source: Option<String>,
    /// The calls that led into the function with the instruction, the outermost first.
    pub callers: Vec<Step>,
    /// The way through the program that led there: the places where it branched, without repetitions.
    pub path: Vec<Step>,
    /// How many branches before those of `path` are left out.
    pub path_omitted: usize,
    /// What the registers are that the complaint is about.
    pub registers: Vec<Register>,
    /// What else is known of this case, a sentence each.
    pub notes: Vec<String>,
    /// The verifier's work, where the log says it.
    pub work: Option<Work>,
}

/// An instruction of the loaded program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Instruction {
    /// Its number, as the log counts: from the program's beginning, with the functions that the loader appended.
    pub index: usize,
    /// The instruction as the kernel writes it.
    pub text: String,
    /// The function that it is in.
    pub function: Option<String>,
}

/// A place on the way to the refused instruction.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Step {
    /// Where it is.
    pub position: Position,
    /// The text of the line, without its indentation.
    pub source: String,
    /// Where the way goes on, for a branch.
    pub to: Option<Position>,
    /// How often the same is done in a row.
    pub times: usize,
}

/// A register of the refused instruction.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Register {
    /// Its number: `R1` is 1.
    pub number: u8,
    /// Where its value comes from, in terms of Go; empty if that is not known.
    pub origin: String,
    /// What the verifier knows of it, in words; empty if the log does not say.
    pub value: String,
    /// The same as the log has it.
    pub state: String,
}

impl Register {
    /// The register in a sentence without its period.
    #[must_use]
    pub fn sentence(&self) -> String {
        let name = format!("R{}", self.number);
        match (self.origin.is_empty(), self.value.is_empty()) {
            (true, true) => name,
            (false, true) => format!("{name} is {}", self.origin),
            (true, false) => format!("{name} is {}", self.value),
            (false, false) => format!("{name} is {}: {}", self.origin, self.value),
        }
    }
}
