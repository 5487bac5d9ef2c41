module tcp-reno/bpf

go 1.22
