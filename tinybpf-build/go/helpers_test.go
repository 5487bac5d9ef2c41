package bpf

import (
	"fmt"
	"testing"
	"unsafe"
)

func TestFakes(t *testing.T) {
	Reset()
	expect(t, "time goes on", KtimeGetNs() <= KtimeGetNs(), true)
	Fake.KtimeGetNs = func() uint64 { return 7 }
	expect(t, "faked", KtimeGetNs(), 7)
	Reset()
	expect(t, "Reset", Fake.KtimeGetNs == nil, true)
	OnCPU(2)
	expect(t, "CPU", GetSmpProcessorId(), 2)
	expect(t, "no kernel", SendSignal(9), ENOSYS)
}

func TestMemory(t *testing.T) {
	Reset()
	var from, to uint64 = 0x1234, 0
	expect(t, "read", ProbeReadKernel(&to, &from), 0)
	expect(t, "value", to, 0x1234)
	expect(t, "nothing there", ProbeReadKernel[uint64](&to, nil), EFAULT)
	expect(t, "zeros", to, 0)
	text, room := [8]byte{'g', 'o', 0, 'x'}, [8]byte{}
	expect(t, "string", ProbeReadKernelStr(&room, unsafe.Pointer(&text)), 3)
	expect(t, "its bytes", room, [8]byte{'g', 'o'})
	var short [2]byte
	expect(t, "too long", ProbeReadKernelStr(&short, unsafe.Pointer(&text)), 2)
	expect(t, "still ends", short, [2]byte{'g', 0})
	expect(t, "pointer", Pointer[uint64](uint64(uintptr(unsafe.Pointer(&from)))), &from)
	var comm [4]byte
	GetCurrentComm(&comm)
	expect(t, "name", comm, [4]byte{'g', 'o', '-', 0})
}

func TestPacketsAsBytes(t *testing.T) {
	Reset()
	skb := NewSkBuff([]byte{1, 2, 3, 4, 5})
	var two [2]byte
	expect(t, "load", SkbLoadBytes(skb, 3, &two), 0)
	expect(t, "bytes", two, [2]byte{4, 5})
	expect(t, "beyond", SkbLoadBytes(skb, 4, &two), EFAULT)
	expect(t, "store", SkbStoreBytes(skb, 0, &[2]byte{8, 9}, 0), 0)
	expect(t, "stored", Bytes(skb)[1], 9)
	ctx := NewXdpMd([]byte{1, 2, 3})
	expect(t, "shorter", XdpAdjustHead(ctx, 1), 0)
	expect(t, "begins later", *At[byte](ctx, 0), 2)
	expect(t, "longer", XdpAdjustTail(ctx, 2), 0)
	expect(t, "length", XdpGetBuffLen(ctx), 4)
	expect(t, "end", ctx.DataEnd-ctx.Data, 4)
	old, new := [1]Be32{ToBe32(1)}, [1]Be32{ToBe32(2)}
	sum := uint32(CsumDiff(&old, &new, 0))
	expect(t, "checksum", Be32(sum).Host(), 1)
}

func TestPrints(t *testing.T) {
	Reset()
	type pid uint32
	comm := [16]byte{'s', 'h'}
	Printk("pid %d of %s%%", pid(7), &comm)
	Printk("%x %u %lld %v", 255, int32(-1), int64(-1), comm)
	Printk("%-4d|%4s|%pI4", 1, "ab", [4]byte{10, 0, 0, 1})
	expect(t, "lines", fmt.Sprintf("%q", Trace()), `["pid 7 of sh%" "ff 4294967295 -1 sh" "1   |  ab|[10 0 0 1]"]`)
	var small [4]byte
	expect(t, "the whole length", Snprintf(&small, "%d", 12345), 6)
	expect(t, "as much as there is room for", small, [4]byte{'1', '2', '3', 0})
	seq := struct{}{}
	SeqPrintf(&seq, "%d\n", 1)
	SeqPrintf(&seq, "%d\n", 2)
	expect(t, "file", Written(&seq), "1\n2\n")
	for _, wrong := range []func(){
		func() { Printk("%s", 7) },
		func() { Printk("%d", &comm) },
		func() { Printk("%d", 1.5) },
		func() { Printk("%f", 1) },
		func() { Printk("%d") },
		func() { Printk("%d", 1, 2) },
	} {
		expect(t, "refused", panics(wrong), true)
	}
}

func panics(f func()) (is bool) {
	defer func() { is = recover() != nil }()
	f()
	return false
}
