//! What came out, as a table: on the terminal, and in `docs/kernels.md`.

use std::fs;

use tests::workspace;

use super::{Run, objects::Case};
use crate::scenario::{Loader, Outcome};

/// How one scenario went with one loader on one kernel.
enum Cell {
    Works,
    /// As it should: the kernel is too old, or the loader cannot.
    Cannot,
    /// It works where it should not: what is known of the kernel or the loader is wrong.
    Surprise(String),
    Failed(String),
}

fn cell(run: &Run, case: &Case, loader: Loader) -> Cell {
    let mut results = run.results.iter();
    let result = results.find(|r| r.scenario == case.name && r.loader == loader);
    let Some(result) = result else {
        return Cell::Failed("the suite lost it".to_owned());
    };
    let reason = reason(run, case, loader);
    match (&result.error, reason) {
        (None, None) => Cell::Works,
        (Some(_), Some(_)) => Cell::Cannot,
        (None, Some(reason)) => Cell::Surprise(reason),
        (Some(error), None) => Cell::Failed(error.clone()),
    }
}

/// Why it should not work.
fn reason(run: &Run, case: &Case, loader: Loader) -> Option<String> {
    if let Some((version, what)) = case.scenario.since
        && run.version < version
    {
        return Some(format!("needs {version} ({what})"));
    }
    match case.scenario.without {
        Some((without, why)) if without == loader => Some(format!("{loader}: {why}")),
        _ => None,
    }
}

/// What went wrong, and is a failure of the whole.
pub(crate) fn failures(runs: &[Run], cases: &[Case]) -> Vec<String> {
    let mut failures = Vec::new();
    for (run, case, loader) in all(runs, cases) {
        if let Cell::Failed(error) = cell(run, case, loader) {
            failures.push(format!(
                "{} with {loader} on {}: {}",
                case.name,
                run.release,
                error.trim_end()
            ));
        }
    }
    failures
}

fn all<'a>(
    runs: &'a [Run],
    cases: &'a [Case],
) -> impl Iterator<Item = (&'a Run, &'a Case, Loader)> {
    runs.iter().flat_map(move |run| {
        cases
            .iter()
            .flat_map(move |case| Loader::ALL.map(|loader| (run, case, loader)))
    })
}

/// Prints the table, and what worked against expectation.
pub(crate) fn print(runs: &[Run], cases: &[Case]) {
    let width = cases.iter().map(|case| case.name.len()).max().unwrap_or(0);
    print!("\n{:width$}", "");
    for run in runs {
        print!("  {:<15}", format!("{} ({})", run.kernel.name, run.version));
    }
    println!();
    for case in cases {
        print!("{:width$}", case.name);
        for run in runs {
            print!("  {:<15}", text(run, case));
        }
        println!("  {}", reasons(runs, case).join("; "));
    }
    for (run, case, loader) in all(runs, cases) {
        if let Cell::Surprise(reason) = cell(run, case, loader) {
            println!(
                "note: {} works with {loader} on {}, though it {reason}",
                case.name, run.release
            );
        }
    }
}

/// Both loaders in one cell.
fn text(run: &Run, case: &Case) -> String {
    let words = Loader::ALL.map(|loader| match cell(run, case, loader) {
        Cell::Works | Cell::Surprise(_) => loader.as_str().to_owned(),
        Cell::Cannot => "–".to_owned(),
        Cell::Failed(_) => "FAILED".to_owned(),
    });
    if words.iter().all(|word| word == "–") {
        return "–".to_owned();
    }
    words.join(" ")
}

/// Why some cells are empty, each reason once.
fn reasons(runs: &[Run], case: &Case) -> Vec<String> {
    let mut reasons = Vec::new();
    for (run, loader) in runs.iter().flat_map(|run| Loader::ALL.map(|l| (run, l))) {
        if let Cell::Cannot = cell(run, case, loader)
            && let Some(reason) = reason(run, case, loader)
            && !reasons.contains(&reason)
        {
            reasons.push(reason);
        }
    }
    reasons
}

/// Writes the table to `docs/kernels.md`, or compares it with what is there.
pub(crate) fn keep(runs: &[Run], cases: &[Case], check: bool) -> Outcome {
    let path = workspace().join("docs/kernels.md");
    let new = markdown(runs, cases);
    let old = fs::read_to_string(&path).unwrap_or_default();
    if old == new {
        return Ok(());
    }
    if check {
        return Err("docs/kernels.md says something else: run `cargo xtask kernels` and read the difference".into());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&path, new)?;
    println!("wrote docs/kernels.md");
    Ok(())
}

fn markdown(runs: &[Run], cases: &[Case]) -> String {
    let mut text = "\
# Programs, kernels, loaders

What loads, attaches and does its work on which kernel with which loader: written by `cargo xtask kernels`, which boots Debian's
kernels in virtual machines. A row is a scenario of `kernels/src/scenarios`, or a package that is only loaded; `sid` and `newest` are
the newest kernels of Debian's suites `sid` and `trixie-backports`. Where a cell is empty, the last column says why.

| program |"
        .to_owned();
    for run in runs {
        text += &format!(" {} |", run.kernel.name);
    }
    text += " why not |\n|---|";
    text += &"---|".repeat(runs.len() + 1);
    for case in cases {
        text += &format!("\n| `{}` |", case.name);
        for run in runs {
            text += &format!(" {} |", self::text(run, case).replace('–', ""));
        }
        text += &format!(" {} |", reasons(runs, case).join("; "));
    }
    text.push('\n');
    text
}
