// Reads of kernel structs that lie differently in each kernel, in place and through the helper: numbers, bit-fields, unions,
// embedded structs, chains, enumerators.
package main

import "unsafe"

//go:section .rodata
var onlyPID uint32

type bpfCoreTaskStruct struct {
	Comm       [16]byte
	RealParent *bpfCoreTaskStruct
	Tgid       int32
	Pid        int32
	// One bit.
	InExecve bool
	Cred     *bpfCoreCred
	Nsproxy  *bpfCoreNsproxy
}

type bpfCoreCred struct {
	Uid bpfCoreKuidT
}

// A typedef in C, of a struct without a name.
type bpfCoreKuidT struct {
	Val uint32
}

type bpfCoreNsproxy struct {
	UtsNs *bpfCoreUtsNamespace
}

type bpfCoreUtsNamespace struct {
	Name bpfCoreNewUtsname
}

type bpfCoreNewUtsname struct {
	Nodename [65]byte
	Sysname  [65]byte
}

type bpfCoreLinuxBinprm struct {
	Filename unsafe.Pointer
	Argc     int32
}

type bpfCoreSock struct {
	Common     bpfCoreSockCommon `core:"__sk_common"`
	SkProtocol uint16
	// Four bits up to Linux 6.6, a byte later.
	SkUserlocks uint8
}

// Its fields are in unions and structs without names.
type bpfCoreSockCommon struct {
	SkcDport  uint16
	SkcNum    uint16
	SkcDaddr  uint32
	SkcFamily uint16
	// Four bits.
	SkcReuse uint8
}

// A socket with more behind it.
type bpfCoreInetSock struct {
	Sk        bpfCoreSock
	InetSport uint16
}

type bpfCoreSkBuff struct {
	Dev      *bpfCoreNetDevice
	Len      uint32
	Protocol uint16
	// Three bits and two.
	PktType  uint8
	IpSummed uint8
}

type bpfCoreNetDevice struct {
	Name    [16]byte
	Ifindex int32
}

// The arguments of the tracepoints: TP_PROTO in include/trace/events.
type (
	exec struct {
		task   *bpfCoreTaskStruct
		oldPid int64
		bprm   *bpfCoreLinuxBinprm
	}
	state struct {
		sk       *bpfCoreSock
		old, new uint64
	}
	queue struct {
		skb *bpfCoreSkBuff
	}
)

// What a program found of a task that begins another program, in place and through the helper.
type task struct {
	Tgid, Parent, InExecve, Uid uint32
	Comm                        [16]byte
	Argc                        uint32
	Filename                    [12]byte
	Nodename                    [8]byte
	Grandparent                 uint32
	Copied                      uint32
}

// What it found of a socket.
type socket struct {
	Address           uint32
	Port, Num         uint16
	Family, Protocol  uint16
	Reuse, Userlocks  uint16
	Sport, Unused     uint16
	InPlace, ByHelper uint32
}

var (
	typed, raw            task
	listening, connecting socket
	packet                struct {
		Len, Protocol, PktType, IpSummed, Ifindex uint32
		Device                                    [4]byte
	}
	enums struct {
		Online, HasArena, HasHash, HasNothing uint32
	}
)

func bpfGetCurrentPidTgid() uint64
func bpfProbeReadKernel(dst unsafe.Pointer, size uint32, src unsafe.Pointer) int64
func bpfProbeReadKernelStr(dst unsafe.Pointer, size uint32, src unsafe.Pointer) int64
func bpfCoreReadBitfield(field unsafe.Pointer) uint64
func bpfCoreEnumValueExists(enum, enumerator string) bool
func bpfCoreEnumValue(enum, enumerator string) uint64

