// The twin in C of examples/fentry-open/bpf, for `cargo xtask bench`. It needs no headers.
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long long u64;
#define SEC(name) __attribute__((section(name), used))

static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
static long (*bpf_map_update_elem)(void *map, const void *key, const void *value, u64 flags) = (void *)2;
static long (*bpf_map_delete_elem)(void *map, const void *key) = (void *)3;
static u64 (*bpf_ktime_get_ns)(void) = (void *)5;
static u64 (*bpf_get_current_pid_tgid)(void) = (void *)14;
static u64 (*bpf_get_current_uid_gid)(void) = (void *)15;
static long (*bpf_get_current_comm)(void *buf, u32 size) = (void *)16;
static long (*bpf_probe_read_user_str)(void *dst, u32 size, const void *src) = (void *)114;
static void *(*bpf_ringbuf_reserve)(void *ringbuf, u64 size, u64 flags) = (void *)131;
static void (*bpf_ringbuf_submit)(void *data, u64 flags) = (void *)132;

struct open_how { u64 flags, mode, resolve; };
struct open_args { long directory; const void *path; struct open_how *how; long result; };
struct open_event { u32 pid, uid; u64 nanoseconds, flags; int result; u8 pad[4], comm[16], path[200]; };

struct { int (*type)[9]; int (*max_entries)[4096]; u64 *key, *value; } started SEC(".maps");
struct { int (*type)[27]; int (*max_entries)[256 * 1024]; } events SEC(".maps");
const volatile u32 only_pid;

SEC("fentry/do_sys_openat2") int open_begins(struct open_args *args)
{
	u64 thread = bpf_get_current_pid_tgid();
	if (only_pid && thread >> 32 != only_pid)
		return 0;
	u64 now = bpf_ktime_get_ns();
	bpf_map_update_elem(&started, &thread, &now, 0);
	return 0;
}

SEC("fexit/do_sys_openat2") int open_ends(struct open_args *args)
{
	u64 thread = bpf_get_current_pid_tgid();
	u64 *start = bpf_map_lookup_elem(&started, &thread);
	if (!start)
		return 0;
	u64 nanoseconds = bpf_ktime_get_ns() - *start;
	bpf_map_delete_elem(&started, &thread);
	struct open_event *event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (!event)
		return 0;
	event->pid = thread >> 32;
	event->uid = bpf_get_current_uid_gid();
	event->nanoseconds = nanoseconds;
	event->flags = args->how->flags;
	event->result = args->result;
	bpf_get_current_comm(event->comm, sizeof(event->comm));
	bpf_probe_read_user_str(event->path, sizeof(event->path), args->path);
	bpf_ringbuf_submit(event, 0);
	return 0;
}

char _license[] SEC("license") = "GPL";
