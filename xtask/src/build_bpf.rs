//! `cargo xtask build-bpf`: compiles BPF packages without Cargo's build scripts.

use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use tinybpf_core::{Cpu, Input, Options, compile, inspect};

use crate::run::root;

pub(crate) const HELP: &str = "[--package DIR]… [INPUT]… [--section NAME=SECTION]… [--out FILE | --out-dir DIR]
          [--cpu v1|v2|v3|v4] [--emit obj,ll,asm,rs] [--dump-ir DIR]
    Compiles Go packages, or IR that is there already (.ll, .bc, .o with bitcode, .a; all inputs into one object). By default every package of the workspace
    that has tinybpf-build among its build dependencies, into target/bpf.
    --package DIR           a folder with a Go package; or a Cargo package whose BPF code is in its folder `bpf`
    --section NAME=SECTION  the ELF section of a program that has no `//go:section`
    --out FILE              the object, of a single package or of the inputs; what else is emitted goes beside it
    --out-dir DIR           the folder for the outputs, named after the packages
    --emit LIST             obj: the object; ll: the IR after the passes; asm: the machine code as text; rs: the Rust bindings
    --dump-ir DIR           the IR after each pass";

/// What the command line asks for.
#[derive(Default)]
struct Arguments {
    packages: Vec<PathBuf>,
    inputs: Vec<PathBuf>,
    sections: Vec<(String, String)>,
    out: Option<PathBuf>,
    out_dir: Option<PathBuf>,
    cpu: Cpu,
    emit: Vec<String>,
    dump_ir: Option<PathBuf>,
}

pub(crate) fn run(args: &[String]) -> Result<(), Box<dyn Error>> {
    let mut args = parse(args)?;
    if args.packages.is_empty() && args.inputs.is_empty() {
        args.packages = workspace_packages()?;
        if args.packages.is_empty() {
            return Err("no package of this workspace has tinybpf-build among its build dependencies; name one with --package DIR".into());
        }
    }
    check(&args)?;
    for package in &args.packages {
        build_package(&args, package)?;
    }
    if !args.inputs.is_empty() {
        link(&args)?;
    }
    Ok(())
}

fn parse(args: &[String]) -> Result<Arguments, Box<dyn Error>> {
    let mut parsed = Arguments::default();
    let mut words = args.iter();
    while let Some(word) = words.next() {
        let mut value = || {
            words.next().ok_or_else(|| {
                format!("{word} needs a value\n\nusage: cargo xtask build-bpf {HELP}")
            })
        };
        match word.as_str() {
            "--package" => parsed.packages.push(value()?.into()),
            "--out" => parsed.out = Some(value()?.into()),
            "--out-dir" => parsed.out_dir = Some(value()?.into()),
            "--dump-ir" => parsed.dump_ir = Some(value()?.into()),
            "--cpu" => parsed.cpu = value()?.parse()?,
            "--section" => {
                let text = value()?;
                let (name, section) = text
                    .split_once('=')
                    .ok_or_else(|| format!("--section takes NAME=SECTION, not {text:?}"))?;
                parsed.sections.push((name.to_owned(), section.to_owned()));
            }
            "--emit" => parsed.emit = value()?.split(',').map(str::to_owned).collect(),
            input if !input.starts_with('-') => parsed.inputs.push(input.into()),
            other => {
                return Err(format!(
                    "build-bpf does not take {other:?}\n\nusage: cargo xtask build-bpf {HELP}"
                )
                .into());
            }
        }
    }
    if let Some(unknown) = parsed
        .emit
        .iter()
        .find(|kind| !matches!(kind.as_str(), "obj" | "ll" | "asm" | "rs"))
    {
        return Err(format!("--emit knows obj, ll, asm and rs, not {unknown:?}").into());
    }
    if parsed.emit.is_empty() {
        parsed.emit.push("obj".to_owned());
    }
    Ok(parsed)
}

/// Refuses what would write over what it has just written, or fail halfway.
fn check(args: &Arguments) -> Result<(), Box<dyn Error>> {
    let units = args.packages.len() + usize::from(!args.inputs.is_empty());
    if args.out.is_some() && units != 1 {
        return Err(format!(
            "--out names one file, and there are {units} objects to write: use --out-dir"
        )
        .into());
    }
    if args.out.is_some() && args.out_dir.is_some() {
        return Err("--out and --out-dir both say where the object goes: use one".into());
    }
    let emits = |kind| args.emit.iter().any(|emit| emit == kind);
    if emits("rs") && !args.inputs.is_empty() {
        return Err("--emit rs: bindings are made from Go packages, not from IR files".into());
    }
    let extension = args.out.as_ref().and_then(|out| out.extension()?.to_str());
    if let Some(extension @ ("ll" | "s" | "rs")) = extension
        && emits("obj")
    {
        return Err(format!(
            "--out names the object, and .{extension} is the ending of another output: call it .o"
        )
        .into());
    }
    let mut names = BTreeMap::new();
    for package in &args.packages {
        if let Some(other) = names.insert(name(package)?, package) {
            return Err(format!(
                "{} and {} would have their outputs under one name: build them one by one with --out",
                other.display(),
                package.display()
            )
            .into());
        }
    }
    Ok(())
}

