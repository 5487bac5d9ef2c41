//! Bindings for an object that is there already, whoever compiled it.

use std::{collections::BTreeMap, path::Path};

use tinybpf_core::{Diagnostic, Error, Position, Topic, inspect};

use crate::{
    bindings::{self, Source},
    tinygo::{Constant, Declarations, Enumeration},
};

/// What [`generate`] writes.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Generate<'a> {
    /// The file of the object as the bindings name it in `include_bytes!`: relative to them, or absolute.
    pub object_file: &'a str,
    /// The name of the skeleton, in any spelling; without one there is none.
    pub skeleton: Option<&'a str>,
    /// Whether to implement `aya::Pod` for the types, and to make a skeleton for aya.
    pub aya: bool,
}

impl<'a> Generate<'a> {
    /// Bindings with everything, for an object in this file.
    #[must_use]
    pub fn new(object_file: &'a str) -> Self {
        let stem = Path::new(object_file).file_stem();
        Self {
            object_file,
            skeleton: stem.and_then(|stem| stem.to_str()),
            aya: true,
        }
    }
}

/// Makes Rust bindings of a BPF object with BTF, also of one that clang or another compiler made of C: the same that a build script gets
/// for its Go code.
///
/// What BTF does not tell is missing: constants that are no values of an enumeration, the records of ring and perf buffers, where things
/// are declared, and logs. Unions and runs of bit fields are bytes; comments at the head of the bindings say which.
///
/// # Errors
///
/// [`Error::Input`] when the bytes are no BPF object; [`Error::Rejected`] when it has names that are the same in Rust.
pub fn generate(object: &[u8], options: &Generate<'_>) -> Result<String, Error> {
    let contents = inspect::contents(object).map_err(|error| {
        let (file, message) = (options.object_file, error.to_string());
        Error::input(Topic::Input, file, message, NO_OBJECT)
    })?;
    let declarations = Declarations {
        enumerations: enumerations(&contents.enumerations),
        ..Declarations::default()
    };
    let name = Path::new(options.object_file).file_name();
    let name = name.map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let input = bindings::Input {
        object_file: options.object_file,
        package: Path::new(""),
        package_name: &name,
        declarations: &declarations,
        aya: options.aya,
        skeleton: options.skeleton.filter(|_| options.aya),
        source: Source::Object,
        remarks: &contents.remarks,
        explain: false,
    };
    let clashes: Vec<Diagnostic> = bindings::clashes(&contents.object, &input);
    if !clashes.is_empty() {
        return Err(Error::Rejected(clashes));
    }
    Ok(bindings::generate(&contents.object, &input))
}

/// What to do about what is no object.
pub(crate) const NO_OBJECT: &str =
    "give a BPF object, as `cargo tinybpf build` writes it, or clang with `-target bpf -g -O2 -c`";

fn enumerations(found: &[inspect::Enumeration]) -> BTreeMap<String, Enumeration> {
    // BTF does not say where.
    let nowhere = Position {
        file: String::new(),
        line: 0,
        column: 0,
    };
    let read = found.iter().map(|enumeration| {
        let values = enumeration.values.iter();
        let constants = values.map(|(name, value)| Constant {
            name: name.clone(),
            value: *value,
            position: nowhere.clone(),
        });
        let read = Enumeration {
            size: enumeration.size,
            signed: enumeration.signed,
            constants: constants.collect(),
            unknown: Vec::new(),
        };
        (enumeration.name.clone(), read)
    });
    read.collect()
}
