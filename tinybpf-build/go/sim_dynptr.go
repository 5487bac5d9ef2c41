//go:build !tinygo

package bpf

import "unsafe"

// simDynptr is what a dynptr stands for.
type simDynptr struct {
	data []byte
	// reserved is the record of a ring buffer that it is, if it is one.
	reserved *simRecord
}

// setDynptr makes a dynptr, or with nil one that stands for nothing.
func setDynptr(at unsafe.Pointer, to *simDynptr) {
	kernel.Lock()
	defer kernel.Unlock()
	if to == nil {
		delete(kernel.dynptrs, at)
		return
	}
	kernel.dynptrs[at] = to
}

// part returns bytes of a dynptr, or an error.
func part(at unsafe.Pointer, offset, size uint64) ([]byte, int64) {
	kernel.Lock()
	defer kernel.Unlock()
	found := kernel.dynptrs[at]
	if found == nil {
		return nil, EINVAL
	}
	length := uint64(len(found.data))
	if size > length || offset > length-size {
		return nil, E2BIG
	}
	return found.data[offset:][:size], 0
}

func simDynptrFromMem(data unsafe.Pointer, size, flags uint64, to unsafe.Pointer) int64 {
	if flags != 0 {
		return EINVAL
	}
	setDynptr(to, &simDynptr{data: bytesAt(data, int(size))})
	return 0
}

func simDynptrRead(dst unsafe.Pointer, size uint64, src unsafe.Pointer, offset, flags uint64) int64 {
	if flags != 0 {
		return EINVAL
	}
	from, code := part(src, offset, size)
	copy(bytesAt(dst, int(size)), from)
	return code
}

func simDynptrWrite(dst unsafe.Pointer, offset uint64, src unsafe.Pointer, size, flags uint64) int64 {
	if flags != 0 {
		return EINVAL
	}
	to, code := part(dst, offset, size)
	copy(to, bytesAt(src, int(size)))
	return code
}

func simDynptrData(at unsafe.Pointer, offset, size uint64) unsafe.Pointer {
	from, code := part(at, offset, size)
	if code != 0 {
		return nil
	}
	return unsafe.Pointer(unsafe.SliceData(from))
}

func bpfRingbufReserveDynptr(m unsafe.Pointer, size uint32, flags uint64, to unsafe.Pointer) int64 {
	kernel.Lock()
	defer kernel.Unlock()
	// One that stands for nothing is to be discarded, too.
	made := &simDynptr{}
	kernel.dynptrs[to] = made
	record := theMap(m).reserve(int(size))
	if record == nil {
		return EINVAL
	}
	made.data, made.reserved = record.data, record
	return 0
}

func bpfRingbufSubmitDynptr(at unsafe.Pointer, flags uint64) { finishDynptr(at, false) }

func bpfRingbufDiscardDynptr(at unsafe.Pointer, flags uint64) { finishDynptr(at, true) }

// finishDynptr ends the writing of a record, if there is one.
func finishDynptr(at unsafe.Pointer, discard bool) {
	kernel.Lock()
	defer kernel.Unlock()
	found := kernel.dynptrs[at]
	if found == nil {
		panic("bpf: the dynptr was not reserved, or submitted or discarded before: the kernel refuses such a program")
	}
	delete(kernel.dynptrs, at)
	if found.reserved != nil {
		found.reserved.submitted, found.reserved.discarded = true, discard
	}
}
