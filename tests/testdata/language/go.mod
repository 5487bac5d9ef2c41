module language

go 1.23
