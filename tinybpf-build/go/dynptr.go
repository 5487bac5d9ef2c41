package bpf

import "unsafe"

// Dynptr stands for memory whose size only running tells (struct bpf_dynptr in linux/bpf.h, since Linux 5.19). It is a variable of the
// function that uses it.
type Dynptr struct{ _ [2]uint64 }

// ReserveDynptr makes a dynptr of room for a record of any size. It returns 0 or an error; either way, SubmitDynptr or DiscardDynptr must
// follow on each path (since Linux 5.19).
func (m *RingBuf[T]) ReserveDynptr(size uint32, to *Dynptr) int64 {
	return bpfRingbufReserveDynptr(m.at(), size, 0, unsafe.Pointer(to))
}

// SubmitDynptr hands a record to user space.
func (m *RingBuf[T]) SubmitDynptr(record *Dynptr, flags WakeupFlags) {
	bpfRingbufSubmitDynptr(unsafe.Pointer(record), uint64(flags))
}

// DiscardDynptr gives room back that is not needed, or was not to be had.
func (m *RingBuf[T]) DiscardDynptr(record *Dynptr) {
	bpfRingbufDiscardDynptr(unsafe.Pointer(record), 0)
}
