// Iterators that Linux 5.10 has: each writes a line of text or a record about what the kernel goes through.
package main

import "unsafe"

type bpfCoreBpfIterMeta struct {
	Seq       *bpfCoreSeqFile
	SessionId uint64
	SeqNum    uint64
}

type bpfCoreSeqFile struct{}

type bpfCoreBpfMap struct {
	Id         uint32
	Name       [16]byte
	MaxEntries uint32
}

type bpfCoreBpfProg struct {
	Aux *bpfCoreBpfProgAux
}

type bpfCoreBpfProgAux struct {
	Id   uint32
	Name [16]byte
}

type bpfCoreTaskStruct struct {
	Pid  int32
	Tgid int32
	Comm [16]byte
}

type bpfCoreFile struct {
	FOp *bpfCoreFileOperations
}

type bpfCoreFileOperations struct{}

type bpfCoreSockCommon struct {
	SkcFamily uint16
	SkcNum    uint16
	SkcState  uint8
}

type bpfCoreSock struct {
	Common     bpfCoreSockCommon `core:"__sk_common"`
	SkProtocol uint16
}

type bpfCoreInetSock struct {
	Sk bpfCoreSock
}

type bpfCoreUdpSock struct {
	Inet bpfCoreInetSock
}

type bpfCoreNetlinkSock struct {
	Sk     bpfCoreSock
	Portid uint32
}

type bpfCoreFib6Info struct {
	Fib6Dst   bpfCoreRt6key
	Fib6Flags uint32
}

type bpfCoreRt6key struct {
	Addr bpfCoreIn6Addr
	Plen int32
}

type bpfCoreIn6Addr struct {
	In6U bpfCoreIn6AddrBytes `core:"in6_u"`
}

type bpfCoreIn6AddrBytes struct {
	_       struct{} `core:"union"`
	U6Addr8 [16]byte `core:"u6_addr8"`
}

// The contexts: struct bpf_iter__* in the kernel's BTF.
type (
	bpfIterBpfMap struct {
		Meta *bpfCoreBpfIterMeta
		Map  *bpfCoreBpfMap
	}
	bpfIterBpfProg struct {
		Meta *bpfCoreBpfIterMeta
		Prog *bpfCoreBpfProg
	}
	bpfIterTask struct {
		Meta *bpfCoreBpfIterMeta
		Task *bpfCoreTaskStruct
	}
	bpfIterTaskFile struct {
		Meta *bpfCoreBpfIterMeta
		Task *bpfCoreTaskStruct
		Fd   uint32
		File *bpfCoreFile
	}
	bpfIterTcp struct {
		Meta     *bpfCoreBpfIterMeta
		SkCommon *bpfCoreSockCommon
		Uid      uint32
	}
	bpfIterUdp struct {
		Meta   *bpfCoreBpfIterMeta
		UdpSk  *bpfCoreUdpSock
		Uid    uint32
		_      uint32
		Bucket int32
	}
	bpfIterNetlink struct {
		Meta *bpfCoreBpfIterMeta
		Sk   *bpfCoreNetlinkSock
	}
	bpfIterIpv6Route struct {
		Meta *bpfCoreBpfIterMeta
		Rt   *bpfCoreFib6Info
	}
)

func bpfSeqPrintf(seq *bpfCoreSeqFile, format *byte, size uint32, values unsafe.Pointer, length uint32) int64

// printf writes a line; the kernel wants a zero at the end of the format.
func printf(seq *bpfCoreSeqFile, format string, values []uint64) {
	bpfSeqPrintf(seq, unsafe.StringData(format), uint32(len(format)), unsafe.Pointer(unsafe.SliceData(values)), uint32(8*len(values)))
}

//export dump_maps
//go:section iter/bpf_map
func dumpMaps(ctx *bpfIterBpfMap) int32 {
	m := ctx.Map
	if m == nil {
		// The number of the last one.
		values := [...]uint64{ctx.Meta.SeqNum + 1}
		printf(ctx.Meta.Seq, "%llu maps\n\x00", values[:])
		return 0
	}
	values := [...]uint64{uint64(m.Id), uint64(m.MaxEntries), uint64(uintptr(unsafe.Pointer(&m.Name)))}
	printf(ctx.Meta.Seq, "%u %u %s\n\x00", values[:])
	return 0
}

//export dump_programs
//go:section iter/bpf_prog
func dumpPrograms(ctx *bpfIterBpfProg) int32 {
	if ctx.Prog == nil {
		return 0
	}
	aux := ctx.Prog.Aux
	values := [...]uint64{uint64(aux.Id), uint64(uintptr(unsafe.Pointer(&aux.Name)))}
	printf(ctx.Meta.Seq, "%u %s\n\x00", values[:])
	return 0
}

//export dump_tasks
//go:section iter/task
func dumpTasks(ctx *bpfIterTask) int32 {
	if ctx.Task == nil {
		printf(ctx.Meta.Seq, "end\n\x00", nil)
		return 0
	}
	values := [...]uint64{uint64(ctx.Task.Tgid), uint64(uintptr(unsafe.Pointer(&ctx.Task.Comm)))}
	printf(ctx.Meta.Seq, "%d %s\n\x00", values[:])
	return 0
}

var pid uint32

//export dump_files
//go:section iter/task_file
func dumpFiles(ctx *bpfIterTaskFile) int32 {
	task, file := ctx.Task, ctx.File
	if task == nil || file == nil || task.Tgid != int32(pid) || task.Pid != task.Tgid {
		return 0
	}
	values := [...]uint64{uint64(ctx.Fd), uint64(uintptr(unsafe.Pointer(file.FOp)))}
	printf(ctx.Meta.Seq, "fd %u: %pK\n\x00", values[:])
	return 0
}

//export dump_tcp
//go:section iter/tcp
func dumpTcp(ctx *bpfIterTcp) int32 {
	sk := ctx.SkCommon
	if sk == nil {
		return 0
	}
	values := [...]uint64{uint64(sk.SkcFamily), uint64(sk.SkcNum), uint64(sk.SkcState), uint64(ctx.Uid)}
	printf(ctx.Meta.Seq, "family %u, port %u, state %u, user %u\n\x00", values[:])
	return 0
}

//export dump_udp
//go:section iter/udp
func dumpUdp(ctx *bpfIterUdp) int32 {
	if ctx.UdpSk == nil {
		return 0
	}
	sk := &ctx.UdpSk.Inet.Sk
	values := [...]uint64{uint64(sk.Common.SkcFamily), uint64(sk.Common.SkcNum), uint64(ctx.Uid)}
	printf(ctx.Meta.Seq, "family %u, port %u, user %u\n\x00", values[:])
	return 0
}

//export dump_netlink
//go:section iter/netlink
func dumpNetlink(ctx *bpfIterNetlink) int32 {
	if ctx.Sk == nil {
		return 0
	}
	values := [...]uint64{uint64(ctx.Sk.Sk.SkProtocol), uint64(ctx.Sk.Portid)}
	printf(ctx.Meta.Seq, "protocol %u, port %u\n\x00", values[:])
	return 0
}

//export dump_routes
//go:section iter/ipv6_route
func dumpRoutes(ctx *bpfIterIpv6Route) int32 {
	route := ctx.Rt
	if route == nil {
		return 0
	}
	values := [...]uint64{uint64(uintptr(unsafe.Pointer(&route.Fib6Dst.Addr))), uint64(route.Fib6Dst.Plen)}
	printf(ctx.Meta.Seq, "%pi6/%u\n\x00", values[:])
	return 0
}

func main() {}
