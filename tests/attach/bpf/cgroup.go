package main

import (
	"sync/atomic"

	"github.com/tinybpf/bpf"
)

var cgroupIngressRuns, cgroupEgressRuns, connectRuns, createRuns, sysctlRuns, getsockoptRuns, deviceRuns, sockopsRuns uint64

//export on_cgroup_ingress
//go:section cgroup_skb/ingress
func onCgroupIngress(ctx *bpf.SkBuff) bpf.CgroupAction {
	atomic.AddUint64(&cgroupIngressRuns, 1)
	return bpf.CgroupAllow
}

//export on_cgroup_egress
//go:section cgroup_skb/egress
func onCgroupEgress(ctx *bpf.SkBuff) bpf.CgroupAction {
	atomic.AddUint64(&cgroupEgressRuns, 1)
	return bpf.CgroupAllow
}

//export on_connect
//go:section cgroup/connect4
func onConnect(ctx *bpf.SockAddr) bpf.CgroupAction {
	atomic.AddUint64(&connectRuns, 1)
	return bpf.CgroupAllow
}

//export on_create
//go:section cgroup/sock_create
func onCreate(ctx *bpf.Sock) bpf.CgroupAction {
	atomic.AddUint64(&createRuns, 1)
	return bpf.CgroupAllow
}

//export on_sysctl
//go:section cgroup/sysctl
func onSysctl(ctx *bpf.Sysctl) bpf.CgroupAction {
	atomic.AddUint64(&sysctlRuns, 1)
	return bpf.CgroupAllow
}

//export on_getsockopt
//go:section cgroup/getsockopt
func onGetsockopt(ctx *bpf.Sockopt) bpf.CgroupAction {
	atomic.AddUint64(&getsockoptRuns, 1)
	return bpf.CgroupAllow
}

//export on_device
//go:section cgroup/dev
func onDevice(ctx *bpf.CgroupDevCtx) bpf.CgroupAction {
	atomic.AddUint64(&deviceRuns, 1)
	return bpf.CgroupAllow
}

//export on_sockops
//go:section sockops
func onSockops(ctx *bpf.SockOps) int32 {
	atomic.AddUint64(&sockopsRuns, 1)
	return 1
}
