//! `cargo xtask build-bpf`: compiles BPF packages without Cargo's build scripts.

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use tinybpf_build::tinygo::TinyGo;
use tinybpf_core::{CoreType, Cpu, Endian, Input, OptLevel, Options, compile, inspect};

use crate::{prebuilt, run::root};

pub(crate) const HELP: &str = "[--package DIR]… [INPUT]… [--link] [--section NAME=SECTION]… [--out FILE | --out-dir DIR]
          [--types DIR]… [--cpu v1|v2|v3|v4] [--opt 1|2|3|s|z] [--endian little|big] [--min-kernel VERSION]
          [--emit obj,ll,asm,rs] [--dump-ir DIR]
    Compiles Go packages, and inputs into one object: C sources (.c), or IR that is there already (.ll, .bc, .o with bitcode, .a). By
    default every package of the workspace that has tinybpf-build among its build dependencies, into target/bpf.
    --package DIR           a folder with a Go package; or a Cargo package whose BPF code is in its folder `bpf`
    --link                  all packages and inputs into one object
    --types DIR             for IR: the Go package that it was made of, for what only sources tell of CO-RE types (`bpfCore…`)
    --section NAME=SECTION  the ELF section of a program that has no `//go:section`
    --opt 1|2|3|s|z         how hard LLVM optimises; 2 by default
    --endian little|big     the byte order of the machine that will run the programs; little by default
    --min-kernel VERSION    the lowest kernel that the programs are to load on, such as 5.10; what came later is an error
    --out FILE              the object, of a single package or of the inputs; what else is emitted goes beside it
    --out-dir DIR           the folder for the outputs, named after the packages
    --emit LIST             obj: the object; ll: the IR after the passes; asm: the machine code as text; rs: the Rust bindings
    --dump-ir DIR           the IR after each pass
    --update-prebuilt       with --package DIR alone: builds the Cargo packages, and keeps what `Builder::prebuilt` says
    --check-prebuilt        the same for CI: that something else is kept is an error";

/// What the command line asks for.
#[derive(Default)]
struct Arguments {
    packages: Vec<PathBuf>,
    inputs: Vec<PathBuf>,
    types: Vec<PathBuf>,
    link: bool,
    endian: Endian,
    sections: Vec<(String, String)>,
    out: Option<PathBuf>,
    out_dir: Option<PathBuf>,
    cpu: Option<Cpu>,
    opt: Option<OptLevel>,
    min_kernel: Option<String>,
    emit: Vec<String>,
    dump_ir: Option<PathBuf>,
}

