// What keys, values and records of typed maps cannot be.
package main

import "github.com/tinybpf/bpf"

type path struct {
	Zone   uint8
	Target uint32
	Name   string
}

type hop struct {
	Zone   uint8
	Target uint32
}

type chain struct{ Names []string }

var hops = bpf.LRUHash[hop, uint64]{MaxEntries: 4}   // ERROR: map `hops`: its keys \(`main.hop`\) have padding, 3 bytes between `Zone` and `Target`
var zones = bpf.SockHash[hop]{MaxEntries: 4}         // ERROR: map `zones`: its keys \(`main.hop`\) have padding
var paths = bpf.HashMap[hop, path]{MaxEntries: 4}    // ERROR: map `paths`: its keys // ERROR: `Name` of its values is a string
var chains = bpf.RingBuf[chain]{MaxEntries: 4096}    // ERROR: map `chains`: `Names` of its records is a slice
var names = bpf.HashMap[string, bool]{MaxEntries: 1} // ERROR: map `names`: what it has as keys is a string

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
	return bpf.XdpPass
}

func main() {}
