// The twin in C of xtask/bench/programs/connection-table.
#include "programs/twin.h"
struct xdp_md { u32 data, data_end; };
struct flow { u32 saddr, daddr; u16 sport, dport; u8 proto, pad[3]; };
struct state { u64 packets, bytes, last; u8 state, pad[7]; };
struct eth { u8 dst[6], src[6]; u16 type; };
struct ip { u8 vihl, tos; u16 len, id, frag; u8 ttl, proto; u16 csum; u32 saddr, daddr; };
struct tcp { u16 sport, dport; u32 seq, ack; u8 off, flags; u16 win; };
MAP(flows, 9, 65536, struct flow, struct state);
enum { NEW, SYN, ESTABLISHED, CLOSING };
static u8 next(u8 state, u8 flags) {
	if (flags & 4) return CLOSING;
	if (flags & 1) return CLOSING;
	if (flags & 2) return SYN;
	if (state == SYN && flags & 16) return ESTABLISHED;
	return state;
}
SEC("xdp") int track(struct xdp_md *ctx) {
	void *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
	if (data + 14 > end) return 2;
	struct eth *eth = data;
	if (eth->type != htons(0x800)) return 2;
	struct ip *ip = data + 14;
	if ((void *)(ip + 1) > end) return 2;
	if (ip->vihl != 0x45) return 2;
	if (ip->proto != 6 && ip->proto != 17) return 2;
	struct flow flow = { .saddr = ip->saddr, .daddr = ip->daddr, .proto = ip->proto };
	struct tcp *t = (void *)(ip + 1);
	if ((void *)(t + 1) > end) return 2;
	flow.sport = htons(t->sport); flow.dport = htons(t->dport);
	if (flow.saddr > flow.daddr) {
		u32 a = flow.saddr; flow.saddr = flow.daddr; flow.daddr = a;
		u16 p = flow.sport; flow.sport = flow.dport; flow.dport = p;
	}
	u64 now = ktime();
	struct state *state = lookup(&flows, &flow);
	if (!state) {
		struct state fresh = { .packets = 1, .bytes = htons(ip->len), .last = now };
		if (ip->proto == 6) fresh.state = next(NEW, t->flags);
		update(&flows, &flow, &fresh, 0);
		return 2;
	}
	state->packets++;
	state->bytes += htons(ip->len);
	state->last = now;
	if (ip->proto == 6) {
		state->state = next(state->state, t->flags);
		if (state->state == CLOSING) delete(&flows, &flow);
	}
	return 2;
}
