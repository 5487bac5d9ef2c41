package main

import "unsafe"

func bpfTracePrintk(format *byte, size uint32, value uint64) int64
func bpfTraceVprintk(format *byte, size uint32, values unsafe.Pointer, valuesSize uint32) int64

//go:linkname text bpf_trace_printk
func text(format *byte, size uint32) int64

const (
	float   = "%f"
	precise = "%.3d"
	unknown = "%d of %y\n"
	name    = "%s"
	runsOn  = "%sx"
	number  = "%d"
	few     = "%d %d %d %d %d"
	fine    = "100%% %-8s|%pI4 %5lld"
)

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	n := uint64(*ctx)
	bpfTracePrintk(unsafe.StringData(float), uint32(len(float)), n)     // ERROR: the kernel knows no verb `%f`
	bpfTracePrintk(unsafe.StringData(precise), uint32(len(precise)), n) // ERROR: the kernel knows no verb `%\.`
	bpfTracePrintk(unsafe.StringData(unknown), uint32(len(unknown)), n) // ERROR: the kernel knows no verb `%y`
	bpfTracePrintk(unsafe.StringData(name), uint32(len(name)), n)       // ERROR: `%s` of `bpfTracePrintk` is given a number
	bpfTracePrintk(unsafe.StringData(name), uint32(len(name)), 42)      // ERROR: `%s` of `bpfTracePrintk` is given a number
	bpfTracePrintk(unsafe.StringData(runsOn), uint32(len(runsOn)), n)   // ERROR: a letter or digit follows `%s`
	text(unsafe.StringData(number), uint32(len(number)))                // ERROR: has 1 verb, and the call gives 0 values
	values := [4]uint64{n, n, n, n}
	bpfTraceVprintk(unsafe.StringData(few), uint32(len(few)), unsafe.Pointer(&values), 32) // ERROR: has 5 verbs, and the call gives 4 values
	values[0], values[1] = uint64(uintptr(unsafe.Pointer(unsafe.StringData(name)))), uint64(uintptr(unsafe.Pointer(ctx)))
	bpfTraceVprintk(unsafe.StringData(fine), uint32(len(fine)), unsafe.Pointer(&values), 32)
	return 0
}

func main() {}
