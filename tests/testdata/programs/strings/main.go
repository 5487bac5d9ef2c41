// Strings that are constants: their bytes, lengths, comparisons and loops over them.
package main

import (
	"programs/packet"
	_ "unsafe" // go:section
)

const greeting = "grüezi"

var names = [...]string{"udp", "tcp", "icmp", "sctp"}

//export strings
//go:section xdp
func strings(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	switch call.Operation {
	case 0:
		call.Results[0] = uint64(greeting[call.A%uint64(len(greeting))])
		call.Results[1] = uint64(len(greeting))
	case 1:
		call.Results[0] = uint64(number(choose(call.A)))
	case 2:
		call.Results[0] = hash(choose(call.A))
	case 3:
		var count, sum uint64
		for _, r := range greeting {
			count++
			sum += uint64(r)
		}
		call.Results = [2]uint64{count, sum}
	case 4:
		if choose(call.A) == choose(call.B) {
			call.Results[0] = 1
		} else {
			call.Results[0] = 0
		}
	case 5:
		if call.A >= uint64(len(names)) {
			return packet.Drop
		}
		call.Results[0] = uint64(len(names[call.A]))
	default:
		return packet.Drop
	}
	return packet.Pass
}

func choose(number uint64) string {
	switch number {
	case 0:
		return "udp"
	case 1:
		return "tcp"
	case 2:
		return "icmp"
	}
	return ""
}

func number(name string) int {
	switch name {
	case "udp":
		return 17
	case "tcp":
		return 6
	case "icmp":
		return 1
	}
	return -1
}

// FNV-1a
func hash(text string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(text) && i < 8; i++ {
		h = (h ^ uint64(text[i])) * 1099511628211
	}
	return h
}

func main() {}
