struct pair {
	__u64 low, high;
};

// What programs/packet.Call is in Go.
struct call {
	__u64 operation, a, b;
	__u64 results[2];
};
