// The twin in C of examples/kprobe-open/bpf, for `cargo xtask bench`. It needs no headers.
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long long u64;
#define SEC(name) __attribute__((section(name), used))
#define CORE __attribute__((preserve_access_index))

static u64 (*bpf_get_current_pid_tgid)(void) = (void *)14;
static u64 (*bpf_get_current_uid_gid)(void) = (void *)15;
static long (*bpf_get_current_comm)(void *buf, u32 size) = (void *)16;
static long (*bpf_probe_read_kernel)(void *dst, u32 size, const void *src) = (void *)113;
static long (*bpf_probe_read_user_str)(void *dst, u32 size, const void *src) = (void *)114;
static void *(*bpf_ringbuf_reserve)(void *ringbuf, u64 size, u64 flags) = (void *)131;
static void (*bpf_ringbuf_submit)(void *data, u64 flags) = (void *)132;

struct pt_regs___x86 { u64 di, si, dx; } CORE;
struct pt_regs___arm64 { u64 regs[31]; } CORE;
struct open_how { u64 flags; } CORE;
struct open_event { u32 pid, uid; u64 flags; u8 comm[16], path[200]; };

struct { int (*type)[27]; int (*max_entries)[256 * 1024]; } events SEC(".maps");
const volatile u32 only_pid;

static inline u64 read(const void *from)
{
	u64 value = 0;
	bpf_probe_read_kernel(&value, sizeof(value), from);
	return value;
}

// A register, in place; the compiler must not merge the reads of the two views.
static inline u64 reg(const u64 *from)
{
	return *(const volatile u64 *)from;
}

SEC("kprobe/do_sys_openat2") int trace_open(void *registers)
{
	u32 pid = bpf_get_current_pid_tgid() >> 32;
	if (only_pid && pid != only_pid)
		return 0;
	struct pt_regs___x86 *x86 = registers;
	struct pt_regs___arm64 *arm64 = registers;
	u64 arguments[3];
	if (__builtin_preserve_field_info(x86->di, 2)) {
		arguments[0] = reg(&x86->di);
		arguments[1] = reg(&x86->si);
		arguments[2] = reg(&x86->dx);
	} else {
		arguments[0] = reg(&arm64->regs[0]);
		arguments[1] = reg(&arm64->regs[1]);
		arguments[2] = reg(&arm64->regs[2]);
	}
	struct open_how *how = (void *)arguments[2];
	u64 flags = read(&how->flags);
	struct open_event *event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (!event)
		return 0;
	event->pid = pid;
	event->uid = bpf_get_current_uid_gid();
	event->flags = flags;
	bpf_get_current_comm(event->comm, sizeof(event->comm));
	event->path[0] = 0;
	bpf_probe_read_user_str(event->path, sizeof(event->path), (void *)arguments[1]);
	bpf_ringbuf_submit(event, 0);
	return 0;
}

char _license[] SEC("license") = "GPL";
