package main

import "unsafe"

func bpfDPath(path, buf unsafe.Pointer, size uint32) int64

type bpfCorePath struct{}

type bpfCoreFile struct{ FPath bpfCorePath }

var length int64

//export closed
//go:section fentry/filp_close
func closed(ctx *[2]*bpfCoreFile) int32 {
	length = measure(ctx[0])
	return 0
}

//export opened
//go:section fentry/vfs_open
func opened(ctx *[2]*bpfCoreFile) int32 {
	length = measure(ctx[1])
	return 0
}

//export checked
//go:section lsm/file_open
func checked(ctx *[1]*bpfCoreFile) int32 {
	length = measure(ctx[0])
	return 0
}

func measure(file *bpfCoreFile) int64 {
	var buf [64]byte
	n := bpfDPath(unsafe.Pointer(&file.FPath), unsafe.Pointer(&buf), 64) // ERROR: `bpfDPath` takes locks that the kernel may hold where section `fentry/vfs_open` attaches
	return n + int64(buf[0])
}

func main() {}
