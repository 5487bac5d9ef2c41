// A tracepoint program that reports each connect system call to an IPv4 address through a ring buffer.
package main

import "github.com/tinybpf/bpf"

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

// struct sockaddr_in in linux/in.h.
type sockaddrIn struct {
	Family  uint16
	Port    [2]byte
	Address [4]byte
}

var events = bpf.RingBuf[ConnectEvent]{MaxEntries: 256 * 1024}

// If not zero, only this process is reported; user space sets it before loading.
//
//go:section .rodata
var onlyPID uint32

// The number of events that found the ring buffer full.
var lost uint64

//export trace_connect
//go:section tracepoint/syscalls/sys_enter_connect
func traceConnect(ctx *bpf.SysEnter) int32 {
	pid := uint32(bpf.GetCurrentPidTgid() >> 32)
	if onlyPID != 0 && pid != onlyPID {
		return 0
	}
	var address sockaddrIn
	if bpf.ProbeReadUser(&address, bpf.Pointer[sockaddrIn](ctx.Args[1])) != 0 {
		return 0
	}
	if address.Family != afINET {
		return 0
	}
	event := events.Reserve()
	if event == nil {
		lost++
		return 0
	}
	*event = ConnectEvent{
		PID:     pid,
		UID:     uint32(bpf.GetCurrentUidGid()),
		Address: address.Address,
		Port:    address.Port,
	}
	bpf.GetCurrentComm(&event.Comm)
	events.Submit(event)
	return 0
}

func main() {}
