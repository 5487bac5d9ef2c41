module kfunc-task/bpf

go 1.22
