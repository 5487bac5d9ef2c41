// Instructions of CPU version 4 and atomics. Made with `clang-22 -target bpfel -mcpu=v4 -g -O2 -c insns.c -o insns.o`.
typedef unsigned long long u64;
typedef unsigned int u32;
#define PROGRAM __attribute__((section("xdp")))
PROGRAM long arithmetic(long a, long b, int c, unsigned d, short *e)
{
	long r = a / b + a % b + (signed char)a + (short)b + (long)c / 3 + *e;
	int n = c / (int)d + c % (int)d + (signed char)c;
	return (r ^ n) * -b + (c >> 3) + (a >> 5) + (d >> 2) + (d % 5) + (d / 7);
}
PROGRAM u64 swaps(u64 a, u32 b) { return __builtin_bswap64(a) + __builtin_bswap32(b) + __builtin_bswap16(b); }
PROGRAM u64 atomics(u64 *a, u32 *b, u64 c)
{
	__sync_fetch_and_add(a, 1);
	__sync_fetch_and_or(b, 2);
	u64 r = __sync_fetch_and_add(a, c) + __sync_fetch_and_xor(b, 3) + __sync_fetch_and_and(a, c);
	r += __sync_lock_test_and_set(a, c) + __sync_lock_test_and_set(b, 4);
	return r + __sync_val_compare_and_swap(a, c, 1) + __sync_val_compare_and_swap(b, 5, 6);
}
PROGRAM long jumps(long a, unsigned b, long c)
{
	if (a < c) return 1;
	if (b > 9 && b < 100) return 2;
	if (a & 8) return 3;
	if ((int)b < -1) return 4;
	for (long i = 0; i < c; i++) *(volatile char *)a = 7;
	return *(volatile unsigned short *)c;
}
char _license[] __attribute__((section("license"))) = "GPL";
