// Maps as numbers, and no types: what old compilers made, and aya-ebpf still does. Made with
// `clang-22 -target bpfel -mcpu=v2 -O2 -c legacy.c -o legacy.o`.
typedef unsigned int __u32;
#define SEC(name) __attribute__((section(name), used))
struct bpf_map_def {
	__u32 type, key_size, value_size, max_entries, map_flags, id, pinning;
};
static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
struct bpf_map_def SEC("maps") counters = { 2, 4, 8, 16, 0, 0, 1 };
struct bpf_map_def SEC("maps") percpu = { 5, 6, 12, 64 };
int limit = 3;

SEC("classifier") int filter(void *ctx)
{
	int key = 0, sum = 0;
	for (int i = 0; i < limit; i++) {
		int *value = bpf_map_lookup_elem(i & 1 ? &counters : &percpu, &key);
		if (value)
			sum += *value;
	}
	return sum;
}
char _license[] SEC("license") = "MIT";
