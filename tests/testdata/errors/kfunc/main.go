package main

import "unsafe"

func bpfKfuncBpfTaskFromPid(pid int32) unsafe.Pointer
func bpfKfuncBpfTaskRelease(task unsafe.Pointer)
func bpfKfuncBpfTaskFromPidd(pid int32) unsafe.Pointer
func bpfKfuncBpfCgroupFromId(id uint64, flags uint64) unsafe.Pointer
func bpfKfuncBpfCgroupRelease(cgroup bool)
func bpfKfuncBpfRcuReadLock() int32
func bpfKfuncBpfRcuReadUnlock()

//go:linkname unread kfunc.bpf_of_module(task
func unread(task unsafe.Pointer)

//go:linkname twice kfunc.bpf_of_module(*task_struct)
func twice(task unsafe.Pointer)

//go:linkname once kfunc.bpf_of_module(*cgroup)
func once(task unsafe.Pointer)

func bpfKsymExists(name string) bool

func run(f func()) {
	f()
}

//export prog
//go:section tp_btf/sched_switch
func prog(ctx unsafe.Pointer) int32 {
	task := bpfKfuncBpfTaskFromPid(1)
	if task != nil {
		bpfKfuncBpfTaskRelease(task)
	}
	bpfKfuncBpfTaskFromPidd(1)         // ERROR: no kfunc is known that `bpfKfuncBpfTaskFromPidd` means
	bpfKfuncBpfCgroupFromId(1, 0)      // ERROR: kfunc `bpf_cgroup_from_id` takes 1 argument, and is declared with 2
	bpfKfuncBpfCgroupRelease(true)     // ERROR: parameter `cgrp` of kfunc `bpf_cgroup_release` is declared with a type that it cannot have
	if bpfKfuncBpfRcuReadLock() != 0 { // ERROR: kfunc `bpf_rcu_read_lock` is declared with a result that it does not give
		return 1
	}
	run(bpfKfuncBpfRcuReadUnlock) // ERROR: kfunc `bpf_rcu_read_unlock` is used as a value
	unread(task)                  // ERROR: the prototype `\(task` of kfunc `bpf_of_module` cannot be read
	twice(task)
	once(task)                              // ERROR: kfunc `bpf_of_module` is declared with two prototypes
	if bpfKsymExists("bpf_task_from_pids") { // ERROR: `bpf_task_from_pids` is no known kfunc, and no ksym that the package declares; did you mean "bpf_task_from_pid" or "bpf_task_from_vpid"
		return 2
	}
	return 0
}

func main() {}
