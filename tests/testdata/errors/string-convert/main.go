package main

import _ "unsafe" // for go:section

var buf [16]byte
var name string
var runes []rune

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	s := string(buf[:])     // ERROR: building strings
	buf[3] = 0              // before s is read: a string of these bytes would change
	b := []byte(name)       // ERROR: building strings
	b[0] = 1                // not a byte of the string's
	r := []rune(name)       // ERROR: building strings
	t := string(runes)      // ERROR: building strings
	u := string(rune(*ctx)) // ERROR: building strings
	if s == "changed-by-write" {
		return 0
	}
	name = string(buf[:4]) // ERROR: building strings
	return int32(len(s) + len(b) + len(r) + len(t) + len(u))
}

func main() {}
