//! Pointers: what they may be used for, and how they may be computed.

use super::{Rule, go, words};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "nil-argument",
        title: "this hands over a pointer that may be nil",
        why: "The helper takes the pointer as it is, and the verifier has seen no check on this way.",
        mends: &[go(
            "ask for nil before the call",
            "if entry == nil {\n    return 0\n}\nbpf.GetCurrentComm(&entry.name)",
        )],
        source: "kernel/bpf/verifier.c: check_reg_type, check_kfunc_args",
        messages: &[
            "R# type=*or_null* expected=",
            "% type=*or_null* expected=",
            "Possibly NULL pointer passed to ",
            "% is expected to be non-NULL",
            "the pointer may be NULL, but this kfunc requires",
        ],
    },
    Rule {
        name: "packet-argument",
        title: "this helper does not take memory of the packet",
        why: "A packet's bytes may be moved or changed by others while a helper works. Each helper says whether it copes with that, and most do not.",
        mends: &[
            go(
                "copy what is needed into a variable, and hand over that",
                "header := *eth\nevents.Output(&header, 0)",
            ),
            words(
                "bpf_xdp_load_bytes and bpf_skb_load_bytes copy bytes of the packet, also such as lie in later fragments",
            ),
        ],
        source: "kernel/bpf/verifier.c: check_func_arg, may_access_direct_pkt_data",
        messages: &["helper access to the packet is not allowed"],
    },
    Rule {
        name: "constant-string",
        title: "this text is not a constant that the verifier can read",
        why: "The verifier reads such a text (a format, or what is compared with) when it loads the program: it must lie where nobody can change it, in a map that is read-only and frozen, such as `.rodata`, and end with a zero byte.",
        mends: &[
            go(
                "use a Go constant",
                "bpf.Snprintf(&text, \"queue %d\", ctx.RxQueueIndex)",
            ),
            words(
                "compare texts that are known at run time only byte by byte, in a loop with a constant bound",
            ),
        ],
        source: "kernel/bpf/verifier.c: check_arg_const_str, check_bpf_snprintf_call",
        messages: &[
            "R# does not point to a readonly map",
            "% does not point to a readonly map",
            "R# is not a constant address",
            "% is not a constant address",
            "string is not zero-terminated",
            "direct value access on string failed",
            "no direct value access support for this map type",
            "failed to retrieve map value address",
            "Invalid format string",
            "% points to * map which cannot be used as const string",
        ],
    },
    Rule {
        name: "nil-arithmetic",
        title: "this computes with a pointer that may be nil",
        why: "Nil plus an offset is no nil any more, and a later check would not find it.",
        mends: &[go(
            "ask for nil first, then add",
            "if value == nil {\n    return 0\n}\nname := unsafe.Add(value, 8)",
        )],
        source: "kernel/bpf/verifier.c: adjust_ptr_min_max_vals",
        messages: &[
            "% pointer arithmetic on * prohibited, null-check it first",
            "R# may be NULL (*). Pointer arithmetic",
        ],
    },
    Rule {
        name: "unbounded-arithmetic",
        title: "this adds a number without bounds to a pointer",
        why: "Of a sum of a pointer and any number, the verifier knows nothing any more.",
        mends: &[
            go(
                "limit the number before it is added",
                "offset &= 0xfff\nat := data + uintptr(offset)",
            ),
            words("use a smaller type: of a uint16 the bounds are known"),
            words(
                "a signed number also needs a lower bound: ask for `< 0`, or use an unsigned type",
            ),
        ],
        source: "kernel/bpf/verifier.c: check_reg_sane_offset, adjust_ptr_min_max_vals",
        messages: &[
            "math between * pointer and register with unbounded min value",
            "math between * pointer and # is not allowed",
            "math between * pointer and -# is not allowed",
            "* pointer offset # is not allowed",
            "* pointer offset -# is not allowed",
            "The scalar offset used with R# is unbounded",
        ],
    },
    Rule {
        name: "pointer-arithmetic",
        title: "this computes with a pointer in a way that the verifier does not follow",
        why: "Numbers of known bounds can be added to pointers into memory. All else (masks, shifts, products, differences, 32-bit arithmetic, steps away from what is no plain memory) makes a pointer a mere number.",
        mends: &[
            words(
                "step through memory with unsafe.Add and a constant, or by an index into an array",
            ),
            words("align offsets, not pointers: mask the number before it is added"),
        ],
        source: "kernel/bpf/verifier.c: adjust_ptr_min_max_vals, adjust_reg_min_max_vals",
        messages: &[
            "% pointer arithmetic ",
            "% bitwise operator ",
            "% 32-bit pointer arithmetic",
            "% pointer * pointer prohibited",
            "% tried to subtract pointer from scalar",
            "% subtraction from stack pointer",
            "% tried to ",
            "% has pointer with unsupported alu",
            "% partial copy of pointer",
            "% sign-extension part of pointer",
            "% pointer comparison prohibited",
            "R# could not be pushed for speculative verification",
            "R# has unknown scalar with mixed signed bounds",
        ],
    },
    Rule {
        name: "mixed-pointers",
        title: "this access is reached with pointers of different kinds",
        why: "The kernel rewrites accesses to contexts and sockets, and probes those to the kernel's memory, so one instruction cannot be for plain memory, too. The compiler has merged two ways of the Go code into one.",
        mends: &[
            go(
                "read on each way, before they meet",
                "value := ctx.Mark\nif entry != nil {\n    value = entry.mark\n}",
            ),
            words(
                "or put the access into a function with `//go:noinline`, one for each kind of pointer",
            ),
        ],
        source: "kernel/bpf/verifier.c: reg_type_mismatch, save_aux_ptr_type",
        messages: &[
            "same insn cannot be used with different pointers",
            "tail_call abusing map_ptr",
        ],
    },
    Rule {
        name: "released",
        title: "this uses a value that a call has taken away",
        why: "After a release (submit, discard, put) the memory is no longer the program's, and calls that may move the packet make pointers into it void.",
        mends: &[
            words("use it before it is given back; copy what is needed afterwards into a variable"),
            words(
                "read `ctx.Data` and `ctx.DataEnd` again, and compare again, after a helper that moves the packet",
            ),
        ],
        source: "kernel/bpf/verifier.c: check_reg_arg, release_reference, clear_all_pkt_pointers",
        messages: &[
            "R# !read_ok",
            "* is not readable here",
            "R# has never been initialized",
            "call invalidated this ",
        ],
    },
    Rule {
        name: "not-a-pointer",
        title: "this uses a plain number as an address",
        why: "The verifier lets programs follow pointers whose memory it knows. Addresses that came as numbers (from the kernel's memory, from a traced function, from a map, after a release) could point anywhere.",
        mends: &[
            go(
                "copy what lies at an address of the kernel's",
                "var pid uint32\nbpf.ProbeReadKernel(&pid, bpf.Pointer[uint32](address))",
            ),
            words(
                "or read kernel structs through a view (`bpfCoreTaskStruct`) of a pointer that the verifier knows: arguments in `fentry`, `tp_btf` and `lsm` programs, results of bpf_get_current_task_btf",
            ),
            words(
                "do not keep pointers in maps or as numbers: look the value up again; kptrs keep pointers to kernel objects",
            ),
        ],
        source: "kernel/bpf/verifier.c: check_mem_access",
        messages: &[
            "% invalid mem access 'inv'",
            "% invalid mem access 'scalar'",
            "% is an integer scalar here, not a pointer",
        ],
    },
    Rule {
        name: "wrong-pointer",
        title: "pointers of this kind cannot be followed like that",
        why: "Maps, the packet's end and functions are addresses that programs hand to helpers; they are no memory of theirs. Pointers to user space and to per-CPU variables need a helper, too.",
        mends: &[
            words("look the value up with a helper and use what it returns"),
            words(
                "for memory of user space: bpf_probe_read_user, or bpf_copy_from_user in programs that may sleep",
            ),
        ],
        source: "kernel/bpf/verifier.c: check_mem_access, check_ptr_to_btf_access",
        messages: &[
            "% invalid mem access '",
            "% is ptr_* access ",
            "R# is ptr_* access ",
            "% is ptr_* invalid ",
            "map_ptr access not supported",
        ],
    },
    Rule {
        name: "kernel-struct",
        title: "this field of a kernel struct cannot be accessed like that",
        why: "The verifier checks accesses through pointers into the kernel against its BTF: the field must be there, be read in its own width, and few can be written.",
        mends: &[
            words(
                "use a CO-RE view (`type bpfCoreTaskStruct struct { Pid int32 }`), whose fields the loader finds in the running kernel",
            ),
            words("ask with bpfCoreFieldExists for fields that not every kernel has"),
        ],
        source: "kernel/bpf/btf.c: btf_struct_walk; kernel/bpf/verifier.c: check_ptr_to_btf_access",
        messages: &[
            "access beyond struct ",
            "access beyond the end of member ",
            "cannot access ptr member ",
            "struct * doesn't have field at offset",
            "Type '*' is not a struct",
            "'struct *' access is allowed only to CAP_PERFMON",
            "Cannot access kernel 'struct *' from non-GPL",
            "direct access to * is disallowed",
            "no write support to ",
            "write access at off * beyond the member of",
            "field * doesn't have size",
        ],
    },
    Rule {
        name: "pointer-leak",
        title: "this gives an address of the kernel away",
        why: "Programs without the right to see addresses (CAP_PERFMON) may not store or return pointers.",
        mends: &[
            words("store a number that stands for it, such as a pid or an index"),
            words("or load the program as root"),
        ],
        source: "kernel/bpf/verifier.c: __is_pointer_value, check_return_code",
        messages: &["% leaks addr ", "leaking pointer from stack"],
    },
    Rule {
        name: "spilled-pointer",
        title: "this damages a pointer that is kept on the stack",
        why: "Pointers on the stack must be written and read as a whole, 8 bytes at a time.",
        mends: &[words(
            "do not reach into a variable that holds a pointer by unsafe.Pointer, and keep pointers out of byte arrays",
        )],
        source: "kernel/bpf/verifier.c: check_stack_write_fixed_off, check_stack_read_fixed_off",
        messages: &[
            "invalid size of register ",
            "attempt to corrupt spilled pointer",
            "cannot spill pointers to stack into stack frame of the caller",
            "cannot return stack pointer to the caller",
            "corrupted spill memory",
        ],
    },
    Rule {
        name: "atomic",
        title: "there is no atomic operation on such memory, or in this kernel",
        why: "Atomic operations work on map values, the stack, records and arenas. Those that return the old value came with Linux 5.12.",
        mends: &[
            words("change the value without `sync/atomic`; in a per-CPU map no atomics are needed"),
            words(
                "for kernels before 5.12 compile with min_kernel(\"5.10\"), which says where the Go code needs more",
            ),
        ],
        source: "kernel/bpf/verifier.c: check_atomic",
        messages: &[
            "BPF_ATOMIC ",
            "BPF_XADD ",
            "invalid atomic operand size",
            "BPF_STX uses reserved fields",
        ],
    },
];
