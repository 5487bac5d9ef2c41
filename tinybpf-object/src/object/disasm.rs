//! BPF machine code as text, the way `llvm-objdump` and the kernel write it.

use std::fmt::{self, Write as _};

use super::code::{self, Callee, Code};
use super::elf::{Elf, Malformed};
use super::insn::{Insn, class, opcode};

/// The code of an object, function by function. Jumps say the slot that they go to, calls the function.
pub fn disassemble(data: &[u8]) -> Result<String, Malformed> {
    let elf = Elf::parse(data)?;
    let functions = code::functions(&elf)?;
    let mut out = String::new();
    for function in &functions {
        write_function(&mut out, &elf, &functions, function)
            .map_err(|fmt::Error| Malformed("no text".into()))?;
    }
    Ok(out)
}

fn write_function(
    out: &mut String,
    elf: &Elf<'_>,
    functions: &[Code<'_>],
    function: &Code<'_>,
) -> fmt::Result {
    let section = &elf.sections[function.section];
    writeln!(out, "{}: {}", section.name, function.name)?;
    for insn in &function.insns {
        write!(out, "{:5}: {}", insn.at, Text::plain(insn))?;
        let call = function
            .calls
            .iter()
            .find(|call| call.offset == insn.offset());
        let name = match call.map(|call| call.callee) {
            Some(Callee::Function(f) | Callee::Callback(f) | Callee::AsyncCallback(f)) => {
                functions[f].name
            }
            Some(Callee::Extern(name)) => name,
            _ => match section.relocation_at(insn.offset()) {
                Some(relocation) => elf.symbol_name(&elf.symbols[relocation.symbol]),
                None => "",
            },
        };
        writeln!(out, "{}{name}", if name.is_empty() { "" } else { " # " })?;
    }
    Ok(())
}

/// An instruction as text.
pub struct Text<'i> {
    pub insn: &'i Insn,
    /// Where it jumps to or what it calls, instead of the number.
    pub target: Option<&'i str>,
}

impl<'i> Text<'i> {
    fn plain(insn: &'i Insn) -> Self {
        Self { insn, target: None }
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Insn {
            opcode,
            dst,
            src,
            off,
            imm,
            ..
        } = *self.insn;
        match self.insn.class() {
            class::LD => match opcode {
                opcode::LD_IMM64 => write!(f, "r{dst} = {imm} ll"),
                // The two ways to read a packet that the kernel keeps for old programs.
                _ if opcode & 0xe0 == 0x20 => write!(f, "r0 = *({} *)skb[{imm}]", unsigned(opcode)),
                _ if opcode & 0xe0 == 0x40 => {
                    write!(f, "r0 = *({} *)skb[r{src}]", unsigned(opcode))
                }
                _ => unknown(f, self.insn),
            },
            class::LDX => {
                let ty = match opcode & 0xe0 {
                    0x60 => unsigned(opcode),
                    0x80 => signed(opcode),
                    _ => return unknown(f, self.insn),
                };
                let register = if opcode == 0x79 || opcode & 0xe0 == 0x80 {
                    'r'
                } else {
                    'w'
                };
                write!(f, "{register}{dst} = *({ty} *)(r{src} {})", Offset(off))
            }
            class::ST => write!(
                f,
                "*({} *)(r{dst} {}) = {imm}",
                unsigned(opcode),
                Offset(off)
            ),
            class::STX if opcode & 0xe0 == 0xc0 => atomic(f, self.insn),
            class::STX => {
                let register = if opcode & 0x18 == 0x18 { 'r' } else { 'w' };
                write!(
                    f,
                    "*({} *)(r{dst} {}) = {register}{src}",
                    unsigned(opcode),
                    Offset(off)
                )
            }
            class::ALU | class::ALU64 => arithmetic(f, self.insn),
            _ => jump(f, self.insn, self.target),
        }
    }
}

fn unsigned(opcode: u8) -> &'static str {
    ["u32", "u16", "u8", "u64"][usize::from((opcode >> 3) & 3)]
}

fn signed(opcode: u8) -> &'static str {
    ["s32", "s16", "s8", "s64"][usize::from((opcode >> 3) & 3)]
}

/// A distance with its sign.
struct Offset(i16);

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { '-' } else { '+' };
        write!(f, "{sign} {}", self.0.unsigned_abs())
    }
}

fn unknown(f: &mut fmt::Formatter<'_>, insn: &Insn) -> fmt::Result {
    write!(f, "<unknown {:#04x}>", insn.opcode)
}

/// Whether the second operand is a register.
fn by_register(insn: &Insn) -> bool {
    insn.opcode & 8 != 0
}

/// The second operand: a register or the immediate.
fn operand(insn: &Insn, width: char) -> String {
    if by_register(insn) {
        format!("{width}{}", insn.src)
    } else {
        insn.imm.to_string()
    }
}

