//! Stack use, exactly as the machine code has it.
//!
//! The kernel gives a program and all subprograms on the deepest way down from it 512 bytes (`MAX_BPF_STACK`) and eight
//! frames (`MAX_CALL_FRAMES`). It rounds each frame up to 32 bytes, newer kernels only to 16 where programs are
//! compiled to machine code: we take the 32, so that the answer is right for every kernel.

mod depth;

pub use depth::depth;

use crate::{Diagnostic, Position, Severity, Topic};

use super::code::{Callee, Code};

/// `MAX_BPF_STACK`: bytes for a whole chain of calls.
pub const LIMIT: u64 = 512;
/// `MAX_CALL_FRAMES`: functions in a chain of calls.
const FRAMES: usize = 8;
/// `bpf_tail_call`.
const TAIL_CALL: i64 = 12;
/// Bytes that the callers of a subprogram with a tail call must stay below.
const TAIL_CALL_LIMIT: u64 = 256;
/// What the kernel rounds a frame up to.
const GRANULE: u64 = 32;

/// The variables of a function that live on its stack, known before the machine code is made.
#[derive(Debug, Clone)]
pub struct Locals {
    /// The function's name in the object.
    pub function: String,
    pub variables: Vec<Local>,
}

/// A variable on the stack.
#[derive(Debug, Clone)]
pub struct Local {
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    pub position: Option<Position>,
}

