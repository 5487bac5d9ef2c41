//go:build tinygo

// Two TCP congestion controls that share their functions, registered by links; the kernel's own Reno does the work.
package main

import _ "unsafe"

type bpfCoreTcpCongestionOps struct {
	Begin     func(sk *bpfCoreSock) `core:"init"`
	Release   func(sk *bpfCoreSock)
	Ssthresh  func(sk *bpfCoreSock) uint32
	CongAvoid func(sk *bpfCoreSock, ack, acked uint32)
	UndoCwnd  func(sk *bpfCoreSock) uint32
	PktsAcked func(sk *bpfCoreSock, sample *bpfCoreAckSample)
	// No kernel has it, and it may be missing as long as it is nil.
	OfTheFuture func()
	Name        [16]byte
	Flags       uint32
}

type bpfCoreSock struct{}

type bpfCoreAckSample struct {
	PktsAcked uint32
}

func bpfKfuncTcpRenoSsthresh(sk *bpfCoreSock) uint32
func bpfKfuncTcpRenoUndoCwnd(sk *bpfCoreSock) uint32
func bpfKfuncTcpRenoCongAvoid(sk *bpfCoreSock, ack, acked uint32)

const nonRestricted = 1 // TCP_CONG_NON_RESTRICTED

//go:section .struct_ops.link
var goFirst = bpfCoreTcpCongestionOps{
	Begin:     count,
	Release:   count,
	Ssthresh:  ssthresh,
	CongAvoid: avoid,
	UndoCwnd:  undo,
	PktsAcked: overflow,
	Name:      name("go_first"),
	Flags:     nonRestricted,
}

//go:section .struct_ops.link
var goSecond = bpfCoreTcpCongestionOps{
	Ssthresh:  ssthresh,
	CongAvoid: func(sk *bpfCoreSock, ack, acked uint32) { second++; avoid(sk, ack, acked) },
	UndoCwnd:  undo,
	Name:      name("go_second"),
}

// The loader decides whether it exists.
//
//go:section ?.struct_ops.link
var goSpare = bpfCoreTcpCongestionOps{
	Ssthresh:  ssthresh,
	CongAvoid: avoid,
	UndoCwnd:  undo,
	Name:      name("go_spare"),
}

var (
	counted uint64
	avoided uint64
	second  uint64
	calls   uint64
	passed  uint64
	slots   [8]uint8
)

// TinyGo computes it when it compiles.
func name(text string) (bytes [16]byte) {
	copy(bytes[:15], text)
	return bytes
}

func count(sk *bpfCoreSock) { counted++ }

func ssthresh(sk *bpfCoreSock) uint32 { return bpfKfuncTcpRenoSsthresh(sk) }

func undo(sk *bpfCoreSock) uint32 { return bpfKfuncTcpRenoUndoCwnd(sk) }

func avoid(sk *bpfCoreSock, ack, acked uint32) {
	avoided += uint64(acked)
	bpfKfuncTcpRenoCongAvoid(sk, ack, acked)
}

// Panics from the ninth call on.
func overflow(sk *bpfCoreSock, sample *bpfCoreAckSample) {
	calls++
	slots[calls-1] = uint8(sample.PktsAcked)
	passed++
}

func main() {}
