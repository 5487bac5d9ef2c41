package main

import (
	"fmt"
	"os"
	"time"
)
import _ "unsafe" // go:section

// context starts as `struct xdp_md` does: numbers that no compiler knows.
type context struct {
	_, _, _ uint32
	A, B    uint32
	_       uint32
}

//export prog
//go:section xdp
func prog(ctx *context) int32 {
	if time.Now().Unix() > int64(ctx.A) {
		fmt.Fprintln(os.Stderr, "late")
	}
	return 0
}

func main() {}
