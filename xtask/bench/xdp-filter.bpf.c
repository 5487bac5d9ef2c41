// The twin in C of examples/xdp-filter/bpf, for `cargo xtask bench`. It needs no headers.
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
#define SEC(name) __attribute__((section(name), used))

static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;

struct xdp_md { u32 data, data_end, data_meta, ingress_ifindex, rx_queue_index, egress_ifindex; };
struct ethernet { u8 destination[6], source[6]; u16 type; };
struct ipv4 { u8 version, tos; u16 length, id, fragment; u8 ttl, protocol; u16 checksum; u8 source[4], destination[4]; };
struct counter { u64 packets, bytes; };

struct { int (*type)[1]; int (*max_entries)[1024]; u8 (*key)[4]; u64 *value; } blocklist SEC(".maps");
struct { int (*type)[6]; int (*max_entries)[5]; u32 *key; struct counter *value; } counters SEC(".maps");

static inline int is_blocked(struct xdp_md *ctx)
{
	void *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
	struct ethernet *eth = data;
	struct ipv4 *ip = data + sizeof(*eth);
	if ((void *)(ip + 1) > end)
		return 0;
	if (eth->type != 0x0008)
		return 0;
	u8 source[4];
	__builtin_memcpy(source, ip->source, 4);
	u64 *dropped = bpf_map_lookup_elem(&blocklist, source);
	if (!dropped)
		return 0;
	*dropped += 1;
	return 1;
}

SEC("xdp") int xdp_filter(struct xdp_md *ctx)
{
	u32 verdict = is_blocked(ctx) ? 1 : 2;
	struct counter *counter = bpf_map_lookup_elem(&counters, &verdict);
	if (counter) {
		counter->packets++;
		counter->bytes += (u32)(ctx->data_end - ctx->data);
	}
	return verdict;
}

char _license[] SEC("license") = "GPL";
