// What the twins of xtask/bench/programs share: the types, helpers and map definitions that they would take from headers.
typedef unsigned char u8; typedef unsigned short u16; typedef unsigned int u32; typedef unsigned long long u64; typedef int s32; typedef long long s64;
#define SEC(n) __attribute__((section(n), used))
#define CORE __attribute__((preserve_access_index))
static void *(*lookup)(void *map, const void *key) = (void *)1;
static long (*update)(void *map, const void *key, const void *value, u64 flags) = (void *)2;
static long (*delete)(void *map, const void *key) = (void *)3;
static u64 (*ktime)(void) = (void *)5;
static u64 (*pidtgid)(void) = (void *)14;
static u64 (*uidgid)(void) = (void *)15;
static long (*get_comm)(void *buf, u32 size) = (void *)16;
static long (*read_kernel)(void *dst, u32 size, const void *src) = (void *)113;
static long (*read_user_str)(void *dst, u32 size, const void *src) = (void *)114;
static long (*read_kernel_str)(void *dst, u32 size, const void *src) = (void *)115;
static void *(*reserve)(void *ringbuf, u64 size, u64 flags) = (void *)131;
static void (*submit)(void *data, u64 flags) = (void *)132;
static void (*discard)(void *data, u64 flags) = (void *)133;
static long (*load_bytes)(const void *skb, u32 off, void *to, u32 len) = (void *)26;
static void *(*task_btf)(void) = (void *)158;
static long (*loop)(u32 n, void *fn, void *ctx, u64 flags) = (void *)181;
static long (*for_each)(void *map, void *fn, void *ctx, u64 flags) = (void *)164;
#define MAP(name, t, n, K, V) struct { int (*type)[t]; int (*max_entries)[n]; K *key; V *value; } name SEC(".maps")
#define RING(name, n) struct { int (*type)[27]; int (*max_entries)[n]; } name SEC(".maps")
#define htons __builtin_bswap16

char _license[] SEC("license") = "GPL";
