use std::fmt::Write as _;

use expect_test::{Expect, expect};

use super::*;

/// The findings in a file, and those in one of the repository's packages.
fn check_text(source: &str, expected: Expect) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("main.go");
    fs::write(&path, source).unwrap();
    let mut found = String::new();
    for finding in check(&[path]) {
        let at = finding.position.unwrap();
        writeln!(found, "{}:{}: {}", at.line, at.column, finding.message).unwrap();
        for help in finding.help {
            writeln!(found, "    {help}").unwrap();
        }
    }
    expected.assert_eq(&found);
}

#[test]
fn what_is_right_is_left_alone() {
    check_text(
        r#"//go:build tinygo

// Package main is an example. The directive is called
// go:section and it is placed above functions.
package main

import _ "unsafe" // for go:section

//go:generate echo go:section

//export prog
//go:section xdp
func prog(ctx *uint32) int32 {
	//go:noinline
	s := `
//go:section nothing
`
	return int32(len(s)) /*
//export nothing
*/
}

// Comments after it count, too.
//
//go:section tc
//export other
// export everything that is below
func other() {}

//go:section license
var license = "GPL"

var (
	programs = []func(){tail}
)

//go:section classifier
func tail() {}

//go:extern bpf_ktime_get_ns
func bpfKtimeGetNs() uint64

//go:linkname now bpf_ktime_get_ns
func now() uint64

//go:linkname later bpf_ktime_get_ns

func later() uint64
"#,
        expect![""],
    );
}

