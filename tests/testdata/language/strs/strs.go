// Package strs has constant strings.
package strs

import (
	"bytes"
	"language/call"
	"strings"
	"unsafe"
)

const greeting = "grüezi, wörld"

const (
	methodGet  = "GET "
	methodPost = "POST "
)

var protocols = [...]string{"icmp", "tcp", "udp", "sctp", ""}

// Index reads bytes and lengths.
func Index(in *call.In, out *call.Out) {
	out[0] = uint64(greeting[in.A%uint64(len(greeting))])
	out[1] = uint64(len(greeting[in.B&7:]))
	s := greeting[2:9]
	out[2] = uint64(s[in.C%7])
	for i := 0; i < len(s); i++ {
		out[3] = out[3]*31 + uint64(s[i])
	}
	out[4] = uint64(greeting[in.D])
}

// Runes ranges over the runes of a string.
func Runes(in *call.In, out *call.Out) {
	for i, r := range greeting {
		out[0] = out[0]*7 + uint64(i)
		out[1] ^= uint64(r) << (i & 31)
	}
	for i := range "héllo" {
		out[2] += uint64(i)
	}
	n := uint64(0)
	for range greeting {
		n++
	}
	out[3] = n
}

// Compare compares strings.
func Compare(in *call.In, out *call.Out) {
	a, b := pick(in.A), pick(in.B)
	out[0] = call.Bit(a == b)
	out[1] = call.Bit(a != "tcp")
	out[2] = call.Bit(a < b)
	out[3] = call.Bit(a >= b)
	out[4] = uint64(len(a)) | uint64(len(b))<<8
	out[5] = call.Bit(a[:len(a)/2] == b[:len(b)/2])
}

func pick(n uint64) string {
	switch n % 5 {
	case 0:
		return "udp"
	case 1:
		return "tcp"
	case 2:
		return "tcpx"
	case 3:
		return "uddi"
	}
	return ""
}

// Prefix compares bytes with constant strings.
func Prefix(in *call.In, out *call.Out) {
	out[0] = call.Bit(hasPrefix(in.Bytes[:], methodGet))
	out[1] = call.Bit(hasPrefix(in.Bytes[in.A&7:], methodPost))
	out[2] = call.Bit(hasPrefix(in.Bytes[:in.B&7], "abc"))
	out[3] = call.Bit(in.Bytes[3] == 3)
	copy(in.Bytes[:], methodGet)
	out[4] = call.Bit(hasPrefix(in.Bytes[:], methodGet))
	var buffer [8]byte
	n := copy(buffer[:], "filtered")
	out[5] = uint64(n) + uint64(buffer[in.C&7])<<8
	n = copy(buffer[in.D&7:], "xyz")
	out[6] = uint64(n) + uint64(buffer[7])<<8
}

func hasPrefix(b []byte, prefix string) bool {
	if len(b) < len(prefix) {
		return false
	}
	for i := 0; i < len(prefix); i++ {
		if b[i] != prefix[i] {
			return false
		}
	}
	return true
}

// Convert compares bytes as strings.
func Convert(in *call.In, out *call.Out) {
	b := in.Bytes
	n := copy(b[:], pick(in.A))
	out[0] = call.Bit(string(b[:3]) == "udp")
	out[1] = call.Bit(string(b[:n]) == pick(in.B))
	out[2] = kind(string(b[:4]))
	out[3] = call.Bit(string(b[:2]) < string(in.Bytes[:2]))
	s := string(b[in.C&3 : 6])
	b[0]++ // of another array than what follows
	switch s := string(in.Bytes[:2]); s {
	case "ud", "tc":
		out[4] = 1
	default:
		out[4] = uint64(s[1])
	}
	out[5] = uint64(len(s))
	for i, r := range string(b[:4]) {
		out[6] = out[6]*31 + uint64(r) + uint64(i)
	}
	out[7] = call.Bit(strings.HasPrefix(string(b[:]), "tcp")) | call.Bit(bytes.Equal(b[:3], in.Bytes[:3]))<<1
}

func kind(name string) uint64 {
	switch {
	case name == "tcpx":
		return 6
	case name[:3] == "udp":
		return 17
	}
	return uint64(name[3])
}

// Table reads strings of an array.
func Table(in *call.In, out *call.Out) {
	if in.A < uint64(len(protocols)) {
		out[0] = uint64(len(protocols[in.A]))
	}
}

