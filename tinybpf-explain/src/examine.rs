//! Puts together what the log, the object and the rules say.

mod details;
mod path;

use std::borrow::Cow;

use tinybpf_object::object::insn::opcode;

use crate::{
    Explanation, Instruction, Position, Register, Step, go,
    image::{GoLine, Image},
    log::Log,
    rules,
    trace::{Origin, Tracer},
    words::{self, Teller},
};

/// Reads the types of the kernel that refused a program, where they are at hand: raw BTF.
pub(crate) type Kernel<'a> = &'a dyn Fn() -> Option<Vec<u8>>;

/// Explains a log.
pub(crate) fn examine(
    text: &str,
    object: &[u8],
    program: Option<&str>,
    kernel: Kernel<'_>,
) -> Explanation {
    let text = unescaped(text);
    let log = Log::read(&text, program);
    let mut explanation = Explanation {
        refused: !log.is_accepted(),
        program: program.or(log.program).map(str::to_owned),
        work: log.work,
        ..Explanation::default()
    };
    complaint(&mut explanation, &log);
    match Image::read(object, &log, program) {
        Ok(image) if image.is_known() => {
            explanation.program = image.program().map(str::to_owned).or(explanation.program);
            if explanation.refused {
                place(&mut explanation, &log, &image);
                details::add(&mut explanation, &log, Some(&image), kernel);
            }
        }
        other => {
            if explanation.refused {
                printed_line(&mut explanation, &log);
                details::add(&mut explanation, &log, None, kernel);
                explanation.notes.extend(
                    other
                        .err()
                        .map(|malformed| format!("the object cannot be read: {malformed}")),
                );
                if !log.path.is_empty() && explanation.notes.is_empty() {
                    explanation.notes.push("no program of the object has these instructions: it is another object, or another build of it".to_owned());
                }
            }
        }
    }
    explanation
}

/// A log that went through a format with escapes, such as JSON or `{:?}`, has no lines any more.
fn unescaped(text: &str) -> Cow<'_, str> {
    if text.contains("\\n") && text.lines().count() < 4 {
        return text
            .replace("\\n", "\n")
            .replace("\\t", "\t")
            .replace("\\\"", "\"")
            .into();
    }
    text.into()
}

/// What the kernel says, and the rule that it is about.
fn complaint(explanation: &mut Explanation, log: &Log<'_>) {
    explanation.rule = rules::find(&log.message);
    let mut message = log.message.clone();
    if explanation.rule.is_none() && (message.is_empty() || log.path.is_empty()) {
        // No verifier came to a word: what came before it is all there is.
        let lines: Vec<&str> = log.outside.iter().chain(&log.message).copied().collect();
        let mut rule = rules::find_loading(&lines);
        if log.cut {
            // The verifier had begun: the error is that of its refusal, or of the log.
            rule = rule.filter(|rule| rule.name == "too-large-log");
            explanation.notes.push(
                "the log breaks off there, before the verifier says what is wrong".to_owned(),
            );
        }
        if rule.is_some() || message.is_empty() && !log.cut {
            explanation.rule = rule;
            explanation.refused |= rule.is_some();
            message = lines;
        }
    }
    const MOST: usize = 6;
    let left_out = message.len().saturating_sub(MOST);
    explanation.message = message
        .into_iter()
        .skip(left_out)
        .map(|line| shortened(line, 400))
        .collect();
    if log.summary {
        explanation.notes.push(
            "this is the end of the log only: cilium/ebpf prints all of it, and with that the line, for `%+v` of the *ebpf.VerifierError"
                .to_owned(),
        );
    }
    if !log.reason.is_empty() {
        explanation
            .notes
            .push(format!("the kernel explains: {}", log.reason.join(" ")));
    }
    if !log.suggestion.is_empty() {
        explanation
            .notes
            .push(format!("the kernel suggests: {}", log.suggestion.join(" ")));
    }
}

