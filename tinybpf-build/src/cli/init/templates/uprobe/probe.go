// A uprobe that reports each name that a process looks up with getaddrinfo of the C library, and counts them by name.
package main

import (
	"sync/atomic"

	"github.com/tinybpf/bpf"
)

// Name is that of a host, up to its first zero byte.
type Name [64]byte

// LookupEvent is one record of the ring buffer.
type LookupEvent struct {
	PID  uint32
	UID  uint32
	Name Name
}

var (
	events = bpf.RingBuf[LookupEvent]{MaxEntries: 64 * 1024}
	// How often each name was looked up; what was not used for longest makes room.
	names = bpf.LRUHash[Name, uint64]{MaxEntries: 1024}
)

// int getaddrinfo(const char *node, const char *service, …), in netdb.h.
//
//export trace_lookup
//go:section uprobe/libc.so.6:getaddrinfo
func traceLookup(ctx *bpf.PtRegs) int32 {
	var name Name
	// A process may look for a service alone: the name is nil then.
	if bpf.ProbeReadUserStr(&name, ctx.ArgPointer(0)) <= 0 {
		return 0
	}
	if count := names.LookupOrInit(&name, new(uint64)); count != nil {
		atomic.AddUint64(count, 1)
	}
	event := events.Reserve()
	if event == nil {
		bpf.Warn("a lookup is lost: the ring buffer is full")
		return 0
	}
	event.PID, event.UID = uint32(bpf.GetCurrentPidTgid()>>32), uint32(bpf.GetCurrentUidGid())
	event.Name = name
	events.Submit(event)
	return 0
}

func main() {}
