//! Why the kernel's verifier refused a program, in terms of its source.

use std::{
    fs,
    io::{self, Read as _},
    path::Path,
};

use serde_json::{Value, json};
use tinybpf_core::Topic;
use tinybpf_explain::{Explanation, Position, Step};

use crate::Error;

/// The explanation of a log in a file, of the program with that name or of the one that fits.
pub(super) fn explained(
    log: &Path,
    object: &Path,
    program: Option<&str>,
) -> Result<Explanation, Error> {
    let data = fs::read(object).map_err(|source| Error::io(object, source))?;
    let text = read(log).map_err(|source| Error::io(log, source))?;
    let explanation = tinybpf_explain::explain_here(&text, &data, program);
    if says_something(&explanation) {
        return Ok(explanation);
    }
    let name = match log.to_str() {
        Some("-") => "standard input".to_owned(),
        _ => log.display().to_string(),
    };
    let problem = match text.trim() {
        "" => "there is nothing in it",
        _ => "there is nothing of a verifier's log in it",
    };
    Err(Error::input(
        Topic::Input,
        name,
        problem,
        "give the whole error of the loader, with all its lines, or ask the kernel again: `cargo tinybpf verify OBJ --kernel`",
    ))
}

/// Whether a file is a verifier's log, or the error of a loader with one in it.
pub(super) fn is_log(path: &Path) -> bool {
    path.is_file()
        && read(path).is_ok_and(|text| says_something(&tinybpf_explain::explain(&text, &[], None)))
}

/// A text; what is no UTF-8 in it is replaced, for a log may be cut anywhere.
fn read(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().read_to_end(&mut bytes)?;
    } else {
        bytes = fs::read(path)?;
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Whether anything of the verifier's was in a text.
fn says_something(explanation: &Explanation) -> bool {
    explanation.rule.is_some() || explanation.instruction.is_some() || explanation.work.is_some()
}

/// An explanation for tools.
pub(in crate::cli) fn value(explanation: &Explanation) -> Value {
    let mends = explanation.rule.map_or(&[][..], |rule| rule.mends);
    json!({
        "refused": explanation.refused,
        "program": explanation.program,
        "rule": explanation.rule.map(|rule| rule.name),
        "title": explanation.rule.map(|rule| rule.title),
        "why": explanation.rule.map(|rule| rule.why),
        "kernel": explanation.message,
        "position": explanation.position.as_ref().map(position),
        "source": explanation.source,
        "instruction": explanation.instruction.as_ref().map(|instruction| json!({
            "index": instruction.index,
            "text": instruction.text,
            "function": instruction.function,
        })),
        "registers": explanation.registers.iter().map(|register| json!({
            "number": register.number,
            "origin": register.origin,
            "value": register.value,
            "state": register.state,
        })).collect::<Vec<_>>(),
        "callers": explanation.callers.iter().map(step).collect::<Vec<_>>(),
        "path": explanation.path.iter().map(step).collect::<Vec<_>>(),
        "path_omitted": explanation.path_omitted,
        "notes": explanation.notes,
        "mends": mends.iter().map(|mend| json!({"text": mend.text, "code": mend.code})).collect::<Vec<_>>(),
        "verified_instructions": explanation.work.map(|work| work.instructions),
    })
}

fn step(step: &Step) -> Value {
    json!({
        "position": position(&step.position),
        "source": step.source,
        "to": step.to.as_ref().map(position),
        "times": step.times,
    })
}

fn position(position: &Position) -> Value {
    json!({"file": position.file, "line": position.line, "column": position.column})
}
