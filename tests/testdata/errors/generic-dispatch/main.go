package main

import _ "unsafe"

type number interface{ ~uint32 | ~uint64 }

type shape interface{ area() uint32 }

type square struct{ side uint32 }

func (s square) area() uint32 { return s.side * s.side }

type circle struct{ r uint32 }

func (c circle) area() uint32 { return c.r * c.r * 3 }

func total[T shape](shapes []T) (sum uint32) {
	for _, s := range shapes {
		sum += s.area() // ERROR: calls of interface methods
	}
	return
}

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	shapes := [2]shape{square{*ctx}, circle{*ctx}}
	return int32(total(shapes[:]))
}

func main() {}
