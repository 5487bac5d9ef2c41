//go:build tinygo

// TCP's Reno as a struct of functions that the kernel calls, with what it counted.
package main

import "unsafe"

type bpfCoreTcpCongestionOps struct {
	Init      func(sk *bpfCoreSock)
	Release   func(sk *bpfCoreSock)
	Ssthresh  func(sk *bpfCoreSock) uint32
	CongAvoid func(sk *bpfCoreSock, ack, acked uint32)
	UndoCwnd  func(sk *bpfCoreSock) uint32
	SetState  func(sk *bpfCoreSock, state uint8)
	CwndEvent func(sk *bpfCoreSock, event uint32)
	PktsAcked func(sk *bpfCoreSock, sample *bpfCoreAckSample)
	Name      string
}

type bpfCoreSock struct {
	Common bpfCoreSockCommon `core:"__sk_common"`
}

type bpfCoreSockCommon struct {
	Family uint16 `core:"skc_family"`
}

type bpfCoreInetConnectionSock struct {
	IcskCaPriv [13]uint64
}

type bpfCoreTcpSock struct {
	SndCwnd      uint32
	SndSsthresh  uint32
	SndCwndCnt   uint32
	SndCwndClamp uint32
	PriorCwnd    uint32
	MssCache     uint32
}

type bpfCoreAckSample struct {
	PktsAcked uint32
}

// What a connection keeps, in the room that the kernel has for it.
type state struct {
	// The window before the last loss.
	before uint32
	acks   uint32
}

//go:section .struct_ops
var goReno = bpfCoreTcpCongestionOps{
	Init:      start,
	Release:   func(sk *bpfCoreSock) { released += uint64(of(sk).acks) },
	Ssthresh:  ssthresh,
	CongAvoid: (*bpfCoreSock).avoidCongestion,
	UndoCwnd:  undo,
	SetState:  func(sk *bpfCoreSock, state uint8) { states |= 1 << (state & 7) },
	PktsAcked: countPackets,
	Name:      "go_reno",
}

var (
	// Connections that began with it; and of which family the last one was.
	started uint64
	family  uint16
	// Acknowledged packets by the calls of CongAvoid and PktsAcked, and what the connections had counted when they were closed.
	avoided  uint64
	packets  uint64
	released uint64
	states   uint64
	window   uint64
	segment  uint64
)

func tcp(sk *bpfCoreSock) *bpfCoreTcpSock {
	return (*bpfCoreTcpSock)(unsafe.Pointer(sk))
}

func of(sk *bpfCoreSock) *state {
	return (*state)(unsafe.Pointer(&(*bpfCoreInetConnectionSock)(unsafe.Pointer(sk)).IcskCaPriv))
}

func start(sk *bpfCoreSock) {
	started++
	family = sk.Common.Family
	segment = uint64(tcp(sk).MssCache)
	*of(sk) = state{before: tcp(sk).SndCwnd}
}

func ssthresh(sk *bpfCoreSock) uint32 {
	of(sk).before = tcp(sk).SndCwnd
	return max(tcp(sk).SndCwnd/2, 2)
}

func undo(sk *bpfCoreSock) uint32 {
	return max(tcp(sk).SndCwnd, of(sk).before)
}

// One segment for each that is acknowledged below the threshold, and one for each window above it.
func (sk *bpfCoreSock) avoidCongestion(ack, acked uint32) {
	avoided += uint64(acked)
	tp := tcp(sk)
	if tp.SndCwnd < tp.SndSsthresh {
		room := min(acked, tp.SndSsthresh-tp.SndCwnd)
		tp.SndCwnd = min(tp.SndCwnd+room, tp.SndCwndClamp)
		acked -= room
	}
	if acked != 0 {
		tp.SndCwndCnt += acked
		if tp.SndCwnd != 0 && tp.SndCwndCnt >= tp.SndCwnd {
			rounds := tp.SndCwndCnt / tp.SndCwnd
			tp.SndCwndCnt -= rounds * tp.SndCwnd
			tp.SndCwnd = min(tp.SndCwnd+rounds, tp.SndCwndClamp)
		}
	}
	window = uint64(tp.SndCwnd)
}

func countPackets(sk *bpfCoreSock, sample *bpfCoreAckSample) {
	packets += uint64(sample.PktsAcked)
	of(sk).acks += sample.PktsAcked
}

func main() {}
