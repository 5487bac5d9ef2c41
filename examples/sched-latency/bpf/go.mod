module sched-latency/bpf

go 1.22
