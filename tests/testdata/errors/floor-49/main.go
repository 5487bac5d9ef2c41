// What kernels did not have when programs were small.
// min_kernel: 4.9
package main

import "unsafe"

var packets uint64

func bpfGetPrandomU32() uint32

//go:noinline
func double(n uint32) uint32 {
	return n*2 + 1
}

//export on_packet
//go:section cgroup_skb/ingress
func onPacket(ctx unsafe.Pointer) int32 { // ERROR: programs in sections `cgroup_skb/ingress`: came with Linux 4\.10
	random := bpfGetPrandomU32()
	packets += uint64(double(random)) // ERROR: calls of functions of the program's own: came with Linux 4\.16 // ERROR: package variables: came with Linux 5\.2
	for random > 9 { // ERROR: loops that are not unrolled: came with Linux 5\.3
		random = bpfGetPrandomU32()
	}
	return 1
}

func main() {}
