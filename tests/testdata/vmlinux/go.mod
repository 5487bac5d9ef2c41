module vmlinux

go 1.22
