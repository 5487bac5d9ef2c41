// What is wrong with a call of the Go package is reported where the call is.
package main

import "github.com/tinybpf/bpf"

var empty = bpf.HashMap[uint32, uint64]{} // ERROR: MaxEntries of BPF_MAP_TYPE_HASH is 0

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
	var local bpf.HashMap[uint32, uint64]
	key := ctx.IngressIfindex
	if local.Lookup(&key) != nil { // ERROR: is no map
		return bpf.XdpDrop
	}
	if empty.Lookup(&key) != nil {
		return bpf.XdpDrop
	}
	return bpf.XdpPass
}

func main() {}
