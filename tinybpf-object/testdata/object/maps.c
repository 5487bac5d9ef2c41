// Maps of the kinds that definitions can say, types of the kinds that C has, and CO-RE relocations of all kinds. Made with
// `clang-22 -target bpfel -mcpu=v3 -g -O2 -fdebug-compilation-dir=. -c maps.c -o maps.o`.
typedef unsigned char __u8;
typedef unsigned int __u32;
typedef unsigned long long __u64;
typedef int __s32;
#define SEC(name) __attribute__((section(name), used))
#define __uint(name, val) int(*name)[val]
#define __type(name, val) typeof(val) *name
#define __ulong(name, val) enum { unique_##name = val } name
#define __array(name, val) typeof(val) *name[]
#define CORE __attribute__((preserve_access_index))

static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
static long (*bpf_probe_read_kernel)(void *dst, __u32 size, const void *src) = (void *)113;
static __u64 (*bpf_get_current_task)(void) = (void *)35;

enum verdict { DROP = 1, PASS = 2 };
enum wide { SMALL = -1, LARGE = 0x100000000 };
struct inside {
	__u8 name[16];
	char text[8];
};
union address {
	__u32 v4;
	__u8 v6[16];
};
struct value {
	__u64 count;
	struct inside inside;
	enum verdict verdict;
	enum wide wide;
	union address address;
	struct {
		__u32 a, b;
	} pair;
	__u32 first : 3, second : 7;
	__u8 third : 1;
	_Bool flag;
	void *pointer;
	double number;
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
	__uint(type, 1);
	__uint(max_entries, 128);
	__uint(map_flags, 1);
	__uint(pinning, 1);
	__type(key, port_t);
	__type(value, struct value);
} by_port SEC(".maps");

struct inner {
	__uint(type, 2);
	__uint(max_entries, 4);
	__type(key, __u32);
	__type(value, point_t);
} first SEC(".maps");

struct {
	__uint(type, 12);
	__uint(max_entries, 2);
	__type(key, __u32);
	__array(values, struct inner);
} outer SEC(".maps") = { .values = { [1] = &first } };

struct {
	__uint(type, 30);
	__uint(max_entries, 1000);
	__uint(value_size, 8);
	__ulong(map_extra, 3);
} seen SEC(".maps");

struct {
	__uint(type, 27);
	__uint(max_entries, 4096);
} events SEC(".maps");

struct {
	__uint(type, 3);
	__uint(max_entries, 2);
	__uint(key_size, 4);
	__array(values, int(void *));
} jumps SEC(".maps");

const volatile struct packed config SEC(".rodata.config") = { 1, 2 };
volatile point_t origin = { 3, -4 };
volatile enum verdict verdict;

struct task_struct {
	int pid;
	struct task_struct *parent;
	char comm[16];
	struct {
		int inner;
	};
} CORE;
enum kind { FIRST, SECOND };

SEC("kprobe/do_exit") int on_exit(void *ctx)
{
	struct task_struct *task = (void *)bpf_get_current_task();
	port_t key = 0;
	struct value *value = bpf_map_lookup_elem(&by_port, &key);
	if (!value)
		return 0;
	if (__builtin_preserve_field_info(task->comm, 2))
		bpf_probe_read_kernel(&value->inside.name, 4, &task->parent->comm[2]);
	bpf_probe_read_kernel(&key, 4, &task->inner);
	value->count += __builtin_preserve_type_info(*(struct task_struct *)0, 1);
	value->count += __builtin_preserve_enum_value(*(typeof(enum kind) *)SECOND, 1);
	value->count += config.unaligned + origin.x;
	verdict = value->verdict;
	return key;
}
char _license[] SEC("license") = "Dual BSD/GPL";
