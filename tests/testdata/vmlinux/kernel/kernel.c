// Types of a kernel that is made up: what Go spells in another way than C, and what it cannot.
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long long u64;

enum colour { RED = -1, GREEN, BLUE = 7 };
enum __odd_colour { nil = 1, GREEN_TOO };
enum wide_colour { WIDE = 0xffffffffffffffffULL };
enum OID { OID_ONE };
typedef enum { LOW, HIGH } level_t;

typedef struct {
	u32 val;
} id_t;

union value {
	u32 number;
	u8 bytes[4];
};

struct leaf {
	u64 deep;
};

struct branch {
	struct leaf *leaf;
	const volatile int way;
};

struct undefined;

struct __thing {
	// Names.
	int state;
	unsigned int __state;
	long d_u;
	int type;
	_Bool range;
	int State;
	char comm[16];
	signed char tiny;
	unsigned long _32bit;
	// Numbers that Go does not have.
	__int128 huge;
	double fraction;
	enum OID oid;
	// Bit-fields.
	int sign : 3;
	u32 flag : 1;
	u32 : 4;
	_Bool ready : 1;
	enum colour shade : 4;
	// Enums.
	enum colour colour;
	enum __odd_colour odd;
	enum wide_colour wide;
	level_t level;
	enum { SMALL, LARGE } size;
	// Parts.
	id_t id;
	union value value;
	struct leaf leaves[2][3];
	struct {
		int inner;
		struct {
			short x, y;
		} place[2];
	} part;
	union {
		u64 first;
		struct {
			u32 low, high;
		};
	};
	// Pointers.
	struct __thing *next;
	struct branch *branch;
	struct branch *branches[2];
	struct undefined *hidden;
	const char *text;
	void **where;
	id_t *owner;
	int (*run)(struct __thing *);
	u8 rest[];
};

struct thing {
	int only;
};

struct union_kind {
	int n;
};

struct empty {};

struct __thing thing;
struct thing other;
struct union_kind kind;
struct empty empty;
