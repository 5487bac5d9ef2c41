package main

import _ "unsafe" // for go:section

import "errors"

func check(n uint32) error {
	if n > 1500 {
		return errors.New("too long") // ERROR: `errors.New` cannot be used in BPF
	}
	return nil
}

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	if err := check(*ctx); err != nil {
		return 1
	}
	return 2
}

func main() {}
