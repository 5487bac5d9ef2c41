// What is wrong is said in the words of the Go package, where it stands.
package main

import (
	"fmt"
	"unsafe"

	"github.com/tinybpf/bpf"
)

type account struct {
	lock  bpf.SpinLock
	timer bpf.Timer
	count uint64
}

var (
	accounts = bpf.HashMap[uint32, account]{MaxEntries: 16}
	others   = bpf.HashMap[uint32, account]{MaxEntries: 16}
	events   = bpf.RingBuf[uint64]{MaxEntries: 4096}
	pointed  = &bpf.HashMap[uint32, uint64]{MaxEntries: 16}
	total    uint64
)

//export locked
//go:section tracepoint/sched/sched_switch
func locked(ctx *bpf.Tracepoint[bpf.SchedSwitch]) int32 {
	key := uint32(1)
	if a := accounts.Lookup(&key); a != nil { // ERROR: the values of map `accounts` hold a `bpf_spin_lock`, and programs in section `tracepoint` cannot use such maps
		a.count++
	}
	return 0
}

//export argument
//go:section kprobe/vfs_read
func argument(ctx *bpf.PtRegs) int32 {
	size := bpf.Pointer[uint64](ctx.Arg(1))
	total += *size // ERROR: this follows an address from the context of program `argument`
	var next *uint64
	bpf.ProbeReadKernel(&next, bpf.Pointer[*uint64](ctx.Arg(0)))
	total += *next // ERROR: this follows an address that `bpf.ProbeReadKernel` wrote into a variable
	return 0
}

//export moved
//go:section xdp
func moved(ctx *bpf.XdpMd) bpf.XdpAction {
	key := ctx.IngressIfindex
	a := accounts.Lookup(&key)
	if a == nil {
		return bpf.XdpPass
	}
	others.InitTimer(&a.timer, bpf.ClockMonotonic) // ERROR: `InitTimer` is given a timer in a value of map `accounts`, together with map `others`
	return bpf.XdpPass
}

//export local
//go:section xdp
func local(ctx *bpf.XdpMd) bpf.XdpAction {
	var lock bpf.SpinLock
	lock.Lock() // ERROR: `Lock` is given a lock in a local variable
	total++
	lock.Unlock() // ERROR: `Unlock` is given a lock in a local variable
	event := uint64(5)
	events.Submit(&event) // ERROR: `Submit` is given a record in a local variable
	return bpf.XdpPass
}

//export kept
//go:section xdp
func kept(ctx *bpf.XdpMd) bpf.XdpAction {
	event := events.Reserve() // ERROR: nothing gives back what `Reserve` acquires here
	if event == nil {
		return bpf.XdpPass
	}
	*event = bpf.KtimeGetNs()
	return bpf.XdpPass
}

//export pointer
//go:section xdp
func pointer(ctx *bpf.XdpMd) bpf.XdpAction {
	key := ctx.IngressIfindex
	if pointed.Lookup(&key) != nil { // ERROR: `Lookup` is given what a package variable points to for a map
		return bpf.XdpDrop
	}
	fmt.Println(unsafe.Sizeof(key)) // ERROR: `fmt.Println` cannot be used in BPF
	return bpf.XdpPass
}

func main() {}
