module github.com/tinybpf/bpf

go 1.22
