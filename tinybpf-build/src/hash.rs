//! Hashes that stay the same from build to build and from host to host.

use sha2::{Digest as _, Sha256};

/// The SHA-256 of what a file contains, in hexadecimal digits.
pub(crate) fn hash(contents: &[u8]) -> String {
    let digest = Sha256::digest(contents);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The hash of a text; a checkout may have changed the ends of its lines.
pub(crate) fn hash_of_source(contents: &[u8]) -> String {
    let mut lines = Vec::with_capacity(contents.len());
    for (index, byte) in contents.iter().enumerate() {
        if *byte != b'\r' || contents.get(index + 1) != Some(&b'\n') {
            lines.push(*byte);
        }
    }
    hash(&lines)
}
