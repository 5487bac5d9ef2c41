//go:build tinygo

package lib

type bpfMapDef struct{ Type, KeySize, ValueSize, MaxEntries, MapFlags uint32 }

// In a package whose code does not use it.
var names = bpfMapDef{Type: 1, KeySize: 4, ValueSize: 16, MaxEntries: 8}

func One() int32 {
	return 1
}
