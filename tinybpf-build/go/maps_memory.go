package bpf

// UserRingBuf carries records of type T from user space to programs (BPF_MAP_TYPE_USER_RINGBUF, since Linux 6.1).
type UserRingBuf[T any] struct {
	_      [mapTypeUserRingBuf]bpfMapType
	record [0]T

	// MaxEntries is the size in bytes: a power of two, and whole pages.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
}

// Arena is memory that programs and user space share (BPF_MAP_TYPE_ARENA, since Linux 6.9).
type Arena struct {
	_ [mapTypeArena]bpfMapType

	// MaxEntries is the number of pages.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// MapExtra is its address in user space; 0 leaves that to the loader.
	MapExtra uint64
}
