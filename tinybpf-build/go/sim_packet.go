//go:build !tinygo

package bpf

import (
	"fmt"
	"unsafe"
)

// NewXdpMd returns the context of an XDP program for a packet. Only tests have it.
func NewXdpMd(packet []byte) *XdpMd {
	ctx := &XdpMd{DataEnd: uint32(len(packet))}
	setPacket(unsafe.Pointer(ctx), packet)
	return ctx
}

// NewSkBuff returns the context of a tc program, or another on packets, for a packet. Only tests have it.
func NewSkBuff(packet []byte) *SkBuff {
	ctx := &SkBuff{Len: uint32(len(packet)), DataEnd: uint32(len(packet))}
	setPacket(unsafe.Pointer(ctx), packet)
	return ctx
}

// NewSkMsgMd returns the context of an sk_msg program for a message. Only tests have it.
func NewSkMsgMd(message []byte) *SkMsgMd {
	ctx := &SkMsgMd{Size: uint32(len(message))}
	setPacket(unsafe.Pointer(ctx), message)
	return ctx
}

// NewSkReuseportMd returns the context of an sk_reuseport program for a packet. Only tests have it.
func NewSkReuseportMd(packet []byte) *SkReuseportMd {
	ctx := &SkReuseportMd{Len: uint32(len(packet))}
	setPacket(unsafe.Pointer(ctx), packet)
	return ctx
}

func setPacket(ctx unsafe.Pointer, packet []byte) {
	kernel.Lock()
	defer kernel.Unlock()
	kernel.packets[ctx] = packet
}

// packetOf returns the packet of a context; the kernel is not locked.
func packetOf(ctx unsafe.Pointer) []byte {
	kernel.Lock()
	defer kernel.Unlock()
	packet, ok := kernel.packets[ctx]
	if !ok {
		panic(fmt.Sprintf("bpf: the context %p has no packet: make it with NewXdpMd or NewSkBuff, after Reset", ctx))
	}
	return packet
}

// At returns what lies in the packet at an offset in bytes, in the packet itself, or nil if the packet ends before. One comparison is all
// that it costs. An offset that was computed must be known to be small: `off & 0xfff`, or the sum of header lengths.
func At[T any, C Packet](ctx C, off uintptr) *T {
	packet := packetOf(address(ctx))
	var t T
	if off+unsafe.Sizeof(t) > uintptr(len(packet)) {
		return nil
	}
	return (*T)(unsafe.Pointer(&packet[off]))
}

func address[C Packet](ctx C) unsafe.Pointer {
	switch ctx := any(ctx).(type) {
	case *XdpMd:
		return unsafe.Pointer(ctx)
	case *SkBuff:
		return unsafe.Pointer(ctx)
	case *SkMsgMd:
		return unsafe.Pointer(ctx)
	case *SkReuseportMd:
		return unsafe.Pointer(ctx)
	}
	panic("bpf: no packet")
}

// Bytes returns the packet of a context, as programs have left it. Only tests have it.
func Bytes[C Packet](ctx C) []byte { return packetOf(address(ctx)) }

func (c *XdpMd) bounds() (start, end uintptr)         { return 0, 0 }
func (c *SkBuff) bounds() (start, end uintptr)        { return 0, 0 }
func (c *SkMsgMd) bounds() (start, end uintptr)       { return 0, 0 }
func (c *SkReuseportMd) bounds() (start, end uintptr) { return 0, 0 }
