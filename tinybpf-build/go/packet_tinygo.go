//go:build tinygo

package bpf

import "unsafe"

// At returns what lies in the packet at an offset in bytes, in the packet itself, or nil if the packet ends before. One comparison is all
// that it costs. An offset that was computed must be known to be small: `off & 0xfff`, or the sum of header lengths.
func At[T any, C Packet](ctx C, off uintptr) *T {
	start, end := ctx.bounds()
	var t T
	if start+off+unsafe.Sizeof(t) > end {
		return nil
	}
	return (*T)(unsafe.Pointer(start + off))
}

func (c *XdpMd) bounds() (start, end uintptr)  { return uintptr(c.Data), uintptr(c.DataEnd) }
func (c *SkBuff) bounds() (start, end uintptr) { return uintptr(c.Data), uintptr(c.DataEnd) }
func (c *SkMsgMd) bounds() (start, end uintptr) {
	return uintptr(c.Data), uintptr(c.DataEnd)
}
func (c *SkReuseportMd) bounds() (start, end uintptr) {
	return uintptr(c.Data), uintptr(c.DataEnd)
}
