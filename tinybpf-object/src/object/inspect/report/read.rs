//! Reads an object for a report.

use object::Endian as _;

use super::super::super::{
    btf::{self, Btf, BtfExt, Kind},
    code::{self, Callee, Code},
    core,
    elf::{self, Elf, Malformed},
    insn::SLOT,
    loaders, read as contents, usage,
};
use super::*;
use crate::{Map, Object, helpers, map, map::Machine, section::Section};

pub(in crate::object::inspect) fn report(data: &[u8]) -> Result<Report, Malformed> {
    let elf = Elf::parse_bpf(data)?;
    let functions = code::functions(&elf)?;
    let (btf, ext) = btf::read(&elf)?;
    let object = contents::read(data)?.object;
    let reader = Reader {
        elf: &elf,
        btf: btf.as_ref(),
        ext: &ext,
        functions: &functions,
    };
    let externs = reader.externs();
    let refusals = |loader| loaders::refusals(loader, &elf, &object, !externs.is_empty());
    Ok(Report {
        endian: if elf.endian.is_big_endian() {
            "big"
        } else {
            "little"
        },
        license: object.license.clone(),
        btf: btf.is_some(),
        lines: !ext.lines.is_empty(),
        lowest_kernel: object.lowest_kernel().map(|need| need.kernel.to_string()),
        programs: reader.programs(&object, usage::usages(data)?),
        functions: functions
            .iter()
            .map(|function| reader.function(function))
            .collect(),
        maps: object.maps.iter().map(|map| reader.map(map)).collect(),
        variables: reader.variables(&object),
        struct_ops: object
            .struct_ops
            .iter()
            .map(|of| StructOpsReport {
                name: of.name.clone(),
                kernel_name: of.kernel_name.clone(),
                section: of.section.clone(),
            })
            .collect(),
        relocations: reader.relocations(),
        needs: object
            .needs
            .iter()
            .map(|need| NeedReport {
                kernel: need.kernel.to_string(),
                feature: need.feature.clone(),
                position: need.position.clone(),
            })
            .collect(),
        loaders: loaders::ALL
            .into_iter()
            .map(|loader| LoaderReport {
                loader: loader.to_string(),
                refuses: refusals(loader),
            })
            .collect(),
        types: btf.as_ref().map(Btf::definitions).unwrap_or_default(),
        externs,
    })
}

struct Reader<'e, 'a> {
    elf: &'e Elf<'a>,
    btf: Option<&'e Btf<'a>>,
    ext: &'e BtfExt<'a>,
    functions: &'e [Code<'a>],
}

