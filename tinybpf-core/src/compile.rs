//! The way from IR to object: link, transform, optimise, emit, check.

use std::mem::take;

use crate::{
    Cpu, Error, Input, Need, Object, Options, Severity, Topic, helpers,
    link::link,
    llvm::{Context, Emit, Library, Module, Stage, TargetMachine, guarded},
    object::{
        check::{Expected, Finding, check},
        describe::describe,
        elf::Malformed,
        linkage::publish_programs,
        needs::{self, distinct},
        strip::strip_dwarf,
    },
    passes::{self, Cuts, Cx, Stopped, recover},
    section::Section,
};

/// Compiles the IR of one BPF package (several inputs are linked into one module) to an object.
///
/// # Errors
/// [`Error::Rejected`] with every finding when the Go code cannot become a BPF program, [`Error::Toolchain`] when there is
/// no usable LLVM or the IR is newer than it, [`Error::Io`] when an input cannot be read or a dump cannot be written, and
/// [`Error::Internal`] for faults of this crate and of LLVM.
pub fn compile(inputs: &[Input], options: &Options) -> Result<Object, Error> {
    let timings = options.timings.clone().unwrap_or_default();
    timings.enter("open LLVM");
    let library = Library::find(options.llvm.as_deref())?;
    let mut later = options.clone();
    later.dump_ir = None;
    let compiled = recover::compile(|cuts| {
        // What the first round dumped is what the user's code became.
        let options = if cuts.is_any() { &later } else { options };
        guarded(&timings, |stage| {
            round(library, inputs, options, cuts, stage)
        })?
    });
    timings.end();
    compiled
}

/// The way from IR to object, with what earlier rounds reported cut out.
fn round(
    library: &'static Library,
    inputs: &[Input],
    options: &Options,
    cuts: &Cuts,
    stage: &Stage,
) -> Result<Object, Stopped> {
    let context = Context::new(library);
    let machine = TargetMachine::new(
        library,
        options.endian.triple(),
        options.instruction_set().as_str(),
    )
    .map_err(|message| internal("target", message))?;
    let mut cx = Cx::new(options, &machine);
    let object = link(&mut cx, &context, inputs, stage).and_then(|module| {
        cuts.apply(&mut cx, &module)?;
        passes::run(&mut cx, &module, stage)?;
        optimise(&mut cx, &module, stage)?;
        passes::check_optimised(&mut cx, &module)?;
        let elf = emit(&cx, &context, &module, stage)?;
        stage.enter("check");
        finish(&mut cx, &elf)
    });
    object.map_err(|error| Stopped {
        error,
        pass: cx.number,
        consequences: Box::new(cx.consequences.unwrap_or_default().and_in(cx.gos_files)),
    })
}

/// Runs LLVM's optimiser for BPF, and the passes that clean up after it.
fn optimise(cx: &mut Cx<'_>, module: &Module<'_>, stage: &Stage) -> Result<(), Error> {
    stage.enter("optimise");
    if cx.options.instruction_set() >= Cpu::V4 {
        for function in module.functions() {
            // From v4 on, LLVM 22 jumps through tables, which kernels take since 6.19 and not all loaders know.
            function.add_string_attr(module, "no-jump-tables", "true");
        }
    }
    let pipeline = format!("default<O{}>", cx.options.opt_level.as_str());
    {
        let _alone = passes::accesses_kernel_types(module).then(|| stage.alone());
        cx.machine
            .run_passes(module, &pipeline)
            .map_err(|message| internal("optimise", message))?;
    }
    passes::dump(cx, module, passes::count(), "optimise")?;
    module
        .verify()
        .map_err(|message| internal("optimise", message))?;
    passes::run_late(cx, module, stage)
}

