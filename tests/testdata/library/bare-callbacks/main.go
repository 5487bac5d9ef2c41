// The same program as in `typed-callbacks`, with nothing but the conventions of the compiler.
package main

import "unsafe"

type skBuff struct {
	Len  uint32
	_    uint32
	Mark uint32
}

type bpfTimer struct{ _ [2]uint64 }

type bpfDynptr struct{ _ [2]uint64 }

// Flow counts the packets of a source; the timer forgets it.
type Flow struct {
	Packets uint64
	Expiry  bpfTimer
}

// Order is a record of user space's.
type Order struct{ Index, Amount uint64 }

// Sums is what functions that are called back share with their callers.
type Sums struct{ Count, Total uint64 }

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var (
	flows  = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 24, MaxEntries: 1024}
	totals = bpfMapDef{Type: 6, KeySize: 4, ValueSize: 8, MaxEntries: 8}
	orders = bpfMapDef{Type: 31, MaxEntries: 4096}
	notes  = bpfMapDef{Type: 27, MaxEntries: 4096}

	samples = bpfMapDef{Type: 4, KeySize: 4, ValueSize: 4}

	drained Sums
)

func bpfLoop(n uint32, fn func(index uint32, sums *Sums) int32, sums *Sums, flags uint64) int64

//go:linkname forEachTotal bpf_for_each_map_elem
func forEachTotal(m *bpfMapDef, fn func(m *bpfMapDef, index *uint32, value *uint64, sums *Sums) int32, sums *Sums, flags uint64) int64

//go:linkname forEachFlow bpf_for_each_map_elem
func forEachFlow(m *bpfMapDef, fn func(m *bpfMapDef, source *uint32, flow *Flow, sums *Sums) int32, sums *Sums, flags uint64) int64
func bpfMapLookupElem(m *bpfMapDef, key *uint32) *Flow
func bpfMapUpdateElem(m *bpfMapDef, key *uint32, value *Flow, flags uint64) int64
func bpfMapDeleteElem(m *bpfMapDef, key *uint32) int64
func bpfTimerInit(timer *bpfTimer, m *bpfMapDef, flags uint64) int64
func bpfTimerSetCallback(timer *bpfTimer, fn func(m *bpfMapDef, source *uint32, flow *Flow) int32) int64
func bpfTimerStart(timer *bpfTimer, nanoseconds, flags uint64) int64
func bpfTimerCancel(timer *bpfTimer) int64
func bpfUserRingbufDrain(m *bpfMapDef, fn func(record *bpfDynptr, sums *Sums) int32, sums *Sums, flags uint64) int64
func bpfDynptrRead(to unsafe.Pointer, size uint64, from *bpfDynptr, offset, flags uint64) int64
func bpfDynptrWrite(to *bpfDynptr, offset uint64, from unsafe.Pointer, size, flags uint64) int64
func bpfDynptrData(from *bpfDynptr, offset, size uint64) unsafe.Pointer
func bpfRingbufReserveDynptr(m *bpfMapDef, size uint32, flags uint64, to *bpfDynptr) int64
func bpfRingbufSubmitDynptr(record *bpfDynptr, flags uint64)
func bpfRingbufDiscardDynptr(record *bpfDynptr, flags uint64)

const lifetime = 1_000_000_000

//export count
//go:section classifier
func count(ctx *skBuff) int32 {
	var sums Sums
	rounds := bpfLoop(ctx.Len, add, &sums, 0)
	rounds += bpfLoop(100, func(index uint32, sums *Sums) int32 {
		if uint64(index) == sums.Total {
			return 1
		}
		sums.Count++
		return 0
	}, &sums, 0)
	rounds += forEachTotal(&totals, func(m *bpfMapDef, index *uint32, value *uint64, sums *Sums) int32 {
		sums.Total += *value
		*value = 0
		return 0
	}, &sums, 0)
	rounds += forEachFlow(&flows, forget, &sums, 0)
	source := ctx.Mark
	flow := bpfMapLookupElem(&flows, &source)
	if flow == nil {
		bpfMapUpdateElem(&flows, &source, &Flow{}, 1)
		if flow = bpfMapLookupElem(&flows, &source); flow == nil {
			return 2
		}
		bpfTimerInit(&flow.Expiry, &flows, 1)
		bpfTimerSetCallback(&flow.Expiry, expire)
	}
	flow.Packets += uint64(rounds)
	if flow.Packets > 1000 {
		bpfTimerCancel(&flow.Expiry)
	} else {
		bpfTimerStart(&flow.Expiry, lifetime, 0)
	}
	if sums.Total > 100 {
		return 2
	}
	return 0
}

