type bpfCoreTaskStruct struct {
	Tgid       int32
	RealParent *bpfCoreTaskStruct
}

var last int32

//export exit
//go:section kprobe/do_exit
func exit(ctx *bpf.PtRegs) int32 {
// The block stands here.
	last = parent
	return 0
}
