// What C holds when Go panics is given back.
package main

//export share
func share(whole, parts uint64) uint64 {
	return whole / parts
}

func main() {}
