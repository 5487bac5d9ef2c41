//! The examples' objects: what is in them, and that they do their work in the kernel.

#[cfg(target_os = "linux")]
mod cgroup_connect;
#[cfg(target_os = "linux")]
mod tracepoints;

use std::{path::PathBuf, sync::OnceLock};

use expect_test::expect_file;
use tests::{examples, require, testdata, tinygo};
use tinybpf_build::Builder;
use tinybpf_core::{Library, Object, inspect::summary};

/// What the builder makes of each example, by name.
fn built() -> &'static [(String, Object)] {
    static BUILT: OnceLock<Vec<(String, Object)>> = OnceLock::new();
    if tinygo().is_none() {
        return &[];
    }
    BUILT.get_or_init(|| {
        let build = |folder: PathBuf| {
            let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
            let output = Builder::new()
                .package(folder.join("bpf"))
                .out_dir(concat!(env!("CARGO_TARGET_TMPDIR"), "/examples"))
                .emit_rerun_if_changed(false)
                .try_compile(&name);
            let output = output.unwrap_or_else(|error| panic!("{name}: {error}"));
            let object = output.object.unwrap();
            // Two examples are for another loader than aya, and say so.
            let is_for_libbpf = ["kfunc-task", "tcp-reno"].contains(&&*name);
            let mut warnings = object.warnings.iter();
            let unexpected =
                warnings.find(|w| !is_for_libbpf || !w.message.contains("not known to aya"));
            assert!(unexpected.is_none(), "{name}: {unexpected:?}");
            (name, object)
        };
        examples().into_iter().map(build).collect()
    })
}

#[test]
fn what_is_in_them() {
    let llvm = Library::find(None).unwrap().version().0;
    let same = (llvm == 22).then_some(()).ok_or(format!(
        "the golden files are of LLVM 22, and this is {llvm}"
    ));
    if require(same).is_none() {
        return;
    }
    for (name, object) in built() {
        let text = summary(&object.data).unwrap();
        expect_file![testdata(&format!("summaries/{name}.txt"))].assert_eq(&text);
    }
}

/// Without DWARF, which would be several times the rest.
#[test]
fn they_are_small() {
    for (name, object) in built() {
        let functions = object.functions.iter();
        let instructions: usize = functions.map(|function| function.instructions).sum();
        let size = object.data.len();
        // Each function of a struct is a program with a section, relocations and lines of its own.
        let members = 64 * object.programs.len() * object.struct_ops.len();
        let most = 3072 + 32 * instructions + members;
        assert!(
            size <= most,
            "{name}: {size} bytes, {instructions} instructions"
        );
    }
}

/// The object of an example, or `None` after saying why the test does not run.
#[cfg(target_os = "linux")]
fn example(name: &str) -> Option<&'static [u8]> {
    tests::can_load().then_some(())?;
    let (_, object) = built().iter().find(|(example, _)| example == name)?;
    Some(&object.data)
}
