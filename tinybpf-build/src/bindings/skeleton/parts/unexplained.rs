/// Why a program cannot be loaded or attached, as aya says it.
fn explained(_: &str, error: &programs::ProgramError) -> String {
    let text = error.to_string();
    match error {
        programs::ProgramError::LoadError { .. } => format!("{}{EXPLAIN}", text.trim_end()),
        _ => text,
    }
}

const EXPLAIN: &str = "
help: add `tinybpf-explain` to the dependencies of this crate to see the Go line, the reason and the mends
";