//export on_exec
//go:section tp_btf/sched_process_exec
func onExec(args *exec) int32 {
	t := args.task
	if t.RealParent.Tgid != int32(onlyPID) {
		return 0
	}
	typed.Tgid = uint32(t.Tgid)
	typed.Parent = uint32(t.RealParent.Tgid)
	typed.Grandparent = uint32(t.RealParent.RealParent.Tgid)
	typed.InExecve = uint32(bpfCoreReadBitfield(unsafe.Pointer(&t.InExecve)))
	typed.Uid = t.Cred.Uid.Val
	typed.Comm = t.Comm
	typed.Argc = uint32(args.bprm.Argc)
	bpfProbeReadKernelStr(unsafe.Pointer(&typed.Filename), uint32(unsafe.Sizeof(typed.Filename)), args.bprm.Filename)
	for i := range typed.Nodename {
		typed.Nodename[i] = t.Nsproxy.UtsNs.Name.Nodename[i]
	}
	whole := *t.RealParent
	typed.Copied = uint32(whole.Tgid)
	enums.Online = uint32(bpfCoreEnumValue("cpuhp_state", "CPUHP_ONLINE"))
	if bpfCoreEnumValueExists("bpf_map_type", "BPF_MAP_TYPE_ARENA") {
		enums.HasArena = 1
	}
	if bpfCoreEnumValueExists("bpf_map_type", "BPF_MAP_TYPE_HASH") {
		enums.HasHash = 1
	}
	if bpfCoreEnumValueExists("bpf_map_type", "BPF_MAP_TYPE_NOTHING") {
		enums.HasNothing = 1
	}
	return 0
}

//export on_exec_raw
//go:section raw_tp/sched_process_exec
func onExecRaw(args *exec) int32 {
	t := args.task
	if t.RealParent.Tgid != int32(onlyPID) {
		return 0
	}
	raw.Tgid = uint32(t.Tgid)
	raw.Parent = uint32(t.RealParent.Tgid)
	raw.Grandparent = uint32(t.RealParent.RealParent.Tgid)
	raw.InExecve = uint32(bpfCoreReadBitfield(unsafe.Pointer(&t.InExecve)))
	raw.Uid = t.Cred.Uid.Val
	raw.Comm = t.Comm
	raw.Argc = uint32(args.bprm.Argc)
	bpfProbeReadKernelStr(unsafe.Pointer(&raw.Filename), uint32(unsafe.Sizeof(raw.Filename)), args.bprm.Filename)
	for i := range raw.Nodename {
		raw.Nodename[i] = t.Nsproxy.UtsNs.Name.Nodename[i]
	}
	var parent bpfCoreTaskStruct
	bpfProbeReadKernel(unsafe.Pointer(&parent), uint32(unsafe.Sizeof(parent)), unsafe.Pointer(t.RealParent))
	raw.Copied = uint32(parent.Tgid)
	return 0
}

// TCP_SYN_SENT and TCP_LISTEN in include/net/tcp_states.h.
const (
	synSent = 2
	listen  = 10
)

//export on_state
//go:section tp_btf/inet_sock_set_state
func onState(args *state) int32 {
	if uint32(bpfGetCurrentPidTgid()>>32) != onlyPID {
		return 0
	}
	sk := args.sk
	var s *socket
	switch args.new {
	case synSent:
		s = &connecting
	case listen:
		s = &listening
	default:
		return 0
	}
	s.Address = sk.Common.SkcDaddr
	s.Port = sk.Common.SkcDport
	s.Num = sk.Common.SkcNum
	s.Family = sk.Common.SkcFamily
	s.Protocol = sk.SkProtocol
	s.Reuse = uint16(bpfCoreReadBitfield(unsafe.Pointer(&sk.Common.SkcReuse)))
	s.Userlocks = uint16(bpfCoreReadBitfield(unsafe.Pointer(&sk.SkUserlocks)))
	inet := (*bpfCoreInetSock)(unsafe.Pointer(sk))
	bpfProbeReadKernel(unsafe.Pointer(&s.Sport), 2, unsafe.Pointer(&inet.InetSport))
	return 0
}

//export on_queue
//go:section tp_btf/net_dev_queue
func onQueue(args *queue) int32 {
	if uint32(bpfGetCurrentPidTgid()>>32) != onlyPID {
		return 0
	}
	skb := args.skb
	packet.Len = skb.Len
	packet.Protocol = uint32(skb.Protocol)
	packet.PktType = uint32(bpfCoreReadBitfield(unsafe.Pointer(&skb.PktType)))
	packet.IpSummed = uint32(bpfCoreReadBitfield(unsafe.Pointer(&skb.IpSummed)))
	packet.Ifindex = uint32(skb.Dev.Ifindex)
	for i := range packet.Device {
		packet.Device[i] = skb.Dev.Name[i]
	}
	return 0
}

func main() {}
