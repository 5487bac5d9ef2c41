//! The table of passes.

use super::{
    Cx, bound_accesses, bound_loops, bound_packets, check_maps, compare_memory, copy_arguments,
    encode_maps, encode_struct_ops, expand_compares, fold_sums, global_functions, hide_quotients,
    inline_library, inline_packets, keep_contexts, keep_reads, legalise, lower_allocations,
    lower_arithmetic, lower_callbacks, lower_core, lower_helpers, lower_kfuncs, lower_logs,
    lower_panics, lower_prints, order_blocks, place_data, place_relocations, reach_arenas,
    read_in_place, reject_unsupported, resolve_func_values, retarget, select_programs,
    settle_selects, shape_debug_info, share_strings, show_callers,
};
use crate::llvm::Module;

/// The passes in the order in which they run, LLVM's optimiser among them, by name, and what each relies on and what it gives.
pub fn passes() -> impl Iterator<Item = (&'static str, &'static str)> {
    let optimiser = ("optimise", "LLVM's own optimiser, for BPF's machine.");
    let described = |(name, _, about): &Row| (*name, *about);
    let late = LATE_PASSES.iter().map(described);
    PASSES.iter().map(described).chain([optimiser]).chain(late)
}

/// A pass: changes the module, and reports what it cannot lower through the context.
pub(super) type Pass = fn(&mut Cx, &Module);

/// A pass: its name, its function, and what it relies on and what it gives.
pub(super) type Row = (&'static str, Pass, &'static str);

/// Every pass in the order it runs.
pub(super) const PASSES: &[Row] = &[
    (
        "retarget",
        retarget::run,
        "Takes any IR of TinyGo. Afterwards it has BPF's triple and data layout, and no attributes of the host.",
    ),
    (
        "encode-struct-ops",
        encode_struct_ops::run,
        "Wants the variables with their Go types. Afterwards structs of functions that the kernel calls (`struct_ops`) are as in C, but \
         for debug info, and their functions are programs, exported and in sections.",
    ),
    (
        "select-programs",
        select_programs::run,
        "Afterwards `cx.programs` and `cx.globals` are complete, each program is external, each global function weak, all else internal, \
         and what no program reaches is gone; `cx.initialised` says which variables would need code at start-up.",
    ),
    (
        "inline-library",
        inline_library::run,
        "Wants the functions as Go has them. Afterwards those of the Go package for BPF are parts of their callers, in their lines.",
    ),
    (
        "lower-prints",
        lower_prints::run,
        "Wants values in the types that Go code gives them. Afterwards the Go package's functions that print are calls of helpers, whose \
         formats have the verbs of those types.",
    ),
    (
        "lower-logs",
        lower_logs::run,
        "Wants the calls and the interfaces as TinyGo makes them. Afterwards logs are calls of helpers for ring buffers, or gone, and \
         `cx.logs` is complete; `cx.unloggable` says what cannot be logged.",
    ),
    (
        "share-strings",
        share_strings::run,
        "Afterwards strings that bytes are only compared as are these bytes.",
    ),
    (
        "reject-unsupported",
        reject_unsupported::run,
        "Afterwards nothing is left that BPF cannot run, but for heap allocations; what a call cannot carry will be inlined.",
    ),
    (
        "encode-maps",
        encode_maps::run,
        "Wants calls of helpers by name, and the types that Go code uses, which LLVM simplifies away. Afterwards maps are as clang makes \
         them from `SEC(\".maps\")`, but for debug info, and `cx.maps` is complete.",
    ),
    (
        "lower-core",
        lower_core::run,
        "Wants the types and positions that Go code has. Afterwards accesses to kernel structs are calls of LLVM's intrinsics for CO-RE, \
         at which the Go types hang.",
    ),
    (
        "hide-quotients",
        hide_quotients::run,
        "Wants to come before LLVM simplifies anything. Afterwards LLVM keeps the bounds checks that the verifier needs.",
    ),
    (
        "lower-callbacks",
        lower_callbacks::run,
        "Afterwards what helpers and kfuncs call back is a subprogram with C's parameters, and nothing else, and is given as one address.",
    ),
    (
        "resolve-func-values",
        resolve_func_values::run,
        "Afterwards func values that are known where they are called are calls by name, and only helpers get functions' addresses.",
    ),
    (
        "lower-panics",
        lower_panics::run,
        "Relies on helpers that are still calls by name. Afterwards nothing panics: no `unreachable` is left, programs return an integer \
         of 32 or 64 bits, and what a subprogram returns fits a register. A variable on the stack may be in a phi.",
    ),
    (
        "lower-allocations",
        lower_allocations::run,
        "Afterwards all of Go's variables that are not package variables lie in registers or on the stack.",
    ),
    (
        "lower-arithmetic",
        lower_arithmetic::run,
        "Afterwards atomic operations are ones that BPF has, and no array is loaded or stored as one value.",
    ),
    (
        "lower-kfuncs",
        lower_kfuncs::run,
        "Afterwards what the kernel defines is external, with the kernel's name and type, in `.ksyms` and `.kconfig`. The declarations \
         that are left are helpers'.",
    ),
    (
        "lower-helpers",
        lower_helpers::run,
        "Afterwards no declaration of a helper is left, and LLVM knows what each call reads and writes.",
    ),
    (
        "compare-memory",
        compare_memory::run,
        "Wants the runtime's functions by name. Afterwards arrays are compared in words, and strings by `memcmp`, which LLVM knows.",
    ),
    (
        "place-data",
        place_data::run,
        "Afterwards package variables have their names, sections and linkage for loaders, and the licence is there.",
    ),
    (
        "shape-debug-info",
        shape_debug_info::run,
        "Wants all functions and variables as they will be in the object. Afterwards the back end makes BTF of the debug info that kernel \
         and loaders take, and `cx.types`, `cx.variables` and `cx.sources` are complete.",
    ),
    (
        "reach-arenas",
        reach_arenas::run,
        "Wants variables on the stack and in their sections. Afterwards accesses to memory of arenas are in address space 1.",
    ),
    (
        "keep-contexts",
        keep_contexts::run,
        "Afterwards LLVM hands the contexts of programs on to subprograms as they are.",
    ),
];

