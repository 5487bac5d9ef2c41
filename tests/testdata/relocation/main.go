// Reads of structs that no kernel has: the test's made-up kernels beside this file have them, each elsewhere.
package main

import "unsafe"

// An enum in C, which loaders do not take for a number.
type bpfCoreMadeUpKind uint32

type bpfCoreMadeUpInner struct {
	Short int16 `core:"short_"`
	Name  [8]byte
	Int   int32 `core:"int_"`
}

type bpfCoreMadeUpHead struct {
	Length uint32
	Serial uint64
}

// The members of a union all lie at its start, whatever Go makes of them.
type bpfCoreUnionMadeUpValue struct {
	Number uint32
	Half   uint16
	Wide   uint64
}

type bpfCoreMadeUpThing struct {
	First uint32
	Tiny  int8
	Small int16
	Wide  int64
	OK    bool `core:"ok"`
	// A struct, and arrays.
	Inner  bpfCoreMadeUpInner
	Items  [3]bpfCoreMadeUpInner
	Counts [4]uint32
	Table  [2][3]uint16
	// Fields of an anonymous struct and of an anonymous union in C.
	bpfCoreMadeUpHead
	On    uint32
	Off   uint64
	Value bpfCoreUnionMadeUpValue
	// Bit-fields in C.
	Flag  bool
	Mode  uint32
	Level int32
	Big   uint64
	Last  int64
	Kind  bpfCoreMadeUpKind
	Next  *bpfCoreMadeUpThing
	// What not all kernels have.
	Extra uint32
}

// Another view of the same struct, for an older kernel.
type bpfCoreMadeUpThing___old struct {
	First   uint64
	OldName uint32
}

// Another view for copies, with other widths.
type bpfCoreMadeUpThing___copy struct {
	Kind   bpfCoreMadeUpKind
	Extra  uint32
	First  uint64
	Tiny   int64
	Level  int16
	Flag   uint8
	Big    uint64
	Counts [4]uint32
	Items  [3]bpfCoreMadeUpInner
	bpfCoreMadeUpHead
	Next *bpfCoreMadeUpThing
}

type bpfCoreMadeUpRare struct {
	Field uint32
}

// The context of XDP programs, which programs read in place.
type bpfCoreXdpMd struct {
	IngressIfindex uint32
}

// What the program found, in the order in which the made-up kernels say it.
var found struct {
	First, Tiny, Small, Wide, OK                                uint64
	InnerShort, InnerName, InnerInt                             uint64
	ItemShort, ItemName, ItemInt, ItemAt, NameAt                uint64
	Count, CountAt, Table, TableAt                              uint64
	Length, Serial, On, Off, Number, Half, ValueWide            uint64
	Flag, Mode, Level, Big, Last                                uint64
	Kind, NextFirst, NextItem, NextSerial, Subprogram           uint64
	HasExtra, Extra, HasOldName, OldName                        uint64
	HasRare, HasEnumerator, Enumerator                          uint64
	SizeThing, SizeInner, SizeCounts, SizeFirst, OffsetItem     uint64
	CopyKind, CopyExtra, CopyFirst, CopyTiny, CopyLevel         uint64
	CopyFlag, CopyBig, CopyCount, CopyItem, CopyName            uint64
	CopySerial, CopyNext, CopyResult                            uint64
	ValueFirst, ValueItem, PartInt, PartName, Index             uint64
}

type bpfMapDef struct {
	Type       uint32
	KeySize    uint32
	ValueSize  uint32
	MaxEntries uint32
	MapFlags   uint32
}

// Two objects, filled by the test.
var memory = bpfMapDef{Type: 2, KeySize: 4, ValueSize: 512, MaxEntries: 2}

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfProbeReadKernel(dst unsafe.Pointer, size uint32, src unsafe.Pointer) int64
func bpfCoreFieldExists(field unsafe.Pointer) bool
func bpfCoreFieldSize(field unsafe.Pointer) uint32
func bpfCoreFieldOffset(field unsafe.Pointer) uint32
func bpfCoreReadBitfield(field unsafe.Pointer) uint64
func bpfCoreTypeExists(t unsafe.Pointer) bool
func bpfCoreTypeSize(t unsafe.Pointer) uint32
func bpfCoreEnumValueExists(enum, enumerator string) bool
func bpfCoreEnumValue(enum, enumerator string) uint64

func object(key uint32) unsafe.Pointer {
	return bpfMapLookupElem(unsafe.Pointer(&memory), unsafe.Pointer(&key))
}

// word is a name's first eight bytes.
func word(name [8]byte) uint64 {
	n := uint64(0)
	for i := 7; i >= 0; i-- {
		n = n<<8 | uint64(name[i])
	}
	return n
}

//export relocated
//go:section xdp
func relocated(ctx *bpfCoreXdpMd) int32 {
	first, second := object(0), object(1)
	if first == nil || second == nil {
		return 0
	}
	thing := (*bpfCoreMadeUpThing)(first)
	// No one but the program knows where its maps are.
	next := bpfCoreFieldOffset(unsafe.Pointer(&thing.Next))
	*(*unsafe.Pointer)(unsafe.Add(first, next)) = second
	at := uint32(thing.First) % 3
	numbers(thing)
	parts(thing, at)
	chains(thing)
	questions(thing)
	copies(first, thing, at)
	found.Index = uint64(ctx.IngressIfindex)
	return 2
}

