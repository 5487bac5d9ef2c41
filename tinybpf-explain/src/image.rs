//! The program as the kernel had it: loaders append to each program the functions that it calls, and the verifier numbers the
//! instructions of the whole.

use std::collections::BTreeMap;

use tinybpf_object::{
    Malformed, Position,
    object::{
        btf::{Btf, BtfExt, CoreRelocation, Kind},
        code::{self, Call, Callee, Code},
        elf::Elf,
        insn::{Insn, SLOT},
    },
    section::Section,
};

use crate::log::Log;

/// An object, and the program of it that a log is about.
pub(crate) struct Image<'a> {
    pub(crate) elf: Elf<'a>,
    pub(crate) functions: Vec<Code<'a>>,
    pub(crate) btf: Option<Btf<'a>>,
    ext: Option<BtfExt<'a>>,
    parts: Vec<Part>,
}

/// A function in the loaded program.
#[derive(Clone, Copy, Debug)]
struct Part {
    /// The number of its first instruction.
    start: usize,
    slots: usize,
    function: usize,
}

/// A line of the source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GoLine<'a> {
    pub(crate) file: &'a str,
    pub(crate) line: u32,
    pub(crate) column: u32,
    /// Its text, as it was when the program was compiled; may be empty.
    pub(crate) text: &'a str,
}

impl GoLine<'_> {
    pub(crate) fn position(&self) -> Position {
        Position {
            file: self.file.to_owned(),
            line: self.line,
            column: self.column,
        }
    }

    /// File and line without the column, to name it in a sentence.
    pub(crate) fn place(&self) -> String {
        let file = self.file.rsplit('/').next().unwrap_or_default();
        format!("{file}:{}", self.line)
    }
}

/// How a loader orders the functions behind a program.
#[derive(Clone, Copy, Debug)]
enum Order {
    /// Each function directly after the one that first calls it is done with: libbpf (`bpf_object__reloc_code`) and aya
    /// (`FunctionLinker`).
    DepthFirst,
    /// Those that a function calls one after the other, then what these call: cilium/ebpf (`flattenInstructions`).
    BreadthFirst,
}

impl<'a> Image<'a> {
    /// Reads an object and finds the program: the one of that name, or the one whose instructions the log shows.
    ///
    /// # Errors
    ///
    /// The bytes are no BPF object. BTF that cannot be read is left out.
    pub(crate) fn read(
        object: &'a [u8],
        log: &Log<'_>,
        program: Option<&str>,
    ) -> Result<Self, Malformed> {
        let elf = Elf::parse(object)?;
        let functions = code::functions(&elf)?;
        let section = |name| Some(elf.section(name)?.1.data);
        let btf = section(".BTF").and_then(|data| Btf::parse(data, elf.endian).ok());
        let ext = match (&btf, section(".BTF.ext")) {
            (Some(btf), Some(data)) => BtfExt::parse(data, elf.endian, btf).ok(),
            _ => None,
        };
        let mut image = Self {
            elf,
            functions,
            btf,
            ext,
            parts: Vec::new(),
        };
        image.parts = image.choose(log, program);
        Ok(image)
    }

    /// The program and the order that fit the log best; nothing if none does.
    fn choose(&self, log: &Log<'_>, program: Option<&str>) -> Vec<Part> {
        let wanted = [program, log.program].into_iter().flatten();
        let named = wanted
            .filter_map(|name| self.functions.iter().position(|f| f.name == name))
            .next();
        let programs: Vec<usize> = match named {
            Some(function) => vec![function],
            None => (0..self.functions.len())
                .filter(|function| self.is_program(*function))
                .collect(),
        };
        // The first and the last will do: a loop of a million rounds shows no more.
        let mut seen = BTreeMap::new();
        let path = &log.path;
        for visit in path
            .iter()
            .take(SAMPLE)
            .chain(path.iter().rev().take(SAMPLE))
        {
            seen.insert(visit.index, visit.opcode);
        }
        let mut best = (0, Vec::new());
        for program in programs.iter().copied() {
            for order in [Order::DepthFirst, Order::BreadthFirst] {
                let parts = self.lay_out(program, order);
                let fits = |(index, opcode): (&usize, &u8)| {
                    find(&parts, *index)
                        .and_then(|(part, at)| self.instruction(part.function, at))
                        .is_some_and(|insn| insn.opcode == *opcode)
                };
                let right = seen.iter().filter(|one| fits(*one)).count();
                if right > best.0 {
                    best = (right, parts);
                }
            }
        }
        match programs[..] {
            [program] if seen.is_empty() => self.lay_out(program, Order::DepthFirst),
            // Loaders change an instruction here and there.
            _ if best.0 * 4 >= seen.len() * 3 => best.1,
            _ => Vec::new(),
        }
    }

    fn is_program(&self, function: usize) -> bool {
        let section = self.elf.sections[self.functions[function].section].name;
        section != ".text" && Section::parse(section).is_ok()
    }

