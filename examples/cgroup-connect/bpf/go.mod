module cgroup-connect/bpf

go 1.22
