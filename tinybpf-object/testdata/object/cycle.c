// Functions that call each other without end. Made with `clang-22 -target bpfel -mcpu=v3 -g -O1 -c cycle.c -o cycle.o`.
#define SUBPROGRAM static __attribute__((noinline))
static long (*bpf_loop)(unsigned n, void *cb, void *ctx, unsigned long long flags) = (void *)181;

SUBPROGRAM int pong(volatile char *ctx);
SUBPROGRAM int ping(volatile char *ctx) { return ctx[0] ? pong(ctx) + 1 : 0; }
SUBPROGRAM int pong(volatile char *ctx) { return ctx[1] ? ping(ctx) + 2 : 0; }
SUBPROGRAM int again(unsigned i, void *ctx) { return bpf_loop(2, again, ctx, 0); }
__attribute__((section("xdp"))) int starts(void *ctx) { return ping(ctx) + bpf_loop(2, again, ctx, 0); }
char _license[] __attribute__((section("license"))) = "GPL";
