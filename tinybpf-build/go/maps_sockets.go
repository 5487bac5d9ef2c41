package bpf

import "unsafe"

// SockMap holds sockets by index (BPF_MAP_TYPE_SOCKMAP).
type SockMap struct {
	_ [mapTypeSockMap]bpfMapType
	_ [0]uint32
	_ [0]uint32

	// MaxEntries is the number of places.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
}

// RedirectSkb sends a packet to the socket of a key. It returns SkPass, or SkDrop when there is none.
func (m *SockMap) RedirectSkb(skb *SkBuff, key uint32, flags uint64) SkAction {
	return SkAction(bpfSkRedirectMap(unsafe.Pointer(skb), m.at(), key, flags))
}

// RedirectMsg sends a message to the socket of a key. It returns SkPass, or SkDrop when there is none.
func (m *SockMap) RedirectMsg(msg *SkMsgMd, key uint32, flags uint64) SkAction {
	return SkAction(bpfMsgRedirectMap(unsafe.Pointer(msg), m.at(), key, flags))
}

// Add puts the socket of a `sockops` program into the map. It returns 0 or an error.
func (m *SockMap) Add(ops *SockOps, key uint32, flags UpdateFlags) int64 {
	return bpfSockMapUpdate(unsafe.Pointer(ops), m.at(), unsafe.Pointer(&key), uint64(flags))
}

// Delete takes the socket of a key out. It returns 0 or an error.
func (m *SockMap) Delete(key uint32) int64 {
	return bpfMapDeleteElem(m.at(), unsafe.Pointer(&key))
}

// SelectReuseport takes the socket of a key for the packet of an `sk_reuseport` program. It returns 0 or an error.
func (m *SockMap) SelectReuseport(ctx *SkReuseportMd, key uint32, flags uint64) int64 {
	return bpfSkSelectReuseport(unsafe.Pointer(ctx), m.at(), unsafe.Pointer(&key), flags)
}

// SockHash holds sockets by keys of any type (BPF_MAP_TYPE_SOCKHASH).
type SockHash[K comparable] struct {
	_ [mapTypeSockHash]bpfMapType
	_ [0]K
	_ [0]uint32

	// MaxEntries is the most that it can hold.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
}

// RedirectSkb sends a packet to the socket of a key. It returns SkPass, or SkDrop when there is none.
func (m *SockHash[K]) RedirectSkb(skb *SkBuff, key *K, flags uint64) SkAction {
	return SkAction(bpfSkRedirectHash(unsafe.Pointer(skb), m.at(), unsafe.Pointer(key), flags))
}

// RedirectMsg sends a message to the socket of a key. It returns SkPass, or SkDrop when there is none.
func (m *SockHash[K]) RedirectMsg(msg *SkMsgMd, key *K, flags uint64) SkAction {
	return SkAction(bpfMsgRedirectHash(unsafe.Pointer(msg), m.at(), unsafe.Pointer(key), flags))
}

// Add puts the socket of a `sockops` program into the map. It returns 0 or an error.
func (m *SockHash[K]) Add(ops *SockOps, key *K, flags UpdateFlags) int64 {
	return bpfSockHashUpdate(unsafe.Pointer(ops), m.at(), unsafe.Pointer(key), uint64(flags))
}

// Delete takes the socket of a key out. It returns 0 or an error.
func (m *SockHash[K]) Delete(key *K) int64 {
	return bpfMapDeleteElem(m.at(), unsafe.Pointer(key))
}

// SelectReuseport takes the socket of a key for the packet of an `sk_reuseport` program. It returns 0 or an error.
func (m *SockHash[K]) SelectReuseport(ctx *SkReuseportMd, key *K, flags uint64) int64 {
	return bpfSkSelectReuseport(unsafe.Pointer(ctx), m.at(), unsafe.Pointer(key), flags)
}

// ReuseportSockArray holds sockets that share a port, by index (BPF_MAP_TYPE_REUSEPORT_SOCKARRAY).
type ReuseportSockArray struct {
	_ [mapTypeReuseportSockArray]bpfMapType
	_ [0]uint32
	_ [0]uint32

	// MaxEntries is the number of places.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
}

// Select takes the socket at an index for the packet of an `sk_reuseport` program. It returns 0 or an error.
func (m *ReuseportSockArray) Select(ctx *SkReuseportMd, index uint32, flags uint64) int64 {
	return bpfSkSelectReuseport(unsafe.Pointer(ctx), m.at(), unsafe.Pointer(&index), flags)
}
