var last uint32

//export exit
//go:section kprobe/do_exit
func exit(ctx *bpf.PtRegs) int32 {
	address := ctx.Arg(0)
// The block stands here.
	last = pid
	return 0
}
