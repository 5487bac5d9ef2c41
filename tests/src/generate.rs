//! Random Go functions: well-typed, without allocations, and with an end that the verifier can follow. They panic now and then.

use crate::random::Random;

const TYPES: [&str; 8] = [
    "uint8", "uint16", "uint32", "uint64", "int8", "int16", "int32", "int64",
];

/// How deep statements and expressions nest.
const DEPTH: u32 = 3;

/// A Go package of a [`Suite`](crate::differential::Suite) with one function.
#[must_use]
pub fn package(random: &mut Random, topic: &str) -> String {
    let mut function = Function {
        random,
        text: String::new(),
        indent: 1,
        variables: Vec::new(),
        named: 0,
        loops: 0,
        cost: 1,
    };
    function.body();
    let body = function.text;
    format!(
        "package {topic}\n\nimport \"language/call\"\n{HELPERS}\nfunc F(in *call.In, out *call.Out) {{\n{body}}}\n"
    )
}

/// What all functions can use: types with methods, generic functions, and functions that stay subprograms.
const HELPERS: &str = r#"
type inner struct {
	A uint16
	B int64
	C [3]uint8
}

type pair struct {
	X uint64
	inner
	Y int32
	Z bool
}

func (p *pair) bump(n uint64)         { p.X += n; p.Y++ }
func (p pair) total() uint64          { return p.X + uint64(p.Y) + uint64(p.A) + uint64(p.C[1]) }
func (i inner) mix(n int64) int64     { return i.B ^ n<<1 }

type integer interface {
	~uint8 | ~uint16 | ~uint32 | ~uint64 | ~int8 | ~int16 | ~int32 | ~int64
}

func clamp[T integer](v, low, high T) T {
	if v < low {
		return low
	}
	return min(v, high)
}

//go:noinline
func sub(a uint64, b int32) uint64 {
	if b == 77 {
		panic("b")
	}
	return a*3 + uint64(b)
}

//go:noinline
func two(a uint64) (uint64, bool) { return a >> 3, a&4 != 0 }

func apply(f func(uint64) uint64, v uint64) uint64 { return f(v) + f(v+1) }

func sum(s []byte) (t uint64) {
	for _, b := range s {
		t += uint64(b)
	}
	return
}

func pick(n uint64) string {
	switch n & 3 {
	case 0:
		return "zero"
	case 1:
		return "one"
	}
	return ""
}

var table = [16]uint32{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3}
"#;

#[derive(Clone)]
struct Variable {
    name: String,
    ty: &'static str,
    /// Not a loop's counter.
    assignable: bool,
}

struct Function<'r> {
    random: &'r mut Random,
    text: String,
    indent: usize,
    variables: Vec<Variable>,
    named: u32,
    loops: u32,
    /// How often what is written now runs, at most.
    cost: u64,
}

