// Package runtime is the Go runtime of a BPF program, in place of TinyGo's.
//
// TinyGo's compiler looks its functions and types up by name, so every name that
// it may ask for exists. What BPF can do has a body. What it cannot do has none:
// in the IR it is an undefined `runtime.X` at the line of Go that needs it, which
// tinybpf-core reports. Panics have no body either; tinybpf-core turns each into
// the end of the program.
package runtime

import (
	_ "internal/task" // the compiler looks `start` up there
	"unsafe"
)

// Set by TinyGo's driver.
var buildVersion string

// Made by TinyGo's driver: the initialisers of all packages.
func initAll()

//go:linkname callMain main.main
func callMain()

// What keeps the initialisers, and so what they store, until TinyGo's own passes
// are done. No BPF program reaches it.
//
//export main
func main() {
	initAll()
	callMain()
	// TinyGo's driver fails when these are not in the module.
	nilPanic()
	free(alloc(0, nil))
}

// Made into LLVM intrinsics by the compiler.

func memcpy(dst, src unsafe.Pointer, size uintptr)
func memmove(dst, src unsafe.Pointer, size uintptr)
func memzero(ptr unsafe.Pointer, size uintptr)
func stacksave() unsafe.Pointer
func exportedFuncPtr(fn func()) uintptr
func supportsRecover() bool
func panicStrategy() uint8

func memequal(x, y unsafe.Pointer, n uintptr) bool {
	for i := uintptr(0); i < n; i++ {
		if *(*byte)(unsafe.Add(x, i)) != *(*byte)(unsafe.Add(y, i)) {
			return false
		}
	}
	return true
}

// copy(dst, src), in elements.
func sliceCopy(dst, src unsafe.Pointer, dstLen, srcLen, elemSize uintptr) int {
	n := min(dstLen, srcLen)
	memmove(dst, src, n*elemSize)
	return int(n)
}

// Lowered by tinybpf-core to a stack slot, or reported.
func alloc(size uintptr, layout unsafe.Pointer) unsafe.Pointer
func free(ptr unsafe.Pointer)

// Panics, by kind.

func _panic(message interface{})
func runtimePanic(message string)
func nilPanic()
func nilMapPanic()
func lookupPanic()
func slicePanic()
func sliceToArrayPointerPanic()
func unsafeSlicePanic()
func chanMakePanic()
func negativeShiftPanic()
func divideByZeroPanic()
func blockingPanic()
