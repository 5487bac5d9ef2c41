//! Reads what the verifier prints, in the formats of Linux 5.10 to 7.3, bare or within the text of a loader.
//!
//! The format is that of `kernel/bpf/log.c` and of `do_check` and `is_state_visited` in `kernel/bpf/verifier.c`.

mod line;

use line::{Line, Numbers};

/// A log, in terms of the lines that it has.
#[derive(Debug, Default)]
pub(crate) struct Log<'a> {
    /// The instructions on the way to the refused one, in the order in which they were verified.
    pub(crate) path: Vec<Visit<'a>>,
    /// What the verifier says of the program: its last words, a line each.
    pub(crate) message: Vec<&'a str>,
    /// The instruction that it is about where a loader put its own words in place of the kernel's.
    pub(crate) replaced: Option<usize>,
    /// Whether the log breaks off before the verifier says what is wrong.
    pub(crate) cut: bool,
    /// Whether it is one line of cilium/ebpf's, with the end of the log alone.
    pub(crate) summary: bool,
    /// What loaders say around the log.
    pub(crate) outside: Vec<&'a str>,
    /// The program that the loader names.
    pub(crate) program: Option<&'a str>,
    /// The global function that is verified by itself, where it is one.
    pub(crate) validating: Option<&'a str>,
    /// How much work the program was, where the log says it.
    pub(crate) work: Option<Work>,
    /// The source line that was printed last: text, and from Linux 6.9 on file and line.
    pub(crate) source: Option<&'a str>,
    /// The kernel's own explanation, which it gives from Linux 7.3 on: the lines of its reason and of its suggestion.
    pub(crate) reason: Vec<&'a str>,
    pub(crate) suggestion: Vec<&'a str>,
}

/// An instruction that the verifier went over.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Visit<'a> {
    /// Its number in the loaded program.
    pub(crate) index: usize,
    /// Its opcode.
    pub(crate) opcode: u8,
    /// The instruction as the kernel writes it.
    pub(crate) text: &'a str,
    /// The registers before it, if they are printed.
    pub(crate) before: &'a str,
    /// The registers after it that it changed or used, if they are printed.
    pub(crate) after: &'a str,
    /// Whether the way on that the verifier kept for later was taken up.
    resumed: bool,
}

/// The verifier's work for a program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Work {
    /// Instructions that were verified, each as often as the verifier came there.
    pub instructions: u64,
    /// How many it verifies at most.
    pub limit: u64,
    /// States that it kept at most at one time.
    pub peak_states: u64,
}

impl<'a> Log<'a> {
    /// Reads a log; of several, that of `program`, or the last one.
    pub(crate) fn read(text: &'a str, program: Option<&str>) -> Self {
        if let Some(summary) = summary(text) {
            return summary;
        }
        let mut reader = Reader::default();
        for block in blocks(text, program) {
            match block {
                Block::Outside(text) => {
                    let lines = text.lines().map(str::trim);
                    reader
                        .log
                        .outside
                        .extend(lines.filter(|line| !line.is_empty()));
                }
                Block::Log { text, program } => {
                    reader.log.program = program.or(reader.log.program);
                    text.lines().for_each(|line| reader.line(line));
                }
            }
        }
        reader.finish()
    }

    /// Whether the log ends as that of a program that the kernel took.
    pub(crate) fn is_accepted(&self) -> bool {
        self.message.is_empty()
            && self.work.is_some_and(|work| work.instructions > 0)
            && self.path.last().is_none_or(Visit::is_exit)
    }
}

impl Visit<'_> {
    pub(crate) fn is_exit(&self) -> bool {
        self.opcode == 0x95
    }
}

#[derive(Default)]
struct Reader<'a> {
    log: Log<'a>,
    /// Lines that are nothing else, since the last instruction.
    others: Vec<&'a str>,
    /// What was printed of the registers before the next instruction.
    before: &'a str,
    /// Calls of functions that the program has not returned from.
    depth: usize,
    /// Whether what follows is no continuation of the last instruction.
    elsewhere: bool,
    /// Whether the states that follow are those of a call's two sides.
    call: bool,
    /// The part of the kernel's own explanation that is read.
    part: Option<&'a str>,
}

impl<'a> Reader<'a> {
    fn line(&mut self, line: &'a str) {
        if self.is_explained(line) {
            return;
        }
        match Line::read(line) {
            Line::Instruction { visit, state } => self.visit(visit, state),
            Line::State {
                state,
                before: true,
            } => self.before = state,
            Line::State {
                state,
                before: false,
            } => match self.log.path.last_mut() {
                Some(visit) if visit.after.is_empty() && !self.call => visit.after = state,
                _ => {}
            },
            Line::Call => self.call = true,
            Line::From { from, to, state } => {
                self.others.clear();
                self.resume(to, Some(from));
                self.before = state;
                self.elsewhere = state == line::SAFE;
            }
            Line::Safe => {
                self.others.clear();
                self.elsewhere = true;
            }
            Line::Source(text) => self.log.source = Some(text),
            Line::Validating(name) => {
                self.log = Log {
                    validating: Some(name),
                    program: self.log.program,
                    outside: std::mem::take(&mut self.log.outside),
                    ..Log::default()
                };
                self.others.clear();
                self.depth = 0;
            }
            Line::Validated => {
                self.others.clear();
                self.log.validating = None;
                self.log.path.clear();
            }
            Line::Work(numbers) => self.log.work = Some(Self::work(numbers)),
            Line::Replaced(index) => self.log.replaced = Some(index),
            Line::Noise => {}
            Line::Other(text) => self.others.push(text),
        }
    }

