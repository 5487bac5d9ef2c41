// The twin in C of xtask/bench/programs/ipv6-rules.
#include "programs/twin.h"
static u32 (*hash)(void *ctx) = (void *)34;
struct skb { u32 len, pkt_type, mark, queue, protocol, vp, vt, vpr, prio, iif, ifi, tci, cb[5], hash, cls, data, data_end; };
struct ip6 { u32 flow; u16 len; u8 next, hops, src[16], dst[16]; };
struct prefix { u32 bits; u8 addr[16]; };
struct rule { u32 action, mark; u64 packets, bytes; };
struct { int (*type)[11]; int (*max_entries)[1024]; int (*map_flags)[1]; struct prefix *key; struct rule *value; } rules SEC(".maps");
SEC("classifier") int classify(struct skb *ctx) {
	void *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
	if (ctx->protocol != 0xdd86 || data + 54 > end) return -1;
	struct ip6 *ip = data + 14;
	if (!__builtin_memcmp(ip->src, ip->dst, 16)) return 2;
	struct prefix p = { 128 };
	__builtin_memcpy(p.addr, ip->src, 16);
	struct rule *r = lookup(&rules, &p);
	if (!r) return -1;
	__sync_fetch_and_add(&r->packets, 1);
	__sync_fetch_and_add(&r->bytes, ctx->len);
	ctx->mark = r->mark;
	switch (r->action) {
	case 0: return 0;
	case 1: return 2;
	case 2: if (hash(ctx) % 100 < 10) return 2;
	}
	return -1;
}
