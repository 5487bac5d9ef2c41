//! What is kept of a build.

use std::path::PathBuf;

use tinybpf_core::{Diagnostic, Object};

use super::{
    codec::{Code as _, record},
    depends::Dependencies,
};

/// A build: what it was made of, what came of it, and what was said.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// All that the tools read.
    pub(crate) dependencies: Dependencies,
    /// The files that Cargo watches.
    pub(crate) sources: Vec<PathBuf>,
    /// What the tools warned of; warnings of the object are in the object.
    pub(crate) warnings: Vec<Diagnostic>,
    /// The object.
    pub(crate) object: Object,
    /// The bindings.
    pub(crate) bindings: String,
}

record!(Entry {
    dependencies,
    sources,
    warnings,
    object,
    bindings
});

impl Entry {
    pub(super) fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.put(&mut out);
        out
    }

    /// Reads what [`encode`](Self::encode) wrote; `None` for anything else.
    pub(super) fn decode(mut body: &[u8]) -> Option<Self> {
        let entry = Self::take(&mut body)?;
        body.is_empty().then_some(entry)
    }
}
