// The twin in C of xtask/bench/programs/file-chain.
#include "programs/twin.h"
struct super_block { u32 s_dev; } CORE;
struct inode { u64 i_ino; struct super_block *i_sb; u16 i_mode; s64 i_size; } CORE;
struct qstr { void *name; u32 len; } CORE;
struct dentry { struct qstr d_name; struct dentry *d_parent; struct inode *d_inode; } CORE;
struct path { struct dentry *dentry; } CORE;
struct file { struct path f_path; struct inode *f_inode; u32 f_flags; } CORE;
struct pt_regs { u64 pad[14]; u64 di; };
struct event { u64 inode; s64 size; u32 pid, device, flags; u16 mode, pad; u8 comm[16], name[64], parent[32]; };
RING(events, 1 << 18);
#define READ(to, from) read_kernel(&(to), sizeof(to), &(from))
SEC("kprobe/vfs_read") int do_filp(struct pt_regs *ctx) {
	struct file *file = (void *)ctx->di;
	struct event *e = reserve(&events, sizeof(*e), 0);
	if (!e) return 0;
	struct inode *inode; struct super_block *sb; struct dentry *dentry, *parent; void *name;
	READ(inode, file->f_inode);
	READ(e->inode, inode->i_ino);
	READ(e->size, inode->i_size);
	READ(e->mode, inode->i_mode);
	READ(sb, inode->i_sb);
	READ(e->device, sb->s_dev);
	READ(e->flags, file->f_flags);
	e->pid = pidtgid() >> 32;
	get_comm(e->comm, sizeof(e->comm));
	READ(dentry, file->f_path.dentry);
	READ(name, dentry->d_name.name);
	read_kernel_str(e->name, sizeof(e->name), name);
	READ(parent, dentry->d_parent);
	READ(name, parent->d_name.name);
	read_kernel_str(e->parent, sizeof(e->parent), name);
	submit(e, 0);
	return 0;
}
