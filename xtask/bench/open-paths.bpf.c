// The twin in C of xtask/bench/programs/open-paths.
#include "programs/twin.h"
struct openat { u8 common[8]; s64 nr, dfd; void *name; s64 flags, mode; };
struct event { u64 time; u32 pid, flags; s32 size; u8 comm[16], path[200]; };
RING(events, 1 << 18);
u32 targetPid;
SEC("tracepoint/syscalls/sys_enter_openat") int on_openat(struct openat *ctx) {
	u32 pid = pidtgid() >> 32;
	if (targetPid && pid != targetPid) return 0;
	struct event *e = reserve(&events, sizeof(*e), 0);
	if (!e) return 0;
	__builtin_memset(e, 0, sizeof *e);
	e->time = ktime(); e->pid = pid; e->flags = ctx->flags;
	get_comm(e->comm, sizeof(e->comm));
	e->size = read_user_str(e->path, sizeof(e->path), ctx->name);
	if (e->size < 0 || e->path[0] != '/') { discard(e, 0); return 0; }
	if (!__builtin_memcmp(e->path, "/proc/", 6) || !__builtin_memcmp(e->path, "/sys/", 5)) { discard(e, 0); return 0; }
	submit(e, 0);
	return 0;
}
