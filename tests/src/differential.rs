//! Go functions compiled twice: by Go itself, for this machine, and by TinyGo and us, for the kernel. Both get the same inputs.
//!
//! A folder of a Go module is a topic. Its functions of the form `func Name(in *call.In, out *call.Out)` are called; those of
//! the form `func Name(p call.Packet, out *call.Out)` get the input as a packet whose length they check. The entry points
//! around them are written here.

use std::{
    fmt::Write as _,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
};

use aya::{
    EbpfLoader,
    maps::{Array, MapData},
    programs::{Program, TestRun, TestRunOptions},
};
use regex::Regex;
use tempfile::TempDir;
use tinybpf_build::tinygo::{Request, Runtime};
use tinybpf_core::{Input, Options};

use crate::{random::Random, tinygo};

/// The size of `call.In` in bytes.
const IN: usize = 64;
/// The size of `call.Out` in bytes.
const OUT: usize = 64;

/// What XDP programs return.
const PASS: u32 = 2;
const ABORTED: u32 = 0;

/// The bytes of a `call.In`; a packet may be shorter.
pub type Bytes = Vec<u8>;

/// What a function did with an input: its results, or `None` for a panic.
pub type Answer = Option<Vec<u8>>;

/// A Go function under test.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Function {
    topic: String,
    name: String,
    form: Form,
}

/// How a function gets its input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// In a packet.
    Packet,
    /// In memory of a map.
    Memory,
    /// On the stack.
    Stack,
}

impl Form {
    fn program(self, function: &str) -> String {
        match self {
            Self::Packet | Self::Memory => function.to_owned(),
            Self::Stack => format!("{function}_stack"),
        }
    }
}

/// A module of Go functions, copied to a folder of its own together with the entry points.
pub struct Suite {
    folder: TempDir,
    functions: Vec<Function>,
}

