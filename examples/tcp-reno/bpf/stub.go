//go:build !tinygo

// Plain Go sees this file instead of the program, so that editors and `go vet` find a complete package.
package main

func main() {}
