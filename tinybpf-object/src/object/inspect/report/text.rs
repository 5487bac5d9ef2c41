//! A report for people.

use std::fmt::Write as _;

use super::{MapReport, ProgramReport, Report};
use crate::Position;

/// Which parts of a report are written. The default is all but types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The programs with their functions.
    pub programs: bool,
    /// The maps and variables.
    pub maps: bool,
    /// What the object asks of kernel and loader: externs, relocations, needs.
    pub needs: bool,
    /// The types as C writes them.
    pub types: bool,
}

impl Default for Parts {
    fn default() -> Self {
        Self {
            programs: true,
            maps: true,
            needs: true,
            types: false,
        }
    }
}

impl Report {
    /// The report as aligned text.
    #[must_use]
    pub fn text(&self, parts: Parts) -> String {
        let mut out = String::new();
        if parts.programs {
            self.head(&mut out);
            self.programs(&mut out);
        }
        if parts.maps {
            self.maps(&mut out);
            self.variables(&mut out);
        }
        if parts.needs {
            self.kernel(&mut out);
            self.loaders(&mut out);
        }
        if parts.types {
            title(&mut out, "types");
            out.push_str(match self.types.as_str() {
                "" => "  none: the object has no BTF\n",
                types => types,
            });
        }
        out
    }

    fn head(&self, out: &mut String) {
        let license = match self.license.as_str() {
            "" => "no licence".to_owned(),
            license => format!("licence {license}"),
        };
        let types = match (self.btf, self.lines) {
            (true, true) => "types and source lines",
            (true, false) => "types, no source lines",
            (false, _) => "no types (BTF), so that much of this is unknown",
        };
        let kernel = match &self.lowest_kernel {
            Some(kernel) => format!(", for Linux {kernel} or newer"),
            None => String::new(),
        };
        _ = writeln!(
            out,
            "BPF object, {}-endian, {license}{kernel}, {types}",
            self.endian
        );
    }

    fn programs(&self, out: &mut String) {
        title(out, "programs");
        for program in &self.programs {
            let ProgramReport {
                name,
                section,
                usage,
                ..
            } = program;
            _ = writeln!(
                out,
                "  {name} in {section}{}",
                at(program.position.as_ref())
            );
            let kind = program
                .program_type
                .unwrap_or("a section that no loader knows");
            let mut words = vec![kind.to_owned()];
            words.extend(program.attach_type.map(str::to_owned));
            words.extend(
                program
                    .target
                    .as_ref()
                    .map(|target| format!("attaches to {target}")),
            );
            words.extend(program.sleepable.then(|| "may sleep".to_owned()));
            words.extend(program.on_demand.then(|| "loaded on demand".to_owned()));
            _ = writeln!(out, "    {}", words.join(", "));
            let chain: Vec<_> = usage
                .chain
                .iter()
                .map(|frame| format!("{} {}", frame.function, frame.stack))
                .collect();
            _ = writeln!(
                out,
                "    {} instructions, {} of 512 bytes of stack: {}",
                usage.instructions,
                usage.stack,
                chain.join(" → ")
            );
            for (what, names) in [("runs", &program.calls), ("calls", &program.helpers)] {
                if !names.is_empty() {
                    _ = writeln!(out, "    {what} {}", names.join(", "));
                }
            }
        }
        self.functions(out);
    }

    fn functions(&self, out: &mut String) {
        title(out, "functions");
        let rows = self.functions.iter().map(|function| {
            let name = function.prototype.as_ref().unwrap_or(&function.name);
            [
                name.clone(),
                format!("{} instructions", function.instructions),
                format!("{} bytes of stack", function.stack),
                format!("{}{}", function.section, at(function.position.as_ref())),
            ]
        });
        table(out, rows);
    }

    fn maps(&self, out: &mut String) {
        if self.maps.is_empty() {
            return;
        }
        title(out, "maps");
        for map in &self.maps {
            self::map(out, map, "  ");
        }
    }

    fn variables(&self, out: &mut String) {
        if self.variables.is_empty() {
            return;
        }
        title(out, "variables");
        let rows = self.variables.iter().map(|variable| {
            [
                variable.name.clone(),
                variable
                    .ty
                    .clone()
                    .unwrap_or_else(|| "unknown type".to_owned()),
                format!("{} bytes", variable.size),
                format!("{}+{}", variable.section, variable.offset),
            ]
        });
        table(out, rows);
    }

