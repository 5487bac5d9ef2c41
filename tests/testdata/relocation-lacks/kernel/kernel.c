// The types of a kernel that has less than the program beside it asks for.
struct sock_common {
	union {
		unsigned long addrs;
		struct {
			unsigned int skc_daddr, skc_rcv_saddr;
		};
	};
	unsigned short skc_family;
};
struct sock {
	struct sock_common __sk_common;
	const char *name;
	enum state { CLOSED, ESTABLISHED } state;
};
struct sock sock;
