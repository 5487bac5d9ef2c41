package bpf

import "unsafe"

// Printk, SeqPrintf and Snprintf take a constant format with the verbs of the kernel, and a value for each: %d, %x and %X print integers of
// any size, as their types say (%u prints them unsigned, %c as letters), %s the text in an array of bytes or at an address, or a constant,
// %p and its kinds addresses (%pI4 the IPv4 address there), and %v each value as it is. Texts end with a zero byte. Widths and the flags 0, -
// and + are as in C; floating-point numbers there are none. What the kernel would not take is an error of the compiler.

// Printk writes a line to the kernel's trace (/sys/kernel/tracing/trace_pipe), for debugging. With more than three values it needs
// Linux 5.16. It returns the bytes written or an error.
func Printk(format string, args ...any) int64 { return printk(format, args) }

// SeqPrintf writes a text to the file that an iterator is read through, which is the field `Seq` of its context's `Meta`. It returns 0, or
// EOVERFLOW: the kernel runs the program again for the same object, then.
func SeqPrintf[S any](seq *S, format string, args ...any) int64 {
	return seqPrintf(unsafe.Pointer(seq), format, args)
}

// Snprintf writes a text to a variable, such as an array of bytes, and a zero byte behind it. It returns how many bytes the whole text has
// with its zero byte, which may be more than there is room for, or an error (since Linux 5.13).
func Snprintf[T any](to *T, format string, args ...any) int64 {
	return snprintf(unsafe.Pointer(to), uint32(unsafe.Sizeof(*to)), format, args)
}

// Pointer makes a pointer of an address, such as GetCurrentTask returns, for ProbeReadKernel and CO-RE types.
func Pointer[T any](address uint64) *T { return *(**T)(unsafe.Pointer(&address)) }
