//! `inspect`: what is in an object.

use serde_json::{Value, json};
use tinybpf_core::inspect::{self, Listing, Parts, Report};

use super::{Failure, Ui, object::Given};

/// Says what is in a BPF object, whichever compiler made it: programs, maps, variables, what it needs of the kernel, which loader takes
/// it. Without options all parts but types and machine code.
#[derive(clap::Args, Debug)]
pub(super) struct Args {
    #[command(flatten)]
    given: Given,
    /// The programs and functions: types, sections, sizes, stack, whom they call
    #[arg(long, help_heading = "Parts")]
    programs: bool,
    /// The maps and variables with their types and sizes
    #[arg(long, help_heading = "Parts")]
    maps: bool,
    /// What it asks of the kernel and the loader: kfuncs, CO-RE relocations, the lowest kernel and why
    #[arg(long, help_heading = "Parts")]
    needs: bool,
    /// The types, as C writes them
    #[arg(long, help_heading = "Parts")]
    types: bool,
    /// The machine code beside its source lines, of all functions or of one
    #[arg(long, value_name = "FUNCTION", num_args = 0..=1, require_equals = true, help_heading = "Parts")]
    asm: Option<Option<String>>,
    /// The source lines of each program with the number of instructions that they became
    #[arg(long, help_heading = "Parts")]
    lines: bool,
}

impl Args {
    pub(super) fn run(&self, ui: &Ui) -> Result<(), Failure> {
        let data = self.given.read()?;
        let report = inspect::report(&data).map_err(|error| self.given.malformed(&error))?;
        let listing = self
            .asm
            .as_ref()
            .map(|name| self.listing(&data, name.as_deref()));
        let listing = listing.transpose()?;
        if ui.is_json() {
            return ui.json(&self.json(&report, listing.as_ref()));
        }
        let mut texts = Vec::new();
        if let Some(parts) = self.parts() {
            texts.push(report.text(parts));
        }
        texts.extend(self.lines.then(|| lines(&report)));
        texts.extend(listing.map(|listing| listing.to_string()));
        ui.print(texts.join("\n").trim_end())
    }

    /// The parts of the report; none where something else is asked for.
    fn parts(&self) -> Option<Parts> {
        let Self {
            programs,
            maps,
            needs,
            types,
            ..
        } = *self;
        if programs || maps || needs || types {
            let mut parts = Parts::default();
            (parts.programs, parts.maps, parts.needs, parts.types) = (programs, maps, needs, types);
            return Some(parts);
        }
        (self.asm.is_none() && !self.lines).then(Parts::default)
    }

    /// The machine code of all functions, or of those of a name.
    fn listing(&self, data: &[u8], name: Option<&str>) -> Result<Listing, Failure> {
        let mut listing = inspect::listing(data).map_err(|error| self.given.malformed(&error))?;
        let Some(name) = name else {
            return Ok(listing);
        };
        let all: Vec<_> = listing.functions.iter().map(|f| f.name.clone()).collect();
        listing.functions.retain(|function| function.name == name);
        if listing.functions.is_empty() {
            return Err(Failure::Usage(format!(
                "{} has no function {name}; there are {}",
                self.given.object.display(),
                all.join(", ")
            )));
        }
        Ok(listing)
    }

    fn json(&self, report: &Report, listing: Option<&Listing>) -> Value {
        let mut value = json!(report);
        if let (Value::Object(members), Some(listing)) = (&mut value, listing) {
            members.insert("code".to_owned(), json!(listing.functions));
        }
        value
    }
}

/// The lines of each program, those that became most first.
fn lines(report: &Report) -> String {
    let mut out = Vec::new();
    for program in &report.programs {
        let usage = &program.usage;
        out.push(format!(
            "{}, {} instructions",
            program.name, usage.instructions
        ));
        if usage.lines.is_empty() {
            out.push("  no source lines".to_owned());
        }
        for line in &usage.lines {
            let at = &line.source.position;
            out.push(format!(
                "{:>7}  {}:{}  {}",
                line.instructions, at.file, at.line, line.source.text
            ));
        }
        out.push(String::new());
    }
    out.join("\n")
}
