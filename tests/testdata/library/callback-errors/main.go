// What the kernel cannot call back is reported where it is passed, or where it stands.
package main

import "github.com/tinybpf/bpf"

type state struct{ total uint64 }

var counts = bpf.Array[uint64]{MaxEntries: 1}

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
	factor := uint64(ctx.IngressIfindex)
	var s state
	bpf.Loop(8, func(index uint32, s *state) bpf.Next { // ERROR: captures `factor` of the function around it
		s.total += uint64(index) * factor
		return bpf.Continue
	}, &s)
	bpf.Loop(8, seven, &s)
	bpf.Loop(8, s.add, &s)                                                                             // ERROR: method value
	bpf.ForEach(&counts, func(m *bpf.Array[uint64], index *uint32, value *uint64, s *state) bpf.Next { // ERROR: captures `factor`
		*value += factor
		return bpf.Continue
	}, &s)
	return bpf.XdpPass
}

func (s *state) add(index uint32, other *state) bpf.Next { return bpf.Continue }

func seven(index uint32, s *state) bpf.Next { // ERROR: returns 7, and the kernel takes 0 to go on or 1 to stop
	return 7
}

func main() {}
