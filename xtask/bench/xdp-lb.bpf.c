// The twin in C of examples/xdp-lb/bpf, for `cargo xtask bench`. It needs no headers.
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
#define SEC(name) __attribute__((section(name), used))

struct xdp_md { u32 data, data_end, data_meta, ingress_ifindex, rx_queue_index, egress_ifindex; };
static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
static long (*bpf_tail_call)(struct xdp_md *ctx, void *programs, u32 index) = (void *)12;

struct ethernet { u8 destination[6], source[6]; u16 type; };
struct ipv4 { u8 version, tos; u16 length, id, fragment; u8 ttl, protocol; u16 checksum; u32 source, destination; };
struct ports { u16 source, destination; };
struct tcp { struct ports ports; u32 sequence, acknowledgment; u16 flags, window, checksum, urgent; };
struct udp { struct ports ports; u16 length, checksum; };
struct endpoint { u32 address; u16 port, protocol; };
struct table { u16 servers[1024]; };
struct counter { u64 packets, bytes; };

struct { int (*type)[3]; int (*max_entries)[256]; int (*key_size)[4]; int (*value_size)[4]; } protocols SEC(".maps");
struct { int (*type)[1]; int (*max_entries)[64]; struct endpoint *key; struct table *value; } services SEC(".maps");
struct { int (*type)[2]; int (*max_entries)[256]; u32 *key; struct endpoint *value; } servers SEC(".maps");
struct { int (*type)[1]; int (*max_entries)[256]; struct endpoint *key, *value; } origins SEC(".maps");
struct { int (*type)[6]; int (*max_entries)[256]; u32 *key; struct counter *value; } counters SEC(".maps");

static inline void *at(struct xdp_md *ctx, u64 offset, u64 size)
{
	void *start = (void *)(long)ctx->data + offset;
	return start + size > (void *)(long)ctx->data_end ? 0 : start;
}

static inline struct ipv4 *ipv4(struct xdp_md *ctx)
{
	struct ethernet *ethernet = at(ctx, 0, sizeof(*ethernet));
	struct ipv4 *ip = at(ctx, sizeof(*ethernet), sizeof(*ip));
	if (!ethernet || !ip || ethernet->type != 0x0008)
		return 0;
	if (ip->version != 0x45 || ip->fragment & 0xff3f)
		return 0;
	return ip;
}

static inline u64 replaced(u32 before, u32 after)
{
	return (u64)~before + after;
}

static inline u16 apply(u64 change, u16 checksum)
{
	u64 sum = (u64)(u16)~checksum + change;
	sum = (sum & 0xffffffff) + (sum >> 32);
	sum = (sum & 0xffff) + (sum >> 16);
	sum = (sum & 0xffff) + (sum >> 16);
	return ~((sum & 0xffff) + (sum >> 16));
}

static inline u64 rewrite(struct ipv4 *ip, u32 *address, u16 *port, struct endpoint *end)
{
	u64 change = replaced(*address, end->address);
	ip->checksum = apply(change, ip->checksum);
	change += replaced(*port, end->port);
	*address = end->address;
	*port = end->port;
	return change;
}

static inline u64 hash(struct ipv4 *ip, struct ports *ports)
{
	u64 h = (u64)ip->source << 32 | (u64)ports->source << 16 | ports->destination;
	h ^= ip->destination;
	h ^= h >> 33;
	h *= 0xff51afd7ed558ccd;
	h ^= h >> 33;
	h *= 0xc4ceb9fe1a85ec53;
	return h ^ h >> 33;
}

static inline void count(struct xdp_md *ctx, u32 server)
{
	struct counter *counter = bpf_map_lookup_elem(&counters, &server);
	if (counter) {
		counter->packets++;
		counter->bytes += (u32)(ctx->data_end - ctx->data);
	}
}

// clang would keep one copy for both programs, which is smaller and slower.
static inline __attribute__((always_inline)) int balance(struct xdp_md *ctx, struct ipv4 *ip, struct ports *ports, u64 *change)
{
	struct endpoint to = { ip->destination, ports->destination, ip->protocol };
	struct table *table = bpf_map_lookup_elem(&services, &to);
	if (table) {
		u32 number = table->servers[hash(ip, ports) % 1024];
		struct endpoint *server = bpf_map_lookup_elem(&servers, &number);
		if (!server)
			return 0;
		count(ctx, number);
		*change = rewrite(ip, &ip->destination, &ports->destination, server);
		return 1;
	}
	struct endpoint from = { ip->source, ports->source, ip->protocol };
	struct endpoint *service = bpf_map_lookup_elem(&origins, &from);
	if (!service)
		return 0;
	*change = rewrite(ip, &ip->source, &ports->source, service);
	return 1;
}

SEC("xdp") int xdp_lb(struct xdp_md *ctx)
{
	struct ipv4 *ip = ipv4(ctx);
	if (ip)
		bpf_tail_call(ctx, &protocols, ip->protocol);
	return 2;
}

SEC("xdp") int balance_tcp(struct xdp_md *ctx)
{
	struct ipv4 *ip = ipv4(ctx);
	struct tcp *tcp = at(ctx, 34, sizeof(*tcp));
	u64 change;
	if (!ip || !tcp)
		return 2;
	if (balance(ctx, ip, &tcp->ports, &change))
		tcp->checksum = apply(change, tcp->checksum);
	return 2;
}

SEC("xdp") int balance_udp(struct xdp_md *ctx)
{
	struct ipv4 *ip = ipv4(ctx);
	struct udp *udp = at(ctx, 34, sizeof(*udp));
	u64 change;
	if (!ip || !udp)
		return 2;
	if (balance(ctx, ip, &udp->ports, &change) && udp->checksum) {
		udp->checksum = apply(change, udp->checksum);
		if (!udp->checksum)
			udp->checksum = 0xffff;
	}
	return 2;
}

char _license[] SEC("license") = "GPL";
