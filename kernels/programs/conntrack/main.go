// Kfuncs of a module: connections that netfilter tracks, made and found by programs at both ends of the network's way in.
package main

import "unsafe"

// The addresses of union bpf_sock_tuple in linux/bpf.h, in network byte order.
type tuple struct {
	Saddr, Daddr [4]byte
	Sport, Dport [2]byte
}

// struct bpf_ct_opts in net/netfilter/nf_conntrack_bpf.c.
type options struct {
	NetnsId int32
	Error   int32
	L4proto uint8
	Dir     uint8
	_       [2]byte
}

type bpfCoreNfConn struct {
	Status uint64
}

func bpfKfuncBpfXdpCtAlloc(ctx unsafe.Pointer, t *tuple, size uint32, opts *options, optsSize uint32) *bpfCoreNfConn
func bpfKfuncBpfXdpCtLookup(ctx unsafe.Pointer, t *tuple, size uint32, opts *options, optsSize uint32) *bpfCoreNfConn
func bpfKfuncBpfSkbCtLookup(ctx unsafe.Pointer, t *tuple, size uint32, opts *options, optsSize uint32) *bpfCoreNfConn
func bpfKfuncBpfCtSetTimeout(ct *bpfCoreNfConn, milliseconds uint32)
func bpfKfuncBpfCtInsertEntry(ct *bpfCoreNfConn) *bpfCoreNfConn
func bpfKfuncBpfCtRelease(ct *bpfCoreNfConn)

const (
	aborted = 0
	pass    = 2
	// BPF_F_CURRENT_NETNS
	current = -1
	tcp     = 6
)

// What the loader sets, and what the programs found.
var (
	divisor  uint32 = 1
	port     uint8  = 80
	inserted uint64
	missed   uint64
	status   [2]uint64
)

func connection() tuple {
	return tuple{Saddr: [4]byte{192, 0, 2, 1}, Daddr: [4]byte{192, 0, 2, 2}, Sport: [2]byte{0x12, 0x34}, Dport: [2]byte{0, port}}
}

//export track
//go:section xdp
func track(ctx unsafe.Pointer) int32 {
	opts := options{NetnsId: current, L4proto: tcp}
	t := connection()
	ct := bpfKfuncBpfXdpCtAlloc(ctx, &t, uint32(unsafe.Sizeof(t)), &opts, uint32(unsafe.Sizeof(opts)))
	if ct == nil {
		return aborted
	}
	bpfKfuncBpfCtSetTimeout(ct, 10_000)
	entry := bpfKfuncBpfCtInsertEntry(ct)
	if entry == nil {
		return aborted
	}
	// A panic that must give the connection back.
	inserted += uint64(1 / divisor)
	bpfKfuncBpfCtRelease(entry)
	return pass
}

//export find
//go:section xdp
func find(ctx unsafe.Pointer) int32 {
	opts := options{NetnsId: current, L4proto: tcp}
	t := connection()
	ct := bpfKfuncBpfXdpCtLookup(ctx, &t, uint32(unsafe.Sizeof(t)), &opts, uint32(unsafe.Sizeof(opts)))
	if ct == nil {
		missed++
		return aborted
	}
	status[0] = ct.Status
	bpfKfuncBpfCtRelease(ct)
	return pass
}

//export find_skb
//go:section classifier
func findSkb(ctx unsafe.Pointer) int32 {
	opts := options{NetnsId: current, L4proto: tcp}
	t := connection()
	ct := bpfKfuncBpfSkbCtLookup(ctx, &t, uint32(unsafe.Sizeof(t)), &opts, uint32(unsafe.Sizeof(opts)))
	if ct == nil {
		return 1
	}
	status[1] = ct.Status
	bpfKfuncBpfCtRelease(ct)
	return 0
}

func main() {}
