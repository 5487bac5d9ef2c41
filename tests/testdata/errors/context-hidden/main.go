package main

import "unsafe"

// struct __sk_buff of linux/bpf.h, to its field data_end.
type skBuff struct {
	len, pktType, mark, queueMapping, protocol, vlanPresent, vlanTci, vlanProto, priority uint32
	ingressIfindex, ifindex, tcIndex                                                      uint32
	cb                                                                                    [5]uint32
	hash, tcClassid, data, dataEnd, napiID, family, remoteIP4                             uint32
}

//export filter
//go:section socket
func filter(skb *skBuff) int32 {
	start := uintptr(skb.data)  // ERROR: field `data` of `struct __sk_buff` is not for programs in section `socket`
	end := uintptr(skb.dataEnd) // ERROR: field `data_end` of `struct __sk_buff`
	if start+1 > end {
		return 0
	}
	return int32(*(*byte)(unsafe.Pointer(start)))
}

//export shape
//go:section tc
func shape(skb *skBuff) int32 {
	if skb.remoteIP4 == 0x0100007f { // ERROR: field `remote_ip4` of `struct __sk_buff` is not for programs in section `tc`
		return 2
	}
	return int32(skb.tcClassid & 1)
}

func main() {}
