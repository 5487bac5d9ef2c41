package bpf

import "unsafe"

// Be16 is a number of 16 bits in network byte order, as headers of packets have it.
type Be16 uint16

// Be32 is a number of 32 bits in network byte order.
type Be32 uint32

// Be64 is a number of 64 bits in network byte order.
type Be64 uint64

// Host returns the number.
func (n Be16) Host() uint16 { return swap16(uint16(n)) }

// Host returns the number.
func (n Be32) Host() uint32 { return swap32(uint32(n)) }

// Host returns the number.
func (n Be64) Host() uint64 { return swap64(uint64(n)) }

// ToBe16 puts a number into network byte order.
func ToBe16(n uint16) Be16 { return Be16(swap16(n)) }

// ToBe32 puts a number into network byte order.
func ToBe32(n uint32) Be32 { return Be32(swap32(n)) }

// ToBe64 puts a number into network byte order.
func ToBe64(n uint64) Be64 { return Be64(swap64(n)) }

// IP returns an IPv4 address, as in `bpf.IP(10, 0, 0, 1)`.
func IP(a, b, c, d uint8) Be32 {
	return ToBe32(uint32(a)<<24 | uint32(b)<<16 | uint32(c)<<8 | uint32(d))
}

// Bytes returns the bytes in the order in which they are sent.
func (n Be32) Bytes() [4]byte { return *(*[4]byte)(unsafe.Pointer(&n)) }

func swap16(n uint16) uint16 {
	if isBigEndian {
		return n
	}
	return n<<8 | n>>8
}

func swap32(n uint32) uint32 {
	if isBigEndian {
		return n
	}
	return n<<24 | n>>24 | n<<8&0xff0000 | n>>8&0xff00
}

func swap64(n uint64) uint64 {
	if isBigEndian {
		return n
	}
	return uint64(swap32(uint32(n)))<<32 | uint64(swap32(uint32(n>>32)))
}
