//go:build !tinygo

package bpf

import (
	"bytes"
	"fmt"
	"reflect"
	"runtime"
)

// Log is a line that a program logged.
type Log struct {
	Level Level
	Text  string
	// File and Line are those of the call.
	File string
	Line int
}

// Logs takes out what programs logged, of all levels. Only tests have it.
func Logs() []Log {
	kernel.Lock()
	defer kernel.Unlock()
	logs := kernel.logs
	kernel.logs = nil
	return logs
}

// logf keeps a line. That it hands its arguments on to fmt tells go vet what formats are.
func logf(level Level, format string, args ...any) {
	for i := range args {
		args[i] = loggable(args[i])
	}
	_, file, line, _ := runtime.Caller(2)
	log := Log{Level: level, Text: fmt.Sprintf(format, args...), File: file, Line: line}
	kernel.Lock()
	defer kernel.Unlock()
	kernel.logs = append(kernel.logs, log)
}

// loggable refuses what the compiler refuses, and lets arrays of bytes show as user space does.
func loggable(arg any) any {
	value := reflect.ValueOf(arg)
	switch value.Kind() {
	case reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return arg
	case reflect.Array:
		array := make(logBytes, value.Len())
		if kind := value.Type().Elem().Kind(); kind != reflect.Uint8 && kind != reflect.Int8 {
			break
		}
		for i := range array {
			if element := value.Index(i); element.CanUint() {
				array[i] = byte(element.Uint())
			} else {
				array[i] = byte(element.Int())
			}
		}
		return array
	}
	panic(fmt.Sprintf("bpf: a %T cannot be logged: the compiler refuses such a program", arg))
}

// logBytes is an array of bytes that is logged.
type logBytes []byte

// Format shows a text up to the first zero, and else bytes as fmt does.
func (b logBytes) Format(state fmt.State, verb rune) {
	shown := []byte(b)
	if end := bytes.IndexByte(shown, 0); verb == 's' && end >= 0 {
		shown = shown[:end]
	}
	fmt.Fprintf(state, fmt.FormatString(state, verb), shown)
}

// Format shows the number as it is on this machine.
func (n Be16) Format(state fmt.State, verb rune) {
	fmt.Fprintf(state, fmt.FormatString(state, verb), n.Host())
}

// Format shows an IPv4 address with %s and %v, and else the number as it is on this machine.
func (n Be32) Format(state fmt.State, verb rune) {
	if verb == 's' || verb == 'v' {
		b := n.Bytes()
		text := fmt.Sprintf("%d.%d.%d.%d", b[0], b[1], b[2], b[3])
		fmt.Fprintf(state, fmt.FormatString(state, 's'), text)
		return
	}
	fmt.Fprintf(state, fmt.FormatString(state, verb), n.Host())
}

// Format shows the number as it is on this machine.
func (n Be64) Format(state fmt.State, verb rune) {
	fmt.Fprintf(state, fmt.FormatString(state, verb), n.Host())
}

func (l Level) String() string {
	switch l {
	case LevelDebug:
		return "DEBUG"
	case LevelInfo:
		return "INFO"
	case LevelWarn:
		return "WARN"
	case LevelError:
		return "ERROR"
	}
	return fmt.Sprintf("Level(%d)", int8(l))
}
