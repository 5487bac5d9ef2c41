package main

import "unsafe"

//go:section .kconfig
var configHz uint64 // ERROR: `configHz` is in `.kconfig`, and is the name of no configuration

//go:section .kconfig
var CONFIG_SMP *uint8 // ERROR: `CONFIG_SMP` has a type that no configuration has

//go:section .kconfig
var CONFIG_NR_CPUS uint64 = 8 // ERROR: `CONFIG_NR_CPUS` is the kernel's and cannot have an initial value

//go:section .kconfig
var LINUX_KERNEL_VERSION uint32

//go:section .ksyms
var bpf_prog_active int32

func bpfKsymExists(name *int64) bool

//export prog
//go:section tp_btf/sched_switch
func prog(ctx unsafe.Pointer) int32 {
	if LINUX_KERNEL_VERSION < 0x50a00 {
		LINUX_KERNEL_VERSION = 0 // ERROR: `LINUX_KERNEL_VERSION` is the kernel's and cannot be written
	}
	if configHz == 0 || CONFIG_SMP == nil || CONFIG_NR_CPUS == 0 {
		return 1
	}
	bpf_prog_active++                    // ERROR: `bpf_prog_active` is the kernel's and cannot be written
	if bpfKsymExists((*int64)(nil)) { // ERROR: bpfKsymExists is not asked for a symbol of the kernel
		return 2
	}
	return 0
}

func main() {}
