package main

import (
	"sync"
	_ "unsafe"
)

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	var wg sync.WaitGroup
	wg.Add(1) // ERROR: `\(\*sync.WaitGroup\).Add`
	wg.Done() // ERROR: `\(\*sync.WaitGroup\).Done`
	wg.Wait() // ERROR: `\(\*sync.WaitGroup\).Wait`
	return 2
}

func main() {}
