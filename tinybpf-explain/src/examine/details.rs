//! What a complaint says in numbers and names, in terms of the program.

use tinybpf_object::{
    helpers, kernel, kfuncs,
    object::{
        btf::{self, Btf},
        core,
    },
    section::rights::{Rights, Sections, sections_with, sections_with_kfunc},
};

use super::Kernel;
use crate::{Explanation, image::Image, log::Log};

/// Adds what is known of this case.
pub(super) fn add(
    explanation: &mut Explanation,
    log: &Log<'_>,
    image: Option<&Image<'_>>,
    kernel: Kernel<'_>,
) {
    let message = log.message.join("\n");
    if let (Some(image), Some(index)) = (image, number_after(&message, "alloc_insn="))
        && let Some(line) = image.line(index)
    {
        explanation.notes.push(format!(
            "it was acquired at {}: `{}`",
            line.place(),
            super::step(&line).source
        ));
    }
    match explanation.rule.map(|rule| rule.name) {
        Some("helper-not-allowed") => helper(explanation, &message, image),
        Some("unknown-kfunc" | "kfunc-not-allowed") => kfunc(explanation, &message),
        Some("failed-relocation") => relocation(explanation, &message, image, kernel),
        Some("return-range") => results(explanation, image),
        Some("too-complex") => explanation.notes.extend(log.work.map(|work| {
            format!(
                "the verifier went over {} instructions, of {} at most",
                work.instructions, work.limit
            )
        })),
        _ => {}
    }
}

/// The instruction that a complaint names, where it is not the last one of the log.
pub(super) fn named_instruction(message: &[&str]) -> Option<usize> {
    const BEFORE: &[&str] = &[
        "infinite loop detected at insn ",
        "back-edge from insn ",
        "unreachable insn ",
        "jump out of range from insn ",
        "insn_idx ",
    ];
    let found = message
        .iter()
        .flat_map(|line| BEFORE.iter().filter_map(|before| line.strip_prefix(before)));
    let mut numbers = found.filter_map(|rest| {
        rest.split(|c: char| !c.is_ascii_digit())
            .next()?
            .parse()
            .ok()
    });
    numbers.next()
}

/// The registers that a complaint names: `R1`, or `arg#0`, which is in R1.
pub(super) fn named_registers(message: &[&str]) -> Vec<u8> {
    let mut numbers = Vec::new();
    let lines = message
        .iter()
        .filter(|line| !line.starts_with("cur state") && !line.starts_with("old state"));
    for word in lines.flat_map(|line| line.split([' ', '(', ',', '\'', '='])) {
        let number = match (word.strip_prefix('R'), word.strip_prefix("arg#")) {
            (Some(number), _) => number.parse().ok(),
            (_, Some(number)) => number
                .parse::<u8>()
                .ok()
                .and_then(|number| number.checked_add(1)),
            _ => None,
        };
        numbers.extend(number.filter(|number| *number < 10));
    }
    numbers.dedup();
    let mut seen = Vec::new();
    numbers.retain(|number| {
        !seen.contains(number) && {
            seen.push(*number);
            true
        }
    });
    numbers
}

/// What the log says last of a register before a visit.
pub(super) fn state_before<'a>(log: &Log<'a>, visit: usize, register: u8) -> Option<&'a str> {
    const FAR: usize = 2_000;
    let name = format!("R{register}");
    let from = visit.saturating_sub(FAR);
    for number in (from..=visit).rev() {
        let visited = &log.path[number];
        let states = [
            (number < visit).then_some(visited.after),
            Some(visited.before),
        ];
        if let Some(state) = states
            .into_iter()
            .flatten()
            .find_map(|state| find_register(state, &name))
        {
            return Some(state);
        }
        // What an instruction writes that the log does not show is not known any more.
        if number < visit && writes(visited.text, register) {
            return None;
        }
    }
    None
}

/// Whether an instruction, as the kernel writes it, changes a register.
fn writes(text: &str, register: u8) -> bool {
    if text.starts_with("call ") || text == "exit" {
        return register <= 5;
    }
    [format!("r{register} "), format!("w{register} ")]
        .iter()
        .any(|start| text.starts_with(start))
}