/// What comes after LLVM's optimiser, for what that makes itself.
pub(super) const LATE_PASSES: &[Row] = &[
    (
        "restore-names",
        shape_debug_info::restore_names,
        "Wants the relocations that LLVM made. Afterwards the kernel's types have their names.",
    ),
    (
        "inline-packets",
        inline_packets::run,
        "Afterwards what gets a packet as a slice is a part of its caller.",
    ),
    (
        "read-in-place",
        read_in_place::run,
        "Afterwards helpers read kernel memory to where the program stores it.",
    ),
    (
        "copy-arguments",
        copy_arguments::run,
        "Afterwards helpers read nothing from contexts but what they take contexts for.",
    ),
    (
        "expand-compares",
        expand_compares::run,
        "Afterwards `memcmp` is not called.",
    ),
    (
        "fold-sums",
        fold_sums::run,
        "Afterwards no loop folds a checksum.",
    ),
    (
        "bound-loops",
        bound_loops::run,
        "Afterwards loops that count up end where they reach or pass a number.",
    ),
    (
        "place-relocations",
        place_relocations::run,
        "Afterwards the offsets of kernel fields have the place of the line that reads them.",
    ),
    (
        "show-callers",
        show_callers::run,
        "Afterwards what was inlined from Go's own packages has the place of the user's call.",
    ),
    (
        "settle-selects",
        settle_selects::run,
        "Afterwards addresses that were compared with nil are used as what they are.",
    ),
    (
        "legalise",
        legalise::run,
        "Afterwards the back end needs no library function.",
    ),
    (
        "bound-packets",
        bound_packets::run,
        "Wants the loops of `legalise`. Afterwards the verifier sees that accesses to packets stay inside.",
    ),
    (
        "bound-accesses",
        bound_accesses::run,
        "Wants the loops of `legalise`. Afterwards the verifier sees that accesses to variables stay inside.",
    ),
    (
        "check-maps",
        check_maps::run,
        "Wants the arguments that calls have once everything is inlined. Afterwards helpers get no variable for a map.",
    ),
    (
        "publish-globals",
        global_functions::run,
        "Afterwards global functions are external like programs.",
    ),
    (
        "keep-reads",
        keep_reads::run,
        "Afterwards the back end folds no read of a variable that loaders set.",
    ),
    (
        "order-blocks",
        order_blocks::run,
        "Wants the blocks that there will be. Afterwards they stand in the order in which the back end leaves them.",
    ),
];
