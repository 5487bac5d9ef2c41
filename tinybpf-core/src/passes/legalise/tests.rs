//! What the pass writes computes what Go wants: operations on constants go through the pass, LLVM folds the result, and
//! Rust's wrapping arithmetic, which is Go's, says what it must be.

use std::fmt::Write;

use crate::{
    Options,
    llvm::{Context, Emit, Library, Module, TargetMachine},
    passes::Cx,
};

/// Pairs per operation.
const PAIRS: usize = 1000;

/// Numbers at which arithmetic goes wrong first.
const EDGES: [u64; 12] = [
    0,
    1,
    2,
    7,
    0x7f,
    0x80,
    0xff,
    0x7fff_ffff,
    0x8000_0000,
    0xffff_ffff,
    1 << 63,
    u64::MAX,
];

/// Marsaglia's xorshift.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        for (left, by) in [(true, 13), (false, 7), (true, 17)] {
            self.0 ^= if left { self.0 << by } else { self.0 >> by };
        }
        self.0
    }

    /// A number with any count of significant bits, or one of the edges or its negative.
    fn operand(&mut self) -> u64 {
        match self.next() % 4 {
            0 => EDGES[(self.next() % 12) as usize],
            1 => EDGES[(self.next() % 12) as usize].wrapping_neg(),
            _ => self.next() >> (self.next() % 64),
        }
    }
}

/// A module of functions without parameters, and what each must return.
#[derive(Default)]
struct Expected {
    text: String,
    values: Vec<u64>,
}

impl Expected {
    fn add(&mut self, body: &str, value: u64) {
        let number = self.values.len();
        writeln!(
            self.text,
            "define i64 @f{number}() {{\n{body}\n  ret i64 %r\n}}"
        )
        .unwrap();
        self.values.push(value);
    }

    fn check(&self, cpu: &str) {
        let library = Library::find(None).unwrap();
        let context = Context::new(library);
        let options = Options {
            cpu: Some(cpu.parse().unwrap()),
            ..Options::default()
        };
        let machine = TargetMachine::new(library, "bpfel", cpu).unwrap();
        let module = Module::parse(&context, "property", self.text.as_bytes()).unwrap();
        module.set_target("bpfel", &machine.data_layout());
        let mut cx = Cx::new(&options, &machine);
        super::run(&mut cx, &module);
        module.verify().unwrap();
        assert!(cx.diagnostics.is_empty(), "{:?}", cx.diagnostics);
        machine.run_passes(&module, "instcombine").unwrap();
        for (number, value) in self.values.iter().enumerate() {
            let function = module.function(&format!("f{number}")).unwrap();
            let end = function.entry().unwrap().terminator().unwrap();
            let found = end.operand(0).and_then(|result| result.as_u64());
            let start = self.text.find(&format!("@f{number}()")).unwrap();
            let source = self.text[start..].split("}\n").next().unwrap_or_default();
            assert_eq!(found, Some(*value), "{source}");
        }
    }
}

/// `%r` = the operation on the constants, sign-extended.
fn narrow(op: &str, bits: u32, a: i64, b: i64) -> String {
    match bits {
        64 => format!("  %r = {op} i64 {a}, {b}"),
        _ => format!("  %n = {op} i{bits} {a}, {b}\n  %r = sext i{bits} %n to i64"),
    }
}

#[test]
fn signed_division() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut expected = Expected::default();
    for bits in [8, 16, 32, 64] {
        let cut = |value: u64| (value as i64) << (64 - bits) >> (64 - bits);
        for _ in 0..PAIRS {
            let (a, b) = (cut(random.operand()), cut(random.operand()));
            if b != 0 {
                let quotient = cut(a.wrapping_div(b) as u64);
                expected.add(&narrow("sdiv", bits, a, b), quotient as u64);
                expected.add(&narrow("srem", bits, a, b), a.wrapping_rem(b) as u64);
            }
        }
    }
    assert!(expected.values.len() > 6 * PAIRS);
    for cpu in ["v1", "v3"] {
        expected.check(cpu);
    }
}

#[test]
fn wide_multiplication() {
    let mut random = Random(0xdead_beef_cafe_f00d);
    let mut expected = Expected::default();
    for _ in 0..PAIRS {
        let mut operand = || u128::from(random.operand()) << 64 | u128::from(random.operand());
        let (a, b) = (operand(), operand());
        let product = a.wrapping_mul(b);
        for (shift, part) in [(0, product as u64), (64, (product >> 64) as u64)] {
            let body = format!(
                "  %m = mul i128 {a}, {b}\n  %s = lshr i128 %m, {shift}\n  %r = trunc i128 %s to i64"
            );
            expected.add(&body, part);
        }
    }
    expected.check("v3");
}

