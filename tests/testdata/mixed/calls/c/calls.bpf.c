// The C side: what Go calls, what calls Go, and a program of its own.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include "calls.h"

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__type(key, __u32);
	__type(value, struct pair);
	__uint(max_entries, 16);
} pairs SEC(".maps");

extern char seen[];
extern __u64 total;

__u64 steps = 1;
__u16 table[4] = {10, 20, 30, 40};
const volatile __u32 offset = 5;
static __u64 calls;

__u64 go_divide(__u64 a, __u64 b);
signed char go_narrow(signed char n);
_Bool go_bool(__u32 n);
void go_note(__u32 key);

// Go relies on none of the bits above the eight, and neither side may get some.
signed char narrow(signed char n, unsigned short wide)
{
	return n + (signed char)(wide >> 8);
}

_Bool is_odd(unsigned int n)
{
	return n & 1;
}

__u64 sum(struct pair *p)
{
	__u64 sum = p->low + p->high;

	p->low = 77;
	return sum + offset;
}

void bump(unsigned int by)
{
	steps += by;
}

long many(long a, long b, long c, long d, long e)
{
	return a + 2 * b + 3 * c + 4 * d + 5 * e;
}

static __noinline __u64 count(__u64 n)
{
	calls += n;
	return calls;
}

static __u64 again(__u64 operation, __u64 a, __u64 b)
{
	__u32 key = a;
	struct pair *pair;
	__u64 *note;

	switch (operation) {
	case 6:
		return go_divide(a, b) + 1;
	case 7:
		return go_narrow(a);
	case 8:
		return go_bool(a) ? 1000 : 2000;
	case 9:
		go_note(key);
		note = bpf_map_lookup_elem(&seen, &key);
		return note ? *note : 0;
	case 10:
		pair = bpf_map_lookup_elem(&pairs, &key);
		total += pair ? pair->high : 0;
		return total;
	}
	return count(1);
}

__u64 through(__u64 operation, __u64 a, __u64 b)
{
	return again(operation, a, b);
}

SEC("xdp")
int c_calls(struct xdp_md *ctx)
{
	void *end = (void *)(long)ctx->data_end;
	struct call *call = (void *)(long)ctx->data;

	if ((void *)(call + 1) > end)
		return XDP_DROP;
	call->results[0] = again(call->operation, call->a, call->b);
	call->results[1] = count(0);
	return XDP_PASS;
}

char _license[] SEC("license") = "GPL";
