// The ways to ask whether a packet is long enough, each with a read of the last byte that is asked for.
package main

import (
	"encoding/binary"
	"programs/packet"
	"unsafe"
)

//export fields
//go:section xdp
func fields(ctx *packet.XDP) int32 {
	start, end := uintptr(ctx.Data), uintptr(ctx.DataEnd)
	if start < end {
		return int32(*(*uint8)(unsafe.Pointer(start)))
	}
	return -1
}

//export difference
//go:section xdp
func difference(ctx *packet.XDP) int32 {
	start, end := unsafe.Pointer(uintptr(ctx.Data)), unsafe.Pointer(uintptr(ctx.DataEnd))
	if uintptr(end)-uintptr(start) < 20 {
		return -1
	}
	return int32(*(*uint8)(unsafe.Add(start, 19)))
}

//export narrow_length
//go:section xdp
func narrowLength(ctx *packet.XDP) int32 {
	length := int(ctx.DataEnd - ctx.Data)
	bytes := unsafe.Slice((*byte)(unsafe.Pointer(uintptr(ctx.Data))), length)
	if len(bytes) < 30 {
		return -1
	}
	return int32(bytes[29])
}

//export slice
//go:section xdp
func slice(ctx *packet.XDP) int32 {
	start := uintptr(ctx.Data)
	bytes := unsafe.Slice((*byte)(unsafe.Pointer(start)), uintptr(ctx.DataEnd)-start)
	if len(bytes) >= 34 {
		var address [4]byte
		copy(address[:], bytes[14:34][16:])
		return int32(binary.BigEndian.Uint32(address[:]) & 0xffff)
	}
	return -1
}

//export each
//go:section xdp
func each(ctx *packet.XDP) int32 {
	var sum int32
	at, end := uintptr(ctx.Data), uintptr(ctx.DataEnd)
	for i := 0; i < 100; i++ {
		if at >= end {
			break
		}
		if at+1 > end {
			break
		}
		sum += int32(*(*byte)(unsafe.Pointer(at)))
		at++
	}
	return sum
}

// struct bpf_sockopt in linux/bpf.h: here the fields are pointers.
type sockopt struct {
	Socket   unsafe.Pointer
	Value    unsafe.Pointer
	ValueEnd unsafe.Pointer
	Level    int32
	Name     int32
	Length   int32
	Result   int32
}

//export pointers
//go:section cgroup/setsockopt
func pointers(ctx *sockopt) int32 {
	value := (*uint32)(ctx.Value)
	if uintptr(ctx.Value)+unsafe.Sizeof(*value) > uintptr(ctx.ValueEnd) {
		return 1
	}
	if *value == 0xdead {
		return 0
	}
	return 1
}

func main() {}
