//go:build tinygo

// A queueing discipline: a list of packets, first in, first out. A packet that is too long panics while the program owns it.
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

type bpfCoreQdiscOps struct {
	_       struct{} `core:"Qdisc_ops"`
	Enqueue func(skb *bpfCoreSkBuff, sch *bpfCoreQdisc, drop *bpfCoreBpfSkBuffPtr) int32
	Dequeue func(sch *bpfCoreQdisc) *bpfCoreSkBuff
	Init    func(sch *bpfCoreQdisc, options, extack unsafe.Pointer) int32
	Reset   func(sch *bpfCoreQdisc)
	Destroy func(sch *bpfCoreQdisc)
	Id      string
}

type bpfCoreSkBuff struct {
	Len uint32
}

type bpfCoreQdisc struct {
	_      struct{} `core:"Qdisc"`
	Limit  uint32
	Q      bpfCoreQdiscSkbHead
	Qstats bpfCoreGnetStatsQueue
}

type bpfCoreQdiscSkbHead struct {
	Qlen uint32
}

type bpfCoreGnetStatsQueue struct {
	Backlog uint32
}

type bpfCoreBpfSkBuffPtr struct{}

type (
	bpfSpinLock struct{ _ uint32 }
	bpfListHead struct{ _ [2]uint64 }
	bpfListNode struct{ _ [3]uint64 }
)

type bpfKptrSkBuff *bpfCoreSkBuff

// Waiting is a packet in the queue.
type Waiting struct {
	Packet bpfKptrSkBuff
	Next   bpfListNode
}

// Queue is all packets.
type Queue struct {
	Lock bpfSpinLock
	List bpfListHead `bpf:"contains:Waiting:Next"`
}

var queues = bpfMapDef{Type: 2, KeySize: 4, ValueSize: uint32(unsafe.Sizeof(Queue{})), MaxEntries: 1}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpf_spin_lock(lock *bpfSpinLock)
func bpf_spin_unlock(lock *bpfSpinLock)
func bpfKptrXchg(place, new unsafe.Pointer) unsafe.Pointer
func bpfCoreTypeIdLocal(of unsafe.Pointer) uint64

func bpfKfuncBpfObjNewImpl(id uint64, meta unsafe.Pointer) unsafe.Pointer
func bpfKfuncBpfObjDropImpl(object, meta unsafe.Pointer)
func bpfKfuncBpfListPushBackImpl(head *bpfListHead, node *bpfListNode, meta unsafe.Pointer, offset uint64) int32
func bpfKfuncBpfListPopFront(head *bpfListHead) *bpfListNode

func bpfKfuncBpfKfreeSkb(skb *bpfCoreSkBuff)
func bpfKfuncBpfQdiscSkbDrop(skb *bpfCoreSkBuff, drop *bpfCoreBpfSkBuffPtr)
func bpfKfuncBpfQdiscBstatsUpdate(sch *bpfCoreQdisc, skb *bpfCoreSkBuff)

const (
	accepted = 0 // NET_XMIT_SUCCESS
	dropped  = 1 // NET_XMIT_DROP
)

var (
	enqueued uint64
	dequeued uint64
	refused  uint64
	left     uint64
	// Packets by their lengths in this unit: eight of it are too long.
	unit    uint32 = 1 << 20
	lengths [8]uint64
)

//go:section .struct_ops
var goFifo = bpfCoreQdiscOps{
	Enqueue: enqueue,
	Dequeue: dequeue,
	Init: func(sch *bpfCoreQdisc, options, extack unsafe.Pointer) int32 {
		sch.Limit = 1000
		return 0
	},
	Reset:   reset,
	Destroy: func(sch *bpfCoreQdisc) {},
	Id:      "go_fifo",
}

func packets() *Queue {
	key := uint32(0)
	return (*Queue)(bpfMapLookupElem(unsafe.Pointer(&queues), unsafe.Pointer(&key)))
}

func enqueue(skb *bpfCoreSkBuff, sch *bpfCoreQdisc, drop *bpfCoreBpfSkBuffPtr) int32 {
	lengths[skb.Len/unit]++
	queue := packets()
	if queue == nil || sch.Q.Qlen >= sch.Limit {
		refused++
		bpfKfuncBpfQdiscSkbDrop(skb, drop)
		return dropped
	}
	var of Waiting
	waiting := (*Waiting)(bpfKfuncBpfObjNewImpl(bpfCoreTypeIdLocal(unsafe.Pointer(&of)), nil))
	if waiting == nil {
		refused++
		bpfKfuncBpfQdiscSkbDrop(skb, drop)
		return dropped
	}
	length := skb.Len
	old := (*bpfCoreSkBuff)(bpfKptrXchg(unsafe.Pointer(&waiting.Packet), unsafe.Pointer(skb)))
	if old != nil {
		bpfKfuncBpfQdiscSkbDrop(old, drop)
	}
	bpf_spin_lock(&queue.Lock)
	bpfKfuncBpfListPushBackImpl(&queue.List, &waiting.Next, nil, 0)
	bpf_spin_unlock(&queue.Lock)
	sch.Q.Qlen++
	sch.Qstats.Backlog += length
	enqueued++
	return accepted
}

// next takes the first packet out of the queue.
func next() *bpfCoreSkBuff {
	queue := packets()
	if queue == nil {
		return nil
	}
	bpf_spin_lock(&queue.Lock)
	node := bpfKfuncBpfListPopFront(&queue.List)
	bpf_spin_unlock(&queue.Lock)
	if node == nil {
		return nil
	}
	waiting := (*Waiting)(unsafe.Add(unsafe.Pointer(node), -int(unsafe.Offsetof(Waiting{}.Next))))
	skb := (*bpfCoreSkBuff)(bpfKptrXchg(unsafe.Pointer(&waiting.Packet), nil))
	bpfKfuncBpfObjDropImpl(unsafe.Pointer(waiting), nil)
	return skb
}

func dequeue(sch *bpfCoreQdisc) *bpfCoreSkBuff {
	skb := next()
	if skb == nil {
		return nil
	}
	sch.Qstats.Backlog -= skb.Len
	sch.Q.Qlen--
	bpfKfuncBpfQdiscBstatsUpdate(sch, skb)
	dequeued++
	return skb
}

func reset(sch *bpfCoreQdisc) {
	for range 1000 {
		skb := next()
		if skb == nil {
			break
		}
		bpfKfuncBpfKfreeSkb(skb)
		left++
	}
	sch.Q.Qlen = 0
	sch.Qstats.Backlog = 0
}

func main() {}
