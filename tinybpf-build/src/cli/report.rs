//! `build --report`: what programs and maps take of what the kernel allows.

use serde_json::{Value, json};
use tinybpf_core::{
    Object,
    inspect::{self, COMPLEXITY_LIMIT, STACK_LIMIT, Usage},
    map::{self, Machine},
};

use super::{
    Failure,
    kernel::{self, Answer, Answers, BY_ITS_LOADER, Unasked},
};
use crate::Error;

/// The figures of an object.
pub(super) struct Figures {
    usages: Vec<Usage>,
    /// Name, type and bytes of memory.
    maps: Vec<(String, String, Option<u64>)>,
    machine: Machine,
    verified: Result<Answers, Unasked>,
}

impl Figures {
    pub(super) fn of(object: &Object) -> Result<Self, Failure> {
        let usages = inspect::usages(&object.data).map_err(|error| Error::Internal {
            stage: "report".to_owned(),
            message: error.to_string(),
        })?;
        let machine = Machine::here();
        let maps = object.maps.iter().map(|map| {
            let kind = map::type_name(map.map_type).unwrap_or("unknown type");
            let kind = kind
                .strip_prefix("BPF_MAP_TYPE_")
                .unwrap_or(kind)
                .to_lowercase();
            (map.name.clone(), kind, map::memory(map, machine))
        });
        Ok(Self {
            usages,
            maps: maps.collect(),
            machine,
            verified: kernel::ask(object),
        })
    }

    /// Aligned tables, and what is not known.
    pub(super) fn text(&self) -> String {
        let mut text = self.programs();
        if !self.maps.is_empty() {
            text.push('\n');
            text.push_str(&self.memory());
        }
        let missing = match &self.verified {
            Err(Unasked { why, help }) => {
                vec![format!("no program was verified: {why}\n  = help: {help}\n")]
            }
            Ok(answers) => answers
                .iter()
                .filter_map(|(name, answer)| match answer {
                    Answer::Takes(_) => None,
                    Answer::Refuses(_) => Some(format!(
                        "the kernel refuses {name}\n  = help: `cargo tinybpf verify OBJ --kernel` explains why\n"
                    )),
                    Answer::Open(why) => Some(format!(
                        "{name} was not verified: {why}\n  = help: {BY_ITS_LOADER}\n"
                    )),
                })
                .collect(),
        };
        if !missing.is_empty() {
            text.push('\n');
            text.push_str(&missing.concat());
        }
        text
    }

    fn programs(&self) -> String {
        let head = [
            "program",
            "section",
            "instructions",
            "verified",
            "of 1M",
            "stack",
            "of 512",
            "deepest way down",
        ];
        let mut rows = vec![head.map(str::to_owned)];
        rows.extend(self.usages.iter().map(|usage| {
            let chain = usage.chain.iter();
            let chain: Vec<_> = chain
                .map(|frame| format!("{} {}", frame.function, frame.stack))
                .collect();
            let verified = self.verified(&usage.program);
            let share =
                |figure: u64| format!("{:.1}%", figure as f64 * 100.0 / COMPLEXITY_LIMIT as f64);
            [
                usage.program.clone(),
                usage.section.clone(),
                usage.instructions.to_string(),
                verified.map_or_else(|| "-".to_owned(), |figure| figure.to_string()),
                verified.map_or_else(|| "-".to_owned(), share),
                usage.stack.to_string(),
                format!("{}%", usage.stack * 100 / STACK_LIMIT),
                chain.join(" → "),
            ]
        }));
        table(&rows, &[2, 3, 4, 5, 6])
    }

    fn memory(&self) -> String {
        let memory = format!("bytes with {} CPUs", self.machine.cpus);
        let mut rows = vec![["map".to_owned(), "type".to_owned(), memory]];
        rows.extend(self.maps.iter().map(|(name, kind, bytes)| {
            let bytes = bytes.map_or_else(
                || "with what it is stored in".to_owned(),
                |bytes| format!("about {bytes}"),
            );
            [name.clone(), kind.clone(), bytes]
        }));
        table(&rows, &[2])
    }

    /// The verifier's work on a program, where the kernel told it.
    fn verified(&self, program: &str) -> Option<u64> {
        let mut answers = self.verified.as_ref().ok()?.iter();
        match answers.find(|(name, _)| name == program)?.1 {
            Answer::Takes(figure) if figure != 0 => Some(u64::from(figure)),
            _ => None,
        }
    }

    pub(super) fn json(&self) -> Value {
        let maps = self.maps.iter();
        json!({
            "stack_limit": STACK_LIMIT,
            "complexity_limit": COMPLEXITY_LIMIT,
            "programs": self.usages.iter().map(|usage| json!({
                "usage": usage,
                "verified_instructions": self.verified(&usage.program),
            })).collect::<Vec<_>>(),
            "cpus": self.machine.cpus,
            "maps": maps.map(|(name, kind, bytes)| json!({
                "name": name,
                "type": kind,
                "memory": bytes,
            })).collect::<Vec<_>>(),
        })
    }
}

/// Columns as wide as their widest cell; `right` are those of numbers.
fn table<const N: usize>(rows: &[[String; N]], right: &[usize]) -> String {
    let mut out = String::new();
    for row in rows {
        let cells = (0..N).map(|column| {
            let widths = rows.iter().map(|row| row[column].chars().count());
            let width = widths.max().unwrap_or(0);
            let cell = &row[column];
            if right.contains(&column) {
                format!("{cell:>width$}")
            } else {
                format!("{cell:width$}")
            }
        });
        let line = cells.collect::<Vec<_>>().join("  ");
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