#[test]
fn overflow_checks() {
    let mut random = Random(0x0123_4567_89ab_cdef);
    let mut expected = Expected::default();
    for _ in 0..PAIRS {
        let (a, b) = (random.operand(), random.operand());
        let signed = (a as i64).overflowing_mul(b as i64);
        for (op, (product, overflows)) in [
            ("umul", a.overflowing_mul(b)),
            ("smul", (signed.0 as u64, signed.1)),
        ] {
            let call = format!(
                "  %p = call {{ i64, i1 }} @llvm.{op}.with.overflow.i64(i64 {}, i64 {})",
                a as i64, b as i64
            );
            expected.add(
                &format!("{call}\n  %r = extractvalue {{ i64, i1 }} %p, 0"),
                product,
            );
            expected.add(
                &format!(
                    "{call}\n  %o = extractvalue {{ i64, i1 }} %p, 1\n  %r = zext i1 %o to i64"
                ),
                overflows.into(),
            );
        }
    }
    for op in ["umul", "smul"] {
        let name = format!("@llvm.{op}.with.overflow.i64(i64, i64)");
        writeln!(expected.text, "declare {{ i64, i1 }} {name}").unwrap();
    }
    expected.check("v3");
}

#[test]
fn leading_zeros() {
    let mut random = Random(0x0f1e_2d3c_4b5a_6978);
    let mut expected = Expected::default();
    for bits in [8, 16, 32, 64] {
        for _ in 0..PAIRS {
            let number = random.operand() >> (64 - bits);
            let zeros = number.leading_zeros() - (64 - bits);
            let call = format!(
                "call i{bits} @llvm.ctlz.i{bits}(i{bits} {}, i1 false)",
                number as i64
            );
            let wide = |from: &str| match bits {
                64 => format!("  %r = add i64 {from}, 0"),
                _ => format!("  %r = zext i{bits} {from} to i64"),
            };
            expected.add(&format!("  %z = {call}\n{}", wide("%z")), zeros.into());
            let length = format!(
                "  %z = {call}\n  %l = sub i{bits} {bits}, %z\n{}",
                wide("%l")
            );
            expected.add(&length, (bits - zeros).into());
        }
        let name = format!("@llvm.ctlz.i{bits}(i{bits}, i1)");
        writeln!(expected.text, "declare i{bits} {name}").unwrap();
    }
    expected.check("v3");
}

/// The assembly of a function, which LLVM writes without a complaint.
fn assembly(text: &str, cpu: &str) -> String {
    let library = Library::find(None).unwrap();
    let context = Context::new(library);
    let options = Options {
        cpu: Some(cpu.parse().unwrap()),
        ..Options::default()
    };
    let machine = TargetMachine::new(library, "bpfel", cpu).unwrap();
    let module = Module::parse(&context, "assembly", text.as_bytes()).unwrap();
    module.set_target("bpfel", &machine.data_layout());
    machine.run_passes(&module, "default<O2>").unwrap();
    let mut cx = Cx::new(&options, &machine);
    super::run(&mut cx, &module);
    module.verify().unwrap();
    context.take_errors();
    let assembly = machine.emit(&module, Emit::Assembly).unwrap();
    assert_eq!(context.take_errors(), Vec::<String>::new(), "{text}");
    String::from_utf8(assembly).unwrap()
}

#[test]
fn no_library_calls() {
    let mut bodies = Vec::new();
    for bits in [8, 16, 32, 64] {
        for op in ["sdiv", "srem", "udiv", "urem"] {
            for divisor in ["%b", "3", "7", "8", "10", "100"] {
                bodies.push((bits, format!("%r = {op} i{bits} %a, {divisor}")));
            }
        }
        for (name, args) in [
            ("ctpop", ""),
            ("bitreverse", ""),
            ("ctlz", ", i1 false"),
            ("cttz", ", i1 false"),
            ("abs", ", i1 false"),
        ] {
            bodies.push((
                bits,
                format!("%r = call i{bits} @llvm.{name}.i{bits}(i{bits} %a{args})"),
            ));
        }
        for name in ["fshl", "fshr"] {
            bodies.push((
                bits,
                format!(
                    "%r = call i{bits} @llvm.{name}.i{bits}(i{bits} %a, i{bits} %a, i{bits} %b)"
                ),
            ));
        }
        for name in ["umul", "smul", "uadd", "ssub"] {
            bodies.push((bits, format!(
                "%p = call {{ i{bits}, i1 }} @llvm.{name}.with.overflow.i{bits}(i{bits} %a, i{bits} %b)\n  %o = extractvalue {{ i{bits}, i1 }} %p, 1\n  %r = zext i1 %o to i{bits}"
            )));
        }
    }
    bodies.push((64, "%x = zext i64 %a to i128\n  %y = zext i64 %b to i128\n  %m = mul i128 %x, %y\n  %h = lshr i128 %m, 64\n  %r = trunc i128 %h to i64".to_owned()));
    let mut text = String::new();
    for (number, (bits, body)) in bodies.iter().enumerate() {
        writeln!(
            text,
            "define i{bits} @f{number}(i{bits} %a, i{bits} %b) {{\n  {body}\n  ret i{bits} %r\n}}"
        )
        .unwrap();
    }
    for cpu in ["v1", "v2", "v3", "v4"] {
        let assembly = assembly(&text, cpu);
        assert!(!assembly.contains("call "), "{cpu}: {assembly}");
    }
}
