// A filter of a UDP socket: it lets datagrams through that begin with one of some words.
package main

import (
	"sync/atomic"

	"github.com/tinybpf/bpf"
)

// Word is what a datagram begins with.
type Word [4]byte

// The header of UDP, where what the program sees of a packet begins.
const headerLen = 8

var (
	// The words, with the number of datagrams that began with each.
	words = bpf.HashMap[Word, uint64]{MaxEntries: 64}
	// How many datagrams were dropped.
	dropped uint64
)

// filter returns how many bytes the socket gets.
//
//export filter
//go:section socket
func filter(skb *bpf.SkBuff) int32 {
	var word Word
	if bpf.SkbLoadBytes(skb, headerLen, &word) == 0 {
		if count := words.Lookup(&word); count != nil {
			atomic.AddUint64(count, 1)
			return int32(skb.Len)
		}
	}
	if atomic.AddUint64(&dropped, 1) == 1 {
		bpf.Info("dropped a datagram that begins with %s", word)
	}
	return 0
}

func main() {}
