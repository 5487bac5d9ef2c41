module relocation

go 1.22
