//go:build !tinygo

package bpf

import (
	"encoding/binary"
	"unsafe"
)

// ownerKey is what the storage of an object is found by.
func ownerKey(owner unsafe.Pointer) string {
	return string(binary.NativeEndian.AppendUint64(nil, uint64(uintptr(owner))))
}

// storageGet returns the value that an object has in a storage.
func storageGet(m, owner, value unsafe.Pointer, flags uint64) unsafe.Pointer {
	kernel.Lock()
	defer kernel.Unlock()
	sim := theMap(m)
	if owner == nil {
		return nil
	}
	entry := sim.entries[ownerKey(owner)]
	if entry == nil {
		if flags&storageCreate == 0 {
			return nil
		}
		entry = sim.newEntry()
		sim.entries[ownerKey(owner)] = entry
		if value != nil {
			copy(bytesAt(entry.values[0], sim.valSize), bytesAt(value, sim.valSize))
		}
	}
	return entry.values[0]
}

func storageDelete(m, owner unsafe.Pointer) int64 {
	kernel.Lock()
	defer kernel.Unlock()
	sim := theMap(m)
	if sim.entries[ownerKey(owner)] == nil {
		return ENOENT
	}
	delete(sim.entries, ownerKey(owner))
	return 0
}

func bpfTaskStorageGet(m, task, value unsafe.Pointer, flags uint64) unsafe.Pointer {
	return storageGet(m, task, value, flags)
}
func bpfTaskStorageDelete(m, task unsafe.Pointer) int64 { return storageDelete(m, task) }
func bpfSkStorageGet(m, sk, value unsafe.Pointer, flags uint64) unsafe.Pointer {
	return storageGet(m, sk, value, flags)
}
func bpfSkStorageDelete(m, sk unsafe.Pointer) int64 { return storageDelete(m, sk) }
func bpfInodeStorageGet(m, inode, value unsafe.Pointer, flags uint64) unsafe.Pointer {
	return storageGet(m, inode, value, flags)
}
func bpfInodeStorageDelete(m, inode unsafe.Pointer) int64 { return storageDelete(m, inode) }
func bpfCgrpStorageGet(m, cgroup, value unsafe.Pointer, flags uint64) unsafe.Pointer {
	return storageGet(m, cgroup, value, flags)
}
func bpfCgrpStorageDelete(m, cgroup unsafe.Pointer) int64 { return storageDelete(m, cgroup) }

// bpfGetLocalStorage returns the value of the one control group that the simulator has.
func bpfGetLocalStorage(m unsafe.Pointer, flags uint64) unsafe.Pointer {
	kernel.Lock()
	defer kernel.Unlock()
	sim := theMap(m)
	entry := sim.entries[""]
	if entry == nil {
		entry = sim.newEntry()
		sim.entries[""] = entry
	}
	return entry.values[sim.here()]
}

// put sets what user space sets, and programs cannot.
func put[V any](m unsafe.Pointer, key unsafe.Pointer, value V) {
	kernel.Lock()
	defer kernel.Unlock()
	sim := theMap(m)
	if code := sim.update(bytesAt(key, sim.keySize), bytesAt(unsafe.Pointer(&value), sim.valSize), Any); code != 0 {
		panic("bpf: the map has no room for the entry")
	}
}

// Put sets the device of a key, as user space does. Only tests have it.
func (m *DevMap) Put(key uint32, value DevMapValue) { put(m.at(), unsafe.Pointer(&key), value) }

// Put sets the device of a key, as user space does. Only tests have it.
func (m *DevMapHash) Put(key uint32, value DevMapValue) { put(m.at(), unsafe.Pointer(&key), value) }

// Put sets the queue of a CPU, as user space does. Only tests have it.
func (m *CPUMap) Put(cpu uint32, value CPUMapValue) { put(m.at(), unsafe.Pointer(&cpu), value) }

// Put sets the socket at an index, as user space does. Only tests have it.
func (m *XSKMap) Put(index, fd uint32) { put(m.at(), unsafe.Pointer(&index), fd) }

// Put sets the socket at an index, as user space does. Only tests have it.
func (m *SockMap) Put(index, fd uint32) { put(m.at(), unsafe.Pointer(&index), fd) }

// Put sets the socket of a key, as user space does. Only tests have it.
func (m *SockHash[K]) Put(key *K, fd uint32) { put(m.at(), unsafe.Pointer(key), fd) }

// Put sets the socket at an index, as user space does. Only tests have it.
func (m *ReuseportSockArray) Put(index, fd uint32) { put(m.at(), unsafe.Pointer(&index), fd) }

// has says whether a map holds something under a key.
func has(m, key unsafe.Pointer) bool {
	kernel.Lock()
	defer kernel.Unlock()
	sim := theMap(m)
	return sim.entries[string(bytesAt(key, sim.keySize))] != nil
}

func bpfRedirectMap(m unsafe.Pointer, key, flags uint64) int64 {
	small := uint32(key)
	if has(m, unsafe.Pointer(&small)) || flags&RedirectBroadcast != 0 {
		return int64(XdpRedirect)
	}
	return int64(flags & 3)
}

func passIf(there bool) int64 {
	if there {
		return int64(SkPass)
	}
	return int64(SkDrop)
}

func bpfSkRedirectMap(skb, m unsafe.Pointer, key uint32, flags uint64) int64 {
	return passIf(has(m, unsafe.Pointer(&key)))
}
func bpfSkRedirectHash(skb, m, key unsafe.Pointer, flags uint64) int64 { return passIf(has(m, key)) }
func bpfMsgRedirectMap(msg, m unsafe.Pointer, key uint32, flags uint64) int64 {
	return passIf(has(m, unsafe.Pointer(&key)))
}
func bpfMsgRedirectHash(msg, m, key unsafe.Pointer, flags uint64) int64 { return passIf(has(m, key)) }

// addSocket puts the socket of a context into a map.
func addSocket(m, key unsafe.Pointer, flags uint64) int64 {
	kernel.Lock()
	defer kernel.Unlock()
	sim := theMap(m)
	return sim.update(bytesAt(key, sim.keySize), make([]byte, sim.valSize), UpdateFlags(flags))
}

func bpfSockMapUpdate(ops, m, key unsafe.Pointer, flags uint64) int64 {
	return addSocket(m, key, flags)
}
func bpfSockHashUpdate(ops, m, key unsafe.Pointer, flags uint64) int64 {
	return addSocket(m, key, flags)
}

func bpfSkSelectReuseport(ctx, m, key unsafe.Pointer, flags uint64) int64 {
	if has(m, key) {
		return 0
	}
	return ENOENT
}

// The simulator has no control groups and no stacks.

func bpfCurrentTaskUnderCgroup(m unsafe.Pointer, index uint32) int64 {
	return boolOr(Fake.CurrentTaskUnderCgroup, index)
}

func bpfSkbUnderCgroup(skb, m unsafe.Pointer, index uint32) int64 {
	return boolOr(Fake.SkbUnderCgroup, index)
}

func boolOr(fake func(index uint32) bool, index uint32) int64 {
	if fake != nil && fake(index) {
		return 1
	}
	return 0
}

func bpfGetStackid(ctx, m unsafe.Pointer, flags uint64) int64 {
	if Fake.GetStackID != nil {
		return Fake.GetStackID()
	}
	return EFAULT
}
