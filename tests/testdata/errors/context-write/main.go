package main

import _ "unsafe"

type xdpMd struct{ data, dataEnd, dataMeta, ifindex, queue, egress uint32 }

//export prog
//go:section xdp
func prog(ctx *xdpMd) int32 {
	ctx.ifindex = 3 // ERROR: writes to the context of program `prog`
	return 2
}

func main() {}
