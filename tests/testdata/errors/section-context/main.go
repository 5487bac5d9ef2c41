package main

import _ "unsafe" // for go:section

type xdpMd struct{ Data, DataEnd uint32 }

type skBuff struct{ Len uint32 }

type bpfCoreBpfIterTask struct{ Task *bpfCoreTaskStruct }

type bpfCoreTaskStruct struct{ Pid int32 }

//export filter
//go:section tc
func filter(ctx *xdpMd) int32 { return int32(ctx.Data) } // ERROR: takes a `\*xdpMd`, and programs in section `tc` get `struct __sk_buff`

//export pass
//go:section xdp
func pass(ctx *skBuff) int32 { return int32(ctx.Len) } // ERROR: takes a `\*skBuff`, and programs in section `xdp` get `struct xdp_md`

//export files
//go:section iter/task_file
func files(ctx *bpfCoreBpfIterTask) int32 { return ctx.Task.Pid } // ERROR: get `struct bpf_iter__task_file`

//export opened
//go:section fentry/vfs_open
func opened(ctx *xdpMd) int32 { return int32(ctx.Data) } // ERROR: get an array of arguments, 64 bits each

func main() {}
