package bpf

import "unsafe"

// Arg returns an argument of the function that a kprobe or uprobe is at, by its number from 0 on; a constant costs the least. It is that of the
// processor's calling convention: x86-64 passes 6 in registers, s390x 5, the others 8; of those that are not there it returns 0.
func (r *PtRegs) Arg(n int) uint64 { return r.arg(n) }

// ArgPointer returns an argument that is an address, for ProbeReadKernel, ProbeReadUserStr and their like, or views of kernel types.
func (r *PtRegs) ArgPointer(n int) unsafe.Pointer {
	address := r.arg(n)
	return *(*unsafe.Pointer)(unsafe.Pointer(&address))
}

// Ret returns what the function returned, in kretprobes and uretprobes. Of a C int, the upper half says nothing: int32(ctx.Ret()).
func (r *PtRegs) Ret() uint64 { return r.ret() }

// IP returns the address of the instruction.
func (r *PtRegs) IP() uint64 { return r.ip() }

// SP returns the address of the stack.
func (r *PtRegs) SP() uint64 { return r.sp() }