/// A package's name, which is that of its folder.
fn name(package: &Path) -> Result<String, Box<dyn Error>> {
    let real = fs::canonicalize(package).map_err(|e| format!("{}: {e}", package.display()))?;
    Ok(real.file_name().map_or_else(
        || "bpf".to_owned(),
        |name| name.to_string_lossy().into_owned(),
    ))
}

/// The folders of the workspace's packages that carry BPF code.
fn workspace_packages() -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let metadata = cargo_metadata::MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .no_deps()
        .exec()?;
    let carries_bpf = |package: &&cargo_metadata::Package| {
        let build = cargo_metadata::DependencyKind::Build;
        package
            .dependencies
            .iter()
            .any(|d| d.kind == build && d.name == "tinybpf-build")
    };
    let folder = |package: &cargo_metadata::Package| {
        package
            .manifest_path
            .parent()
            .map(|p| p.as_std_path().to_owned())
    };
    Ok(metadata
        .packages
        .iter()
        .filter(carries_bpf)
        .filter_map(folder)
        .collect())
}

/// Compiles a Go package the way a build script does, in a folder of its own, and copies what was asked for.
fn build_package(args: &Arguments, package: &Path) -> Result<(), Box<dyn Error>> {
    // A Cargo package is named for its BPF code, which lies in `bpf`.
    let go = if package.join("Cargo.toml").is_file() {
        package.join("bpf")
    } else {
        package.to_owned()
    };
    let name = name(package)?;
    let work = tempfile::tempdir()?;
    let dumps = work.path().join("ir");
    let mut builder = tinybpf_build::Builder::new();
    builder.package(fs::canonicalize(&go).map_err(|e| format!("{}: {e}", go.display()))?);
    builder
        .cpu(args.cpu)
        .out_dir(work.path())
        .emit_rerun_if_changed(false)
        .cargo_warnings(false);
    builder.dump_ir(
        args.dump_ir
            .as_deref()
            .map_or_else(|| dumps.clone(), |dir| dir.join(&name)),
    );
    for (program, section) in &args.sections {
        builder.section(program, section);
    }
    let output = builder.try_compile(&name)?;
    for warning in &output.object.warnings {
        eprintln!("{warning}");
    }
    let bindings = fs::read(&output.bindings_path)?;
    let dumps = args.dump_ir.as_deref().map_or(dumps, |dir| dir.join(&name));
    write(args, &name, &output.object, Some(&bindings), &dumps)
}

/// Compiles IR that is there already.
fn link(args: &Arguments) -> Result<(), Box<dyn Error>> {
    let name = args.inputs[0].file_stem().map_or_else(
        || "bpf".to_owned(),
        |stem| stem.to_string_lossy().into_owned(),
    );
    let work = tempfile::tempdir()?;
    let dumps = args
        .dump_ir
        .clone()
        .unwrap_or_else(|| work.path().to_owned());
    let mut options = Options::default();
    options.cpu = args.cpu;
    options.sections.extend(args.sections.iter().cloned());
    options.dump_ir = Some(dumps.clone());
    let inputs: Vec<Input> = args.inputs.iter().map(Input::from).collect();
    let object = compile(&inputs, &options)?;
    for warning in &object.warnings {
        eprintln!("{warning}");
    }
    write(args, &name, &object, None, &dumps)
}

/// Writes what `--emit` lists.
fn write(
    args: &Arguments,
    name: &str,
    object: &tinybpf_core::Object,
    bindings: Option<&[u8]>,
    dumps: &Path,
) -> Result<(), Box<dyn Error>> {
    let out = match (&args.out, &args.out_dir) {
        (Some(file), _) => file.clone(),
        (None, Some(dir)) => dir.join(format!("{name}.o")),
        (None, None) => root().join("target/bpf").join(format!("{name}.o")),
    };
    if let Some(folder) = out.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    }
    for kind in &args.emit {
        let (path, data) = match kind.as_str() {
            "ll" => (out.with_extension("ll"), last_dump(dumps)?),
            "asm" => (
                out.with_extension("s"),
                inspect::disassembly(&object.data)?.into_bytes(),
            ),
            "rs" => (
                out.with_extension("rs"),
                bindings
                    .ok_or("bindings are made from Go packages, not from IR files")?
                    .to_vec(),
            ),
            _ => (out.clone(), object.data.clone()),
        };
        fs::write(&path, &data).map_err(|e| format!("{}: {e}", path.display()))?;
        println!("{} ({} bytes)", path.display(), data.len());
    }
    Ok(())
}

/// The module after the last stage.
fn last_dump(folder: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "ll"));
    files.sort();
    Ok(fs::read(files.last().ok_or("no IR was dumped")?)?)
}
