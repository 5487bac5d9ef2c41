module fentry-open/bpf

go 1.22
