var second bool

var read uint32

//export prog
//go:section classifier
func prog(ctx *bpf.SkBuff) bpf.TcAction {
// The block stands here.
	read = field
	return bpf.TcActOk
}
