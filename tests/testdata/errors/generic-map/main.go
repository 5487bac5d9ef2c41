package main

import _ "unsafe"

type cache[K comparable, V any] struct{ items map[K]V }

func (c *cache[K, V]) get(key K) (V, bool) {
	v, ok := c.items[key] // ERROR: Go maps
	return v, ok
}

var names cache[uint32, uint64]

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	v, ok := names.get(*ctx)
	if ok {
		return int32(v)
	}
	return 2
}

func main() {}
