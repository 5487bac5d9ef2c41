package bpf

import "unsafe"

// Printk writes a line to the kernel's trace (/sys/kernel/tracing/trace_pipe), for debugging. The format is a constant, and its verbs are
// C's: %d, %u and %x for 32 bits, %lld, %llu and %llx for 64, %s for addresses of strings. With more than three arguments it needs
// Linux 5.16. It returns the bytes written or an error.
func Printk(format string, args ...uint64) int64 {
	if len(args) > 3 {
		return bpfTraceVprintk(unsafe.Pointer(unsafe.StringData(format)), uint32(len(format)), unsafe.Pointer(unsafe.SliceData(args)), uint32(len(args)*8))
	}
	var a, b, c uint64
	if len(args) > 0 {
		a = args[0]
	}
	if len(args) > 1 {
		b = args[1]
	}
	if len(args) > 2 {
		c = args[2]
	}
	return bpfTracePrintk(unsafe.Pointer(unsafe.StringData(format)), uint32(len(format)), a, b, c)
}

// Pointer makes a pointer of an address, such as GetCurrentTask returns, for ProbeReadKernel and CO-RE types.
func Pointer[T any](address uint64) *T { return *(**T)(unsafe.Pointer(&address)) }
