//! Several modules become one, whatever compilers they come from.
//!
//! Go packages come with a `main` and a runtime each. C sources share a namespace with what Go exports: a C function is a Go
//! function without a body under `//export NAME` (or `//go:linkname`), a C variable or map a Go variable under
//! `//go:extern NAME`; the other way round, C declares what Go exports as `extern`, and package variables by their names.

mod calls;
mod symbols;
mod unused;

use crate::{
    Endian, Error, Topic, bitcode,
    input::{self, DAMAGED, Input, Piece},
    llvm::{Context, Linkage, Module, Stage},
    passes::{self, Cx, is_foreign_unit},
};

/// A module before it is linked.
struct Part<'c> {
    /// Its input, for messages.
    name: String,
    module: Module<'c>,
    /// Whether another compiler than TinyGo made it, which is clang.
    is_foreign: bool,
}

/// Reads all inputs and links them into one module. What does not fit together is reported, and linked in some way: the rest is to
/// be checked, too.
pub(crate) fn link<'c>(
    cx: &mut Cx<'_>,
    context: &'c Context,
    inputs: &[Input],
    stage: &Stage,
) -> Result<Module<'c>, Error> {
    let mut parts = Vec::new();
    for input in inputs {
        for piece in input::read(input)? {
            stage.enter(&format!("parse of {}", piece.name));
            let part = read(context, &piece)?;
            check_byte_order(cx, &part)?;
            // Modules for different machines do not link.
            let layout = cx.machine.data_layout();
            let triple = cx.options.endian.triple();
            part.module.set_target(triple, &layout);
            warn_of_optimiser(cx, &part);
            if let Some(whole) = &piece.whole {
                let whole = Module::parse(context, &piece.name, whole)
                    .map_err(|message| piece.error(message, DAMAGED))?;
                whole.set_target(triple, &layout);
                unused::add(&part, whole).map_err(|message| piece.error(message, DAMAGED))?;
            }
            parts.push(part);
        }
    }
    if parts.len() > 1 {
        for part in parts.iter().filter(|part| !part.is_foreign) {
            passes::prepare_link(&part.module);
        }
    }
    stage.enter("link");
    let subprograms = symbols::resolve(cx, &parts);
    let mut parts = parts.into_iter();
    let Some(Part { module, .. }) = parts.next() else {
        return Err(Error::input(
            Topic::Input,
            "inputs",
            "there are none",
            "name a Go package, a C source or IR",
        ));
    };
    for Part {
        name,
        module: other,
        ..
    } in parts
    {
        stage.enter(&format!("link of {name}"));
        module.link(other).map_err(|message| {
            let help = "see to it that both declare what they share in the same way, and compile both anew";
            Error::input(Topic::LinkMismatch, name, message, help)
        })?;
    }
    for function in subprograms {
        if let Some(function) = module.function(&function) {
            function.set_linkage(Linkage::Internal);
        }
    }
    calls::fit(cx, &module);
    Ok(module)
}

/// Refuses what was compiled for the other byte order, as far as that shows in code: C always, by its macros; Go when it was
/// optimised.
fn check_byte_order(cx: &Cx<'_>, part: &Part<'_>) -> Result<(), Error> {
    let is_big = part.module.data_layout().starts_with('E');
    let depends = part.is_foreign || is_optimised(&part.module);
    let (found, wanted, target) = match (is_big, cx.options.endian) {
        (false, Endian::Big) => ("least", "most", "bpfeb"),
        (true, Endian::Little) => ("most", "least", "bpfel"),
        _ => return Ok(()),
    };
    if !depends {
        return Ok(());
    }
    let how = if part.is_foreign {
        format!("compile it with `clang -target {target}`")
    } else {
        "compile it with TinyGo's `-opt=0`, which leaves the byte order open".to_owned()
    };
    Err(Error::input(
        Topic::LinkMismatch,
        &part.name,
        format!(
            "compiled for machines whose {found} significant byte comes first, and the object is for those whose {wanted} \
             significant byte does"
        ),
        how,
    ))
}

/// Says what may come of IR that TinyGo has optimised. It cannot be undone: LLVM has computed with packet pointers as with any
/// number (masked them, counted what is left in units of a header), has taken checks out that only the verifier needs, and
/// has put constants in the places of variables. Of steps to the fields of kernel structs it has made offsets.
fn warn_of_optimiser(cx: &mut Cx<'_>, part: &Part<'_>) {
    if part.is_foreign || !is_optimised(&part.module) {
        return;
    }
    let what = format!(
        "{} was optimised by TinyGo (`-opt=1`, `2`, `s` or `z`), not for BPF",
        part.name
    );
    let report = if passes::has_views(&cx.options.core_types, &part.module) {
        cx.error(Topic::OptimisedIr,
            None,
            format!("{what}: the fields of kernel structs (`bpfCore…`) are offsets in it, which no loader can correct"),
        )
    } else {
        cx.warning(Topic::OptimisedIr,
            None,
            format!(
                "{what}: the verifier may refuse its packet accesses, variables that loaders set may be constants in it, and \
                 fields of kernel structs (`bpfCore…`), if it has any, are read from where Go has them"
            ),
        )
    };
    report.help("compile it with TinyGo's `-opt=0`: LLVM optimises for BPF in any case");
}

fn is_optimised(module: &Module<'_>) -> bool {
    let mut functions = module.functions().into_iter();
    functions.any(|f| !f.is_declaration() && f.is_local_unnamed_addr())
}

fn read<'c>(context: &'c Context, piece: &Piece) -> Result<Part<'c>, Error> {
    let (major, minor, patch) = context.library().version();
    let producer = bitcode::producer(&piece.data);
    let newer = producer
        .as_ref()
        .and_then(|p| p.split('.').next()?.parse::<u32>().ok())
        .is_some_and(|p| p > major);
    if let Some(producer) = producer.filter(|_| newer) {
        return Err(Error::toolchain(
            Topic::LlvmMissing,
            format!(
                "{} was written by LLVM {producer}, which is newer than the LLVM {major}.{minor}.{patch} in {}",
                piece.name,
                context.library().path().display(),
            ),
            format!(
                "update Rust (`rustup update`), whose toolchain brings an LLVM; or name a newer libLLVM with the environment variable \
                 TINYBPF_LLVM (Debian: `apt install libllvm{}`); or use a compiler that was built with an older LLVM",
                producer.split('.').next().unwrap_or_default(),
            ),
        ));
    }
    let module = Module::parse(context, &piece.name, &piece.data).map_err(|message| {
        piece.error(
            format!("not IR that LLVM {major}.{minor}.{patch} can read: {message}"),
            "compile it anew, or name another libLLVM with the environment variable TINYBPF_LLVM",
        )
    })?;
    module
        .verify()
        .map_err(|message| piece.error(message, DAMAGED))?;
    let units = module.named_metadata("llvm.dbg.cu");
    let is_foreign = match units[..] {
        // clang names itself here, also without debug info.
        [] => !module.named_metadata("llvm.ident").is_empty(),
        _ => units.iter().all(|unit| is_foreign_unit(&module, *unit)),
    };
    if is_foreign && units.is_empty() {
        return Err(piece.error(
            "compiled without debug info, from which the types come that loaders and the kernel need",
            "give clang `-g`",
        ));
    }
    Ok(Part {
        name: piece.name.clone(),
        module,
        is_foreign,
    })
}
