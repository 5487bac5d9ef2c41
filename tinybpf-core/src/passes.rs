//! The passes: from TinyGo's IR to BPF's.

mod blocks;
mod bound_accesses;
mod bound_loops;
mod bound_packets;
mod check_maps;
mod compare_memory;
mod constant;
mod copy_arguments;
mod encode_maps;
mod encode_struct_ops;
mod expand_compares;
mod fold_sums;
mod foresee;
mod freplace;
mod global_functions;
mod hide_quotients;
mod inline_library;
mod inline_packets;
mod interfaces;
mod keep_contexts;
mod keep_reads;
mod legalise;
mod lower_allocations;
mod lower_arithmetic;
mod lower_callbacks;
mod lower_core;
mod lower_helpers;
mod lower_kfuncs;
mod lower_logs;
mod lower_panics;
mod lower_prints;
mod order_blocks;
mod place_data;
mod place_relocations;
mod reach_arenas;
mod read_in_place;
pub(crate) mod recover;
mod reject_unsupported;
mod resolve_func_values;
mod retarget;
mod select_programs;
mod settle_selects;
mod shape_debug_info;
mod share_strings;
mod show_callers;
mod source_lines;
mod table;
#[cfg(test)]
mod tests;
mod wording;

pub(crate) use encode_maps::Special;
pub(crate) use lower_core::has_views;
pub(crate) use place_data::is_map;
pub(crate) use recover::{Consequences, Cuts, Stopped};
pub(crate) use reject_unsupported::is_users;
pub(crate) use select_programs::{closure, is_kept, prepare_link, retain};
pub(crate) use shape_debug_info::are_there as accesses_kernel_types;
pub use table::passes;
use table::{LATE_PASSES, PASSES, Row};

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use crate::{
    DataSection, Diagnostic, Error, LogSite, Map, Options, Position, Severity, StructOps, Topic,
    Type, Types, in_source_order,
    llvm::{Metadata, Module, Stage, TargetMachine, Value, slot},
    object::stack::Locals,
    section::Section,
};

/// The number of what comes after the passes: the checks on the object.
pub(crate) const OBJECT: usize = usize::MAX;

/// What the passes share: options, findings, and the facts that one pass finds and later ones need.
pub(crate) struct Cx<'a> {
    pub(crate) options: &'a Options,
    pub(crate) machine: &'a TargetMachine,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The programs, by the names of their functions; filled by `select-programs`.
    pub(crate) programs: Vec<Program>,
    /// The global functions; filled by `select-programs`.
    pub(crate) globals: Vec<Global>,
    /// The variables that code at start-up would initialise, and where; found by `select-programs`, reported by
    /// `reject-unsupported`.
    pub(crate) initialised: Vec<(String, Option<Position>)>,
    /// The calls that log, by their numbers in records; filled by `lower-logs`.
    pub(crate) logs: Vec<LogSite>,
    /// What is wrong with calls that log; found by `lower-logs`, reported by `reject-unsupported`.
    pub(crate) unloggable: Vec<Diagnostic>,
    /// The maps, by name; filled by `encode-maps`.
    pub(crate) maps: Vec<Map>,
    /// The fields of map values that belong to the kernel, by map; filled by `encode-maps`.
    pub(crate) special: BTreeMap<String, Vec<Special>>,
    /// The structs of functions for the kernel, by name; filled by `encode-struct-ops`.
    pub(crate) struct_ops: Vec<StructOps>,
    /// The programs that the kernel calls through members of which more is known than the type, by name; filled by
    /// `encode-struct-ops`.
    pub(crate) members: BTreeMap<String, &'static encode_struct_ops::Known>,
    /// The structs that maps, variables and records refer to; filled by `encode-maps` and `shape-debug-info`.
    pub(crate) types: Types,
    /// The package variables by their names in the object, with what debug info says of them; filled by `shape-debug-info`.
    pub(crate) variables: BTreeMap<String, (Option<Type>, Option<Position>)>,
    /// The paths of source files by the names that they have in the object, which holds no path of this machine; filled
    /// by `shape-debug-info`.
    pub(crate) sources: BTreeMap<String, String>,
    /// The files of Go's own packages that the programs use; filled by `reject-unsupported`.
    pub(crate) gos_files: BTreeSet<String>,
    /// The variables on the stack, by function; filled by `lower-allocations`.
    pub(crate) locals: Vec<Locals>,
    /// The licence that the kernel will see; set by `place-data`.
    pub(crate) license: Option<String>,
    /// How the code names maps and helpers.
    pub(crate) wording: wording::Wording,
    /// The number of the pass that runs, or of the stage after the passes.
    pub(crate) number: usize,
    /// What depends on what was cut out of the input, in all rounds but the first.
    pub(crate) consequences: Option<Consequences>,
    /// A failure that is not the user's.
    internal: Option<String>,
}

