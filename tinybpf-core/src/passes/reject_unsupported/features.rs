//! What of Go BPF cannot run: the features, and how each shows in TinyGo's IR.

use crate::Topic;

/// A feature of Go that BPF cannot run.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Feature {
    /// What messages about it are about.
    pub(super) topic: Topic,
    /// What it is called in Go.
    pub(super) name: &'static str,
    /// Why BPF cannot run it.
    pub(super) why: &'static str,
    /// What to write instead.
    pub(super) help: &'static str,
}

macro_rules! features {
    ($($id:ident: $topic:ident, $name:literal, $why:literal, $help:literal;)*) => {
        $(pub(super) const $id: &Feature = &Feature {
            topic: Topic::$topic,
            name: $name,
            why: $why,
            help: $help,
        };)*
    };
}

features! {
    GOROUTINES: Goroutines, "goroutines",
        "a program runs from start to end on one CPU, and there is no scheduler",
        "do the work in the program itself, or send it to user space through a ring buffer";
    CHANNELS: Channels, "channels",
        "they connect goroutines, which BPF does not have",
        "share state in a BPF map, and send data to user space through a ring buffer";
    LOCKS: Locks, "locks of package `sync`",
        "there are no goroutines that could wait for each other",
        "use `sync/atomic`, a per-CPU map, or the helpers bpf_spin_lock and bpf_spin_unlock";
    MAPS: GoMaps, "Go maps",
        "they live on a heap, which BPF does not have",
        "declare a BPF map (`var seen = bpfMapDef{…}`), and use the helpers bpf_map_lookup_elem, bpf_map_update_elem and bpf_map_delete_elem";
    APPEND: Append, "`append`",
        "a slice that grows needs a heap, which BPF does not have",
        "use an array of fixed length, and count the elements that are in use";
    STRINGS: Strings, "building strings",
        "a new string needs a heap, which BPF does not have",
        "work on byte arrays of fixed length (`[16]byte`), and let user space make strings of them";
    DISPATCH: Interfaces, "calls of interface methods",
        "the method is found when the program runs, and a BPF call must name its function",
        "call the method on the concrete type, or write a `switch` over an integer that says which one to call";
    ASSERTIONS: Interfaces, "type assertions and type switches",
        "they need Go's type descriptors, which a BPF object does not carry",
        "use concrete types, with an integer that says which one it is";
    INTERFACE_EQUAL: Interfaces, "comparing interfaces",
        "it needs Go's type descriptors, which a BPF object does not carry",
        "compare values of concrete types";
    FLOATS: Floats, "floating point",
        "BPF has integer registers and instructions only",
        "calculate in integers (fixed point, such as thousandths), or leave the arithmetic to user space";
    RECURSION: Recursion, "recursion",
        "the stack has 512 bytes, and the verifier refuses a function that calls itself",
        "write a loop with a constant upper bound";
    FUNC_VALUES: FuncValues, "calls of func values that are known only when the program runs",
        "a BPF call must name its function",
        "call the functions by name, in a `switch` over an integer where there are several to choose from";
    CALLBACK_VALUES: Callbacks, "callbacks that are known only when the program runs",
        "a helper is given one function that the object names",
        "pass a top-level function or a func literal by itself; to choose between several, call the helper in each branch of an `if`";
    DEFER: Defer, "`defer`",
        "its list of pending calls is walked when the function returns, through memory that the verifier cannot follow",
        "make the call before each `return`";
    RECOVER: Defer, "`recover`",
        "a panic ends the program at once",
        "check before the operation that would panic (length, nil, zero divisor)";
    PRINT: Print, "`print` and `println`",
        "a BPF program has no output to write to",
        "use the helper bpf_trace_printk to debug, or a ring buffer to send data to user space";
    ASSEMBLY: Assembly, "inline assembly",
        "it is written for another machine",
        "write it in Go, or call a helper";
    SYSTEM: StandardLibrary, "the operating system's functions",
        "a BPF program runs inside the kernel and can call its helpers only",
        "use a helper, or do it in user space";
    RUNTIME: StandardLibrary, "Go's runtime",
        "a BPF program has no scheduler, no heap and no stack to look at",
        "leave it out, or do it in user space";
    START_UP: StartUp, "code that runs at start-up",
        "nothing runs before a BPF program",
        "give it a constant value, or leave it zero and set it from user space before loading";
    HEAP: Heap, "memory on a heap",
        "BPF has no heap",
        "keep data in local variables of fixed size, or in a BPF map";
}

