//! Compiling Go with the TinyGo of this machine.
#![allow(
    clippy::disallowed_methods,
    reason = "a test is no build script: Cargo need not learn of what it reads"
)]

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use expect_test::{Expect, expect};
use tinybpf_build::{
    Error,
    tinygo::{Request, Runtime, TinyGo},
};

/// The machine's TinyGo. Without one a test says so and passes, unless `TINYBPF_TEST_REQUIRE` is set.
fn tinygo() -> Option<TinyGo> {
    match TinyGo::find(None, &|name| env::var_os(name)) {
        Ok(tinygo) => Some(tinygo),
        Err(error) => {
            assert!(
                env::var_os("TINYBPF_TEST_REQUIRE").is_none(),
                "TINYBPF_TEST_REQUIRE is set, and TinyGo is missing: {error}"
            );
            eprintln!("not run: {error}");
            None
        }
    }
}

/// A Go package in a folder of its own.
struct Package {
    dir: tempfile::TempDir,
}

impl Package {
    fn new(main: &str) -> Self {
        let package = Self {
            dir: tempfile::tempdir().unwrap(),
        };
        package.write("go.mod", "module probe\n\ngo 1.22\n");
        package.write("main.go", main);
        package
    }

    fn path(&self, name: &str) -> PathBuf {
        // macOS keeps its temporary files behind a link.
        fs::canonicalize(self.dir.path()).unwrap().join(name)
    }

