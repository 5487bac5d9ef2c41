//go:build tinygo

package bpf

import "unsafe"

// The records of logs, by the name that user space knows. User space can choose another size.
var tinybpf_log = RingBuf[uint32]{MaxEntries: 256 << 10}

func logf(level Level, format string, args ...any) {
	writeLog(tinybpf_log.at(), level, format, args...)
}

// The compiler makes a record of it, or nothing.
func writeLog(m unsafe.Pointer, level Level, format string, args ...any)
