//! The skeleton: an object's maps, programs and variables as fields and methods, for aya 0.14.
//!
//! All of it stands in a module of its own, `skeleton`, in which names of Go have `super::` in front: so nothing that is called as
//! something of Rust's or aya's gets into its way. What is the same for all objects is Rust source in `skeleton/parts`.

mod logs;
mod maps;
mod programs;
mod setter;
pub(super) mod tries;
mod variables;

use std::{collections::BTreeSet, fmt::Write};

use tinybpf_core::Object;

use super::{Input, names::camel, text::WIDTH, types::Names};
use maps::Typed;
use setter::{Apply, Setting};

/// What every skeleton has.
const BASE: &str = include_str!("skeleton/parts/base.rs");
/// What a load error says, with the crate `tinybpf-explain`.
const EXPLAINED: &str = include_str!("skeleton/parts/explained.rs");
/// And without.
const UNEXPLAINED: &str = include_str!("skeleton/parts/unexplained.rs");
/// How bytes become values.
const RECORD: &str = include_str!("skeleton/parts/record.rs");
/// Ring buffers with typed records.
const RECORDS: &str = include_str!("skeleton/parts/records.rs");
/// Perf event arrays with typed records.
const PERF: &str = include_str!("skeleton/parts/perf.rs");
/// What programs log.
const LOGS: &str = include_str!("skeleton/parts/logs.rs");

/// Names in the module that no program's type may have: those above, what they import, and the prelude's that are used.
const RESERVED: &[&str] = &[
    "Arc",
    "AsFd",
    "AsRawFd",
    "AsRef",
    "BorrowedFd",
    "Box",
    "Btf",
    "Builder",
    "Clone",
    "Debug",
    "Default",
    "Ebpf",
    "EbpfError",
    "EbpfLoader",
    "Err",
    "Error",
    "From",
    "FnMut",
    "FnOnce",
    "Into",
    "Iterator",
    "Log",
    "LogSite",
    "LogType",
    "LogValue",
    "Logs",
    "Maps",
    "Mutex",
    "None",
    "Ok",
    "Option",
    "Path",
    "PathBuf",
    "PerfBuffer",
    "PerfRecords",
    "PhantomData",
    "Pod",
    "PoisonError",
    "Program",
    "Programs",
    "RawFd",
    "Records",
    "Result",
    "Self",
    "Some",
    "String",
    "TryFrom",
    "Variables",
    "Vec",
];

/// The names of the module's types.
pub(super) struct Scope {
    taken: BTreeSet<String>,
}

impl Scope {
    /// A name that is free, as like to the wished one as can be.
    fn name(&mut self, wish: &str) -> String {
        let wish = wish.trim_start_matches("r#");
        let mut name = wish.to_owned();
        let mut number = 2;
        while RESERVED.contains(&name.as_str()) || !self.taken.insert(name.clone()) {
            name = format!("{wish}{number}");
            number += 1;
        }
        name
    }
}

/// Writes the skeleton, or a remark why there is none. `name` is that of the object.
pub(super) fn write(out: &mut String, object: &Object, names: &Names, input: &Input, name: &str) {
    let mut body = String::new();
    match write_body(&mut body, object, names, input, name) {
        Ok(skeleton) => {
            _ = write!(
                out,
                "\n#[allow(unused_imports)]\npub use skeleton::{skeleton};\n"
            );
            out.push_str("\n/// The object for aya 0.14: its programs, maps and variables as fields and methods.\n");
            out.push_str(
                "#[allow(dead_code, deprecated, unreachable_pub, unused_imports, unused_mut)]\n",
            );
            // A program may be called after its type, a module after its file.
            out.push_str(
                "#[allow(clippy::module_name_repetitions, clippy::upper_case_acronyms)]\n#[allow(clippy::too_many_lines)]\n",
            );
            out.push_str("pub mod skeleton {\n");
            indent(out, &body);
            out.push_str("}\n");
        }
        Err(why) => _ = write!(out, "\n// There is no skeleton: {why}.\n"),
    }
}