    fn write(&self, name: &str, content: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    fn compile_with(&self, tinygo: &TinyGo, runtime: Runtime) -> Result<Vec<u8>, Error> {
        let out = tempfile::tempdir().unwrap();
        let output = out.path().join("probe.bc");
        let bitcode = tinygo.compile(&Request {
            package: &self.path(""),
            tags: &[],
            args: &[],
            endian: tinybpf_build::tinygo::Endian::Little,
            runtime,
            output: &output,
        });
        assert_eq!(bitcode.is_ok(), output.exists());
        bitcode.map(|path| fs::read(path).unwrap())
    }

    fn compile(&self, tinygo: &TinyGo) -> Result<Vec<u8>, Error> {
        self.compile_with(tinygo, Runtime::Bpf)
    }
}

/// Compiles what must be rejected, and compares the findings.
fn check_rejected(package: &Package, expected: Expect) {
    let Some(tinygo) = tinygo() else { return };
    let error = package.compile(&tinygo).unwrap_err();
    assert!(matches!(error, Error::Rejected(_)), "{error:?}");
    let text = error.to_string();
    let dir = package.path("");
    expected.assert_eq(&text.replace(dir.to_str().unwrap(), "DIR/"));
}

const PROGRAM: &str = "//go:build tinygo

package main

var limit uint32

//export probe
//go:section xdp
func probe(ctx *[4]uint32) int32 {
	if ctx[0] > limit {
		return 1
	}
	return 2
}

func main() {}
";

#[test]
fn both_runtimes_compile_and_ours_gives_less() {
    let Some(tinygo) = tinygo() else { return };
    let package = Package::new(PROGRAM);
    let ours = package.compile_with(&tinygo, Runtime::Bpf).unwrap();
    let stock = package.compile_with(&tinygo, Runtime::Stock).unwrap();
    assert_eq!(&ours[..4], b"BC\xc0\xde");
    assert_eq!(&stock[..4], b"BC\xc0\xde");
    if tinygo.note(Runtime::Bpf).is_none() {
        // The same input gives the same bytes, which the stock runtime of TinyGo 0.41 does not hold to.
        assert_eq!(ours, package.compile_with(&tinygo, Runtime::Bpf).unwrap());
        assert!(
            ours.len() * 3 < stock.len(),
            "{} {}",
            ours.len(),
            stock.len()
        );
    }
}

/// What BPF cannot do has to get through TinyGo, so that all of it can be reported at once.
#[test]
fn what_bpf_cannot_do_compiles() {
    let Some(tinygo) = tinygo() else { return };
    let package = Package::new(
        r#"package main

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"log"
	"math/bits"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type shape interface{ area() float64 }
type square struct{ side float64 }

func (s square) area() float64 { return s.side * s.side }

var (
	count  uint64
	lock   sync.Mutex
	failed = errors.New("failed")
	names  = map[string]int{"a": 1}
	items  []string
	any1   any
	c64    complex64
)

func work(ch chan int) { ch <- 1 }

//export probe
func probe(p *[8]byte, s shape, n int, text string) (result int32) {
	defer func() {
		if recover() != nil {
			result = 1
		}
	}()
	atomic.AddUint64(&count, 1)
	lock.Lock()
	ch := make(chan int, n)
	go work(ch)
	go func() { n++ }()
	select {
	case n = <-ch:
	case ch <- 2:
	default:
	}
	close(ch)
	n += len(ch) + cap(ch)
	names[text]++
	delete(names, "b")
	for k, v := range names {
		n += len(k) + v
	}
	clear(names)
	items = append(items, text+"!", string([]byte{1, 2}), string(rune(n)), string([]rune(text)))
	buf := make([]byte, n)
	n += copy(buf, text) + len([]rune(text))
	for i, r := range text {
		n += i + int(r)
	}
	any1 = n
	if any1 == any(text) || text < "b" || text == "c" {
		n = any1.(int)
	}
	switch v := any1.(type) {
	case string:
		n += len(v)
	case shape:
		n += int(v.area())
	}
	c64 /= complex(float32(n), 2)
	print(n, uint8(n), text, s.area(), c64, any1, names, items, p, true, "\n")
	println(time.Now().Unix(), fmt.Sprint(failed), strings.ToUpper(text), bits.Len(uint(n)))
	log.Println(context.Background())
	if n < 0 {
		panic(failed)
	}
	f := func(i int) int { return i / n << n }
	os.Exit(f(3))
	select {}
	return int32(binary.BigEndian.Uint32(p[n:]))
}

func main() {}
"#,
    );
    if tinygo.note(Runtime::Bpf).is_none() {
        package.compile_with(&tinygo, Runtime::Bpf).unwrap();
    }
    // With its own runtime, TinyGo stops at goroutines.
    let error = package.compile_with(&tinygo, Runtime::Stock).unwrap_err();
    expect![[r#"
        main.go:44:2: error[goroutines]: a goroutine is started, and BPF has nothing to run it
        main.go:45:2: error[goroutines]: a goroutine is started, and BPF has nothing to run it"#]]
    .assert_eq(&error.to_string());
}

#[test]
fn a_package_without_main_or_module_is_fine() {
    let Some(tinygo) = tinygo() else { return };
    let package = Package::new(
        "package main\n\nimport _ \"unsafe\"\n\n//export probe\nfunc probe() int32 { return 1 }\n",
    );
    package.compile(&tinygo).unwrap();
    fs::remove_file(package.path("go.mod")).unwrap();
    package.compile(&tinygo).unwrap();
}

#[test]
fn a_syntax_error() {
    check_rejected(
        &Package::new("package main\n\nfunc a() int32 { retur 1 }\nfunc b( int32 {\n"),
        expect![[r#"
            main.go:3:24: error[go-compiler]: expected ';', found 1
            main.go:4:17: error[go-compiler]: expected '}', found 'EOF'"#]],
    );
}

#[test]
fn type_errors() {
    check_rejected(
        &Package::new(
            "package main\n\nfunc a() int32 { return \"x\" }\nfunc b() int32 { return nope }\nfunc a() {}\n\nfunc main() {}\n",
        ),
        expect![[r#"
            main.go:3:25: error[go-compiler]: cannot use "x" (untyped string constant) as int32 value in return statement
            main.go:4:25: error[go-compiler]: undefined: nope
                help: declare it in this package, or import the package that has it; a helper or kfunc is declared as a function without a body
            main.go:5:6: error[go-compiler]: a redeclared in this block
                help: the other declaration is at main.go:3:6"#]],
    );
}

#[test]
fn an_error_in_an_imported_package() {
    let package =
        Package::new("package main\n\nimport \"probe/lib\"\n\nvar x = lib.X\n\nfunc main() {}\n");
    package.write("lib/lib.go", "package lib\n\nvar X = nope\n");
    check_rejected(
        &package,
        expect![[r#"
            lib/lib.go:3:9: error[go-compiler]: undefined: nope
                help: declare it in this package, or import the package that has it; a helper or kfunc is declared as a function without a body"#]],
    );
}

#[test]
fn a_missing_import() {
    check_rejected(
        &Package::new(
            "package main\n\nimport _ \"nosuch/lib\"\nimport _ \"example.com/nosuch\"\n\nfunc main() {}\n",
        ),
        expect![[r#"
            main.go:3:8: error[go-import]: package nosuch/lib is not in std
                help: to import a package of your own, give the folder a module (`go mod init NAME`) and import `NAME/folder`; to import another module, run `go get` there
            main.go:4:8: error[go-import]: no required module provides package example.com/nosuch; to add it:
                help: go get example.com/nosuch"#]],
    );
}

#[test]
fn another_package_name() {
    check_rejected(
        &Package::new("package probe\n\nfunc main() {}\n"),
        expect![[r#"
            main.go:1:9: error[go-compiler]: expected main package to have name "main", not "probe"
                help: a BPF program is a `package main`, as for any Go program"#]],
    );
}

#[test]
fn a_stub_only() {
    check_rejected(
        &Package::new("//go:build !tinygo\n\npackage main\n\nfunc main() {}\n"),
        expect![[r#"
            error[input]: build constraints exclude all Go files in DIR/
                help: the BPF program's files are compiled with the tags `tinygo` and `tinybpf`: write `//go:build tinygo` above their `package` line, and `//go:build !tinygo` in the stub for plain Go only"#]],
    );
}

#[test]
fn a_folder_without_go() {
    let package = Package::new("");
    fs::remove_file(package.path("main.go")).unwrap();
    check_rejected(
        &package,
        expect![[r#"
            error[input]: there are no Go files in DIR/
                help: put the Go program there (`package main`), or name its folder with `Builder::package`"#]],
    );
}

#[test]
fn a_broken_module() {
    let package = Package::new(PROGRAM);
    package.write("go.mod", "modul probe\n");
    check_rejected(
        &package,
        expect!["go.mod:1: error[go-compiler]: unknown directive: modul"],
    );
}

#[test]
fn two_exports_of_one_name() {
    check_rejected(
        &Package::new(
            "package main\n\n//export probe\nfunc a() int32 { return 1 }\n\n//export probe\nfunc b() int32 { return 2 }\n\nfunc main() {}\n",
        ),
        expect![[r#"
            DIR/main.go:6:1: error[name-clash]: two functions are exported as `probe`; the object could keep one only
                help: the other one is at DIR/main.go:3:1"#]],
    );
}

#[test]
fn two_exports_of_one_name_in_two_packages() {
    let package = Package::new(
        "package main\n\nimport _ \"probe/lib\"\n\n//export probe\nfunc a() int32 { return 1 }\n\nfunc main() {}\n",
    );
    package.write(
        "lib/lib.go",
        "package lib\n\n//export probe\nfunc b() int32 { return 2 }\n",
    );
    check_rejected(
        &package,
        expect![[r#"
            DIR/main.go:5:1: error[name-clash]: two functions are exported as `probe`; the object could keep one only
                help: the other one is at DIR/lib/lib.go:3:1"#]],
    );
}

#[test]
fn an_export_that_go_needs_itself() {
    check_rejected(
        &Package::new("package main\n\n//export main\nfunc a() {}\n\nfunc main() {}\n"),
        expect![[r#"
            DIR/main.go:3:1: error[name-clash]: `main` is the name of a function of Go's runtime
                help: export it under another name"#]],
    );
}

#[test]
fn c_code() {
    check_rejected(
        &Package::new(
            "package main\n\n// int f(void) { return 1; }\nimport \"C\"\n\nfunc main() { C.f() }\n",
        ),
        expect![[r#"
            DIR/main.go:4:1: error[c-source]: C code cannot be compiled into a BPF program by `import "C"` (cgo), which is made for programs of an operating system
                help: write it in Go: helpers are functions without a body (`func bpfKtimeGetNs() uint64`), constants and structs of the kernel's headers are declared anew; or put it into C files of its own (`Builder::c_source`)"#]],
    );
}

#[test]
fn a_module_that_wants_a_newer_go() {
    let Some(tinygo) = tinygo() else { return };
    let package = Package::new(PROGRAM);
    package.write("go.mod", "module probe\n\ngo 1.99\n");
    let error = package.compile(&tinygo).unwrap_err();
    assert!(matches!(error, Error::Toolchain { .. }), "{error:?}");
    let error = error.to_string();
    assert!(
        error.contains("asks for Go 1.99") || error.contains("go1.99"),
        "{error}"
    );
}

#[test]
fn a_cache_that_cannot_be_written_is_replaced() {
    let Some(tinygo) = tinygo() else { return };
    let package = Package::new(PROGRAM);
    let file = package.path("main.go");
    let elsewhere = TinyGo::find(Some(tinygo.path()), &|name| match name {
        "XDG_CACHE_HOME" => Some(file.join("cache").into()),
        "GOCACHE" => None,
        _ => env::var_os(name),
    });
    package.compile(&elsewhere.unwrap()).unwrap();
}

#[test]
fn sources_are_the_local_ones() {
    let Some(tinygo) = tinygo() else { return };
    let package = Package::new(
        "//go:build tinygo\n\npackage main\n\nimport (\n\t_ \"example.com/other\"\n\t_ \"math/bits\"\n\t_ \"probe/lib\"\n)\n\nfunc main() {}\n",
    );
    package.write(
        "stub.go",
        "//go:build !tinygo\n\npackage main\n\nfunc main() {}\n",
    );
    package.write("README.md", "");
    package.write("main_test.go", "package main\n");
    package.write("unused/unused.go", "package unused\n");
    package.write("lib/lib.go", "package lib\n");
    package.write("lib/only_windows.go", "package lib\n");
    package.write("other/other.go", "package other\n");
    package.write("other/go.mod", "module example.com/other\n\ngo 1.22\n");
    package.write("go.sum", "");
    package.write(
        "go.mod",
        "module probe\n\ngo 1.22\n\nrequire example.com/other v0.0.0\n\nreplace example.com/other => ./other\n",
    );
    let sources = tinygo.sources(&package.path(""), &[]).unwrap();
    let dir = package.path("");
    let names: Vec<_> = (sources.iter())
        .map(|path| path.strip_prefix(&dir).unwrap_or(path).to_str().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "go.mod",
            "go.sum",
            "lib/lib.go",
            "lib/only_windows.go",
            "main.go",
            "other/go.mod",
            "other/other.go",
            "stub.go"
        ]
    );
    package.compile(&tinygo).unwrap();
}

#[test]
fn sources_of_a_package_without_a_module() {
    let Some(tinygo) = tinygo() else { return };
    let package = Package::new(PROGRAM);
    fs::remove_file(package.path("go.mod")).unwrap();
    let sources = tinygo.sources(&package.path(""), &[]).unwrap();
    assert_eq!(sources, [package.path("main.go")]);
    assert!(tinygo.sources(Path::new("/nowhere"), &[]).is_err());
}
