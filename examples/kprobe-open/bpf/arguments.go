//go:build tinygo

package main

import "unsafe"

// The registers that the kernel saved at the probe (struct pt_regs), as it has them on x86-64. What follows three underscores is
// for telling the two views apart.
type bpfCorePtRegs___x86 struct {
	Di uint64
	Si uint64
	Dx uint64
}

// The same on arm64.
type bpfCorePtRegs___arm64 struct {
	Regs [31]uint64
}

// A question that the loader answers from the types of the running kernel.
func bpfCoreFieldExists(field unsafe.Pointer) bool

// argumentsOf returns the first arguments of the function that a probe is at, by the calling convention of the processor. As the
// loader decides which, one object serves both.
func argumentsOf(registers unsafe.Pointer) [3]uint64 {
	x86 := (*bpfCorePtRegs___x86)(registers)
	if bpfCoreFieldExists(unsafe.Pointer(&x86.Di)) {
		return [3]uint64{x86.Di, x86.Si, x86.Dx}
	}
	arm64 := (*bpfCorePtRegs___arm64)(registers)
	return [3]uint64{arm64.Regs[0], arm64.Regs[1], arm64.Regs[2]}
}
