//go:build tinygo && !excluded

package main

type (
	number = int32
	width  = [commLen /* TASK_COMM_LEN */]byte
)

const (
	half    = 8
	commLen = 2 * half // as in linux/sched.h
)

/*
The order is Go's own.

type bpfCoreTaskStruct struct { Wrong int }
*/
type bpfCoreTaskStruct struct {
	Name    width  `json:"comm" core:"comm"` // a name of its own
	Nothing uint64 /* in no kernel */
	// Two on a line, of which the second is another one's in C.
	Pid, Unused number
	Group       number `core:"tgid"`
	Cred        *bpfCoreCred
}

type bpfCoreCred struct {
	Uid, Gid struct{ Val uint32 }
}
