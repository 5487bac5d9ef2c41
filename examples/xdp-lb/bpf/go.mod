module xdp-lb/bpf

go 1.22
