// Programs that decide where the processes of a cgroup may connect to, by network and port.
package main

import (
	"sync/atomic"
	"unsafe"

	"github.com/tinybpf/bpf"
)

// Address is an IPv6 address in network byte order. IPv4 addresses are mapped, ::ffff:192.0.2.1, as the kernel itself does when
// a program connects an IPv6 socket to one: so one rule holds for both.
type Address [4]bpf.Be32

// mapped returns an IPv4 address as one of IPv6, whose third word is 0000:ffff.
func mapped(ip bpf.Be32) Address {
	return Address{2: bpf.ToBe32(0xffff), 3: ip}
}

// Network is the key of a rule: of all rules that fit, the one with the longest prefix decides.
type Network struct {
	// PrefixLength counts bits from Port on (struct bpf_lpm_trie_key in linux/bpf.h).
	PrefixLength uint32
	// Port is in network byte order; 0 in a rule for all ports.
	Port    uint32
	Address Address
}

// The bits of a key with its whole address.
const wholeNetwork = 8 * uint32(unsafe.Sizeof(Network{})-unsafe.Offsetof(Network{}.Port))

// Rule says what becomes of connects to a network.
type Rule struct {
	// Verdict is 0 to deny and 1 to allow.
	Verdict uint64
	// Uses counts the connects that the rule decided.
	Uses uint64
}

// Denial is a record of the ring buffer: a connect that was denied.
type Denial struct {
	PID  uint32
	UID  uint32
	Comm [16]byte
	// Port is in network byte order.
	Port    uint32
	Address Address
}

var (
	rules   = bpf.LPMTrie[Network, Rule]{MaxEntries: 1024}
	denials = bpf.RingBuf[Denial]{MaxEntries: 64 * 1024}
)

// The number of denials that found the ring buffer full.
var lost uint64

//export connect4
//go:section cgroup/connect4
func connect4(ctx *bpf.SockAddr) bpf.CgroupAction {
	return decide(ctx, mapped(ctx.UserIP4))
}

//export connect6
//go:section cgroup/connect6
func connect6(ctx *bpf.SockAddr) bpf.CgroupAction {
	return decide(ctx, Address{ctx.UserIP6[0], ctx.UserIP6[1], ctx.UserIP6[2], ctx.UserIP6[3]})
}

// decide looks for a rule for the port, then for one for all ports; without either, the connect is allowed.
func decide(ctx *bpf.SockAddr, to Address) bpf.CgroupAction {
	key := Network{PrefixLength: wholeNetwork, Port: ctx.UserPort, Address: to}
	rule := rules.Lookup(&key)
	if rule == nil {
		key.Port = 0
		rule = rules.Lookup(&key)
	}
	if rule == nil {
		return bpf.CgroupAllow
	}
	atomic.AddUint64(&rule.Uses, 1)
	if rule.Verdict != uint64(bpf.CgroupDeny) {
		return bpf.CgroupAllow
	}
	report(ctx, to)
	return bpf.CgroupDeny
}

// report hands the connect to user space.
func report(ctx *bpf.SockAddr, to Address) {
	denial := denials.Reserve()
	if denial == nil {
		atomic.AddUint64(&lost, 1)
		return
	}
	*denial = Denial{
		PID:     uint32(bpf.GetCurrentPidTgid() >> 32),
		UID:     uint32(bpf.GetCurrentUidGid()),
		Port:    ctx.UserPort,
		Address: to,
	}
	bpf.GetCurrentComm(&denial.Comm)
	denials.Submit(denial)
}

func main() {}