fn write_body(
    out: &mut String,
    object: &Object,
    names: &Names,
    input: &Input,
    name: &str,
) -> Result<String, String> {
    let mut scope = Scope {
        taken: BTreeSet::new(),
    };
    // Seen beside the types of Go, too.
    let skeleton = names.free(&scope.name(&camel(name)));
    scope.taken.insert(skeleton.clone());
    let programs = programs::find(object, &mut scope, input)?;
    let maps = maps::find(object, names, input)?;
    let sections = variables::find(object, names, input);
    let readable = variables::readable(&sections);

    out.push_str(IMPORTS);
    write_skeleton(out, &skeleton, input, !maps.is_empty(), readable);
    let mut settings = variables::settings(&sections);
    settings.extend(map_settings(&maps));
    let unsupported = maps.iter().any(|map| map.ty == Typed::Raw);
    setter::write(out, &skeleton, &settings, unsupported);
    let fills = maps
        .iter()
        .any(|field| field.map.slots.iter().any(Option::is_some));
    let mutable = if fills { "mut " } else { "" };
    if !maps.is_empty() {
        _ = writeln!(out, "        let {mutable}maps = Maps::take(&mut ebpf)?;");
    }
    if readable {
        out.push_str("        let variables = Variables::take(&mut ebpf)?;\n");
    }
    out.push_str("        let programs = Programs::new(&Arc::new(Mutex::new(ebpf)));\n");
    programs::write_loading(out, &programs);
    maps::write_slots(out, &maps, object);
    write_result(out, &skeleton, !maps.is_empty(), readable);
    if !maps.is_empty() {
        maps::write(out, &maps);
    }
    tries::write(out, names);
    programs::write(out, &programs);
    if readable {
        variables::write(out, &sections);
    }
    write_parts(out, &maps, readable, input.explain);
    if maps.iter().any(|map| map.ty == Typed::Logs) {
        logs::write(out, &object.logs, input);
    }
    Ok(skeleton)
}

const IMPORTS: &str = "use ::std::{
    error, fmt,
    marker::PhantomData,
    os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use ::aya::{Btf, Ebpf, EbpfError, EbpfLoader, Pod, maps, programs};
";

/// The last line of `load_with`, as rustfmt would write it.
fn write_result(out: &mut String, skeleton: &str, has_maps: bool, readable: bool) {
    let fields = [
        (has_maps, "maps"),
        (true, "programs"),
        (readable, "variables"),
    ];
    let fields: Vec<&str> = fields
        .iter()
        .filter(|(has, _)| *has)
        .map(|(_, name)| *name)
        .collect();
    // rustfmt's `struct_lit_width`.
    let line = fields.join(", ");
    if line.len() <= 18 {
        _ = writeln!(out, "        Ok({skeleton} {{ {line} }})");
    } else {
        let lines = fields.join(",\n            ");
        _ = writeln!(
            out,
            "        Ok({skeleton} {{\n            {lines},\n        }})"
        );
    }
    out.push_str("    }\n}\n");
}

fn write_skeleton(out: &mut String, skeleton: &str, input: &Input, has_maps: bool, readable: bool) {
    _ = write!(
        out,
        "\n/// The BPF side of {} {}, in the kernel.\n///\n/// Programs that are attached are detached when this and all that was taken out of `programs` is dropped.\n#[non_exhaustive]\npub struct {skeleton} {{\n{maps}    /// The programs.\n    pub programs: Programs,\n",
        input.source.whole(),
        super::text::code(input.package_name),
        maps = if has_maps {
            "    /// The maps.\n    pub maps: Maps,\n"
        } else {
            ""
        },
    );
    if readable {
        out.push_str("    /// The package variables.\n    pub variables: Variables,\n");
    }
    _ = write!(
        out,
        "}}\n\nimpl {skeleton} {{\n    /// Begins to load it: variables are set first.\n    pub fn builder() -> Builder {{\n        Builder::default()\n    }}\n}}\n\
         \nimpl fmt::Debug for {skeleton} {{\n    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {{\n        f.debug_struct({skeleton:?})\n            .field(\"programs\", &self.programs)\n            .finish_non_exhaustive()\n    }}\n}}\n"
    );
}

