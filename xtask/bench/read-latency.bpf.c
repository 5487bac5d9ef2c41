// The twin in C of xtask/bench/programs/read-latency.
#include "programs/twin.h"
struct hist { u64 slots[32]; };
MAP(starts, 1, 1024, u32, u64);
MAP(histograms, 1, 256, u32, struct hist);
SEC("kprobe/vfs_read") int vfs_read(void *ctx) {
	u32 tid = pidtgid(); u64 now = ktime();
	update(&starts, &tid, &now, 0);
	return 0;
}
static u32 log2_32(u32 v) { u32 r, s;
	r = (v > 0xffff) << 4; v >>= r; s = (v > 0xff) << 3; v >>= s; r |= s; s = (v > 0xf) << 2; v >>= s; r |= s; s = (v > 3) << 1; v >>= s; r |= s; r |= (v >> 1); return r; }
static u32 log2_64(u64 v) { u32 hi = v >> 32; return hi ? log2_32(hi) + 32 : log2_32(v); }
SEC("kretprobe/vfs_read") int vfs_read_ret(void *ctx) {
	u64 id = pidtgid(); u32 tid = id;
	u64 *start = lookup(&starts, &tid);
	if (!start) return 0;
	u64 delta = (ktime() - *start) / 1000;
	delete(&starts, &tid);
	u32 pid = id >> 32;
	struct hist *h = lookup(&histograms, &pid);
	if (!h) return 0;
	u32 slot = log2_64(delta);
	if (slot >= 32) slot = 31;
	__sync_fetch_and_add(&h->slots[slot], 1);
	return 0;
}
