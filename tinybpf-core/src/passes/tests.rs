//! Golden tests: `testdata/<pass>/<case>.ll` → the pass alone → `<case>.out.ll`, and its findings → `<case>.err`.
//!
//! A case is the module as it stands before the pass (a `--dump-ir` file cut to what matters). Comments at its start set
//! options: `; cpu: v4`, `; opt: 3`, `; section: NAME=SECTION`, `; endian: big`. `; after: PASS` runs another
//! pass first, for what that leaves in the module. `; program: NAME=SECTION` names a program for passes after
//! `select-programs`. `UPDATE_EXPECT=1 cargo test` writes the goldens anew: look at the difference before committing it.

use std::{fs, path::Path};

use expect_test::expect_file;

use super::{Cx, LATE_PASSES, PASSES, Program};
use crate::{
    Endian, Options,
    llvm::{Context, Library, Module, TargetMachine},
    section::Section,
};

#[test]
fn goldens() {
    let library = Library::find(None).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    let mut cases = 0;
    for (name, ..) in PASSES.iter().chain(LATE_PASSES) {
        let Ok(folder) = fs::read_dir(root.join(name)) else {
            continue;
        };
        let mut files: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
        files.retain(|path| {
            path.to_str().unwrap().ends_with(".ll") && !path.to_str().unwrap().ends_with(".out.ll")
        });
        files.sort();
        for file in files {
            check(library, name, &file);
            cases += 1;
        }
    }
    assert!(cases > 0, "no golden case was found");
}

fn check(library: &'static Library, name: &str, file: &Path) {
    let text = fs::read_to_string(file).unwrap();
    let settings = |key: &str| {
        let prefix = format!("; {key}: ");
        text.lines()
            .filter_map(move |line| line.strip_prefix(&prefix).map(str::to_owned))
            .collect::<Vec<_>>()
    };
    let pair = |setting: &String| {
        let (name, section) = setting.split_once('=').unwrap();
        (name.to_owned(), section.to_owned())
    };
    let mut options = Options::default();
    options
        .sections
        .extend(settings("section").iter().map(pair));
    if let Some(cpu) = settings("cpu").first() {
        options.cpu = Some(cpu.parse().unwrap());
    }
    if let Some(level) = settings("opt").first() {
        options.opt_level = level.parse().unwrap();
    }
    if settings("endian")
        .first()
        .is_some_and(|endian| endian == "big")
    {
        options.endian = Endian::Big;
    }
    let context = Context::new(library);
    let module = Module::parse(&context, &file.display().to_string(), text.as_bytes()).unwrap();
    module
        .verify()
        .unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let machine = TargetMachine::new(
        library,
        options.endian.triple(),
        options.instruction_set().as_str(),
    )
    .unwrap();
    let mut cx = Cx::new(&options, &machine);
    cx.programs = settings("program")
        .iter()
        .map(pair)
        .map(|(name, section)| Program {
            name,
            section: Section::parse(&section).unwrap(),
            position: None,
        })
        .collect();
    let mut passes = PASSES.iter().chain(LATE_PASSES);
    for earlier in settings("after") {
        let (_, pass, _) = PASSES.iter().find(|(pass, ..)| *pass == earlier).unwrap();
        pass(&mut cx, &module);
    }
    let (_, pass, _) = passes.find(|(pass, ..)| *pass == name).unwrap();
    pass(&mut cx, &module);
    assert_eq!(cx.internal, None, "{}", file.display());
    let findings: Vec<String> = cx.diagnostics.iter().map(|d| format!("{d}\n")).collect();
    if !cx.has_errors() {
        module
            .verify()
            .unwrap_or_else(|e| panic!("{} after the pass: {e}", file.display()));
        let printed = module.print().replace(&file.display().to_string(), "case");
        expect_file![file.with_extension("out.ll")].assert_eq(&printed);
    }
    let err = file.with_extension("err");
    if !findings.is_empty() || err.exists() {
        expect_file![err].assert_eq(&findings.concat());
    }
}
