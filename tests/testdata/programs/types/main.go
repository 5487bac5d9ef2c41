// Programs of many types in one object, all of which count in the same array and share a subprogram.
package main

import "unsafe"

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

var counts = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 8, MaxEntries: 32}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer

//go:noinline
func count(index uint32) bool {
	value := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&counts), unsafe.Pointer(&index)))
	if value == nil {
		return false
	}
	*value++
	return true
}

//export on_xdp
//go:section xdp
func onXDP(ctx unsafe.Pointer) int32 {
	count(0)
	return 2
}

//export on_xdp_frags
//go:section xdp.frags
func onXDPFrags(ctx unsafe.Pointer) int32 {
	count(1)
	return 2
}

//export on_classifier
//go:section classifier
func onClassifier(ctx unsafe.Pointer) int32 {
	count(2)
	return 0
}

//export on_socket
//go:section socket
func onSocket(ctx unsafe.Pointer) int32 {
	count(3)
	return 14
}

//export on_cgroup_skb
//go:section cgroup_skb/egress
func onCgroupSkb(ctx unsafe.Pointer) int32 {
	count(4)
	return 1
}

//export on_tracepoint
//go:section tracepoint/raw_syscalls/sys_enter
func onTracepoint(ctx unsafe.Pointer) int32 {
	count(5)
	return 0
}

//export on_raw_tracepoint
//go:section raw_tracepoint/sys_enter
func onRawTracepoint(ctx *[2]uint64) int32 {
	if ctx[1] > 1000 {
		count(7)
	}
	count(6)
	return 0
}

//export on_perf_event
//go:section perf_event
func onPerfEvent(ctx unsafe.Pointer) int32 {
	count(8)
	return 0
}

//export on_sock_ops
//go:section sockops
func onSockOps(ctx unsafe.Pointer) int32 {
	count(9)
	return 1
}

//export on_sk_msg
//go:section sk_msg
func onSkMsg(ctx unsafe.Pointer) int32 {
	count(10)
	return 1
}

//export on_verdict
//go:section sk_skb/stream_verdict
func onVerdict(ctx unsafe.Pointer) int32 {
	count(11)
	return 1
}

//export on_connect
//go:section cgroup/connect4
func onConnect(ctx unsafe.Pointer) int32 {
	count(12)
	return 1
}

//export on_sock_create
//go:section cgroup/sock_create
func onSockCreate(ctx unsafe.Pointer) int32 {
	count(13)
	return 1
}

//export on_device
//go:section cgroup/dev
func onDevice(ctx unsafe.Pointer) int32 {
	count(14)
	return 1
}

//export on_sysctl
//go:section cgroup/sysctl
func onSysctl(ctx unsafe.Pointer) int32 {
	count(15)
	return 1
}

//export on_setsockopt
//go:section cgroup/setsockopt
func onSetsockopt(ctx unsafe.Pointer) int32 {
	count(16)
	return 1
}

//export on_sk_lookup
//go:section sk_lookup
func onSkLookup(ctx unsafe.Pointer) int32 {
	count(17)
	return 1
}

//export on_flow_dissector
//go:section flow_dissector
func onFlowDissector(ctx unsafe.Pointer) int32 {
	count(18)
	return 0
}

func main() {}
