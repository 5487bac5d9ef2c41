// The twin in C of xtask/bench/programs/dns-names.
#include "programs/twin.h"
struct xdp_md { u32 data, data_end; };
struct eth { u8 dst[6], src[6]; u16 type; };
struct ip { u8 vihl, tos; u16 len, id, frag; u8 ttl, proto; u16 csum; u32 saddr, daddr; };
struct udp { u16 source, dest, len, check; };
struct dnshdr { u16 id, flags, qd, an, ns, ar; };
struct query { u32 source; u16 type; u8 length, pad; u8 name[32]; };
RING(queries, 1 << 16);
struct name { u8 n[32]; };
MAP(blocked, 1, 1024, struct name, u8);
SEC("xdp") int dns(struct xdp_md *ctx) {
	void *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
	u8 *at = data + 14 + 20 + 8 + 12;
	if ((void *)at > end) return 2;
	struct eth *eth = data; struct ip *ip = data + 14; struct udp *u = data + 34; struct dnshdr *h = data + 42;
	if (eth->type != htons(0x800) || ip->proto != 17 || htons(u->dest) != 53) return 2;
	if (htons(h->flags) & 0x8000 || htons(h->qd) != 1) return 2;
	u8 name[32] = {};
	int length = 0;
	for (int i = 0; i < 32; i++) {
		if ((void *)(at + i + 1) > end) return 2;
		u8 c = at[i];
		if (!c) break;
		if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
		name[i] = c; length = i + 1;
	}
	if (lookup(&blocked, name)) return 1;
	struct query *q = reserve(&queries, sizeof *q, 0);
	if (!q) return 2;
	q->source = ip->saddr; q->type = 1; q->length = length;
	__builtin_memcpy(q->name, name, 32);
	submit(q, 0);
	return 2;
}