//go:noinline
func numbers(thing *bpfCoreMadeUpThing) {
	found.First = uint64(thing.First)
	found.Tiny = uint64(thing.Tiny)
	found.Small = uint64(thing.Small)
	found.Wide = uint64(thing.Wide)
	if thing.OK {
		found.OK = 1
	}
	found.Length = uint64(thing.Length)
	found.Serial = thing.Serial
	found.On = uint64(thing.On)
	found.Off = thing.Off
	found.Number = uint64(thing.Value.Number)
	found.Half = uint64(thing.Value.Half)
	found.ValueWide = thing.Value.Wide
	found.Flag = bpfCoreReadBitfield(unsafe.Pointer(&thing.Flag))
	found.Mode = bpfCoreReadBitfield(unsafe.Pointer(&thing.Mode))
	found.Level = bpfCoreReadBitfield(unsafe.Pointer(&thing.Level))
	found.Big = bpfCoreReadBitfield(unsafe.Pointer(&thing.Big))
	found.Last = bpfCoreReadBitfield(unsafe.Pointer(&thing.Last))
	found.Kind = uint64(thing.Kind)
}

//go:noinline
func parts(thing *bpfCoreMadeUpThing, at uint32) {
	found.InnerShort = uint64(thing.Inner.Short)
	found.InnerName = word(thing.Inner.Name)
	found.InnerInt = uint64(thing.Inner.Int)
	found.ItemShort = uint64(thing.Items[1].Short)
	found.ItemName = word(thing.Items[2].Name)
	found.ItemInt = uint64(thing.Items[2].Int)
	found.ItemAt = uint64(thing.Items[at].Int)
	found.NameAt = uint64(thing.Items[at].Name[at+1])
	found.Count = uint64(thing.Counts[3])
	found.CountAt = uint64(thing.Counts[at])
	found.Table = uint64(thing.Table[1][2])
	found.TableAt = uint64(thing.Table[at&1][at])
}

//go:noinline
func chains(thing *bpfCoreMadeUpThing) {
	found.NextFirst = uint64(thing.Next.First)
	found.NextItem = uint64(thing.Next.Items[1].Int)
	found.NextSerial = thing.Next.Serial
	found.Subprogram = sum(thing) + sum(thing.Next)
}

//go:noinline
func sum(thing *bpfCoreMadeUpThing) uint64 {
	all := uint64(0)
	for i := range thing.Counts {
		all += uint64(thing.Counts[i])
	}
	for i := range thing.Items {
		item := &thing.Items[i]
		all += uint64(item.Int)
	}
	return all
}

//go:noinline
func questions(thing *bpfCoreMadeUpThing) {
	if bpfCoreFieldExists(unsafe.Pointer(&thing.Extra)) {
		found.HasExtra = 1
		found.Extra = uint64(thing.Extra)
	}
	old := (*bpfCoreMadeUpThing___old)(unsafe.Pointer(thing))
	if bpfCoreFieldExists(unsafe.Pointer(&old.OldName)) {
		found.HasOldName = 1
		found.OldName = uint64(old.OldName)
	}
	var rare bpfCoreMadeUpRare
	if bpfCoreTypeExists(unsafe.Pointer(&rare)) {
		found.HasRare = 1
	}
	if bpfCoreEnumValueExists("made_up_kind", "MADE_UP_NEW") {
		found.HasEnumerator = 1
	}
	found.Enumerator = bpfCoreEnumValue("made_up_kind", "MADE_UP_OTHER")
	found.SizeThing = uint64(bpfCoreTypeSize(unsafe.Pointer(thing)))
	found.SizeInner = uint64(bpfCoreFieldSize(unsafe.Pointer(&thing.Inner)))
	found.SizeCounts = uint64(bpfCoreFieldSize(unsafe.Pointer(&thing.Counts)))
	found.SizeFirst = uint64(bpfCoreFieldSize(unsafe.Pointer(&thing.First)))
	found.OffsetItem = uint64(bpfCoreFieldOffset(unsafe.Pointer(&thing.Items[2].Int)))
}

//go:noinline
func copies(object unsafe.Pointer, thing *bpfCoreMadeUpThing, at uint32) {
	var t bpfCoreMadeUpThing___copy
	found.CopyResult = uint64(bpfProbeReadKernel(unsafe.Pointer(&t), uint32(unsafe.Sizeof(t)), object))
	found.CopyKind = uint64(t.Kind)
	found.CopyExtra = 77
	if bpfCoreFieldExists(unsafe.Pointer(&t.Extra)) {
		found.CopyExtra = uint64(t.Extra)
	}
	found.CopyFirst = t.First
	found.CopyTiny = uint64(t.Tiny)
	found.CopyLevel = uint64(t.Level)
	found.CopyFlag = uint64(t.Flag)
	found.CopyBig = t.Big
	found.CopyCount = uint64(t.Counts[at])
	found.CopyItem = uint64(t.Items[2].Int)
	found.CopyName = word(t.Items[0].Name)
	found.CopySerial = t.Serial
	found.CopyNext = uint64(t.Next.First)
	whole := *thing
	found.ValueFirst = uint64(whole.First)
	found.ValueItem = uint64(whole.Items[1].Int)
	part := thing.Items[at]
	found.PartInt = uint64(part.Int)
	found.PartName = word(part.Name)
}

func main() {}
