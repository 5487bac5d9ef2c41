// What cannot be logged: each error names the line of the call.
package main

import "github.com/tinybpf/bpf"

type event struct {
	Comm [16]byte
	Pid  uint32
}

var (
	last   event
	format = "from a variable"
)

//export watch
//go:section xdp
func watch(ctx *bpf.XdpMd) bpf.XdpAction {
	format = "changed"
	bpf.Info(format)                           // ERROR: the format of a log must be a constant
	bpf.Info("%d")                             // ERROR: the format of the log has 1 verb, and the call has 0 arguments
	bpf.Info("no verb", 1, 2)                  // ERROR: the format of the log has 0 verbs, and the call has 2 arguments
	bpf.Info("100%")                           // ERROR: the format ends within a verb
	bpf.Info("%.3d", 1)                        // ERROR: logs have no verb `%\.`
	bpf.Info("%s", ctx.RxQueueIndex)           // ERROR: argument 1 of the log is of type `uint32`, which `%s` cannot show
	bpf.Info("%d %t", 1, 2)                    // ERROR: argument 2 of the log is of type `int`, which `%t` cannot show
	bpf.Info("%q", last.Comm)                  // ERROR: argument 1 of the log is of type `\[16\]uint8`, which `%q` cannot show
	bpf.Warn("%s", "text")                     // ERROR: argument 1 of the log is of type `string`, which cannot be logged
	bpf.Warn("%s", last.Comm[:])               // ERROR: argument 1 of the log is of type `\[\]uint8`, which cannot be logged
	bpf.Warn("%v", last)                       // ERROR: argument 1 of the log is of type `main.event`, which cannot be logged
	bpf.Warn("%v", &last)                      // ERROR: argument 1 of the log is of type `pointer`, which cannot be logged
	bpf.Warn("%v", [2]uint32{1, 2})            // ERROR: argument 1 of the log is of type `\[2\]uint32`, which cannot be logged
	bpf.Warn("%x", [0]byte{})                  // ERROR: argument 1 of the log is of type `\[0\]uint8`, which cannot be logged
	bpf.Warn("%v", nil)                        // ERROR: argument 1 of the log is an interface
	bpf.Debug("also where nothing is left", 1) // ERROR: the format of the log has 0 verbs, and the call has 1 argument
	passOn("%d", 1)
	log := bpf.Error // ERROR: the format of a log must be a constant
	if ctx.RxQueueIndex > 1 {
		log = bpf.Warn
	}
	log("func value")
	return bpf.XdpPass
}

func passOn(format string, args ...any) {
	bpf.Info("%d", args...) // ERROR: the arguments of a log must be written in the call
}

func main() {}
