// What different passes find, in one function: all of it is told at once, and nothing that only follows from it.
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var counts = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 8, MaxEntries: 16}
var queue []uint32
var rate float64

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfKtimeGetNanos() uint64
func bpfRedirectMap(m unsafe.Pointer, key uint64, flags uint64) int64

//export prog
//go:section tc
func prog(ctx *[64]uint32) int32 { // ERROR: bytes of stack, and the kernel allows 512
	queue = append(queue, ctx[0]) // ERROR: `append`
	if len(queue) > 3 {
		rate = rate * 0.5 // ERROR: floating point
	}
	n := bpfKtimeGetNanos() // ERROR: no helper `bpfKtimeGetNanos`
	key := uint32(n)
	if count := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&counts), unsafe.Pointer(&key))); count != nil {
		*count += n
	}
	second := uint32(2)
	count := (*uint64)(bpfMapLookupElem(unsafe.Pointer(&counts), unsafe.Pointer(&second)))
	*count++    // ERROR: nil
	ctx[60] = 1 // ERROR: context
	var buf [640]byte
	for i := range buf {
		buf[i] = byte(ctx[0]) + byte(i)
	}
	return int32(buf[ctx[0]&511])
}

func main() {}
