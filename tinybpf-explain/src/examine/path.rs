//! The branches on the way to the refused instruction.

use tinybpf_object::object::insn::class;

use crate::{Step, image::Image, log::Log};

/// The last of them, and how many there were before. Rounds of a loop are counted, not repeated.
pub(super) fn branches(log: &Log<'_>, image: &Image<'_>) -> (Vec<Step>, usize) {
    const MOST: usize = 8;
    /// Further back nobody looks.
    const FAR: usize = 20_000;
    let mut steps: Vec<Step> = Vec::new();
    let from = log.path.len().saturating_sub(FAR);
    for pair in log.path[from..].windows(2) {
        let [visit, next] = pair else { continue };
        let Some((_, insn)) = image.at(visit.index) else {
            continue;
        };
        let conditional = matches!(insn.class(), class::JMP | class::JMP32)
            && insn.opcode >> 4 != 0
            && insn.jump_target().is_some();
        let (Some(line), Some(to)) = (image.line(visit.index), image.line(next.index)) else {
            continue;
        };
        if !conditional || (line.file, line.line) == (to.file, to.line) {
            continue;
        }
        let mut step = super::step(&line);
        step.to = Some(to.position());
        repeat(&mut steps, step);
    }
    let omitted = steps.len().saturating_sub(MOST);
    (steps.split_off(omitted), omitted)
}

/// Adds a step, or counts it where the same was done before: one step over and over, or two by turns.
fn repeat(steps: &mut Vec<Step>, step: Step) {
    const ROUND: usize = 4;
    let same = |other: &Step| {
        other.position.line == step.position.line
            && other.position.file == step.position.file
            && other.to.as_ref().map(|to| to.line) == step.to.as_ref().map(|to| to.line)
    };
    let recent = steps.len().saturating_sub(ROUND);
    match steps[recent..].iter().rposition(same) {
        Some(at) => steps[recent + at].times += 1,
        None => steps.push(step),
    }
}
