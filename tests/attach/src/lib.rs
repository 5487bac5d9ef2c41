//! Programs of each type that the machine's kernel can attach, through the typed `attach` of their skeleton: they run for what
//! they wait for, but neither before they are attached nor after the skeleton is dropped.
#![cfg(all(test, target_os = "linux"))]

mod cgroups;
mod network;
mod refused;
mod sockets;
mod tracing;

use std::{error::Error, process};

mod attach {
    include!(concat!(env!("OUT_DIR"), "/attach.rs"));
}

use attach::{
    Attach,
    skeleton::{Error as SkeletonError, Programs, Variables},
};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// A count of runs: a package variable.
type Runs = fn(&Variables) -> std::result::Result<u64, SkeletonError>;

/// Loads the package. `None` where this process may not, which it says.
fn load() -> Result<Option<Attach>> {
    if !tests::can_load() {
        return Ok(None);
    }
    Ok(Some(Attach::builder().pid(process::id()).load()?))
}

/// Does what programs wait for: before they are attached, then, and after the skeleton is dropped.
fn check<T>(
    attach: impl FnOnce(&Programs) -> std::result::Result<T, SkeletonError>,
    mut trigger: impl FnMut() -> Result,
    runs: &[Runs],
) -> Result {
    let Some(Attach {
        programs,
        variables,
        ..
    }) = load()?
    else {
        return Ok(());
    };
    let runs = || -> Result<Vec<u64>> {
        Ok(runs
            .iter()
            .map(|r| r(&variables))
            .collect::<std::result::Result<_, _>>()?)
    };
    trigger()?;
    let before = runs()?;
    assert!(
        before.iter().all(|runs| *runs == 0),
        "not attached: {before:?}"
    );
    attach(&programs)?;
    trigger()?;
    let attached = runs()?;
    assert!(!attached.contains(&0), "attached: {attached:?}");
    drop(programs);
    let last = runs()?;
    trigger()?;
    assert_eq!(runs()?, last, "not attached any more");
    Ok(())
}
