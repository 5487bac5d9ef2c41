module xdp-filter/bpf

go 1.22
