//go:build !tinygo

package main

// hasNewState says for tests with plain Go that the kernel is a new one.
func hasNewState(*bpfCoreTaskStruct) bool { return true }
