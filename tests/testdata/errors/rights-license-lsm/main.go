package main

import _ "unsafe"

//go:section license
var license = "Apache-2.0"

// The licence decides before any helper.
//
//export prog
//go:section lsm/file_open
func prog(ctx *uint64) int32 { // ERROR: programs in section `lsm/file_open` need a licence that is compatible with the GPL, and it is "Apache-2.0"
	return 0
}

func main() {}
