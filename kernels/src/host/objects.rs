//! The objects of the matrix.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use tests::{cases as programs, examples, workspace};
use tinybpf_build::{Builder, Output};
use tinybpf_core::{Cpu, KernelVersion, Need, section::Section};

use crate::{
    scenario::{Outcome, Scenario},
    scenarios::{
        self,
        sections::{self, PROGRAM},
    },
};

/// A scenario with its name, which the scenario that only loads takes from the package.
pub(crate) struct Case {
    pub(crate) name: String,
    package: PathBuf,
    pub(crate) scenario: &'static Scenario,
    /// Of a row of the table of sections: that of its program.
    pub(crate) section: Option<Section>,
}

impl Case {
    /// Where its object is in the machine.
    pub(crate) fn file(name: &str) -> String {
        format!("{}.o", name.replace('/', "-"))
    }
}

/// The objects for a kernel.
#[derive(Clone)]
pub(crate) struct Built {
    pub(crate) files: Files,
    /// The newest thing that each case's object needs of the kernel.
    pub(crate) needs: BTreeMap<String, Need>,
}

/// Stands for all rows of the table of sections.
const SECTIONS: &str = "sections";

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
            section: None,
        });
    }
    for (known, section) in sections::rows() {
        cases.push(Case {
            name: format!("{}{}", sections::PREFIX, known.name),
            package: workspace().join(sections::PACKAGE),
            scenario: sections::SECTION,
            section: Some(Section::parse(&section)?),
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
                section: None,
            });
        }
    }
    let mut names = BTreeSet::new();
    if let Some(twice) = cases.iter().find(|case| !names.insert(&case.name)) {
        return Err(format!("two rows of the matrix have the name {:?}", twice.name).into());
    }
    if let Some(unknown) = only
        .iter()
        .find(|name| *name != SECTIONS && !cases.iter().any(|case| case.name == **name))
    {
        let names: Vec<_> = cases.iter().map(|case| &*case.name).collect();
        return Err(format!("no scenario {unknown:?}; there are {}", names.join(", ")).into());
    }
    cases.retain(|case| {
        let of_section = case.section.is_some() && only.iter().any(|name| name == SECTIONS);
        only.is_empty() || only.contains(&case.name) || of_section
    });
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
pub(crate) fn cpu(kernel: KernelVersion) -> Cpu {
    // 5.12 brought the atomic instructions of v3.
    if kernel < KernelVersion::new(5, 12) {
        Cpu::V2
    } else {
        Cpu::V3
    }
}

/// What an object needs that came last to the kernel.
fn lowest_kernel(output: &Output) -> Option<Need> {
    output.object.as_ref()?.lowest_kernel().cloned()
}

/// Compiles the objects; what comes back are the files for the machines, and what the objects need.
pub(crate) fn build(cases: &[Case], cpu: Cpu, folder: &Path) -> Outcome<Built> {
    let mut files = Vec::new();
    let mut needs = BTreeMap::new();
    for case in cases {
        let Case { name, package, .. } = case;
        let compile = |cpu| build_one(name, package, cpu, case, folder);
        // What the old instructions cannot say is for newer kernels; the object's needs then say so.
        let output = compile(cpu).or_else(|_| compile(cpu.max(Cpu::V3)))?;
        let mut lowest = lowest_kernel(&output);
        files.push((Case::file(name), output.object_path));
        if let Some(beside) = case.scenario.beside {
            let name = format!("{name}.beside");
            let builder = builder(&workspace().join(beside), cpu, folder);
            let output = builder.try_compile(&name);
            let output = output.map_err(|error| format!("{name}: {error}"))?;
            let other = lowest_kernel(&output);
            lowest = lowest
                .into_iter()
                .chain(other)
                .max_by_key(|need| need.kernel);
            files.push((Case::file(&name), output.object_path));
        }
        needs.extend(lowest.map(|need| (name.clone(), need)));
    }
    let names: Vec<_> = cases.iter().map(|case| &*case.name).collect();
    let list = folder.join("scenarios");
    fs::write(&list, names.join("\n"))?;
    files.push(("scenarios".to_owned(), list));
    Ok(Built { files, needs })
}

fn builder(package: &Path, cpu: Cpu, folder: &Path) -> Builder {
    let mut builder = Builder::new();
    builder
        .package(package)
        .cpu(cpu)
        .out_dir(folder)
        .emit_rerun_if_changed(false)
        .cargo_warnings(false);
    builder
}

fn build_one(name: &str, package: &Path, cpu: Cpu, case: &Case, folder: &Path) -> Outcome<Output> {
    let mut builder = builder(package, cpu, folder);
    if let Some(section) = &case.section {
        builder.section(PROGRAM, &*section.name);
    }
    if let Some(more) = case.scenario.build {
        more(&mut builder);
    }
    let file = name.replace(|c: char| !c.is_ascii_alphanumeric(), "_");
    let output = builder.try_compile(&file);
    Ok(output.map_err(|error| format!("{name}: {error}"))?)
}