    /// What it asks of the kernel.
    fn kernel(&self, out: &mut String) {
        if !self.externs.is_empty() {
            title(out, "defined by the kernel");
            let rows = self.externs.iter().map(|found| {
                let weak = if found.weak { ", may be missing" } else { "" };
                [
                    found.declaration.as_ref().unwrap_or(&found.name).clone(),
                    format!("{}{weak}", found.kind),
                ]
            });
            table(out, rows);
        }
        if !self.struct_ops.is_empty() {
            title(out, "structs of functions");
            let rows = self
                .struct_ops
                .iter()
                .map(|of| [of.name.clone(), of.kernel_name.clone(), of.section.clone()]);
            table(out, rows);
        }
        if !self.relocations.is_empty() {
            title(out, "CO-RE relocations");
            let rows = self.relocations.iter().map(|found| {
                [
                    found.subject.clone(),
                    found.question.to_owned(),
                    format!(
                        "{}:{}{}",
                        found.function,
                        found.slot,
                        at(found.position.as_ref())
                    ),
                ]
            });
            table(out, rows);
        }
        title(out, "needs");
        if self.needs.is_empty() {
            out.push_str("  nothing that only newer kernels have\n");
        }
        let rows = self.needs.iter().map(|need| {
            [
                format!("Linux {}", need.kernel),
                format!("{}{}", need.feature, at(need.position.as_ref())),
            ]
        });
        table(out, rows);
    }

    fn loaders(&self, out: &mut String) {
        title(out, "loaders");
        for loader in &self.loaders {
            if loader.refuses.is_empty() {
                _ = writeln!(out, "  {} takes it", loader.loader);
            }
            for why in &loader.refuses {
                _ = writeln!(out, "  {} does not take all of it: {why}", loader.loader);
            }
        }
    }
}

fn map(out: &mut String, map: &MapReport, indent: &str) {
    let part = |what: &str, size: u32, ty: Option<&String>| match (size, ty) {
        (_, Some(ty)) => format!(", {what} {ty} of {size} bytes"),
        (0, None) => String::new(),
        (size, None) => format!(", {what} of {size} bytes"),
    };
    let name = match map.name.as_str() {
        "" => "maps in it",
        name => name,
    };
    _ = write!(
        out,
        "{indent}{name}: {}{}{}",
        map.map_type,
        part("key", map.key_size, map.key.as_ref()),
        part("value", map.value_size, map.value.as_ref())
    );
    if map.max_entries != 0 {
        _ = write!(out, ", max_entries {}", map.max_entries);
    }
    for flag in &map.flags {
        _ = write!(out, ", {flag}");
    }
    if map.pinned {
        out.push_str(", pinned by name");
    }
    if let Some(memory) = map.memory {
        _ = write!(out, ", about {}", size(memory));
    }
    if let Some(more) = map.memory_per_cpu {
        _ = write!(out, " and {} for each further CPU", size(more));
    }
    out.push('\n');
    if let Some(inner) = &map.inner {
        self::map(out, inner, &format!("{indent}  "));
    }
    for (at, slot) in map.slots.iter().enumerate() {
        if let Some(slot) = slot {
            _ = writeln!(out, "{indent}  {at}: {slot}");
        }
    }
}

/// Bytes as people read them: `4.2 KiB`.
#[must_use]
pub(crate) fn size(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["KiB", "MiB", "GiB", "TiB"];
    if bytes < 1024 {
        return format!("{bytes} bytes");
    }
    let (mut value, mut unit) = (bytes as f64 / 1024.0, UNITS[0]);
    for next in &UNITS[1..] {
        if value >= 1024.0 {
            (value, unit) = (value / 1024.0, next);
        }
    }
    format!("{value:.1} {unit}")
}

fn title(out: &mut String, title: &str) {
    if !out.is_empty() {
        out.push('\n');
    }
    _ = writeln!(out, "{title}");
}

/// ` (main.go:12:3)`, or nothing.
fn at(position: Option<&Position>) -> String {
    position.map_or_else(String::new, |position| format!(" ({position})"))
}

/// Rows in columns, indented.
fn table<const N: usize>(out: &mut String, rows: impl Iterator<Item = [String; N]>) {
    let rows: Vec<_> = rows.collect();
    let width = |column: usize| {
        rows.iter()
            .map(|row| row[column].chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..N).map(width).collect();
    for row in &rows {
        let mut line = String::from("  ");
        for (cell, width) in row.iter().zip(&widths) {
            _ = write!(line, "{cell:width$}  ");
        }
        _ = writeln!(out, "{}", line.trim_end());
    }
}
