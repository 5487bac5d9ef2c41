// RECORDED
package main

import bpf "github.com/tinybpf/bpf"

var (
	m0  = bpf.Array[uint64]{MaxEntries: 1}
	m1  = bpf.Array[uint64]{MaxEntries: 1}
	m2  = bpf.Array[uint64]{MaxEntries: 1}
	m3  = bpf.Array[uint64]{MaxEntries: 1}
	m4  = bpf.Array[uint64]{MaxEntries: 1}
	m5  = bpf.Array[uint64]{MaxEntries: 1}
	m6  = bpf.Array[uint64]{MaxEntries: 1}
	m7  = bpf.Array[uint64]{MaxEntries: 1}
	m8  = bpf.Array[uint64]{MaxEntries: 1}
	m9  = bpf.Array[uint64]{MaxEntries: 1}
	m10 = bpf.Array[uint64]{MaxEntries: 1}
	m11 = bpf.Array[uint64]{MaxEntries: 1}
	m12 = bpf.Array[uint64]{MaxEntries: 1}
	m13 = bpf.Array[uint64]{MaxEntries: 1}
	m14 = bpf.Array[uint64]{MaxEntries: 1}
	m15 = bpf.Array[uint64]{MaxEntries: 1}
	m16 = bpf.Array[uint64]{MaxEntries: 1}
	m17 = bpf.Array[uint64]{MaxEntries: 1}
	m18 = bpf.Array[uint64]{MaxEntries: 1}
	m19 = bpf.Array[uint64]{MaxEntries: 1}
	m20 = bpf.Array[uint64]{MaxEntries: 1}
	m21 = bpf.Array[uint64]{MaxEntries: 1}
	m22 = bpf.Array[uint64]{MaxEntries: 1}
	m23 = bpf.Array[uint64]{MaxEntries: 1}
	m24 = bpf.Array[uint64]{MaxEntries: 1}
	m25 = bpf.Array[uint64]{MaxEntries: 1}
	m26 = bpf.Array[uint64]{MaxEntries: 1}
	m27 = bpf.Array[uint64]{MaxEntries: 1}
	m28 = bpf.Array[uint64]{MaxEntries: 1}
	m29 = bpf.Array[uint64]{MaxEntries: 1}
	m30 = bpf.Array[uint64]{MaxEntries: 1}
	m31 = bpf.Array[uint64]{MaxEntries: 1}
	m32 = bpf.Array[uint64]{MaxEntries: 1}
	m33 = bpf.Array[uint64]{MaxEntries: 1}
	m34 = bpf.Array[uint64]{MaxEntries: 1}
	m35 = bpf.Array[uint64]{MaxEntries: 1}
	m36 = bpf.Array[uint64]{MaxEntries: 1}
	m37 = bpf.Array[uint64]{MaxEntries: 1}
	m38 = bpf.Array[uint64]{MaxEntries: 1}
	m39 = bpf.Array[uint64]{MaxEntries: 1}
	m40 = bpf.Array[uint64]{MaxEntries: 1}
	m41 = bpf.Array[uint64]{MaxEntries: 1}
	m42 = bpf.Array[uint64]{MaxEntries: 1}
	m43 = bpf.Array[uint64]{MaxEntries: 1}
	m44 = bpf.Array[uint64]{MaxEntries: 1}
	m45 = bpf.Array[uint64]{MaxEntries: 1}
	m46 = bpf.Array[uint64]{MaxEntries: 1}
	m47 = bpf.Array[uint64]{MaxEntries: 1}
	m48 = bpf.Array[uint64]{MaxEntries: 1}
	m49 = bpf.Array[uint64]{MaxEntries: 1}
	m50 = bpf.Array[uint64]{MaxEntries: 1}
	m51 = bpf.Array[uint64]{MaxEntries: 1}
	m52 = bpf.Array[uint64]{MaxEntries: 1}
	m53 = bpf.Array[uint64]{MaxEntries: 1}
	m54 = bpf.Array[uint64]{MaxEntries: 1}
	m55 = bpf.Array[uint64]{MaxEntries: 1}
	m56 = bpf.Array[uint64]{MaxEntries: 1}
	m57 = bpf.Array[uint64]{MaxEntries: 1}
	m58 = bpf.Array[uint64]{MaxEntries: 1}
	m59 = bpf.Array[uint64]{MaxEntries: 1}
	m60 = bpf.Array[uint64]{MaxEntries: 1}
	m61 = bpf.Array[uint64]{MaxEntries: 1}
	m62 = bpf.Array[uint64]{MaxEntries: 1}
	m63 = bpf.Array[uint64]{MaxEntries: 1}
	m64 = bpf.Array[uint64]{MaxEntries: 1}
)

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction { // REFUSED: too-many
	sum := uint64(0)
	if v := m0.Lookup(0); v != nil {
		sum += *v
	}
	if v := m1.Lookup(0); v != nil {
		sum += *v
	}
	if v := m2.Lookup(0); v != nil {
		sum += *v
	}
	if v := m3.Lookup(0); v != nil {
		sum += *v
	}
	if v := m4.Lookup(0); v != nil {
		sum += *v
	}
	if v := m5.Lookup(0); v != nil {
		sum += *v
	}
	if v := m6.Lookup(0); v != nil {
		sum += *v
	}
	if v := m7.Lookup(0); v != nil {
		sum += *v
	}
	if v := m8.Lookup(0); v != nil {
		sum += *v
	}
	if v := m9.Lookup(0); v != nil {
		sum += *v
	}
	if v := m10.Lookup(0); v != nil {
		sum += *v
	}
	if v := m11.Lookup(0); v != nil {
		sum += *v
	}
	if v := m12.Lookup(0); v != nil {
		sum += *v
	}
	if v := m13.Lookup(0); v != nil {
		sum += *v
	}
	if v := m14.Lookup(0); v != nil {
		sum += *v
	}
	if v := m15.Lookup(0); v != nil {
		sum += *v
	}
	if v := m16.Lookup(0); v != nil {
		sum += *v
	}
	if v := m17.Lookup(0); v != nil {
		sum += *v
	}
	if v := m18.Lookup(0); v != nil {
		sum += *v
	}
	if v := m19.Lookup(0); v != nil {
		sum += *v
	}
	if v := m20.Lookup(0); v != nil {
		sum += *v
	}
	if v := m21.Lookup(0); v != nil {
		sum += *v
	}
	if v := m22.Lookup(0); v != nil {
		sum += *v
	}
	if v := m23.Lookup(0); v != nil {
		sum += *v
	}
	if v := m24.Lookup(0); v != nil {
		sum += *v
	}
	if v := m25.Lookup(0); v != nil {
		sum += *v
	}
	if v := m26.Lookup(0); v != nil {
		sum += *v
	}
	if v := m27.Lookup(0); v != nil {
		sum += *v
	}
	if v := m28.Lookup(0); v != nil {
		sum += *v
	}
	if v := m29.Lookup(0); v != nil {
		sum += *v
	}
	if v := m30.Lookup(0); v != nil {
		sum += *v
	}
	if v := m31.Lookup(0); v != nil {
		sum += *v
	}
	if v := m32.Lookup(0); v != nil {
		sum += *v
	}
	if v := m33.Lookup(0); v != nil {
		sum += *v
	}
	if v := m34.Lookup(0); v != nil {
		sum += *v
	}
	if v := m35.Lookup(0); v != nil {
		sum += *v
	}
	if v := m36.Lookup(0); v != nil {
		sum += *v
	}
	if v := m37.Lookup(0); v != nil {
		sum += *v
	}
	if v := m38.Lookup(0); v != nil {
		sum += *v
	}
	if v := m39.Lookup(0); v != nil {
		sum += *v
	}
	if v := m40.Lookup(0); v != nil {
		sum += *v
	}
	if v := m41.Lookup(0); v != nil {
		sum += *v
	}
	if v := m42.Lookup(0); v != nil {
		sum += *v
	}
	if v := m43.Lookup(0); v != nil {
		sum += *v
	}
	if v := m44.Lookup(0); v != nil {
		sum += *v
	}
	if v := m45.Lookup(0); v != nil {
		sum += *v
	}
	if v := m46.Lookup(0); v != nil {
		sum += *v
	}
	if v := m47.Lookup(0); v != nil {
		sum += *v
	}
	if v := m48.Lookup(0); v != nil {
		sum += *v
	}
	if v := m49.Lookup(0); v != nil {
		sum += *v
	}
	if v := m50.Lookup(0); v != nil {
		sum += *v
	}
	if v := m51.Lookup(0); v != nil {
		sum += *v
	}
	if v := m52.Lookup(0); v != nil {
		sum += *v
	}
	if v := m53.Lookup(0); v != nil {
		sum += *v
	}
	if v := m54.Lookup(0); v != nil {
		sum += *v
	}
	if v := m55.Lookup(0); v != nil {
		sum += *v
	}
	if v := m56.Lookup(0); v != nil {
		sum += *v
	}
	if v := m57.Lookup(0); v != nil {
		sum += *v
	}
	if v := m58.Lookup(0); v != nil {
		sum += *v
	}
	if v := m59.Lookup(0); v != nil {
		sum += *v
	}
	if v := m60.Lookup(0); v != nil {
		sum += *v
	}
	if v := m61.Lookup(0); v != nil {
		sum += *v
	}
	if v := m62.Lookup(0); v != nil {
		sum += *v
	}
	if v := m63.Lookup(0); v != nil {
		sum += *v
	}
	if v := m64.Lookup(0); v != nil {
		sum += *v
	}
	if sum == 7 {
		return bpf.XdpDrop
	}
	return bpf.XdpPass
}

func main() {}

// EXPLAINED: this is about the program as a whole, which begins there
