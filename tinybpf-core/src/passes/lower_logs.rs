//! Makes records of a ring buffer out of the logs of the Go package (`bpf.Info(…)`).
//!
//! ```text
//! record := bpfRingbufReserve(tinybpf_log, size, 0)
//! if record != nil { *record = {number of the site, arguments…}; bpfRingbufSubmit(record, 0) }
//! ```
//!
//! The arguments come as interfaces, in an array on Go's heap: TinyGo has just made both, so that types and values can be read
//! from there. Of a log below the chosen level nothing is left, nor of the ring buffer when no log is.

mod arguments;
mod unchanged;

use super::{
    Cx, go_name, interfaces,
    lower_callbacks::word,
    lower_helpers::{self, places},
    lower_panics::split_before,
    position,
};
use crate::{
    Diagnostic, LogArgument, LogLevel, LogSite, Position, Severity, Topic, counted,
    llvm::{Builder, Kind, Module, Ty, Value, predicate},
    names::{LIBRARY, package},
    verbs,
};
use arguments::Argument;

/// What every log calls: `writeLog(map, level, format, args)`.
const WRITE: &str = "writeLog";

/// What is in a record before the arguments: the number of the site.
const HEADER: u32 = 4;

/// The most bytes of a record: a bigger one is no line of a log, and may never find room.
const MOST: u32 = 4096;

pub(super) fn run(cx: &mut Cx<'_>, module: &Module<'_>) {
    let Some(write) = module.function(&format!("{LIBRARY}.{WRITE}")) else {
        return;
    };
    let calls = module.functions().into_iter().flat_map(Value::instructions);
    let calls: Vec<_> = calls.filter(|i| i.callee() == Some(write)).collect();
    let map = calls.first().map(|call| call.args()[0]);
    for call in calls {
        let log = read(call);
        remove_arguments(call, log.as_ref().ok());
        match log {
            Ok(Log { level, .. }) if level < cx.options.log_level => {}
            Ok(log) => lower(cx, module, call, log),
            Err(fault) => report(cx, module, call, &fault),
        }
        call.erase();
    }
    if !write.is_used() {
        write.delete_function();
    }
    if let Some(map) = map.filter(|map| map.kind() == Kind::Variable && !map.is_used()) {
        map.delete_variable();
    }
}

/// What a call logs.
struct Log<'m> {
    level: LogLevel,
    format: String,
    arguments: Vec<Argument<'m>>,
}

/// What is wrong, and what to write instead.
type Fault = (String, String);

