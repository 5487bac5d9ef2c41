//! Reads what clang says.

use tinybpf_core::{Diagnostic, Position, Severity, Topic};

/// The findings in clang's output: lines `file:line:column: error: message`. Notes after a finding belong to it.
pub(super) fn findings(stderr: &str) -> Vec<Diagnostic> {
    let mut findings: Vec<Diagnostic> = Vec::new();
    for line in stderr.lines() {
        let Some((position, kind, message)) = split(line) else {
            continue;
        };
        let severity = match kind {
            "error" | "fatal error" => Severity::Error,
            "warning" => Severity::Warning,
            _ => {
                if let Some(last) = findings.last_mut() {
                    let place = position.map(|p| format!(" ({p})")).unwrap_or_default();
                    last.help.push(format!("{message}{place}"));
                }
                continue;
            }
        };
        findings.push(Diagnostic {
            severity,
            topic: Topic::CSource,
            position,
            message: message.to_owned(),
            help: advice(message).into_iter().map(str::to_owned).collect(),
        });
    }
    findings
}

/// Splits `file:line:column: kind: message`, or `clang: kind: message` of what has no place.
fn split(line: &str) -> Option<(Option<Position>, &str, &str)> {
    const KINDS: [&str; 4] = ["fatal error", "error", "warning", "note"];
    let found = KINDS.into_iter().filter_map(|kind| {
        let at = line.find(&format!(": {kind}: "))?;
        Some((at, kind))
    });
    let (at, kind) = found.min()?;
    let message = &line[at + kind.len() + 4..];
    let mut parts = line[..at].rsplitn(3, ':');
    let (column, line, file) = (parts.next()?, parts.next(), parts.next());
    let position = match (file, line.map(str::parse), column.parse()) {
        (Some(file), Some(Ok(line)), Ok(column)) => Some(Position {
            file: file.to_owned(),
            line,
            column,
        }),
        _ => None,
    };
    Some((position, kind, message))
}

/// What to do about headers that are not there.
fn advice(message: &str) -> Option<&'static str> {
    let missing = message.strip_suffix(" file not found")?;
    if missing.starts_with("'bpf/") {
        Some(
            "it is libbpf's (Debian: `apt install libbpf-dev`); another place is named with `Builder::c_include`",
        )
    } else if missing.contains("vmlinux.h") {
        Some(
            "`bpftool btf dump file /sys/kernel/btf/vmlinux format c` prints it; name its folder with `Builder::c_include`",
        )
    } else {
        Some(
            "its folder is named with `Builder::c_include`; kernel headers are in Debian's `linux-libc-dev`",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn findings_with_their_notes() {
        let stderr = "In file included from bpf/c/main.c:1:\n\
            bpf/c/main.c:4:9: error: use of undeclared identifier 'coutn'; did you mean 'count'?\n\
            bpf/c/main.c:2:5: note: 'count' declared here\n\
            /src/C:/odd.h:7:2: warning: unused variable 'x' [-Wunused-variable]\n\
            bpf/c/main.c:1:10: fatal error: 'bpf/bpf_helpers.h' file not found\n\
            clang: error: unsupported option '-mno-such'\n\
            2 errors generated.\n";
        let found: Vec<_> = findings(stderr).iter().map(ToString::to_string).collect();
        expect![[r#"
            bpf/c/main.c:4:9: error[c-source]: use of undeclared identifier 'coutn'; did you mean 'count'?
                help: 'count' declared here (bpf/c/main.c:2:5)
            /src/C:/odd.h:7:2: warning[c-source]: unused variable 'x' [-Wunused-variable]
            bpf/c/main.c:1:10: error[c-source]: 'bpf/bpf_helpers.h' file not found
                help: it is libbpf's (Debian: `apt install libbpf-dev`); another place is named with `Builder::c_include`
            error[c-source]: unsupported option '-mno-such'"#]]
        .assert_eq(&found.join("\n"));
    }
}
