//! The corpus of Go packages that compile and that the verifier refuses (`testdata/refused`), and what the loaders say of them.

use std::{
    fs,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use aya::EbpfLoader;
use libbpf_rs::{ObjectBuilder, PrintLevel, set_print};
use tinybpf_build::tinygo::{Runtime, TinyGo};
use tinybpf_core::{Cpu, Object, Options, section::Section};

use crate::{compile, load_program, packages};

/// A package of the corpus.
pub struct Case {
    /// The name of its folder.
    pub name: String,
    /// Its folder.
    pub package: PathBuf,
    /// The text of its `main.go`.
    pub source: String,
}

/// The packages of the corpus, by name.
///
/// # Panics
/// If they cannot be read.
#[must_use]
pub fn cases() -> Vec<Case> {
    let packages = packages("refused", 40).into_iter();
    packages
        .map(|package| Case {
            name: package
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            source: fs::read_to_string(package.join("main.go")).expect("a case has a main.go"),
            package,
        })
        .collect()
}

impl Case {
    /// Compiles it.
    ///
    /// # Errors
    /// Our own compiler refuses it: what it says.
    pub fn compile(&self, tinygo: &TinyGo, cpu: Option<Cpu>) -> Result<Object, String> {
        let mut options = Options::default();
        options.cpu = cpu;
        let object = compile(tinygo, &self.package, Runtime::Bpf, &options);
        object.map_err(|found| {
            let found: Vec<_> = found.iter().map(ToString::to_string).collect();
            format!("{}: {}", self.name, found.join("\n"))
        })
    }
}

/// aya's error about the first program that it cannot load, with the verifier's log; `None` if it loads all.
///
/// `programs` has the name and the ELF section of each.
#[must_use]
pub fn aya_says(object: &[u8], programs: &[(String, String)]) -> Option<String> {
    let mut loader = EbpfLoader::new();
    loader.allow_unsupported_maps();
    let mut ebpf = match loader.load(object) {
        Ok(ebpf) => ebpf,
        Err(error) => return Some(chain(&error)),
    };
    for (name, section) in programs {
        let target = Section::parse(section).ok().and_then(|s| s.target);
        let Some(program) = ebpf.program_mut(name) else {
            continue;
        };
        if let Err(error) = load_program(program, &target.unwrap_or_default()) {
            return Some(chain(&error));
        }
    }
    None
}

/// An error with its causes, as `anyhow` and the like print it; among them, aya keeps the verifier's log.
#[must_use]
pub fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text += &format!(": {error}");
        cause = error.source();
    }
    text
}

/// All that libbpf prints about an object that it cannot load; `None` if it loads it.
#[must_use]
pub fn libbpf_says(object: &[u8]) -> Option<String> {
    /// libbpf has one place for what it prints, so that objects take turns.
    static TURN: Mutex<()> = Mutex::new(());
    static SAID: Mutex<String> = Mutex::new(String::new());

    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    SAID.lock().unwrap_or_else(PoisonError::into_inner).clear();
    let before = set_print(Some((PrintLevel::Warn, |_, line| {
        *SAID.lock().unwrap_or_else(PoisonError::into_inner) += &line;
    })));
    let opened = ObjectBuilder::default().open_memory(object);
    let loaded = opened.and_then(|object| object.load());
    set_print(before);
    let said = SAID.lock().unwrap_or_else(PoisonError::into_inner).clone();
    loaded.err().map(|error| format!("{said}{error}\n"))
}
