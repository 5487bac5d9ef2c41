// Logs of every kind, and beside them a record that is written by hand.
package main

import (
	"github.com/tinybpf/bpf"
	"programs/packet"
)

// Pid is a type of its own.
type Pid uint32

// Name is one, too.
type Name [12]byte

type event struct {
	Comm [16]byte
	Pid  Pid
}

// Record is what `logged` logs.
type Record struct {
	Site uint32
	A, B uint32
	Comm [16]byte
}

var (
	records = bpf.RingBuf[Record]{MaxEntries: 4096}
	last    = event{Comm: [16]byte{'c', 'a', 't'}, Pid: 7}
	names   = bpf.HashMap[uint32, Name]{MaxEntries: 4}
)

//export logs
//go:section xdp
func logs(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	a, b := call.A, call.B
	switch call.Operation {
	case 1:
		bpf.Info("only text")
	case 2:
		bpf.Warn("open by %d (%s) of %v", last.Pid, last.Comm, a > b)
	case 3:
		bpf.Error("%d %d %d %d", int8(a), int16(a), int32(a), int64(a))
	case 4:
		bpf.Error("%d %d %d %d", uint8(a), uint16(a), uint32(a), a)
	case 5:
		bpf.Debug("nothing of this %d is left", a)
	case 6:
		bpf.Info("%s to %v, port %d, %#x", bpf.IP(10, 0, 0, byte(a)), bpf.IP(10, 0, 0, byte(b)), bpf.ToBe16(uint16(a)), bpf.ToBe64(b))
	case 7:
		mac := [6]byte{0xaa, byte(a), byte(b), 1, 2, 3}
		bpf.Info("%5d|%-5d|%05d|%#08x|%+d|%c|%t|% x|%v|%X%%", int8(-1), 2, a, b, 4, 'é', true, mac, [2]byte{1, 2}, mac)
	case 8:
		logged(a, "in a function")
		if name, _ := find(uint32(a)); name != nil {
			bpf.Info("%s", *name)
		}
	}
	return packet.Pass
}

func find(key uint32) (*Name, bool) {
	name := names.Lookup(&key)
	return name, name != nil
}

// logged logs what is of any type.
func logged[T any](value T, _ string) {
	bpf.Info("any: %v", value)
}

//export logged
//go:section xdp
func logs_one(ctx *bpf.XdpMd) bpf.XdpAction {
	bpf.Info("%d %d %s", ctx.IngressIfindex, ctx.RxQueueIndex, last.Comm)
	return bpf.XdpPass
}

//export written
//go:section xdp
func writes_one(ctx *bpf.XdpMd) bpf.XdpAction {
	a, b := ctx.IngressIfindex, ctx.RxQueueIndex
	if record := records.Reserve(); record != nil {
		record.Site = 9
		record.A, record.B = a, b
		record.Comm = last.Comm
		records.Submit(record)
	}
	return bpf.XdpPass
}

func main() {}