// Constant compares at compile time.
func Constant(in *call.In, out *call.Out) {
	out[0] = call.Bit(methodGet+"/" == "GET /")
	out[1] = uint64(len(methodGet + methodPost))
	out[2] = uint64(("abc" + "def")[4])
	const c = 'x'
	out[3] = uint64(c)
	s := "dyn"
	if in.A > 5 {
		s = "dynamic"
	}
	out[4] = uint64(len(s))
	out[5] = uint64(s[in.B%3])
}

// Unsafe makes strings of bytes, and bytes of strings.
func Unsafe(in *call.In, out *call.Out) {
	s := unsafe.String(&in.Bytes[0], 8)
	out[0] = call.Bit(s == "abcdefgh")
	out[1] = uint64(s[in.A&7])
	b := unsafe.Slice(unsafe.StringData(greeting), len(greeting))
	out[2] = uint64(b[in.B%13])
	t := unsafe.String(&in.Bytes[8], int(in.C&15))
	out[3] = uint64(len(t))
	switch t {
	case "ab":
		out[4] = 1
	case "":
		out[4] = 2
	default:
		out[4] = uint64(t[0])
	}
}

// Words splits bytes at spaces without making anything.
func Words(in *call.In, out *call.Out) {
	start := 0
	for i := 0; i <= len(in.Bytes); i++ {
		if i == len(in.Bytes) || in.Bytes[i] == ' ' {
			out[1] = out[1]*33 + uint64(i-start)
			out[0]++
			start = i + 1
		}
	}
}

// Number parses a decimal number.
func Number(in *call.In, out *call.Out) {
	n, ok := atoi(in.Bytes[:])
	out[0], out[1] = n, call.Bit(ok)
	m, ok := atoi([]byte{'1', '2', byte('0' + in.A%10)})
	out[2], out[3] = m, call.Bit(ok)
}

func atoi(b []byte) (n uint64, ok bool) {
	for _, c := range b {
		if c < '0' || c > '9' {
			return n, ok
		}
		n = n*10 + uint64(c-'0')
		ok = true
	}
	return
}

// Hex formats a number into a buffer.
func Hex(in *call.In, out *call.Out) {
	const digits = "0123456789abcdef"
	var buffer [16]byte
	x := in.A
	for i := len(buffer) - 1; i >= 0; i-- {
		buffer[i] = digits[x&15]
		x >>= 4
	}
	for i, c := range buffer {
		out[i>>3] = out[i>>3]<<8 | uint64(c)
	}
	var decimal [20]byte
	n := len(decimal)
	for v := in.B; ; v /= 10 {
		n--
		decimal[n] = byte('0' + v%10)
		if v < 10 || n == 0 {
			break
		}
	}
	out[2] = uint64(len(decimal[n:]))
	out[3] = uint64(decimal[n])
}

// Same compares bytes of many lengths and alignments with others that differ in one place, or in none.
func Same(in *call.In, out *call.Out) {
	a, b := in.Bytes, in.Bytes
	if at := in.A % 64; at < 32 {
		b[at] ^= 1 << (in.B & 7)
	}
	out[0] = call.Bit(a == b)
	out[1] = call.Bit(string(a[:7]) == string(b[:7]))
	out[2] = call.Bit(string(a[1:16]) != string(b[1:16]))
	out[3] = call.Bit([6]byte(a[2:8]) == [6]byte(b[2:8]))
	out[4] = call.Bit(bytes.Equal(a[3:], b[3:]))
	n := in.C % 33
	out[5] = call.Bit(string(a[:n]) == string(b[:n]))
	name := [16]byte{'p', 'o', 's', 't', 'g', 'r', 'e', 's'}
	name[in.D&15] ^= byte(in.D>>8) & 1
	switch string(name[:8]) {
	case "postgreS", "mysqld":
		out[6] = 1
	case "postgres":
		out[6] = 2
	}
	out[6] |= call.Bit(bytes.HasPrefix(name[:], []byte("postg"))) << 8
	out[6] |= call.Bit(strings.HasSuffix(string(name[:7]), "gre")) << 9
	out[6] |= call.Bit(name == [16]byte{'p', 'o', 's', 't', 'g', 'r', 'e', 's'}) << 10
	out[7] = call.Bit([2]uint16{uint16(in.A), 0} == [2]uint16{uint16(in.B), uint16(in.C & 1)})
}
