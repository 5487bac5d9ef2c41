// A congestion control for TCP: Reno (RFC 5681), as a struct of functions that the kernel calls, with what it counts.
package main

import (
	"unsafe"

	"github.com/tinybpf/bpf"
)

// The kernel's `tcp_congestion_ops`: the members that the program fills in.
type bpfCoreTcpCongestionOps struct {
	Init      func(sk *bpfCoreSock)
	Release   func(sk *bpfCoreSock)
	Ssthresh  func(sk *bpfCoreSock) uint32
	CongAvoid func(sk *bpfCoreSock, ack, acked uint32)
	UndoCwnd  func(sk *bpfCoreSock) uint32
	Name      string
}

type bpfCoreSock struct{}

type bpfCoreInetConnectionSock struct {
	IcskCaPriv [13]uint64
}

// Windows are in segments.
type bpfCoreTcpSock struct {
	SndCwnd      uint32
	SndSsthresh  uint32
	SndCwndCnt   uint32
	SndCwndClamp uint32
}

// What a connection keeps, in the room that the kernel has for it.
type connection struct {
	beforeLoss uint32
	widest     uint32
}

// Counts is what happened on one CPU.
type Counts struct {
	Opened uint64
	Closed uint64
	// Acked are segments.
	Acked  uint64
	Losses uint64
	// Widest is the greatest window of all connections that were closed.
	Widest uint64
}

var counts = bpf.PerCPUArray[Counts]{MaxEntries: 1}

// The struct. With `.link` in its section, the kernel uses it as long as the loader holds a link to it.
//
//go:section .struct_ops.link
var reno = bpfCoreTcpCongestionOps{
	Init:      opened,
	Release:   closed,
	Ssthresh:  halve,
	CongAvoid: grow,
	UndoCwnd:  undo,
	Name:      "go_reno",
}

// here gives what this CPU counts.
func here() *Counts {
	return counts.Lookup(0)
}

func tcp(sk *bpfCoreSock) *bpfCoreTcpSock {
	return (*bpfCoreTcpSock)(unsafe.Pointer(sk))
}

func of(sk *bpfCoreSock) *connection {
	return (*connection)(unsafe.Pointer(&(*bpfCoreInetConnectionSock)(unsafe.Pointer(sk)).IcskCaPriv))
}

func opened(sk *bpfCoreSock) {
	window := tcp(sk).SndCwnd
	*of(sk) = connection{beforeLoss: window, widest: window}
	if counts := here(); counts != nil {
		counts.Opened++
	}
}

func closed(sk *bpfCoreSock) {
	if counts := here(); counts != nil {
		counts.Closed++
		counts.Widest = max(counts.Widest, uint64(of(sk).widest))
	}
}

// halve says from which window on the connection grows slowly, after a loss.
func halve(sk *bpfCoreSock) uint32 {
	if counts := here(); counts != nil {
		counts.Losses++
	}
	of(sk).beforeLoss = tcp(sk).SndCwnd
	return max(tcp(sk).SndCwnd/2, 2)
}

// undo gives the window back when the loss turns out to be none.
func undo(sk *bpfCoreSock) uint32 {
	return max(tcp(sk).SndCwnd, of(sk).beforeLoss)
}

// grow widens the window: by each segment that is acknowledged below the threshold, and by one for each whole window above it.
func grow(sk *bpfCoreSock, ack, acked uint32) {
	if counts := here(); counts != nil {
		counts.Acked += uint64(acked)
	}
	tp := tcp(sk)
	if tp.SndCwnd < tp.SndSsthresh {
		room := min(acked, tp.SndSsthresh-tp.SndCwnd)
		tp.SndCwnd = min(tp.SndCwnd+room, tp.SndCwndClamp)
		acked -= room
	}
	if window := tp.SndCwnd; acked != 0 && window != 0 {
		tp.SndCwndCnt += acked
		if tp.SndCwndCnt >= window {
			windows := tp.SndCwndCnt / window
			tp.SndCwndCnt -= windows * window
			tp.SndCwnd = min(window+windows, tp.SndCwndClamp)
		}
	}
	of(sk).widest = max(of(sk).widest, tp.SndCwnd)
}

func main() {}
