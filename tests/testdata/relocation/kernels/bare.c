/* Packed, with the least that the program demands, and numbers as small as they can be. */

enum made_up_kind { MADE_UP_OTHER } __attribute__((packed));
enum made_up_large { MADE_UP_LARGE = -1 };

struct made_up_inner {
	int int_;
	short short_;
	char name[8];
} __attribute__((packed));

union made_up_value {
	unsigned long long wide;
	unsigned number;
	unsigned short half;
};

struct made_up_thing {
	long long wide;
	union made_up_value value;
	union {
		unsigned on;
		unsigned long long off;
	};
	unsigned first;
	enum made_up_kind kind;
	char pad[3];
	unsigned counts[4];
	unsigned short table[2][3];
	short small;
	_Bool ok;
	signed char tiny;
	struct made_up_inner items[3];
	struct made_up_thing *next;
	struct made_up_inner inner;
	struct {
		struct {
			unsigned length;
		};
		struct {
			unsigned long long serial;
		};
	};
	unsigned long long flag : 1;
	unsigned long long big : 45;
	long long level : 7;
	unsigned long long mode : 5;
	signed char last;
} __attribute__((packed));

struct xdp_md {
	unsigned data, data_end, data_meta, ingress_ifindex;
};

#define HAS_RARE 0
#define HAS_ENUMERATOR 0
#define INDEX 1
#include "expected.h"

struct made_up_thing objects[2] = { { COMMON(0) }, { COMMON(NEXT) } };
struct expected expected[] = { EXPECTED };
struct expected expected_with_libbpf[] = { EXPECTED_WITH_LIBBPF };
enum made_up_large large;
struct xdp_md context;
