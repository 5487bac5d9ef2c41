package main

import (
	"log/slog"
	_ "unsafe"
)

//export prog
//go:section socket
func prog(ctx *uint32) int32 {
	slog.Info("packet", "len", *ctx) // ERROR: `log/slog.Info` cannot
	return 2
}

func main() {}
