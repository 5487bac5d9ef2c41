//! What the verbs about objects share.

use std::{
    fs,
    path::{Path, PathBuf},
};

use tinybpf_core::{Topic, inspect::Malformed};

use crate::{Error, generate::NO_OBJECT};

/// An object that is given.
#[derive(clap::Args, Debug)]
pub(super) struct Given {
    /// The object: an ELF file for BPF, whichever compiler made it
    #[arg(value_name = "OBJ")]
    pub(super) object: PathBuf,
}

impl Given {
    pub(super) fn read(&self) -> Result<Vec<u8>, Error> {
        fs::read(&self.object).map_err(|source| Error::io(&self.object, source))
    }

    /// The error for what cannot be read, with a next step.
    pub(super) fn malformed(&self, error: &Malformed) -> Error {
        malformed(&self.object, error)
    }
}

fn malformed(path: &Path, error: &Malformed) -> Error {
    Error::input(
        Topic::Input,
        path.display().to_string(),
        error.to_string(),
        NO_OBJECT,
    )
}
