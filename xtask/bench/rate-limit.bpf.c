// The twin in C of xtask/bench/programs/rate-limit.
#include "programs/twin.h"
struct xdp_md { u32 data, data_end; };
struct bucket { s64 tokens; u64 last; };
struct eth { u8 dst[6], src[6]; u16 type; };
struct ip { u8 vihl, tos; u16 len, id, frag; u8 ttl, proto; u16 csum; u32 saddr, daddr; };
MAP(buckets, 9, 1 << 16, u32, struct bucket);
volatile u64 rate = 100;
volatile s64 burst = 1000;
SEC("xdp") int limit(struct xdp_md *ctx) {
	void *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
	if (data + 34 > end) return 2;
	struct eth *eth = data;
	if (eth->type != htons(0x800)) return 2;
	struct ip *ip = data + 14;
	u32 source = ip->saddr;
	u64 now = ktime();
	struct bucket *b = lookup(&buckets, &source);
	if (!b) {
		struct bucket fresh = { burst - 1, now };
		update(&buckets, &source, &fresh, 1);
		return 2;
	}
	u64 elapsed = (now - b->last) / 1000000;
	if (elapsed > 0) {
		b->tokens += elapsed * rate / 1000;
		if (b->tokens > burst) b->tokens = burst;
		b->last = now;
	}
	if (b->tokens <= 0) return 1;
	b->tokens--;
	return 2;
}
