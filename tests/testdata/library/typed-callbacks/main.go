// The same program as in `bare-callbacks`, with the Go package.
package main

import "github.com/tinybpf/bpf"

// Flow counts the packets of a source; the timer forgets it.
type Flow struct {
	Packets uint64
	Expiry  bpf.Timer
}

// Order is a record of user space's.
type Order struct{ Index, Amount uint64 }

// Sums is what functions that are called back share with their callers.
type Sums struct{ Count, Total uint64 }

var (
	flows  = bpf.HashMap[uint32, Flow]{MaxEntries: 1024}
	totals = bpf.PerCPUArray[uint64]{MaxEntries: 8}
	orders = bpf.UserRingBuf[Order]{MaxEntries: 4096}
	notes  = bpf.RingBuf[Order]{MaxEntries: 4096}

	samples bpf.PerfEventArray[Sums]

	drained Sums
)

const lifetime = 1_000_000_000

//export count
//go:section classifier
func count(ctx *bpf.SkBuff) bpf.TcAction {
	var sums Sums
	rounds := bpf.Loop(ctx.Len, add, &sums)
	rounds += bpf.Loop(100, func(index uint32, sums *Sums) bpf.Next {
		if uint64(index) == sums.Total {
			return bpf.Break
		}
		sums.Count++
		return bpf.Continue
	}, &sums)
	rounds += bpf.ForEach(&totals, func(m *bpf.PerCPUArray[uint64], index *uint32, value *uint64, sums *Sums) bpf.Next {
		sums.Total += *value
		*value = 0
		return bpf.Continue
	}, &sums)
	rounds += bpf.ForEach(&flows, forget, &sums)
	source := ctx.Mark
	flow := flows.Lookup(&source)
	if flow == nil {
		flows.Update(&source, &Flow{}, bpf.NoExist)
		if flow = flows.Lookup(&source); flow == nil {
			return bpf.TcActShot
		}
		flows.InitTimer(&flow.Expiry, bpf.ClockMonotonic)
		flows.SetTimerCallback(&flow.Expiry, expire)
	}
	flow.Packets += uint64(rounds)
	if flow.Packets > 1000 {
		flow.Expiry.Cancel()
	} else {
		flow.Expiry.Start(lifetime, 0)
	}
	if sums.Total > 100 {
		return bpf.TcActShot
	}
	return bpf.TcActOk
}

func add(index uint32, sums *Sums) bpf.Next {
	sums.Total += uint64(index)
	return bpf.Continue
}

// forget deletes what is idle.
func forget(m *bpf.HashMap[uint32, Flow], source *uint32, flow *Flow, sums *Sums) bpf.Next {
	if flow.Packets == 0 {
		m.Delete(source)
	}
	sums.Count++
	return bpf.Continue
}

func expire(m *bpf.HashMap[uint32, Flow], source *uint32, flow *Flow) { m.Delete(source) }

//export take
//go:section classifier
func take(ctx *bpf.SkBuff) bpf.TcAction {
	var sums Sums
	if bpf.Drain(&orders, process, &sums, bpf.NoWakeup) < 0 {
		return bpf.TcActShot
	}
	drained = sums
	var note bpf.Dynptr
	if notes.ReserveDynptr(ctx.Len, &note) != 0 {
		notes.DiscardDynptr(&note)
		return bpf.TcActShot
	}
	bpf.DynptrWrite(&note, 0, &Order{Amount: sums.Total}, 0)
	notes.SubmitDynptr(&note, 0)
	return bpf.TcActOk
}

func process(record *bpf.Record[Order], sums *Sums) bpf.Next {
	var order Order
	if record.Read(&order) != 0 {
		return bpf.Break
	}
	sums.Count++
	if order := record.Data(); order != nil {
		sums.Total += order.Amount
	}
	return bpf.Continue
}

type bpfCoreTaskStruct struct{ Pid int32 }

type bpfCoreVmAreaStruct struct{ VmStart uint64 }

type bpfCoreSkBuff struct{ Len uint32 }

//export find
//go:section raw_tp/sys_enter
func find(ctx *bpf.RawTracepointArgs) int32 {
	var sums Sums
	task := (*bpfCoreTaskStruct)(bpf.GetCurrentTaskBtf())
	if bpf.FindVma(task, ctx.Args[1], area, &sums) == 0 {
		drained = sums
	}
	return 0
}

func area(task *bpfCoreTaskStruct, vma *bpfCoreVmAreaStruct, sums *Sums) bpf.Next {
	sums.Count += uint64(task.Pid)
	sums.Total += vma.VmStart
	return bpf.Continue
}

// The arguments of the tracepoint kfree_skb.
type freed struct{ Skb *bpfCoreSkBuff }

//export drop
//go:section tp_btf/kfree_skb
func drop(args *freed) int32 {
	bpf.SkbOutput(args.Skb, &samples, 64, &Sums{Count: uint64(args.Skb.Len)})
	return 0
}

func main() {}
