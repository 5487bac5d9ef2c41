// Objects of the program's own in a list and in a tree, with references to them and a kptr in a map.
package main

import "unsafe"

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

type (
	bpfSpinLock struct{ _ uint32 }
	bpfListHead struct{ _ [2]uint64 }
	bpfListNode struct{ _ [3]uint64 }
	bpfRbRoot   struct{ _ [2]uint64 }
	bpfRbNode   struct{ _ [4]uint64 }
	bpfRefcount struct{ _ uint32 }
)

// Item lies in a list.
type Item struct {
	Next  bpfListNode
	Value uint64
}

// Leaf lies in a tree.
type Leaf struct {
	Node bpfRbNode
	Refs bpfRefcount
	Key  uint64
}

type bpfKptrItem *Item

// Shelf holds them.
type Shelf struct {
	Lock  bpfSpinLock
	List  bpfListHead `bpf:"contains:Item:Next"`
	Tree  bpfRbRoot   `bpf:"contains:Leaf:Node"`
	Count uint64
}

// Stash holds one item.
type Stash struct {
	Item bpfKptrItem
}

var (
	shelves = bpfMapDef{Type: 2, KeySize: 4, ValueSize: uint32(unsafe.Sizeof(Shelf{})), MaxEntries: 1}
	stashes = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 8, MaxEntries: 1}
)

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpf_spin_lock(lock *bpfSpinLock)
func bpf_spin_unlock(lock *bpfSpinLock)
func bpfKptrXchg(place, new unsafe.Pointer) unsafe.Pointer
func bpfCoreTypeIdLocal(of unsafe.Pointer) uint64

func bpfKfuncBpfObjNewImpl(id uint64, meta unsafe.Pointer) unsafe.Pointer
func bpfKfuncBpfObjDropImpl(object, meta unsafe.Pointer)
func bpfKfuncBpfRefcountAcquireImpl(object, meta unsafe.Pointer) unsafe.Pointer
func bpfKfuncBpfListPushFrontImpl(head *bpfListHead, node *bpfListNode, meta unsafe.Pointer, offset uint64) int32
func bpfKfuncBpfListPopFront(head *bpfListHead) *bpfListNode
func bpfKfuncBpfRbtreeAddImpl(root *bpfRbRoot, node *bpfRbNode, less func(a, b *bpfRbNode) int64, meta unsafe.Pointer, offset uint64) int32
func bpfKfuncBpfRbtreeFirst(root *bpfRbRoot) *bpfRbNode
func bpfKfuncBpfRbtreeRemove(root *bpfRbRoot, node *bpfRbNode) *bpfRbNode

func shelf() *Shelf {
	key := uint32(0)
	return (*Shelf)(bpfMapLookupElem(unsafe.Pointer(&shelves), unsafe.Pointer(&key)))
}

// Puts an item into the list and takes it out.
//
//export list
//go:section classifier
func list(ctx unsafe.Pointer) int32 {
	shelf := shelf()
	if shelf == nil {
		return 100
	}
	var of Item
	item := (*Item)(bpfKfuncBpfObjNewImpl(bpfCoreTypeIdLocal(unsafe.Pointer(&of)), nil))
	if item == nil {
		return 101
	}
	item.Value = 42
	bpf_spin_lock(&shelf.Lock)
	bpfKfuncBpfListPushFrontImpl(&shelf.List, &item.Next, nil, 0)
	node := bpfKfuncBpfListPopFront(&shelf.List)
	bpf_spin_unlock(&shelf.Lock)
	if node == nil {
		return 102
	}
	item = (*Item)(unsafe.Pointer(node))
	value := item.Value
	bpfKfuncBpfObjDropImpl(unsafe.Pointer(item), nil)
	return int32(value)
}

func less(a, b *bpfRbNode) int64 {
	if (*Leaf)(unsafe.Pointer(a)).Key < (*Leaf)(unsafe.Pointer(b)).Key {
		return 1
	}
	return 0
}

func add(shelf *Shelf, key uint64) int32 {
	var of Leaf
	leaf := (*Leaf)(bpfKfuncBpfObjNewImpl(bpfCoreTypeIdLocal(unsafe.Pointer(&of)), nil))
	if leaf == nil {
		return 101
	}
	leaf.Key = key
	bpf_spin_lock(&shelf.Lock)
	bpfKfuncBpfRbtreeAddImpl(&shelf.Tree, &leaf.Node, less, nil, 0)
	bpf_spin_unlock(&shelf.Lock)
	return 0
}

// Puts three leaves into the tree, and takes out the first.
//
//export tree
//go:section classifier
func tree(ctx unsafe.Pointer) int32 {
	shelf := shelf()
	if shelf == nil {
		return 100
	}
	if failed := add(shelf, 30) + add(shelf, 10) + add(shelf, 20); failed != 0 {
		return failed
	}
	bpf_spin_lock(&shelf.Lock)
	node := bpfKfuncBpfRbtreeFirst(&shelf.Tree)
	if node == nil {
		bpf_spin_unlock(&shelf.Lock)
		return 102
	}
	node = bpfKfuncBpfRbtreeRemove(&shelf.Tree, node)
	bpf_spin_unlock(&shelf.Lock)
	if node == nil {
		return 103
	}
	leaf := (*Leaf)(unsafe.Pointer(node))
	key := leaf.Key
	second := bpfKfuncBpfRefcountAcquireImpl(unsafe.Pointer(leaf), nil)
	if second != nil {
		bpfKfuncBpfObjDropImpl(second, nil)
	}
	bpfKfuncBpfObjDropImpl(unsafe.Pointer(leaf), nil)
	return int32(key)
}

// Puts an item into a map, and returns what was there before.
//
//export stash
//go:section classifier
func stash(ctx unsafe.Pointer) int32 {
	key := uint32(0)
	stash := (*Stash)(bpfMapLookupElem(unsafe.Pointer(&stashes), unsafe.Pointer(&key)))
	if stash == nil {
		return 100
	}
	var of Item
	item := (*Item)(bpfKfuncBpfObjNewImpl(bpfCoreTypeIdLocal(unsafe.Pointer(&of)), nil))
	if item == nil {
		return 101
	}
	item.Value = 7
	old := (*Item)(bpfKptrXchg(unsafe.Pointer(&stash.Item), unsafe.Pointer(item)))
	if old == nil {
		return 1
	}
	value := old.Value
	bpfKfuncBpfObjDropImpl(unsafe.Pointer(old), nil)
	return int32(value)
}

func main() {}