fn read(call: Value<'_>) -> Result<Log<'_>, Fault> {
    let args = call.args();
    let [_, level, text, text_len, array, len, ..] = args[..] else {
        return Err(unknown());
    };
    let level = level.as_i64().and_then(LogLevel::from_go);
    let (Some(level), Some(format)) = (level, text_of(text, text_len)) else {
        return Err(unknown());
    };
    let arguments = arguments::read(array, len)?;
    check(&format, &arguments)?;
    Ok(Log {
        level,
        format,
        arguments,
    })
}

fn unknown() -> Fault {
    (
        "the format of a log must be a constant: it is in no record, but known before the program runs".to_owned(),
        "write the text into the call, as in `bpf.Info(\"open by %d\", pid)`; what changes is an argument".to_owned(),
    )
}

/// A constant string.
fn text_of(text: Value<'_>, len: Value<'_>) -> Option<String> {
    let bytes = match word(len).as_u64()? {
        0 => Vec::new(),
        len => lower_helpers::text(word(text), Some(len))?,
    };
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// Compares the verbs with the arguments.
fn check(format: &str, arguments: &[Argument<'_>]) -> Result<(), Fault> {
    const VERBS: &str = "verbs are those of Go's fmt, with flags and width: %v for all, %d %x %X %o %b %c for numbers, %t for bool, %s %x for arrays of bytes, %s for bpf.Be32 as an address";
    let verbs = verbs(format).map_err(|why| (why, VERBS.to_owned()))?;
    if verbs.len() != arguments.len() {
        return Err((
            format!(
                "the format of the log has {}, and the call has {}",
                counted(verbs.len(), "verb"),
                counted(arguments.len(), "argument")
            ),
            "write one verb for each argument, such as %d, or %v; a percent sign is `%%`"
                .to_owned(),
        ));
    }
    for (number, (verb, argument)) in (1..).zip(verbs.iter().zip(arguments)) {
        if !argument.kind.verbs().contains(*verb) {
            let ty = &argument.ty;
            return Err((
                format!(
                    "argument {number} of the log is of type {ty}, which `%{verb}` cannot show"
                ),
                VERBS.to_owned(),
            ));
        }
    }
    Ok(())
}

/// Where the arguments of a record are, and its size.
fn layout(arguments: &[Argument<'_>]) -> (Vec<LogArgument>, u32) {
    let mut end = HEADER;
    let placed = arguments.iter().map(|argument| {
        let size = argument.kind.size();
        let offset = end.next_multiple_of(align_of(size));
        end = offset + size;
        LogArgument {
            offset,
            kind: argument.kind,
        }
    });
    (placed.collect(), end)
}

/// How a value of so many bytes is aligned: for the widest stores that it can be written with.
fn align_of(size: u32) -> u32 {
    1 << size.trailing_zeros().min(3)
}

fn lower<'m>(cx: &mut Cx<'_>, module: &'m Module<'_>, call: Value<'m>, log: Log<'m>) {
    let (placed, size) = layout(&log.arguments);
    if size > MOST {
        let fault = (
            format!("the record of this log has {size} bytes, and may have {MOST}"),
            "log less at once; for big records there is `bpf.RingBuf[T]`".to_owned(),
        );
        return report(cx, module, call, &fault);
    }
    // Before there are branches between them and the call.
    let memory: Vec<_> = log.arguments.iter().map(|a| a.memory(call)).collect();
    let (int, byte) = (module.int_type(32), module.int_type(8));
    let (builder, record) = reserve(module, call, size);
    builder.store(int.int(cx.logs.len() as u64), record);
    for ((argument, place), memory) in log.arguments.iter().zip(&placed).zip(memory) {
        let offset = module.int_type(64).int(place.offset.into());
        let to = builder.gep(byte, record, &[offset]);
        let value = argument.value(module, &builder, memory, cx.options.endian);
        let store = builder.store(value, to);
        store.set_alignment(align_of(place.kind.size()));
    }
    submit(module, &builder, record);
    builder.br(call.block());
    cx.logs.push(LogSite {
        level: log.level,
        format: log.format,
        arguments: placed,
        position: position(call),
    });
}

/// Reserves a record before a call, and makes a block for what is done if there is one. The builder stands in that.
fn reserve<'m>(module: &'m Module<'_>, call: Value<'m>, size: u32) -> (Builder<'m>, Value<'m>) {
    let (map, word, pointer) = (call.args()[0], module.int_type(64), module.ptr_type());
    let after = call.block();
    let before = split_before(module, call);
    let write = module.insert_block(after, "log");
    let builder = Builder::before(module, call);
    builder.move_to_end(before);
    let args = [map, word.int(size.into()), word.int(0)];
    let record = helper(module, &builder, "bpfRingbufReserve", pointer, &args);
    let is_full = builder.icmp(predicate::EQ, record, pointer.null());
    builder.cond_br(is_full, after, write);
    builder.move_to_end(write);
    (builder, record)
}

fn submit<'m>(module: &'m Module<'_>, builder: &Builder<'m>, record: Value<'m>) {
    let args = [record, module.int_type(64).int(0)];
    let result = module.void_type();
    helper(module, builder, "bpfRingbufSubmit", result, &args);
}

/// Calls a helper as Go code does: with the pointer at the end that TinyGo hands to functions of Go.
fn helper<'m>(
    module: &'m Module<'_>,
    builder: &Builder<'m>,
    name: &str,
    result: Ty<'m>,
    args: &[Value<'m>],
) -> Value<'m> {
    let args = [args, &[module.ptr_type().poison()]].concat();
    let types: Vec<_> = args.iter().map(|arg| arg.ty()).collect();
    let (name, ty) = (format!("{LIBRARY}.{name}"), result.function(&types));
    let function = module.function(&name);
    let function = function.unwrap_or_else(|| module.add_function(&name, ty));
    builder.call(ty, function, &args)
}

/// Notes what is wrong with a call, for `reject-unsupported` to report it with all else.
fn report(cx: &mut Cx<'_>, module: &Module<'_>, call: Value<'_>, (message, help): &Fault) {
    for position in sites(module, call) {
        cx.unloggable.push(Diagnostic {
            severity: Severity::Error,
            topic: Topic::Logs,
            position,
            message: message.clone(),
            help: vec![help.clone()],
        });
    }
}

/// Where the user's code has a call; of a function of the Go package that is used as a value, where that is.
fn sites(module: &Module<'_>, call: Value<'_>) -> Vec<Option<Position>> {
    let function = call.function();
    let name = go_name(module, function).unwrap_or_else(|| function.name());
    if package(&name) == Some(LIBRARY) {
        return function.users().into_iter().flat_map(places).collect();
    }
    vec![position(call).or_else(|| position(function))]
}

/// Removes what was only made to hand it to a call, but for what goes into the record.
fn remove_arguments(call: Value<'_>, log: Option<&Log<'_>>) {
    let arguments = log.map(|log| &log.arguments[..]).unwrap_or_default();
    let kept = arguments.iter().map(|argument| argument.source).collect();
    interfaces::remove_arguments(call, &kept);
}