fn arithmetic(f: &mut fmt::Formatter<'_>, insn: &Insn) -> fmt::Result {
    let wide = insn.class() == class::ALU64;
    let width = if wide { 'r' } else { 'w' };
    let (dst, operand) = (insn.dst, operand(insn, width));
    let operator = match (insn.opcode >> 4, insn.off) {
        (0x0, _) => "+=",
        (0x1, _) => "-=",
        (0x2, _) => "*=",
        (0x3, 0) => "/=",
        (0x3, _) => "s/=",
        (0x4, _) => "|=",
        (0x5, _) => "&=",
        (0x6, _) => "<<=",
        (0x7, _) => ">>=",
        (0x8, _) => return write!(f, "{width}{dst} = -{width}{dst}"),
        (0x9, 0) => "%=",
        (0x9, _) => "s%=",
        (0xa, _) => "^=",
        (0xb, 0) => "=",
        (0xb, bits @ (8 | 16 | 32)) if by_register(insn) => {
            return write!(f, "{width}{dst} = (s{bits}){operand}");
        }
        (0xc, _) => "s>>=",
        (0xd, _) => {
            let name = match (wide, by_register(insn)) {
                (true, _) => "bswap",
                (false, true) => "be",
                (false, false) => "le",
            };
            return write!(f, "r{dst} = {name}{} r{dst}", insn.imm);
        }
        _ => return unknown(f, insn),
    };
    write!(f, "{width}{dst} {operator} {operand}")
}

fn jump(f: &mut fmt::Formatter<'_>, insn: &Insn, target: Option<&str>) -> fmt::Result {
    let number = || match insn.opcode {
        opcode::CALL => insn.imm,
        _ => insn.jump_target().unwrap_or_default(),
    };
    let target = target.map_or_else(|| number().to_string(), str::to_owned);
    let width = if insn.class() == class::JMP { 'r' } else { 'w' };
    let comparison = match (insn.opcode, insn.opcode >> 4) {
        (opcode::EXIT, _) => return f.write_str("exit"),
        (opcode::CALL, _) => return write!(f, "call {target}"),
        (opcode::CALLX, _) => return write!(f, "callx r{}", insn.dst),
        (opcode::JA, _) => return write!(f, "goto {target}"),
        (opcode::JA32, _) => return write!(f, "gotol {target}"),
        (_, 0x1) => "==",
        (_, 0x2) => ">",
        (_, 0x3) => ">=",
        (_, 0x4) => "&",
        (_, 0x5) => "!=",
        (_, 0x6) => "s>",
        (_, 0x7) => "s>=",
        (_, 0xa) => "<",
        (_, 0xb) => "<=",
        (_, 0xc) => "s<",
        (_, 0xd) => "s<=",
        (_, 0xe) => return write!(f, "may_goto {target}"),
        _ => return unknown(f, insn),
    };
    let (dst, operand) = (insn.dst, operand(insn, width));
    write!(f, "if {width}{dst} {comparison} {operand} goto {target}")
}

fn atomic(f: &mut fmt::Formatter<'_>, insn: &Insn) -> fmt::Result {
    /// Returns the old value.
    const FETCH: i64 = 1;
    let wide = insn.opcode & 0x18 == 0x18;
    let (ty, width) = if wide { ("u64", 'r') } else { ("u32", 'w') };
    let src = insn.src;
    let mut place = String::new();
    write!(place, "r{} {}", insn.dst, Offset(insn.off))?;
    let (name, operator) = match insn.imm & !FETCH {
        0xe0 => {
            let bits = if wide { "_64" } else { "32_32" };
            return write!(f, "{width}{src} = xchg{bits}({place}, {width}{src})");
        }
        0xf0 => {
            let bits = if wide { "_64" } else { "32_32" };
            return write!(
                f,
                "{width}0 = cmpxchg{bits}({place}, {width}0, {width}{src})"
            );
        }
        0x100 => {
            let ty = unsigned(insn.opcode);
            return match insn.imm {
                0x100 => write!(
                    f,
                    "{width}{} = load_acquire(({ty} *)(r{src} {}))",
                    insn.dst,
                    Offset(insn.off)
                ),
                _ => unknown(f, insn),
            };
        }
        0x110 => {
            return write!(
                f,
                "store_release(({} *)({place}), {width}{src})",
                unsigned(insn.opcode)
            );
        }
        0x00 => ("add", "+="),
        0x40 => ("or", "|="),
        0x50 => ("and", "&="),
        0xa0 => ("xor", "^="),
        _ => return unknown(f, insn),
    };
    if insn.imm & FETCH == 0 {
        return write!(f, "lock *({ty} *)({place}) {operator} {width}{src}");
    }
    write!(
        f,
        "{width}{src} = atomic_fetch_{name}(({ty} *)({place}), {width}{src})"
    )
}

#[cfg(test)]
mod tests {
    use expect_test::expect_file;

    use super::*;

    #[test]
    fn code_as_text() {
        for data in [
            &include_bytes!("../../testdata/object/probe.o")[..],
            include_bytes!("../../testdata/object/probe.eb.o"),
        ] {
            expect_file!["../../testdata/object/probe.asm.txt"]
                .assert_eq(&disassemble(data).unwrap());
        }
    }
}
