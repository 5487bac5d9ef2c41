module lsm-file-open/bpf

go 1.22