impl Function<'_> {
    fn line(&mut self, text: &str) {
        for _ in 0..self.indent {
            self.text.push('\t');
        }
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn body(&mut self) {
        for (name, from) in [("a", "A"), ("b", "B"), ("c", "C"), ("d", "D")] {
            let ty = self.ty();
            self.line(&format!("{name} := {ty}(in.{from})"));
            self.variables.push(Variable {
                name: name.to_owned(),
                ty,
                assignable: true,
            });
        }
        self.line("_, _, _, _ = a, b, c, d");
        self.line("var arr [8]uint64");
        self.line("var p, q pair");
        self.line("buf := &in.Bytes");
        self.line("_, _, _, _ = arr, p, q, buf");
        for _ in 0..2 + self.random.below(6) {
            self.statement(DEPTH);
        }
        for slot in 0..4 {
            let value = self.expression("uint64", DEPTH);
            self.line(&format!("out[{slot}] = {value}"));
        }
        self.line("for i, v := range arr {");
        self.line("\tout[4] += v << (i & 7)");
        self.line("}");
        self.line("out[5] = p.total() ^ q.total()");
        self.line("out[6] = sum(buf[:])");
    }

    fn ty(&mut self) -> &'static str {
        TYPES[self.random.below(8) as usize]
    }

    fn fresh(&mut self, prefix: &str) -> String {
        self.named += 1;
        format!("{prefix}{}", self.named)
    }

    fn block(&mut self, head: &str, depth: u32) {
        self.line(head);
        self.nested(depth);
        self.line("}");
    }

    fn nested(&mut self, depth: u32) {
        self.indent += 1;
        let known = self.variables.len();
        for _ in 0..1 + self.random.below(3) {
            self.statement(depth);
        }
        self.variables.truncate(known);
        self.indent -= 1;
    }

    fn statement(&mut self, depth: u32) {
        let limit = if depth == 0 { 9 } else { 16 };
        match self.random.below(limit) {
            0 | 1 => self.declare(depth),
            2 | 3 => self.assign(depth),
            4 => {
                let index = self.index(8, depth);
                let value = self.expression("uint64", depth.min(2));
                let op = ["=", "+=", "^=", "-="][self.random.below(4) as usize];
                self.line(&format!("arr[{index}] {op} {value}"));
            }
            5 => {
                let index = self.index(32, depth);
                let value = self.expression("uint8", depth.min(2));
                self.line(&format!("buf[{index}] = {value}"));
            }
            6 => self.fields(depth),
            7 => {
                let choice = self.random.below(5);
                let (from, to) = (self.random.below(12), self.random.below(12));
                let line = match choice {
                    0 => "p, q = q, p".to_owned(),
                    1 => format!("copy(buf[{from}:], buf[{to}:{}])", to + 6),
                    2 => format!(
                        "arr[{}], arr[{}] = arr[{}], arr[{}]",
                        from & 7,
                        to & 7,
                        to & 7,
                        from & 7
                    ),
                    3 => "p.inner = q.inner".to_owned(),
                    _ => format!("clear(buf[{from}:{}])", from + 5),
                };
                self.line(&line);
            }
            8 => {
                let value = self.expression("uint64", 1);
                let (x, ok) = (self.fresh("x"), self.fresh("ok"));
                self.line(&format!("{x}, {ok} := two({value})"));
                self.line(&format!("p.Z = p.Z != {ok}"));
                self.line(&format!("arr[1] ^= {x}"));
            }
            9 | 10 => {
                let condition = self.condition(depth - 1);
                self.block(&format!("if {condition} {{"), depth - 1);
                if self.random.below(2) == 0 {
                    self.text.pop();
                    let last = self.text.rfind('\n').map_or(0, |at| at + 1);
                    self.text.truncate(last);
                    self.block("} else {", depth - 1);
                }
            }
            11 | 12 => self.count(depth - 1),
            13 => self.switch(depth - 1),
            14 => self.range(depth - 1),
            _ => self.literal(depth - 1),
        }
    }

    fn declare(&mut self, depth: u32) {
        let (name, ty) = (self.fresh("v"), self.ty());
        let value = self.expression(ty, depth);
        self.line(&format!("{name} := {value}"));
        self.line(&format!("_ = {name}"));
        self.variables.push(Variable {
            name,
            ty,
            assignable: true,
        });
    }

    fn assign(&mut self, depth: u32) {
        let choices: Vec<_> = self
            .variables
            .iter()
            .filter(|v| v.assignable)
            .cloned()
            .collect();
        let chosen = &choices[self.random.below(choices.len() as u64) as usize];
        let (name, ty) = (chosen.name.clone(), chosen.ty);
        let value = self.expression(ty, depth);
        let op = ["=", "+=", "-=", "*=", "^=", "|=", "&^="][self.random.below(7) as usize];
        self.line(&format!("{name} {op} {value}"));
    }

    fn fields(&mut self, depth: u32) {
        let line = match self.random.below(6) {
            0 => format!("p.bump({})", self.expression("uint64", depth.min(1))),
            1 => format!("q.A = {}", self.expression("uint16", depth.min(2))),
            2 => format!("p.B = {}", self.expression("int64", depth.min(2))),
            3 => {
                let index = self.index(3, depth);
                format!("q.C[{index}] = {}", self.expression("uint8", depth.min(2)))
            }
            4 => format!(
                "p = pair{{X: {}, Y: 3}}",
                self.expression("uint64", depth.min(1))
            ),
            _ => {
                let pointer = self.fresh("r");
                let value = self.expression("uint64", 1);
                let condition = self.condition(1);
                format!(
                    "{pointer} := &p; if {condition} {{ {pointer} = &q }}; {pointer}.X ^= {value}"
                )
            }
        };
        self.line(&line);
    }

    fn count(&mut self, depth: u32) {
        let turns = 2 + self.random.below(6);
        if self.loops >= 2 || self.cost * turns > 30 {
            return self.assign(depth);
        }
        let name = self.fresh("i");
        let head = match self.random.below(3) {
            0 => format!("for {name} := range {turns} {{"),
            1 => format!("for {name} := 0; {name} < {turns}; {name}++ {{"),
            _ => format!("for {name} := {turns}; {name} > 0; {name}-- {{"),
        };
        self.repeat(&head, turns, &name, depth);
    }

    fn range(&mut self, depth: u32) {
        if self.loops >= 2 || self.cost * 8 > 30 {
            return self.assign(depth);
        }
        let (name, value) = (self.fresh("i"), self.fresh("e"));
        let from = self.random.below(8);
        let (over, ty) = match self.random.below(3) {
            0 => ("arr".to_owned(), "uint64"),
            1 => (format!("buf[{from}:{}]", from + 6), "uint8"),
            _ => ("table[:8]".to_owned(), "uint32"),
        };
        self.variables.push(Variable {
            name: value.clone(),
            ty,
            assignable: true,
        });
        self.repeat(
            &format!("for {name}, {value} := range {over} {{"),
            8,
            &name,
            depth,
        );
        self.variables.pop();
    }

    /// A loop, whose body may leave it or begin anew.
    fn repeat(&mut self, head: &str, turns: u64, counter: &str, depth: u32) {
        self.line(head);
        self.indent += 1;
        self.line(&format!("_ = {counter}"));
        if let Some(last) = self
            .variables
            .last()
            .filter(|v| v.name.starts_with('e'))
            .map(|v| v.name.clone())
        {
            self.line(&format!("_ = {last}"));
        }
        if self.random.below(3) == 0 {
            let condition = self.condition(1);
            let leave = ["break", "continue"][self.random.below(2) as usize];
            self.line(&format!("if {condition} {{ {leave} }}"));
        }
        self.indent -= 1;
        self.loops += 1;
        self.cost *= turns;
        // An untyped counter is an int, which is as wide as int64 and yet another type.
        self.nested(depth);
        self.cost /= turns;
        self.loops -= 1;
        self.line("}");
    }

    fn switch(&mut self, depth: u32) {
        let ty = self.ty();
        let value = self.expression(ty, 1);
        self.line(&format!("switch {value} & 7 {{"));
        for case in 0..2 + self.random.below(4) {
            self.line(&format!("case {case}:"));
            self.nested(depth);
            if self.random.below(5) == 0 {
                self.line("\tfallthrough");
            }
        }
        self.line("default:");
        self.nested(depth);
        self.line("}");
    }

    /// A function literal that captures, called here or by another.
    fn literal(&mut self, depth: u32) {
        let (name, parameter) = (self.fresh("f"), self.fresh("n"));
        let known = self.variables.len();
        self.variables.push(Variable {
            name: parameter.clone(),
            ty: "uint64",
            assignable: true,
        });
        self.line(&format!("{name} := func({parameter} uint64) uint64 {{"));
        let loops = std::mem::replace(&mut self.loops, 2);
        self.nested(depth.min(1));
        self.loops = loops;
        let result = self.expression("uint64", 1);
        self.line(&format!("\treturn {result}"));
        self.line("}");
        self.variables.truncate(known);
        let value = self.expression("uint64", 1);
        match self.random.below(2) {
            0 => self.line(&format!("arr[2] += {name}({value})")),
            _ => self.line(&format!("arr[3] ^= apply({name}, {value})")),
        }
    }

    /// An index into an array of that length; it may be out of bounds.
    fn index(&mut self, length: u64, depth: u32) -> String {
        match self.random.below(4) {
            0 => self.random.below(length).to_string(),
            1 | 2 => {
                let value = self.expression("uint32", depth.min(1));
                if length.is_power_of_two() {
                    format!("({value}) & {}", length - 1)
                } else {
                    format!("({value}) % {length}")
                }
            }
            _ => {
                let ty = self.ty();
                self.expression(ty, depth.min(1))
            }
        }
    }

    fn condition(&mut self, depth: u32) -> String {
        if depth > 0 && self.random.below(4) == 0 {
            let op = ["&&", "||"][self.random.below(2) as usize];
            let (left, right) = (self.condition(depth - 1), self.condition(depth - 1));
            return format!("({left} {op} {right})");
        }
        match self.random.below(10) {
            0 => "p == q".to_owned(),
            1 => "p.inner != q.inner".to_owned(),
            2 => "!p.Z".to_owned(),
            3 => {
                let value = self.expression("uint64", 1);
                format!("pick({value}) == \"one\"")
            }
            _ => {
                let ty = self.ty();
                let op = ["<", "<=", "==", "!=", ">", ">="][self.random.below(6) as usize];
                let (left, right) = (
                    self.expression(ty, depth.min(1)),
                    self.operand(ty, depth.min(1)),
                );
                format!("{left} {op} {right}")
            }
        }
    }

    /// An expression of a type that is not constant.
    fn expression(&mut self, ty: &'static str, depth: u32) -> String {
        if depth == 0 {
            return self.leaf(ty);
        }
        match self.random.below(12) {
            0..=4 => {
                let op = ["+", "-", "*", "&", "|", "^", "&^"][self.random.below(7) as usize];
                let (left, right) = (self.expression(ty, depth - 1), self.operand(ty, depth - 1));
                format!("({left} {op} {right})")
            }
            5 => {
                let op = ["/", "%"][self.random.below(2) as usize];
                let left = self.expression(ty, depth - 1);
                let right = match self.random.below(4) {
                    0 => self.expression(ty, depth - 1),
                    1 => format!("({} | 1)", self.expression(ty, depth - 1)),
                    _ => (1 + self.random.below(100)).to_string(),
                };
                format!("({left} {op} {right})")
            }
            6 => {
                let op = ["<<", ">>"][self.random.below(2) as usize];
                let left = self.expression(ty, depth - 1);
                let count = match self.random.below(3) {
                    0 => self.random.below(70).to_string(),
                    1 => format!("({} & 63)", self.expression("uint32", depth - 1)),
                    _ => {
                        let by = self.ty();
                        self.expression(by, depth - 1)
                    }
                };
                format!("({left} {op} {count})")
            }
            7 => {
                let from = self.ty();
                format!("{ty}({})", self.expression(from, depth - 1))
            }
            8 => format!("-{}", self.leaf(ty)),
            9 => format!("^{}", self.leaf(ty)),
            10 => {
                let value = self.expression(ty, depth - 1);
                let (low, high) = (self.operand(ty, 0), self.operand(ty, 0));
                format!("clamp({value}, {low}, {high})")
            }
            _ => self.leaf(ty),
        }
    }

    /// An expression that may be constant.
    fn operand(&mut self, ty: &'static str, depth: u32) -> String {
        if self.random.below(3) == 0 {
            self.random.below(100).to_string()
        } else {
            self.expression(ty, depth)
        }
    }

    fn leaf(&mut self, ty: &'static str) -> String {
        let same: Vec<_> = self
            .variables
            .iter()
            .filter(|v| v.ty == ty)
            .map(|v| v.name.clone())
            .collect();
        if !same.is_empty() && self.random.below(4) != 0 {
            return same[self.random.below(same.len() as u64) as usize].clone();
        }
        match self.random.below(9) {
            0 => format!("{ty}(arr[{}])", self.random.below(8)),
            1 => format!("{ty}(buf[{}])", self.random.below(32)),
            2 => format!("{ty}(p.X)"),
            3 => format!("{ty}(q.B)"),
            4 => format!("{ty}(p.mix(q.B))"),
            5 => format!("{ty}(len(pick(in.A)))"),
            6 => format!("{ty}(table[in.B & 15])"),
            7 => format!("{ty}(sub(in.C, q.Y))"),
            _ => {
                let any = &self.variables[self.random.below(self.variables.len() as u64) as usize];
                format!("{ty}({})", any.name)
            }
        }
    }
}