    /// The functions of a program where a loader puts them.
    fn lay_out(&self, program: usize, order: Order) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let mut place = |function: usize| {
            if parts.iter().any(|part| part.function == function) {
                return false;
            }
            let start = parts.last().map_or(0, |part| part.start + part.slots);
            let code = &self.functions[function];
            let slots = (code.end.saturating_sub(code.start) / SLOT as u64) as usize;
            parts.push(Part {
                start,
                slots,
                function,
            });
            true
        };
        place(program);
        let mut open = std::collections::VecDeque::from([(program, 0)]);
        loop {
            let next = match order {
                Order::DepthFirst => open.back_mut(),
                Order::BreadthFirst => open.front_mut(),
            };
            let Some((function, call)) = next else { break };
            let mut callees = self.functions[*function].calls.iter().filter_map(callee);
            match callees.nth(*call) {
                Some(callee) => {
                    *call += 1;
                    if place(callee) {
                        open.push_back((callee, 0));
                    }
                }
                None => match order {
                    Order::DepthFirst => drop(open.pop_back()),
                    Order::BreadthFirst => drop(open.pop_front()),
                },
            }
        }
        parts
    }

    fn instruction(&self, function: usize, at: usize) -> Option<&Insn> {
        let code = &self.functions[function];
        let at = code.start as usize / SLOT + at;
        let found = code.insns.binary_search_by_key(&at, |insn| insn.at);
        found.ok().map(|index| &code.insns[index])
    }

    /// The program's name.
    pub(crate) fn program(&self) -> Option<&'a str> {
        Some(self.functions[self.parts.first()?.function].name)
    }

    /// The program's section.
    pub(crate) fn section(&self) -> Option<Section> {
        let program = &self.functions[self.parts.first()?.function];
        Section::parse(self.elf.sections[program.section].name).ok()
    }

    /// Whether the log fits to a program of the object.
    pub(crate) fn is_known(&self) -> bool {
        !self.parts.is_empty()
    }

    /// The function and the instruction with a number of the loaded program.
    pub(crate) fn at(&self, index: usize) -> Option<(usize, &Insn)> {
        let (part, at) = find(&self.parts, index)?;
        Some((part.function, self.instruction(part.function, at)?))
    }

    /// The number of a function's first instruction.
    pub(crate) fn start(&self, function: usize) -> Option<usize> {
        let part = self.parts.iter().find(|part| part.function == function)?;
        Some(part.start)
    }

    /// The function that begins at a number.
    pub(crate) fn function_at(&self, index: usize) -> Option<usize> {
        let part = self.parts.iter().find(|part| part.start == index)?;
        Some(part.function)
    }

    /// Whom an instruction calls, or whose address it takes.
    pub(crate) fn call(&self, function: usize, insn: &Insn) -> Option<&Call<'a>> {
        let calls = &self.functions[function].calls;
        let found = calls.binary_search_by_key(&insn.offset(), |call| call.offset);
        found.ok().map(|index| &calls[index])
    }

    /// The map, variable or section whose address an instruction loads.
    pub(crate) fn symbol(&self, function: usize, insn: &Insn) -> Option<&'a str> {
        let section = &self.elf.sections[self.functions[function].section];
        let relocation = section.relocation_at(insn.offset())?;
        Some(
            self.elf
                .symbol_name(self.elf.symbols.get(relocation.symbol)?),
        )
    }

    /// Where an instruction of the loaded program comes from.
    pub(crate) fn line(&self, index: usize) -> Option<GoLine<'a>> {
        let (function, insn) = self.at(index)?;
        let code = &self.functions[function];
        let section = self.elf.sections[code.section].name;
        let found = self.ext.as_ref()?.line_at(section, insn.offset())?;
        (u64::from(found.offset) >= code.start).then_some(GoLine {
            file: found.file,
            line: found.line,
            column: found.column,
            text: found.text,
        })
    }

    /// The CO-RE relocation of an instruction, and the object's types.
    pub(crate) fn relocation(&self, index: usize) -> Option<(&Btf<'a>, &CoreRelocation<'a>)> {
        let (function, insn) = self.at(index)?;
        let section = self.elf.sections[self.functions[function].section].name;
        let mut relocations = self.ext.as_ref()?.relocations.iter();
        let found = relocations
            .find(|one| one.section == section && u64::from(one.offset) == insn.offset())?;
        Some((self.btf.as_ref()?, found))
    }

    /// The name of a function's parameter, from 0.
    pub(crate) fn parameter(&self, function: usize, number: usize) -> Option<&'a str> {
        let (btf, name) = (self.btf.as_ref()?, self.functions[function].name);
        let proto = btf.types.iter().find_map(|ty| match ty.kind {
            Kind::Func { proto, .. } if ty.name == name => Some(proto),
            _ => None,
        })?;
        match &btf.get(proto).kind {
            Kind::FuncProto { params, .. } => params
                .get(number)
                .map(|(name, _)| *name)
                .filter(|name| !name.is_empty()),
            _ => None,
        }
    }
}

/// How many instructions of a log, from either end, are compared with the object's.
const SAMPLE: usize = 4096;

fn callee(call: &Call<'_>) -> Option<usize> {
    match call.callee {
        Callee::Function(callee) | Callee::Callback(callee) | Callee::AsyncCallback(callee) => {
            Some(callee)
        }
        _ => None,
    }
}

/// The function with an instruction, and which of its slots it is.
fn find(parts: &[Part], index: usize) -> Option<(Part, usize)> {
    let part = parts
        .iter()
        .find(|part| (part.start..part.start + part.slots).contains(&index))?;
    Some((*part, index - part.start))
}