/// A program that is being compiled.
pub(crate) struct Program {
    /// The name of its function in the module and in the object.
    pub(crate) name: String,
    /// Its section, parsed.
    pub(crate) section: Section,
    /// Where it is declared.
    pub(crate) position: Option<Position>,
}

/// A function that the kernel verifies by itself.
#[derive(Clone)]
pub(crate) struct Global {
    /// Its name in the module and in the object.
    pub(crate) name: String,
    /// How many bits it returns in Go.
    pub(crate) result: u32,
}

impl<'a> Cx<'a> {
    pub(crate) fn new(options: &'a Options, machine: &'a TargetMachine) -> Self {
        Self {
            options,
            machine,
            diagnostics: Vec::new(),
            programs: Vec::new(),
            globals: Vec::new(),
            initialised: Vec::new(),
            logs: Vec::new(),
            unloggable: Vec::new(),
            maps: Vec::new(),
            special: BTreeMap::new(),
            struct_ops: Vec::new(),
            members: BTreeMap::new(),
            types: Types::default(),
            variables: BTreeMap::new(),
            sources: BTreeMap::new(),
            gos_files: BTreeSet::new(),
            locals: Vec::new(),
            license: None,
            wording: wording::Wording::default(),
            number: 0,
            consequences: None,
            internal: None,
        }
    }

    /// Reports an error about the user's Go code.
    pub(crate) fn error(
        &mut self,
        topic: Topic,
        at: Option<Position>,
        message: impl Into<String>,
    ) -> Report<'_> {
        self.report(Severity::Error, topic, at, message.into())
    }

    /// Reports something that the author should know.
    pub(crate) fn warning(
        &mut self,
        topic: Topic,
        at: Option<Position>,
        message: impl Into<String>,
    ) -> Report<'_> {
        self.report(Severity::Warning, topic, at, message.into())
    }

    fn report(
        &mut self,
        severity: Severity,
        topic: Topic,
        position: Option<Position>,
        message: String,
    ) -> Report<'_> {
        // Passes after `shape-debug-info` see the files by their names in the object.
        let position = position.map(|position| self.with_path(position));
        self.diagnostics.push(Diagnostic {
            severity,
            topic,
            position,
            message,
            help: Vec::new(),
        });
        Report(self.diagnostics.last_mut().expect("one was pushed"))
    }

    /// What was found, in the words of the code that it is about.
    pub(crate) fn take_diagnostics(&mut self) -> Vec<Diagnostic> {
        let mut found = std::mem::take(&mut self.diagnostics);
        for finding in &mut found {
            self.wording.apply(finding);
        }
        found
    }

    fn has_errors(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|d| d.severity == Severity::Error)
    }

    /// Runs passes of LLVM's own, in the syntax of `opt -passes=`.
    fn llvm_passes(&mut self, module: &Module<'_>, passes: &str) {
        if let Err(message) = self.machine.run_passes(module, passes) {
            self.internal = Some(message);
        }
    }

    /// A data section with types and positions of its variables.
    pub(crate) fn with_types(&self, mut section: DataSection) -> DataSection {
        for variable in &mut section.variables {
            if let Some((ty, position)) = self.variables.get(&variable.name) {
                variable.ty.clone_from(ty);
                variable.position.clone_from(position);
            }
        }
        section
    }

    /// A place that the object names, with the path that the file has on this machine.
    pub(crate) fn with_path(&self, mut position: Position) -> Position {
        if let Some(path) = self.sources.get(&position.file) {
            position.file.clone_from(path);
        }
        position
    }

    /// What is known of a global function.
    pub(crate) fn global(&self, function: Value<'_>) -> Option<&Global> {
        let name = function.name();
        self.globals.iter().find(|global| global.name == name)
    }

    /// Whether others than the module's functions call a function: it is a program, or a global function.
    pub(crate) fn is_root(&self, function: Value<'_>) -> bool {
        self.program(&function.name()).is_some() || self.global(function).is_some()
    }

    /// The program of that name.
    pub(crate) fn program(&self, name: &str) -> Option<&Program> {
        self.programs.iter().find(|program| program.name == name)
    }
}