/// What can be set about maps.
fn map_settings(maps: &[maps::Field]) -> Vec<Setting> {
    /// Of these the kernel or aya knows how many entries there are.
    const FIXED: [u32; 7] = [4, 19, 21, 24, 28, 29, 32];
    let sized = maps
        .iter()
        .filter(|field| !FIXED.contains(&field.map.map_type));
    let mut settings: Vec<Setting> = sized
        .map(|field| Setting {
            wish: format!("{}_max_entries", field.name.trim_start_matches("r#")),
            ty: "u32".to_owned(),
            doc: format!(
                "Sets the `max_entries` of the map {}. Default: {}, as the program has it.",
                super::text::code(&field.map.name),
                field.map.max_entries
            ),
            apply: Apply::MaxEntries(field.map.name.clone()),
        })
        .collect();
    let pinned = maps.iter().filter(|field| field.map.pinning != 0);
    let pinned: Vec<String> = pinned
        .map(|field| super::text::code(&field.map.name))
        .collect();
    if !pinned.is_empty() {
        settings.push(Setting {
            wish: "pin_root".to_owned(),
            ty: "PathBuf".to_owned(),
            doc: format!(
                "Sets the folder of a BPF file system where the pinned maps are: {}. Default: `/sys/fs/bpf`.",
                pinned.join(", ")
            ),
            apply: Apply::PinRoot,
        });
    }
    settings
}

/// Writes the parts of the skeleton that are the same for all objects, and that this one needs.
fn write_parts(out: &mut String, maps: &[maps::Field], readable: bool, explain: bool) {
    let has = |what: fn(&Typed) -> bool| maps.iter().any(|field| what(&field.ty));
    let records = has(|ty| matches!(ty, Typed::Records(_)));
    let perf = has(|ty| matches!(ty, Typed::PerfRecords(_)));
    for (part, wanted) in [
        (BASE, true),
        (EXPLAINED, explain),
        (UNEXPLAINED, !explain),
        (RECORD, readable || records || perf),
        (RECORDS, records),
        (PERF, perf),
        (LOGS, has(|ty| *ty == Typed::Logs)),
    ] {
        if wanted {
            out.push('\n');
            out.push_str(part);
        }
    }
}

fn indent(out: &mut String, text: &str) {
    for line in text.lines() {
        if !line.is_empty() {
            out.push_str("    ");
            out.push_str(line);
        }
        out.push('\n');
    }
}

/// The columns that a line of the module has.
const ROOM: usize = WIDTH - 4;

/// The first line of a method, or as many as rustfmt makes of it.
fn method(out: &mut String, name: &str, parameters: &[String], result: &str) {
    let line = format!(
        "    pub fn {name}({}) -> {result} {{",
        parameters.join(", ")
    );
    if line.len() <= ROOM {
        _ = writeln!(out, "{line}");
        return;
    }
    _ = writeln!(out, "    pub fn {name}(");
    for parameter in parameters {
        _ = writeln!(out, "        {parameter},");
    }
    _ = writeln!(out, "    ) -> {result} {{");
}

/// A call on one line, or on as many as rustfmt makes of it.
fn call(out: &mut String, indent: usize, head: &str, arguments: &[&str], tail: &str) {
    /// rustfmt's `fn_call_width`.
    const NARROW: usize = 60;
    let line = arguments.join(", ");
    let fits = indent + head.len() + line.len() + tail.len() + 2 <= ROOM;
    match arguments {
        [closure] if closure.starts_with('|') && !fits => {
            let (parameters, body) = closure[1..].split_once("| ").unwrap_or(("_", closure));
            _ = write!(
                out,
                "{:indent$}{head}(|{parameters}| {{\n{:indent$}    {body}\n{:indent$}}}){tail}\n",
                "", "", ""
            );
        }
        [_] => _ = writeln!(out, "{:indent$}{head}({line}){tail}", ""),
        _ if fits && line.len() <= NARROW => {
            _ = writeln!(out, "{:indent$}{head}({line}){tail}", "")
        }
        _ => {
            _ = writeln!(out, "{:indent$}{head}(", "");
            for argument in arguments {
                _ = writeln!(out, "{:indent$}    {argument},", "");
            }
            _ = writeln!(out, "{:indent$}){tail}", "");
        }
    }
}