impl Suite {
    /// A module in a folder, with the topics (subfolders) that `wanted` wants.
    ///
    /// # Panics
    /// When the folder has no functions to test.
    #[must_use]
    pub fn new(module: &Path, wanted: &dyn Fn(&str) -> bool) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        copy(module, folder.path());
        let mut functions = Vec::new();
        for entry in sorted(module) {
            let name = entry
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if entry.is_dir() && wanted(&name) {
                functions.extend(functions_in(&entry, &name));
            }
        }
        assert!(
            !functions.is_empty(),
            "{} has no functions",
            module.display()
        );
        let suite = Self { folder, functions };
        for topic in suite.topics() {
            suite.write(&format!("bpf_{topic}"), &suite.bpf_main(topic));
        }
        suite.write("host", &suite.host_main());
        suite
    }

    /// The topics.
    #[must_use]
    pub fn topics(&self) -> Vec<&str> {
        let mut topics: Vec<_> = self.functions.iter().map(|f| f.topic.as_str()).collect();
        topics.dedup();
        topics
    }

    fn write(&self, package: &str, text: &str) {
        let folder = self.folder.path().join(package);
        fs::create_dir(&folder).expect("the folder can be made");
        fs::write(folder.join("main.go"), text).expect("the file can be written");
    }

    /// The entry points of the kernel for the functions of a topic: each function works on memory of a map, and once more on
    /// the stack.
    fn bpf_main(&self, topic: &str) -> String {
        let mut text = format!(
            "package main\n\nimport (\n\t\"language/call\"\n\ttopic \"language/{topic}\"\n\t_ \"unsafe\"\n)\n\n// In a section of its own, as the topics have variables, too.\n//\n//go:section .data.memory\nvar memory call.Call\n\nfunc main() {{}}\n"
        );
        for Function { name, form, .. } in self.of(topic) {
            let body = match form {
                Form::Packet => format!(
                    "\ttopic.{name}(call.Packet{{Data: uintptr(ctx.Data), End: uintptr(ctx.DataEnd)}}, &memory.Out)\n"
                ),
                Form::Memory => format!("\ttopic.{name}(&memory.In, &memory.Out)\n"),
                Form::Stack => format!(
                    "\tin, out := memory.In, memory.Out\n\ttopic.{name}(&in, &out)\n\tmemory.Out = out\n"
                ),
            };
            let program = form.program(name);
            write!(text, "\n//export {program}\n//go:section xdp\nfunc xdp{program}(ctx *call.XDP) int32 {{\n{body}\treturn call.Pass\n}}\n").expect("a string takes all");
        }
        text
    }

    /// A program that reads inputs from standard input, calls every function with each, and writes the answers.
    fn host_main(&self) -> String {
        let mut imports = String::new();
        let mut table = String::new();
        for topic in self.topics() {
            writeln!(imports, "\t\"language/{topic}\"").expect("a string takes all");
        }
        for Function { topic, name, form } in &self.functions {
            let call = if *form == Form::Packet {
                format!("func(data []byte, out *call.Out) {{ {topic}.{name}(packet(data), out) }}")
            } else {
                format!(
                    "func(data []byte, out *call.Out) {{ in := *(*call.In)(unsafe.Pointer(&data[0])); {topic}.{name}(&in, out) }}"
                )
            };
            writeln!(table, "\t{call},").expect("a string takes all");
        }
        format!(
            "{HOST_HEAD}{imports})\n\nvar table = []func([]byte, *call.Out){{\n{table}}}\n{HOST_BODY}"
        )
    }

    fn of(&self, topic: &str) -> impl Iterator<Item = &Function> {
        self.functions.iter().filter(move |f| f.topic == topic)
    }

    /// What Go itself makes of the inputs: for each function, in order, an answer to each input.
    ///
    /// # Panics
    /// When Go cannot build or run the functions.
    #[must_use]
    pub fn by_go(&self, inputs: &[Bytes]) -> Vec<Vec<Answer>> {
        let tinygo = tinygo().expect("TinyGo was found");
        let program = self.folder.path().join("host/host");
        let mut build = Command::new(tinygo.go());
        build.args(["build", "-o"]).arg(&program).arg("./host");
        build
            .current_dir(self.folder.path())
            .env("GOTOOLCHAIN", "local")
            .env("GOFLAGS", "-mod=mod");
        crate::run(&mut build);
        let mut child = Command::new(&program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdin = child.stdin.take().expect("it was asked for");
        let mut data = Vec::new();
        for input in inputs {
            data.push(input.len() as u8);
            data.extend(input);
        }
        let writer = thread::spawn(move || stdin.write_all(&data));
        let output = child.wait_with_output().expect("the program runs");
        writer.join().expect("no panic").expect("the program reads");
        assert!(output.status.success(), "{}", output.status);
        let mut answers = output
            .stdout
            .chunks_exact(OUT + 1)
            .map(|chunk| (chunk[0] == 0).then(|| chunk[1..].to_vec()));
        let found = self
            .functions
            .iter()
            .map(|_| answers.by_ref().take(inputs.len()).collect::<Vec<_>>())
            .collect::<Vec<_>>();
        assert!(
            found.iter().all(|answers| answers.len() == inputs.len()),
            "the program wrote too little"
        );
        found
    }

    /// Compiles the functions of a topic, runs them in the kernel, and says what differs from Go's answers to the inputs.
    #[must_use]
    pub fn compare(
        &self,
        topic: &str,
        way: &Way<'_>,
        inputs: &[Bytes],
        expected: &[Vec<Answer>],
    ) -> Vec<String> {
        let object = match self.object(topic, way) {
            Ok(object) => object,
            Err(error) => return vec![format!("{topic}: {error}")],
        };
        let mut ebpf = match EbpfLoader::new().load(&object) {
            Ok(ebpf) => ebpf,
            Err(error) => return vec![format!("{topic}: {error:?}")],
        };
        let mut wrong = Vec::new();
        for (function, expected) in self.functions.iter().zip(expected) {
            if function.topic != topic {
                continue;
            }
            let name = &function.form.program(&function.name);
            let program: &mut aya::programs::Xdp = match ebpf.program_mut(name) {
                Some(Program::Xdp(xdp)) => xdp,
                _ => {
                    wrong.push(format!("{topic}.{name}: no such program"));
                    continue;
                }
            };
            if let Err(error) = program.load() {
                wrong.push(format!("{topic}.{name}: {}", shortened(&error)));
                continue;
            }
            if program.info().ok().and_then(|info| info.btf_id()).is_none() {
                wrong.push(format!("{topic}.{name}: the kernel has no BTF of it"));
            }
            let mut found = Vec::new();
            for (input, expected) in inputs.iter().zip(expected) {
                let answer = run(&mut ebpf, function, input);
                if answer.as_ref() != Ok(expected) {
                    found.push(difference(input, expected, answer));
                }
            }
            if let Some(first) = found.first() {
                wrong.push(format!(
                    "{topic}.{name}: {} of {} differ, the first: {first}",
                    found.len(),
                    inputs.len()
                ));
            }
        }
        wrong
    }

    /// The object of a topic.
    ///
    /// # Errors
    /// What the author of the Go code would be told.
    pub fn object(&self, topic: &str, way: &Way<'_>) -> Result<Vec<u8>, String> {
        let tinygo = tinygo().ok_or("no TinyGo")?;
        let package = self.folder.path().join(format!("bpf_{topic}"));
        let output = package.join("out.bc");
        let request = Request {
            package: &package,
            tags: &[],
            args: way.tinygo,
            endian: tinybpf_build::tinygo::Endian::Little,
            runtime: way.runtime,
            output: &output,
        };
        tinygo
            .compile(&request)
            .map_err(|error| error.to_string())?;
        let object = tinybpf_core::compile(&[Input::from(output)], way.options)
            .map_err(|error| error.to_string())?;
        Ok(object.data)
    }

    /// The functions' names, in the order of the answers.
    pub fn names(&self) -> impl Iterator<Item = String> + '_ {
        self.functions
            .iter()
            .map(|f| format!("{}.{}", f.topic, f.form.program(&f.name)))
    }
}

