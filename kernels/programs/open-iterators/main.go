//go:build go1.23

// Loops over what the kernel goes through for the program: kfuncs that begin, go on and end. Each has a panic in the loop, after which the
// iterator must be ended all the same.
package main

import "unsafe"

type bpfIterBits struct {
	_ [2]uint64
}

type bpfIterCss struct {
	_ [3]uint64
}

type bpfIterTaskVma struct {
	_ [1]uint64
}

type bpfIterKmemCache struct {
	_ [1]uint64
}

type bpfCoreCgroup struct {
	Self bpfCoreCgroupSubsysState
}

type bpfCoreCgroupSubsysState struct {
	Cgroup *bpfCoreCgroup
	Id     int32
}

type bpfCoreTaskStruct struct {
	Pid int32
}

type bpfCoreVmAreaStruct struct {
	VmStart uint64
	VmEnd   uint64
}

type bpfCoreKmemCache struct {
	ObjectSize uint32
}

func bpfKfuncBpfIterBitsNew(it *bpfIterBits, words *uint64, count uint32) int32
func bpfKfuncBpfIterBitsNext(it *bpfIterBits) *int32
func bpfKfuncBpfIterBitsDestroy(it *bpfIterBits)

func bpfKfuncBpfIterCssNew(it *bpfIterCss, start *bpfCoreCgroupSubsysState, flags uint32) int32
func bpfKfuncBpfIterCssNext(it *bpfIterCss) *bpfCoreCgroupSubsysState
func bpfKfuncBpfIterCssDestroy(it *bpfIterCss)

func bpfKfuncBpfIterTaskVmaNew(it *bpfIterTaskVma, task *bpfCoreTaskStruct, address uint64) int32
func bpfKfuncBpfIterTaskVmaNext(it *bpfIterTaskVma) *bpfCoreVmAreaStruct
func bpfKfuncBpfIterTaskVmaDestroy(it *bpfIterTaskVma)

func bpfKfuncBpfIterKmemCacheNew(it *bpfIterKmemCache) int32
func bpfKfuncBpfIterKmemCacheNext(it *bpfIterKmemCache) *bpfCoreKmemCache
func bpfKfuncBpfIterKmemCacheDestroy(it *bpfIterKmemCache)

func bpfKfuncBpfRcuReadLock()
func bpfKfuncBpfRcuReadUnlock()
func bpfKfuncBpfCgroupFromId(id uint64) *bpfCoreCgroup
func bpfKfuncBpfCgroupRelease(cgroup *bpfCoreCgroup)
func bpfKfuncBpfTaskFromPid(pid int32) *bpfCoreTaskStruct
func bpfKfuncBpfTaskRelease(task *bpfCoreTaskStruct)

// What the loader sets.
var (
	divisor uint32 = 1
	words   [2]uint64
	cgroup  uint64
	pid     int32
)

// What the programs found.
var (
	bits    [8]uint64
	count   uint64
	cgroups uint64
	areas   uint64
	bytes   uint64
	caches  uint64
)

// setBits goes through the bits that are set, for `range`.
func setBits(words *[2]uint64) func(yield func(bit int32) bool) {
	return func(yield func(bit int32) bool) {
		var it bpfIterBits
		bpfKfuncBpfIterBitsNew(&it, &words[0], uint32(len(words)))
		for bit := bpfKfuncBpfIterBitsNext(&it); bit != nil; bit = bpfKfuncBpfIterBitsNext(&it) {
			if !yield(*bit) {
				break
			}
		}
		bpfKfuncBpfIterBitsDestroy(&it)
	}
}

//export walk_bits
//go:section syscall
func walkBits(ctx unsafe.Pointer) int32 {
	mask := words
	for bit := range setBits(&mask) {
		if bit == 100 {
			break
		}
		if count < uint64(len(bits)) {
			bits[count] = uint64(bit)
		}
		count += uint64(1 / divisor)
	}
	return 0
}

//export walk_cgroups
//go:section syscall
func walkCgroups(ctx unsafe.Pointer) int32 {
	const descendantsFirst = 3 // BPF_CGROUP_ITER_DESCENDANTS_POST
	root := bpfKfuncBpfCgroupFromId(cgroup)
	if root == nil {
		return 1
	}
	var it bpfIterCss
	bpfKfuncBpfRcuReadLock()
	bpfKfuncBpfIterCssNew(&it, &root.Self, descendantsFirst)
	for css := bpfKfuncBpfIterCssNext(&it); css != nil; css = bpfKfuncBpfIterCssNext(&it) {
		if css.Cgroup != nil {
			cgroups += uint64(1 / divisor)
		}
	}
	bpfKfuncBpfIterCssDestroy(&it)
	bpfKfuncBpfRcuReadUnlock()
	bpfKfuncBpfCgroupRelease(root)
	return 0
}

//export walk_areas
//go:section syscall
func walkAreas(ctx unsafe.Pointer) int32 {
	task := bpfKfuncBpfTaskFromPid(pid)
	if task == nil {
		return 1
	}
	var it bpfIterTaskVma
	bpfKfuncBpfIterTaskVmaNew(&it, task, 0)
	for {
		area := bpfKfuncBpfIterTaskVmaNext(&it)
		if area == nil {
			break
		}
		areas += uint64(1 / divisor)
		bytes += area.VmEnd - area.VmStart
	}
	bpfKfuncBpfIterTaskVmaDestroy(&it)
	bpfKfuncBpfTaskRelease(task)
	return 0
}

//export walk_caches
//go:section syscall
func walkCaches(ctx unsafe.Pointer) int32 {
	var it bpfIterKmemCache
	bpfKfuncBpfIterKmemCacheNew(&it)
	for cache := bpfKfuncBpfIterKmemCacheNext(&it); cache != nil; cache = bpfKfuncBpfIterKmemCacheNext(&it) {
		if cache.ObjectSize > 0 {
			caches += uint64(1 / divisor)
		}
	}
	bpfKfuncBpfIterKmemCacheDestroy(&it)
	return 0
}

func main() {}
