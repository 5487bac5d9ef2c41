//! The rules of the verifier: one table, in which a complaint of the kernel's is found by its words.

mod calls;
mod limits;
mod loading;
mod memory;
mod objects;
mod pointers;

/// A rule that programs break, with what it says in plain words and how they are usually mended.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// A short name that stays the same, such as `nil-check`.
    pub name: &'static str,
    /// What is wrong, for the first line of a message.
    pub title: &'static str,
    /// Why the kernel asks for it.
    pub why: &'static str,
    /// How it is usually mended.
    pub mends: &'static [Mend],
    /// Where the kernel checks it: files and functions of its source.
    pub source: &'static str,
    /// How what the kernel says begins: `#` stands for a number or itself, `*` for anything, `%` for a register or argument as any kernel names it
    /// (`R1`, `arg#0`).
    pub messages: &'static [&'static str],
}

/// A way to mend a program.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mend {
    /// What to do, in words.
    pub text: &'static str,
    /// Go that does it; empty where there is none to show.
    pub code: &'static str,
}

/// A mend with Go.
const fn go(text: &'static str, code: &'static str) -> Mend {
    Mend { text, code }
}

/// A mend in words.
const fn words(text: &'static str) -> Mend {
    Mend { text, code: "" }
}

/// All rules. Where a message would fit several, the first is meant.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [
        objects::RULES,
        memory::RULES,
        pointers::RULES,
        calls::RULES,
        limits::RULES,
    ]
    .into_iter()
    .flatten()
}

/// Rules about loading, which the texts of loaders tell of where no verifier came to a word.
pub fn of_loading() -> impl Iterator<Item = &'static Rule> {
    loading::RULES.iter()
}

/// The rule that lines of a verifier's complaint are about.
pub(crate) fn find(message: &[&str]) -> Option<&'static Rule> {
    /// After what is wrong with the memory that a global function is handed.
    const CALL: &str = "Caller passes invalid args into func";
    let found = first(all(), message)?;
    let call = message.iter().find(|line| line.starts_with(CALL));
    match call {
        Some(call) if memory::RULES.contains(found) => first(all(), &[call]),
        _ => Some(found),
    }
}

/// The rule that the words of a loader are about.
pub(crate) fn find_loading(text: &[&str]) -> Option<&'static Rule> {
    first(of_loading(), text)
}

