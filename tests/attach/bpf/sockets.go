package main

import (
	"sync/atomic"

	"github.com/tinybpf/bpf"
)

var sockets = bpf.SockMap{MaxEntries: 2}

var messageRuns, parserRuns, verdictRuns uint64

//export on_message
//go:section sk_msg
func onMessage(ctx *bpf.SkMsgMd) bpf.SkAction {
	atomic.AddUint64(&messageRuns, 1)
	return bpf.SkPass
}

//export on_stream
//go:section sk_skb/stream_parser
func onStream(ctx *bpf.SkBuff) int32 {
	atomic.AddUint64(&parserRuns, 1)
	return int32(ctx.Len)
}

//export on_record
//go:section sk_skb/stream_verdict
func onRecord(ctx *bpf.SkBuff) bpf.SkAction {
	atomic.AddUint64(&verdictRuns, 1)
	return bpf.SkPass
}
