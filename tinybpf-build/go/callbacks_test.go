package bpf

import (
	"testing"
	"unsafe"
)

type sums struct{ count, total uint64 }

func TestLoop(t *testing.T) {
	Reset()
	body := func(index uint32, s *sums) Next {
		if index == 5 {
			return Break
		}
		s.total += uint64(index)
		return Continue
	}
	var s sums
	expect(t, "all", Loop(3, body, &s), 3)
	expect(t, "sum", s.total, 0+1+2)
	expect(t, "stopped", Loop(9, body, &s), 6)
	expect(t, "too often", Loop(8<<20+1, body, &s), E2BIG)
}

func TestForEach(t *testing.T) {
	Reset()
	hash := HashMap[uint32, uint64]{MaxEntries: 8}
	for i := uint32(0); i < 4; i++ {
		value := uint64(i) * 10
		hash.Update(&i, &value, Any)
	}
	var s sums
	odd := func(m *HashMap[uint32, uint64], key *uint32, value *uint64, s *sums) Next {
		s.total += *value
		if *key%2 == 1 {
			m.Delete(key)
		}
		return Continue
	}
	expect(t, "all", ForEach(&hash, odd, &s), 4)
	expect(t, "sum", s.total, 60)
	expect(t, "without those deleted", ForEach(&hash, odd, &s), 2)
	expect(t, "deletes what comes next", ForEach(&hash, func(m *HashMap[uint32, uint64], key *uint32, value *uint64, s *sums) Next {
		next := *key + 2
		m.Delete(&next)
		return Continue
	}, &s), 1)
	array := PerCPUArray[uint64]{MaxEntries: 4}
	OnCPU(1)
	*array.Lookup(2) = 7
	s = sums{}
	count := func(m *PerCPUArray[uint64], index *uint32, value *uint64, s *sums) Next {
		s.total += *value * uint64(*index)
		if *index == 2 {
			return Break
		}
		return Continue
	}
	expect(t, "array", ForEach(&array, count, &s), 3)
	expect(t, "this CPU's", s.total, 14)
}

type alarm struct {
	rings uint64
	timer Timer
}

func TestTimers(t *testing.T) {
	Reset()
	alarms := HashMap[uint32, alarm]{MaxEntries: 2}
	key := uint32(3)
	found := alarms.LookupOrInit(&key, &alarm{})
	ring := func(m *HashMap[uint32, alarm], key *uint32, value *alarm) {
		value.rings += uint64(*key)
		if value.rings < 6 {
			value.timer.Start(10, 0)
		}
	}
	expect(t, "not prepared", found.timer.Start(10, 0), EINVAL)
	expect(t, "no such clock", alarms.InitTimer(&found.timer, 9), EINVAL)
	expect(t, "prepared", alarms.InitTimer(&found.timer, ClockMonotonic), 0)
	expect(t, "twice", alarms.InitTimer(&found.timer, ClockMonotonic), EBUSY)
	expect(t, "no callback", found.timer.Start(10, 0), EINVAL)
	expect(t, "set", alarms.SetTimerCallback(&found.timer, ring), 0)
	expect(t, "started", found.timer.Start(10, 0), 0)
	before := KtimeGetNs()
	Elapse(9)
	expect(t, "too early", found.rings, 0)
	Elapse(1)
	expect(t, "rings", found.rings, 3)
	Elapse(100)
	expect(t, "rings again, and no more", found.rings, 6)
	expect(t, "time went by", KtimeGetNs()-before >= 110, true)
	found.timer.Start(10, 0)
	expect(t, "was running", found.timer.Cancel(), 1)
	expect(t, "was not", found.timer.Cancel(), 0)
	expect(t, "lost its callback", found.timer.Start(10, 0), EINVAL)
	alarms.SetTimerCallback(&found.timer, ring)
	expect(t, "at a time", found.timer.Start(KtimeGetNs()+1_000_000_000, TimerAbs), 0)
	alarms.Delete(&key)
	Elapse(2_000_000_000)
	expect(t, "gone with its entry", found.rings, 6)
}

func TestFindVma(t *testing.T) {
	Reset()
	type task struct{ pid int32 }
	type vma struct{ start uint64 }
	current, area := task{7}, vma{0x1000}
	look := func(task *task, vma *vma, s *sums) Next {
		s.total += uint64(task.pid) + vma.start
		return Continue
	}
	var s sums
	expect(t, "none", FindVma(&current, 0x1234, look, &s), ENOENT)
	Fake.FindVma = func(task unsafe.Pointer, address uint64) unsafe.Pointer { return unsafe.Pointer(&area) }
	expect(t, "found", FindVma(&current, 0x1234, look, &s), 0)
	expect(t, "called", s.total, 0x1007)
}

func TestDrain(t *testing.T) {
	Reset()
	orders := UserRingBuf[key]{MaxEntries: 4096}
	for i := uint32(1); i <= 3; i++ {
		orders.Write(key{i, 10 * i})
	}
	take := func(record *Record[key], s *sums) Next {
		var copied key
		expect(t, "read", record.Read(&copied), 0)
		expect(t, "in place", *record.Data(), copied)
		s.count++
		s.total += uint64(copied.B)
		if copied.A == 2 {
			return Break
		}
		return Continue
	}
	var s sums
	expect(t, "until the second", Drain(&orders, take, &s, 0), 2)
	expect(t, "the rest", Drain(&orders, take, &s, NoWakeup), 1)
	expect(t, "nothing", Drain(&orders, take, &s, 0), 0)
	expect(t, "all", s, sums{3, 60})
	expect(t, "flags", Drain(&orders, take, &s, 8), EINVAL)
}

func TestDynptrs(t *testing.T) {
	Reset()
	events := RingBuf[key]{MaxEntries: 4096}
	var p Dynptr
	expect(t, "reserved", events.ReserveDynptr(8, &p), 0)
	two := uint32(2)
	expect(t, "written", DynptrWrite(&p, 4, &two, 0), 0)
	expect(t, "beyond", DynptrWrite(&p, 5, &[4]byte{}, 0), E2BIG)
	*(*uint32)(DynptrData(&p, 0, 4)) = 1
	var first uint32
	expect(t, "read", DynptrRead(&first, &p, 0, 0), 0)
	expect(t, "what", first, 1)
	expect(t, "before", len(events.Records()), 0)
	events.SubmitDynptr(&p, 0)
	records := events.Records()
	expect(t, "after", len(records), 1)
	expect(t, "record", records[0], key{1, 2})
	expect(t, "stands for nothing", DynptrRead(&first, &p, 0, 0), EINVAL)
	expect(t, "no room", events.ReserveDynptr(5000, &p), EINVAL)
	events.DiscardDynptr(&p)
	value := uint64(0)
	expect(t, "memory", DynptrFromMem(&value, 0, &p), 0)
	expect(t, "write to it", DynptrWrite(&p, 0, &[8]byte{9}, 0), 0)
	expect(t, "its bytes", *(*byte)(unsafe.Pointer(&value)), 9)
}