/// The Go line, the way there, and the registers.
fn place(explanation: &mut Explanation, log: &Log<'_>, image: &Image<'_>) {
    let last = log.path.len().checked_sub(1);
    let named = details::named_instruction(&log.message).or(log.replaced);
    let index = named.or_else(|| Some(log.path[last?].index));
    let Some(index) = index else {
        return begin(explanation, log, image);
    };
    let visited = last.filter(|last| log.path[*last].index == index);
    let line = image.line(index);
    explanation.position = line.map(|line| line.position());
    explanation.source = line.map(|line| line.text.to_owned());
    explanation.instruction = Some(Instruction {
        index,
        text: visited.map_or_else(String::new, |visit| log.path[visit].text.to_owned()),
        function: image
            .at(index)
            .map(|(function, _)| image.functions[function].name.to_owned()),
    });
    let tracer = Tracer::new(image, log);
    if let Some(visit) = visited.or(last) {
        explanation.callers = tracer
            .callers(visit)
            .into_iter()
            .filter_map(|call| Some(step(&image.line(log.path[call].index)?)))
            .collect();
        explanation.registers = registers(log, image, &tracer, visit);
    }
    (explanation.path, explanation.path_omitted) = path::branches(log, image);
}

/// Where the program begins, for a complaint about the whole of it.
fn begin(explanation: &mut Explanation, log: &Log<'_>, image: &Image<'_>) {
    let loading = explanation
        .rule
        .is_some_and(|rule| rules::of_loading().any(|other| other == rule));
    // Without its last line, a log may have been about anything.
    let whole = log.work.is_some() && !loading;
    let Some(line) = image.line(0).filter(|_| whole) else {
        return;
    };
    explanation.position = Some(Position {
        column: 0,
        ..line.position()
    });
    explanation.source = Some(line.text.to_owned());
    explanation
        .notes
        .push("this is about the program as a whole, which begins there".to_owned());
}

/// What the registers hold that the complaint names, or by which the instruction accesses memory.
fn registers(
    log: &Log<'_>,
    image: &Image<'_>,
    tracer: &Tracer<'_, '_>,
    visit: usize,
) -> Vec<Register> {
    let index = log.path[visit].index;
    let Some((function, insn)) = image.at(index) else {
        return Vec::new();
    };
    let line = (insn.opcode == opcode::CALL)
        .then(|| image.line(index))
        .flatten();
    let callee = tracer.callee_name(visit, function, insn);
    let argument = |number: u8| {
        let line = line?;
        go::argument(line.text, line.column, callee, usize::from(number))
    };
    let mut numbers = details::named_registers(&log.message);
    if numbers.is_empty() {
        numbers.extend(insn.memory_base());
    }
    let teller = Teller { image, log };
    numbers
        .into_iter()
        .map(|number| {
            let state = details::state_before(log, visit, number).unwrap_or_default();
            let found = tracer.register(visit, number);
            Register {
                number,
                origin: with_argument(teller.origin(&found), argument(number)),
                value: match found {
                    Origin::Context => String::new(),
                    _ => words::state(state),
                },
                state: state.to_owned(),
            }
        })
        .collect()
}

/// An origin in words, with the argument that it is, where it does not name a variable that is in there.
fn with_argument(origin: String, argument: Option<&str>) -> String {
    let variable = origin
        .strip_prefix('`')
        .and_then(|rest| rest.split(['`', ' ']).next());
    match argument {
        Some(argument) if variable.is_none_or(|name| !argument.contains(name)) => {
            let comma = if origin.is_empty() { "" } else { ", " };
            format!("the argument `{argument}`{comma}{origin}")
        }
        _ => origin,
    }
}

/// Without the object: the line that the kernel printed last, with its file and number from Linux 6.9 on.
fn printed_line(explanation: &mut Explanation, log: &Log<'_>) {
    let Some(printed) = log.source else { return };
    let (text, place) = printed.rsplit_once(" @ ").unwrap_or((printed, ""));
    explanation.source = Some(text.to_owned());
    explanation.position = place.rsplit_once(':').and_then(|(file, line)| {
        Some(Position {
            file: file.to_owned(),
            line: line.parse().ok()?,
            column: 0,
        })
    });
    if explanation.position.is_none() {
        explanation.notes.push(format!(
            "the last source line in the log is `{}`",
            text.trim()
        ));
    }
    if let Some(visit) = log.path.last() {
        explanation.instruction = Some(Instruction {
            index: visit.index,
            text: visit.text.to_owned(),
            function: None,
        });
    }
}

/// A place on the way.
fn step(line: &GoLine<'_>) -> Step {
    let source = line.text.split(" // ").next().unwrap_or_default();
    Step {
        position: line.position(),
        source: shortened(source.trim(), 70),
        to: None,
        times: 1,
    }
}

/// A text of at most so many characters.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars()
        .take(most.saturating_sub(1))
        .chain(['…'])
        .collect()
}
