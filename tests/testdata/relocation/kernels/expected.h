/* What the program must find, whatever a made-up kernel's types look like: the values that their objects have. */

#define NEXT 2
#define BYTES(c) { c, c + 1, c + 2, c + 3, c + 4, c + 5, c + 6, c + 7 }
#define WORD(c) (0x0706050403020100ull + 0x0101010101010101ull * (c))

#define INNER(n) { .short_ = -(n), .name = BYTES(16 * (n)), .int_ = -1000 * (n) }
#define COMMON(n) \
	.first = 1000 + (n), .tiny = -3, .small = -3000, .wide = -3000000000000ll, .ok = 1, .inner = INNER(1), \
	.items = { INNER(2), INNER(3), INNER(4) }, .counts = { 11, 12, 13, 14 + (n) }, \
	.table = { { 21, 22, 23 }, { 24, 25, 26 } }, .length = 31, .serial = 0xfedcba9876543210ull + (n), .on = 33, \
	.value = { .number = 0x12345678 }, .flag = 1, .mode = 21, .level = -42, .big = 0x9876543210ull, .last = -5, \
	.kind = MADE_UP_OTHER

#define OFFSET(field) __builtin_offsetof(struct made_up_thing, field)

#ifdef HAS_EXTRA
#define EXTRA 44
#else
#define EXTRA 0
#endif
#ifdef HAS_OLD_NAME
#define OLD_NAME 45
#else
#define OLD_NAME 0
#endif

/* At 1000 % 3. */
#define AT 1

#define EXPECTED \
	{ "First", 1000 }, { "Tiny", -3 }, { "Small", -3000 }, { "Wide", -3000000000000ll }, { "OK", 1 }, \
	{ "InnerShort", -1 }, { "InnerName", WORD(16) }, { "InnerInt", -1000 }, \
	{ "ItemShort", -3 }, { "ItemName", WORD(64) }, { "ItemInt", -4000 }, { "ItemAt", -3000 }, { "NameAt", 48 + 2 }, \
	{ "Count", 14 }, { "CountAt", 12 }, { "Table", 26 }, { "TableAt", 25 }, \
	{ "Length", 31 }, { "Serial", 0xfedcba9876543210ull }, { "On", 33 }, { "Off", 33 }, { "Number", 0x12345678 }, \
	{ "Half", 0x5678 }, { "ValueWide", 0x12345678 }, \
	{ "Flag", 1 }, { "Mode", 21 }, { "Level", -42 }, { "Big", 0x9876543210ull }, { "Last", -5 }, \
	{ "Kind", MADE_UP_OTHER }, { "NextFirst", 1000 + NEXT }, { "NextItem", -3000 }, \
	{ "NextSerial", 0xfedcba9876543210ull + NEXT }, { "Subprogram", 2 * (11 + 12 + 13 + 14 - 9000) + NEXT }, \
	{ "HasExtra", EXTRA != 0 }, { "Extra", EXTRA }, { "HasOldName", OLD_NAME != 0 }, { "OldName", OLD_NAME }, \
	{ "HasRare", HAS_RARE }, { "HasEnumerator", HAS_ENUMERATOR }, { "Enumerator", MADE_UP_OTHER }, \
	{ "SizeThing", sizeof(struct made_up_thing) }, { "SizeInner", sizeof(struct made_up_inner) }, \
	{ "SizeCounts", sizeof(((struct made_up_thing *)0)->counts) }, \
	{ "SizeFirst", sizeof(((struct made_up_thing *)0)->first) }, { "OffsetItem", OFFSET(items[2].int_) }, \
	{ "CopyKind", MADE_UP_OTHER }, { "CopyExtra", EXTRA ?: 77 }, { "CopyFirst", 1000 }, { "CopyTiny", -3 }, \
	{ "CopyLevel", -42 }, { "CopyFlag", 1 }, { "CopyBig", 0x9876543210ull }, { "CopyCount", 12 }, { "CopyItem", -4000 }, \
	{ "CopyName", WORD(32) }, { "CopySerial", 0xfedcba9876543210ull }, { "CopyNext", 1000 + NEXT }, { "CopyResult", 0 }, \
	{ "ValueFirst", 1000 }, { "ValueItem", -3000 }, { "PartInt", -3000 }, { "PartName", WORD(48) }, { "Index", INDEX }

#define EXPECTED_WITH_LIBBPF \
	{ "Large", MADE_UP_LARGE }, { "Matches", EXTRA != 0 }, { "MatchesRare", HAS_RARE }, { "SomeKind", MADE_UP_OTHER }

struct expected {
	char name[24];
	unsigned long long value;
};
