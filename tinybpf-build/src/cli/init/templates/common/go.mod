module {{name}}/bpf

go 1.22
