package bpf

// DevMapValue is a network device, and a program that runs on what is sent there (struct bpf_devmap_val in linux/bpf.h).
type DevMapValue struct {
	Ifindex uint32
	// ProgFD is the file descriptor of a program when user space writes it, and its number when it reads it; 0 or below for none.
	ProgFD int32
}

// CPUMapValue is the queue of a CPU, and a program that runs there (struct bpf_cpumap_val in linux/bpf.h).
type CPUMapValue struct {
	QueueSize uint32
	// ProgFD is the file descriptor of a program when user space writes it, and its number when it reads it; 0 or below for none.
	ProgFD int32
}

// Flags for redirects to devices (BPF_F_… in linux/bpf.h).
const (
	// RedirectBroadcast sends the packet to all devices of the map.
	RedirectBroadcast = 1 << 3
	// RedirectExcludeIngress leaves out the device that the packet came from.
	RedirectExcludeIngress = 1 << 4
)

// DevMap holds network devices by index (BPF_MAP_TYPE_DEVMAP).
type DevMap struct {
	_ [mapTypeDevMap]bpfMapType
	_ [0]uint32
	_ [0]DevMapValue

	// MaxEntries is the number of places.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
}

// Redirect sends the packet of an XDP program to what the map holds under a key. It returns XdpRedirect, or the action in the flags
// when there is nothing.
func (m *DevMap) Redirect(key uint32, flags uint64) XdpAction {
	return XdpAction(bpfRedirectMap(m.at(), uint64(key), flags))
}

// DevMapHash holds network devices by any number (BPF_MAP_TYPE_DEVMAP_HASH, since Linux 5.4).
type DevMapHash struct {
	_ [mapTypeDevMapHash]bpfMapType
	_ [0]uint32
	_ [0]DevMapValue

	// MaxEntries is the most that it can hold.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
}

// Redirect sends the packet of an XDP program to what the map holds under a key. It returns XdpRedirect, or the action in the flags
// when there is nothing.
func (m *DevMapHash) Redirect(key uint32, flags uint64) XdpAction {
	return XdpAction(bpfRedirectMap(m.at(), uint64(key), flags))
}

// CPUMap holds queues of CPUs, by their numbers (BPF_MAP_TYPE_CPUMAP).
type CPUMap struct {
	_ [mapTypeCPUMap]bpfMapType
	_ [0]uint32
	_ [0]CPUMapValue

	// MaxEntries is the number of places.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
}

// Redirect sends the packet of an XDP program to what the map holds under a key. It returns XdpRedirect, or the action in the flags
// when there is nothing.
func (m *CPUMap) Redirect(key uint32, flags uint64) XdpAction {
	return XdpAction(bpfRedirectMap(m.at(), uint64(key), flags))
}

// XSKMap holds AF_XDP sockets by index (BPF_MAP_TYPE_XSKMAP).
type XSKMap struct {
	_ [mapTypeXSKMap]bpfMapType
	_ [0]uint32
	_ [0]uint32

	// MaxEntries is the number of places.
	MaxEntries uint32
	MapFlags   MapFlags
	Pinning    Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
}

// Redirect sends the packet of an XDP program to what the map holds under a key. It returns XdpRedirect, or the action in the flags
// when there is nothing.
func (m *XSKMap) Redirect(key uint32, flags uint64) XdpAction {
	return XdpAction(bpfRedirectMap(m.at(), uint64(key), flags))
}
