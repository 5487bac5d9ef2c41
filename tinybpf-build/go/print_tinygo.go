//go:build tinygo

package bpf

import "unsafe"

// What the compiler makes calls of helpers of: it knows the types of the values, and has the verbs print them so.

func printk(format string, args []any) int64
func seqPrintf(seq unsafe.Pointer, format string, args []any) int64
func snprintf(to unsafe.Pointer, size uint32, format string, args []any) int64