/// A way to compile.
#[derive(Clone, Copy)]
pub struct Way<'a> {
    /// Options of ours.
    pub options: &'a Options,
    /// The Go runtime.
    pub runtime: Runtime,
    /// Arguments for TinyGo.
    pub tinygo: &'a [String],
}

/// Runs a program over an input.
fn run(ebpf: &mut aya::Ebpf, function: &Function, input: &[u8]) -> Result<Answer, String> {
    let mut memory = [UNTOUCHED; IN + OUT];
    memory[..input.len()].copy_from_slice(input);
    // TinyGo's own optimiser drops it from programs that only panic.
    if let Some(mut before) = memory_of(ebpf)? {
        before.set(0, memory, 0).map_err(|e| e.to_string())?;
    }
    let Some(Program::Xdp(program)) = ebpf.program(&function.form.program(&function.name)) else {
        return Err("no such program".to_owned());
    };
    let mut out = vec![0; input.len() + 256];
    let options = TestRunOptions {
        data_in: Some(input),
        data_out: Some(&mut out),
        ..TestRunOptions::default()
    };
    let result = program
        .test_run(options)
        .map_err(|error| error.to_string())?;
    match result.return_value {
        ABORTED => Ok(None),
        PASS => {
            let memory = memory_of(ebpf)?.ok_or("no memory")?;
            let memory = memory.get(&0, 0).map_err(|e| e.to_string())?;
            Ok(Some(memory[IN..].to_vec()))
        }
        other => Err(format!("the program returned {other}")),
    }
}

/// What results are before the call, on both sides.
const UNTOUCHED: u8 = 0x55;

/// The variable `memory` of the entry points.
fn memory_of(ebpf: &mut aya::Ebpf) -> Result<Option<Memory<'_>>, String> {
    let map = ebpf
        .map_mut(".data.memory")
        .map(Array::try_from)
        .transpose();
    map.map_err(|e: aya::maps::MapError| e.to_string())
}

type Memory<'a> = Array<&'a mut MapData, [u8; IN + OUT]>;

fn difference(input: &[u8], expected: &Answer, found: Result<Answer, String>) -> String {
    let show = |answer: &Answer| match answer {
        None => "a panic".to_owned(),
        Some(bytes) => format!("{:x?}", words(bytes)),
    };
    let found = match found {
        Ok(answer) => show(&answer),
        Err(error) => error,
    };
    format!(
        "{:x?} {:?}\n  gives {found}\n  not   {}",
        words(input),
        input.get(32..).unwrap_or_default(),
        show(expected)
    )
}

fn words(bytes: &[u8]) -> Vec<u64> {
    bytes
        .chunks_exact(8)
        .map(|word| u64::from_le_bytes(word.try_into().unwrap_or_default()))
        .take(if bytes.len() == IN { 8 } else { 4 })
        .collect()
}

