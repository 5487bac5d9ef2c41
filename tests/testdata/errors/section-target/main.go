package main

import "unsafe"

//export no_function
//go:section uprobe//bin/sh
func noFunction(ctx unsafe.Pointer) int32 { return 0 } // ERROR: names a file and no function in it; write "uprobe//bin/sh:main"

//export no_slash
//go:section uretprobe/bin/sh:main
func noSlash(ctx unsafe.Pointer) int32 { return 0 } // ERROR: without its first slash; write "uretprobe//bin/sh:main"

//export return_offset
//go:section kretprobe/vfs_read+0x10
func returnOffset(ctx unsafe.Pointer) int32 { return 0 } // ERROR: functions return at their end; write "kretprobe/vfs_read"

//export no_category
//go:section tracepoint/sys_enter_openat
func noCategory(ctx unsafe.Pointer) int32 { return 0 } // ERROR: is not CATEGORY/NAME.*; write "tracepoint/syscalls/sys_enter_openat"

//export category
//go:section raw_tp/sched/sched_switch
func category(ctx unsafe.Pointer) int32 { return 0 } // ERROR: has a category.*; write "raw_tp/sched_switch"

//export call
//go:section fentry/vfs_read()
func call(ctx unsafe.Pointer) int32 { return 0 } // ERROR: write "fentry/vfs_read"

//export kind
//go:section iter/taks
func kind(ctx unsafe.Pointer) int32 { return 0 } // ERROR: nothing that an iterator goes through; write "iter/task"

//export probe
//go:section usdt/python3:function__entry
func probe(ctx unsafe.Pointer) int32 { return 0 } // ERROR: is not FILE:PROVIDER:NAME

//export system_call
//go:section ksyscall/__x64_sys_openat
func systemCall(ctx unsafe.Pointer) int32 { return 0 } // ERROR: write "ksyscall/openat"

func main() {}
