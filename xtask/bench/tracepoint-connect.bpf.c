// The twin in C of examples/tracepoint-connect/bpf, for `cargo xtask bench`. It needs no headers.
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
#define SEC(name) __attribute__((section(name), used))

static u64 (*bpf_get_current_pid_tgid)(void) = (void *)14;
static u64 (*bpf_get_current_uid_gid)(void) = (void *)15;
static long (*bpf_get_current_comm)(void *buf, u32 size) = (void *)16;
static long (*bpf_probe_read_user)(void *dst, u32 size, const void *src) = (void *)112;
static void *(*bpf_ringbuf_reserve)(void *ringbuf, u64 size, u64 flags) = (void *)131;
static void (*bpf_ringbuf_submit)(void *data, u64 flags) = (void *)132;

struct connect_event { u32 pid, uid; u8 comm[16], address[4], port[2], pad[2]; };
struct sys_enter_connect { u8 pad[16]; u64 fd, address, length; };
struct sockaddr_in { u16 family; u8 port[2], address[4]; };

struct { int (*type)[27]; int (*max_entries)[256 * 1024]; } events SEC(".maps");
const volatile u32 only_pid;
u64 lost;

SEC("tracepoint/syscalls/sys_enter_connect") int trace_connect(struct sys_enter_connect *args)
{
	u32 pid = bpf_get_current_pid_tgid() >> 32;
	if (only_pid && pid != only_pid)
		return 0;
	struct sockaddr_in address = {};
	if (bpf_probe_read_user(&address, sizeof(address), (void *)args->address))
		return 0;
	if (address.family != 2)
		return 0;
	struct connect_event *event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (!event) {
		lost++;
		return 0;
	}
	*event = (struct connect_event){ .pid = pid, .uid = bpf_get_current_uid_gid() };
	__builtin_memcpy(event->address, address.address, 4);
	__builtin_memcpy(event->port, address.port, 2);
	bpf_get_current_comm(event->comm, sizeof(event->comm));
	bpf_ringbuf_submit(event, 0);
	return 0;
}

char _license[] SEC("license") = "GPL";
