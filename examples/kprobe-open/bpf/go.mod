module kprobe-open/bpf

go 1.22
