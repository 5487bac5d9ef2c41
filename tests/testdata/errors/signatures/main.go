package main

import _ "unsafe" // for go:section

type stats struct{ n uint32 }

//export late
//go:section xdp
func (s *stats) late(ctx *uint32) int32 { s.n++; return 2 } // ERROR: is a method

//export two
//go:section xdp
func two(ctx *uint32, n int32) int32 { return n } // ERROR: takes 2 argument words

//export value
//go:section xdp
func value(ctx stats) int32 { return int32(ctx.n) } // ERROR: takes a value

//export text
//go:section xdp
func text(ctx *uint32) string { return "pass" } // ERROR: returns a string

//export pair
//go:section xdp
func pair(ctx *uint32) (int32, bool) { return 2, true } // ERROR: returns several values

//export rate
//go:section xdp
func rate(ctx *uint32) float64 { return 2 } // ERROR: returns a floating-point number

//export short
//go:section xdp
func short(ctx *uint32) int8 { return 2 } // ERROR: returns an integer of 8 bits

//export unplaced
func unplaced(ctx *uint32) int32 { return 2 } // ERROR: has no section

//export misplaced
//go:section tracepint/syscalls/sys_enter_open
func misplaced(ctx *uint32) int32 { return 2 } // ERROR: did you mean "tracepoint/syscalls

func main() {}
