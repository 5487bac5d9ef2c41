// Reserves a record and has Go compute what goes into it.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include "../../calls/c/calls.h"

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096);
} records SEC(".maps");

__u64 share(__u64 whole, __u64 parts);

SEC("xdp")
int record(struct xdp_md *ctx)
{
	void *end = (void *)(long)ctx->data_end;
	struct call *call = (void *)(long)ctx->data;
	__u64 *record;

	if ((void *)(call + 1) > end)
		return XDP_DROP;
	record = bpf_ringbuf_reserve(&records, sizeof(*record), 0);
	if (!record)
		return XDP_TX;
	*record = share(call->a, call->b);
	call->results[0] = *record;
	bpf_ringbuf_submit(record, 0);
	return XDP_PASS;
}

char _license[] SEC("license") = "GPL";
