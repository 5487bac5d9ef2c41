module freplace

go 1.22
