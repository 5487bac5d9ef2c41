//! Calls of the Go package that print become calls of helpers.
//!
//! `bpf.Printk("pid %d", pid)` takes values of any type, which TinyGo passes as interfaces: pairs of a type and a word. Types are known
//! here, so values go to the kernel as it wants them, and the verbs of the copy of the format say how many bits there are.

mod format;
mod values;

use std::collections::HashSet;

use self::{format::rewritten, values::Given};
use super::{Cx, interfaces, lower_helpers, outer_position};
use crate::{
    Topic,
    helpers::{self, Helper, formats::MOST_VALUES},
    llvm::{Builder, Module, Value},
    names::LIBRARY,
};

/// A function of the package that has no body.
struct Printer {
    name: &'static str,
    /// What Go code calls.
    shown: &'static str,
    /// How many arguments stand before the format.
    before: usize,
}

#[rustfmt::skip]
const PRINTERS: [Printer; 3] = [
    Printer { name: "printk", shown: "Printk", before: 0 },
    Printer { name: "seqPrintf", shown: "SeqPrintf", before: 1 },
    Printer { name: "snprintf", shown: "Snprintf", before: 2 },
];

/// How many values `bpf_trace_printk` takes.
const IN_REGISTERS: usize = 3;

/// What is wrong with a call, and what to write instead.
type Fault = (String, String);

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    let named = |printer: &Printer| module.function(&format!("{LIBRARY}.{}", printer.name));
    let functions = PRINTERS.iter().filter_map(|p| Some((p, named(p)?)));
    let functions: Vec<_> = functions.collect();
    let calls = functions.iter().flat_map(|(printer, function)| {
        let calls = function.users().into_iter();
        calls.map(move |call| (*printer, call))
    });
    let mut calls: Vec<_> = calls.collect();
    calls.sort_by_cached_key(|(_, call)| outer_position(*call));
    for (printer, call) in calls {
        match read(printer, call) {
            Ok(print) => replace(module, printer, call, &print),
            Err((message, help)) => {
                cx.error(Topic::PrintFormat, outer_position(call), message)
                    .help(help);
            }
        }
    }
    for (_, function) in functions.iter().filter(|(_, f)| !f.is_used()) {
        function.delete_function();
    }
}

/// What a call prints.
struct Print<'m> {
    /// The format for the kernel, with a zero byte at its end.
    format: Vec<u8>,
    values: Vec<Given<'m>>,
}

fn read<'m>(printer: &Printer, call: Value<'m>) -> Result<Print<'m>, Fault> {
    let args = call.args();
    let shown = printer.shown;
    let [text, len, data, count] = [0, 1, 2, 3].map(|at| values::word(args[printer.before + at]));
    let text = len
        .as_u64()
        .and_then(|len| lower_helpers::text(text, Some(len)));
    let text = text.ok_or_else(|| {
        (
            format!("the format of `{shown}` is known only when the program runs"),
            "write it as a constant in the call".to_owned(),
        )
    })?;
    let elements = count
        .as_u64()
        .and_then(|count| interfaces::elements(data, count));
    let elements = elements.ok_or_else(|| {
        (
            format!("the values of `{shown}` are in a slice that is made elsewhere"),
            format!("write them in the call: `bpf.{shown}(…, \"%d %s\", pid, &comm)`"),
        )
    })?;
    if elements.len() > MOST_VALUES {
        return Err((
            format!(
                "`{shown}` is given {} values, and the kernel prints at most {MOST_VALUES}",
                elements.len()
            ),
            "print them in several calls".to_owned(),
        ));
    }
    let values: Vec<_> = elements
        .iter()
        .map(|element| values::given(*element))
        .collect();
    let format = rewritten(&text, &values)
        .map_err(|(message, help)| (format!("`{shown}`: {message}"), help))?;
    Ok(Print { format, values })
}

/// Puts the call of a helper in the place of the package's.
fn replace<'m>(module: &'m Module<'_>, printer: &Printer, call: Value<'m>, print: &Print<'m>) {
    let builder = Builder::before(module, call);
    let args = call.args();
    let words: Vec<_> = print
        .values
        .iter()
        .map(|value| value.word(module, &builder, call.function()))
        .collect();
    let format = lower_helpers::format(module, &print.format);
    let size = module.int_type(32).int(print.format.len() as u64);
    let in_registers = printer.name == "printk" && words.len() <= IN_REGISTERS;
    let pairs = args[printer.before + 2];
    let data = match in_registers {
        true => words,
        false => in_memory(module, &builder, pairs, &words),
    };
    let (helper, args) = match printer.name {
        "printk" if in_registers => ("bpf_trace_printk", [vec![format, size], data].concat()),
        "printk" => ("bpf_trace_vprintk", [vec![format, size], data].concat()),
        "seqPrintf" => (
            "bpf_seq_printf",
            [vec![args[0], format, size], data].concat(),
        ),
        _ => (
            "bpf_snprintf",
            [vec![args[0], args[1], format], data].concat(),
        ),
    };
    let helper = helpers::by_name(helper).expect("the kernel has it");
    let new = call_of(module, &builder, helper, &args);
    call.replace_all_uses_with(new);
    interfaces::remove_arguments(call, &HashSet::new());
    call.erase();
}

/// The address of the words in an array of their own, and its size in bytes.
fn in_memory<'m>(
    module: &'m Module<'_>,
    builder: &Builder<'m>,
    pairs: Value<'m>,
    words: &[Value<'m>],
) -> Vec<Value<'m>> {
    let (wide, int) = (module.int_type(64), module.int_type(32));
    let size = 8 * words.len() as u64;
    let Some(array) = values::beside(module, pairs, size) else {
        return vec![module.ptr_type().null(), int.int(0)];
    };
    let ty = wide.array_of(words.len() as u64);
    for (index, word) in (0..).zip(words) {
        let place = builder.gep(ty, array, &[int.int(0), int.int(index)]);
        builder.store(*word, place);
    }
    vec![array, int.int(size)]
}

fn call_of<'m>(
    module: &'m Module<'_>,
    builder: &Builder<'m>,
    helper: &Helper,
    args: &[Value<'m>],
) -> Value<'m> {
    let types: Vec<_> = args.iter().map(|arg| arg.ty()).collect();
    let ty = module.int_type(64).function(&types);
    let name = helper.go_name();
    let function = module.function(&name);
    let function = function.unwrap_or_else(|| module.add_function(&name, ty));
    builder.call(ty, function, args)
}
