// What cannot be printed is reported where it is.
package main

import "github.com/tinybpf/bpf"

type pair struct{ a, b uint64 }

//export prog
//go:section xdp
func prog(ctx *bpf.XdpMd) bpf.XdpAction {
	n := ctx.RxQueueIndex
	var name [16]byte
	bpf.Printk("%f", n)            // ERROR: `Printk`: the kernel knows no verb `%f`
	bpf.Printk("%d", float64(n))   // ERROR: value 1 is a floating-point number
	bpf.Printk("%d", n == 3)       // ERROR: value 1 is a bool
	bpf.Printk("%s", n)            // ERROR: `%s` does not print value 1, which is an integer of 32 bits, unsigned
	bpf.Printk("%d", &name)        // ERROR: `%d` does not print value 1, which is an address
	bpf.Printk("%d", "text")       // ERROR: `%d` does not print value 1, which is a text
	bpf.Printk("%p", n)            // ERROR: `%p` does not print value 1
	bpf.Printk("%d %v", n, pair{}) // ERROR: value 2 is a struct
	bpf.Printk("%s", name[:n&7])   // ERROR: value 1 is a slice
	bpf.Printk("%d %d", n)         // ERROR: the format has 2 verbs, and the call gives 1 value
	bpf.Printk("hello", n)         // ERROR: the format has 0 verbs, and the call gives 1 value
	bpf.Printk("%sx", &name)       // ERROR: a letter or digit follows `%s`
	bpf.Printk("%d", nil)          // ERROR: value 1 is a value of an interface, or nil
	bpf.Snprintf(&name, "%w", n)   // ERROR: `Snprintf`: the kernel knows no verb `%w`
	format := "%d"
	if n == 7 {
		format = "%x"
	}
	bpf.Printk(format, n)                                                                       // ERROR: the format of `Printk` is known only when the program runs
	bpf.Printk("%d %d %d %d %d %d %d %d %d %d %d %d %d", n, n, n, n, n, n, n, n, n, n, n, n, n) // ERROR: is given 13 values
	return bpf.XdpPass
}

func main() {}
