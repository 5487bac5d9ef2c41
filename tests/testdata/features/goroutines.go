package main

import "sync"
import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

var mu sync.Mutex
var shared int32

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	var group sync.WaitGroup
	for i := 0; i < 2; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			mu.Lock()
			shared += int32(ctx.A)
			mu.Unlock()
		}()
	}
	group.Wait()
	return shared
}

func main() {}
