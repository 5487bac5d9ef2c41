package bpf

import (
	"testing"
	"unsafe"
)

func TestTracepoints(t *testing.T) {
	Reset()
	type fields struct {
		Filename DataLoc
		PID      int32
	}
	memory := struct {
		Tracepoint[fields]
		text [8]byte
	}{text: [8]byte{'/', 'b', 'i', 'n'}}
	memory.Fields = fields{Filename: 5<<16 | 16, PID: 7}
	ctx := &memory.Tracepoint
	expect(t, "length", ctx.Fields.Filename.Len(), 5)
	var name [8]byte
	expect(t, "read", ProbeReadKernelStr(&name, DataAt(ctx, ctx.Fields.Filename)), 5)
	expect(t, "text", name, memory.text)
	expect(t, "first argument", unsafe.Offsetof(SysEnter{}.Args), 16)
	expect(t, "result", unsafe.Offsetof(SysExit{}.Ret), 16)
	expect(t, "state", unsafe.Offsetof(Tracepoint[SchedSwitch]{}.Fields)+unsafe.Offsetof(SchedSwitch{}.PrevState), 32)
	expect(t, "next", unsafe.Sizeof(Tracepoint[SchedSwitch]{}), 64)
}

func TestRegisters(t *testing.T) {
	regs := PtRegs{Args: []uint64{1, 2}, Result: 3, Instruction: 4, Stack: 5}
	expect(t, "argument", regs.Arg(1), 2)
	expect(t, "none", regs.Arg(2), 0)
	expect(t, "others", [3]uint64{regs.Ret(), regs.IP(), regs.SP()}, [3]uint64{3, 4, 5})
}
