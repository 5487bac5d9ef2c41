/* As the Go package has it, in its order. */

enum made_up_kind { MADE_UP_ONE = 1, MADE_UP_OTHER = 7, MADE_UP_NEW = 8 };
enum made_up_large { MADE_UP_LARGE = 0x123456789all };

struct made_up_inner {
	short short_;
	char name[8];
	int int_;
};

union made_up_value {
	unsigned number;
	unsigned short half;
	unsigned long long wide;
};

struct made_up_thing {
	unsigned first;
	signed char tiny;
	short small;
	long long wide;
	_Bool ok;
	struct made_up_inner inner;
	struct made_up_inner items[3];
	unsigned counts[4];
	unsigned short table[2][3];
	struct {
		unsigned length;
		unsigned long long serial;
	};
	union {
		unsigned on;
		unsigned long long off;
	};
	union made_up_value value;
	_Bool flag;
	unsigned mode;
	int level;
	unsigned long long big;
	long long last;
	enum made_up_kind kind;
	struct made_up_thing *next;
	unsigned extra;
};

struct made_up_rare {
	unsigned field;
};

struct xdp_md {
	unsigned data, data_end, data_meta, ingress_ifindex, rx_queue_index, egress_ifindex;
};

#define HAS_EXTRA
#define HAS_RARE 1
#define HAS_ENUMERATOR 1
/* The loopback device, which test runs pretend. */
#define INDEX 1
#include "expected.h"

struct made_up_thing objects[2] = { { COMMON(0), .extra = EXTRA }, { COMMON(NEXT) } };
struct expected expected[] = { EXPECTED };
struct expected expected_with_libbpf[] = { EXPECTED_WITH_LIBBPF };
struct made_up_rare rare;
enum made_up_large large;
struct xdp_md context;
