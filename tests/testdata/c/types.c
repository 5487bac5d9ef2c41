// An object as clang makes it of C, for `generate`: types of all kinds in maps and variables. Made with
// `clang-22 -target bpfel -mcpu=v3 -g -O2 -fdebug-compilation-dir=. -c types.c -o types.o`.
typedef unsigned char __u8;
typedef unsigned short __u16;
typedef unsigned int __u32;
typedef unsigned long long __u64;
typedef int __s32;
#define SEC(name) __attribute__((section(name), used))
#define __uint(name, val) int(*name)[val]
#define __type(name, val) typeof(val) *name

static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;

enum verdict { VERDICT_DROP = 1, VERDICT_PASS = 2 };
enum wide { SMALL = -1, LARGE = 0x100000000 };
union address {
	__u32 v4;
	__u64 v6[2];
};
struct flow {
	__u64 packets;
	char name[8];
	enum verdict verdict;
	enum wide wide;
	union address address;
	struct {
		__u16 low, high;
	} ports;
	__u32 first : 3, second : 7;
	_Bool seen;
	__u8 last;
};
struct __attribute__((packed)) packed {
	__u8 tag;
	__u64 unaligned;
};
typedef struct {
	__s32 x, y;
} point_t;
typedef __u32 port_t;

struct {
	__uint(type, 2);
	__uint(max_entries, 2);
	__type(key, port_t);
	__type(value, struct flow);
} flows SEC(".maps");

const volatile struct packed config SEC(".rodata") = { 1, 2 };
volatile point_t origin = { 3, -4 };
volatile enum verdict verdict = VERDICT_PASS;
volatile enum wide extreme;

struct xdp_md {
	__u32 data, data_end;
};

SEC("xdp") int classify(struct xdp_md *ctx)
{
	port_t key = 1;
	struct flow *flow = bpf_map_lookup_elem(&flows, &key);
	if (!flow)
		return 0;
	flow->packets += config.unaligned;
	flow->name[0] = 'x';
	flow->verdict = verdict;
	flow->wide = SMALL;
	flow->address.v6[1] = 6;
	flow->ports.high = 443;
	flow->second = 5;
	flow->seen = 1;
	flow->last = config.tag;
	origin.x += 10;
	extreme = LARGE;
	return verdict;
}
char _license[] SEC("license") = "Dual BSD/GPL";