/// A report that can be given help lines.
pub(crate) struct Report<'a>(&'a mut Diagnostic);

impl Report<'_> {
    /// Adds a line that says what to write instead.
    pub(crate) fn help(self, line: impl Into<String>) -> Self {
        self.0.help.push(line.into());
        self
    }
}

/// Where Go has the code that a value comes from: an instruction's line, a function's or variable's declaration.
pub(crate) fn position(value: Value<'_>) -> Option<Position> {
    if value.is_instruction() {
        return location_position(value.debug_location()?);
    }
    if value.is_function() {
        let subprogram = value.subprogram()?;
        return at(subprogram.scope_file()?, subprogram.subprogram_line(), 0);
    }
    let variable = value.variable_debug_info()?.variable()?;
    at(variable.variable_file()?, variable.variable_line(), 0)
}

/// Whether a place is in one of Go's own packages.
fn is_gos_file(cx: &Cx<'_>, place: Position) -> bool {
    cx.gos_files.contains(&cx.with_path(place).file)
}

fn location_position(location: Metadata<'_>) -> Option<Position> {
    let (line, column) = location.line_and_column();
    at(location.scope()?.scope_file()?, line, column)
}

/// Where the code of an instruction was before anything was inlined: the call in the function that it stands in.
pub(crate) fn outer_position(value: Value<'_>) -> Option<Position> {
    let mut location = value.debug_location()?;
    while let Some(outer) = location.inlined_at() {
        location = outer;
    }
    location_position(location)
}

/// Where the code stands that called a function of the package `path` in Go's standard library, of which an instruction is
/// an inlined part: the line that the user wrote. For other instructions, their own [`position`].
pub(crate) fn position_outside(value: Value<'_>, path: &str) -> Option<Position> {
    let folder = format!("/src/{path}/");
    let mut location = value.debug_location()?;
    loop {
        let found = location_position(location);
        match location.inlined_at() {
            Some(outer) if found.as_ref().is_none_or(|p| p.file.contains(&folder)) => {
                location = outer;
            }
            _ => return found,
        }
    }
}

fn at(file: Metadata<'_>, line: u32, column: u32) -> Option<Position> {
    let (folder, name) = file.file();
    let file = if folder.is_empty() || name.starts_with('/') {
        name
    } else {
        format!("{folder}/{name}")
    };
    (line != 0).then_some(Position { file, line, column })
}

/// The name of a function in Go, with its package path: `main.lookup`, `(*example.com/probe/flow.Table).Get`.
pub(crate) fn go_name(module: &Module<'_>, function: Value<'_>) -> Option<String> {
    function
        .subprogram()?
        .operand(module, slot::NAME)?
        .string(module)
}

