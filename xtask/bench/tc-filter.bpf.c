// The twin in C of examples/tc-filter/bpf, for `cargo xtask bench`. It needs no headers.
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
#define SEC(name) __attribute__((section(name), used))

static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
struct sk_buff { u32 length, type, mark, queue_map, ether_type; };
static long (*bpf_skb_load_bytes)(struct sk_buff *skb, u32 offset, void *to, u32 length) = (void *)26;

struct ipv4 { u8 version, tos; u16 length, id, fragment; u8 ttl, protocol; u16 checksum; u8 source[4], destination[4]; };
struct ipv6 { u32 version; u16 length; u8 next, limit, source[16], destination[16]; };
struct ports { u16 source, destination; };
struct port { u16 number; u8 protocol, direction; };
struct counter { u64 packets, bytes; };

struct { int (*type)[1]; int (*max_entries)[1024]; struct port *key; struct counter *value; } closed SEC(".maps");

static inline u8 transport(struct sk_buff *skb, u32 *offset)
{
	if (skb->ether_type == 0x0008) {
		struct ipv4 ip = {};
		if (bpf_skb_load_bytes(skb, 14, &ip, sizeof(ip)))
			return 0;
		if (ip.fragment & 0xff1f)
			return 0;
		*offset = 14 + 4 * (ip.version & 0xf);
		return ip.protocol;
	}
	if (skb->ether_type == 0xdd86) {
		struct ipv6 ip = {};
		if (bpf_skb_load_bytes(skb, 14, &ip, sizeof(ip)))
			return 0;
		*offset = 14 + sizeof(ip);
		return ip.next;
	}
	return 0;
}

static int filter(struct sk_buff *skb, u8 direction)
{
	u32 offset = 0;
	u8 protocol = transport(skb, &offset);
	if (protocol != 6 && protocol != 17)
		return -1;
	struct ports header = {};
	if (bpf_skb_load_bytes(skb, offset, &header, sizeof(header)))
		return -1;
	struct port port = { header.destination, protocol, direction };
	struct counter *counter = bpf_map_lookup_elem(&closed, &port);
	if (!counter)
		return -1;
	__sync_fetch_and_add(&counter->packets, 1);
	__sync_fetch_and_add(&counter->bytes, skb->length);
	return 2;
}

SEC("classifier") int filter_ingress(struct sk_buff *skb)
{
	return filter(skb, 0);
}

SEC("classifier") int filter_egress(struct sk_buff *skb)
{
	return filter(skb, 1);
}

char _license[] SEC("license") = "GPL";
