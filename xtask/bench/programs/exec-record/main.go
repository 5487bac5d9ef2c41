// A record for each program that is started: kernel structs that are read into a ring buffer.
package main

import "unsafe"

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

func bpfGetCurrentPidTgid() uint64
func bpfGetCurrentUidGid() uint64
func bpfGetCurrentComm(buf unsafe.Pointer, size uint32) int64
func bpfRingbufReserve(m unsafe.Pointer, size uint64, flags uint64) unsafe.Pointer
func bpfRingbufSubmit(data unsafe.Pointer, flags uint64)

type bpfCoreTaskStruct struct {
	Pid        int32
	Tgid       int32
	RealParent *bpfCoreTaskStruct
	Comm       [16]byte
	StartTime  uint64
}

type Event struct {
	Pid    uint32
	Ppid   uint32
	Uid    uint32
	Start  uint64
	Comm   [16]byte
	Parent [16]byte
}

var events = bpfMapDef{Type: 27, MaxEntries: 1 << 18}

func bpfGetCurrentTask() *bpfCoreTaskStruct

//export on_exec
//go:section tracepoint/sched/sched_process_exec
func onExec(ctx unsafe.Pointer) int32 {
	event := (*Event)(bpfRingbufReserve(unsafe.Pointer(&events), uint64(unsafe.Sizeof(Event{})), 0))
	if event == nil {
		return 0
	}
	task := bpfGetCurrentTask()
	parent := task.RealParent
	event.Pid = uint32(bpfGetCurrentPidTgid() >> 32)
	event.Uid = uint32(bpfGetCurrentUidGid())
	event.Ppid = uint32(parent.Tgid)
	event.Start = task.StartTime
	event.Parent = parent.Comm
	bpfGetCurrentComm(unsafe.Pointer(&event.Comm), uint32(len(event.Comm)))
	bpfRingbufSubmit(unsafe.Pointer(event), 0)
	return 0
}

func main() {}
