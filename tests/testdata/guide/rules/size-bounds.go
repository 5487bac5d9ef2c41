var path [64]byte

//export prog
//go:section kprobe/do_exit
func prog(ctx *bpf.PtRegs) int32 {
	var buffer [64]byte
	length := ctx.Arg(0)
// The block stands here.
	bpfProbeReadKernel(unsafe.Pointer(&buffer), uint32(length), ctx.ArgPointer(1))
	path = buffer
	return 0
}

func bpfProbeReadKernel(to unsafe.Pointer, size uint32, from unsafe.Pointer) int64
