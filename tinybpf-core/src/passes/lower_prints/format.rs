//! The format as the kernel takes it: verbs say how many bits a value has, and whether it is signed, which Go's types say here.

use super::{
    Fault,
    values::{Given, Kind},
};
use crate::{
    counted,
    helpers::formats::{Prints, Verb, verbs},
    passes::foresee::unknown_verb,
};

/// The format for values of these types, with a zero byte at its end.
pub(super) fn rewritten(format: &[u8], values: &[Given<'_>]) -> Result<Vec<u8>, Fault> {
    let verbs = verbs(format);
    if verbs.len() != values.len() {
        let (verbs, values) = (verbs.len(), values.len());
        return Err((
            format!(
                "the format has {}, and the call gives {}",
                counted(verbs, "verb"),
                counted(values, "value")
            ),
            "write one verb for each value".to_owned(),
        ));
    }
    let (mut text, mut at) = (Vec::new(), 0);
    for (number, (verb, value)) in (1..).zip(verbs.iter().zip(values)) {
        text.extend_from_slice(&format[at..verb.at.start]);
        text.push(b'%');
        text.extend_from_slice(&format[verb.width.clone()]);
        text.extend(conversion(number, verb, &value.kind, format)?.into_bytes());
        at = verb.at.end;
    }
    text.extend_from_slice(&format[at..]);
    text.push(0);
    Ok(text)
}

/// How the kernel prints a value.
fn conversion(number: usize, verb: &Verb, kind: &Kind, format: &[u8]) -> Result<String, Fault> {
    if let Kind::Other(what) = kind {
        return Err((
            format!(
                "value {number} is {what}, and the kernel prints integers, addresses and texts"
            ),
            "convert it to an integer, or pass the address of an array of bytes".to_owned(),
        ));
    }
    // Go's verb for a value as it is.
    if verb.conversion == "v" {
        return Ok(match kind {
            Kind::Int { bits, signed } => digits(if *signed { "d" } else { "u" }, *bits),
            Kind::Pointer { to_bytes: false } => "p".to_owned(),
            _ => "s".to_owned(),
        });
    }
    if let Some(fault) = unknown_verb(verb, format) {
        return Err(fault);
    }
    let text = verb.text(format);
    match (verb.prints(), kind) {
        (Some(Prints::Number), Kind::Int { bits, signed }) => Ok(match verb.conversion.as_str() {
            "c" => "c".to_owned(),
            "d" | "i" if !signed => digits("u", *bits),
            letter => digits(letter, *bits),
        }),
        (Some(Prints::Number), Kind::Pointer { .. })
            if matches!(verb.conversion.as_str(), "x" | "X") =>
        {
            Ok(digits(&verb.conversion, 64))
        }
        (Some(Prints::Text), Kind::Pointer { .. } | Kind::Bytes { .. } | Kind::Text(_))
        | (Some(Prints::Address), Kind::Pointer { .. } | Kind::Int { bits: 64, .. }) => {
            Ok(verb.conversion.clone())
        }
        (Some(Prints::Text), Kind::Int { bits: 64, .. }) if verb.conversion != "s" => {
            Ok(verb.conversion.clone())
        }
        _ => Err((
            format!(
                "`{text}` does not print value {number}, which is {}",
                kind.shown()
            ),
            match kind {
                Kind::Int { .. } => "print it with `%d`, `%u` or `%x`",
                Kind::Pointer { .. } => "print it with `%p`, `%x`, or `%s` where a text lies there",
                _ => "print it with `%s`",
            }
            .to_owned(),
        )),
    }
}

/// A verb for an integer.
fn digits(letter: &str, bits: u32) -> String {
    let long = if bits > 32 { "ll" } else { "" };
    format!("{long}{letter}")
}
