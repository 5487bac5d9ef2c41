// Memory behind a dynptr: of a ring buffer, of a map value, of packets.
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

type bpfDynptr struct{ _ [2]uint64 }

var (
	events = bpfMapDef{Type: 27, MaxEntries: 4096}
	notes  = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 64, MaxEntries: 1}
)

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfRingbufReserveDynptr(m unsafe.Pointer, size uint32, flags uint64, p *bpfDynptr) int64
func bpfRingbufSubmitDynptr(p *bpfDynptr, flags uint64)
func bpfRingbufDiscardDynptr(p *bpfDynptr, flags uint64)
func bpfDynptrFromMem(data unsafe.Pointer, size uint32, flags uint64, p *bpfDynptr) int64
func bpfDynptrRead(to unsafe.Pointer, length uint32, p *bpfDynptr, offset uint32, flags uint64) int64
func bpfDynptrWrite(p *bpfDynptr, offset uint32, from unsafe.Pointer, length uint32, flags uint64) int64
func bpfDynptrData(p *bpfDynptr, offset, length uint32) unsafe.Pointer

func bpfKfuncBpfDynptrFromSkb(skb unsafe.Pointer, flags uint64, p *bpfDynptr) int32
func bpfKfuncBpfDynptrFromXdp(xdp unsafe.Pointer, flags uint64, p *bpfDynptr) int32
func bpfKfuncBpfDynptrSlice(p *bpfDynptr, offset uint64, buffer unsafe.Pointer, size uint64) unsafe.Pointer
func bpfKfuncBpfDynptrSliceRdwr(p *bpfDynptr, offset uint64, buffer unsafe.Pointer, size uint64) unsafe.Pointer
func bpfKfuncBpfDynptrSize(p *bpfDynptr) uint64

// Head is what each record begins with.
type Head struct {
	Kind, Length uint32
}

// Ethernet is the header of a packet.
type Ethernet struct {
	To, From [6]byte
	Type     uint16
}

var (
	// What user space sets: how long a record is, and which byte of it is written in a way that can panic.
	size  uint32 = 16
	index uint32
	table = [4]byte{'a', 'b', 'c', 'd'}

	total uint64
)

// Writes a record whose size only running tells.
//
//export record
//go:section classifier
func record(ctx unsafe.Pointer) int32 {
	var p bpfDynptr
	if bpfRingbufReserveDynptr(unsafe.Pointer(&events), size, 0, &p) != 0 {
		bpfRingbufDiscardDynptr(&p, 0)
		return 1
	}
	head := Head{Kind: 7, Length: size}
	if bpfDynptrWrite(&p, 0, unsafe.Pointer(&head), uint32(unsafe.Sizeof(head)), 0) != 0 {
		bpfRingbufDiscardDynptr(&p, 0)
		return 2
	}
	// A panic here discards the record.
	letter := table[index]
	if last := (*byte)(bpfDynptrData(&p, 8, 1)); last != nil {
		*last = letter
	}
	bpfRingbufSubmitDynptr(&p, 0)
	return 0
}

// Writes into a map value and reads back.
//
//export note
//go:section classifier
func note(ctx unsafe.Pointer) int32 {
	key := uint32(0)
	value := bpfMapLookupElem(unsafe.Pointer(&notes), unsafe.Pointer(&key))
	if value == nil {
		return 100
	}
	var p bpfDynptr
	if bpfDynptrFromMem(value, 64, 0, &p) != 0 {
		return 101
	}
	head := Head{Kind: 3, Length: 9}
	if bpfDynptrWrite(&p, 40, unsafe.Pointer(&head), uint32(unsafe.Sizeof(head)), 0) != 0 {
		return 102
	}
	var read Head
	if bpfDynptrRead(unsafe.Pointer(&read), uint32(unsafe.Sizeof(read)), &p, 40, 0) != 0 {
		return 103
	}
	// Beyond its end.
	if bpfDynptrRead(unsafe.Pointer(&head), uint32(unsafe.Sizeof(head)), &p, 60, 0) == 0 {
		return 104
	}
	return int32(read.Kind*10 + read.Length)
}

func exchange(p *bpfDynptr) int32 {
	var buffer Ethernet
	header := (*Ethernet)(bpfKfuncBpfDynptrSliceRdwr(p, 0, unsafe.Pointer(&buffer), uint64(unsafe.Sizeof(buffer))))
	if header == nil {
		return 0
	}
	header.To, header.From = header.From, header.To
	total += bpfKfuncBpfDynptrSize(p)
	return 1
}

// Exchanges the addresses of a packet.
//
//export exchange_xdp
//go:section xdp
func exchangeXdp(ctx unsafe.Pointer) int32 {
	var p bpfDynptr
	if bpfKfuncBpfDynptrFromXdp(ctx, 0, &p) != 0 {
		return 0
	}
	return 1 + exchange(&p)
}

// Reads the type of a packet.
//
//export type_of
//go:section classifier
func typeOf(ctx unsafe.Pointer) int32 {
	var p bpfDynptr
	if bpfKfuncBpfDynptrFromSkb(ctx, 0, &p) != 0 {
		return 1
	}
	var buffer Ethernet
	header := (*Ethernet)(bpfKfuncBpfDynptrSlice(&p, 0, unsafe.Pointer(&buffer), uint64(unsafe.Sizeof(buffer))))
	if header == nil {
		return 2
	}
	return int32(header.Type)
}

func main() {}
