//! Whose code a function is: the user's, or Go's own (the standard library and TinyGo's runtime).

use crate::{
    llvm::{Metadata, Module, Value, slot},
    names::package,
};

/// First elements of the import paths of Go's standard library and TinyGo's own packages (`go list std`, Go 1.25).
const GO: &[&str] = &[
    "archive",
    "bufio",
    "bytes",
    "cmp",
    "compress",
    "container",
    "context",
    "crypto",
    "database",
    "debug",
    "device",
    "embed",
    "encoding",
    "errors",
    "examples",
    "expvar",
    "flag",
    "fmt",
    "go",
    "hash",
    "html",
    "image",
    "index",
    "internal",
    "io",
    "iter",
    "log",
    "machine",
    "maps",
    "math",
    "mime",
    "net",
    "os",
    "path",
    "plugin",
    "reflect",
    "regexp",
    "runtime",
    "slices",
    "sort",
    "strconv",
    "strings",
    "structs",
    "sync",
    "syscall",
    "testing",
    "text",
    "time",
    "unicode",
    "unique",
    "unsafe",
    "vendor",
    "weak",
];

/// The last part of a Go name: `Get` of `(*example.com/flow.Table).Get`.
pub(super) fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// The name that Go code calls a function by, as far as the module knows it.
pub(super) fn called(module: &Module<'_>, function: Value<'_>) -> String {
    let symbol = function.name();
    // The symbol comes first: `time.Sleep` is in the debug info under the name that the runtime gives it.
    if package(&symbol).is_some() {
        return symbol;
    }
    super::go_name(module, function).unwrap_or(symbol)
}

/// A name for messages, without type arguments. TinyGo makes the mutexes of `sync` out of types of its scheduler.
pub(super) fn shown(name: &str) -> String {
    let mut depth = 0;
    let mut plain = String::new();
    for letter in name.chars() {
        depth += usize::from(letter == '[');
        if depth == 0 {
            plain.push(letter);
        }
        depth -= usize::from(letter == ']' && depth > 0);
    }
    plain
        .replace("internal/task.PMutex", "sync.Mutex")
        .replace("internal/task.", "sync.")
}

/// Whether a function belongs to Go's own packages.
pub(in crate::passes) fn is_go(module: &Module<'_>, function: Value<'_>) -> bool {
    match function.subprogram() {
        Some(scope) => is_go_scope(module, scope),
        None => package(&function.name()).is_some_and(is_go_package),
    }
}

/// Whether a subprogram of the debug info belongs to Go's own packages: the import path says so, and the file lies in a
/// folder `src/IMPORT/PATH`, which keeps apart a user's module that is called `container`.
pub(super) fn is_go_scope(module: &Module<'_>, scope: Metadata<'_>) -> bool {
    let name = scope
        .operand(module, slot::NAME)
        .and_then(|name| name.string(module));
    let Some(name) = name else { return false };
    let Some(package) = package(&name).filter(|package| is_go_package(package)) else {
        return false;
    };
    let folder = scope.scope_file().map(|file| file.file().0);
    folder.is_none_or(|folder| {
        folder
            .replace('\\', "/")
            .trim_end_matches('/')
            .ends_with(&format!("/src/{package}"))
    })
}

/// Whether a symbol is the Go name of something of the user's.
pub(crate) fn is_users(symbol: &str) -> bool {
    package(symbol).is_some_and(|path| !is_go_package(path))
}

/// Whether an import path is one of Go's own.
pub(super) fn is_go_package(path: &str) -> bool {
    GO.contains(&path.split('/').next().unwrap_or_default())
}
