// What `maps` does, with the maps of the Go package, and maps of the other kinds.
package main

import (
	"github.com/tinybpf/bpf"
	"programs/packet"
	"unsafe"
)

// Flow is the key of the hash maps.
type Flow struct {
	Address uint32
	Port    uint16
	_       uint16
}

// Prefix is the key of the LPM trie.
type Prefix struct {
	Length  uint32
	Address [4]byte
}

var (
	hash          = bpf.HashMap[Flow, uint64]{MaxEntries: 16}
	array         = bpf.Array[uint64]{MaxEntries: 4}
	programs      = bpf.ProgArray[packet.XDP, int32]{MaxEntries: 2}
	perf          bpf.PerfEventArray[Flow]
	percpuHash    = bpf.PerCPUHash[Flow, uint64]{MaxEntries: 16}
	percpuArray   = bpf.PerCPUArray[uint64]{MaxEntries: 4}
	lruHash       = bpf.LRUHash[Flow, uint64]{MaxEntries: 16}
	lruPercpuHash = bpf.LRUPerCPUHash[Flow, uint64]{MaxEntries: 16}
	trie          = bpf.LPMTrie[Prefix, uint64]{MaxEntries: 16}
	ring          = bpf.RingBuf[Flow]{MaxEntries: 4096}
	queue         = bpf.Queue[uint64]{MaxEntries: 8}

	stack  = bpf.Stack[uint64]{MaxEntries: 8}
	bloom  = bpf.BloomFilter[Flow]{MaxEntries: 8}
	inner  = bpf.HashMap[uint32, Flow]{MaxEntries: 4}
	outer  = bpf.HashOfMaps[uint32, bpf.HashMap[uint32, Flow]]{MaxEntries: 4, Inner: &inner}
	table  = bpf.ArrayOfMaps[bpf.Array[Flow]]{MaxEntries: 4, Inner: &bpf.Array[Flow]{MaxEntries: 2}}
	ports  = bpf.DevMap{MaxEntries: 4}
	others = bpf.DevMapHash{MaxEntries: 4}
	cpus   = bpf.CPUMap{MaxEntries: 4}
	xsks   = bpf.XSKMap{MaxEntries: 4}
	// Only user space uses it.
	settings = bpf.Array[Flow]{MaxEntries: 1}
)

// What the Bloom filter is asked about.
var asked Flow

// table of uint64 by keys of type K.
type counters[K any] interface {
	Lookup(key *K) *uint64
	Update(key *K, value *uint64, flags bpf.UpdateFlags) int64
}

// count adds to the value under a key, which it makes if it is not there. It says whether it was.
func count[M counters[K], K any](m M, key *K, amount uint64) bool {
	if value := m.Lookup(key); value != nil {
		*value += amount
		return true
	}
	m.Update(key, &amount, bpf.Any)
	return false
}

func add(value *uint64, amount uint64) bool {
	if value != nil {
		*value += amount
	}
	return value != nil
}

//export maps
//go:section xdp
func maps(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	flow := Flow{Address: uint32(call.A), Port: 443}
	index := uint32(call.A)
	var found bool
	switch call.Operation {
	case 1:
		found = count(&hash, &flow, call.B)
	case 2:
		found = add(array.Lookup(index), call.B)
	case 3:
		programs.TailCall(ctx, index)
		if call = packet.At(ctx); call == nil {
			return packet.Drop
		}
	case 4:
		found = bpf.PerfOutput(ctx, &perf, &flow) == 0
	case 5:
		found = count(&percpuHash, &flow, call.B)
	case 6:
		found = add(percpuArray.Lookup(index), call.B)
	case 9:
		found = count(&lruHash, &flow, call.B)
	case 10:
		found = count(&lruPercpuHash, &flow, call.B)
	case 11:
		prefix := Prefix{Length: 32, Address: [4]byte{10, 0, byte(call.A >> 8), byte(call.A)}}
		if value := trie.Lookup(&prefix); value != nil {
			call.Results[1] = *value
			found = true
		}
	case 22:
		value := call.A
		queue.Push(&value, bpf.Any)
		value = call.B
		queue.Push(&value, bpf.Any)
		found = queue.Pop(&value) == 0
		call.Results[1] = value
	case 27:
		if record := ring.Reserve(); record != nil {
			*record = flow
			ring.Submit(record)
			found = true
		}
	case 101:
		found = hash.Delete(&flow) == 0
	default:
		return packet.Drop
	}
	if found {
		call.Results[0] = 1
	} else {
		call.Results[0] = 0
	}
	return packet.Pass
}

// The program that `maps` calls through `programs`.
//
//export called
//go:section xdp
func called(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	call.Results[0] = 77
	return packet.Pass
}

//export more
//go:section xdp
func more(ctx *packet.XDP) int32 {
	call := packet.At(ctx)
	if call == nil {
		return packet.Drop
	}
	flow := Flow{Address: uint32(call.A), Port: 443}
	switch call.Operation {
	case 12:
		if m := table.Lookup(uint32(call.A)); m != nil {
			if value := m.Lookup(1); value != nil {
				call.Results[0] = uint64(value.Address)
			}
		}
	case 13:
		key := uint32(call.A)
		if m := outer.Lookup(&key); m != nil {
			m.Update(&key, &flow, bpf.NoExist)
			if value := inner.Lookup(&key); value != nil {
				call.Results[0] = uint64(value.Address)
			}
		}
	case 14:
		return int32(ports.Redirect(uint32(call.A), uint64(bpf.XdpPass)))
	case 16:
		return int32(cpus.Redirect(uint32(call.A), uint64(bpf.XdpPass)))
	case 17:
		return int32(xsks.Redirect(uint32(call.A), uint64(bpf.XdpPass)))
	case 25:
		return int32(others.Redirect(uint32(call.A), uint64(bpf.XdpPass)))
	case 23:
		value := call.A
		stack.Push(&value, bpf.Any)
		value = call.B
		stack.Push(&value, bpf.Any)
		stack.Peek(&value)
		call.Results[0] = value
		stack.Pop(&value)
		stack.Pop(&value)
		call.Results[1] = value
	case 27:
		if record := ring.Reserve(); record != nil {
			ring.Discard(record)
		}
		ring.Output(&flow, bpf.NoWakeup)
		call.Results[0] = ring.Query(bpf.RingBufAvailable)
	case 28:
		if bpf.Printk("%lld and %d", call.A, call.B) > 0 && bpf.Printk("only text") > 0 {
			call.Results[0] = 1
		}
		if bpf.Printk("%d %d %d %lld", 1, 2, 3, call.A) > 0 {
			call.Results[1] = 1
		}
	case 29:
		call.Results[0] = bpf.XdpGetBuffLen((*bpf.XdpMd)(unsafe.Pointer(ctx)))
		var word uint64
		if bpf.ProbeReadKernel(&word, bpf.Pointer[uint64](call.A)) < 0 {
			call.Results[1] = bpf.KtimeGetNs()
		}
	case 30:
		asked = flow
		bloom.Add(&asked)
		asked.Port++
		if !bloom.Has(&asked) {
			call.Results[1] = 1
		}
		asked.Port--
		if bloom.Has(&asked) {
			call.Results[0] = 1
		}
	}
	return packet.Pass
}

func main() {}
