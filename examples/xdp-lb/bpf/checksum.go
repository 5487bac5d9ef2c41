package main

import "github.com/tinybpf/bpf"

// checksumChange is what new words add to the sum that a checksum is the complement of. It does not depend on byte order as long
// as all words have the same.
type checksumChange uint64

// replaced is the change when a word takes the place of another: the one's complement of what goes, and what comes (RFC 1624).
func replaced(before, after uint32) checksumChange {
	return checksumChange(^before) + checksumChange(after)
}

// apply brings a checksum up to date without looking at all that it covers (RFC 1624, equation 3).
func (c checksumChange) apply(checksum bpf.Be16) bpf.Be16 {
	sum := uint64(^uint16(checksum)) + uint64(c)
	// Carries go back in at the bottom; after the first round there are at most 33 bits.
	sum = sum&0xffffffff + sum>>32
	sum = sum&0xffff + sum>>16
	sum = sum&0xffff + sum>>16
	return bpf.Be16(^uint16(sum&0xffff + sum>>16))
}
