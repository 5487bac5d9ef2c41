// Each line that ends in LACK reads something that the kernel of kernel/kernel.c does not have, or has otherwise.
package main

import "unsafe"

type bpfCoreSockCommon struct {
	SkcDaddr  uint32
	SkcFamily uint16
	SkcFamly  uint16
}

type bpfCoreState uint32

type bpfCoreSock struct {
	SkCommon bpfCoreSockCommon
	Common   bpfCoreSockCommon `core:"__sk_common"`
	Name     uintptr
	State    bpfCoreState
}

type bpfCoreSock___asked struct {
	Missing uint32
}

type bpfCoreSock___other struct {
	Name  unsafe.Pointer
	State uint32
}

type bpfCoreSocket struct {
	Flags uint64
}

func bpfCoreFieldExists(field unsafe.Pointer) bool
func bpfCoreEnumValue(enum, name string) uint64
func bpfGetCurrentTask() unsafe.Pointer

var sum uint64

//export prog
//go:section tracepoint/sched/sched_switch
func prog(ctx unsafe.Pointer) int32 {
	sock := (*bpfCoreSock)(bpfGetCurrentTask())
	other := (*bpfCoreSock___other)(bpfGetCurrentTask())
	socket := (*bpfCoreSocket)(bpfGetCurrentTask())
	sum += uint64(sock.Common.SkcDaddr)
	sum += uint64(sock.Common.SkcFamily)
	sum += uint64(sock.SkCommon.SkcDaddr) // LACK: this kernel's `sock` has no field `sk_common`; did you mean "__sk_common"?
	sum += uint64(sock.Common.SkcFamly)   // LACK: this kernel's `sock.__sk_common` has no field `skc_famly`; did you mean "skc_family"?
	sum += uint64(sock.Name)              // LACK: `sock.name` is a pointer in this kernel, and a number in the program
	sum += uint64(sock.State)
	sum += uint64(uintptr(other.Name))
	sum += uint64(other.State) // LACK: `sock.state` is an enum in this kernel, and a number in the program
	sum += socket.Flags        // LACK: this kernel has no type `socket`; did you mean "sock"?
	asked := (*bpfCoreSock___asked)(bpfGetCurrentTask())
	if bpfCoreFieldExists(unsafe.Pointer(&asked.Missing)) {
		sum += uint64(asked.Missing)
	}
	sum += bpfCoreEnumValue("state", "ESTABLISHED")
	sum += bpfCoreEnumValue("state", "ESTABLISHT") // LACK: this kernel's `enum state` has no `ESTABLISHT`; did you mean "ESTABLISHED"?
	return 0
}

func main() {}