fn first(rules: impl Iterator<Item = &'static Rule>, lines: &[&str]) -> Option<&'static Rule> {
    let mut rules = rules;
    let lines: Vec<&str> = lines.iter().map(|line| beginning(line)).collect();
    rules.find(|rule| {
        lines
            .iter()
            .any(|line| rule.messages.iter().any(|pattern| fits(pattern, line)))
    })
}

/// As much of a line as a complaint of the kernel's may have (`BPF_VERIFIER_TMP_LOG_SIZE` is 1024).
fn beginning(line: &str) -> &str {
    const MOST: usize = 300;
    let end = (0..=MOST.min(line.len()))
        .rev()
        .find(|at| line.is_char_boundary(*at));
    &line[..end.unwrap_or(0)]
}

/// Whether a line begins as a pattern says: `*` stands for anything, `#` for digits or itself (`arg#1`), `%` for a register or argument as
/// any kernel names it (`R1`, `arg#0`).
fn fits(pattern: &str, line: &str) -> bool {
    let Some(first) = pattern.chars().next() else {
        return true;
    };
    let rest = &pattern[first.len_utf8()..];
    match first {
        '*' => (0..=line.len()).any(|at| line.is_char_boundary(at) && fits(rest, &line[at..])),
        '#' => {
            let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let skipped = if line.starts_with('#') { 1 } else { digits };
            skipped > 0 && fits(rest, &line[skipped..])
        }
        '%' => ["R", "arg#", "args#", "arg ", "arg", "stack arg#"]
            .iter()
            .filter_map(|name| line.strip_prefix(name))
            .any(|line| fits(&format!("#{rest}"), line)),
        _ => line
            .strip_prefix(first)
            .is_some_and(|line| fits(rest, line)),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn patterns() {
        assert!(fits("R# invalid", "R10 invalid mem access"));
        assert!(!fits("R# invalid", "R invalid mem access"));
        assert!(fits("% type=* expected=", "arg#0 type=ctx expected=fp"));
        assert!(fits("*or_null", "R1 invalid mem access 'sock_or_null'"));
        assert!(fits("arg#1 offset=", "arg#1 offset=8"));
        assert!(!fits("abc", "ab"));
    }

    /// What kernels from 5.10 to 7.3 print (the strings are those of their images), and the rule that it is about.
    #[test]
    fn complaints() {
        let mut wrong = Vec::new();
        for (line, rule) in [
            ("R1 invalid mem access 'map_value_or_null'", "nil-check"),
            ("R1 invalid mem access 'inv'", "not-a-pointer"),
            ("R1 invalid mem access 'scalar'", "not-a-pointer"),
            ("R2 invalid mem access 'pkt_end'", "wrong-pointer"),
            (
                "arg#0 type=ptr_or_null_ expected=trusted_ptr_",
                "nil-argument",
            ),
            (
                "Possibly NULL pointer passed to trusted arg0",
                "nil-argument",
            ),
            ("R1 type=inv expected=fp", "argument-type"),
            ("invalid bpf_context access off=8 size=8", "context-access"),
            (
                "combined stack size of 3 calls is 544. Too large",
                "stack-depth",
            ),
            (
                "tail_calls are not allowed when call stack of previous frames is 288 bytes. Too large",
                "stack-depth",
            ),
            ("the call stack of 9 frames is too deep !", "call-depth"),
            (
                "BPF program is too large. Processed 1000001 insn",
                "too-complex",
            ),
            ("The sequence of 8193 jumps is too complex.", "too-complex"),
            ("back-edge from insn 7 to 3", "endless-loop"),
            ("unknown func bpf_loop#181", "helper-not-allowed"),
            ("invalid func unknown#181", "helper-not-allowed"),
            (
                "program of this type cannot use helper bpf_redirect#23",
                "helper-not-allowed",
            ),
            ("invalid func unknown#195896080", "failed-relocation"),
            ("invalid func unknown#2001000003", "missing-map"),
            ("invalid func unknown#2002000003", "unknown-kfunc"),
            ("arg#0 expected pointer to an iterator on stack", "iterator"),
            (
                "operation on bpf_list_head expects arg#1 bpf_list_node at offset=8",
                "list-or-tree",
            ),
            (
                "failed to resolve CO-RE relocation <byte_off> [7] struct task_struct.nope (0:1 @ offset 4)",
                "failed-relocation",
            ),
            (
                "kfunc 'bpf_nope' is referenced but wasn't resolved",
                "unknown-kfunc",
            ),
            (
                "calling kernel function bpf_task_acquire is not allowed",
                "kfunc-not-allowed",
            ),
            (
                "cannot call GPL-restricted function from non-GPL compatible program",
                "license",
            ),
            (
                "cannot call GPL only function from proprietary program",
                "license",
            ),
            (
                "Unreleased reference id=2 alloc_insn=8",
                "unreleased-reference",
            ),
            (
                "tail_call would lead to reference leak",
                "unreleased-reference",
            ),
            (
                "function calls are not allowed while holding a lock",
                "lock",
            ),
            ("bpf_spin_unlock without taking a lock", "lock"),
            ("bpf_rcu_read_unlock is missing", "region"),
            (
                "misaligned stack access off (0x0; 0x0)+0+-12 size 8",
                "misaligned",
            ),
            (
                "invalid indirect read from stack R2 off -16+4 size 16",
                "uninitialised-stack",
            ),
            (
                "invalid read from stack off -16+4 size 8",
                "uninitialised-stack",
            ),
            ("invalid write to stack R1 off=-520 size=8", "stack-bounds"),
            ("invalid read from stack R2 off=-8 size=64", "stack-bounds"),
            (
                "invalid indirect access to stack R2 off=-8 size=64",
                "stack-bounds",
            ),
            ("R0 leaks addr as return value", "pointer-leak"),
            ("R1 leaks addr into map", "pointer-leak"),
            ("attach_btf_id 12 is not a function", "attach-target"),
            ("BPF_STX uses reserved fields", "atomic"),
            ("unreachable insn 5", "control-flow"),
            ("div by zero", "division-by-zero"),
            ("JIT is required for calling kernel function", "jit"),
            ("verifier bug: regs_exact", "verifier-bug"),
            (
                "func 'vfs_read' arg2 'count' has type INT. Only pointer access is allowed",
                "context-access",
            ),
            (
                "func 'vfs_open' offset 4 is not multiple of 8",
                "context-access",
            ),
            (
                "arg0 in prog() has size 4 while old() has 8",
                "attach-target",
            ),
            ("prog() has 2 args while old() has 1 args", "attach-target"),
            (
                "The function vfs_statx arg2 type STRUCT is unsupported.",
                "attach-target",
            ),
            (
                "Attaching tracing programs to function '__rcu_read_lock' is rejected.",
                "attach-target",
            ),
            (
                "kernel function bpf_sock_destroy is sleepable but the program is not",
                "sleepable",
            ),
            ("Unrecognized arg#1 type UNKNOWN", "kfunc-argument"),
            (
                "release kfunc bpf_task_release expects referenced PTR_TO_BTF_ID passed to R1",
                "kfunc-argument",
            ),
            ("arg#1 doesn't point to a const string", "kfunc-argument"),
            (
                "metadata kfuncs require device-bound program",
                "kfunc-not-allowed",
            ),
            (
                "Arg#1 type STRUCT in add() is not supported yet.",
                "global-function",
            ),
            ("Global functions need valid BTF", "global-function"),
            (
                "R1 is a packet pointer, but func#2 may change packet data",
                "global-function",
            ),
            (
                "tail_call is only allowed in functions that return 'int'.",
                "tail-call",
            ),
            (
                "mixing of tail_calls and bpf-to-bpf calls is not supported",
                "tail-call",
            ),
            ("arg 1 is an unacquired reference", "argument-type"),
            (
                "R1 must be referenced when passed to release function",
                "argument-type",
            ),
            (
                "helper access to the packet is not allowed",
                "packet-argument",
            ),
            ("string is not zero-terminated", "constant-string"),
            ("Invalid format string", "constant-string"),
            ("R3 does not point to a readonly map'", "constant-string"),
            (
                "perf_event programs can only use preallocated hash map",
                "map-misused",
            ),
            (
                "BPF_LSM_CGROUP that attach to void LSM hooks can't modify return value!",
                "return-range",
            ),
            (
                "R2 invalid variable buffer offset: off=0, var_off=(0x0; 0xff)",
                "memory-bounds",
            ),
            (
                "R2 unbounded size, use 'var &= const' or 'if (var < const)'",
                "size-bounds",
            ),
            (
                "direct access to bpf_list_node is disallowed",
                "kernel-struct",
            ),
            ("no write support to tcp_sock at off 1264", "kernel-struct"),
            (
                "map 'counters' doesn't have 'struct bpf_spin_lock'",
                "no-lock-in-map",
            ),
            (
                "map 'counters' is not a struct type or bpf_timer is mangled",
                "no-lock-in-map",
            ),
            (
                "Acquiring the same lock again, AA deadlock detected",
                "lock",
            ),
            (
                "global function calls are not allowed with preemption disabled,",
                "region",
            ),
            ("map 'tasks' has no valid kptr", "kptr"),
            (
                "ldimm64 failed to find the address for kernel symbol 'bpf_nope'.",
                "unknown-ksym",
            ),
            ("recursive call from first() to first()", "call-depth"),
            (
                "JIT does not support calling kfunc bpf_task_acquire#1",
                "jit",
            ),
            (
                "unexpected __bpf_trap() due to uninitialized variable?",
                "undefined",
            ),
            (
                "Leaking reference id=3 alloc_insn=8. Release it first.",
                "unreleased-reference",
            ),
        ] {
            let found = find(&[line]).map_or("none", |rule| rule.name);
            if found != rule {
                wrong.push(format!("{line}: {found}, not {rule}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn every_rule_says_what_to_do() {
        let mut names = BTreeSet::new();
        for rule in all().chain(of_loading()) {
            assert!(names.insert(rule.name), "{} is there twice", rule.name);
            assert!(
                !rule.mends.is_empty() && !rule.messages.is_empty(),
                "{}",
                rule.name
            );
            assert!(rule.why.ends_with('.'), "{}", rule.name);
            assert!(rule.source.contains(".c"), "{}", rule.name);
            let plain = |c: char| c.is_ascii_lowercase() || c == '-';
            assert!(rule.name.chars().all(plain), "{}", rule.name);
            assert!(!rule.title.ends_with('.'), "{}", rule.name);
        }
        assert!(names.len() > 40, "{}", names.len());
    }
}
