//! Reads what TinyGo says when it fails.

mod conversion;
mod package;

use tinybpf_core::{Diagnostic, Position, Severity, Topic};

use crate::library;

/// What TinyGo says of `go` where nothing schedules.
const GOROUTINE: &str = "attempted to start a goroutine without a scheduler";

/// The findings about Go code in TinyGo's output; empty when it failed for another reason.
///
/// A finding is a line `file.go:line:column: message` (`go.mod:line: message`), and lines after it that begin with a
/// tab belong to it.
pub(super) fn findings(stderr: &str) -> Vec<Diagnostic> {
    let mut findings: Vec<Diagnostic> = Vec::new();
    let mut others = Vec::new();
    for line in stderr.lines() {
        if let Some((position, message)) = split_position(line) {
            if let Some(name) = message.strip_prefix("\tother declaration of ") {
                others.push((name, position));
                continue;
            }
            let mut finding = error(topic(message), Some(position), clean(message));
            let helps = [
                advice(message),
                conversion::help(message),
                package::help(message),
            ];
            finding.help.extend(helps.into_iter().flatten());
            findings.push(finding);
        } else if let (Some(last), Some(more)) = (findings.last_mut(), line.strip_prefix('\t')) {
            last.help.push(more.trim().to_owned());
        }
    }
    for finding in &mut findings {
        if let Some(missing) = library::missing(&finding.message) {
            finding.topic = Topic::GoPackage;
            (finding.message, finding.help) = missing;
        }
    }
    // TinyGo sorts by position, so the other declaration may come long before the finding that it belongs to.
    for (name, position) in others {
        let begin = format!("{name} redeclared");
        if let Some(finding) = findings.iter_mut().find(|f| f.message.starts_with(&begin)) {
            finding
                .help
                .push(format!("the other declaration is at {position}"));
        }
    }
    findings
}

/// An error about Go code.
pub(super) fn error(
    topic: Topic,
    position: Option<Position>,
    message: impl Into<String>,
) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        topic,
        position,
        message: message.into(),
        help: Vec::new(),
    }
}

/// Splits `file:line:column: message`, with or without the column. `message` may begin with a tab.
fn split_position(line: &str) -> Option<(Position, &str)> {
    let ends = [".go:", "go.mod:", "go.work:", "go.sum:"];
    let end = (ends.iter())
        .filter_map(|end| Some(line.find(end)? + end.len()))
        .min()?;
    let (file, rest) = (&line[..end - 1], &line[end..]);
    let (number, rest) = rest.split_once(':')?;
    let (column, message) = match rest.split_once(':') {
        Some((column, message)) if column.parse::<u32>().is_ok() => (column.parse().ok()?, message),
        _ => (0, rest),
    };
    let position = Position {
        file: file.trim_start_matches("go: ").to_owned(),
        line: number.parse().ok()?,
        column,
    };
    Some((position, message.strip_prefix(' ').unwrap_or(message)))
}

/// What a message of Go's is about.
fn topic(message: &str) -> Topic {
    const IMPORTS: [&str; 5] = [
        " is not in std",
        "cannot find package",
        "no required module",
        "missing go.sum",
        "module lookup disabled",
    ];
    if message == GOROUTINE {
        return Topic::Goroutines;
    }
    match IMPORTS.iter().any(|words| message.contains(words)) {
        true => Topic::GoImport,
        false => Topic::GoCompiler,
    }
}

/// In words that fit: without the path of a package that is not there, which leads into TinyGo's cache, and without
/// TinyGo's options.
fn clean(message: &str) -> &str {
    if message == GOROUTINE {
        return "a goroutine is started, and BPF has nothing to run it";
    }
    match message.split_once(" is not in std (") {
        Some((package, _)) => &message[..package.len() + " is not in std".len()],
        None => message,
    }
}