    /// Whether a line belongs to the kernel's own explanation: a headline, then parts whose lines are indented.
    fn is_explained(&mut self, line: &'a str) -> bool {
        if line.starts_with(line::EXPLANATION) {
            self.part = Some("");
            return true;
        }
        let Some(part) = &mut self.part else {
            return false;
        };
        if line.starts_with("  ") || line.trim().is_empty() {
            let lines = match *part {
                "Reason:" => &mut self.log.reason,
                "Suggestion:" => &mut self.log.suggestion,
                _ => return true,
            };
            lines.extend(Some(line.trim()).filter(|line| !line.is_empty()));
            return true;
        }
        let next = line::PARTS.iter().find(|part| line.trim() == **part);
        match next {
            Some(next) => *part = next,
            None => self.part = None,
        }
        next.is_some()
    }

    fn work([instructions, limit, _, _, peak_states, ..]: Numbers) -> Work {
        Work {
            instructions,
            limit,
            peak_states,
        }
    }

    fn visit(&mut self, mut visit: Visit<'a>, state: &'a str) {
        if std::mem::take(&mut self.elsewhere) {
            self.resume(visit.index, None);
        }
        self.others.clear();
        self.log.reason.clear();
        self.log.suggestion.clear();
        self.call = false;
        visit.before = std::mem::take(&mut self.before);
        visit.after = state;
        match visit.opcode {
            0x95 if self.depth == 0 => self.elsewhere = true,
            0x95 => self.depth -= 1,
            0x85 if visit.text.starts_with("call pc") => self.depth += 1,
            _ => {}
        }
        self.log.path.push(visit);
    }

    /// Goes back to the branch from which the verifier goes on, which it remembers last of all.
    fn resume(&mut self, to: usize, from: Option<usize>) {
        self.elsewhere = false;
        let branch = self.log.path.iter().rposition(|visit| {
            !visit.resumed
                && match from {
                    Some(from) => visit.index == from,
                    None => line::goes_to(visit, to),
                }
        });
        if let Some(branch) = branch {
            self.log.path.truncate(branch + 1);
            self.log.path[branch].resumed = true;
            let calls =
                |visit: &&Visit<'_>| visit.opcode == 0x85 && visit.text.starts_with("call pc");
            let calls = self.log.path.iter().filter(calls).count();
            let exits = self.log.path.iter().filter(|visit| visit.is_exit()).count();
            self.depth = calls.saturating_sub(exits);
        }
    }

    fn finish(mut self) -> Log<'a> {
        self.log.message = self.others;
        self.log.cut =
            !self.log.path.is_empty() && self.log.message.is_empty() && self.log.work.is_none();
        self.log
    }
}

/// cilium/ebpf's error on one line, which has no more than the last lines of the log:
/// `program prog: load program: permission denied: LINE: LINE (24 line(s) omitted)`.
fn summary(text: &str) -> Option<Log<'_>> {
    let text = text.trim();
    let (before, rest) = text.split_once("load program: ")?;
    let (_, said) = rest.split_once(": ").filter(|_| !text.contains('\n'))?;
    let said = match said.rsplit_once(" (") {
        Some((said, omitted)) if omitted.ends_with(line::OMITTED) => said,
        _ => said,
    };
    let program = before.rsplit_once("program ");
    Some(Log {
        message: said.split(": ").collect(),
        program: program.map(|(_, name)| name.trim_end_matches([':', ' '])),
        summary: true,
        ..Log::default()
    })
}

/// A part of a text.
enum Block<'a> {
    /// What a loader says.
    Outside(&'a str),
    /// What the verifier says.
    Log {
        text: &'a str,
        program: Option<&'a str>,
    },
}

/// libbpf's lines around a log; `prog 'NAME': ` is before the first.
const BEGIN: &str = "-- BEGIN PROG LOAD LOG --";
const END: &str = "-- END PROG LOAD LOG --";
/// aya's words before a log.
const AYA: &str = "Verifier output: ";

/// Takes the text of a loader apart.
fn blocks<'a>(text: &'a str, program: Option<&str>) -> Vec<Block<'a>> {
    let mut logs = Vec::new();
    let mut outside = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(BEGIN) {
        let (log, next) = after.split_once(END).unwrap_or((after, ""));
        logs.push((
            quoted_program(before.lines().last().unwrap_or_default()),
            log,
        ));
        outside.push(before);
        rest = next;
    }
    if logs.is_empty()
        && let Some((before, after)) = rest.split_once(AYA)
    {
        outside.push(before);
        rest = after;
        // The cause comes after the log, in the text that prints all causes.
        let (log, cause) = after.rsplit_once("\n: ").unwrap_or((after, ""));
        logs.push((None, log));
        rest = if cause.is_empty() {
            ""
        } else {
            &rest[log.len()..]
        };
    }
    if logs.is_empty() {
        return vec![Block::Log {
            text: rest,
            program: None,
        }];
    }
    outside.push(rest);
    let named = logs
        .iter()
        .rposition(|(name, _)| name.is_some() && *name == program);
    let (name, log) = logs[named.unwrap_or(logs.len() - 1)];
    let mut blocks: Vec<_> = outside.into_iter().map(Block::Outside).collect();
    blocks.push(Block::Log {
        text: log,
        program: name,
    });
    blocks
}

/// The name in `prog 'NAME': `.
fn quoted_program(line: &str) -> Option<&str> {
    let (_, name) = line.split_once("prog '")?;
    Some(name.split_once('\'')?.0)
}

#[cfg(test)]
mod tests;