/// Whether a function, a variable or an instruction was compiled by another compiler than TinyGo, as its debug info says.
pub(crate) fn is_foreign(module: &Module<'_>, value: Value<'_>) -> bool {
    let scope = if value.is_function() {
        value.subprogram()
    } else if value.is_instruction() {
        value.debug_location().and_then(|location| location.scope())
    } else {
        let info = value.variable_debug_info().and_then(Metadata::variable);
        info.and_then(|info| info.operand(module, slot::VARIABLE_SCOPE))
    };
    scope
        .and_then(|scope| scope.unit(module))
        .is_some_and(|unit| is_foreign_unit(module, unit))
}

/// Whether a compile unit is another compiler's than TinyGo.
pub(crate) fn is_foreign_unit(module: &Module<'_>, unit: Metadata<'_>) -> bool {
    let producer = unit.operand(module, slot::PRODUCER);
    producer
        .and_then(|producer| producer.string(module))
        .is_some_and(|producer| !producer.is_empty() && producer != "TinyGo")
}

/// Runs all passes. After each, the module is dumped if the options say so and verified; a pass that reported is the last of this round
/// (see [`recover`]).
pub(crate) fn run(cx: &mut Cx<'_>, module: &Module<'_>, stage: &Stage) -> Result<(), Error> {
    dump(cx, module, 0, "input")?;
    cx.wording = wording::Wording::of(module);
    run_table(cx, module, stage, PASSES, 1)
}

/// Runs the passes that come after LLVM's optimiser, as [`run`] does.
pub(crate) fn run_late(cx: &mut Cx<'_>, module: &Module<'_>, stage: &Stage) -> Result<(), Error> {
    run_table(cx, module, stage, LATE_PASSES, count() + 1)
}

fn run_table(
    cx: &mut Cx<'_>,
    module: &Module<'_>,
    stage: &Stage,
    table: &[Row],
    first: usize,
) -> Result<(), Error> {
    for (number, (name, pass, _)) in (first..).zip(table) {
        stage.enter(name);
        cx.number = number;
        pass(cx, module);
        dump(cx, module, number, name)?;
        if let Some(message) = cx.internal.take() {
            return Err(Error::Internal {
                stage: (*name).to_owned(),
                message,
            });
        }
        if cx.has_errors() {
            return Err(rejected(cx));
        }
        module.verify().map_err(|message| Error::Internal {
            stage: (*name).to_owned(),
            message,
        })?;
    }
    Ok(())
}

/// Reports what cannot become BPF and only the optimised module tells.
pub(crate) fn check_optimised(cx: &mut Cx<'_>, module: &Module<'_>) -> Result<(), Error> {
    cx.number += 1;
    reject_unsupported::leftovers(cx, module);
    place_data::leftovers(cx, module);
    foresee::run(cx, module);
    if cx.has_errors() {
        // By now debug info names files as the object does.
        let mut found = std::mem::take(&mut cx.diagnostics);
        for diagnostic in &mut found {
            diagnostic.position = diagnostic.position.take().map(|p| cx.with_path(p));
        }
        cx.diagnostics = found;
        return Err(rejected(cx));
    }
    Ok(())
}

/// The findings in source order, each once.
pub(crate) fn rejected(cx: &mut Cx<'_>) -> Error {
    Error::Rejected(in_source_order(cx.take_diagnostics()))
}

/// Writes the module to `NN-name.ll` in the folder for dumps, if there is one.
pub(crate) fn dump(
    cx: &Cx<'_>,
    module: &Module<'_>,
    number: usize,
    name: &str,
) -> Result<(), Error> {
    let Some(folder) = &cx.options.dump_ir else {
        return Ok(());
    };
    fs::create_dir_all(folder).map_err(|e| Error::io(folder, e))?;
    let path = folder.join(format!("{number:02}-{name}.ll"));
    fs::write(&path, module.print()).map_err(|e| Error::io(path, e))
}

/// The number of the dump after LLVM's optimiser.
pub(crate) fn count() -> usize {
    PASSES.len() + 1
}
