//go:build !tinygo

package bpf

import (
	"encoding/binary"
	"fmt"
	"unsafe"
)

// tailCall ends a program that another one has replaced, whose result it carries.
type tailCall struct{ result any }

// Run runs a program with tail calls: it returns what the last program returned. Only tests have it.
func Run[C, R any](program func(ctx *C) R, ctx *C) (result R) {
	defer func() {
		switch end := recover().(type) {
		case nil:
		case tailCall:
			result = end.result.(R)
		default:
			panic(end)
		}
	}()
	return program(ctx)
}

// Put puts a program into the array, as user space does. Only tests have it.
func (m *ProgArray[C, R]) Put(index uint32, program func(ctx *C) R) {
	at := m.at()
	kernel.Lock()
	defer kernel.Unlock()
	theMap(at).setProgram(index, func(ctx unsafe.Pointer) any { return program((*C)(ctx)) })
}

func (m *simMap) setProgram(index uint32, program func(ctx unsafe.Pointer) any) {
	if index >= m.maxEntries {
		panic(fmt.Sprintf("bpf: the array has %d places, and none of the number %d", m.maxEntries, index))
	}
	if m.programs == nil {
		m.programs = map[uint32]func(ctx unsafe.Pointer) any{}
	}
	m.programs[index] = program
}

func bpfTailCall(ctx, m unsafe.Pointer, index uint32) int64 {
	kernel.Lock()
	program := theMap(m).programs[index]
	kernel.Unlock()
	if program == nil {
		return ENOENT
	}
	panic(tailCall{program(ctx)})
}

// Put puts a map into the array, as user space does. Only tests have it.
func (m *ArrayOfMaps[M]) Put(index uint32, inner *M) {
	at := m.at()
	kernel.Lock()
	defer kernel.Unlock()
	theMap(at).hold(binary.NativeEndian.AppendUint32(nil, index), unsafe.Pointer(inner))
}

// Put puts a map into the table, as user space does. Only tests have it.
func (m *HashOfMaps[K, M]) Put(key *K, inner *M) {
	at := m.at()
	kernel.Lock()
	defer kernel.Unlock()
	theMap(at).hold(bytesAt(unsafe.Pointer(key), int(unsafe.Sizeof(*key))), unsafe.Pointer(inner))
}

// hold puts a map into a map of maps.
func (m *simMap) hold(key []byte, inner unsafe.Pointer) {
	if m.held == nil {
		m.held = map[string]unsafe.Pointer{}
	}
	m.held[string(key)] = inner
}

// holdAll puts maps under the keys 0, 1, ….
func holdAll[M any](m *simMap, maps []*M) {
	for i, inner := range maps {
		if inner == nil {
			continue
		}
		key := make([]byte, m.keySize)
		if m.keySize >= 4 {
			binary.NativeEndian.PutUint32(key, uint32(i))
		}
		m.hold(key, unsafe.Pointer(inner))
	}
}
