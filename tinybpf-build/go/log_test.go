package bpf

import (
	"strings"
	"testing"
)

func TestLogs(t *testing.T) {
	Reset()
	comm := [16]byte{'c', 'a', 't', 0, 'x'}
	Info("open by %d (%s)", uint32(7), comm)
	Debug("%v to %s, port %d of %x", IP(10, 0, 0, 1), IP(10, 0, 0, 2), ToBe16(443), ToBe32(255))
	Warn("%5d|%-5d|%05d|%#x|%+d|%c|%t|% x|%v%%", int8(-1), 2, 3, uint64(255), 4, 'x', true, [3]byte{1, 2, 255}, [2]byte{1, 2})
	Error("%15s|%o|%b", IP(10, 0, 0, 1), 8, 5)
	want := []Log{
		{LevelInfo, "open by 7 (cat)", "log_test.go", 11},
		{LevelDebug, "10.0.0.1 to 10.0.0.2, port 443 of ff", "log_test.go", 12},
		{LevelWarn, "   -1|2    |00003|0xff|+4|x|true|01 02 ff|[1 2]%", "log_test.go", 13},
		{LevelError, "       10.0.0.1|10|101", "log_test.go", 14},
	}
	got := Logs()
	expect(t, "logs", len(got), len(want))
	for i, log := range got {
		log.File = log.File[strings.LastIndex(log.File, "/")+1:]
		expect(t, "log", log, want[i])
	}
	expect(t, "logs are taken out", len(Logs()), 0)
	expect(t, "level", LevelWarn.String(), "WARN")
}

func TestUnloggable(t *testing.T) {
	for _, arg := range []any{"text", []byte{1}, &comm, struct{}{}, 1.5, nil, [2]int32{}} {
		func() {
			defer func() {
				text, _ := recover().(string)
				expect(t, "refused", strings.Contains(text, "the compiler refuses"), true)
			}()
			Info("%v", arg)
		}()
	}
}

var comm [16]byte
