//go:build tinygo

// Programs that decide where the processes of a cgroup may connect to, by network and port.
package main

import (
	"sync/atomic"
	"unsafe"
)

// What the kernel does when the program ends (cgroup hooks): with 0, connect fails with EPERM.
const (
	deny  = 0
	allow = 1
)

// Map types (enum bpf_map_type in linux/bpf.h).
const (
	mapTypeLPMTrie = 11
	mapTypeRingBuf = 27
)

// BPF_F_NO_PREALLOC in linux/bpf.h: the kernel has no other tries.
const noPrealloc = 1

// The context of the programs (struct bpf_sock_addr in linux/bpf.h); addresses and ports are in network byte order.
type sockAddr struct {
	UserFamily uint32
	UserIP4    uint32
	UserIP6    [4]uint32
	UserPort   uint32
	Family     uint32
	Type       uint32
	Protocol   uint32
}

// Address is an IPv6 address in network byte order. IPv4 addresses are mapped, ::ffff:192.0.2.1, as the kernel itself does when
// a program connects an IPv6 socket to one: so one rule holds for both.
type Address [4]uint32

// The third word of a mapped IPv4 address, 0000:ffff, as a little-endian machine reads it.
const mappedIPv4 = 0xffff0000

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

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

var rules = bpfMapDef{
	Type:       mapTypeLPMTrie,
	KeySize:    uint32(unsafe.Sizeof(Network{})),
	ValueSize:  uint32(unsafe.Sizeof(Rule{})),
	MaxEntries: 1024,
	MapFlags:   noPrealloc,
}

var denials = bpfMapDef{Type: mapTypeRingBuf, MaxEntries: 64 * 1024}

// The number of denials that found the ring buffer full.
var lost uint64

func bpfGetCurrentPidTgid() uint64
func bpfGetCurrentUidGid() uint64
func bpfGetCurrentComm(buf unsafe.Pointer, size uint32) int64
func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfRingbufReserve(ringbuf unsafe.Pointer, size, flags uint64) unsafe.Pointer
func bpfRingbufSubmit(record unsafe.Pointer, flags uint64)

//export connect4
//go:section cgroup/connect4
func connect4(ctx *sockAddr) int32 {
	return decide(ctx, Address{2: mappedIPv4, 3: ctx.UserIP4})
}

//export connect6
//go:section cgroup/connect6
func connect6(ctx *sockAddr) int32 {
	return decide(ctx, Address{ctx.UserIP6[0], ctx.UserIP6[1], ctx.UserIP6[2], ctx.UserIP6[3]})
}

// decide looks for a rule for the port, then for one for all ports; without either, the connect is allowed.
func decide(ctx *sockAddr, to Address) int32 {
	key := Network{PrefixLength: wholeNetwork, Port: ctx.UserPort, Address: to}
	rule := (*Rule)(bpfMapLookupElem(unsafe.Pointer(&rules), unsafe.Pointer(&key)))
	if rule == nil {
		key.Port = 0
		rule = (*Rule)(bpfMapLookupElem(unsafe.Pointer(&rules), unsafe.Pointer(&key)))
	}
	if rule == nil {
		return allow
	}
	atomic.AddUint64(&rule.Uses, 1)
	if rule.Verdict != deny {
		return allow
	}
	report(ctx, to)
	return deny
}

// report hands the connect to user space.
func report(ctx *sockAddr, to Address) {
	denial := (*Denial)(bpfRingbufReserve(unsafe.Pointer(&denials), uint64(unsafe.Sizeof(Denial{})), 0))
	if denial == nil {
		atomic.AddUint64(&lost, 1)
		return
	}
	*denial = Denial{
		PID:     uint32(bpfGetCurrentPidTgid() >> 32),
		UID:     uint32(bpfGetCurrentUidGid()),
		Port:    ctx.UserPort,
		Address: to,
	}
	bpfGetCurrentComm(unsafe.Pointer(&denial.Comm), uint32(unsafe.Sizeof(denial.Comm)))
	bpfRingbufSubmit(unsafe.Pointer(denial), 0)
}

func main() {}
