package runtime

type _string struct {
	ptr    *byte
	length uintptr
}

// The state of `for range` over a string.
type stringIterator struct {
	next uintptr
}

//go:nobounds
func stringEqual(x, y string) bool {
	if len(x) != len(y) {
		return false
	}
	for i := 0; i < len(x); i++ {
		if x[i] != y[i] {
			return false
		}
	}
	return true
}

//go:nobounds
func stringLess(x, y string) bool {
	n := min(len(x), len(y))
	for i := 0; i < n; i++ {
		if x[i] != y[i] {
			return x[i] < y[i]
		}
	}
	return len(x) < len(y)
}

// The next index and rune of a `for range` over s, and whether there is one.
//
//go:nobounds
func stringNext(s string, it *stringIterator) (bool, int, rune) {
	i := it.next
	if i >= uintptr(len(s)) {
		return false, 0, 0
	}
	r, width := decodeRune(s, i)
	it.next = i + width
	return true, int(i), r
}

// What Go gives for a byte that is no part of valid UTF-8, with a width of 1.
const invalidRune = 0xfffd

// Decodes the rune at s[i] as the Go language demands: the shortest encoding, no
// surrogates, nothing above U+10FFFF.
//
//go:nobounds
func decodeRune(s string, i uintptr) (r rune, width uintptr) {
	first := s[i]
	var smallest rune
	switch {
	case first < 0x80:
		return rune(first), 1
	case first&0xe0 == 0xc0:
		r, width, smallest = rune(first&0x1f), 2, 0x80
	case first&0xf0 == 0xe0:
		r, width, smallest = rune(first&0x0f), 3, 0x800
	case first&0xf8 == 0xf0:
		r, width, smallest = rune(first&0x07), 4, 0x10000
	default:
		return invalidRune, 1
	}
	if uintptr(len(s))-i < width {
		return invalidRune, 1
	}
	for j := uintptr(1); j < width; j++ {
		next := s[i+j]
		if next&0xc0 != 0x80 {
			return invalidRune, 1
		}
		r = r<<6 | rune(next&0x3f)
	}
	if r < smallest || r > 0x10ffff || (r >= 0xd800 && r <= 0xdfff) {
		return invalidRune, 1
	}
	return r, width
}
