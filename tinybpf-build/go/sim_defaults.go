//go:build !tinygo

package bpf

import (
	"encoding/binary"
	"math/rand"
	"os"
	"time"
	"unsafe"
)

// What helpers do in tests that set no fake.

var started = time.Now()

// sinceStart are the nanoseconds that went by, and those that tests let pass.
func sinceStart() uint64 {
	kernel.Lock()
	defer kernel.Unlock()
	return uint64(time.Since(started)) + kernel.elapsed
}

func simKtimeGetNs() uint64       { return sinceStart() }
func simKtimeGetBootNs() uint64   { return sinceStart() }
func simKtimeGetCoarseNs() uint64 { return sinceStart() }
func simKtimeGetTaiNs() uint64    { return uint64(started.UnixNano()) + sinceStart() }
func simGetPrandomU32() uint32    { return rand.Uint32() }

func simGetSmpProcessorId() uint32 {
	kernel.Lock()
	defer kernel.Unlock()
	return kernel.cpu
}

func simGetCurrentPidTgid() uint64 {
	pid := uint64(os.Getpid())
	return pid<<32 | pid
}

func simGetCurrentUidGid() uint64 {
	return uint64(uint32(os.Getgid()))<<32 | uint64(uint32(os.Getuid()))
}

func simGetCurrentComm(buf unsafe.Pointer, size uint32) int64 {
	to := bytesAt(buf, int(size))
	clear(to)
	if size > 0 {
		copy(to[:size-1], "go-test")
	}
	return 0
}

// copyMemory copies from the memory of the test, which stands for all memory there is.
func copyMemory(dst unsafe.Pointer, size uint32, src unsafe.Pointer) int64 {
	to := bytesAt(dst, int(size))
	if src == nil {
		clear(to)
		return EFAULT
	}
	copy(to, bytesAt(src, int(size)))
	return 0
}

func copyString(dst unsafe.Pointer, size uint32, src unsafe.Pointer) int64 {
	to := bytesAt(dst, int(size))
	if src == nil {
		clear(to)
		return EFAULT
	}
	for i := range to {
		to[i] = *(*byte)(unsafe.Add(src, i))
		if to[i] == 0 {
			return int64(i + 1)
		}
	}
	if size > 0 {
		to[size-1] = 0
	}
	return int64(size)
}

func simProbeRead(dst unsafe.Pointer, size uint32, src unsafe.Pointer) int64 {
	return copyMemory(dst, size, src)
}
func simProbeReadKernel(dst unsafe.Pointer, size uint32, src unsafe.Pointer) int64 {
	return copyMemory(dst, size, src)
}
func simProbeReadUser(dst unsafe.Pointer, size uint32, src unsafe.Pointer) int64 {
	return copyMemory(dst, size, src)
}
func simCopyFromUser(dst unsafe.Pointer, size uint32, src unsafe.Pointer) int64 {
	return copyMemory(dst, size, src)
}
func simProbeReadStr(dst unsafe.Pointer, size uint32, src unsafe.Pointer) int64 {
	return copyString(dst, size, src)
}
func simProbeReadKernelStr(dst unsafe.Pointer, size uint32, src unsafe.Pointer) int64 {
	return copyString(dst, size, src)
}
func simProbeReadUserStr(dst unsafe.Pointer, size uint32, src unsafe.Pointer) int64 {
	return copyString(dst, size, src)
}

// inPacket returns bytes of a packet at an offset, or nil beyond its end.
func inPacket(ctx unsafe.Pointer, offset, size uint32) []byte {
	packet := packetOf(ctx)
	if uint64(offset)+uint64(size) > uint64(len(packet)) {
		return nil
	}
	return packet[offset:][:size]
}

func loadBytes(ctx unsafe.Pointer, offset uint32, to unsafe.Pointer, size uint32) int64 {
	from := inPacket(ctx, offset, size)
	if from == nil {
		clear(bytesAt(to, int(size)))
		return EFAULT
	}
	copy(bytesAt(to, int(size)), from)
	return 0
}

func storeBytes(ctx unsafe.Pointer, offset uint32, from unsafe.Pointer, size uint32) int64 {
	to := inPacket(ctx, offset, size)
	if to == nil {
		return EFAULT
	}
	copy(to, bytesAt(from, int(size)))
	return 0
}

func simSkbLoadBytes(ctx unsafe.Pointer, offset uint32, to unsafe.Pointer, size uint32) int64 {
	return loadBytes(ctx, offset, to, size)
}
func simSkbStoreBytes(ctx unsafe.Pointer, offset uint32, from unsafe.Pointer, size uint32, flags uint64) int64 {
	return storeBytes(ctx, offset, from, size)
}
func simXdpLoadBytes(ctx unsafe.Pointer, offset uint32, to unsafe.Pointer, size uint32) int64 {
	return loadBytes(ctx, offset, to, size)
}
func simXdpStoreBytes(ctx unsafe.Pointer, offset uint32, from unsafe.Pointer, size uint32) int64 {
	return storeBytes(ctx, offset, from, size)
}
func simXdpGetBuffLen(ctx unsafe.Pointer) uint64           { return uint64(len(packetOf(ctx))) }
func simSkbPullData(ctx unsafe.Pointer, size uint32) int64 { return 0 }

// simXdpAdjustHead moves the beginning of the packet; before it there are zeros.
func simXdpAdjustHead(ctx unsafe.Pointer, delta int32) int64 {
	packet := packetOf(ctx)
	if int(delta) >= len(packet) || delta < -256 {
		return EINVAL
	}
	if delta < 0 {
		packet = append(make([]byte, -delta), packet...)
	} else {
		packet = packet[delta:]
	}
	resize(ctx, packet)
	return 0
}

func simXdpAdjustTail(ctx unsafe.Pointer, delta int32) int64 {
	packet := packetOf(ctx)
	size := len(packet) + int(delta)
	if size <= 0 {
		return EINVAL
	}
	resize(ctx, append(packet[:min(size, len(packet)):min(size, len(packet))], make([]byte, max(int(delta), 0))...))
	return 0
}

func resize(ctx unsafe.Pointer, packet []byte) {
	setPacket(ctx, packet)
	(*XdpMd)(ctx).DataEnd = uint32(len(packet))
}

// simCsumDiff adds the 16-bit words of the new buffer and takes those of the old one away, in ones' complement.
func simCsumDiff(from unsafe.Pointer, fromSize uint32, to unsafe.Pointer, toSize uint32, seed uint32) int64 {
	if fromSize%4 != 0 || toSize%4 != 0 {
		return EINVAL
	}
	sum := uint64(seed)
	for _, part := range []struct {
		data []byte
		mask uint32
	}{{bytesAt(from, int(fromSize)), ^uint32(0)}, {bytesAt(to, int(toSize)), 0}} {
		for ; len(part.data) >= 4; part.data = part.data[4:] {
			sum += uint64(binary.NativeEndian.Uint32(part.data) ^ part.mask)
			sum = sum&0xffffffff + sum>>32
		}
	}
	return int64(sum)
}

func simRedirect(ifindex uint32, flags uint64) int64     { return int64(TcActRedirect) }
func simRedirectPeer(ifindex uint32, flags uint64) int64 { return int64(TcActRedirect) }
func simSpinLock(lock unsafe.Pointer) int64              { return 0 }
func simSpinUnlock(lock unsafe.Pointer) int64            { return 0 }
