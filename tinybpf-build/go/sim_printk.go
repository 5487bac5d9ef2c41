//go:build !tinygo

package bpf

import (
	"fmt"
	"regexp"
	"strings"
	"unsafe"
)

// verb is one of C's in a format, with flags and width before the length and the letter.
var verb = regexp.MustCompile(`%([-+ #0-9.]*)(?:hh|h|ll|l|z)?([a-zA-Z%])`)

func bpfTracePrintk(format unsafe.Pointer, size uint32, a, b, c uint64) int64 {
	return print(string(bytesAt(format, int(size))), []uint64{a, b, c})
}

func bpfTraceVprintk(format unsafe.Pointer, size uint32, args unsafe.Pointer, argsSize uint32) int64 {
	return print(string(bytesAt(format, int(size))), unsafe.Slice((*uint64)(args), argsSize/8))
}

// print keeps a line of the trace.
func print(format string, args []uint64) int64 {
	line := verb.ReplaceAllStringFunc(strings.TrimRight(format, "\x00"), func(found string) string {
		parts := verb.FindStringSubmatch(found)
		flags, letter := parts[1], parts[2]
		if letter == "%" || len(args) == 0 {
			return found
		}
		arg := args[0]
		args = args[1:]
		isLong := strings.Contains(found, "l")
		switch {
		case letter == "x" || letter == "X" || letter == "c":
			return fmt.Sprintf("%"+flags+letter, arg)
		case letter == "u" && isLong:
			return fmt.Sprintf("%"+flags+"d", arg)
		case letter == "u":
			return fmt.Sprintf("%"+flags+"d", uint32(arg))
		case isLong:
			return fmt.Sprintf("%"+flags+"d", int64(arg))
		}
		return fmt.Sprintf("%"+flags+"d", int32(arg))
	})
	kernel.Lock()
	defer kernel.Unlock()
	kernel.trace = append(kernel.trace, line)
	return int64(len(line))
}

// Trace takes out the lines that Printk wrote. Only tests have it.
func Trace() []string {
	kernel.Lock()
	defer kernel.Unlock()
	lines := kernel.trace
	kernel.trace = nil
	return lines
}
