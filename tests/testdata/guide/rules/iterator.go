// MARKS: warning=loader-support
type bpfIterNum struct{ _ uint64 }

func bpfKfuncBpfIterNumNew(it *bpfIterNum, start, end int32) int32
func bpfKfuncBpfIterNumNext(it *bpfIterNum) *int32
func bpfKfuncBpfIterNumDestroy(it *bpfIterNum)

//export prog
//go:section syscall
func prog(ctx unsafe.Pointer) int32 {
	sum := int32(0)
// The block stands here.
	return sum
}
