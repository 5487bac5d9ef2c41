//! What is attached to functions, tracepoints and events by their names.

use super::{Kind, Method};

const NO_FUNCTION: &str = "The kernel has no such function, or does not allow it.";
const ALL_PROCESSES: &str = "let scope = programs::uprobe::UProbeScope::AllProcesses;";

/// The function and the offset of `do_unlinkat+0x10`.
fn split_offset(target: &str) -> (&str, u64) {
    let Some((function, offset)) = target.split_once('+') else {
        return (target, 0);
    };
    (function, number(offset).unwrap_or(0))
}

fn number(text: &str) -> Option<u64> {
    match text.strip_prefix("0x") {
        Some(digits) => u64::from_str_radix(digits, 16).ok(),
        None => text.parse().ok(),
    }
}

pub(super) fn kprobe(target: Option<&str>) -> Kind {
    let method = match target.map(split_offset) {
        Some((function, offset)) => {
            let doc = format!("Attaches it to the function `{function}` of the kernel.");
            let body = format!("program.attach({function:?}, {offset})");
            Method::new(doc, NO_FUNCTION, body)
        }
        None => {
            let doc = "Attaches it to a function of the kernel.";
            Method::new(doc, NO_FUNCTION, "program.attach(function, 0)").taking(&["function: &str"])
        }
    };
    Kind::new("KProbe", [method]).link("kprobe", "KProbeLink")
}

/// What aya finds a file of a section by: a library, such as `libc.so.6`, without its version.
fn library(file: &str) -> &str {
    match file.split_once(".so.") {
        Some((name, _)) if !file.contains('/') => name,
        _ => file,
    }
}

pub(super) fn uprobe(target: Option<&str>) -> Kind {
    let errors = "There is no such file, or no such function in it.";
    let file_and_function = target.and_then(|target| target.rsplit_once(':'));
    let methods = match file_and_function {
        Some((file, function)) => {
            let (function, offset) = split_offset(function);
            let doc = format!("Attaches it to the function `{function}` of `{file}`");
            let point = match (number(function), offset) {
                (Some(offset), _) => format!("{offset}_u64"),
                (None, 0) => format!("{function:?}"),
                (None, offset) => format!(
                    "programs::uprobe::UProbeAttachLocation::SymbolOffset({function:?}, {offset})"
                ),
            };
            let body = vec![
                format!("let point = {point};"),
                format!("program.attach(point, {:?}, scope)", library(file)),
            ];
            let mut all = Method::new(format!("{doc}, in all processes."), errors, "");
            all.body = vec![ALL_PROCESSES.to_owned()];
            all.body.extend(body.clone());
            let mut some = Method::new(format!("{doc}, in some processes."), errors, "")
                .taking(&["scope: programs::uprobe::UProbeScope"])
                .named("attach_to");
            some.body = body;
            [all, some]
        }
        None => {
            let doc = "Attaches it to a function of a file, a program or a library such as `libc`";
            let mut all = Method::new(format!("{doc},\nin all processes."), errors, "")
                .taking(&["function: &str", "file: impl AsRef<Path>"]);
            all.body = vec![
                ALL_PROCESSES.to_owned(),
                "program.attach(function, file, scope)".to_owned(),
            ];
            let body = "program.attach(function, file, scope)";
            let some = Method::new(format!("{doc},\nin some processes."), errors, body)
                .taking(&[
                    "function: &str",
                    "file: impl AsRef<Path>",
                    "scope: programs::uprobe::UProbeScope",
                ])
                .named("attach_to");
            [all, some]
        }
    };
    Kind::new("UProbe", methods).link("uprobe", "UProbeLink")
}

pub(super) fn tracepoint(target: Option<&str>) -> Kind {
    let errors = "The kernel has no such tracepoint, or tracefs is not mounted.";
    let method = match target.and_then(|target| target.split_once('/')) {
        Some((category, name)) => {
            let doc =
                format!("Attaches it to the tracepoint `{name}` of the category `{category}`.");
            Method::new(
                doc,
                errors,
                format!("program.attach({category:?}, {name:?})"),
            )
        }
        None => {
            let doc = "Attaches it to a tracepoint of a category, such as `syscalls` and `sys_enter_openat`.";
            Method::new(doc, errors, "program.attach(category, name)")
                .taking(&["category: &str", "name: &str"])
        }
    };
    Kind::new("TracePoint", [method]).link("trace_point", "TracePointLink")
}

pub(super) fn raw_tracepoint(target: Option<&str>) -> Kind {
    let errors = "The kernel has no such tracepoint.";
    let method = match target {
        Some(name) => {
            let doc = format!("Attaches it to the tracepoint `{name}`.");
            Method::new(doc, errors, format!("program.attach({name:?})"))
        }
        None => {
            let doc = "Attaches it to a tracepoint, such as `sched_switch`.";
            Method::new(doc, errors, "program.attach(name)").taking(&["name: &str"])
        }
    };
    Kind::new("RawTracePoint", [method]).link("raw_trace_point", "RawTracePointLink")
}

pub(super) fn perf_event() -> Kind {
    let doc = "Attaches it to a performance event: which, of which processes and CPUs, how often, and whether\nprocesses that they start have it too.";
    let errors = "The kernel or the CPU has no such event, or does not allow it.";
    let method = Method::new(
        doc,
        errors,
        "program.attach(config, scope, policy, inherit)",
    )
    .taking(&[
        "config: programs::perf_event::PerfEventConfig",
        "scope: programs::perf_event::PerfEventScope",
        "policy: programs::perf_event::SamplePolicy",
        "inherit: bool",
    ]);
    Kind::new("PerfEvent", [method]).link("perf_event", "PerfEventLink")
}
