module iter-task/bpf

go 1.22
