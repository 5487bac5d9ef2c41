// The twin in C of xtask/bench/programs/tcp-states.
#include "programs/twin.h"
static long (*setsockopt)(void *ctx, int level, int name, void *value, int size) = (void *)49;
static long (*cbflags)(void *ctx, int flags) = (void *)59;
struct sock_ops { u32 op, args[4], family, remote_ip4, local_ip4, remote_ip6[4], local_ip6[4], remote_port, local_port, is_fullsock, snd_cwnd, srtt_us, flags, state; };
struct key { u32 rip, lip; u16 rport, lport; };
struct stats { u64 opened, closed, rtt; u32 largest, pad; };
MAP(stats, 9, 4096, struct key, struct stats);
SEC("sockops") int watch(struct sock_ops *ctx) {
	if (ctx->family != 2) return 1;
	struct key key = { ctx->remote_ip4, ctx->local_ip4, ctx->remote_port >> 16, ctx->local_port };
	struct stats *s;
	switch (ctx->op) {
	case 4: case 5: {
		int size = 1 << 20;
		setsockopt(ctx, 1, 7, &size, 4);
		cbflags(ctx, 1 << 2 | 1 << 3);
		struct stats fresh = { .opened = ktime() };
		update(&stats, &key, &fresh, 0);
		break; }
	case 10:
		if (ctx->args[1] != 7) return 1;
		s = lookup(&stats, &key);
		if (s) s->closed = ktime();
		break;
	case 12: {
		s = lookup(&stats, &key);
		if (!s) return 1;
		u32 rtt = ctx->srtt_us >> 3;
		s->rtt += rtt;
		if (rtt > s->largest) s->largest = rtt;
		break; }
	}
	return 1;
}
