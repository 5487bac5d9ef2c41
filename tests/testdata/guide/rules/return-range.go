var verdict uint32

//export prog
//go:section cgroup/sock_create
func prog(ctx unsafe.Pointer) int32 {
// The block stands here.
}
