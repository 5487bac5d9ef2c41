// The block stands here.

func bpfGetCurrentTask() *bpfCoreTaskStruct

var last int32

//export exit
//go:section kprobe/do_exit
func exit(ctx unsafe.Pointer) int32 {
	last = bpfGetCurrentTask().Tgid
	return 0
}
