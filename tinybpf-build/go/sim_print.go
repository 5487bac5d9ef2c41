//go:build !tinygo

package bpf

import (
	"bytes"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"unsafe"
)

// verb is one of the kernel's in a format: flags and width, the length, which the types of values say here, and what is printed.
var verb = regexp.MustCompile(`%([-+ 0-9]*)l{0,2}(p[kusKxSBiI46]*|[a-zA-Z%])?`)

// printed is the text that the kernel would make. What the compiler refuses panics.
func printed(format string, args []any) string {
	given := len(args)
	text := verb.ReplaceAllStringFunc(format, func(found string) string {
		parts := verb.FindStringSubmatch(found)
		flags, letter := parts[1], parts[2]
		if found == "%%" {
			return "%"
		}
		if len(args) == 0 {
			panic(fmt.Sprintf("bpf: %q wants more than %d values: the compiler refuses it", format, given))
		}
		text := fmt.Sprintf("%"+flags+goVerb(letter, args[0]), valueOfVerb(letter, args[0]))
		args = args[1:]
		return text
	})
	if len(args) > 0 {
		panic(fmt.Sprintf("bpf: %q wants fewer than %d values: the compiler refuses it", format, given))
	}
	return text
}

// goVerb is Go's verb for one of the kernel's.
func goVerb(letter string, arg any) string {
	switch kind := reflect.TypeOf(arg).Kind(); {
	case letter == "v" || letter == "s" || letter == "p" || letter == "x" || letter == "X" || letter == "c":
		return letter
	case kind != reflect.Pointer && (letter == "d" || letter == "i" || letter == "u"):
		return "d"
	case letter[:1] == "p":
		return "v"
	}
	panic(fmt.Sprintf("bpf: %%%s does not print %T: the compiler refuses it", letter, arg))
}

// valueOfVerb is what Go's verb prints.
func valueOfVerb(letter string, arg any) any {
	value := reflect.ValueOf(arg)
	isText := letter == "s" || letter == "v"
	switch {
	case isText && value.Kind() == reflect.Pointer && value.Elem().Kind() == reflect.Array:
		return text(value.Elem())
	case isText && value.Kind() == reflect.Array:
		return text(value)
	case letter == "s" && value.Kind() != reflect.String:
		panic(fmt.Sprintf("bpf: %%s does not print %T: the compiler refuses it", arg))
	case (letter == "u" || letter == "x" || letter == "X") && value.CanInt():
		if value.Type().Bits() <= 32 {
			return uint32(value.Int())
		}
		return uint64(value.Int())
	}
	switch value.Kind() {
	case reflect.Bool, reflect.Float32, reflect.Float64, reflect.Struct, reflect.Slice, reflect.Map:
		panic(fmt.Sprintf("bpf: the kernel prints no %T: the compiler refuses it", arg))
	}
	return arg
}

// text are the bytes of an array before the first zero.
func text(array reflect.Value) string {
	all := make([]byte, array.Len())
	for i := range all {
		all[i] = byte(array.Index(i).Uint())
	}
	before, _, _ := bytes.Cut(all, []byte{0})
	return string(before)
}

func printk(format string, args []any) int64 {
	line := printed(format, args)
	kernel.Lock()
	defer kernel.Unlock()
	kernel.trace = append(kernel.trace, strings.TrimRight(line, "\x00"))
	return int64(len(line))
}

func seqPrintf(seq unsafe.Pointer, format string, args []any) int64 {
	text := printed(format, args)
	kernel.Lock()
	defer kernel.Unlock()
	kernel.written[seq] += text
	return 0
}

func snprintf(to unsafe.Pointer, size uint32, format string, args []any) int64 {
	text := printed(format, args)
	if size > 0 {
		room := bytesAt(to, int(size))
		room[copy(room[:size-1], text)] = 0
	}
	return int64(len(text)) + 1
}

// Trace takes out the lines that Printk wrote. Only tests have it.
func Trace() []string {
	kernel.Lock()
	defer kernel.Unlock()
	lines := kernel.trace
	kernel.trace = nil
	return lines
}

// Written takes out what SeqPrintf wrote to a file. Only tests have it.
func Written[S any](seq *S) string {
	kernel.Lock()
	defer kernel.Unlock()
	text := kernel.written[unsafe.Pointer(seq)]
	delete(kernel.written, unsafe.Pointer(seq))
	return text
}
