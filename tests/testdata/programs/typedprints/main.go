// Texts of values of all types that the Go package prints.
package main

import (
	"github.com/tinybpf/bpf"
	"programs/packet"
)

// Level is a number with a method, whose type TinyGo describes in another way.
type Level int16

// IsHigh is there for that.
func (l Level) IsHigh() bool { return l > 9 }

// Name is an array with a name of its own.
type Name [12]byte

// Text is what was printed.
type Text struct {
	Length int64
	Bytes  [120]byte
}

var texts = bpf.Array[Text]{MaxEntries: 8}

var name = Name{'g', 'o', 'p', 'h', 'e', 'r'}

//export print
//go:section xdp
func print(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	text := texts.Lookup(uint32(call.Operation & 7))
	if text == nil {
		return packet.Drop
	}
	to := &text.Bytes
	switch call.Operation {
	case 0:
		text.Length = bpf.Snprintf(to, "nothing, 100%%")
	case 1:
		text.Length = bpf.Snprintf(to, "%d %d %d %d", int8(call.A), int16(call.A), int32(call.A), int64(call.A))
	case 2:
		text.Length = bpf.Snprintf(to, "%d %d %d %d %d", uint8(call.A), uint16(call.A), uint32(call.A), call.A, uintptr(call.A))
	case 3:
		text.Length = bpf.Snprintf(to, "%x %X %u %lld %c", int32(call.A), call.A, int8(call.A), int16(call.A), call.B)
	case 4:
		local := [4]byte{'a', 'b', byte(call.B), 0}
		text.Length = bpf.Snprintf(to, "%s|%8s|%-8s|%v", &name, &local, local, "constant")
	case 5:
		level := Level(call.A)
		long := Name{'l', 'o', 'c', 'a', 'l', byte(call.B)}
		text.Length = bpf.Snprintf(to, "%v %5d|%-5d|%05d %s", level, level, bpf.Be16(call.B), low(call), long)
	case 6:
		address := bpf.IP(10, 1, 2, byte(call.B))
		text.Length = bpf.Snprintf(to, "%pI4 %d", &address, level(9))
	}
	return packet.Pass
}

type level uint8

//go:noinline
func low(call *packet.Call) uint32 { return uint32(call.B) }

func main() {}