impl<'a> Reader<'_, 'a> {
    fn programs(&self, object: &Object, usages: Vec<Usage>) -> Vec<ProgramReport> {
        let programs = object.programs.iter().zip(usages);
        let read = programs.map(|(program, usage)| {
            let section = Section::parse(&program.section).ok();
            let known = section.as_ref().map(|section| section.known);
            let (calls, helpers) = self.calls(&program.section, &program.name);
            ProgramReport {
                name: program.name.clone(),
                section: program.section.clone(),
                program_type: known.map(|known| known.program_type.c_name()),
                attach_type: known.and_then(|known| known.attach_type_name()),
                sleepable: known.is_some_and(|known| known.sleepable),
                on_demand: section.as_ref().is_some_and(|section| section.on_demand),
                target: section.and_then(|section| section.target),
                position: program.position.clone(),
                calls,
                helpers,
                usage,
            }
        });
        read.collect()
    }

    /// The other functions that a program runs, and the helpers that they call, each once.
    fn calls(&self, section: &str, name: &str) -> (Vec<String>, Vec<String>) {
        let mut functions = self.functions.iter();
        let program = functions.position(|function| {
            function.name == name && self.elf.sections[function.section].name == section
        });
        let Some(program) = program else {
            return Default::default();
        };
        let (mut calls, mut helpers) = (Vec::new(), Vec::new());
        for index in code::reached(self.functions, [program]) {
            let function = &self.functions[index];
            if index != program {
                calls.push(function.name.to_owned());
            }
            for call in &function.calls {
                let Callee::Helper(number) = call.callee else {
                    continue;
                };
                let helper = u32::try_from(number).ok().and_then(helpers::by_id);
                let name = helper.map_or_else(|| format!("helper {number}"), |h| h.name.to_owned());
                if !helpers.contains(&name) {
                    helpers.push(name);
                }
            }
        }
        (calls, helpers)
    }

    fn function(&self, function: &Code<'a>) -> FunctionReport {
        let section = self.elf.sections[function.section].name;
        let infos = &mut self.ext.functions.iter();
        let info =
            infos.find(|info| info.section == section && u64::from(info.offset) == function.start);
        let lines = self.ext.lines_of(section, function.start, function.end);
        FunctionReport {
            name: function.name.into(),
            section: section.into(),
            global: function.global,
            prototype: info
                .zip(self.btf)
                .map(|(info, btf)| btf.declaration(info.ty, function.name)),
            instructions: function.insns.iter().map(|insn| insn.slots()).sum(),
            stack: super::super::super::stack::depth(&function.insns),
            position: lines.into_iter().next().map(|(_, line)| line.position),
        }
    }

    fn map(&self, map: &Map) -> MapReport {
        let [key, value] = ["key", "value"].map(|member| self.member(&map.name, member));
        let one = map::memory(map, Machine::default());
        let two = map::memory(
            map,
            Machine {
                cpus: 2,
                ..Machine::default()
            },
        );
        MapReport {
            name: map.name.clone(),
            map_type: map::type_name(map.map_type)
                .map_or_else(|| map.map_type.to_string(), str::to_owned),
            key_size: map.key_size,
            key,
            value_size: map.value_size,
            value,
            max_entries: map.max_entries,
            flags: map::flag_names(map.map_flags),
            pinned: map.pinning == 1,
            inner: map.inner.as_ref().map(|inner| Box::new(self.map(inner))),
            slots: map.slots.clone(),
            memory: one,
            memory_per_cpu: one
                .zip(two)
                .map(|(one, two)| two - one)
                .filter(|more| *more != 0),
        }
    }

    /// The C type that a map's definition points to.
    fn member(&self, map: &str, member: &str) -> Option<String> {
        let btf = self.btf?;
        let (_, vars) = btf.datasec(".maps")?;
        let var = vars
            .iter()
            .map(|var| btf.get(var.ty))
            .find(|var| var.name == map)?;
        let Kind::Var { ty, .. } = var.kind else {
            return None;
        };
        let Kind::Struct { members, .. } = &btf.get(btf.resolve(ty)).kind else {
            return None;
        };
        let found = members.iter().find(|found| found.name == member)?;
        match btf.get(btf.resolve(found.ty)).kind {
            Kind::Ptr { ty } => Some(btf.type_name(ty)),
            _ => None,
        }
    }

    fn variables(&self, object: &Object) -> Vec<VariableReport> {
        let mut found = Vec::new();
        for section in &object.data_sections {
            let vars = self
                .btf
                .and_then(|btf| Some((btf, btf.datasec(&section.name)?.1)));
            for variable in &section.variables {
                let ty = vars.and_then(|(btf, vars)| {
                    let mut vars = vars.iter();
                    let var = vars.find(|var| btf.get(var.ty).name == variable.name)?;
                    Some(btf.type_name(var.ty))
                });
                found.push(VariableReport {
                    name: variable.name.clone(),
                    section: section.name.clone(),
                    offset: variable.offset,
                    size: variable.size,
                    ty,
                });
            }
        }
        found
    }

    /// What the kernel defines: by BTF, or where there is none what no symbol defines.
    fn externs(&self) -> Vec<ExternReport> {
        let weak = |name: &str| {
            let mut symbols = self.elf.symbols.iter();
            symbols.any(|symbol| symbol.name == name && symbol.weak)
        };
        let Some(btf) = self.btf else {
            let undefined = self.elf.symbols.iter().filter(|symbol| {
                symbol.section.is_none() && symbol.global && !symbol.name.is_empty()
            });
            let found = undefined.map(|symbol| ExternReport {
                name: symbol.name.into(),
                kind: match symbol.kind {
                    elf::Kind::Function => "kfunc",
                    _ => "variable",
                },
                declaration: None,
                weak: symbol.weak,
            });
            return found.collect();
        };
        let mut found = Vec::new();
        for section in [".ksyms", ".kconfig"] {
            for var in btf.datasec(section).map_or(&[][..], |(_, vars)| vars) {
                let ty = btf.get(var.ty);
                found.push(ExternReport {
                    name: ty.name.into(),
                    kind: match (section, &ty.kind) {
                        (".kconfig", _) => "configuration",
                        (_, Kind::Func { .. }) => "kfunc",
                        _ => "variable",
                    },
                    declaration: Some(btf.declaration(var.ty, ty.name)),
                    weak: weak(ty.name),
                });
            }
        }
        found
    }

    fn relocations(&self) -> Vec<RelocationReport> {
        let Some(btf) = self.btf else {
            return Vec::new();
        };
        let relocations = self.ext.relocations.iter();
        let read = relocations.map(|relocation| {
            let offset = u64::from(relocation.offset);
            let mut functions = self.functions.iter();
            let function = functions.find(|function| {
                self.elf.sections[function.section].name == relocation.section
                    && (function.start..function.end).contains(&offset)
            });
            RelocationReport {
                function: function.map_or_else(String::new, |function| function.name.into()),
                slot: offset / SLOT as u64,
                subject: core::subject(btf, relocation),
                question: core::question(relocation.kind),
                position: self
                    .ext
                    .line_at(relocation.section, offset)
                    .map(|line| line.source().position),
            }
        });
        read.collect()
    }
}
