// What `verify` has to find. Made with
// `clang-22 -target bpfel -mcpu=v3 -g -O2 -mllvm -bpf-stack-size=1024 -fdebug-compilation-dir=. -c wrong.c -o wrong.o`.
typedef unsigned int __u32;
#define SEC(name) __attribute__((section(name), used))
#define __uint(name, val) int(*name)[val]
#define __type(name, val) typeof(val) *name

static long (*bpf_copy_from_user)(void *dst, __u32 size, const void *src) = (void *)148;
static long (*bpf_probe_read_kernel)(void *dst, __u32 size, const void *src) = (void *)113;
static __u32 (*bpf_get_prandom_u32)(void) = (void *)7;
static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
static int (*bpf_redirect_map)(void *map, __u32 key, long flags) = (void *)51;
extern void *bpf_task_from_pidd(int pid) __attribute__((section(".ksyms")));

struct {
	__uint(type, 1);
	__uint(max_entries, 0);
	__type(key, __u32);
	__type(value, __u32);
} empty SEC(".maps");

struct {
	__uint(type, 16);
	__uint(max_entries, 8);
	__type(key, __u32);
	__type(value, __u32);
} cpus SEC(".maps");

static __attribute__((noinline)) int shared(void *ctx)
{
	__u32 number = 0;
	bpf_probe_read_kernel(&number, 4, ctx);
	return number + bpf_get_prandom_u32();
}
SEC("xdp") int reads_user(void *ctx)
{
	__u32 number = 0;
	bpf_copy_from_user(&number, 4, ctx);
	return number + shared(ctx);
}
SEC("fentry.s/vfs_open") int sleeps(void *ctx)
{
	return bpf_redirect_map(&cpus, 0, 0) + (bpf_map_lookup_elem(&empty, ctx) != 0);
}
SEC("lsm/file_open") int on_open(void *ctx) { return bpf_task_from_pidd(1) != 0; }
SEC("tc/ingress") int large(char *ctx)
{
	char buffer[600] = {};
	bpf_probe_read_kernel(buffer, 600, ctx);
	return buffer[bpf_get_prandom_u32() % 600];
}
SEC("unheard/of") int nowhere(void *ctx) { return 0; }
char _license[] SEC("license") = "Proprietary";
