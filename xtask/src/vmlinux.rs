//! `cargo xtask vmlinux`: Go views of kernel types.

use std::{error::Error, io::Write as _, path::PathBuf};

use tinybpf_build::vmlinux::KernelTypes;

pub(crate) const HELP: &str = "[--btf FILE] [--base FILE] [--depth N] [--package NAME] [--output FILE] TYPE[.FIELD]…
    Writes Go views (`bpfCore…`) of kernel types: structs, unions, enums and typedefs by their names in the kernel, with all fields or
    those that are named: `cargo xtask vmlinux task_struct.{tgid,comm,real_parent} bpf_map_type`.
    --btf FILE              raw BTF, or an ELF file with it; by default the running kernel's, /sys/kernel/btf/vmlinux
    --base FILE             for the BTF of a module that is not in /sys/kernel/btf: the kernel's
    --depth N               how many pointers to follow to types that are not named; 0 by default
    --package NAME          the Go package; main by default. In others the types are exported: `BpfCore…`
    --output FILE           the Go file; by default it is printed";

pub(crate) fn run(args: &[String]) -> Result<(), Box<dyn Error>> {
    let usage = |message: String| format!("{message}\n\nusage: cargo xtask vmlinux {HELP}");
    let (mut types, mut output) = (KernelTypes::new(), None);
    let mut any = false;
    let mut words = args.iter();
    while let Some(word) = words.next() {
        let mut value = || {
            let value = words.next();
            value.ok_or_else(|| usage(format!("{word} needs a value")))
        };
        match word.as_str() {
            "--btf" => types.btf(value()?),
            "--base" => types.base(value()?),
            "--depth" => {
                let text = value()?;
                let depth = text.parse();
                types.depth(depth.map_err(|_| format!("--depth takes a number, not {text:?}"))?)
            }
            "--package" => types.package(value()?),
            "--output" => {
                output = Some(PathBuf::from(value()?));
                &mut types
            }
            name if !name.starts_with('-') => {
                any = true;
                types.types([name])
            }
            other => return Err(usage(format!("vmlinux does not take {other:?}")).into()),
        };
    }
    if !any {
        return Err(usage("no type is named".to_owned()).into());
    }
    match output {
        Some(file) => types.write(file)?,
        None => std::io::stdout().write_all(types.source()?.as_bytes())?,
    }
    Ok(())
}
