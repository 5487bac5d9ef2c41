//go:build excluded

package main

type bpfCoreTaskStruct struct {
	Other int32
}
