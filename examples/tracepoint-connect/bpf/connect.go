//go:build tinygo

// A tracepoint program that reports each connect system call to an IPv4 address through a ring buffer.
package main

import "unsafe"

// BPF_MAP_TYPE_RINGBUF in linux/bpf.h.
const mapTypeRingBuf = 27

// AF_INET in linux/socket.h.
const afINET = 2

// ConnectEvent is one record of the ring buffer.
type ConnectEvent struct {
	PID  uint32
	UID  uint32
	Comm [16]byte
	// Address and Port are in network byte order.
	Address [4]byte
	Port    [2]byte
	_       [2]byte
}

// What the tracepoint hands to the program: see the `format` file of syscalls/sys_enter_connect in tracefs.
type sysEnterConnect struct {
	_       [16]byte
	FD      uint64
	Address uint64
	Length  uint64
}

// struct sockaddr_in in linux/in.h.
type sockaddrIn struct {
	Family  uint16
	Port    [2]byte
	Address [4]byte
}

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

var events = bpfMapDef{Type: mapTypeRingBuf, MaxEntries: 256 * 1024}

// If not zero, only this process is reported; user space sets it before loading.
//
//go:section .rodata
var onlyPID uint32

// The number of events that found the ring buffer full.
var lost uint64

func bpfGetCurrentPidTgid() uint64
func bpfGetCurrentUidGid() uint64
func bpfGetCurrentComm(buf unsafe.Pointer, size uint32) int64
func bpfProbeReadUser(dst unsafe.Pointer, size uint32, src uintptr) int64
func bpfRingbufReserve(ringbuf unsafe.Pointer, size, flags uint64) unsafe.Pointer
func bpfRingbufSubmit(record unsafe.Pointer, flags uint64)

//export trace_connect
//go:section tracepoint/syscalls/sys_enter_connect
func traceConnect(args *sysEnterConnect) int32 {
	pid := uint32(bpfGetCurrentPidTgid() >> 32)
	if onlyPID != 0 && pid != onlyPID {
		return 0
	}
	var address sockaddrIn
	if bpfProbeReadUser(unsafe.Pointer(&address), uint32(unsafe.Sizeof(address)), uintptr(args.Address)) != 0 {
		return 0
	}
	if address.Family != afINET {
		return 0
	}
	event := (*ConnectEvent)(bpfRingbufReserve(unsafe.Pointer(&events), uint64(unsafe.Sizeof(ConnectEvent{})), 0))
	if event == nil {
		lost++
		return 0
	}
	*event = ConnectEvent{
		PID:     pid,
		UID:     uint32(bpfGetCurrentUidGid()),
		Address: address.Address,
		Port:    address.Port,
	}
	bpfGetCurrentComm(unsafe.Pointer(&event.Comm), uint32(unsafe.Sizeof(event.Comm)))
	bpfRingbufSubmit(unsafe.Pointer(event), 0)
	return 0
}

func main() {}
