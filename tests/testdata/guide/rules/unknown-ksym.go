// MARKS: warning=loader-support
func bpfKsymExists(name string) bool
func bpfKfuncBpfTaskFromPid(pid int32) unsafe.Pointer
func bpfKfuncBpfTaskRelease(task unsafe.Pointer)

//export switched
//go:section tp_btf/sched_switch
func switched(ctx unsafe.Pointer) int32 {
	var task unsafe.Pointer
	pid := int32(1)
// The block stands here.
	if task != nil {
		bpfKfuncBpfTaskRelease(task)
	}
	return 0
}
