package bpf

import "unsafe"

// BPF_LOCAL_STORAGE_GET_F_CREATE in linux/bpf.h.
const storageCreate = 1

// TaskStorage keeps a value with each task (BPF_MAP_TYPE_TASK_STORAGE, since Linux 5.11). It goes when the task goes.
type TaskStorage[V any] struct {
	_ [mapTypeTaskStorage]bpfMapType
	_ [0]int32
	_ [0]V

	MapFlags MapFlags
	Pinning  Pinning
}

// Get returns the value of a task, or nil.
func (m *TaskStorage[V]) Get(task unsafe.Pointer) *V {
	return (*V)(bpfTaskStorageGet(m.at(), task, nil, 0))
}

// GetOrCreate returns the value of a task, which is a copy of `initial` if there was none, or zeros if that is nil. It returns nil when
// there is no memory.
func (m *TaskStorage[V]) GetOrCreate(task unsafe.Pointer, initial *V) *V {
	return (*V)(bpfTaskStorageGet(m.at(), task, unsafe.Pointer(initial), storageCreate))
}

// Delete drops the value of a task. It returns 0, or ENOENT when there is none.
func (m *TaskStorage[V]) Delete(task unsafe.Pointer) int64 {
	return bpfTaskStorageDelete(m.at(), task)
}

// SkStorage keeps a value with each socket (BPF_MAP_TYPE_SK_STORAGE, since Linux 5.2). It goes when the socket goes.
type SkStorage[V any] struct {
	_ [mapTypeSkStorage]bpfMapType
	_ [0]int32
	_ [0]V

	MapFlags MapFlags
	Pinning  Pinning
}

// Get returns the value of a socket, or nil.
func (m *SkStorage[V]) Get(sk unsafe.Pointer) *V {
	return (*V)(bpfSkStorageGet(m.at(), sk, nil, 0))
}

// GetOrCreate returns the value of a socket, which is a copy of `initial` if there was none, or zeros if that is nil. It returns nil when
// there is no memory.
func (m *SkStorage[V]) GetOrCreate(sk unsafe.Pointer, initial *V) *V {
	return (*V)(bpfSkStorageGet(m.at(), sk, unsafe.Pointer(initial), storageCreate))
}

// Delete drops the value of a socket. It returns 0, or ENOENT when there is none.
func (m *SkStorage[V]) Delete(sk unsafe.Pointer) int64 {
	return bpfSkStorageDelete(m.at(), sk)
}

// InodeStorage keeps a value with each inode (BPF_MAP_TYPE_INODE_STORAGE, since Linux 5.10). It goes when the inode goes.
type InodeStorage[V any] struct {
	_ [mapTypeInodeStorage]bpfMapType
	_ [0]int32
	_ [0]V

	MapFlags MapFlags
	Pinning  Pinning
}

// Get returns the value of a inode, or nil.
func (m *InodeStorage[V]) Get(inode unsafe.Pointer) *V {
	return (*V)(bpfInodeStorageGet(m.at(), inode, nil, 0))
}

// GetOrCreate returns the value of a inode, which is a copy of `initial` if there was none, or zeros if that is nil. It returns nil when
// there is no memory.
func (m *InodeStorage[V]) GetOrCreate(inode unsafe.Pointer, initial *V) *V {
	return (*V)(bpfInodeStorageGet(m.at(), inode, unsafe.Pointer(initial), storageCreate))
}

// Delete drops the value of a inode. It returns 0, or ENOENT when there is none.
func (m *InodeStorage[V]) Delete(inode unsafe.Pointer) int64 {
	return bpfInodeStorageDelete(m.at(), inode)
}

// CgrpStorage keeps a value with each control group (BPF_MAP_TYPE_CGRP_STORAGE, since Linux 6.2). It goes when the control group goes.
type CgrpStorage[V any] struct {
	_ [mapTypeCgrpStorage]bpfMapType
	_ [0]int32
	_ [0]V

	MapFlags MapFlags
	Pinning  Pinning
}

// Get returns the value of a control group, or nil.
func (m *CgrpStorage[V]) Get(cgroup unsafe.Pointer) *V {
	return (*V)(bpfCgrpStorageGet(m.at(), cgroup, nil, 0))
}

// GetOrCreate returns the value of a control group, which is a copy of `initial` if there was none, or zeros if that is nil. It returns nil when
// there is no memory.
func (m *CgrpStorage[V]) GetOrCreate(cgroup unsafe.Pointer, initial *V) *V {
	return (*V)(bpfCgrpStorageGet(m.at(), cgroup, unsafe.Pointer(initial), storageCreate))
}

// Delete drops the value of a control group. It returns 0, or ENOENT when there is none.
func (m *CgrpStorage[V]) Delete(cgroup unsafe.Pointer) int64 {
	return bpfCgrpStorageDelete(m.at(), cgroup)
}

// CgroupStorageKey tells the values of a CgroupStorage apart in user space (struct bpf_cgroup_storage_key in linux/bpf.h).
type CgroupStorageKey struct {
	CgroupInodeID uint64
	AttachType    uint32
	_             uint32
}

// CgroupStorage keeps a value with each control group that the program is attached to (BPF_MAP_TYPE_CGROUP_STORAGE).
type CgroupStorage[V any] struct {
	_ [mapTypeCgroupStorage]bpfMapType
	_ [0]CgroupStorageKey
	_ [0]V

	MapFlags MapFlags
	Pinning  Pinning
	// NumaNode counts with the flag NUMANode only.
	NumaNode uint32
}

// Get returns the value of the control group for which the program runs.
func (m *CgroupStorage[V]) Get() *V {
	return (*V)(bpfGetLocalStorage(m.at(), 0))
}

// PerCPUCgroupStorage keeps a value with each control group that the program is attached to, for each CPU (BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE).
type PerCPUCgroupStorage[V any] struct {
	_ [mapTypePerCPUCgroupStorage]bpfMapType
	_ [0]CgroupStorageKey
	_ [0]V

	MapFlags MapFlags
	Pinning  Pinning
}

// Get returns the value of the control group for which the program runs.
func (m *PerCPUCgroupStorage[V]) Get() *V {
	return (*V)(bpfGetLocalStorage(m.at(), 0))
}
