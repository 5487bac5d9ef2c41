// The twin in C of xtask/bench/programs/classify-comm.
#include "programs/twin.h"
MAP(counts, 2, 8, u32, u64);
SEC("tracepoint/syscalls/sys_enter_openat") int on_open(void *ctx) {
	char comm[16] = {};
	get_comm(comm, 16);
	u32 class = 0;
	if (!__builtin_memcmp(comm, "sshd\0\0\0\0\0\0\0\0\0\0\0", 16)) class = 1;
	else if (!__builtin_memcmp(comm, "bash", 4)) class = 2;
	else if (!__builtin_memcmp(comm, "postgres", 8)) class = 3;
	else if (!__builtin_memcmp(comm, "kworker/", 8)) class = 4;
	else if (!__builtin_memcmp(comm, "systemd", 7)) class = 5;
	u64 *count = lookup(&counts, &class);
	if (count) *count += 1;
	return 0;
}
