package main

import _ "unsafe" // for go:section

import "strings"

var name string

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	if strings.HasPrefix(name, "eth") { // only reads: fine
		return 1
	}
	upper := strings.ToUpper(name) // ERROR: `strings.ToUpper` cannot be used in BPF
	var b strings.Builder
	b.WriteString(upper) // ERROR: `\(\*strings.Builder\).WriteString` cannot be used in BPF
	return int32(b.Len())
}

func main() {}
