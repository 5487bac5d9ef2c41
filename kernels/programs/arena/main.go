// Memory that programs share with user space, with pointers in it that both follow: a list and a variable.
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

// BPF_MAP_TYPE_ARENA with BPF_F_MMAPABLE; its entries are pages.
var arena = bpfMapDef{Type: 33, MaxEntries: 100, MapFlags: 1 << 10}

// Node is what the list is made of.
type Node struct {
	Next  *Node
	Value uint64
	Bytes [16]byte
}

// Totals lies in the arena from the start.
type Totals struct {
	Nodes, Sum uint64
	Last       *Node
}

//go:section .addr_space.1
var totals = Totals{Sum: 1000}

//go:section .addr_space.1
var counts [8]uint32

// What lies elsewhere: the list's first node, a page, the next node's value, and what user space sets.
var (
	head   *Node
	page   unsafe.Pointer
	used   uint64
	amount uint64 = 1
	found  uint64
	which  uint32
)

func bpfKfuncBpfArenaAllocPages(m, address unsafe.Pointer, pages uint32, node int32, flags uint64) unsafe.Pointer
func bpfKfuncBpfArenaFreePages(m, address unsafe.Pointer, pages uint32)

const (
	anyNode = -1
	perPage = 4096 / uint64(unsafe.Sizeof(Node{}))
)

// allocate gives room for a node, of one page after the other.
func allocate() *Node {
	if page == nil || used >= perPage {
		page = bpfKfuncBpfArenaAllocPages(unsafe.Pointer(&arena), nil, 1, anyNode, 0)
		used = 0
		if page == nil {
			return nil
		}
	}
	node := (*Node)(unsafe.Add(page, used*uint64(unsafe.Sizeof(Node{}))))
	used++
	return node
}

// Puts a node before the others.
//
//export push
//go:section syscall
func push(ctx unsafe.Pointer) int32 {
	node := allocate()
	if node == nil {
		return 1
	}
	*node = Node{Next: head, Value: amount}
	node.Bytes[amount&15] = byte(amount)
	head = node
	totals.Nodes++
	totals.Sum += amount
	totals.Last = node
	counts[amount&7]++
	amount++
	return 0
}

// Walks the list, which names the arena nowhere.
//
//export walk
//go:section syscall
func walk(ctx unsafe.Pointer) int32 {
	sum := uint64(0)
	node := head
	for range 1000 {
		if node == nil {
			break
		}
		sum += node.Value + uint64(node.Bytes[node.Value&15])
		node = node.Next
	}
	found = sum
	return 0
}

//go:noinline
func valueOf(node *Node) uint64 { return node.Value }

// Reads the last node by way of the variable, in a subprogram.
//
//export last
//go:section syscall
func last(ctx unsafe.Pointer) int32 {
	if totals.Last == nil {
		return -1
	}
	return int32(valueOf(totals.Last))
}

// What lies in the variables of the arena.
//
//export total
//go:section syscall
func total(ctx unsafe.Pointer) int32 {
	if totals.Nodes != uint64(totals.Last.Value) {
		return -2
	}
	return int32(totals.Sum)
}

//export counted
//go:section syscall
func counted(ctx unsafe.Pointer) int32 {
	return int32(counts[which&7])
}

func main() {}
