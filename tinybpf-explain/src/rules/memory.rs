//! Accesses: to the packet, to maps, to the frame, to the context.

use super::{Rule, go, words};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "nil-check",
        title: "this uses a pointer that may be nil",
        why: "A lookup finds nothing when the key is not there, a reservation fails when the buffer is full. The verifier follows each way through the program, and on this one nothing has asked yet.",
        mends: &[go(
            "ask for nil before the first use",
            "value := table.Lookup(&key)\nif value == nil {\n    return bpf.XdpPass\n}",
        )],
        source: "kernel/bpf/verifier.c: check_mem_access",
        messages: &[
            "% invalid mem access '*_or_null'",
            "% invalid mem access '*or_null_*'",
        ],
    },
    Rule {
        name: "packet-bounds",
        title: "this access may lie behind the end of the packet",
        why: "A packet can be shorter than expected. The verifier lets a program read only the bytes that it has compared with the packet's end on this way; a comparison counts for the pointer that was compared, and for those made from it by adding constants.",
        mends: &[
            go(
                "let `bpf.At` compare, and ask for nil",
                "udp := bpf.At[bpf.UDP](ctx, offset)\nif udp == nil {\n    return bpf.XdpPass\n}",
            ),
            go(
                "or compare the very pointer that is used, after the offset was added, with the end of the packet",
                "at := data + offset\nif at+8 > end {\n    return 2\n}",
            ),
            words(
                "compare in the function that reads: what the caller checked is kept for the same pointer only, and is lost when a helper moves the packet (bpf_xdp_adjust_head, bpf_skb_pull_data …)",
            ),
        ],
        source: "kernel/bpf/verifier.c: check_packet_access",
        messages: &[
            "invalid access to packet, ",
            "% offset is outside of the packet",
        ],
    },
    Rule {
        name: "map-value-bounds",
        title: "this access may lie outside of the map's value",
        why: "The verifier adds up the smallest and the largest that offset and size can be, and both must stay within the value.",
        mends: &[
            go(
                "index an array: Go's own check tells the verifier the bounds",
                "row := t.rows[i%uint32(len(t.rows))]",
            ),
            go(
                "or limit the number, with the size of the access in mind, right before it is used",
                "if offset > uint64(unsafe.Sizeof(t.rows))-8 {\n    return 0\n}",
            ),
            words(
                "where a helper is handed a size, limit it to what is left of the value behind the pointer",
            ),
        ],
        source: "kernel/bpf/verifier.c: check_map_access, check_mem_region_access",
        messages: &["invalid access to map value", "invalid access to map key"],
    },
    Rule {
        name: "memory-bounds",
        title: "this access may lie outside of the memory that the pointer stands for",
        why: "A record of a ring buffer, a dynptr's slice or the argument of a function has the size that was asked for, and not one byte more.",
        mends: &[
            go(
                "reserve a record of the type that is written",
                "event := events.Reserve() // of bpf.RingBuf[Event]",
            ),
            words("let the type of the parameter be as large as what callers hand over"),
        ],
        source: "kernel/bpf/verifier.c: check_mem_region_access",
        messages: &[
            "invalid access to memory, mem_size=",
            "invalid access to flow keys",
            "R# invalid * buffer access",
            "% invalid * buffer access",
            "% invalid variable buffer offset",
            "% invalid variable offset to flow keys",
            "% memory size # is too large",
        ],
    },
    Rule {
        name: "negative-index",
        title: "this index may be negative",
        why: "A signed number that is only compared with an upper bound can still be below zero, and points before the memory then.",
        mends: &[
            go(
                "use an unsigned type",
                "index := uint32(value)\nif index >= 16 {\n    return 0\n}",
            ),
            go(
                "or ask for the lower bound, too",
                "if index < 0 || index >= 16 {\n    return 0\n}",
            ),
        ],
        source: "kernel/bpf/verifier.c: check_mem_region_access, check_reg_sane_offset",
        messages: &[
            "% min value is negative, either use unsigned index",
            "the minimal bound for a memory access is a negative value",
        ],
    },
    Rule {
        name: "size-bounds",
        title: "the size handed to the helper has no upper bound, or may be negative",
        why: "A helper writes or reads as many bytes as it is told, so the verifier must know that the number is never more than the memory has.",
        mends: &[
            go(
                "limit it right before the call",
                "if length > uint64(len(buffer)) {\n    length = uint64(len(buffer))\n}",
            ),
            go(
                "or mask it, where the memory has a power of two and one more",
                "length &= 63",
            ),
            words("use an unsigned type: of a signed number the lower bound is not known"),
        ],
        source: "kernel/bpf/verifier.c: check_mem_size_reg",
        messages: &[
            "% unbounded memory access, use 'var &= const'",
            "% min value is negative, either use unsigned or 'var &= const'",
            "the memory size in * may ",
            "% unbounded size, use 'var &= const'",
        ],
    },
    Rule {
        name: "unbounded-access",
        title: "this access has an index without bounds",
        why: "The number that is added to the pointer can be anything, so the verifier cannot tell that the memory is large enough.",
        mends: &[
            go(
                "index an array: Go's own check tells the verifier the bounds",
                "row := t.rows[i%uint32(len(t.rows))]",
            ),
            go(
                "or limit the number right before it is added",
                "if offset > 64 {\n    return 0\n}",
            ),
        ],
        source: "kernel/bpf/verifier.c: check_mem_region_access, adjust_ptr_min_max_vals",
        messages: &[
            "% unbounded memory access, make sure to bounds check",
            "the maximal bound for a memory access",
            "value # makes * pointer be out of bounds",
            "value -# makes * pointer be out of bounds",
        ],
    },
    Rule {
        name: "zero-size",
        title: "the size handed to the helper may be zero",
        why: "This helper takes no empty memory: a size that was only compared with an upper bound can be 0.",
        mends: &[go(
            "ask for the lower bound, too",
            "if length == 0 || length > 16 {\n    return 0\n}",
        )],
        source: "kernel/bpf/verifier.c: check_mem_size_reg",
        messages: &["% invalid zero-sized read", "invalid zero-sized read"],
    },
    Rule {
        name: "uninitialised-stack",
        title: "this reads bytes of the stack that were never written",
        why: "Padding between the fields of a struct, or the rest of a buffer, has no value yet. Kernels before 6.3 refuse to hand such bytes to a helper.",
        mends: &[
            go(
                "set the whole variable, padding included",
                "var key struct {\n    Address uint32\n    Port    uint16\n    _       uint16 // padding, set with the rest\n}",
            ),
            words("give the variable a value before its address is taken: Go then sets every byte"),
        ],
        source: "kernel/bpf/verifier.c: check_stack_range_initialized",
        messages: &[
            "invalid indirect read from stack",
            "invalid read from stack off ",
            "invalid read from stack R# off ",
            "reading from stack off ",
        ],
    },
    Rule {
        name: "stack-bounds",
        title: "this goes beyond what is on the stack there",
        why: "A frame has 512 bytes, and helpers may only use bytes of it that the program has written. The size that is handed over is larger than the variable, or the index is not known.",
        mends: &[
            go(
                "let the size be that of the variable",
                "events.Output(&value, 0) // of bpf.RingBuf[Value]",
            ),
            go(
                "index an array with Go's own check",
                "value := table[i%uint32(len(table))]",
            ),
            words("keep tables that are indexed by unknown numbers in a map"),
        ],
        source: "kernel/bpf/verifier.c: check_stack_access_within_bounds, check_stack_range_initialized",
        messages: &[
            "invalid* read from stack ",
            "invalid* write to stack ",
            "invalid* stack ",
            "invalid read from stack",
            "invalid write to stack",
            "invalid stack",
            "invalid unbounded variable-offset",
            "invalid variable-offset",
            "% variable stack access",
            "variable offset stack ",
            "variable stack ",
            "% variable offset stack access prohibited",
            "uninit stack in range",
            "spilled ptr in range",
        ],
    },
    Rule {
        name: "context-access",
        title: "this program may not access the context there",
        why: "A context is no plain memory: the kernel translates each access to a field, and lets each type of program read some fields, write fewer, and only in one piece of the field's width.",
        mends: &[
            words(
                "use the struct of this program type (`bpf.XdpMd`, `bpf.SkBuff`, `bpf.SockAddr` …), and of it the fields that programs of this section have",
            ),
            words(
                "read a field as a whole, with its own type, and change it only where the kernel lets this program do so",
            ),
            words(
                "arguments of a traced function are 64 bits each; there are as many as the function has",
            ),
        ],
        source: "kernel/bpf/verifier.c: check_ctx_access; the program type's is_valid_access in net/core/filter.c, kernel/trace/bpf_trace.c",
        messages: &[
            "invalid bpf_context access",
            "invalid access to context, ctx_size=",
            "func '*' doesn't have *-th argument",
            "func '*' arg# type * is not a struct",
            "func '*' arg# has btf_id",
            "func '*' arg# '*' has type *. Only pointer access is allowed",
            "func '*' arg# has type *. Only pointer access is allowed",
            "func '*' offset # is not multiple of 8",
            "func '*' size # must be 8",
            "invalid btf_id for context argument offset",
        ],
    },
    Rule {
        name: "context-offset",
        title: "the place in the context is not a constant",
        why: "The kernel translates each access to the context when it loads the program, and must know then which field is meant.",
        mends: &[go(
            "choose between fields by a condition",
            "field := ctx.Mark\nif second {\n    field = ctx.Priority\n}",
        )],
        source: "kernel/bpf/verifier.c: check_mem_access, __check_ptr_off_reg",
        messages: &["variable ctx access ", "variable * access var_off="],
    },
    Rule {
        name: "context-moved",
        title: "this pointer must be used as it was handed over, and was moved",
        why: "The kernel translates accesses to fields of the context. A pointer to one of its fields, moved away from the context's beginning, is none that it knows.",
        mends: &[
            go(
                "read the field where the context is, and hand over its value",
                "value := ctx.RxQueueIndex\nreturn check(value)",
            ),
            words("hand over the context itself, and read the field in the function"),
        ],
        source: "kernel/bpf/verifier.c: __check_ptr_off_reg",
        messages: &[
            "dereference of modified * ptr",
            "negative offset * ptr",
            "% must have zero offset when passed to release func",
            "% has offset * here, but this pointer type must be dereferenced in its original form",
        ],
    },
    Rule {
        name: "socket-access",
        title: "this field of the socket cannot be accessed",
        why: "Of sockets the kernel translates the fields of `struct bpf_sock`, `bpf_tcp_sock` and `bpf_xdp_sock`, each in its own width, and lets programs write none.",
        mends: &[words(
            "use the type `bpf.Sock` and its fields; what else a socket has is read through a CO-RE view (`bpfCoreSock`) of what bpf_skc_to_tcp_sock and its like return",
        )],
        source: "kernel/bpf/verifier.c: check_sock_access",
        messages: &["% invalid *sock* access off=", "% cannot write into *sock*"],
    },
    Rule {
        name: "read-only",
        title: "this memory can only be read",
        why: "Keys of maps, maps that are read-only for programs, constants, some packets and most of the kernel's memory cannot be written.",
        mends: &[
            words("write to a copy: `value := *entry`"),
            words(
                "a map that programs write must not have the flag BPF_F_RDONLY_PROG, and a variable that they write must not lie in `.rodata`",
            ),
            words(
                "packets can be written in programs in `xdp`, `tc`, `lwt_xmit`, `sk_skb` and `sk_msg`; in others use what helpers there are",
            ),
        ],
        source: "kernel/bpf/verifier.c: check_mem_access, check_map_access_type, may_access_direct_pkt_data",
        messages: &[
            "write into map forbidden",
            "write to change key",
            "cannot write into packet",
            "the prog does not allow writes to packet data",
            "% cannot write into ",
            "R# cannot write into ",
            "only read is supported",
            "only read from * is supported",
            "*() may write into memory pointed by",
        ],
    },
    Rule {
        name: "write-only",
        title: "programs may not read this map",
        why: "The map has the flag BPF_F_WRONLY_PROG, and a lookup returns a pointer that can be read.",
        mends: &[words(
            "leave the flag out, or only update the map from programs",
        )],
        source: "kernel/bpf/verifier.c: check_map_access_type, record_func_map",
        messages: &["read from map forbidden"],
    },
    Rule {
        name: "misaligned",
        title: "this access is not aligned",
        why: "The verifier asks for aligned accesses to its own structures and to the stack on every machine, and to all memory on machines that cannot do others.",
        mends: &[
            words(
                "give the field a place that is a multiple of its size, or read it byte by byte (`encoding/binary`)",
            ),
            words(
                "on the stack, use a variable of the type that is accessed, not a part of a byte array",
            ),
        ],
        source: "kernel/bpf/verifier.c: check_ptr_alignment",
        messages: &["misaligned "],
    },
];
