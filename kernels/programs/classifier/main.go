// Drops UDP packets to one port.
package main

import _ "unsafe" // go:section

// What a classifier decides (linux/pkt_cls.h).
const (
	actOK   = 0
	actShot = 2
)

// The port in network byte order.
//
//go:section .rodata
var port uint16

var dropped uint64

// The beginning of struct __sk_buff in linux/bpf.h.
type skBuff struct {
	_       [19]uint32
	Data    uint32
	DataEnd uint32
}

// An Ethernet header, an IPv4 header without options, a UDP header.
type packet struct {
	_        [23]byte
	Protocol uint8
	_        [12]byte
	To       uint16
}

//export drop_port
//go:section classifier
func dropPort(ctx *skBuff) int32 {
	data := packetOf(ctx)
	if data == nil || data.Protocol != 17 || data.To != port {
		return actOK
	}
	dropped++
	return actShot
}

func main() {}
