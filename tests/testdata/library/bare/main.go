// The same program as in `typed`, with nothing but the conventions of the compiler.
package main

import "unsafe"

type xdpMd struct {
	Data           uint32
	DataEnd        uint32
	DataMeta       uint32
	IngressIfindex uint32
	RxQueueIndex   uint32
	EgressIfindex  uint32
}

type ethernet struct {
	Destination [6]byte
	Source      [6]byte
	Type        uint16
}

type ipv4 struct {
	VersionIHL  uint8
	TOS         uint8
	TotalLen    uint16
	ID          uint16
	FragOff     uint16
	TTL         uint8
	Protocol    uint8
	Checksum    uint16
	Source      uint32
	Destination uint32
}

type skBuff struct{ Len, PktType, Mark uint32 }

type udp struct{ Source, Destination, Len, Checksum uint16 }

// Flow tells connections apart.
type Flow struct {
	Source uint32
	Port   uint16
	_      uint16
}

// Counter counts packets.
type Counter struct{ Packets, Bytes uint64 }

// Prefix is the key of the trie.
type Prefix struct{ Length, Address uint32 }

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

var (
	flows   = bpfMapDef{Type: 1, KeySize: 8, ValueSize: 16, MaxEntries: 1024}
	totals  = bpfMapDef{Type: 6, KeySize: 4, ValueSize: 16, MaxEntries: 4}
	events  = bpfMapDef{Type: 27, MaxEntries: 4096}
	samples = bpfMapDef{Type: 4, KeySize: 4, ValueSize: 4}
	recent  = bpfMapDef{Type: 22, ValueSize: 8, MaxEntries: 64}
	routes  = bpfMapDef{Type: 11, KeySize: 8, ValueSize: 4, MaxEntries: 64, MapFlags: 1}
	next    = bpfMapDef{Type: 3, KeySize: 4, ValueSize: 4, MaxEntries: 2}
)

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfMapUpdateElem(m, key, value unsafe.Pointer, flags uint64) int64
func bpfMapDeleteElem(m, key unsafe.Pointer) int64
func bpfMapPushElem(m, value unsafe.Pointer, flags uint64) int64
func bpfRingbufReserve(m unsafe.Pointer, size, flags uint64) unsafe.Pointer
func bpfRingbufSubmit(record unsafe.Pointer, flags uint64)
func bpfPerfEventOutput(ctx, m unsafe.Pointer, flags uint64, data unsafe.Pointer, size uint64) int64
func bpfTailCall(ctx, m unsafe.Pointer, index uint32) int64

func swap(n uint16) uint16 { return n<<8 | n>>8 }

//export filter
//go:section xdp
func filter(ctx *xdpMd) int32 {
	data, end := uintptr(ctx.Data), uintptr(ctx.DataEnd)
	if data+14 > end || swap((*ethernet)(unsafe.Pointer(data)).Type) != 0x0800 {
		return 2
	}
	ip := (*ipv4)(unsafe.Pointer(data + 14))
	if data+34 > end || ip.Protocol != 17 {
		return 2
	}
	transport := data + (14 + uintptr(ip.VersionIHL&0xf)*4)
	if transport+8 > end {
		return 1
	}
	flow := Flow{Source: ip.Source, Port: (*udp)(unsafe.Pointer(transport)).Source}
	length := uint64(swap(ip.TotalLen))
	counter := (*Counter)(bpfMapLookupElem(unsafe.Pointer(&flows), unsafe.Pointer(&flow)))
	if counter != nil {
		counter.Packets++
		counter.Bytes += length
	} else {
		first := Counter{1, length}
		bpfMapUpdateElem(unsafe.Pointer(&flows), unsafe.Pointer(&flow), unsafe.Pointer(&first), 1)
		event := (*Flow)(bpfRingbufReserve(unsafe.Pointer(&events), uint64(unsafe.Sizeof(Flow{})), 0))
		if event != nil {
			*event = flow
			bpfRingbufSubmit(unsafe.Pointer(event), 0)
		}
		bpfPerfEventOutput(unsafe.Pointer(ctx), unsafe.Pointer(&samples), 0xffffffff, unsafe.Pointer(&flow), uint64(unsafe.Sizeof(flow)))
		bpfMapPushElem(unsafe.Pointer(&recent), unsafe.Pointer(&flow), 2)
	}
	index := uint32(1)
	if total := (*Counter)(bpfMapLookupElem(unsafe.Pointer(&totals), unsafe.Pointer(&index))); total != nil {
		total.Packets++
	}
	route := Prefix{Length: 32, Address: ip.Source}
	verdict := (*uint32)(bpfMapLookupElem(unsafe.Pointer(&routes), unsafe.Pointer(&route)))
	if verdict != nil {
		bpfMapDeleteElem(unsafe.Pointer(&flows), unsafe.Pointer(&flow))
		bpfTailCall(unsafe.Pointer(ctx), unsafe.Pointer(&next), *verdict)
		return 1
	}
	return 2
}

type bpfSpinLock struct{ val uint32 }

// Account is what a source may still send.
type Account struct {
	Lock bpfSpinLock
	Left uint32
}

var accounts = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 8, MaxEntries: 16}

func bpf_spin_lock(lock *bpfSpinLock)
func bpf_spin_unlock(lock *bpfSpinLock)

//export spend
//go:section cgroup_skb/egress
func spend(ctx *skBuff) int32 {
	index := ctx.Mark & 15
	account := (*Account)(bpfMapLookupElem(unsafe.Pointer(&accounts), unsafe.Pointer(&index)))
	if account == nil {
		return 0
	}
	verdict := int32(0)
	bpf_spin_lock(&account.Lock)
	if account.Left > 0 {
		account.Left--
		verdict = 1
	}
	bpf_spin_unlock(&account.Lock)
	return verdict
}

func main() {}
