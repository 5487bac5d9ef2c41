// Package cilium loads objects with cilium/ebpf, as a program in Go would.
package cilium

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/cilium/ebpf"
)

// TestLoad loads the objects whose paths are in the environment variable OBJECTS, separated as in PATH.
func TestLoad(t *testing.T) {
	paths := filepath.SplitList(os.Getenv("OBJECTS"))
	if len(paths) == 0 {
		t.Skip("OBJECTS names no object")
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) { load(t, path) })
	}
}

func load(t *testing.T, path string) {
	spec, err := ebpf.LoadCollectionSpec(path)
	if err != nil {
		t.Fatal(err)
	}
	collection, err := ebpf.NewCollection(spec)
	var rejected *ebpf.VerifierError
	if errors.As(err, &rejected) {
		t.Fatalf("%+v", rejected)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer collection.Close()
	if len(collection.Programs) == 0 {
		t.Error("no program")
	}
	for name, program := range collection.Programs {
		info, err := program.Info()
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := info.BTFID(); !ok {
			t.Errorf("program %s has no BTF in the kernel", name)
		}
		if lines, err := info.LineInfos(); err != nil || len(lines) == 0 {
			t.Errorf("program %s has no lines in the kernel: %v", name, err)
		}
	}
	for name, variable := range spec.Variables {
		if variable.Type() == nil {
			t.Errorf("variable %s has no type", name)
		}
	}
}

// TestRefused writes what cilium/ebpf says of the objects in REFUSED, which the kernel does not take: beside each, the whole error in a file
// with .long behind its name, and the one line of it in one with .short.
func TestRefused(t *testing.T) {
	paths := filepath.SplitList(os.Getenv("REFUSED"))
	if len(paths) == 0 {
		t.Skip("REFUSED names no object")
	}
	for _, path := range paths {
		spec, err := ebpf.LoadCollectionSpec(path)
		if err == nil {
			_, err = ebpf.NewCollection(spec)
		}
		var rejected *ebpf.VerifierError
		if !errors.As(err, &rejected) {
			continue
		}
		for ending, text := range map[string]string{
			".long":  fmt.Sprintf("%+v", rejected),
			".short": err.Error(),
		} {
			if err := os.WriteFile(path+ending, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
