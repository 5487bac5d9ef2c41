package main

import (
	"errors"
	_ "unsafe"
)

var errShort = errors.New("short packet")

func parse(n uint32) error {
	if n < 14 {
		return errShort
	}
	return nil
}

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	if parse(*ctx) == errShort { // ERROR: comparing interfaces
		return 1
	}
	return 2
}

func main() {}