/// What to do about a message that does not say so itself.
fn advice(message: &str) -> Option<String> {
    if message.starts_with("expected main package to have name") {
        return Some("a BPF program is a `package main`, as for any Go program".to_owned());
    }
    if message.starts_with("declared and not used") {
        return Some("use it, delete it, or give its value to `_`".to_owned());
    }
    if message.ends_with(" imported and not used") {
        return Some(
            "delete the import; one that only carries directives is written `_ \"unsafe\"`"
                .to_owned(),
        );
    }
    if message.starts_with("undefined: ") && !message.contains('.') {
        return Some(
            "declare it in this package, or import the package that has it; a helper or kfunc is declared as a function without a body"
                .to_owned(),
        );
    }
    if message.starts_with("cannot use an exported function as value: ") {
        return Some(
            "what `//export` names is called by the kernel alone: leave it out, and the program keeps its section and its Go \
             name, which a map of programs takes"
                .to_owned(),
        );
    }
    if message == "missing return" {
        return Some("end each way through the function with a `return`".to_owned());
    }
    if message.contains(" is not in std") || message.starts_with("cannot find package") {
        return Some(
            "to import a package of your own, give the folder a module (`go mod init NAME`) and import `NAME/folder`; \
             to import another module, run `go get` there"
                .to_owned(),
        );
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(stderr: &str, expected: Expect) {
        let findings: Vec<_> = findings(stderr).iter().map(ToString::to_string).collect();
        expected.assert_eq(&findings.join("\n"));
    }

    #[test]
    fn type_errors() {
        check(
            "# probe\nmain.go:2:25: cannot use \"x\" (untyped string constant) as int32 value in return statement\n\
             main.go:3:25: undefined: nope\n",
            expect![[r#"
                main.go:2:25: error[go-compiler]: cannot use "x" (untyped string constant) as int32 value in return statement
                main.go:3:25: error[go-compiler]: undefined: nope
                    help: declare it in this package, or import the package that has it; a helper or kfunc is declared as a function without a body"#]],
        );
    }

    #[test]
    fn names_that_the_package_does_not_have() {
        check(
            "main.go:4:13: undefined: bpf.XdpPas\nmain.go:5:9: undefined: bpf.Wanderlust\n\
             main.go:6:2: declared and not used: x\nmain.go:3:8: \"os\" imported and not used\n",
            expect![[r#"
                main.go:4:13: error[go-compiler]: undefined: bpf.XdpPas
                    help: did you mean `bpf.XdpPass`?
                main.go:5:9: error[go-compiler]: undefined: bpf.Wanderlust
                    help: `go doc github.com/tinybpf/bpf`, run beside go.mod, lists what the package has
                main.go:6:2: error[go-compiler]: declared and not used: x
                    help: use it, delete it, or give its value to `_`
                main.go:3:8: error[go-compiler]: "os" imported and not used
                    help: delete the import; one that only carries directives is written `_ "unsafe"`"#]],
        );
    }

    #[test]
    fn members_and_arguments_of_the_package() {
        check(
            "main.go:1:1: undefined: bpf.MapNoExist\n\
             main.go:2:1: stats.Lokup undefined (type bpf.HashMap[uint32, uint64] has no field or method Lokup)\n\
             main.go:3:1: stats.Range undefined (type bpf.Queue[uint64] has no field or method Range)\n\
             main.go:4:1: stacks.Store undefined (type bpf.StackTrace has no field or method Store)\n\
             main.go:5:1: ctx.Queue undefined (type *bpf.XdpMd has no field or method Queue)\n\
             main.go:6:1: in call to bpf.ProbeReadUser, type uintptr of argv does not match inferred type *uint64 for *T\n\
             main.go:7:1: ctx.data undefined (type *bpf.XdpMd has no field or method data, but does have field Data)\n",
            expect![[r#"
                main.go:1:1: error[go-compiler]: undefined: bpf.MapNoExist
                    help: did you mean `bpf.NoExist`?
                main.go:2:1: error[go-compiler]: stats.Lokup undefined (type bpf.HashMap[uint32, uint64] has no field or method Lokup)
                    help: did you mean `Lookup`?
                main.go:3:1: error[go-compiler]: stats.Range undefined (type bpf.Queue[uint64] has no field or method Range)
                    help: `bpf.Queue` has `Push`, `Pop`, `Peek`
                main.go:4:1: error[go-compiler]: stacks.Store undefined (type bpf.StackTrace has no field or method Store)
                    help: `bpf.StackTrace` is an argument of `bpf.StackID`
                main.go:5:1: error[go-compiler]: ctx.Queue undefined (type *bpf.XdpMd has no field or method Queue)
                    help: `bpf.XdpMd` has `Data`, `DataEnd`, `DataMeta`, `IngressIfindex`, `RxQueueIndex`, `EgressIfindex`
                main.go:6:1: error[go-compiler]: in call to bpf.ProbeReadUser, type uintptr of argv does not match inferred type *uint64 for *T
                    help: `bpf.Pointer[uint64](uint64(argv))` makes a pointer of an address
                    help: declared as `func ProbeReadUser[T any](dst *T, unsafePtr *T) int64`
                main.go:7:1: error[go-compiler]: ctx.data undefined (type *bpf.XdpMd has no field or method data, but does have field Data)"#]],
        );
    }

    #[test]
    fn conversions() {
        check(
            "main.go:1:1: cannot use off + n (value of type uint32) as uintptr value in argument to bpf.At[byte]\n\
             main.go:2:1: cannot use ctx.RemotePort (variable of uint32 type bpf.Be32) as uint16 value in struct literal\n\
             main.go:3:1: cannot use port (variable of type uint16) as bpf.Be16 value in assignment\n\
             main.go:4:1: cannot use file.Name (variable of type uintptr) as unsafe.Pointer value in argument to bpf.ProbeReadKernelStr\n\
             main.go:5:1: cannot use &key (value of type *uint32) as unsafe.Pointer value in argument to bpfMapLookupElem\n\
             main.go:6:1: cannot use s (variable of type string) as int32 value in return statement\n",
            expect![[r#"
                main.go:1:1: error[go-compiler]: cannot use off + n (value of type uint32) as uintptr value in argument to bpf.At[byte]
                    help: write `uintptr(off + n)`
                    help: declared as `func At[T any, C Packet](ctx C, off uintptr) *T`
                main.go:2:1: error[go-compiler]: cannot use ctx.RemotePort (variable of uint32 type bpf.Be32) as uint16 value in struct literal
                    help: `uint16(ctx.RemotePort.Host())` is the number, in the byte order of this machine
                main.go:3:1: error[go-compiler]: cannot use port (variable of type uint16) as bpf.Be16 value in assignment
                    help: `bpf.ToBe16(port)` puts it into network byte order
                main.go:4:1: error[go-compiler]: cannot use file.Name (variable of type uintptr) as unsafe.Pointer value in argument to bpf.ProbeReadKernelStr
                    help: write `unsafe.Pointer(file.Name)`
                    help: declared as `func ProbeReadKernelStr[T any](dst *T, unsafePtr unsafe.Pointer) int64`
                main.go:5:1: error[go-compiler]: cannot use &key (value of type *uint32) as unsafe.Pointer value in argument to bpfMapLookupElem
                    help: write `unsafe.Pointer(&key)`
                main.go:6:1: error[go-compiler]: cannot use s (variable of type string) as int32 value in return statement"#]],
        );
    }

    #[test]
    fn a_note_joins_the_finding_it_belongs_to() {
        check(
            "# probe\nmain.go:3:6: \tother declaration of a\nmain.go:4:6: a redeclared in this block\n",
            expect![[r#"
                main.go:4:6: error[go-compiler]: a redeclared in this block
                    help: the other declaration is at main.go:3:6"#]],
        );
    }

    #[test]
    fn a_missing_package_without_the_path_of_a_cache() {
        check(
            "main.go:2:8: package nosuch/pkg is not in std (/home/gopher/.cache/tinygo/goroot-4c/src/nosuch/pkg)\n",
            expect![[r#"
                main.go:2:8: error[go-import]: package nosuch/pkg is not in std
                    help: to import a package of your own, give the folder a module (`go mod init NAME`) and import `NAME/folder`; to import another module, run `go get` there"#]],
        );
    }

    #[test]
    fn a_broken_module_file() {
        check(
            "go: errors parsing go.mod:\ngo.mod:1: unknown directive: modul\n",
            expect!["go.mod:1: error[go-compiler]: unknown directive: modul"],
        );
    }

    #[test]
    fn what_is_no_finding() {
        check(
            "panic: runtime error: index out of range [0] with length 0\n\ngoroutine 7 [running]:\n\
             github.com/tinygo-org/tinygo/compiler.(*builder).createFunction(0xc000003dc0)\n\
             \t/home/me/go/pkg/mod/compiler.go:1355 +0xcf4\n",
            expect![""],
        );
        check(
            "go: go.mod requires go >= 1.26 (running go 1.25.5; GOTOOLCHAIN=local)\n",
            expect![""],
        );
    }
}
