//! What bitcode comes in: archives and objects.

use std::fs;

use crate::{command, run};

/// An archive as GNU `ar` makes it.
#[must_use]
pub fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let mut ar = std::process::Command::new("ar");
    ar.current_dir(folder.path()).args(["rcs", "archive.a"]);
    for (name, contents) in members {
        fs::write(folder.path().join(name), contents).expect("the folder can be written");
        ar.arg(name);
    }
    run(&mut ar);
    fs::read(folder.path().join("archive.a")).expect("`ar` wrote the archive")
}

/// An object for another machine than BPF with bitcode inside, as compilers embed it. `None` without clang.
#[must_use]
pub fn embedded(bitcode: &[u8]) -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    fs::write(folder.path().join("in.bc"), bitcode).expect("the folder can be written");
    let assembly = ".text\nret\n.section .llvmbc,\"e\",@progbits\n.incbin \"in.bc\"\n";
    fs::write(folder.path().join("in.s"), assembly).expect("the folder can be written");
    let mut clang = command("clang-22")?;
    clang.current_dir(folder.path());
    run(clang.args(["--target=x86_64-unknown-none", "-c", "in.s", "-o", "out.o"]));
    Some(fs::read(folder.path().join("out.o")).expect("clang wrote the object"))
}
