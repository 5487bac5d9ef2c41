//! Calls: of helpers, kfuncs and functions, and what they return.

use super::{Rule, go, words};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "failed-relocation",
        title: "the running kernel has no such field, type or value",
        why: "The loader did not find in the kernel's BTF what a CO-RE view names, and put an invalid call in the place of the access.",
        mends: &[
            go(
                "ask whether the field is there before it is used",
                "if bpfCoreFieldExists(unsafe.Pointer(&task.State)) {\n    state = task.State\n}",
            ),
            words(
                "look at the name of the field: `cargo xtask vmlinux` writes the views of this kernel's types",
            ),
        ],
        source: "tools/lib/bpf/relo_core.c: bpf_core_poison_insn",
        messages: &[
            "failed to resolve CO-RE relocation",
            "invalid func unknown#195896080",
        ],
    },
    Rule {
        name: "missing-map",
        title: "the program uses a map that the loader did not create",
        why: "libbpf leaves a map out when it is told to, or when the kernel does not know its type, and puts an invalid call in the place of its use.",
        mends: &[words(
            "create the map (`set_autocreate`), or do not load programs that use it on such a kernel",
        )],
        source: "tools/lib/bpf/libbpf.c: poison_map_ldimm64",
        messages: &[
            "BPF map '*' is referenced but wasn't created",
            "invalid func unknown#2001",
        ],
    },
    Rule {
        name: "unknown-kfunc",
        title: "the running kernel has no such kfunc",
        why: "Kfuncs come with kernels and their modules, and are no promise: the loader did not find this one.",
        mends: &[
            go(
                "ask whether it is there",
                "if bpfKsymExists(\"bpf_task_from_pid\") {\n    task = bpfKfuncBpfTaskFromPid(pid)\n}",
            ),
            words("load the module that has it, or use a newer kernel"),
        ],
        source: "tools/lib/bpf/libbpf.c: poison_kfunc_call; kernel/bpf/verifier.c: add_kfunc_call",
        messages: &[
            "kfunc '*' is referenced but wasn't resolved",
            "invalid func unknown#2002",
            "kernel btf_id # is not a function",
            "kernel function btf_id # does not have a valid func_proto",
            "failed to find BTF for kernel function",
            "cannot find address for kernel function",
            "calling kernel function is not supported",
            "calling invalid kernel function",
            "JIT does not support calling k",
        ],
    },
    Rule {
        name: "license",
        title: "this is only for programs whose licence is compatible with the GPL",
        why: "The kernel lets only such programs call these helpers and kfuncs.",
        mends: &[words(
            "leave the licence at `GPL`, which is the default, or give one of \"GPL v2\", \"Dual BSD/GPL\", \"Dual MIT/GPL\" (`Builder::license`)",
        )],
        source: "kernel/bpf/verifier.c: check_helper_call, add_kfunc_call",
        messages: &[
            "cannot call GPL",
            "cannot call kernel function from non-GPL",
            "struct ops programs must have a GPL compatible license",
        ],
    },
    Rule {
        name: "helper-not-allowed",
        title: "programs of this type have no such helper in this kernel",
        why: "Each type of program has its own helpers, and newer kernels have more.",
        mends: &[
            words(
                "do the work in a program of a type that has the helper, and hand over the result in a map",
            ),
            words(
                "say the lowest kernel that you are for (`Builder::min_kernel`): what came later is then an error at its Go line",
            ),
        ],
        source: "kernel/bpf/verifier.c: check_helper_call, get_helper_proto",
        messages: &[
            "unknown func ",
            "invalid func ",
            "program of this type cannot use helper",
            "helper call is not allowed in probe",
            "func * supported only for ",
            "func * not supported for program type",
        ],
    },
    Rule {
        name: "kfunc-not-allowed",
        title: "programs of this type may not call this kfunc",
        why: "The kernel registers each kfunc for some types of programs only.",
        mends: &[
            words("call it in a program of a type that has it"),
            words(
                "where it sleeps, use a sleepable section such as `fentry.s`, `lsm.s`, `syscall`",
            ),
        ],
        source: "kernel/bpf/verifier.c: fetch_kfunc_meta, check_kfunc_call",
        messages: &[
            "calling kernel function * is not allowed",
            "destructive kfunc calls require CAP_SYS_BOOT",
            "calling kernel functions require",
        ],
    },
    Rule {
        name: "sleepable",
        title: "this may sleep, and the program may not sleep there",
        why: "Most programs run where the kernel cannot wait: under its locks, in interrupts, in an RCU read section.",
        mends: &[
            words(
                "use a sleepable section: `fentry.s/…`, `lsm.s/…`, `iter.s/…`, `uprobe.s/…`, `syscall`",
            ),
            words(
                "call it before bpf_rcu_read_lock or after bpf_rcu_read_unlock, and outside of locks and callbacks of timers",
            ),
        ],
        source: "kernel/bpf/verifier.c: check_helper_call, check_kfunc_call",
        messages: &[
            "helper call might sleep in a non-sleepable prog",
            "sleepable helper ",
            "kernel func * is sleepable within",
            "program must be sleepable to call sleepable kfunc",
            "sleepable global function ",
            "Sleepable programs can only use ",
            "Syscall programs can only be sleepable",
            "Only fentry/fexit*can be sleepable",
            "* is not sleepable",
            "The operation * cannot be used",
        ],
    },
    Rule {
        name: "kfunc-argument",
        title: "this argument of the kfunc is not what it takes",
        why: "Kfuncs take pointers that the kernel itself vouches for: arguments of tp_btf, fentry, lsm and struct_ops programs, results of other kfuncs, fields read under RCU. Pointers that were read from elsewhere, moved, or made of numbers are none.",
        mends: &[
            words(
                "get the object by a kfunc (bpf_task_from_pid, bpf_cgroup_from_id …) and release it afterwards",
            ),
            words(
                "for pointers that were read from another object: bpf_rcu_read_lock around the read and the call",
            ),
            words("ask for nil what a kfunc or a read returned"),
        ],
        source: "kernel/bpf/verifier.c: check_kfunc_args, process_kf_arg_ptr_to_btf_id",
        messages: &[
            "R# must be referenced or trusted",
            "% must be referenced or trusted",
            "R# must be a rcu pointer",
            "R# is not a scalar",
            "% pointer type * must point to",
            "kernel function * args#* expected pointer to",
            "kernel function * % expected pointer to",
            "% is scalar expected ",
            "R# is * expected ",
            "% is neither owning or non-owning ref",
            "% expected pointer to ",
            "% must be a known constant",
            "% memory, len pair leads to invalid memory access",
            "% % memory, len pair",
            "the kfunc ",
            "% is * expected ",
        ],
    },
    Rule {
        name: "global-function",
        title: "this argument is not what the global function takes",
        why: "The kernel verifies a global function by itself, from its types: a pointer may be nil and points to as many bytes as its type has, unless the parameter's type says more (`bpfArgNonnull`, `bpfArgCtx` …).",
        mends: &[
            words("hand over a pointer to memory of the size that the parameter's type has"),
            words(
                "give the parameter a type such as `bpfArgNonnull[T]`, or ask for nil in the function",
            ),
            words(
                "leave `//export` away: the verifier then follows the call with what the caller knows",
            ),
        ],
        source: "kernel/bpf/verifier.c: btf_check_func_arg_match, do_check_common",
        messages: &[
            "Caller passes invalid args into func",
            "global function * doesn't return scalar",
            "Global function * doesn't return scalar",
            "arg#* size cannot be determined",
            "Function * has * > * args",
            "Invalid arg",
        ],
    },
    Rule {
        name: "argument-type",
        title: "this argument is of another kind than the helper takes",
        why: "The verifier knows of each register what it holds, and each helper says what it takes.",
        mends: &[
            go(
                "hand over the address of a variable",
                "key := ctx.Mark\nentries.Delete(&key)",
            ),
            words(
                "a helper that gives back takes only what its partner gave (reserve → submit or discard), once",
            ),
            words(
                "where a socket, a task or a context is asked for, hand over the pointer as it came, not one moved or read from memory",
            ),
        ],
        source: "kernel/bpf/verifier.c: check_reg_type, check_func_arg",
        messages: &[
            "R# type=* expected=",
            "% type=* expected=",
            "R# is of type * but * is expected",
            "% is of type * but * is expected",
            "release helper * expects referenced",
            "% must be referenced when passed to release function",
            "% arg* expected pointer to",
            "R# is not a known constant",
            "R# must be a known constant",
            "R# is not a const",
            "R# does not point to a readonly map",
            "% does not point to a readonly map",
            "cannot pass in ",
            "arg# expected pointer to func",
            "Helper has invalid btf",
            "func * reference has not been acquired before",
        ],
    },
    Rule {
        name: "map-misused",
        title: "this helper does not work on a map of this type",
        why: "Each helper is for some types of maps.",
        mends: &[words(
            "use the methods of the map's own type (`bpf.RingBuf`, `bpf.ProgArray`, `bpf.Queue` …), which has only what works",
        )],
        source: "kernel/bpf/verifier.c: check_map_func_compatibility",
        messages: &[
            "cannot pass map_type ",
            "invalid map_ptr to access map->",
            "invalid arg_type for sockmap",
            "cannot update sockmap in this context",
            "only one cgroup storage of each type",
            "Trampoline-based tracing",
            "trace type programs can only use",
            "trace type prog",
            "map_type # is not supported",
            "no direct value access support for this map type",
        ],
    },
    Rule {
        name: "return-range",
        title: "the program returns a number that the kernel does not take here",
        why: "The kernel acts on what this program returns, and takes only the numbers that mean something to it. The verifier asks what the result can be on this way.",
        mends: &[
            go(
                "make one of the allowed numbers of it",
                "if verdict != 0 {\n    return 1\n}\nreturn 0",
            ),
            words("functions that are called back return 0 to go on and 1 to stop"),
        ],
        source: "kernel/bpf/verifier.c: check_return_code, prepare_func_exit",
        messages: &[
            "At program exit the register R0 ",
            "At callback return the register R0 ",
            "At async callback the register R0 ",
            "At subprogram exit the register R",
            "R0 not a scalar value",
            "* the register R0 is not a known value",
            "* the register R0 has ",
        ],
    },
    Rule {
        name: "tail-call",
        title: "the program cannot make a tail call here",
        why: "A tail call does not come back: what is held there would never be given back, and its stack is added to that of the callers.",
        mends: &[
            words("give back records, sockets and locks before the tail call"),
            words("make tail calls in the program itself, not in functions that it calls"),
        ],
        source: "kernel/bpf/verifier.c: check_helper_call, check_max_stack_depth",
        messages: &[
            "tail_calls are not allowed in ",
            "tail_call is not allowed",
            "cannot tail call within exception cb",
            "program with __ref argument cannot tail call",
        ],
    },
    Rule {
        name: "callback",
        title: "this function cannot be called back like that",
        why: "The verifier follows a callback from the call that hands it over, so it must be a function of the program, known at that place.",
        mends: &[
            words("hand over a function literal or the name of a function, not a variable"),
            words(
                "let all that it shares with its caller go through the struct that is handed over beside it",
            ),
        ],
        source: "kernel/bpf/verifier.c: check_func_call, set_callee_state",
        messages: &[
            "callback function ",
            "callbacks are not allowed",
            "kfunc * failed callback verification",
            "func * failed callback verification",
            "insn # cannot call exception cb",
        ],
    },
];