func add(index uint32, sums *Sums) int32 {
	sums.Total += uint64(index)
	return 0
}

// forget deletes what is idle.
func forget(m *bpfMapDef, source *uint32, flow *Flow, sums *Sums) int32 {
	if flow.Packets == 0 {
		bpfMapDeleteElem(m, source)
	}
	sums.Count++
	return 0
}

func expire(m *bpfMapDef, source *uint32, flow *Flow) int32 {
	bpfMapDeleteElem(m, source)
	return 0
}

//export take
//go:section classifier
func take(ctx *skBuff) int32 {
	var sums Sums
	if bpfUserRingbufDrain(&orders, process, &sums, 1) < 0 {
		return 2
	}
	drained = sums
	var note bpfDynptr
	if bpfRingbufReserveDynptr(&notes, ctx.Len, 0, &note) != 0 {
		bpfRingbufDiscardDynptr(&note, 0)
		return 2
	}
	order := Order{Amount: sums.Total}
	bpfDynptrWrite(&note, 0, unsafe.Pointer(&order), uint64(unsafe.Sizeof(order)), 0)
	bpfRingbufSubmitDynptr(&note, 0)
	return 0
}

func process(record *bpfDynptr, sums *Sums) int32 {
	var order Order
	if bpfDynptrRead(unsafe.Pointer(&order), uint64(unsafe.Sizeof(order)), record, 0, 0) != 0 {
		return 1
	}
	sums.Count++
	if order := (*Order)(bpfDynptrData(record, 0, uint64(unsafe.Sizeof(order)))); order != nil {
		sums.Total += order.Amount
	}
	return 0
}

type rawTracepointArgs struct{ Args [12]uint64 }

func bpfGetCurrentTaskBtf() *bpfCoreTaskStruct
func bpfFindVma(task *bpfCoreTaskStruct, address uint64, fn func(task *bpfCoreTaskStruct, vma *bpfCoreVmAreaStruct, sums *Sums) int32, sums *Sums, flags uint64) int64
func bpfSkbOutput(skb *bpfCoreSkBuff, m *bpfMapDef, flags uint64, record *Sums, size uint64) int64

type bpfCoreTaskStruct struct{ Pid int32 }

type bpfCoreVmAreaStruct struct{ VmStart uint64 }

type bpfCoreSkBuff struct{ Len uint32 }

//export find
//go:section raw_tp/sys_enter
func find(ctx *rawTracepointArgs) int32 {
	var sums Sums
	task := bpfGetCurrentTaskBtf()
	if bpfFindVma(task, ctx.Args[1], area, &sums, 0) == 0 {
		drained = sums
	}
	return 0
}

func area(task *bpfCoreTaskStruct, vma *bpfCoreVmAreaStruct, sums *Sums) int32 {
	sums.Count += uint64(task.Pid)
	sums.Total += vma.VmStart
	return 0
}

// The arguments of the tracepoint kfree_skb.
type freed struct{ Skb *bpfCoreSkBuff }

//export drop
//go:section tp_btf/kfree_skb
func drop(args *freed) int32 {
	sums := Sums{Count: uint64(args.Skb.Len)}
	bpfSkbOutput(args.Skb, &samples, 64<<32|0xffffffff, &sums, uint64(unsafe.Sizeof(sums)))
	return 0
}

func main() {}
