//! However a program is compiled, it does the same: with each LLVM, Go runtime, instruction set and optimisation level.

use std::path::{Path, PathBuf};

use tests::{bitcode, bitcode_with, cases, core_types, in_parallel, require, testdata};
use tinybpf_build::tinygo::Runtime;
use tinybpf_core::{Error, Input, Object, Options, compile, inspect::disassembly};

/// The library of an LLVM, where distributions have it.
fn llvm(major: u32) -> Option<PathBuf> {
    let arch = std::env::consts::ARCH;
    let places = [
        format!("/usr/lib/llvm-{major}/lib/libLLVM.so.{major}.1"),
        format!("/usr/lib/{arch}-linux-gnu/libLLVM.so.{major}.1"),
        format!("/usr/lib/llvm{major}/lib/libLLVM.so.{major}.1"),
        format!("/usr/lib64/libLLVM.so.{major}.1"),
    ];
    let found = places.iter().map(PathBuf::from).find(|path| path.is_file());
    require(found.ok_or(format!(
        "there is no LLVM {major} (Debian: `apt install libllvm{major}`)"
    )))
}

fn name(package: &Path) -> &str {
    package.file_name().unwrap().to_str().unwrap()
}

fn object(package: &Path, bitcode: Vec<u8>, options: &Options) -> Result<Object, Error> {
    let input = Input::Bytes {
        name: name(package).to_owned(),
        data: bitcode,
    };
    let mut options = options.clone();
    options.core_types = core_types(&testdata("programs").join(package)).unwrap_or_default();
    compile(&[input], &options)
}

