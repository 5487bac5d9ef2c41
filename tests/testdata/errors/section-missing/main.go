package main

//export prog
func prog(ctx *uint32) int32 { return 2 } // ERROR: has no section

func main() {}