pub(crate) fn run(args: &[String]) -> Result<(), Box<dyn Error>> {
    if let Some(mode) = args.iter().find_map(|word| prebuilt::mode(word)) {
        return prebuilt::run(mode, args);
    }
    let mut args = parse(args)?;
    if args.packages.is_empty() && args.inputs.is_empty() {
        args.packages = workspace_packages()?;
        if args.packages.is_empty() {
            return Err("no package of this workspace has tinybpf-build among its build dependencies; name one with --package DIR".into());
        }
    }
    check(&args)?;
    if args.link {
        return build(&args, &args.packages, &args.inputs);
    }
    for package in &args.packages {
        build(&args, std::slice::from_ref(package), &[])?;
    }
    if !args.inputs.is_empty() {
        build(&args, &[], &args.inputs)?;
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
            "--link" => parsed.link = true,
            "--endian" => {
                parsed.endian = match value()?.as_str() {
                    "little" => Endian::Little,
                    "big" => Endian::Big,
                    other => {
                        return Err(format!("--endian knows little and big, not {other:?}").into());
                    }
                }
            }
            "--package" => parsed.packages.push(value()?.into()),
            "--types" => parsed.types.push(value()?.into()),
            "--out" => parsed.out = Some(value()?.into()),
            "--out-dir" => parsed.out_dir = Some(value()?.into()),
            "--dump-ir" => parsed.dump_ir = Some(value()?.into()),
            "--cpu" => parsed.cpu = Some(value()?.parse()?),
            "--opt" => parsed.opt = Some(value()?.parse()?),
            "--min-kernel" => parsed.min_kernel = Some(value()?.clone()),
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
    let units = if args.link {
        1
    } else {
        args.packages.len() + usize::from(!args.inputs.is_empty())
    };
    if args.out.is_some() && units != 1 {
        return Err(format!(
            "--out names one file, and there are {units} objects to write: use --out-dir"
        )
        .into());
    }
    let has_sources = !args.packages.is_empty() || args.inputs.iter().any(|input| is_c(input));
    if !args.types.is_empty() && has_sources {
        return Err(
            "--types is for IR alone: of packages that are compiled, the types are known".into(),
        );
    }
    if args.out.is_some() && args.out_dir.is_some() {
        return Err("--out and --out-dir both say where the object goes: use one".into());
    }
    let emits = |kind| args.emit.iter().any(|emit| emit == kind);
    let is_source = |input: &PathBuf| is_c(input);
    if emits("rs") && !args.link && !args.inputs.is_empty() && !args.inputs.iter().any(is_source) {
        return Err("--emit rs: bindings are made from sources, not from IR files".into());
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

fn is_c(input: &Path) -> bool {
    input.extension().is_some_and(|end| end == "c")
}

/// Compiles sources the way a build script does, in a folder of its own, and writes what was asked for.
fn build(args: &Arguments, packages: &[PathBuf], inputs: &[PathBuf]) -> Result<(), Box<dyn Error>> {
    let name = match packages.first() {
        Some(package) => name(package)?,
        None => inputs[0].file_stem().map_or_else(
            || "bpf".to_owned(),
            |stem| stem.to_string_lossy().into_owned(),
        ),
    };
    let work = tempfile::tempdir()?;
    let dumps = match &args.dump_ir {
        Some(folder) if packages.is_empty() => folder.clone(),
        Some(folder) => folder.join(&name),
        None => work.path().join("ir"),
    };
    let (c, ir): (Vec<_>, Vec<_>) = inputs.iter().partition(|input| is_c(input));
    let (object, bindings) = if packages.is_empty() && c.is_empty() {
        (link(args, inputs, &dumps)?, None)
    } else {
        let real =
            |path: &PathBuf| fs::canonicalize(path).map_err(|e| format!("{}: {e}", path.display()));
        let mut builder = tinybpf_build::Builder::new();
        for package in packages {
            // A Cargo package is named for its BPF code, which lies in `bpf`.
            let is_cargo = package.join("Cargo.toml").is_file();
            builder.package(real(&if is_cargo {
                package.join("bpf")
            } else {
                package.clone()
            })?);
        }
        for source in c {
            builder.c_source(real(source)?);
        }
        for input in ir {
            builder.input(real(input)?);
        }
        if let Some(cpu) = args.cpu {
            builder.cpu(cpu);
        }
        if let Some(level) = args.opt {
            builder.opt_level(level);
        }
        if let Some(kernel) = &args.min_kernel {
            builder.min_kernel(kernel);
        }
        builder
            .out_dir(work.path())
            .dump_ir(std::path::absolute(&dumps)?)
            .endian(args.endian)
            .emit_rerun_if_changed(false)
            .cargo_warnings(false);
        for (program, section) in &args.sections {
            builder.section(program, section);
        }
        let output = builder.try_compile(&name)?;
        let object = output.object.ok_or("nothing was compiled")?;
        (object, Some(fs::read(&output.bindings_path)?))
    };
    for warning in &object.warnings {
        eprintln!("{warning}");
    }
    write(args, &name, &object, bindings.as_deref(), &dumps)
}

/// Compiles IR that is there already.
fn link(
    args: &Arguments,
    inputs: &[PathBuf],
    dumps: &Path,
) -> Result<tinybpf_core::Object, Box<dyn Error>> {
    let mut options = Options::default();
    options.cpu = args.cpu;
    options.opt_level = args.opt.unwrap_or_default();
    let kernel = args.min_kernel.as_ref().map(|text| text.parse());
    options.min_kernel = kernel.transpose()?;
    options.endian = args.endian;
    options.sections.extend(args.sections.iter().cloned());
    options.dump_ir = Some(dumps.to_owned());
    options.core_types = core_types(&args.types)?;
    let inputs: Vec<Input> = inputs.iter().map(Input::from).collect();
    Ok(compile(&inputs, &options)?)
}

/// What the sources of Go packages tell of CO-RE types.
fn core_types(packages: &[PathBuf]) -> Result<Vec<CoreType>, Box<dyn Error>> {
    if packages.is_empty() {
        return Ok(Vec::new());
    }
    let tinygo = TinyGo::find(None, &|name| env::var_os(name))?;
    let mut types = Vec::new();
    for package in packages {
        types.extend(tinygo.core_types(package, &[])?);
    }
    Ok(types)
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
                    .ok_or("bindings are made from sources, not from IR files")?
                    .to_vec(),
            ),
            _ => (out.clone(), object.data.clone()),
        };
        fs::write(&path, &data).map_err(|e| format!("{}: {e}", path.display()))?;
        println!("{} ({} bytes)", path.display(), data.len());
    }
    if let Some(need) = object.lowest_kernel() {
        let place = need.position.as_ref().map(|at| format!(", {at}"));
        println!("  needs {need}{}", place.unwrap_or_default());
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
