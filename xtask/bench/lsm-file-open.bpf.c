// The twin in C of examples/lsm-file-open/bpf, for `cargo xtask bench`. It needs no headers.
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long long u64;
#define SEC(name) __attribute__((section(name), used))
#define CORE __attribute__((preserve_access_index))

static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
static u64 (*bpf_get_current_pid_tgid)(void) = (void *)14;
static u64 (*bpf_get_current_uid_gid)(void) = (void *)15;
static long (*bpf_get_current_comm)(void *buf, u32 size) = (void *)16;
static void *(*bpf_ringbuf_reserve)(void *ringbuf, u64 size, u64 flags) = (void *)131;
static void (*bpf_ringbuf_submit)(void *data, u64 flags) = (void *)132;

struct super_block { u32 s_dev; } CORE;
struct inode { u64 i_ino; struct super_block *i_sb; } CORE;
struct file { u32 f_mode; struct inode *f_inode; } CORE;
struct file_open_args { struct file *file; long answer; };
struct file_id { u64 inode, device; };
struct guard { u64 modes, denials; };
struct denial { struct file_id file; u32 pid, uid; u8 comm[16]; };

struct { int (*type)[1]; int (*max_entries)[1024]; struct file_id *key; struct guard *value; } guards SEC(".maps");
struct { int (*type)[27]; int (*max_entries)[64 * 1024]; } denials SEC(".maps");

SEC("lsm/file_open") int file_open(struct file_open_args *args)
{
	if (args->answer)
		return args->answer;
	struct file *file = args->file;
	struct file_id id = { file->f_inode->i_ino, file->f_inode->i_sb->s_dev };
	struct guard *guard = bpf_map_lookup_elem(&guards, &id);
	if (!guard || !(file->f_mode & guard->modes))
		return 0;
	__sync_fetch_and_add(&guard->denials, 1);
	struct denial *denial = bpf_ringbuf_reserve(&denials, sizeof(*denial), 0);
	if (!denial)
		return -1;
	*denial = (struct denial){ .file = id, .pid = bpf_get_current_pid_tgid() >> 32, .uid = bpf_get_current_uid_gid() };
	bpf_get_current_comm(denial->comm, sizeof(denial->comm));
	bpf_ringbuf_submit(denial, 0);
	return -1;
}

char _license[] SEC("license") = "GPL";
