// A program as one would write it for user space.

package main

import (
	"errors"
	"fmt"
	"sync"
	_ "unsafe" // for go:section
)

type handler func(uint32) int32

type route struct {
	port uint16
	run  handler
}

type server struct {
	sync.Mutex
	routes [4]route
	recent []uint32
	last   *route
	load   float64
}

var srv server
var errShort = errors.New("short") // known when it is compiled

func handle(i int, port uint16, limit uint32) { // ERROR: `limit` outlives
	srv.routes[i&3].port = port
	srv.routes[i&3].run = func(n uint32) int32 {
		if n > limit {
			return 1
		}
		return 2
	}
}

func (s *server) note(n uint32) uint32 {
	s.Lock()         // ERROR: `\(\*sync.Mutex\).Lock`
	defer s.Unlock() // ERROR: `defer`
	if n == 7 {
		return n
	}
	s.recent = append(s.recent, n)        // ERROR: `append`
	s.load = s.load*0.9 + float64(n)*0.1  // ERROR: floating point
	srv.last = &route{port: uint16(n)}      // ERROR: composite literal outlives
	return uint32(len(s.recent))
}

func list(n uint32) uint32 {
	words := make([]uint32, n) // ERROR: size that is only known when the program runs
	for i := range words {
		words[i] = uint32(i)
	}
	return words[n/2]
}

func check(n uint32) error {
	if n < 14 {
		return errShort
	}
	if n > 1500 {
		return fmt.Errorf("length %d", n) // ERROR: `fmt.Errorf` .* building strings
	}
	return nil
}

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	if check(*ctx) != nil {
		return 1
	}
	handle(0, 80, *ctx)
	n := srv.note(list(*ctx))
	for i := range srv.routes {
		if srv.routes[i].run != nil && srv.routes[i].port == uint16(n) {
			return srv.routes[i].run(n) // ERROR: func value
		}
	}
	return 2
}

func main() {}
