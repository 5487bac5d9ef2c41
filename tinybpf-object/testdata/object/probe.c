// The object that most tests of `object` read: two programs, a map, data of three kinds, static and global subprograms
// and a callback. Made with `clang-22 -target bpfel -mcpu=v3 -g -O2 -c probe.c -o probe.o`
// (and -target bpfeb for probe.eb.o).
typedef unsigned int __u32;
typedef unsigned long long __u64;
#define SEC(name) __attribute__((section(name), used))
#define __uint(name, val) int(*name)[val]
#define __type(name, val) typeof(val) *name

static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
static long (*bpf_loop)(__u32 n, void *cb, void *ctx, __u64 flags) = (void *)181;

struct stats {
	__u64 packets;
	__u32 last[2];
};

struct {
	__uint(type, 1);
	__uint(max_entries, 16);
	__type(key, __u32);
	__type(value, struct stats);
} counts SEC(".maps");

const volatile __u32 limit SEC(".rodata") = 7;
__u64 seen = 3;
char tag[6];

static __attribute__((noinline)) int visit(__u32 i, __u64 *sum)
{
	*sum += i;
	return 0;
}

__attribute__((noinline)) int total(__u32 n)
{
	__u64 sum = 0;
	bpf_loop(n, visit, &sum, 0);
	return (int)sum;
}

static __attribute__((noinline)) void bump(__u32 key)
{
	struct stats *s = bpf_map_lookup_elem(&counts, &key);
	if (s) {
		s->packets++;
		s->last[0] = limit;
	}
}

SEC("xdp") int count_packets(void *ctx)
{
	bump(1);
	seen++;
	return total(limit) ? 2 : 1;
}

SEC("tracepoint/syscalls/sys_enter_connect") int on_connect(void *ctx)
{
	bump(2);
	tag[1] = 'x';
	return 0;
}

char _license[] SEC("license") = "GPL";
