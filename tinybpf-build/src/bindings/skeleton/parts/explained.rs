/// Why a program cannot be loaded or attached: what the verifier refuses, in terms of Go.
fn explained(name: &str, error: &programs::ProgramError) -> String {
    match error {
        programs::ProgramError::LoadError { .. } => {
            let log = error.to_string();
            let explanation = ::tinybpf_explain::explain_here(&log, super::OBJECT, Some(name));
            format!("the kernel refuses it\n{explanation}\n")
        }
        _ => error.to_string(),
    }
}
