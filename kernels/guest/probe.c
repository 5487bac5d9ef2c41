// Asks the kernel that it runs in which programs there are and which helpers they may call: it loads programs of a few
// instructions and tells the verifier's complaints apart.
//
// usage: probe HELPERS TYPES [KFUNCS] <ROWS, where HELPERS and TYPES are how many helpers and types of maps there are, and a row is
// NAME TYPE ATTACH_TYPE ATTACH_BTF_ID FLAGS CALLS. For each row it prints
// `result`, the name, what the verifier says of a program that does nothing (`ok`), whether that program must be GPL (`gpl` or `any`),
// and, if CALLS is 1 or 2, a letter for each helper, and one for each kind of map: with a spin lock, a timer and a work queue in its values,
// and of each type from 1; and, if CALLS is 2, one for each kfunc of KFUNCS, a file of
// numbers in the kernel's BTF; between tabs.

#include <errno.h>
#include <linux/bpf.h>
#include <linux/btf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

struct row {
	char name[128];
	unsigned type, attach_type, btf_id, flags, calls;
};

static char text[1 << 16];

// Loads a program; what the verifier said is in `text`.
static int load(const struct row *row, struct bpf_insn *code, int length, const char *license)
{
	union bpf_attr attr;

	memset(&attr, 0, sizeof(attr));
	text[0] = 0;
	attr.prog_type = row->type;
	attr.expected_attach_type = row->attach_type;
	attr.attach_btf_id = row->btf_id;
	attr.prog_flags = row->flags;
	attr.insns = (unsigned long)code;
	attr.insn_cnt = length;
	attr.license = (unsigned long)license;
	attr.log_buf = (unsigned long)text;
	attr.log_size = sizeof(text);
	attr.log_level = 1;
	int fd = syscall(__NR_bpf, BPF_PROG_LOAD, &attr, sizeof(attr));
	if (fd >= 0) {
		close(fd);
		return 1;
	}
	if (!text[0])
		snprintf(text, sizeof(text), "%s", strerror(errno));
	return 0;
}

// Whether a program that only returns a number loads; some must return 1.
static int loads(const struct row *row, const char *license)
{
	for (int result = 0; result < 2; result++) {
		struct bpf_insn code[] = {
			{ .code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = BPF_REG_0, .imm = result },
			{ .code = BPF_JMP | BPF_EXIT },
		};
		if (load(row, code, 2, license))
			return 1;
	}
	return 0;
}

static int call(const struct row *row, int helper, const char *license)
{
	struct bpf_insn code[] = {
		{ .code = BPF_JMP | BPF_CALL, .imm = helper },
		{ .code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = BPF_REG_0 },
		{ .code = BPF_JMP | BPF_EXIT },
	};
	return load(row, code, 3, license);
}

static int says(const char *words)
{
	return strstr(text, words) != NULL;
}

// What a program may do with a helper: `-` there is none, `s` only a program that may sleep calls it, `n` not in what this program
// is attached to, `g` a program with a GPL-compatible licence calls it, `y` any program.
static char right(const struct row *row, int helper, int any_license)
{
	if (!call(row, helper, "GPL")) {
		if (says("unknown func") || says("invalid func") || says("cannot use helper"))
			return '-';
		// Of kernels before 7.2, and of later ones.
		if (says("might sleep") || says("sleepable helper"))
			return 's';
		if (says("is not allowed"))
			return 'n';
	}
	if (any_license && !call(row, helper, "none") && says("GPL"))
		return 'g';
	return 'y';
}

// The types of values: numbers, and structs around the structs of the kernel that must be in a map's BTF.
enum { U32 = 1, U64, LOCK, TIMER, WORK, LOCK_VALUE, TIMER_VALUE, WORK_VALUE };

#define NAMES "\0u32\0u64\0bpf_spin_lock\0bpf_timer\0bpf_wq\0value\0"
#define STRUCT(name, members, bytes) { name, BTF_KIND_STRUCT << 24 | members, bytes }
#define MEMBER(type, bits) { 1, type, bits }

static int load_btf(void)
{
	static const struct {
		struct btf_header header;
		unsigned ints[2][4];
		unsigned structs[14][3];
		char names[sizeof(NAMES)];
	} btf = {
		.header = {
			.magic = BTF_MAGIC, .version = BTF_VERSION, .hdr_len = sizeof(struct btf_header),
			.type_len = sizeof(btf.ints) + sizeof(btf.structs), .str_off = sizeof(btf.ints) + sizeof(btf.structs), .str_len = sizeof(NAMES),
		},
		.ints = { { 1, BTF_KIND_INT << 24, 4, 32 }, { 5, BTF_KIND_INT << 24, 8, 64 } },
		.structs = {
			STRUCT(9, 1, 4), MEMBER(U32, 0),
			STRUCT(23, 2, 16), MEMBER(U64, 0), { 5, U64, 64 },
			STRUCT(33, 2, 16), MEMBER(U64, 0), { 5, U64, 64 },
			STRUCT(40, 1, 4), MEMBER(LOCK, 0),
			STRUCT(40, 1, 16), MEMBER(TIMER, 0),
			STRUCT(40, 1, 16), MEMBER(WORK, 0),
		},
		.names = NAMES,
	};
	union bpf_attr attr;

	memset(&attr, 0, sizeof(attr));
	attr.btf = (unsigned long)&btf;
	attr.btf_size = sizeof(btf.header) + btf.header.type_len + btf.header.str_len;
	return syscall(__NR_bpf, BPF_BTF_LOAD, &attr, sizeof(attr));
}

