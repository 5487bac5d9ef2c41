// Package bpf is what BPF programs in Go are written with: typed maps, contexts, the headers of packets, and the kernel's helpers.
//
//	var flows = bpf.HashMap[Flow, Counter]{MaxEntries: 4096}
//
//	//export count
//	//go:section xdp
//	func count(ctx *bpf.XdpMd) bpf.XdpAction {
//		ip := bpf.At[bpf.IPv4](ctx, bpf.EthernetLen)
//		if ip == nil {
//			return bpf.XdpPass
//		}
//		flow := Flow{Source: ip.Source}
//		if counter := flows.Lookup(&flow); counter != nil {
//			counter.Packets++
//		}
//		return bpf.XdpPass
//	}
//
// Compiled for BPF, each function is a call of a helper or less, as if it were written out in the program. Compiled by plain Go, for
// `go vet`, gopls and `go test`, the package is a simulator: maps live in the memory of the test, and behave as the kernel's do.
package bpf