/// Reports calls that go too deep: without end, in bytes, or in frames. `position` is where a function is declared.
pub fn check(
    functions: &[Code<'_>],
    locals: &[Locals],
    position: &dyn Fn(&Code<'_>) -> Option<Position>,
) -> Vec<Diagnostic> {
    let callees: Vec<Vec<usize>> = functions.iter().map(callees).collect();
    let cycles = cycles(&callees);
    if !cycles.is_empty() {
        return cycles
            .iter()
            .map(|cycle| recursion(functions, cycle, position))
            .collect();
    }
    let depths: Vec<u64> = functions.iter().map(|f| depth(&f.insns)).collect();
    let mut findings = Vec::new();
    for root in roots(functions, &callees) {
        let by_bytes = chain(root, &callees, &|f| rounded(depths[f]));
        let by_frames = chain(root, &callees, &|_| 1);
        if by_bytes.iter().map(|&f| rounded(depths[f])).sum::<u64>() > LIMIT {
            findings.push(too_many_bytes(
                functions, &depths, &by_bytes, locals, position,
            ));
        } else if by_frames.len() > FRAMES {
            findings.push(too_many_frames(functions, &by_frames, position));
        }
    }
    findings.extend(tail_calls(functions, &callees, &depths, position));
    findings
}

/// The way down from a function that takes the most stack, itself first, with what each function uses and what the kernel counts for
/// it. Nothing where the calls have no end.
pub fn deepest(functions: &[Code<'_>], root: usize) -> Option<Vec<(usize, u64, u64)>> {
    let callees: Vec<Vec<usize>> = functions.iter().map(callees).collect();
    if !cycles(&callees).is_empty() {
        return None;
    }
    let depths: Vec<u64> = functions.iter().map(|f| depth(&f.insns)).collect();
    let way = chain(root, &callees, &|f| rounded(depths[f]));
    Some(
        way.into_iter()
            .map(|f| (f, depths[f], rounded(depths[f])))
            .collect(),
    )
}

/// A tail call keeps the frames of the callers, so the kernel allows them less.
fn tail_calls(
    functions: &[Code<'_>],
    callees: &[Vec<usize>],
    depths: &[u64],
    position: &dyn Fn(&Code<'_>) -> Option<Position>,
) -> Vec<Diagnostic> {
    let callers: Vec<Vec<usize>> = (0..functions.len())
        .map(|f| {
            (0..functions.len())
                .filter(|&caller| callees[caller].contains(&f))
                .collect()
        })
        .collect();
    let is_tail_call = |call: &super::code::Call<'_>| call.callee == Callee::Helper(TAIL_CALL);
    let with_tail_calls =
        (0..functions.len()).filter(|&f| functions[f].calls.iter().any(is_tail_call));
    let too_deep = with_tail_calls.filter_map(|f| {
        let mut way = chain(f, &callers, &|caller| rounded(depths[caller]));
        way.reverse();
        let above = way[..way.len() - 1].iter().map(|&caller| rounded(depths[caller])).sum::<u64>();
        (above >= TAIL_CALL_LIMIT).then(|| Diagnostic {
            severity: Severity::Error,
            topic: Topic::StackSize,
            position: position(&functions[f]),
            message: format!(
                "{} makes a tail call while its callers hold {above} bytes of stack, and the kernel allows less than \
                 {TAIL_CALL_LIMIT}: {}",
                functions[f].name,
                way.iter().map(|&f| functions[f].name).collect::<Vec<_>>().join(" → ")
            ),
            help: vec!["make the tail call in the program itself, or keep large values in a map".into()],
        })
    });
    too_deep.collect()
}

/// What the kernel counts for a frame.
fn rounded(depth: u64) -> u64 {
    depth.max(1).next_multiple_of(GRANULE)
}

/// The functions that run while the frame of this one is there, each once.
fn callees(function: &Code<'_>) -> Vec<usize> {
    let mut callees = Vec::new();
    for call in &function.calls {
        if let Callee::Function(callee) | Callee::Callback(callee) = call.callee
            && !callees.contains(&callee)
        {
            callees.push(callee);
        }
    }
    callees
}

/// Where a function calls itself, directly or through others: the functions on the way, the first not repeated.
fn cycles(callees: &[Vec<usize>]) -> Vec<Vec<usize>> {
    fn visit(
        f: usize,
        callees: &[Vec<usize>],
        way: &mut Vec<usize>,
        done: &mut [bool],
        cycles: &mut Vec<Vec<usize>>,
    ) {
        if let Some(start) = way.iter().position(|&on_way| on_way == f) {
            cycles.push(way[start..].to_vec());
            return;
        }
        if done[f] {
            return;
        }
        way.push(f);
        for &callee in &callees[f] {
            visit(callee, callees, way, done, cycles);
        }
        way.pop();
        done[f] = true;
    }
    let mut cycles = Vec::new();
    let mut done = vec![false; callees.len()];
    for f in 0..callees.len() {
        visit(f, callees, &mut Vec::new(), &mut done, &mut cycles);
    }
    cycles
}

/// The functions that start from an empty stack: those that nobody calls, and callbacks that run later.
fn roots(functions: &[Code<'_>], callees: &[Vec<usize>]) -> Vec<usize> {
    let runs_later = |f| {
        let mut calls = functions.iter().flat_map(|caller| &caller.calls);
        calls.any(|call| call.callee == Callee::AsyncCallback(f))
    };
    let is_called = |f| callees.iter().any(|callees| callees.contains(&f));
    (0..functions.len())
        .filter(|&f| !is_called(f) || runs_later(f))
        .collect()
}

/// The heaviest way down from a function, itself first. The calls have no cycles.
fn chain(root: usize, callees: &[Vec<usize>], weight: &dyn Fn(usize) -> u64) -> Vec<usize> {
    /// The weight of the heaviest way from `f`, and where it goes on.
    fn visit(
        f: usize,
        callees: &[Vec<usize>],
        weight: &dyn Fn(usize) -> u64,
        best: &mut [Option<(u64, Option<usize>)>],
    ) -> u64 {
        if let Some((total, _)) = best[f] {
            return total;
        }
        let (mut below, mut next) = (0, None);
        for &callee in &callees[f] {
            let total = visit(callee, callees, weight, best);
            if total > below {
                (below, next) = (total, Some(callee));
            }
        }
        let total = weight(f) + below;
        best[f] = Some((total, next));
        total
    }
    let mut best = vec![None; callees.len()];
    visit(root, callees, weight, &mut best);
    std::iter::successors(Some(root), |&f| best[f].and_then(|(_, next)| next)).collect()
}

fn recursion(
    functions: &[Code<'_>],
    cycle: &[usize],
    position: &dyn Fn(&Code<'_>) -> Option<Position>,
) -> Diagnostic {
    let mut names: Vec<_> = cycle.iter().map(|&f| functions[f].name).collect();
    names.push(names[0]);
    Diagnostic {
        severity: Severity::Error,
        topic: Topic::Recursion,
        position: position(&functions[cycle[0]]),
        message: format!(
            "{} is recursive, which the kernel refuses: {}",
            names[0],
            names.join(" → ")
        ),
        help: vec!["write it as a loop with a bound that is known at compile time".into()],
    }
}

fn too_many_frames(
    functions: &[Code<'_>],
    chain: &[usize],
    position: &dyn Fn(&Code<'_>) -> Option<Position>,
) -> Diagnostic {
    let names: Vec<_> = chain.iter().map(|&f| functions[f].name).collect();
    Diagnostic {
        severity: Severity::Error,
        topic: Topic::StackSize,
        position: position(&functions[chain[0]]),
        message: format!(
            "{} calls {} functions deep, and the kernel allows {FRAMES}: {}",
            names[0],
            names.len(),
            names.join(" → ")
        ),
        help: vec![
            "remove `//go:noinline` from functions on that way so that they are inlined".into(),
        ],
    }
}

fn too_many_bytes(
    functions: &[Code<'_>],
    depths: &[u64],
    chain: &[usize],
    locals: &[Locals],
    position: &dyn Fn(&Code<'_>) -> Option<Position>,
) -> Diagnostic {
    let total: u64 = chain.iter().map(|&f| rounded(depths[f])).sum();
    let way: Vec<_> = chain
        .iter()
        .map(|&f| format!("{} {}", functions[f].name, rounded(depths[f])))
        .collect();
    let name = functions[chain[0]].name;
    let mut help: Vec<String> = largest(functions, chain, locals)
        .into_iter()
        .map(|(function, local)| {
            let place = local
                .position
                .as_ref()
                .map(|p| format!(", at {p}"))
                .unwrap_or_default();
            format!(
                "`{}` in {function} takes {} bytes{place}",
                local.name, local.bytes
            )
        })
        .collect();
    help.push("keep large values in a map, for scratch space a per-CPU array of one entry".into());
    Diagnostic {
        severity: Severity::Error,
        topic: Topic::StackSize,
        position: position(&functions[chain[0]]),
        message: if chain.len() == 1 {
            format!("{name} needs {total} bytes of stack, and the kernel allows {LIMIT}")
        } else {
            let way = way.join(" → ");
            format!(
                "{name} and the functions that it calls need {total} bytes of stack, and the kernel allows {LIMIT}: {way}"
            )
        },
        help,
    }
}

/// The three largest variables on the way, with the functions that they are in.
fn largest<'l>(
    functions: &[Code<'_>],
    chain: &[usize],
    locals: &'l [Locals],
) -> Vec<(&'l str, &'l Local)> {
    let on_way = |l: &&Locals| chain.iter().any(|&f| functions[f].name == l.function);
    let locals = locals.iter().filter(on_way);
    let mut all: Vec<_> = locals
        .flat_map(|l| l.variables.iter().map(|v| (l.function.as_str(), v)))
        .collect();
    // A stable sort: among equals the order of the source.
    all.sort_by_key(|(_, local)| std::cmp::Reverse(local.bytes));
    all.truncate(3);
    all
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::super::{code, elf::Elf};
    use super::*;

    /// The findings of an object, a line each and the help below.
    fn findings(data: &[u8], locals: &[Locals]) -> String {
        let elf = Elf::parse(data).unwrap();
        let functions = code::functions(&elf).unwrap();
        let findings = check(&functions, locals, &|_| None);
        findings
            .iter()
            .map(|finding| format!("{finding}\n"))
            .collect()
    }

    fn local(name: &str, bytes: u64) -> Local {
        let position = Position {
            file: "deep.go".into(),
            line: 7,
            column: 2,
        };
        Local {
            name: name.into(),
            bytes,
            position: (bytes > 8).then_some(position),
        }
    }

    #[test]
    fn chains_that_are_too_deep_are_reported_with_their_largest_variables() {
        let locals = [
            Locals {
                function: "by_address".into(),
                variables: vec![local("buffer", 264), local("n", 4)],
            },
            Locals {
                function: "deep".into(),
                variables: vec![local("state", 8)],
            },
            Locals {
                function: "by_access".into(),
                variables: vec![local("buffer", 200)],
            },
            Locals {
                function: "each".into(),
                variables: vec![local("elsewhere", 250)],
            },
        ];
        expect![[r#"
            error[stack-size]: deep and the functions that it calls need 544 bytes of stack, and the kernel allows 512: deep 32 → by_address 288 → by_access 224
                help: `buffer` in by_address takes 264 bytes, at deep.go:7:2
                help: `buffer` in by_access takes 200 bytes, at deep.go:7:2
                help: `state` in deep takes 8 bytes
                help: keep large values in a map, for scratch space a per-CPU array of one entry
            error[stack-size]: too_much_alone and the functions that it calls need 768 bytes of stack, and the kernel allows 512: too_much_alone 512 → each 256
                help: `elsewhere` in each takes 250 bytes, at deep.go:7:2
                help: keep large values in a map, for scratch space a per-CPU array of one entry
            error[stack-size]: nine_frames calls 9 functions deep, and the kernel allows 8: nine_frames → f2 → f3 → f4 → f5 → f6 → f7 → f8 → f9
                help: remove `//go:noinline` from functions on that way so that they are inlined
        "#]].assert_eq(&findings(include_bytes!("../../testdata/object/deep.o"), &locals));
    }

    #[test]
    fn recursion_is_reported_once_for_each_cycle() {
        expect![[r#"
            error[recursion]: ping is recursive, which the kernel refuses: ping → pong → ping
                help: write it as a loop with a bound that is known at compile time
            error[recursion]: again is recursive, which the kernel refuses: again → again
                help: write it as a loop with a bound that is known at compile time
        "#]]
        .assert_eq(&findings(
            include_bytes!("../../testdata/object/cycle.o"),
            &[],
        ));
    }

    #[test]
    fn tail_calls_need_callers_with_little_stack() {
        expect![[r#"
            error[stack-size]: jump makes a tail call while its callers hold 256 bytes of stack, and the kernel allows less than 256: large → jump
                help: make the tail call in the program itself, or keep large values in a map
        "#]].assert_eq(&findings(include_bytes!("../../testdata/object/tail.o"), &[]));
    }

    #[test]
    fn objects_that_fit_are_not_reported() {
        assert_eq!(
            findings(include_bytes!("../../testdata/object/probe.o"), &[]),
            ""
        );
        assert_eq!(
            findings(include_bytes!("../../testdata/object/probe.eb.o"), &[]),
            ""
        );
    }
}
