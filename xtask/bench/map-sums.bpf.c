// The twin in C of xtask/bench/programs/map-sums.
#include "programs/twin.h"
struct sum { u64 total, largest, count; u32 key; };
struct result { u64 total, largest, count, square; };
MAP(counters, 1, 1024, u32, u64);
MAP(results, 2, 1, u32, struct result);
static long add(void *map, u32 *key, u64 *value, struct sum *s) {
	s->total += *value; s->count++;
	if (*value > s->largest) { s->largest = *value; s->key = *key; }
	return 0;
}
static long square(u32 i, u64 *s) { *s += (u64)i * i; return *s > 100000; }
SEC("tracepoint/sched/sched_switch") int summarise(void *ctx) {
	struct sum s = {};
	for_each(&counters, add, &s, 0);
	u64 squares = 0;
	loop(100, square, &squares, 0);
	u32 key = 0;
	struct result *r = lookup(&results, &key);
	if (!r) return 0;
	*r = (struct result){ s.total, s.largest, s.count, squares };
	return 0;
}
