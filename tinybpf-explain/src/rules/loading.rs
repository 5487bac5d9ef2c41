//! What stops the kernel from loading before its verifier says anything. Loaders tell of it in their own words.

use super::{Rule, words};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "no-kernel-btf",
        title: "the kernel has no BTF",
        why: "Programs in `fentry`, `lsm`, `tp_btf`, `iter`, kfuncs and CO-RE views need the types of the running kernel, in /sys/kernel/btf/vmlinux.",
        mends: &[
            words(
                "use a kernel that is built with CONFIG_DEBUG_INFO_BTF=y, as those of the distributions are since about 2021",
            ),
            words("or give the loader the types of that kernel in a file (`EbpfLoader::btf`)"),
        ],
        source: "kernel/bpf/btf.c: btf_parse_vmlinux",
        messages: &[
            "*kernel BTF is missing",
            "*failed to find valid kernel BTF",
            "*/sys/kernel/btf/vmlinux*",
            "*Kernel BTF*not found",
            "*kernel is missing BTF",
        ],
    },
    Rule {
        name: "no-attach-target",
        title: "the kernel has nothing of the name that the program is to attach to",
        why: "For programs in `fentry`, `lsm`, `tp_btf`, `iter` and `struct_ops` the loader looks up the target in the kernel's BTF.",
        mends: &[
            words(
                "look for the name in this kernel: `bpftool btf dump file /sys/kernel/btf/vmlinux | grep NAME`",
            ),
            words("functions of modules are there once the module is loaded"),
        ],
        source: "tools/lib/bpf/libbpf.c: libbpf_find_attach_btf_id",
        messages: &[
            "*failed to find kernel BTF type ID of",
            "*is not found in vmlinux BTF",
            "*type name `*` not found",
            "*BTF type *not found",
            "*failed to find attach",
            "*unknown type `*`",
            "*couldn't find BTF type",
        ],
    },
    Rule {
        name: "no-kernel-symbol",
        title: "the running kernel has no such kfunc or variable",
        why: "Kfuncs and variables of the kernel come with its versions and modules. The loader looks for their names in the kernel's BTF, and gives up where one is not there that the program cannot do without.",
        mends: &[
            words(
                "look for the name in this kernel: `bpftool btf dump file /sys/kernel/btf/vmlinux | grep NAME`",
            ),
            words(
                "load the module that has it, or use a newer kernel: `Builder::min_kernel` says at the Go line what needs more",
            ),
            words(
                "ask with `bpfKsymExists` whether it is there: the program is then loaded also where it is not",
            ),
        ],
        source: "tools/lib/bpf/libbpf.c: bpf_object__resolve_ksyms_btf_id",
        messages: &[
            "*extern (func ksym) '*': not found in kernel",
            "*extern (var ksym) '*': not found in kernel",
            "*extern '*' (strong): not resolved",
        ],
    },
    Rule {
        name: "memory-lock",
        title: "the kernel refuses this for want of rights, or an old one for its limit of locked memory",
        why: "It answers the same to both, and loaders then guess at the limit. Since Linux 5.11 BPF memory is no longer counted as locked memory: there it is about rights, or the kernel takes no such program from anybody.",
        mends: &[
            words(
                "run the loader as root, or give its file the rights: `setcap cap_bpf,cap_perfmon,cap_net_admin+ep FILE`; look at lockdown, too: `cat /sys/kernel/security/lockdown`",
            ),
            words(
                "before Linux 5.11 raise the limit before loading: `ulimit -l unlimited`, or setrlimit(RLIMIT_MEMLOCK, RLIM_INFINITY) in the loader; `LimitMEMLOCK=infinity` for a systemd service",
            ),
        ],
        source: "kernel/bpf/syscall.c: bpf_charge_memlock (to 5.10)",
        messages: &["*RLIMIT_MEMLOCK", "*ulimit -l", "*MEMLOCK"],
    },
    Rule {
        name: "permission",
        title: "the process may not load BPF programs",
        why: "Loading takes CAP_BPF, and CAP_PERFMON for tracing, CAP_NET_ADMIN for packets and cgroups; in a container these are often missing. A kernel in lockdown (as with Secure Boot) refuses programs that read its memory even to root, and old kernels say the same when RLIMIT_MEMLOCK is too low.",
        mends: &[
            words(
                "run the loader as root, or give its file the rights: `setcap cap_bpf,cap_perfmon,cap_net_admin+ep FILE`; for a container `--cap-add BPF --cap-add PERFMON --cap-add NET_ADMIN`",
            ),
            words(
                "`cat /sys/kernel/security/lockdown`: with `[confidentiality]` tracing programs cannot read kernel memory; `[integrity]` or `[none]` lets them",
            ),
            words("on kernels before 5.11 also `ulimit -l unlimited`"),
        ],
        source: "kernel/bpf/syscall.c: bpf_prog_load",
        messages: &["*Operation not permitted", "*-EPERM", "*os error 1)"],
    },
    Rule {
        name: "unknown-map",
        title: "a map cannot be created",
        why: "The kernel does not know the map's type or a flag of it, or its sizes are not what this type takes.",
        mends: &[
            words(
                "look at the kernel that the type came with (docs/src/kernels.md, `Builder::min_kernel`)",
            ),
            words(
                "the sizes: keys of arrays have 4 bytes, ring buffers a power of two of whole pages",
            ),
        ],
        source: "kernel/bpf/syscall.c: map_create",
        messages: &[
            "*failed to create map",
            "*Error in bpf_create_map",
            "*bpf_map_create*",
        ],
    },
    Rule {
        name: "unknown-section",
        title: "the loader does not know the section of a program",
        why: "aya and libbpf know different sections; the compiler warns of it.",
        mends: &[words(
            "load the object with libbpf-rs, which knows all sections; or choose another section",
        )],
        source: "tools/lib/bpf/libbpf.c: section_defs",
        messages: &[
            "*invalid program section",
            "*missing BPF prog type, check ELF section",
        ],
    },
    Rule {
        name: "too-large-log",
        title: "the log did not fit into the loader's buffer",
        why: "The kernel gives up when the log is longer than the buffer, and that is all the loader learns.",
        mends: &[
            words("load with a lower log level, or a larger buffer"),
            words("a long log often comes from a loop with too many rounds"),
        ],
        source: "kernel/bpf/log.c: bpf_vlog_finalize",
        messages: &["*No space left on device", "*-ENOSPC"],
    },
    Rule {
        name: "too-large",
        title: "the program is too large for this kernel, or uses too many maps",
        why: "The kernel takes a program of a million instructions at most, and of 4096 without CAP_BPF. It may use 64 maps, and older kernels refuse more without a word.",
        mends: &[
            words("put several values into one map, keyed by what they are for"),
            words(
                "split the program by tail calls, or move parts into functions that are not inlined",
            ),
        ],
        source: "kernel/bpf/syscall.c: bpf_prog_load; kernel/bpf/verifier.c: resolve_pseudo_ldimm64",
        messages: &["*Argument list too long", "*-E2BIG", "*os error 7)"],
    },
    Rule {
        name: "not-supported",
        title: "the kernel does not take such a program at all",
        why: "It does not know the program's type, its attach type or a flag of loading, or lacks the part of the kernel that runs it.",
        mends: &[
            words(
                "look at the kernel that the program type came with (docs/src/kernels.md), and at what the kernel is built with: `zgrep BPF /proc/config.gz`",
            ),
            words("`Builder::min_kernel` says at the Go line what a kernel is too old for"),
        ],
        source: "kernel/bpf/syscall.c: bpf_prog_load",
        messages: &[
            "*Invalid argument",
            "*-EINVAL",
            "*Operation not supported",
            "*-ENOTSUPP",
            "*-EOPNOTSUPP",
            "*os error 524",
            "*Function not implemented",
        ],
    },
];
