// Package kern has views for several programs.
package kern

// BpfCoreTaskStruct is a thread.
type BpfCoreTaskStruct struct {
	RealParent *BpfCoreTaskStruct
	Tgid       int32
}

// Own is the number of the thread's group.
func (t *BpfCoreTaskStruct) Own() uint32 {
	return uint32(t.Tgid)
}