/// The end of what the verifier says, which has the reason.
fn shortened(error: &aya::programs::ProgramError) -> String {
    let text = error.to_string();
    let lines: Vec<_> = text.lines().collect();
    let from = lines.len().saturating_sub(16);
    lines[from..].join("\n")
}

/// Random inputs of a fixed seed: numbers of all sizes and at the edges, bytes of all kinds.
#[must_use]
pub fn inputs(seed: u64, count: usize) -> Vec<Bytes> {
    let mut random = Random::new(seed);
    (0..count)
        .map(|number| input(&mut random, number))
        .collect()
}

fn input(random: &mut Random, number: usize) -> Bytes {
    let mut bytes = Vec::with_capacity(IN);
    let like = random.next();
    for index in 0..4 {
        // Now and then equal numbers, or neighbours.
        let word = match random.below(6) {
            0 if index > 0 => like,
            1 if index > 0 => like.wrapping_add(random.below(3)).wrapping_sub(1),
            _ if number.is_multiple_of(3) => random.below(20),
            _ => random.number(),
        };
        bytes.extend(word.to_le_bytes());
    }
    let kind = random.below(4);
    for index in 32..IN {
        bytes.push(match kind {
            0 => random.next() as u8,
            1 => b"abcxyz.:/ 0189"[random.below(14) as usize],
            2 => [0, 1, 0x7f, 0x80, 0xff, 0xc3, 0xbc, 6][random.below(8) as usize],
            _ => (index as u8) ^ (random.below(40) == 0) as u8,
        });
    }
    bytes
}

fn functions_in(folder: &Path, topic: &str) -> Vec<Function> {
    let form = Regex::new(
        r"(?m)^func ([A-Z][A-Za-z0-9]*)\([a-z]+ (\*call\.In|call\.Packet), [a-z]+ \*call\.Out\) \{",
    )
    .expect("it is a regular expression");
    let mut found = Vec::new();
    for file in sorted(folder) {
        if file.extension().is_some_and(|extension| extension == "go") {
            let text = fs::read_to_string(&file).expect("the file can be read");
            for captures in form.captures_iter(&text) {
                let forms: &[Form] = match &captures[2] {
                    "call.Packet" => &[Form::Packet],
                    _ => &[Form::Memory, Form::Stack],
                };
                found.extend(forms.iter().map(|form| Function {
                    topic: topic.to_owned(),
                    name: captures[1].to_owned(),
                    form: *form,
                }));
            }
        }
    }
    found
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .expect("the folder can be read")
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    entries.sort();
    entries
}

fn copy(from: &Path, to: &Path) {
    for path in sorted(from) {
        let target = to.join(path.file_name().expect("it has a name"));
        if path.is_dir() {
            fs::create_dir(&target).expect("the folder can be made");
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("the file can be copied");
        }
    }
}

const HOST_HEAD: &str = r#"package main

import (
	"bufio"
	"io"
	"language/call"
	"os"
	"unsafe"

"#;

const HOST_BODY: &str = r#"
func packet(data []byte) call.Packet {
	start := uintptr(unsafe.Pointer(unsafe.SliceData(data)))
	return call.Packet{Data: start, End: start + uintptr(len(data))}
}

func try(f func([]byte, *call.Out), data []byte, out *call.Out) (panicked bool) {
	defer func() { panicked = recover() != nil }()
	f(data, out)
	return
}

func main() {
	var inputs [][]byte
	in := bufio.NewReader(os.Stdin)
	for {
		length, err := in.ReadByte()
		if err != nil {
			break
		}
		data := make([]byte, length, 64)
		if _, err := io.ReadFull(in, data); err != nil {
			panic(err)
		}
		inputs = append(inputs, data)
	}
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	for _, f := range table {
		for _, data := range inputs {
			var out call.Out
			for i := range out {
				out[i] = 0x5555555555555555
			}
			// Functions may write to their input.
			own := make([]byte, len(data), 64)
			copy(own, data)
			var flag byte
			if try(f, own, &out) {
				flag = 1
			}
			w.WriteByte(flag)
			w.Write((*[64]byte)(unsafe.Pointer(&out))[:])
		}
	}
}
"#;
