// What `check` has to find, one function each. Made with
// `clang-22 -target bpfel -mcpu=v3 -g -O1 -c faults.c -o faults.o`.
typedef unsigned int __u32;
#define PROGRAM __attribute__((section("xdp"), noinline))
#define SUBPROGRAM __attribute__((noinline))

int missing(int);
float __addsf3(float, float);
void *memset(void *, int, unsigned long);
int later;

PROGRAM int calls_missing(void *ctx) { return missing(1); }
PROGRAM int computes_with_floats(float *ctx) { return *(int *)ctx + ((int (*)(int, int))__addsf3)(1, 2); }
PROGRAM int clears(char *ctx) { return ((long (*)(void *, int, long))(void *)memset)(ctx, 0, 1) != 0; }
PROGRAM int panics(void *ctx) { __builtin_trap(); }
PROGRAM int calls_helper_9999(void *ctx) { return ((int (*)(void))9999)(); }
PROGRAM int calls_value(int (**ctx)(void)) { return (*ctx)(); }
PROGRAM int sees_later(void *ctx) { extern int elsewhere; return elsewhere + later; }
char _license[] __attribute__((section("license"))) = { 'G', 'P', 'L' };
