// Reads each field of the made-up kernel's struct through the view in kernel.go.
package main

import "unsafe"

var sum uint64

func bpfCoreReadBitfield(field unsafe.Pointer) uint64
func bpfCoreFieldOffset(field unsafe.Pointer) uint32

//export read
//go:section raw_tp/sys_enter
func read(ctx *[2]*bpfCoreThing_) int32 {
	thing := ctx[1]
	numbers(thing)
	enums(thing)
	parts(thing)
	pointers(thing)
	return 0
}

//go:noinline
func numbers(thing *bpfCoreThing_) {
	sum += uint64(thing.State) + uint64(thing.State_) + uint64(thing.DU) + uint64(thing.Type) + uint64(thing.State__)
	if thing.Range {
		sum++
	}
	sum += uint64(thing.Comm[3]) + uint64(thing.Tiny) + thing.X32bit
	sum += bpfCoreReadBitfield(unsafe.Pointer(&thing.Sign)) + bpfCoreReadBitfield(unsafe.Pointer(&thing.Flag))
	sum += bpfCoreReadBitfield(unsafe.Pointer(&thing.Ready)) + bpfCoreReadBitfield(unsafe.Pointer(&thing.Shade))
}

//go:noinline
func enums(thing *bpfCoreThing_) {
	if thing.Colour == BLUE || thing.Odd == GREEN_TOO || thing.Wide == WIDE {
		sum++
	}
	if thing.Level == HIGH || thing.Size == LARGE {
		sum++
	}
}

//go:noinline
func parts(thing *bpfCoreThing_) {
	sum += uint64(thing.Id.Val) + uint64(thing.Value.Number) + uint64(thing.Value.Bytes[2])
	sum += thing.Leaves[1][2].Deep
	sum += uint64(thing.Part.Inner) + uint64(thing.Part.Place[1].Y)
	sum += thing.First + uint64(thing.Low) + uint64(thing.High)
}

//go:noinline
func pointers(thing *bpfCoreThing_) {
	sum += uint64(thing.Next.State) + uint64(thing.Branch.Leaf.Deep) + uint64(thing.Branches[1].Way)
	for _, address := range [...]unsafe.Pointer{thing.Hidden, thing.Text, thing.Where, thing.Owner, thing.Run} {
		sum += uint64(uintptr(address))
	}
	sum += uint64(bpfCoreFieldOffset(unsafe.Pointer(&thing.Rest)))
	other := (*bpfCoreThing)(unsafe.Pointer(thing.Branch))
	sum += uint64(other.Only)
	kind := (*bpfCoreUnionKind)(unsafe.Pointer(other))
	sum += uint64(kind.N)
}

func main() {}