static int create(unsigned type, unsigned key, unsigned value, unsigned entries, unsigned flags, int inner, int btf, unsigned value_type)
{
	union bpf_attr attr;

	memset(&attr, 0, sizeof(attr));
	attr.map_type = type;
	attr.key_size = key;
	attr.value_size = value;
	attr.max_entries = entries;
	attr.map_flags = flags;
	attr.inner_map_fd = inner;
	if (value_type) {
		attr.btf_fd = btf;
		attr.btf_key_type_id = U32;
		attr.btf_value_type_id = value_type;
	}
	return syscall(__NR_bpf, BPF_MAP_CREATE, &attr, sizeof(attr));
}

// A map of a type, with the first shape that the kernel takes.
static int create_any(unsigned type, int inner, int btf)
{
	static const unsigned sizes[] = { 4, 0, 8, 16 }, entries[] = { 1, 4096, 0 }, flags[] = { 0, BPF_F_NO_PREALLOC, BPF_F_MMAPABLE };

	for (int key = 0; key < 4; key++)
		for (int value = 0; value < 4; value++)
			for (int entry = 0; entry < 3; entry++)
				for (int flag = 0; flag < 3; flag++)
					for (unsigned of = 0; of < 2; of++) {
						int fd = create(type, sizes[key], sizes[value], entries[entry], flags[flag], inner, btf, of * U32);
						if (fd >= 0)
							return fd;
					}
	return -1;
}

enum { MAPS = 3 + 64 };

static int maps[MAPS];

static void create_maps(int types)
{
	int btf = load_btf();
	int inner = create(BPF_MAP_TYPE_ARRAY, 4, 4, 1, 0, 0, 0, 0);

	for (int type = LOCK_VALUE; type <= WORK_VALUE; type++)
		maps[type - LOCK_VALUE] = create(BPF_MAP_TYPE_ARRAY, 4, type == LOCK_VALUE ? 4 : 16, 1, 0, 0, btf, type);
	for (int type = 1; type <= types; type++) {
		int of_maps = type == BPF_MAP_TYPE_ARRAY_OF_MAPS || type == BPF_MAP_TYPE_HASH_OF_MAPS;
		maps[2 + type] = create_any(type, of_maps ? inner : 0, btf);
	}
}

// Whether a program may name a map: `?` there is none, `n` it may not, `y` it may.
static char use(const struct row *row, int map)
{
	struct bpf_insn code[] = {
		{ .code = BPF_LD | BPF_DW | BPF_IMM, .dst_reg = BPF_REG_1, .src_reg = BPF_PSEUDO_MAP_FD, .imm = map },
		{ 0 },
		{ .code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = BPF_REG_0 },
		{ .code = BPF_JMP | BPF_EXIT },
	};
	if (map < 0)
		return '?';
	return load(row, code, 4, "GPL") || !(says("cannot use bpf_") || says("leepable programs can only use")) ? 'y' : 'n';
}

// The kfuncs to ask about.
static int kfuncs[1024], kfunc_count;

static void read_kfuncs(const char *path)
{
	FILE *file = fopen(path, "r");

	while (file && kfunc_count < 1024 && fscanf(file, "%d", &kfuncs[kfunc_count]) == 1)
		kfunc_count++;
	if (file)
		fclose(file);
}

// Whether a program may call a kfunc: `?` the kernel has none, `-` it may not, `s` only a program that may sleep, `y` it may.
static char kfunc_right(const struct row *row, int id)
{
	struct bpf_insn code[] = {
		{ .code = BPF_JMP | BPF_CALL, .src_reg = BPF_PSEUDO_KFUNC_CALL, .imm = id },
		{ .code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = BPF_REG_0 },
		{ .code = BPF_JMP | BPF_EXIT },
	};
	if (!id)
		return '?';
	int loaded = load(row, code, 3, "GPL");
	// Asked before the type, and only of XDP are there such programs (`bpf_prog_dev_bound_init` in kernel/bpf/offload.c).
	if (!loaded && says("require device-bound"))
		return row->type == BPF_PROG_TYPE_XDP ? 'y' : '-';
	if (loaded || !says("is not allowed"))
		return says("sleepable") ? 's' : 'y';
	return '-';
}

int main(int count, char **args)
{
	int helpers = count > 1 ? atoi(args[1]) : 0;
	int types = count > 2 ? atoi(args[2]) : 0;
	struct row row;

	create_maps(types);
	if (count > 3)
		read_kfuncs(args[3]);

	while (scanf("%127s %u %u %u %u %u", row.name, &row.type, &row.attach_type, &row.btf_id, &row.flags, &row.calls) == 6) {
		if (!loads(&row, "GPL")) {
			for (char *c = text; *c; c++)
				if (*c == '\n' || *c == '\t')
					*c = ' ';
			printf("result\t%s\t%s\t-\t\t%s\n", row.name, text, count > 3 ? "\t" : "");
			continue;
		}
		int any = loads(&row, "none");
		printf("result\t%s\tok\t%s\t", row.name, any ? "any" : "gpl");
		for (int helper = 1; row.calls && helper <= helpers; helper++)
			putchar(right(&row, helper, any));
		putchar('\t');
		for (int map = 0; row.calls && map < 3 + types; map++)
			putchar(use(&row, maps[map]));
		if (count > 3)
			putchar('\t');
		for (int kfunc = 0; row.calls > 1 && kfunc < kfunc_count; kfunc++)
			putchar(kfunc_right(&row, kfuncs[kfunc]));
		putchar('\n');
		fflush(stdout);
	}
	return 0;
}