/// Compiles all cases and hands the objects to `check`, which says what is wrong with one.
fn each(options: &Options, check: impl Fn(&Path, Object) -> Result<(), String> + Sync) {
    let wrong = in_parallel(&cases(), |package| {
        let bitcode = bitcode(package, Runtime::Bpf)?;
        let result = object(package, bitcode, options).map_err(|error| error.to_string());
        let message = result.and_then(|object| check(package, object)).err()?;
        Some(format!("{}: {message}", name(package)))
    });
    let wrong: Vec<_> = wrong.into_iter().flatten().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_same_input_gives_the_same_bytes_and_no_path_of_this_machine() {
    let options = Options::default();
    let here = testdata("programs");
    each(&options, |package, object| {
        let again = self::object(package, bitcode(package, Runtime::Bpf).unwrap(), &options)
            .map_err(|e| e.to_string())?;
        if again.data != object.data {
            return Err("other bytes".to_owned());
        }
        let path = here.to_str().unwrap().as_bytes();
        let has_path = object.data.windows(path.len()).any(|window| window == path);
        if has_path {
            Err("a path of this machine".to_owned())
        } else {
            Ok(())
        }
    });
}

#[test]
fn both_runtimes_give_the_same_code() {
    let options = Options::default();
    each(&options, |package, ours| {
        // Comparing and walking strings is in Go, once TinyGo's and once ours: `stock_runtime` below compares what it does.
        if name(package) == "strings" {
            return Ok(());
        }
        let bitcode = bitcode(package, Runtime::Stock).ok_or("no TinyGo")?;
        let stock = object(package, bitcode, &options).map_err(|error| error.to_string())?;
        let [ours, stock] = [ours, stock].map(|object| disassembly(&object.data).unwrap());
        if ours == stock {
            Ok(())
        } else {
            Err(format!("ours:\n{ours}\nstock:\n{stock}"))
        }
    });
}

#[test]
fn newer_ir_is_refused() {
    let Some(library) = llvm(19) else { return };
    let mut options = Options::default();
    options.llvm = Some(library);
    let error = compile(&[Input::File(testdata("llvm-22.bc"))], &options).unwrap_err();
    assert!(matches!(error, Error::Toolchain { .. }), "{error:?}");
    let text = error.to_string();
    for part in [
        "llvm-22.bc was written by LLVM 22.",
        "newer than the LLVM 19.",
        "TINYBPF_LLVM",
        "libllvm22",
    ] {
        assert!(text.contains(part), "no `{part}` in: {text}");
    }
}

/// What only some programs stand, all are warned of.
#[test]
fn ir_that_tinygo_optimised_is_told_of() {
    for level in ["0", "1", "2", "s", "z"] {
        let args = [format!("-opt={level}")];
        let Some(bitcode) = bitcode_with("packets", Runtime::Bpf, &args) else {
            return;
        };
        let object = object(Path::new("packets"), bitcode, &Options::default()).unwrap();
        let warnings: Vec<_> = object.warnings.iter().map(ToString::to_string).collect();
        let told = warnings.iter().any(|warning| {
            warning.starts_with("warning[optimised-ir]: packets was optimised by TinyGo")
        });
        assert_eq!(told, level != "0", "-opt={level}: {warnings:?}");
    }
}

#[cfg(target_os = "linux")]
mod kernel {
    use std::{
        panic::{AssertUnwindSafe, catch_unwind},
        sync::atomic::{AtomicUsize, Ordering},
    };

    use aya::programs::Program;
    use tests::{Call, Loaded, aya_refuses, can_load};
    use tinybpf_core::{Cpu, OptLevel};

    use super::*;

    /// What the XDP programs of an object answer to calls.
    fn answers(object: &Object) -> Result<Vec<String>, String> {
        const ARGUMENTS: [(u64, u64); 6] = [
            (0, 0),
            (1, 2),
            (7, 3),
            (200, 100),
            (1 << 40 | 9, 2),
            (u64::MAX, 1 << 63),
        ];
        // A panic prints why.
        let loaded = catch_unwind(|| Loaded::whole(object)).map_err(|_| "does not load")?;
        let mut programs: Vec<_> = loaded
            .ebpf
            .programs()
            .filter(|(_, program)| matches!(program, Program::Xdp(_)))
            .collect();
        programs.sort_by_key(|(name, _)| *name);
        let mut answers = Vec::new();
        for (program, _) in programs {
            // The high byte is the type in `arithmetic`.
            for operation in (0..8).flat_map(|high| (0..16).map(move |low| high << 8 | low)) {
                for (a, b) in ARGUMENTS {
                    let call = Call { operation, a, b };
                    let run = AssertUnwindSafe(|| loaded.call(program, call));
                    let (verdict, results) = catch_unwind(run).map_err(|_| "does not run")?;
                    answers.push(format!("{program} {call:?}: {verdict} {results:x?}"));
                }
            }
        }
        Ok(answers)
    }

    /// Compiles all cases in a second way too, and compares what they do. Not those for which `reason` has one.
    fn compare(
        options: &Options,
        bitcode: impl Fn(&Path) -> Option<Vec<u8>> + Sync,
        reason: impl Fn(&str) -> Option<&'static str> + Sync,
    ) {
        if !can_load() {
            return;
        }
        each(&Options::default(), |package, usual| {
            let other = object(package, bitcode(package).ok_or("no TinyGo")?, options);
            let other = other.map_err(|error| error.to_string());
            if let Some(reason) = reason(name(package)) {
                println!("{} is not compared: {reason}", name(package));
                return Ok(());
            }
            if aya_refuses(&usual) {
                println!("{} is not compared: aya does not load it", name(package));
                return Ok(());
            }
            same(answers(&usual)?, answers(&other?)?)
        });
    }

    fn same(usual: Vec<String>, other: Vec<String>) -> Result<(), String> {
        let pairs = usual.into_iter().zip(other);
        let different: Vec<_> = pairs
            .filter(|(usual, other)| usual != other)
            .take(3)
            .collect();
        if different.is_empty() {
            Ok(())
        } else {
            Err(format!("{different:#?}"))
        }
    }

    fn compare_all(options: &Options, runtime: Runtime) {
        compare(options, |package| bitcode(package, runtime), |_| None);
    }

    #[test]
    fn stock_runtime() {
        compare_all(&Options::default(), Runtime::Stock);
    }

    #[test]
    fn llvm_19() {
        let Some(library) = llvm(19) else { return };
        let mut options = Options::default();
        options.llvm = Some(library);
        compare_all(&options, Runtime::Bpf);
    }

    #[test]
    fn llvm_22() {
        let Some(library) = llvm(22) else { return };
        let mut options = Options::default();
        options.llvm = Some(library);
        compare_all(&options, Runtime::Bpf);
    }

    #[test]
    fn all_instruction_sets() {
        for cpu in [Cpu::V1, Cpu::V2, Cpu::V4] {
            let mut options = Options::default();
            options.cpu = Some(cpu);
            compare(
                &options,
                |package| bitcode(package, Runtime::Bpf),
                |case| {
                    (case == "atomics" && cpu < Cpu::V3).then_some("it has atomic operations of v3")
                },
            );
        }
    }

    #[test]
    fn atomic_results_need_v3() {
        let Some(bitcode) = bitcode("atomics", Runtime::Bpf) else {
            return;
        };
        let mut options = Options::default();
        options.cpu = Some(Cpu::V2);
        let error = object(Path::new("atomics"), bitcode, &options).unwrap_err();
        assert!(
            matches!(&error, Error::Rejected(findings) if findings.len() == 4),
            "{error}"
        );
    }

    #[test]
    fn all_optimisation_levels() {
        for level in [OptLevel::O1, OptLevel::O3, OptLevel::Os, OptLevel::Oz] {
            let mut options = Options::default();
            options.opt_level = level;
            compare_all(&options, Runtime::Bpf);
        }
    }

    /// IR that TinyGo optimised itself, for another machine than BPF: it compiles with a warning or is rejected, most of it loads,
    /// and what loads does the same.
    #[test]
    fn all_levels_of_tinygo() {
        if !can_load() {
            return;
        }
        for level in ["1", "2", "s", "z"] {
            let args = [format!("-opt={level}")];
            let loaded = AtomicUsize::new(0);
            each(&Options::default(), |package, usual| {
                let bitcode = bitcode_with(package, Runtime::Bpf, &args).ok_or("no TinyGo")?;
                let other = match object(package, bitcode, &Options::default()) {
                    Ok(other) => other,
                    Err(Error::Rejected(_)) => return Ok(()),
                    Err(error) => return Err(error.to_string()),
                };
                let Ok(other) = answers(&other) else {
                    println!("-opt={level}: {} is refused", name(package));
                    return Ok(());
                };
                loaded.fetch_add(1, Ordering::Relaxed);
                same(answers(&usual)?, other)
            });
            let loaded = loaded.into_inner();
            assert!(loaded >= 14, "-opt={level}: only {loaded} load");
        }
    }
}