/// Runs the back end, and takes what it complains about for an error.
fn emit(
    cx: &Cx<'_>,
    context: &Context,
    module: &Module<'_>,
    stage: &Stage,
) -> Result<Vec<u8>, Error> {
    stage.enter("emit");
    context.take_errors();
    let elf = cx
        .machine
        .emit(module, Emit::Object)
        .map_err(|message| internal("emit", message))?;
    // The back end's own stack check sees one function at a time and names no variables: ours, on the object, does better.
    let errors: Vec<_> = context
        .take_errors()
        .into_iter()
        .filter(|e| !e.contains("BPF stack limit"))
        .collect();
    if errors.is_empty() {
        Ok(elf)
    } else {
        Err(internal("emit", errors.join("\n")))
    }
}

/// Drops DWARF, checks the object, and adds what the passes know of it.
fn finish(cx: &mut Cx<'_>, elf: &[u8]) -> Result<Object, Error> {
    cx.number = passes::OBJECT;
    let options = cx.options;
    let mut data = elf.to_vec();
    publish_programs(&mut data).map_err(|Malformed(message)| internal("linkage", message))?;
    let data = if options.dwarf {
        Ok(data)
    } else {
        strip_dwarf(&data)
    };
    let data = data.map_err(|Malformed(message)| internal("strip", message))?;
    let expected = Expected {
        endian: options.endian.into(),
        knows_section: &|section| Section::parse(section).is_ok(),
        last_helper: helpers::all().len() as i64,
        locals: &cx.locals,
    };
    let mut faults = Vec::new();
    for finding in check(&data, &expected) {
        match finding {
            Finding::Rejected(mut diagnostic) => {
                diagnostic.position = diagnostic.position.map(|p| cx.with_path(p));
                cx.diagnostics.push(diagnostic);
            }
            Finding::Internal(message) => faults.push(message),
        }
    }
    let needs = needs(cx, &data).map_err(|Malformed(message)| internal("check", message))?;
    if cx.diagnostics.iter().any(|d| d.severity == Severity::Error) {
        return Err(passes::rejected(cx));
    }
    if !faults.is_empty() {
        return Err(internal("check", faults.join("\n")));
    }
    let mut found = describe(&data).map_err(|Malformed(message)| internal("check", message))?;
    for program in &mut found.programs {
        // The first line in the object may be that of the first statement.
        let declared = cx
            .program(&program.name)
            .map(|known| known.position.clone());
        program.position = declared
            .unwrap_or_else(|| program.position.take())
            .map(|p| cx.with_path(p));
    }
    let data_sections = found
        .data_sections
        .into_iter()
        .map(|section| cx.with_types(section))
        .collect();
    let mut object = Object::default();
    object.data = data;
    object.programs = found.programs;
    object.maps = take(&mut cx.maps);
    object.logs = take(&mut cx.logs);
    object.struct_ops = take(&mut cx.struct_ops);
    object.data_sections = data_sections;
    object.functions = found.functions;
    object.license = found.license;
    object.types = take(&mut cx.types);
    object.needs = distinct(needs);
    object.warnings = cx.take_diagnostics();
    Ok(object)
}

/// What the object needs of the kernel; what the lowest kernel lacks is reported.
fn needs(cx: &mut Cx<'_>, data: &[u8]) -> Result<Vec<Need>, Malformed> {
    let declared = |name: &str| match cx.program(name) {
        Some(program) => program.position.clone(),
        None => {
            let found = cx.struct_ops.iter().find(|of| of.name == name);
            found.and_then(|of| of.position.clone())
        }
    };
    let mut needs = needs::needs(data, &cx.maps, &declared)?;
    for need in &mut needs {
        need.position = need.position.take().map(|p| cx.with_path(p));
    }
    let Some(floor) = cx.options.min_kernel else {
        return Ok(needs);
    };
    for Need {
        kernel,
        feature,
        position,
    } in needs.iter().filter(|need| need.kernel > floor)
    {
        cx.error(
            Topic::KernelVersion,
            position.clone(),
            format!(
                "{feature}: came with Linux {kernel}, and the program is to load on Linux {floor}"
            ),
        )
        .help(format!(
            "raise the lowest kernel to {kernel}, or do without it"
        ));
    }
    Ok(needs)
}

fn internal(stage: &str, message: String) -> Error {
    Error::Internal {
        stage: stage.to_owned(),
        message,
    }
}
