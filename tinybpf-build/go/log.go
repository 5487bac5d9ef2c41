package bpf

// Level says how much a log matters. The numbers are those of log/slog.
type Level int8

// The levels of logs.
const (
	// LevelDebug is for whoever looks for a fault.
	LevelDebug Level = -4
	// LevelInfo is for what happens.
	LevelInfo Level = 0
	// LevelWarn is for what should not happen.
	LevelWarn Level = 4
	// LevelError is for what went wrong.
	LevelError Level = 8
)

// Debug logs for whoever looks for a fault, as Info does. By default, nothing is left of it in the program.
func Debug(format string, args ...any) { logf(LevelDebug, format, args...) }

// Info sends a line for the log to user space, as a record of the ring buffer `tinybpf_log`, which exists if a program logs (since
// Linux 5.8): `bpf.Info("open by %d (%s)", pid, comm)`. The record holds the arguments alone; user space knows the rest. It is lost
// if the ring buffer is full.
//
// The format is a constant, with the verbs of fmt. Arguments are numbers, bools and arrays of bytes, which %s shows up to the first
// zero. Be16, Be32 and Be64 show as the numbers that they are on this machine, and Be32 with %s or %v as an IPv4 address.
func Info(format string, args ...any) { logf(LevelInfo, format, args...) }

// Warn logs what should not happen, as Info does.
func Warn(format string, args ...any) { logf(LevelWarn, format, args...) }

// Error logs what went wrong, as Info does.
func Error(format string, args ...any) { logf(LevelError, format, args...) }
