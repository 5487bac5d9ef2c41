// Package net has the maps of devices and sockets.
package net

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var (
	devices     = bpfMapDef{Type: 14, KeySize: 4, ValueSize: 4, MaxEntries: 4}
	sockets     = bpfMapDef{Type: 15, KeySize: 4, ValueSize: 4, MaxEntries: 4}
	cpus        = bpfMapDef{Type: 16, KeySize: 4, ValueSize: 4, MaxEntries: 4}
	xsks        = bpfMapDef{Type: 17, KeySize: 4, ValueSize: 4, MaxEntries: 4}
	socket_hash = bpfMapDef{Type: 18, KeySize: 4, ValueSize: 8, MaxEntries: 4}
	reuseports  = bpfMapDef{Type: 20, KeySize: 4, ValueSize: 8, MaxEntries: 4}
	sk_values   = bpfMapDef{Type: 24, KeySize: 4, ValueSize: 8, MapFlags: 1}
	device_hash = bpfMapDef{Type: 25, KeySize: 4, ValueSize: 8, MaxEntries: 4}
)

func Verdict() int32 {
	return 2
}
