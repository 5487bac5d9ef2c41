//go:build !tinygo

package bpf

// PtRegs is the context of kprobes, uprobes and what runs at the ends of their functions. Tests fill it in.
type PtRegs struct {
	// Args are the arguments of the function.
	Args []uint64
	// Result is what it returned, and Instruction and Stack the addresses of these.
	Result, Instruction, Stack uint64
}

func (r *PtRegs) arg(n int) uint64 {
	if n < 0 || n >= len(r.Args) {
		return 0
	}
	return r.Args[n]
}

func (r *PtRegs) ret() uint64 { return r.Result }
func (r *PtRegs) ip() uint64  { return r.Instruction }
func (r *PtRegs) sp() uint64  { return r.Stack }
