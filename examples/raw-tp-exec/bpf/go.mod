module raw-tp-exec/bpf

go 1.22
