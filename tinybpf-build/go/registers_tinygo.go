//go:build tinygo

package bpf

import "unsafe"

// PtRegs is the context of kprobes, uprobes and what runs at the ends of their functions: the registers that the kernel saved (struct
// pt_regs). One object serves x86-64, arm64, s390x, riscv64, loongarch64 and ppc64, as loaders find the registers in the running kernel.
type PtRegs struct{}

// The registers that are read, by processor, as the kernel names them. What follows three underscores tells the views apart.
type (
	bpfCorePtRegs___x86 struct {
		Di, Si, Dx, Cx, R8, R9, Ax, Ip, Sp uint64
	}
	bpfCorePtRegs___arm64 struct {
		Regs           [31]uint64
		Sp, Pc, Pstate uint64
	}
	bpfCorePtRegs___s390 struct {
		Psw  struct{ Mask, Addr uint64 }
		Gprs [16]uint64
	}
	bpfCorePtRegs___riscv struct {
		Epc, Sp, A0, A1, A2, A3, A4, A5, A6, A7 uint64
	}
	bpfCorePtRegs___loongarch struct {
		Regs   [32]uint64
		CsrEra uint64
	}
	bpfCorePtRegs___powerpc struct {
		Gpr [32]uint64
		Nip uint64
	}
)

// A question that loaders answer from the types of the running kernel.
func bpfCoreFieldExists(field unsafe.Pointer) bool

func (r *PtRegs) arg(n int) uint64 {
	x86 := (*bpfCorePtRegs___x86)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&x86.Di)) {
		switch n {
		case 0:
			return x86.Di
		case 1:
			return x86.Si
		case 2:
			return x86.Dx
		case 3:
			return x86.Cx
		case 4:
			return x86.R8
		case 5:
			return x86.R9
		}
	}
	arm64 := (*bpfCorePtRegs___arm64)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&arm64.Pstate)) {
		switch n {
		case 0:
			return arm64.Regs[0]
		case 1:
			return arm64.Regs[1]
		case 2:
			return arm64.Regs[2]
		case 3:
			return arm64.Regs[3]
		case 4:
			return arm64.Regs[4]
		case 5:
			return arm64.Regs[5]
		case 6:
			return arm64.Regs[6]
		case 7:
			return arm64.Regs[7]
		}
	}
	s390 := (*bpfCorePtRegs___s390)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&s390.Gprs)) {
		switch n {
		case 0:
			return s390.Gprs[2]
		case 1:
			return s390.Gprs[3]
		case 2:
			return s390.Gprs[4]
		case 3:
			return s390.Gprs[5]
		case 4:
			return s390.Gprs[6]
		}
	}
	riscv := (*bpfCorePtRegs___riscv)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&riscv.Epc)) {
		switch n {
		case 0:
			return riscv.A0
		case 1:
			return riscv.A1
		case 2:
			return riscv.A2
		case 3:
			return riscv.A3
		case 4:
			return riscv.A4
		case 5:
			return riscv.A5
		case 6:
			return riscv.A6
		case 7:
			return riscv.A7
		}
	}
	loongarch := (*bpfCorePtRegs___loongarch)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&loongarch.CsrEra)) {
		switch n {
		case 0:
			return loongarch.Regs[4]
		case 1:
			return loongarch.Regs[5]
		case 2:
			return loongarch.Regs[6]
		case 3:
			return loongarch.Regs[7]
		case 4:
			return loongarch.Regs[8]
		case 5:
			return loongarch.Regs[9]
		case 6:
			return loongarch.Regs[10]
		case 7:
			return loongarch.Regs[11]
		}
	}
	powerpc := (*bpfCorePtRegs___powerpc)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&powerpc.Gpr)) {
		switch n {
		case 0:
			return powerpc.Gpr[3]
		case 1:
			return powerpc.Gpr[4]
		case 2:
			return powerpc.Gpr[5]
		case 3:
			return powerpc.Gpr[6]
		case 4:
			return powerpc.Gpr[7]
		case 5:
			return powerpc.Gpr[8]
		case 6:
			return powerpc.Gpr[9]
		case 7:
			return powerpc.Gpr[10]
		}
	}
	return 0
}

func (r *PtRegs) ret() uint64 {
	x86 := (*bpfCorePtRegs___x86)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&x86.Di)) {
		return x86.Ax
	}
	arm64 := (*bpfCorePtRegs___arm64)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&arm64.Pstate)) {
		return arm64.Regs[0]
	}
	s390 := (*bpfCorePtRegs___s390)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&s390.Gprs)) {
		return s390.Gprs[2]
	}
	riscv := (*bpfCorePtRegs___riscv)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&riscv.Epc)) {
		return riscv.A0
	}
	loongarch := (*bpfCorePtRegs___loongarch)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&loongarch.CsrEra)) {
		return loongarch.Regs[4]
	}
	powerpc := (*bpfCorePtRegs___powerpc)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&powerpc.Gpr)) {
		return powerpc.Gpr[3]
	}
	return 0
}

func (r *PtRegs) ip() uint64 {
	x86 := (*bpfCorePtRegs___x86)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&x86.Di)) {
		return x86.Ip
	}
	arm64 := (*bpfCorePtRegs___arm64)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&arm64.Pstate)) {
		return arm64.Pc
	}
	s390 := (*bpfCorePtRegs___s390)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&s390.Gprs)) {
		return s390.Psw.Addr
	}
	riscv := (*bpfCorePtRegs___riscv)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&riscv.Epc)) {
		return riscv.Epc
	}
	loongarch := (*bpfCorePtRegs___loongarch)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&loongarch.CsrEra)) {
		return loongarch.CsrEra
	}
	powerpc := (*bpfCorePtRegs___powerpc)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&powerpc.Gpr)) {
		return powerpc.Nip
	}
	return 0
}

func (r *PtRegs) sp() uint64 {
	x86 := (*bpfCorePtRegs___x86)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&x86.Di)) {
		return x86.Sp
	}
	arm64 := (*bpfCorePtRegs___arm64)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&arm64.Pstate)) {
		return arm64.Sp
	}
	s390 := (*bpfCorePtRegs___s390)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&s390.Gprs)) {
		return s390.Gprs[15]
	}
	riscv := (*bpfCorePtRegs___riscv)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&riscv.Epc)) {
		return riscv.Sp
	}
	loongarch := (*bpfCorePtRegs___loongarch)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&loongarch.CsrEra)) {
		return loongarch.Regs[3]
	}
	powerpc := (*bpfCorePtRegs___powerpc)(unsafe.Pointer(r))
	if bpfCoreFieldExists(unsafe.Pointer(&powerpc.Gpr)) {
		return powerpc.Gpr[1]
	}
	return 0
}
