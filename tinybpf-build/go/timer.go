package bpf

import "unsafe"

// Timer is a field of values of a HashMap, an LRUHash or an Array: something to be done later (struct bpf_timer in linux/bpf.h, since
// Linux 5.15). The methods InitTimer and SetTimerCallback of the map prepare it. Programs leave its bytes alone.
type Timer struct{ _ [2]uint64 }

// Clock is what a timer goes by.
type Clock uint64

// The clocks that timers have (linux/time.h).
const (
	ClockRealtime  Clock = 0
	ClockMonotonic Clock = 1
	ClockBoottime  Clock = 7
)

// TimerFlags say how a timer is started.
type TimerFlags uint64

// Flags for Start (BPF_F_TIMER_… in linux/bpf.h).
const (
	// TimerAbs takes the time for one of the clock's, not for a time from now (since Linux 6.3).
	TimerAbs TimerFlags = 1 << 0
	// TimerCPUPin lets the callback run on this CPU (since Linux 6.7).
	TimerCPUPin TimerFlags = 1 << 1
)

// Start lets the callback run once, after so many nanoseconds; it may start the timer again. It returns 0, or EINVAL without a callback.
func (t *Timer) Start(nanoseconds uint64, flags TimerFlags) int64 {
	return bpfTimerStart(unsafe.Pointer(t), nanoseconds, uint64(flags))
}

// Cancel stops a timer and waits for its callback, which is taken from it. It returns 1 if the timer was running, 0 if not, or an error:
// EDEADLK in the callback itself.
func (t *Timer) Cancel() int64 { return bpfTimerCancel(unsafe.Pointer(t)) }

// InitTimer prepares the timer in a value. It returns 0, or EBUSY when that was done before.
func (m *HashMap[K, V]) InitTimer(timer *Timer, clock Clock) int64 {
	return bpfTimerInit(unsafe.Pointer(timer), m.at(), uint64(clock))
}

// SetTimerCallback sets what runs when the timer goes off: a top-level function, or a func literal that captures nothing. It is given the
// map, and the key and the value that the timer is in. It returns 0, or EINVAL before InitTimer.
func (m *HashMap[K, V]) SetTimerCallback(timer *Timer, expired func(m *HashMap[K, V], key *K, value *V)) int64 {
	return setCallback(timer, m, expired)
}

// InitTimer prepares the timer in a value. It returns 0, or EBUSY when that was done before.
func (m *LRUHash[K, V]) InitTimer(timer *Timer, clock Clock) int64 {
	return bpfTimerInit(unsafe.Pointer(timer), m.at(), uint64(clock))
}

// SetTimerCallback sets what runs when the timer goes off: a top-level function, or a func literal that captures nothing. It is given the
// map, and the key and the value that the timer is in. It returns 0, or EINVAL before InitTimer.
func (m *LRUHash[K, V]) SetTimerCallback(timer *Timer, expired func(m *LRUHash[K, V], key *K, value *V)) int64 {
	return setCallback(timer, m, expired)
}

// InitTimer prepares the timer in a value. It returns 0, or EBUSY when that was done before.
func (m *Array[V]) InitTimer(timer *Timer, clock Clock) int64 {
	return bpfTimerInit(unsafe.Pointer(timer), m.at(), uint64(clock))
}

// SetTimerCallback sets what runs when the timer goes off: a top-level function, or a func literal that captures nothing. It is given the
// map, and the index and the value that the timer is in. It returns 0, or EINVAL before InitTimer.
func (m *Array[V]) SetTimerCallback(timer *Timer, expired func(m *Array[V], index *uint32, value *V)) int64 {
	return setCallback(timer, m, expired)
}
