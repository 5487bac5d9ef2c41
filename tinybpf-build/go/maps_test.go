package bpf

import (
	"fmt"
	"testing"
	"unsafe"
)

type key struct{ A, B uint32 }

// expect compares, and says what differs.
func expect[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func TestHash(t *testing.T) {
	Reset()
	m := HashMap[key, uint64]{MaxEntries: 2}
	k, v := key{1, 2}, uint64(7)
	expect(t, "lookup of nothing", m.Lookup(&k), nil)
	expect(t, "exist", m.Update(&k, &v, Exist), ENOENT)
	expect(t, "any", m.Update(&k, &v, Any), 0)
	expect(t, "noexist", m.Update(&k, &v, NoExist), EEXIST)
	*m.Lookup(&k)++
	expect(t, "value in the map", *m.Lookup(&k), 8)
	for i := uint32(0); i < 2; i++ {
		code := m.Update(&key{A: 10 + i}, &v, Any)
		expect(t, "room", code, []int64{0, E2BIG}[i])
	}
	expect(t, "a full map takes known keys", m.Update(&k, &v, Any), 0)
	expect(t, "flags", m.Update(&k, &v, 3), EINVAL)
	expect(t, "delete", m.Delete(&k), 0)
	expect(t, "deleted", m.Delete(&k), ENOENT)
	*m.LookupOrInit(&k, &v)++
	expect(t, "made and counted", *m.LookupOrInit(&k, &v), 8)
	Reset()
	expect(t, "after Reset", m.Lookup(&k), nil)
}

func TestPerCPU(t *testing.T) {
	Reset()
	m := PerCPUHash[uint32, uint64]{MaxEntries: 2}
	k, v := uint32(1), uint64(5)
	m.Update(&k, &v, Any)
	OnCPU(1)
	expect(t, "zero on another", *m.Lookup(&k), 0)
	*m.Lookup(&k) = 9
	OnCPU(0)
	expect(t, "own", *m.Lookup(&k), 5)
	expect(t, "other's", *m.LookupCPU(&k, 1), 9)
	expect(t, "no such CPU", m.LookupCPU(&k, 99), nil)
	a := PerCPUArray[uint64]{MaxEntries: 2}
	*a.Lookup(1)++
	expect(t, "array", *a.LookupCPU(1, 0), 1)
	expect(t, "array elsewhere", *a.LookupCPU(1, 1), 0)
}

func TestLRU(t *testing.T) {
	Reset()
	m := LRUHash[uint32, uint32]{MaxEntries: 2}
	keys := [3]uint32{1, 2, 3}
	m.Update(&keys[0], &keys[0], Any)
	m.Update(&keys[1], &keys[1], Any)
	m.Lookup(&keys[0])
	expect(t, "full", m.Update(&keys[2], &keys[2], Any), 0)
	expect(t, "used", m.Lookup(&keys[0]) != nil, true)
	expect(t, "unused", m.Lookup(&keys[1]), nil)
}

func TestArray(t *testing.T) {
	Reset()
	m := Array[key]{MaxEntries: 2}
	expect(t, "zeros", *m.Lookup(1), key{})
	m.Lookup(1).A = 4
	expect(t, "kept", *m.Lookup(1), key{A: 4})
	expect(t, "beyond", m.Lookup(2), nil)
	expect(t, "update beyond", m.Update(2, &key{}, Any), E2BIG)
	expect(t, "noexist", m.Update(0, &key{}, NoExist), EEXIST)
}

func TestTrie(t *testing.T) {
	Reset()
	m := LPMTrie[LPMKey4, uint32]{MaxEntries: 3}
	add := func(len uint32, address Be32, value uint32) int64 {
		return m.Update(&LPMKey4{len, address}, &value, Any)
	}
	find := func(address Be32) uint32 {
		if v := m.Lookup(&LPMKey4{32, address}); v != nil {
			return *v
		}
		return 0
	}
	expect(t, "/8", add(8, IP(10, 0, 0, 0), 8), 0)
	expect(t, "/24", add(24, IP(10, 1, 2, 99), 24), 0)
	expect(t, "too long", add(33, IP(10, 1, 2, 99), 24), EINVAL)
	expect(t, "inside", find(IP(10, 1, 2, 3)), 24)
	expect(t, "outside", find(IP(10, 1, 3, 3)), 8)
	expect(t, "elsewhere", find(IP(11, 0, 0, 1)), 0)
	expect(t, "default", add(0, 0, 1), 0)
	expect(t, "by default", find(IP(11, 0, 0, 1)), 1)
	expect(t, "full", add(9, IP(10, 0, 0, 0), 9), ENOSPC)
	expect(t, "no shorter key", *m.Lookup(&LPMKey4{16, IP(10, 1, 2, 3)}), 8)
	expect(t, "delete", m.Delete(&LPMKey4{24, IP(10, 1, 2, 7)}), 0)
	expect(t, "deleted", find(IP(10, 1, 2, 3)), 8)
}

func TestQueues(t *testing.T) {
	Reset()
	q, s := Queue[uint32]{MaxEntries: 2}, Stack[uint32]{MaxEntries: 2}
	for i := uint32(1); i <= 3; i++ {
		want := []int64{0, 0, E2BIG}[i-1]
		expect(t, "queue", q.Push(&i, Any), want)
		expect(t, "stack", s.Push(&i, Any), want)
	}
	v := uint32(4)
	expect(t, "replaces", q.Push(&v, Exist), 0)
	expect(t, "peek", q.Peek(&v), 0)
	expect(t, "oldest that is left", v, 2)
	expect(t, "pop", s.Pop(&v), 0)
	expect(t, "newest", v, 2)
	s.Pop(&v)
	expect(t, "empty", s.Pop(&v), ENOENT)
	expect(t, "zero", v, 0)
	var b BloomFilter[key]
	b.Add(&key{1, 2})
	expect(t, "added", b.Has(&key{1, 2}), true)
	expect(t, "not added", b.Has(&key{2, 1}), false)
}

func TestRingBuf(t *testing.T) {
	Reset()
	m := RingBuf[key]{MaxEntries: 64}
	a, b, c := m.Reserve(), m.Reserve(), m.Reserve()
	*a, *b, *c = key{1, 1}, key{2, 2}, key{3, 3}
	m.Submit(b)
	expect(t, "the first is not done", len(m.Records()), 0)
	m.Discard(c)
	m.Submit(a)
	expect(t, "output", m.Output(&key{4, 4}, 0), 0)
	expect(t, "full", m.Reserve(), nil)
	expect(t, "available", m.Query(RingBufAvailable), 64)
	expect(t, "in order", fmt.Sprint(m.Records()), "[{1 1} {2 2} {4 4}]")
	expect(t, "read", m.Query(RingBufAvailable), 0)
	var ctx XdpMd
	p := PerfEventArray[key]{}
	PerfOutput(&ctx, &p, &key{5, 5})
	expect(t, "perf", p.Records()[0], key{5, 5})
}

func TestHeldMapsAndPrograms(t *testing.T) {
	Reset()
	inner := HashMap[uint32, uint32]{MaxEntries: 4}
	outer := HashOfMaps[uint32, HashMap[uint32, uint32]]{MaxEntries: 4, Inner: &inner}
	k, v := uint32(3), uint32(4)
	expect(t, "none", outer.Lookup(&k), nil)
	outer.Put(&k, &inner)
	outer.Lookup(&k).Update(&k, &v, Any)
	expect(t, "inner", *inner.Lookup(&k), 4)
	array := ArrayOfMaps[HashMap[uint32, uint32]]{MaxEntries: 1, Maps: []*HashMap[uint32, uint32]{&inner}}
	expect(t, "from the start", array.Lookup(0), &inner)

	second := func(*XdpMd) XdpAction { return XdpTx }
	programs := ProgArray[XdpMd, XdpAction]{MaxEntries: 2}
	first := func(ctx *XdpMd) XdpAction {
		programs.TailCall(ctx, 1)
		return XdpDrop
	}
	expect(t, "no program", Run(first, NewXdpMd(nil)), XdpDrop)
	programs.Put(1, second)
	expect(t, "tail call", Run(first, NewXdpMd(nil)), XdpTx)
}

func TestStoragesAndRedirects(t *testing.T) {
	Reset()
	var task, other [8]byte
	s := TaskStorage[uint64]{}
	at, initial := unsafe.Pointer(&task), uint64(7)
	expect(t, "none", s.Get(at), nil)
	*s.GetOrCreate(at, &initial)++
	expect(t, "kept", *s.Get(at), 8)
	expect(t, "other's", s.Get(unsafe.Pointer(&other)), nil)
	expect(t, "delete", s.Delete(at), 0)
	expect(t, "deleted", s.Delete(at), ENOENT)
	d := DevMap{MaxEntries: 4}
	expect(t, "nothing there", d.Redirect(1, uint64(XdpPass)), XdpPass)
	d.Put(1, DevMapValue{Ifindex: 2})
	expect(t, "device", d.Redirect(1, 0), XdpRedirect)
	h := SockHash[key]{MaxEntries: 4}
	expect(t, "no socket", h.RedirectSkb(&SkBuff{}, &key{1, 2}, 0), SkDrop)
	h.Add(&SockOps{}, &key{1, 2}, Any)
	expect(t, "socket", h.RedirectSkb(&SkBuff{}, &key{1, 2}, 0), SkPass)
}
