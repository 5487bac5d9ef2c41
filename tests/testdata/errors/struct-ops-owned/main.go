package main

import _ "unsafe"

type bpfCoreQdiscOps struct {
	_       struct{} `core:"Qdisc_ops"`
	Enqueue func(skb *bpfCoreSkBuff, sch *bpfCoreQdisc, drop *bpfCoreBpfSkBuffPtr) int32
	Dequeue func(sch *bpfCoreQdisc) *bpfCoreSkBuff
	Id      string
}

type bpfCoreSkBuff struct{ Len uint32 }

type bpfCoreQdisc struct {
	_     struct{} `core:"Qdisc"`
	Limit uint32
}

type bpfCoreBpfSkBuffPtr struct{}

var lengths [4]uint64

//go:section .struct_ops
var goFifo = bpfCoreQdiscOps{Enqueue: enqueue, Dequeue: dequeue, Id: "go_fifo"}

func enqueue(skb *bpfCoreSkBuff, sch *bpfCoreQdisc, drop *bpfCoreBpfSkBuffPtr) int32 { // ERROR: `enqueue` does nothing with `skb`, which it owns and must give back
	lengths[sch.Limit]++
	return 1
}

func dequeue(sch *bpfCoreQdisc) *bpfCoreSkBuff { return nil }

func main() {}
