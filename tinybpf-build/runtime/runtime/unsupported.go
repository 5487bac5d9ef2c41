package runtime

import "unsafe"

// What Go code may ask for and BPF cannot do: types of the shape that the
// compiler expects, functions without a body.

// Strings and slices that need memory.

func sliceAppend(srcBuf, elemsBuf unsafe.Pointer, srcLen, srcCap, elemsLen, elemSize uintptr) (unsafe.Pointer, uintptr, uintptr)
func sliceGrow(oldBuf unsafe.Pointer, oldLen, oldCap, newCap, elemSize uintptr) (unsafe.Pointer, uintptr, uintptr)
func stringConcat(x, y _string) _string
func stringFromBytes(x struct {
	ptr      *byte
	len, cap uintptr
}) _string
func stringToBytes(x _string) struct {
	ptr      *byte
	len, cap uintptr
}
func stringFromRunes(runes []rune) _string
func stringToRunes(s string) []rune
func stringFromUnicode(r rune) _string

// Interfaces.

type _interface struct {
	typecode unsafe.Pointer
	value    unsafe.Pointer
}

type structField struct {
	typecode unsafe.Pointer
	data     *uint8
}

func composeInterface(typecode, value unsafe.Pointer) _interface
func decomposeInterface(i _interface) (typecode, value unsafe.Pointer)
func interfaceEqual(x, y interface{}) bool
func interfaceTypeAssert(ok bool)
func typeAssert(actual unsafe.Pointer, asserted *uint8) bool

// Maps.

type hashmap struct {
	buckets unsafe.Pointer
	count   uintptr
}

type hashmapIterator struct {
	bucket unsafe.Pointer
	index  uintptr
}

func hashmapNewIterator() unsafe.Pointer
func hashmapMake(keySize, valueSize, sizeHint uintptr, alg uint8) *hashmap
func hashmapClear(m *hashmap)
func hashmapLen(m *hashmap) int
func hashmapNext(m *hashmap, it *hashmapIterator, key, value unsafe.Pointer) bool
func hashmapBinarySet(m *hashmap, key, value unsafe.Pointer)
func hashmapBinaryGet(m *hashmap, key, value unsafe.Pointer, valueSize uintptr) bool
func hashmapBinaryDelete(m *hashmap, key unsafe.Pointer)
func hashmapStringSet(m *hashmap, key string, value unsafe.Pointer)
func hashmapStringGet(m *hashmap, key string, value unsafe.Pointer, valueSize uintptr) bool
func hashmapStringDelete(m *hashmap, key string)
func hashmapInterfaceSet(m *hashmap, key interface{}, value unsafe.Pointer)
func hashmapInterfaceGet(m *hashmap, key interface{}, value unsafe.Pointer, valueSize uintptr) bool
func hashmapInterfaceDelete(m *hashmap, key interface{})

// Channels and goroutines (whose start is in internal/task).

type channel struct {
	buf unsafe.Pointer
}

type channelOp struct {
	next  *channelOp
	value unsafe.Pointer
}

type chanSelectState struct {
	ch    *channel
	value unsafe.Pointer
}

func chanMake(elementSize, bufSize uintptr) *channel
func chanLen(c *channel) int
func chanCap(c *channel) int
func chanSend(ch *channel, value unsafe.Pointer, op *channelOp)
func chanRecv(ch *channel, value unsafe.Pointer, op *channelOp) bool
func chanClose(ch *channel)
func chanSelect(recvbuf unsafe.Pointer, states []chanSelectState, ops []channelOp) (uint32, bool)
func deadlock()

// defer and recover.

type _defer struct {
	callback uintptr
	next     *_defer
}

// The compiler stores to the second field.
type deferFrame struct {
	jumpSP unsafe.Pointer
	jumpPC unsafe.Pointer
}

func setupDeferFrame(frame *deferFrame, jumpSP unsafe.Pointer)
func destroyDeferFrame(frame *deferFrame)
func _recover(useParentFrame bool) interface{}

// Complex numbers.

func complex64div(n, m complex64) complex64
func complex128div(n, m complex128) complex128

// print and println.

func printlock()
func printunlock()
func printspace()
func printnl()
func printbool(v bool)
func printint8(v int8)
func printint16(v int16)
func printint32(v int32)
func printint64(v int64)
func printuint8(v uint8)
func printuint16(v uint16)
func printuint32(v uint32)
func printuint64(v uint64)
func printfloat32(v float32)
func printfloat64(v float64)
func printcomplex64(v complex64)
func printcomplex128(v complex128)
func printstring(v string)
func printptr(v uintptr)
func printslice(ptr, len, cap uintptr)
func printitf(v interface{})
func printmap(m *hashmap)
