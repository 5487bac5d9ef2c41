//! The objects of the matrix.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use tests::{cases as programs, examples, workspace};
use tinybpf_build::Builder;
use tinybpf_core::Cpu;

use crate::{
    scenario::{Outcome, Scenario, Version},
    scenarios,
};

/// A scenario with its name, which the scenario that only loads takes from the package.
pub(crate) struct Case {
    pub(crate) name: String,
    package: PathBuf,
    pub(crate) scenario: &'static Scenario,
}

/// Files for the virtual machines, with their names there.
pub(crate) type Files = Vec<(String, PathBuf)>;

/// All scenarios, and for each package without one a case that only loads it; or those with the given names.
pub(crate) fn cases(only: &[String]) -> Outcome<Vec<Case>> {
    let mut cases = Vec::new();
    for scenario in scenarios::all() {
        let package = workspace().join(scenario.package);
        cases.push(Case {
            name: scenario.name.to_owned(),
            package,
            scenario,
        });
    }
    let examples = examples().into_iter().map(|folder| folder.join("bpf"));
    for package in examples.chain(programs()).chain(own()?) {
        if !cases.iter().any(|case| case.package == package) {
            let name = if package.ends_with("bpf") {
                package.parent()
            } else {
                Some(&*package)
            };
            let name = name.and_then(Path::file_name).unwrap_or_default();
            let name = name.to_string_lossy().into_owned();
            cases.push(Case {
                name,
                package,
                scenario: scenarios::LOAD,
            });
        }
    }
    let mut names = BTreeSet::new();
    if let Some(twice) = cases.iter().find(|case| !names.insert(&case.name)) {
        return Err(format!("two rows of the matrix have the name {:?}", twice.name).into());
    }
    if let Some(unknown) = only
        .iter()
        .find(|name| !cases.iter().any(|case| case.name == **name))
    {
        let names: Vec<_> = cases.iter().map(|case| &*case.name).collect();
        return Err(format!("no scenario {unknown:?}; there are {}", names.join(", ")).into());
    }
    cases.retain(|case| only.is_empty() || only.contains(&case.name));
    Ok(cases)
}

/// The packages of the matrix itself.
fn own() -> Outcome<Vec<PathBuf>> {
    let mut packages = Vec::new();
    for entry in fs::read_dir(workspace().join("kernels/programs"))? {
        let path = entry?.path();
        if path.is_dir() {
            packages.push(path);
        }
    }
    packages.sort();
    Ok(packages)
}

/// The instruction set for a kernel.
pub(crate) fn cpu(kernel: Version) -> Cpu {
    // 5.12 brought the atomic instructions of v3.
    if kernel < Version(5, 12) {
        Cpu::V2
    } else {
        Cpu::V3
    }
}

/// Compiles the objects; what comes back are the files for the machines.
pub(crate) fn build(cases: &[Case], cpu: Cpu, folder: &Path) -> Outcome<Files> {
    let mut files = Vec::new();
    for case in cases {
        // Where the kernel is too old anyway, the object is compiled for those that are not.
        let since = case.scenario.since.map(|(version, _)| self::cpu(version));
        let cpu = since.map_or(cpu, |since| since.max(cpu));
        let object = build_one(&case.name, &case.package, cpu, case.scenario.build, folder)?;
        files.push((format!("{}.o", case.name), object));
        if let Some(beside) = case.scenario.beside {
            let name = format!("{}.beside", case.name);
            let object = build_one(&name, &workspace().join(beside), cpu, None, folder)?;
            files.push((format!("{name}.o"), object));
        }
    }
    let names: Vec<_> = cases.iter().map(|case| &*case.name).collect();
    let list = folder.join("scenarios");
    fs::write(&list, names.join("\n"))?;
    files.push(("scenarios".to_owned(), list));
    Ok(files)
}

fn build_one(
    name: &str,
    package: &Path,
    cpu: Cpu,
    more: Option<fn(&mut Builder)>,
    folder: &Path,
) -> Outcome<PathBuf> {
    let mut builder = Builder::new();
    builder
        .package(package)
        .cpu(cpu)
        .out_dir(folder)
        .emit_rerun_if_changed(false)
        .cargo_warnings(false);
    if let Some(more) = more {
        more(&mut builder);
    }
    let output = builder
        .try_compile(name)
        .map_err(|error| format!("{name}: {error}"))?;
    Ok(output.object_path)
}
