//! The calls that log, as a table of the skeleton.

use std::fmt::Write;

use tinybpf_core::{LogKind, LogLevel, LogSite};

use crate::bindings::{Input, text::place};

/// Writes `SITES`.
pub(super) fn write(out: &mut String, logs: &[LogSite], input: &Input) {
    out.push_str(
        "\n/// The calls that log, by their numbers in records.\nstatic SITES: &[LogSite] = &[\n",
    );
    for site in logs {
        let level = match site.level {
            LogLevel::Debug => "Debug",
            LogLevel::Info => "Info",
            LogLevel::Warn => "Warn",
            LogLevel::Error | LogLevel::Off => "Error",
        };
        let (file, line) = place(site.position.as_ref(), input);
        _ = write!(
            out,
            "    LogSite {{\n        level: ::log::Level::{level},\n        file: {file:?},\n        line: {},\n        format: {:?},\n",
            crate::bindings::text::number(line.into()),
            site.format
        );
        write_arguments(out, site);
        out.push_str("    },\n");
    }
    out.push_str("];\n");
}

fn write_arguments(out: &mut String, site: &LogSite) {
    /// rustfmt's `array_width`.
    const NARROW: usize = 60;
    let arguments = site.arguments.iter().map(|argument| {
        let ty = match argument.kind {
            LogKind::Unsigned(size) => format!("Unsigned({size})"),
            LogKind::Signed(size) => format!("Signed({size})"),
            LogKind::Network(size) => format!("Network({size})"),
            LogKind::Bool => "Bool".to_owned(),
            LogKind::Bytes(size) => format!("Bytes({size})"),
        };
        format!("({}, LogType::{ty})", argument.offset)
    });
    let arguments: Vec<String> = arguments.collect();
    let line = arguments.join(", ");
    if line.len() <= NARROW {
        _ = writeln!(out, "        arguments: &[{line}],");
        return;
    }
    out.push_str("        arguments: &[\n");
    for argument in arguments {
        _ = writeln!(out, "            {argument},");
    }
    out.push_str("        ],\n");
}
