module warnings.test

go 1.22
