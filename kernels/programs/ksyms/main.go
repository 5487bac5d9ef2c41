// Variables of the kernel and of its configuration.
package main

import "unsafe"

type bpfCoreRq struct {
	NrRunning uint32
}

// A symbol of which only the address counts.
type bpfKsym struct {
	_ byte
}

type bpfTristate uint32

func bpfPerCpuPtr(variable unsafe.Pointer, cpu uint32) unsafe.Pointer
func bpfThisCpuPtr(variable unsafe.Pointer) unsafe.Pointer
func bpfKsymExists(variable unsafe.Pointer) bool

//go:section .ksyms
var runqueues bpfCoreRq

//go:section .ksyms
var bpf_prog_active int32

//go:section .ksyms
var bpf_prog_fops bpfKsym

//go:section .ksyms
//go:linkname mapFops bpf_map_fops
var mapFops bpfKsym

//go:section .ksyms
var bpf_of_the_future bpfKsym

//go:section .kconfig
var LINUX_KERNEL_VERSION uint32

//go:extern CONFIG_HZ
var hz uint32

//go:section .kconfig
var CONFIG_BPF_SYSCALL bool

//go:section .kconfig
var CONFIG_VETH bpfTristate

//go:section .kconfig
//go:linkname hostname CONFIG_DEFAULT_HOSTNAME
var hostname [16]byte

//go:section ?.kconfig
var CONFIG_OF_THE_FUTURE uint64

// What the program found.
var (
	version   uint64
	ticks     uint64
	enabled   uint64
	module    uint64
	host      uint64
	absent    uint64
	active    uint64
	queues    uint64
	addresses [2]uint64
	future    uint64
)

//export read
//go:section raw_tp/sys_enter
func read(ctx unsafe.Pointer) int32 {
	version = uint64(LINUX_KERNEL_VERSION)
	ticks = uint64(hz)
	if CONFIG_BPF_SYSCALL {
		enabled = 1
	}
	module = uint64(CONFIG_VETH)
	host = uint64(hostname[0])
	absent = CONFIG_OF_THE_FUTURE + 1
	if bpfPerCpuPtr(unsafe.Pointer(&runqueues), 0) != nil {
		queues++
	}
	if bpfPerCpuPtr(unsafe.Pointer(&runqueues), 100000) != nil {
		queues += 1000
	}
	active = uint64(*(*int32)(bpfThisCpuPtr(unsafe.Pointer(&bpf_prog_active))))
	addresses[0] = uint64(uintptr(unsafe.Pointer(&bpf_prog_fops)))
	addresses[1] = uint64(uintptr(unsafe.Pointer(&mapFops)))
	if bpfKsymExists(unsafe.Pointer(&bpf_of_the_future)) {
		future = 1
	}
	return 0
}

func main() {}
