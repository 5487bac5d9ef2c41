//go:build !tinygo

package bpf

import "unsafe"

// simRecord is a record of a ring or perf buffer.
type simRecord struct {
	data []byte
	// of is the map that it is in.
	of        *simMap
	submitted bool
	discarded bool
}

// What a record takes in a ring buffer beside its data (BPF_RINGBUF_HDR_SZ in linux/bpf.h).
const recordHeader = 8

func (r *simRecord) room() uint64 { return (uint64(len(r.data)) + recordHeader + 7) &^ 7 }

// reserve adds a record that is not submitted, if there is room.
func (m *simMap) reserve(size int) *simRecord {
	record := &simRecord{data: bytesAt(newBytes(size), size), of: m}
	if m.produced-m.consumed+record.room() > uint64(m.maxEntries) {
		return nil
	}
	m.produced += record.room()
	m.records = append(m.records, record)
	return record
}

func bpfRingbufReserve(m unsafe.Pointer, size, flags uint64) unsafe.Pointer {
	kernel.Lock()
	defer kernel.Unlock()
	record := theMap(m).reserve(int(size))
	if record == nil {
		return nil
	}
	address := unsafe.Pointer(unsafe.SliceData(record.data))
	kernel.reserved[address] = record
	return address
}

func bpfRingbufSubmit(record unsafe.Pointer, flags uint64) { finish(record, false) }

func bpfRingbufDiscard(record unsafe.Pointer, flags uint64) { finish(record, true) }

// finish ends the writing of a record.
func finish(address unsafe.Pointer, discard bool) {
	kernel.Lock()
	defer kernel.Unlock()
	record := kernel.reserved[address]
	if record == nil {
		panic("bpf: the record was not reserved, or submitted or discarded before: the kernel refuses such a program")
	}
	delete(kernel.reserved, address)
	record.submitted, record.discarded = true, discard
}

func bpfRingbufOutput(m, data unsafe.Pointer, size, flags uint64) int64 {
	kernel.Lock()
	defer kernel.Unlock()
	record := theMap(m).reserve(int(size))
	if record == nil {
		return EAGAIN
	}
	copy(record.data, bytesAt(data, int(size)))
	record.submitted = true
	return 0
}

func bpfRingbufQuery(m unsafe.Pointer, fact uint64) uint64 {
	kernel.Lock()
	defer kernel.Unlock()
	sim := theMap(m)
	switch RingBufFact(fact) {
	case RingBufAvailable:
		return sim.produced - sim.consumed
	case RingBufSize:
		return uint64(sim.maxEntries)
	case RingBufConsumer:
		return sim.consumed
	case RingBufProducer:
		return sim.produced
	}
	return 0
}

func bpfPerfEventOutput(ctx, m unsafe.Pointer, flags uint64, data unsafe.Pointer, size uint64) int64 {
	kernel.Lock()
	defer kernel.Unlock()
	sim := theMap(m)
	record := &simRecord{data: append([]byte(nil), bytesAt(data, int(size))...), of: sim, submitted: true}
	sim.records = append(sim.records, record)
	return 0
}

func bpfSkbOutput(skb, m unsafe.Pointer, flags uint64, data unsafe.Pointer, size uint64) int64 {
	return bpfPerfEventOutput(skb, m, flags, data, size)
}

func bpfXdpOutput(xdp, m unsafe.Pointer, flags uint64, data unsafe.Pointer, size uint64) int64 {
	return bpfPerfEventOutput(xdp, m, flags, data, size)
}

// recordsOf takes out the records that user space can read: those before the first one that is still being written.
func recordsOf[T any](m unsafe.Pointer) []T {
	kernel.Lock()
	defer kernel.Unlock()
	sim := theMap(m)
	var found []T
	for len(sim.records) > 0 && sim.records[0].submitted {
		record := sim.records[0]
		sim.records = sim.records[1:]
		sim.consumed += record.room()
		if record.discarded {
			continue
		}
		var t T
		copy(bytesAt(unsafe.Pointer(&t), int(unsafe.Sizeof(t))), record.data)
		found = append(found, t)
	}
	return found
}

// Records takes out what programs have submitted, as user space reads it. Only tests have it.
func (m *RingBuf[T]) Records() []T { return recordsOf[T](m.at()) }

// Records takes out what programs have written, as user space reads it. Only tests have it.
func (m *PerfEventArray[T]) Records() []T { return recordsOf[T](m.at()) }
