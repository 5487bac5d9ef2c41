// A program that decides where the processes of a cgroup may connect to.
package main

import (
	"sync/atomic"

	"github.com/tinybpf/bpf"
)

// The addresses that nobody may connect to, with the number of times that each was denied.
var denied = bpf.HashMap[[4]byte, uint64]{MaxEntries: 1024}

//export connect4
//go:section cgroup/connect4
func connect4(ctx *bpf.SockAddr) bpf.CgroupAction {
	address := ctx.UserIP4.Bytes()
	denials := denied.Lookup(&address)
	if denials == nil {
		return bpf.CgroupAllow
	}
	atomic.AddUint64(denials, 1)
	bpf.Info("denied %s, port %d, to process %d", ctx.UserIP4, ctx.Port(), bpf.GetCurrentPidTgid()>>32)
	return bpf.CgroupDeny
}

func main() {}
