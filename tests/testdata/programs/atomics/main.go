// sync/atomic on package variables, whose values user space reads from .bss.
package main

import (
	"programs/packet"
	"sync/atomic"
	_ "unsafe" // go:section
)

var (
	sum32  uint32
	sum64  uint64
	signed int64
	last   uint64
	state  uint32
	typed  atomic.Uint64
)

//export atomics
//go:section xdp
func atomics(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	switch call.Operation {
	case 0:
		// Counting only: nobody looks at the result.
		atomic.AddUint64(&sum64, call.A)
		atomic.AddUint32(&sum32, uint32(call.A))
		atomic.AddInt64(&signed, -int64(call.A))
		typed.Add(call.A)
	case 1:
		call.Results[0] = atomic.AddUint64(&sum64, call.A)
		call.Results[1] = uint64(atomic.AddUint32(&sum32, uint32(call.A)))
	case 2:
		call.Results[0] = atomic.SwapUint64(&last, call.A)
	case 3:
		if atomic.CompareAndSwapUint32(&state, uint32(call.A), uint32(call.B)) {
			call.Results[0] = 1
		} else {
			call.Results[0] = 0
		}
		call.Results[1] = uint64(atomic.LoadUint32(&state))
	case 4:
		atomic.StoreUint64(&last, call.A)
		call.Results[0] = atomic.LoadUint64(&last)
	case 5:
		call.Results[0] = typed.Load()
	default:
		return packet.Drop
	}
	return packet.Pass
}

func main() {}
