module tc-filter/bpf

go 1.22
