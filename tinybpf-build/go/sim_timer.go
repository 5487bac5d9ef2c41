//go:build !tinygo

package bpf

import "unsafe"

// simTimer is a timer in a value of a map.
type simTimer struct {
	// of is the map.
	of unsafe.Pointer
	// expired is what is to be done, with the key and the value; nil before it is set.
	expired func(key, value unsafe.Pointer)
	// due is when it goes off, as `elapsed` counts; it does only while it is running.
	due     uint64
	running bool
}

func bpfTimerInit(timer, m unsafe.Pointer, flags uint64) int64 {
	kernel.Lock()
	defer kernel.Unlock()
	switch Clock(flags) {
	case ClockRealtime, ClockMonotonic, ClockBoottime:
	default:
		return EINVAL
	}
	if kernel.timers[timer] != nil {
		return EBUSY
	}
	kernel.timers[timer] = &simTimer{of: m}
	return 0
}

func setCallback[M, K, V any](timer *Timer, m *M, expired func(m *M, key *K, value *V)) int64 {
	kernel.Lock()
	defer kernel.Unlock()
	found := kernel.timers[unsafe.Pointer(timer)]
	if found == nil {
		return EINVAL
	}
	found.expired = func(key, value unsafe.Pointer) { expired(m, (*K)(key), (*V)(value)) }
	return 0
}

func bpfTimerStart(timer unsafe.Pointer, nanoseconds, flags uint64) int64 {
	if TimerFlags(flags)&TimerAbs != 0 {
		now := bpfKtimeGetNs()
		nanoseconds = max(nanoseconds, now) - now
	}
	kernel.Lock()
	defer kernel.Unlock()
	found := kernel.timers[timer]
	if found == nil || found.expired == nil || TimerFlags(flags)&^(TimerAbs|TimerCPUPin) != 0 {
		return EINVAL
	}
	found.due, found.running = kernel.elapsed+nanoseconds, true
	return 0
}

func bpfTimerCancel(timer unsafe.Pointer) int64 {
	kernel.Lock()
	defer kernel.Unlock()
	found := kernel.timers[timer]
	if found == nil {
		return EINVAL
	}
	was := found.running
	found.running, found.expired = false, nil
	if was {
		return 1
	}
	return 0
}

// Elapse lets so many nanoseconds pass: the timers that go off meanwhile call their functions, one after the other, also those that these
// start. Only tests have it.
func Elapse(nanoseconds uint64) {
	kernel.Lock()
	end := kernel.elapsed + nanoseconds
	kernel.Unlock()
	for {
		run := nextTimer(end)
		if run == nil {
			return
		}
		run()
	}
}

// nextTimer goes on to when the next timer goes off, and returns what that calls; nil when none does before the end.
func nextTimer(end uint64) func() {
	kernel.Lock()
	defer kernel.Unlock()
	var first *simTimer
	var at unsafe.Pointer
	for address, timer := range kernel.timers {
		if timer.running && timer.due <= end && (first == nil || timer.due < first.due) {
			first, at = timer, address
		}
	}
	if first == nil {
		kernel.elapsed = end
		return nil
	}
	kernel.elapsed = max(kernel.elapsed, first.due)
	first.running = false
	key, value := theMap(first.of).entryAt(at)
	if value == nil {
		// The entry was deleted or replaced, and the timer with it.
		delete(kernel.timers, at)
		return func() {}
	}
	expired := first.expired
	return func() { expired(key, value) }
}

// entryAt returns a copy of the key and the value that an address lies in, or nil.
func (m *simMap) entryAt(address unsafe.Pointer) (key, value unsafe.Pointer) {
	for bytes, entry := range m.entries {
		start := uintptr(entry.values[0])
		if start <= uintptr(address) && uintptr(address) < start+uintptr(m.valSize) {
			key = newBytes(m.keySize)
			copy(bytesAt(key, m.keySize), bytes)
			return key, entry.values[0]
		}
	}
	return nil, nil
}
