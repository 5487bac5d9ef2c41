package bpf

import (
	"sync"
	"testing"
)

func TestLocksExclude(t *testing.T) {
	type account struct {
		SpinLock
		Sum int
	}
	accounts := Array[account]{MaxEntries: 1}
	var all sync.WaitGroup
	for range 8 {
		all.Add(1)
		go func() {
			defer all.Done()
			for range 1000 {
				found := accounts.Lookup(0)
				found.Lock()
				found.Sum++
				found.Unlock()
			}
		}()
	}
	all.Wait()
	if sum := accounts.Lookup(0).Sum; sum != 8000 {
		t.Errorf("the sum is %d", sum)
	}
}

func TestLocksAreHeldOnce(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a lock that nobody holds was given back")
		}
	}()
	var lock SpinLock
	lock.Lock()
	lock.Unlock()
	lock.Unlock()
}
