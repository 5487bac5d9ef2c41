module errors.test

go 1.22
