// Stacks that are too deep. Made with
// `clang-22 -target bpfel -mcpu=v3 -g -O1 -c deep.c -o deep.o`.
#define PROGRAM __attribute__((section("xdp"), used))
#define SUBPROGRAM static __attribute__((noinline))
static long (*read)(void *to, unsigned size, const void *from) = (void *)113;
static long (*bpf_loop)(unsigned n, void *cb, void *ctx, unsigned long long flags) = (void *)181;
static long (*timer_set_callback)(void *timer, void *cb) = (void *)170;

// Of `deep`, the way through `by_address` is too deep: 32 + 288 + 224 bytes. The others say it by their names.
SUBPROGRAM int by_access(volatile char *ctx)
{
	volatile char buffer[200];
	buffer[0] = ctx[0];
	buffer[199] = ctx[1];
	return buffer[ctx[2] & 127] + buffer[0];
}
SUBPROGRAM int by_address(void *ctx)
{
	char buffer[264];
	read(buffer, sizeof(buffer), ctx);
	return by_access(ctx) + buffer[3] + ((volatile char *)ctx)[9];
}
SUBPROGRAM int each(unsigned i, char *sum)
{
	char buffer[250];
	read(buffer, sizeof(buffer), sum);
	return buffer[i & 7];
}
SUBPROGRAM int expired(void *map, void *key, void *value)
{
	char buffer[400];
	read(buffer, sizeof(buffer), value);
	timer_set_callback(value, expired);
	return buffer[8];
}
PROGRAM int deep(void *ctx)
{
	char state[8];
	read(state, sizeof(state), ctx);
	bpf_loop(3, each, state, 0);
	return by_address(ctx) + state[0];
}
PROGRAM int fits(void *ctx)
{
	char buffer[100];
	read(buffer, sizeof(buffer), ctx);
	timer_set_callback(ctx, expired);
	return by_access(ctx) + buffer[2];
}
PROGRAM int too_much_alone(void *ctx)
{
	char buffer[500];
	read(buffer, sizeof(buffer), ctx);
	return each(0, ctx) + buffer[8];
}
#define F(name, next) SUBPROGRAM int name(volatile char *ctx) { return next(ctx) + ctx[0]; }
SUBPROGRAM int f9(volatile char *ctx) { return ctx[0] + 1; }
F(f8, f9) F(f7, f8) F(f6, f7) F(f5, f6) F(f4, f5) F(f3, f4) F(f2, f3)
PROGRAM int nine_frames(void *ctx) { return f2(ctx) + 1; }
PROGRAM int eight_frames(void *ctx) { return f3(ctx) + 1; }
char _license[] __attribute__((section("license"))) = "GPL";
