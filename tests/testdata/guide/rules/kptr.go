// MARKS: warning=loader-support
type bpfCoreTaskStruct struct{ Tgid int32 }

type bpfKptrTask *bpfCoreTaskStruct

type held struct{ task bpfKptrTask }

var holders = bpf.Array[held]{MaxEntries: 1}

func bpfKfuncBpfTaskAcquire(task unsafe.Pointer) unsafe.Pointer
func bpfKfuncBpfTaskRelease(task unsafe.Pointer)

//export prog
//go:section syscall
func prog(ctx unsafe.Pointer) int32 {
	entry := holders.Lookup(0)
	if entry == nil {
		return 0
	}
	task := bpfKfuncBpfTaskAcquire(bpf.GetCurrentTaskBtf())
	if task == nil {
		return 0
	}
// The block stands here.
	return 0
}