#[test]
fn misspelt() {
    check_text(
        r#"package main

import _ "unsafe"

//exprot a
//go:secton xdp
func a() {}

// export b
// go:section xdp
func b() {}

//Export c
//section xdp
func c() {}

//export d now
//go:section "xdp" // the hook
func d() {}

//export
func e() {}
"#,
        expect![[r#"
            5:1: `//exprot a` is no directive, and does nothing
                write `//export a`
            6:1: `//go:secton xdp` is no directive, and does nothing
                write `//go:section xdp`
            9:1: `// export b` is a comment, as a directive has no space after the slashes
                write `//export b`
            10:1: `// go:section xdp` is a comment, as a directive has no space after the slashes
                write `//go:section xdp`
            13:1: `//Export c` is no directive, and does nothing
                write `//export c`
            14:1: `//section xdp` is no directive, and does nothing
                write `//go:section xdp`
            17:1: `//export` has 2 words after it, and does nothing: TinyGo takes one
                write it like `//export on_packet`, and comments on a line of their own
            18:1: `//go:section` has 4 words after it, and does nothing: TinyGo takes one
                write it like `//go:section xdp`, and comments on a line of their own
            21:1: `//export` has nothing after it, and does nothing: TinyGo takes one
                write it like `//export on_packet`, and comments on a line of their own
        "#]],
    );
}

#[test]
fn misplaced() {
    check_text(
        r#"package main

import "unsafe"

//go:section xdp
type t struct{}

//go:section xdp
const c = 1

//go:section xdp
func (t) method() {}

//export a

func a() {}

//go:section .rodata
var (
	x = 1
	y = 2
)

var (
	//go:section license
	license = "GPL"
)

func b() {
	//go:section xdp
}

//export generic
//go:section xdp
func generic[T any](ctx *T) int32 { return 0 }

//go:extern bpf_ktime_get_ns
func nanoseconds() uint64

//go:linkname other bpf_ktime_get_ns
func now() uint64

var z = 1 //go:section .data.z
"#,
        expect![[r#"
            5:1: `//go:section xdp` stands above a type, where it does nothing
                write it right above a function or a variable
            8:1: `//go:section xdp` stands above a constant, where it does nothing
                write it right above a function or a variable
            11:1: function `method` has a section, but no `//export` makes it a program, so the object would not have it
                write `//export method` above it, or remove the section if it is no program
            14:1: `//export a` stands above nothing, and does nothing
                write it right above the line with `func` or `var`, without an empty line between
            18:1: `//go:section .rodata` stands above a group of variables, where it does nothing
                declare the variable by itself (`var name = …`), below the directive
            25:2: `//go:section license` stands above a variable in a group (`var (…)`), where it does nothing
                declare the variable by itself (`var name = …`), below the directive
            30:2: `//go:section xdp` stands above nothing, and does nothing
                write it right above the line with `func` or `var`, without an empty line between
            33:1: `//export generic` does nothing above a function with type parameters, which has no code of its own
                write a function without type parameters that calls it
            34:1: `//go:section xdp` does nothing above a function with type parameters, which has no code of its own
                write a function without type parameters that calls it
            37:1: `//go:extern bpf_ktime_get_ns` does nothing above a function, and `nanoseconds` says nothing of the helper
                call the function `bpfKtimeGetNs`, or write `//go:linkname nanoseconds bpf_ktime_get_ns`
            40:1: `//go:linkname other bpf_ktime_get_ns` stands above `now`, where it does nothing
                write it right above `other`
            43:11: `//go:section .data.z` stands above nothing, and does nothing
                write it right above the line with `func` or `var`, without an empty line between
        "#]],
    );
}

#[test]
fn together() {
    check_text(
        r#"package main

import _ "unsafe"

//export a
//go:section xdp
//go:section tc
func a() {}

//go:section xdp
func onPacket() {}
"#,
        expect![[r#"
            7:1: `//go:section tc` stands below another one, `//go:section xdp`, and only one counts
                a program lies in one section: write another function, with the common code in a third one that both call
            10:1: function `onPacket` has a section, but no `//export` makes it a program, so the object would not have it
                write `//export on_packet` above it, or remove the section if it is no program
        "#]],
    );
}

#[test]
fn without_unsafe() {
    check_text(
        "package main\n\n//export a\n//go:section xdp\nfunc a() {}\n",
        expect![[r#"
            4:1: `//go:section xdp` does nothing in a package that does not import "unsafe"
                write `import _ "unsafe"`
        "#]],
    );
}

#[test]
fn struct_tags() {
    check_text(
        r#"package main

type bpfCoreTaskStruct struct {
	Tgid   int32 `core:"tgid" json:"tgid"`
	Pid    int32 `cor:"pid"`
	Parent *bpfCoreTaskStruct `core:real_parent`
}

type Queue struct{ Items bpfListHead `bpf:"contians:Item:Next"` }
"#,
        expect![[r#"
            5:15: nothing reads `cor` in a struct tag
                did you mean `core:"pid"`?
            6:28: the struct tag `core:real_parent` says nothing: it is a key, a colon, and a value in quotes, without spaces between
                write `core:"real_parent"`
            9:38: the struct tag `bpf:"contians:Item:Next"` says nothing that the kernel knows
                did you mean `bpf:"contains:Item:Next"`?
        "#]],
    );
}

#[test]
fn files_that_are_embedded() {
    check_text(
        "package main\n\nimport _ \"embed\"\n\n//go:embed table.bin\nvar table string\n",
        expect![[r#"
            5:1: `//go:embed table.bin` cannot be used in BPF: files are embedded when a program is linked, and a BPF object is not
                let user space put it into a map, or into a package variable (`var table [256]byte`) before loading
        "#]],
    );
}

#[test]
fn verdicts_of_other_programs() {
    check_text(
        r#"package main

import "github.com/tinybpf/bpf"

//export a
//go:section classifier
func a(ctx *bpf.SkBuff) bpf.XdpAction { return bpf.XdpPass }

//export b
//go:section tracepoint/sched/sched_switch
func b(ctx *bpf.SysEnter) bpf.TcAction { return 0 }

//export c
//go:section xdp
func c(ctx *bpf.XdpMd) bpf.XdpAction { return bpf.XdpPass }
"#,
        expect![[r#"
            7:25: program `a` returns a `bpf.XdpAction`, which means something else in section `classifier`
                return a `bpf.TcAction`, or correct the section
            11:27: program `b` returns a `bpf.TcAction`, which means something else in section `tracepoint/sched/sched_switch`
                return an `int32`, or correct the section
        "#]],
    );
}
