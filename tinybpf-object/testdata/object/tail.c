// A tail call below callers that hold too much stack. Made with
// `clang-22 -target bpfel -mcpu=v3 -g -O1 -c tail.c -o tail.o`.
#define SUBPROGRAM static __attribute__((noinline))
static long (*tail_call)(void *ctx, void *map, unsigned index) = (void *)12;
static long (*read)(void *to, unsigned size, const void *from) = (void *)113;

SUBPROGRAM int jump(volatile char *ctx) { tail_call((void *)ctx, (void *)ctx, 0); return ctx[0]; }
__attribute__((section("tc"))) int small(void *ctx)
{
	char buffer[200];
	read(buffer, sizeof(buffer), ctx);
	return jump(ctx) + buffer[1];
}
__attribute__((section("tc"))) int large(void *ctx)
{
	char buffer[250];
	read(buffer, sizeof(buffer), ctx);
	return jump(ctx) + buffer[1];
}
char _license[] __attribute__((section("license"))) = "GPL";