/// `pkt(off=14,r=34)` of `R1_w=pkt(off=14,r=34) R2=…`.
fn find_register<'s>(state: &'s str, name: &str) -> Option<&'s str> {
    let mut rest = state;
    while let Some(at) = rest.find(name) {
        let after = &rest[at + name.len()..];
        let begins = at == 0 || rest[..at].ends_with(' ');
        let flags = after.len()
            - after
                .trim_start_matches(|c: char| c == '_' || c.is_ascii_lowercase())
                .len();
        if begins && let Some(value) = after[flags..].strip_prefix('=') {
            let mut depth = 0;
            let end = value.find(|c| {
                depth += i32::from(c == '(') - i32::from(c == ')');
                c == ' ' && depth <= 0
            });
            return Some(&value[..end.unwrap_or(value.len())]);
        }
        rest = after;
    }
    None
}

/// Which programs have the helper, and since when.
fn helper(explanation: &mut Explanation, message: &str, image: Option<&Image<'_>>) {
    let named = message.split([' ', '#']).find_map(helpers::by_name);
    let numbered = || {
        message.split_once('#').and_then(|(_, rest)| {
            rest.split(|c: char| !c.is_ascii_digit())
                .next()?
                .parse()
                .ok()
        })
    };
    let Some(helper) = named.or_else(|| helpers::by_id(numbered()?)) else {
        return;
    };
    let sections = some(&sections_with(helper));
    let section = image.and_then(Image::section);
    let rights = section
        .as_ref()
        .and_then(|section| Rights::of(section, None));
    let allowed = rights.is_some_and(|rights| rights.refuse(helper, "GPL").is_none());
    if let Some(since) = kernel::helper(helper.id) {
        explanation
            .notes
            .push(format!("`{}` came with Linux {since}", helper.name));
    }
    explanation.notes.push(match (section, allowed) {
        (Some(section), true) => format!(
            "newer kernels have it for programs in section `{}`",
            section.name
        ),
        _ => match sections {
            Some(sections) => format!("programs in {sections} have it"),
            None => format!("no program of those that are known has `{}`", helper.name),
        },
    });
}

/// Sections as a message names them; `None` where there are none.
fn some(sections: &Sections) -> Option<String> {
    let text = sections.to_string();
    text.contains('`').then_some(text)
}

/// Which programs have the kfunc, and since when.
fn kfunc(explanation: &mut Explanation, message: &str) {
    let Some(kfunc) = message
        .split([' ', '#', '\'', ','])
        .find_map(kfuncs::by_name)
    else {
        return;
    };
    if let Some(since) = kernel::kfunc(kfunc.name) {
        explanation
            .notes
            .push(format!("`{}` came with Linux {since}", kfunc.name));
    }
    let sections = some(&sections_with_kfunc(kfunc));
    explanation
        .notes
        .extend(sections.map(|sections| format!("programs in {sections} have it")));
}

/// The access that the loader could not relocate, and what the kernel lacks for it.
fn relocation(
    explanation: &mut Explanation,
    message: &str,
    image: Option<&Image<'_>>,
    kernel: Kernel<'_>,
) {
    if let (Some(image), Some(instruction)) = (image, &explanation.instruction)
        && let Some((types, relocation)) = image.relocation(instruction.index)
    {
        let subject = core::subject(types, relocation);
        let lack = kernel().and_then(|data| {
            let (data, endian) = btf::section(&data).ok()?;
            let kernel = Btf::parse(data, endian).ok()?;
            core::lack(types, relocation, &kernel)
        });
        let lack = lack.unwrap_or_else(|| format!("the loader found no `{subject}` that fits"));
        explanation.notes.push(lack);
    } else if let Some((_, rest)) = message.split_once("CO-RE relocation ") {
        let what = rest.lines().next().unwrap_or_default();
        explanation.notes.push(format!("the relocation is {what}"));
    }
}

/// The results that the kernel takes of programs of this section.
fn results(explanation: &mut Explanation, image: Option<&Image<'_>>) {
    let Some(section) = image.and_then(Image::section) else {
        return;
    };
    let called_back = explanation
        .message
        .iter()
        .any(|line| line.contains("callback"));
    if let (Some(results), false) = (section.results(), called_back) {
        explanation.notes.push(format!(
            "programs in section `{}` return a number from {} to {}",
            section.name,
            results.start(),
            results.end()
        ));
    }
}

/// The number that follows a word.
fn number_after(text: &str, word: &str) -> Option<usize> {
    let (_, rest) = text.split_once(word)?;
    rest.split(|c: char| !c.is_ascii_digit())
        .next()?
        .parse()
        .ok()
}
