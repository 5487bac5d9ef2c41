// The twin in C of examples/cgroup-connect/bpf, for `cargo xtask bench`. It needs no headers.
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long long u64;
#define SEC(name) __attribute__((section(name), used))

static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
static u64 (*bpf_get_current_pid_tgid)(void) = (void *)14;
static u64 (*bpf_get_current_uid_gid)(void) = (void *)15;
static long (*bpf_get_current_comm)(void *buf, u32 size) = (void *)16;
static void *(*bpf_ringbuf_reserve)(void *ringbuf, u64 size, u64 flags) = (void *)131;
static void (*bpf_ringbuf_submit)(void *data, u64 flags) = (void *)132;

struct bpf_sock_addr { u32 user_family, user_ip4, user_ip6[4], user_port, family, type, protocol; };
struct network { u32 prefix_length, port, address[4]; };
struct rule { u64 verdict, uses; };
struct denial { u32 pid, uid; u8 comm[16]; u32 port, address[4]; };

struct { int (*type)[11]; int (*max_entries)[1024]; int (*map_flags)[1]; struct network *key; struct rule *value; } rules SEC(".maps");
struct { int (*type)[27]; int (*max_entries)[64 * 1024]; } denials SEC(".maps");
u64 lost;

static inline void report(struct bpf_sock_addr *ctx, const u32 *to)
{
	struct denial *denial = bpf_ringbuf_reserve(&denials, sizeof(*denial), 0);
	if (!denial) {
		__sync_fetch_and_add(&lost, 1);
		return;
	}
	*denial = (struct denial){ .pid = bpf_get_current_pid_tgid() >> 32, .uid = bpf_get_current_uid_gid(), .port = ctx->user_port };
	__builtin_memcpy(denial->address, to, sizeof(denial->address));
	bpf_get_current_comm(denial->comm, sizeof(denial->comm));
	bpf_ringbuf_submit(denial, 0);
}

static inline int decide(struct bpf_sock_addr *ctx, const u32 *to)
{
	struct network key = { .prefix_length = 160, .port = ctx->user_port };
	__builtin_memcpy(key.address, to, sizeof(key.address));
	struct rule *rule = bpf_map_lookup_elem(&rules, &key);
	if (!rule) {
		key.port = 0;
		rule = bpf_map_lookup_elem(&rules, &key);
	}
	if (!rule)
		return 1;
	__sync_fetch_and_add(&rule->uses, 1);
	if (rule->verdict)
		return 1;
	report(ctx, to);
	return 0;
}

SEC("cgroup/connect4") int connect4(struct bpf_sock_addr *ctx)
{
	u32 to[4] = { 0, 0, 0xffff0000, ctx->user_ip4 };
	return decide(ctx, to);
}

SEC("cgroup/connect6") int connect6(struct bpf_sock_addr *ctx)
{
	u32 to[4] = { ctx->user_ip6[0], ctx->user_ip6[1], ctx->user_ip6[2], ctx->user_ip6[3] };
	return decide(ctx, to);
}

char _license[] SEC("license") = "GPL";