/// Functions of TinyGo's runtime that have no like in BPF, by what their names start with after `runtime.`; the first
/// entry that fits counts.
const RUNTIME_FUNCTIONS: &[(&str, &Feature)] = &[
    ("startGoroutine", GOROUTINES),
    ("deadlock", CHANNELS),
    ("chan", CHANNELS),
    ("hashmap", MAPS),
    ("sliceAppend", APPEND),
    ("sliceGrow", APPEND),
    ("stringConcat", STRINGS),
    ("stringFrom", STRINGS),
    ("stringTo", STRINGS),
    ("interfaceTypeAssert", ASSERTIONS),
    ("typeAssert", ASSERTIONS),
    ("interfaceEqual", INTERFACE_EQUAL),
    ("complex64div", FLOATS),
    ("complex128div", FLOATS),
    ("setupDeferFrame", DEFER),
    ("destroyDeferFrame", DEFER),
    ("_recover", RECOVER),
    ("print", PRINT),
];

/// Functions of TinyGo's runtime that BPF can run or that later passes lower. The panics are told by their names.
const RUNTIME_LOWERED: &[&str] = &[
    "alloc",
    "free",
    "memcpy",
    "memequal",
    "memmove",
    "memzero",
    "sliceCopy",
    "stringEqual",
    "stringLess",
    "stringNext",
    "trackPointer",
];

/// Whether a function of the runtime (its name after `runtime.`) starts a panic, which `lower-panics` lowers.
fn is_panic(name: &str) -> bool {
    name == "_panic" || name.ends_with("Panic") || name.starts_with("runtimePanic")
}

/// Whether BPF runs the body that the runtime gives a function (its name after `runtime.`).
pub(super) fn is_runnable(name: &str) -> bool {
    of_runtime(name).is_none() && !is_panic(name)
}

/// What a function of the runtime (its name after `runtime.`) stands for; `None` if BPF can run it.
pub(super) fn of_runtime(name: &str) -> Option<&'static Feature> {
    if is_panic(name) || RUNTIME_LOWERED.contains(&name) {
        return None;
    }
    let found = RUNTIME_FUNCTIONS
        .iter()
        .find(|(start, _)| name.starts_with(start));
    Some(found.map_or(RUNTIME, |(_, feature)| feature))
}

/// What a package of Go's own needs, in the words of those who use it; what was found in its functions stands for the others.
pub(super) fn of_package(path: &str, found: &Feature) -> Option<&'static Feature> {
    match path {
        "fmt" | "log" | "log/slog" => Some(STRINGS),
        "math/rand" | "math/rand/v2" | "crypto/rand" | "os" => Some(SYSTEM),
        // How the clock is read depends on the runtime.
        "time" if found == RUNTIME => Some(SYSTEM),
        _ => None,
    }
}

/// What to use in place of a function of Go's own, by its name and its package's import path; the feature's own help stands
/// for the others.
pub(super) fn instead(name: &str, path: &str) -> Option<&'static str> {
    match name {
        "fmt.Errorf" => instead_of_package("errors"),
        _ => instead_of_package(path),
    }
}

fn instead_of_package(path: &str) -> Option<&'static str> {
    Some(match path {
        "fmt" | "log" | "log/slog" => {
            "use the helper bpf_trace_printk to debug, or send a struct through a ring buffer and format it in user space"
        }
        "errors" => "return an integer or a bool that says what went wrong",
        "time" => "for time stamps use the helper bpf_ktime_get_ns; a program cannot wait",
        "math/rand" | "math/rand/v2" | "crypto/rand" => "use the helper bpf_get_prandom_u32",
        "sync" => LOCKS.help,
        "os" => {
            "do it in user space, and pass the result in a package variable or a map; for the process use helpers such as bpf_get_current_pid_tgid and bpf_get_current_comm"
        }
        "strings" | "strconv" | "unicode/utf8" => STRINGS.help,
        "bytes" | "slices" | "maps" | "sort" => {
            "write a loop over an array of fixed length, or leave it to user space"
        }
        "reflect" => "write the code for each type, or use type parameters",
        _ => return None,
    })
}
