type bpfCoreTaskStruct struct{ State int64 }

func bpfCoreFieldExists(field unsafe.Pointer) bool

var state int64

//export exit
//go:section kprobe/do_exit
func exit(ctx *bpf.PtRegs) int32 {
	task := bpf.Pointer[bpfCoreTaskStruct](bpf.GetCurrentTask())
// The block stands here.
	return 0
}
