//! What came out, as a table: on the terminal, and in `docs/src/kernels.md`.

use std::fs;

use tests::workspace;

use super::{Run, objects::Case};
use crate::{
    scenario::{Loader, Outcome},
    scenarios::sections,
};

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
        (None, Some(_)) if is_unnoticed(run, case) => Cell::Cannot,
        (None, Some(reason)) => Cell::Surprise(reason),
        (Some(error), None) => Cell::Failed(error.clone()),
    }
}

/// Whether a kernel loads a program without knowing what it is.
fn is_unnoticed(run: &Run, case: &Case) -> bool {
    let known = case.section.as_ref().map(|section| section.known);
    let need = run.needs.get(&case.name);
    known.is_some_and(|known| sections::UNNOTICED.contains(&known.name))
        && need.is_some_and(|need| run.version < need.kernel)
}

/// Why it should not work. That a kernel is too old is read from the object.
fn reason(run: &Run, case: &Case, loader: Loader) -> Option<String> {
    if let Some(section) = &case.section {
        let unknown = section.unknown_to();
        if unknown.contains(&loader.of_sections()) {
            return Some(format!("{loader}: does not know the section"));
        }
    }
    if let Some(need) = run.needs.get(&case.name)
        && run.version < need.kernel
    {
        return Some(format!("needs {} ({})", need.kernel, need.feature));
    }
    if let Some(section) = &case.section
        && let Some(option) = sections::configuration(section.known)
        && !run.config.lines().any(|line| line == format!("{option}=y"))
    {
        return Some(format!("needs {option}"));
    }
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
        let what = match cell(run, case, loader) {
            Cell::Failed(error) => error.trim_end().to_owned(),
            Cell::Surprise(reason) => format!("it works, and we say that it {reason}"),
            Cell::Works | Cell::Cannot => continue,
        };
        failures.push(format!(
            "{} with {loader} on {}: {what}",
            case.name, run.release
        ));
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

/// Prints the table.
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
}

/// Both loaders in one cell.
fn text(run: &Run, case: &Case) -> String {
    let words = Loader::ALL.map(|loader| match cell(run, case, loader) {
        Cell::Works => loader.as_str().to_owned(),
        Cell::Cannot => "–".to_owned(),
        Cell::Surprise(_) => "UNEXPECTED".to_owned(),
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

/// Writes the table to `docs/src/kernels.md`, or compares it with what is there.
pub(crate) fn keep(runs: &[Run], cases: &[Case], check: bool) -> Outcome {
    let path = workspace().join("docs/src/kernels.md");
    let new = markdown(runs, cases);
    let old = fs::read_to_string(&path).unwrap_or_default();
    if old == new {
        return Ok(());
    }
    if check {
        return Err("docs/src/kernels.md says something else: run `cargo xtask kernels` and read the difference".into());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&path, new)?;
    println!("wrote docs/src/kernels.md");
    Ok(())
}

fn markdown(runs: &[Run], cases: &[Case]) -> String {
    let mut text = "\
# Programs, kernels, loaders

What loads, attaches and does its work on which kernel with which loader: written by `cargo xtask kernels`, which boots Debian's
kernels in virtual machines. A row is a scenario of `kernels/src/scenarios`, or a package that is only loaded; `sid` and `newest` are
the newest kernels of Debian's suites `sid` and `trixie-backports`. Where a cell is empty, the last column says why.

"
    .to_owned();
    let (sections, programs): (Vec<_>, Vec<_>) =
        cases.iter().partition(|case| case.section.is_some());
    text += &header(runs, "program", "why not");
    for case in programs {
        text += &row(runs, case, &case.name, &reasons(runs, case).join("; "));
    }
    text += "

# Sections

One program, loaded from each section that there is and made to run where this machine has what runs it. `freplace` has a row above;
`struct_ops` needs more than a program.

";
    text += &header(runs, "section", "what was seen, and why not");
    for case in sections {
        let Some(section) = &case.section else {
            continue;
        };
        let worked = runs.iter().any(|run| self::text(run, case) != "–");
        let mut remarks: Vec<_> = worked
            .then(|| sections::proof(section))
            .into_iter()
            .collect();
        remarks.extend(reasons(runs, case));
        text += &row(runs, case, &section.name, &remarks.join("; "));
    }
    text.push('\n');
    text
}

fn header(runs: &[Run], first: &str, last: &str) -> String {
    let kernels: String = runs
        .iter()
        .map(|run| format!(" {} |", run.kernel.name))
        .collect();
    format!(
        "| {first} |{kernels} {last} |\n|---|{}",
        "---|".repeat(runs.len() + 1)
    )
}

fn row(runs: &[Run], case: &Case, name: &str, remarks: &str) -> String {
    let mut text = format!("\n| `{name}` |");
    for run in runs {
        text += &format!(" {} |", self::text(run, case).replace('–', ""));
    }
    text + &format!(" {remarks} |")
}
