// The twin in C of xtask/bench/programs/stack-counts.
#include "programs/twin.h"
static long (*stackid)(void *ctx, void *map, u64 flags) = (void *)27;
struct key { u32 pid; s32 user, kernel; u8 comm[16]; };
struct stack { u64 ip[127]; };
MAP(stacks, 7, 10240, u32, struct stack);
MAP(counts, 1, 10240, struct key, u64);
SEC("perf_event") int sample(void *ctx) {
	u32 pid = pidtgid() >> 32;
	if (!pid) return 0;
	struct key key = { .pid = pid };
	get_comm(key.comm, 16);
	key.user = stackid(ctx, &stacks, 1 << 8);
	key.kernel = stackid(ctx, &stacks, 0);
	u64 *count = lookup(&counts, &key), one = 1;
	if (count) { *count += 1; return 0; }
	update(&counts, &key, &one, 1);
	return 0;
}
