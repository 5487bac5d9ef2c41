//go:build tinygo

package bpf

import "unsafe"

func bpfMapLookupElem(m, key unsafe.Pointer) unsafe.Pointer
func bpfMapLookupPercpuElem(m, key unsafe.Pointer, cpu uint32) unsafe.Pointer
func bpfMapUpdateElem(m, key, value unsafe.Pointer, flags uint64) int64
func bpfMapDeleteElem(m, key unsafe.Pointer) int64
func bpfMapPushElem(m, value unsafe.Pointer, flags uint64) int64
func bpfMapPopElem(m, value unsafe.Pointer) int64
func bpfMapPeekElem(m, value unsafe.Pointer) int64
func bpfRingbufReserve(m unsafe.Pointer, size, flags uint64) unsafe.Pointer
func bpfRingbufSubmit(record unsafe.Pointer, flags uint64)
func bpfRingbufDiscard(record unsafe.Pointer, flags uint64)
func bpfRingbufOutput(m, record unsafe.Pointer, size, flags uint64) int64
func bpfRingbufQuery(m unsafe.Pointer, fact uint64) uint64
func bpfRingbufReserveDynptr(m unsafe.Pointer, size uint32, flags uint64, to unsafe.Pointer) int64
func bpfRingbufSubmitDynptr(record unsafe.Pointer, flags uint64)
func bpfRingbufDiscardDynptr(record unsafe.Pointer, flags uint64)
func bpfTimerInit(timer, m unsafe.Pointer, flags uint64) int64
func bpfTimerStart(timer unsafe.Pointer, nanoseconds, flags uint64) int64
func bpfTimerCancel(timer unsafe.Pointer) int64
func bpfPerfEventOutput(ctx, m unsafe.Pointer, flags uint64, record unsafe.Pointer, size uint64) int64
func bpfSkbOutput(skb, m unsafe.Pointer, flags uint64, record unsafe.Pointer, size uint64) int64
func bpfXdpOutput(xdp, m unsafe.Pointer, flags uint64, record unsafe.Pointer, size uint64) int64
func bpfTailCall(ctx, m unsafe.Pointer, index uint32) int64
func bpfCurrentTaskUnderCgroup(m unsafe.Pointer, index uint32) int64
func bpfSkbUnderCgroup(skb, m unsafe.Pointer, index uint32) int64
func bpfGetStackid(ctx, m unsafe.Pointer, flags uint64) int64
func bpfTaskStorageGet(m, task, value unsafe.Pointer, flags uint64) unsafe.Pointer
func bpfTaskStorageDelete(m, task unsafe.Pointer) int64
func bpfSkStorageGet(m, sk, value unsafe.Pointer, flags uint64) unsafe.Pointer
func bpfSkStorageDelete(m, sk unsafe.Pointer) int64
func bpfInodeStorageGet(m, inode, value unsafe.Pointer, flags uint64) unsafe.Pointer
func bpfInodeStorageDelete(m, inode unsafe.Pointer) int64
func bpfCgrpStorageGet(m, cgroup, value unsafe.Pointer, flags uint64) unsafe.Pointer
func bpfCgrpStorageDelete(m, cgroup unsafe.Pointer) int64
func bpfGetLocalStorage(m unsafe.Pointer, flags uint64) unsafe.Pointer
func bpfRedirectMap(m unsafe.Pointer, key, flags uint64) int64
func bpfSkRedirectMap(skb, m unsafe.Pointer, key uint32, flags uint64) int64
func bpfSkRedirectHash(skb, m, key unsafe.Pointer, flags uint64) int64
func bpfMsgRedirectMap(msg, m unsafe.Pointer, key uint32, flags uint64) int64
func bpfMsgRedirectHash(msg, m, key unsafe.Pointer, flags uint64) int64
func bpfSockMapUpdate(ops, m, key unsafe.Pointer, flags uint64) int64
func bpfSockHashUpdate(ops, m, key unsafe.Pointer, flags uint64) int64
func bpfSkSelectReuseport(ctx, m, key unsafe.Pointer, flags uint64) int64
