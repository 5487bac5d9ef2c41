/* In another order, with other widths and things between; bit-fields across the bytes; what was named otherwise. */

enum made_up_kind { MADE_UP_OTHER = 200, MADE_UP_ONE = 3 };
enum made_up_large { MADE_UP_LARGE = 0xfedcba9876543210ull };

struct made_up_inner {
	long before[2];
	int int_;
	char name[8];
	char between;
	short short_;
	long long after;
};

union made_up_value {
	char bytes[24];
	unsigned number;
	unsigned short half;
	unsigned long long wide;
};

struct made_up_thing {
	struct made_up_thing *next;
	struct {
		union {
			unsigned on;
			unsigned long long off;
			struct {
				unsigned short low, high;
			};
		};
		char gap[40];
		struct {
			unsigned long long serial;
			unsigned long long length;
		};
	};
	unsigned char before : 3;
	unsigned char flag : 1;
	int level : 8;
	unsigned mode : 5;
	signed char between : 3;
	unsigned long long big : 40;
	signed long long last : 4;
	unsigned old_name;
	struct made_up_inner items[3];
	struct made_up_inner inner;
	unsigned counts[6];
	unsigned short table[2][3];
	_Bool ok;
	union made_up_value value;
	long long wide;
	short small;
	signed char tiny;
	enum made_up_kind kind;
	unsigned first;
};

/* Whatever is behind the field that it stands for. */
struct xdp_md {
	unsigned data, data_end, data_meta, other, ingress_ifindex, egress_ifindex;
};

#define HAS_OLD_NAME
#define HAS_RARE 0
#define HAS_ENUMERATOR 0
#define INDEX 0
#include "expected.h"

struct made_up_thing objects[2] = {
	{ COMMON(0), .old_name = OLD_NAME, .before = 7, .between = -1 },
	{ COMMON(NEXT), .before = 7, .between = -1 },
};
struct expected expected[] = { EXPECTED };
struct expected expected_with_libbpf[] = { EXPECTED_WITH_LIBBPF };
enum made_up_large large;
struct xdp_md context;
