module percpu-counter/bpf

go 1.22
