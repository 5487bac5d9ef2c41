type bpfCoreTaskStruct struct {
	Tgid       int32
	RealParent *bpfCoreTaskStruct
	Comm       [16]byte
}

func bpfGetCurrentTask() *bpfCoreTaskStruct

var event struct {
	Parent int32
	Comm   [16]byte
}

//export exit
//go:section kprobe/do_exit
func exit(ctx unsafe.Pointer) int32 {
// The block stands here.
	event.Parent = parent
	return 0
}
