module tracepoint-connect/bpf

go 1.22
