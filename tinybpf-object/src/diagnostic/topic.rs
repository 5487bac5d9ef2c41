//! The names of what messages are about, each with a section of its own in the troubleshooting guide.

use std::{fmt, str::FromStr};

use crate::suggest;

macro_rules! topics {
    ($($(#[$doc:meta])* $topic:ident = $name:literal,)*) => {
        /// What a message is about: the word in the brackets of `error[goroutines]`.
        ///
        /// The names stay what they are, so that they can be looked up. Each has a section in the troubleshooting guide, which
        /// `cargo tinybpf explain NAME` prints too.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Topic {
            $($(#[$doc])* $topic,)*
        }

        impl Topic {
            /// All topics, in the order of the guide.
            pub const ALL: &[Self] = &[$(Self::$topic,)*];

            /// The name: lower-case words with hyphens between.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$topic => $name,)*
                }
            }
        }
    };
}

topics! {
    // The language: `go.md`.
    /// Goroutines.
    Goroutines = "goroutines",
    /// Channels.
    Channels = "channels",
    /// Locks of package `sync`.
    Locks = "locks",
    /// Maps of Go.
    GoMaps = "go-maps",
    /// `append`.
    Append = "append",
    /// Strings that are built when the program runs.
    Strings = "strings",
    /// Methods of interfaces, type assertions, comparisons of interfaces.
    Interfaces = "interfaces",
    /// Functions that are known only when the program runs.
    FuncValues = "func-values",
    /// `defer` and `recover`.
    Defer = "defer",
    /// `print` and `println`.
    Print = "print",
    /// Floating-point numbers.
    Floats = "floats",
    /// Numbers of 128 bits.
    WideNumbers = "wide-numbers",
    /// Atomic operations that BPF does not have.
    Atomics = "atomics",
    /// Functions that call themselves.
    Recursion = "recursion",
    /// Loops without an end.
    EndlessLoop = "endless-loop",
    /// Memory that outlives its function, or has no constant size.
    Heap = "heap",
    /// More stack than the kernel has for a program.
    StackSize = "stack-size",
    /// More arguments than there are registers for.
    ArgumentWords = "argument-words",
    /// Code of Go's own packages that needs an operating system or Go's runtime.
    StandardLibrary = "standard-library",
    /// Assembly.
    Assembly = "assembly",

    // Programs and functions: `programs.md`.
    /// A package without programs.
    NoProgram = "no-program",
    /// Lines such as `//export` where they do nothing.
    Directives = "directives",
    /// A program without a section.
    SectionMissing = "section-missing",
    /// A section that no loader knows.
    SectionName = "section-name",
    /// Parameters or a result that the kernel does not have for a program.
    ProgramSignature = "program-signature",
    /// A result that the kernel does not take from a program.
    ProgramResult = "program-result",
    /// A program that is called like a function.
    ProgramCalled = "program-called",
    /// Functions that the kernel verifies by themselves.
    GlobalFunctions = "global-functions",
    /// Programs that replace functions of others.
    Freplace = "freplace",
    /// What a program returns when it panics.
    PanicVerdict = "panic-verdict",
    /// A panic in a function that has no way to tell its caller.
    PanicInFunction = "panic-in-function",
    /// Functions that the kernel calls back.
    Callbacks = "callbacks",
    /// Structs of functions that the kernel calls.
    StructOps = "struct-ops",
    /// The licence that the kernel sees.
    Licence = "licence",
    /// What came with a later kernel than the lowest one that the program is for.
    KernelVersion = "kernel-version",
    /// What some loaders do not know.
    LoaderSupport = "loader-support",
    /// Two things of one name.
    NameClash = "name-clash",

    // Memory: `memory.md`.
    /// A pointer that can be nil and that nothing compares with nil.
    NilAfterLookup = "nil-after-lookup",
    /// A pointer that is always nil.
    NilPointer = "nil-pointer",
    /// A panic on every way.
    CertainPanic = "certain-panic",
    /// An address that the verifier takes for a number.
    UntrustedAddress = "untrusted-address",
    /// More of a packet than is sure to be there.
    PacketBounds = "packet-bounds",
    /// A write to a packet that the program only reads.
    PacketWrite = "packet-write",
    /// Fields of the context that a program does not have, or may not write.
    ContextAccess = "context-access",
    /// What the kernel lent and must get back.
    References = "references",
    /// Variables that exist once the program is loaded, and their first values.
    StartUp = "start-up",
    /// Addresses in package variables.
    PointersInData = "pointers-in-data",
    /// Variables that are only read.
    ReadOnlyData = "read-only-data",
    /// Copies and comparisons of more memory than fits into instructions.
    LargeCopy = "large-copy",
    /// Memory that programs share with user space.
    Arenas = "arenas",

    // Helpers and kfuncs: `helpers.md`.
    /// A function without a body that is no helper.
    HelperUnknown = "helper-unknown",
    /// A helper that is declared or called otherwise than the kernel has it.
    HelperArguments = "helper-arguments",
    /// A helper, kfunc or question that is used as a value.
    HelperValue = "helper-value",
    /// A helper or kfunc that the program may not call.
    HelperNotAllowed = "helper-not-allowed",
    /// Flags that a helper does not take.
    HelperFlags = "helper-flags",
    /// Formats of the kernel.
    PrintFormat = "print-format",
    /// Logs.
    Logs = "logs",
    /// Functions of the kernel that are no helpers.
    Kfuncs = "kfuncs",
    /// Variables of the kernel.
    Ksyms = "ksyms",

    // Maps: `maps.md`.
    /// How a map is declared.
    MapDefinition = "map-definition",
    /// Type, sizes, number of entries and flags of a map.
    MapSettings = "map-settings",
    /// Maps of maps and of programs.
    MapsInMaps = "maps-in-maps",
    /// Bytes of a key that nothing sets.
    MapKeyPadding = "map-key-padding",
    /// Addresses in keys and values.
    MapPointers = "map-pointers",
    /// Keys and values of another size than the map has.
    MapElementSize = "map-element-size",
    /// Types of keys and values that cannot be told.
    MapTypes = "map-types",
    /// A map that is used like a variable, or a variable like a map.
    MapAsVariable = "map-as-variable",
    /// A helper that does not work on maps of this type.
    MapHelper = "map-helper",
    /// A map that the program may not use.
    MapNotAllowed = "map-not-allowed",
    /// Fields of values that belong to the kernel.
    SpecialFields = "special-fields",

    // Views of kernel structs: `kernel-structs.md`.
    /// Copies of kernel structs.
    CoreCopy = "core-copy",
    /// Writes to kernel structs.
    CoreWrite = "core-write",
    /// Questions about the running kernel.
    CoreQuery = "core-query",
    /// Views whose type the compiler cannot tell.
    CoreType = "core-type",
    /// What a view names and a kernel does not have.
    CoreMissing = "core-missing",

    // The build: `build.md`.
    /// What the Go compiler refuses.
    GoCompiler = "go-compiler",
    /// A Go package that is not found.
    GoImport = "go-import",
    /// The Go package of this project.
    GoPackage = "go-package",
    /// C sources.
    CSource = "c-source",
    /// Go and C that do not fit together.
    LinkMismatch = "link-mismatch",
    /// A name that nothing defines.
    UndefinedSymbol = "undefined-symbol",
    /// IR that was compiled without debug info.
    DebugInfo = "debug-info",
    /// IR that TinyGo optimised.
    OptimisedIr = "optimised-ir",
    /// A file that is not what it should be.
    Input = "input",
    /// A setting of the build that has no meaning.
    Setting = "setting",
    /// What is kept of a build.
    Prebuilt = "prebuilt",
    /// TinyGo is missing or too old.
    TinygoMissing = "tinygo-missing",
    /// TinyGo failed for a reason of its own.
    TinygoFailed = "tinygo-failed",
    /// Go is missing, or of a version that TinyGo does not work with.
    GoMissing = "go-missing",
    /// LLVM is missing or too old.
    LlvmMissing = "llvm-missing",
    /// clang is missing or does not fit.
    ClangMissing = "clang-missing",
    /// A tool that could not be installed.
    Setup = "setup",
    /// A file cannot be read or written.
    Io = "io",
    /// A fault of this project.
    Internal = "internal",
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// No topic has that name. The message names those that are like it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no topic `{name}`{}", suggest::did_you_mean(near))]
pub struct UnknownTopic {
    name: String,
    near: Vec<&'static str>,
}

impl FromStr for Topic {
    type Err = UnknownTopic;

    fn from_str(name: &str) -> Result<Self, UnknownTopic> {
        let found = Self::ALL.iter().find(|topic| topic.as_str() == name);
        found.copied().ok_or_else(|| UnknownTopic {
            name: name.to_owned(),
            near: suggest::closest(name, Self::ALL.iter().map(|topic| topic.as_str())),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_words_with_hyphens_and_each_is_found() {
        let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase());
        let names: BTreeSet<_> = Topic::ALL.iter().map(|topic| topic.as_str()).collect();
        assert_eq!(names.len(), Topic::ALL.len());
        for topic in Topic::ALL {
            assert!(topic.as_str().split('-').all(is_word), "{topic}");
            assert_eq!(topic.as_str().parse(), Ok(*topic));
        }
    }

    #[test]
    fn an_unknown_name_brings_a_near_one() {
        let error = "gorutines".parse::<Topic>().unwrap_err();
        let expected = "there is no topic `gorutines`; did you mean \"goroutines\"?";
        assert_eq!(error.to_string(), expected);
    }
}
