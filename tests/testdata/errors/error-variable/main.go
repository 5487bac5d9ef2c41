package main

import (
	"errors"
	"unsafe"
)

func bpfGetCurrentPidTgid() uint64

var errBad = errors.New("bad") // ERROR: package variable `errBad` holds an interface, whose value is behind a pointer, and BPF programs have no addresses

func check(n uint64) error {
	if n > 3 {
		return errBad
	}
	return nil
}

//export prog
//go:section kprobe/do_exit
func prog(ctx unsafe.Pointer) int32 {
	if err := check(bpfGetCurrentPidTgid()); err != nil {
		return 1
	}
	return 0
}

func main() {}
