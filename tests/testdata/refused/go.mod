module refused

go 1.22

require github.com/tinybpf/bpf v0.0.0

replace github.com/tinybpf/bpf => ../../../tinybpf-build/go
