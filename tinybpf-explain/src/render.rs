//! An explanation as text, in the shape of rustc's errors.

use std::fmt;

use tinybpf_object::Position;

use crate::{Explanation, Step, go};

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.refused {
            return self.accepted(f);
        }
        self.headline(f)?;
        self.snippet(f)?;
        let margin = " ".repeat(self.digits());
        let mut remark = |kind: &str, text: &str| {
            let mut lines = text.lines();
            write!(
                f,
                "\n{margin} = {kind}: {}",
                lines.next().unwrap_or_default()
            )?;
            let indent = margin.len() + " = ".len() + kind.len() + ": ".len();
            lines.try_for_each(|line| {
                if line.is_empty() {
                    writeln!(f)
                } else {
                    write!(f, "\n{:indent$}{line}", "")
                }
            })
        };
        if !self.message.is_empty() {
            remark("kernel", &self.message.join("\n"))?;
        }
        for register in &self.registers {
            let sentence = register.sentence();
            if sentence.contains(' ') {
                remark("note", &sentence)?;
            }
        }
        if !self.callers.is_empty() {
            remark("note", &self.calls())?;
        }
        if !self.path.is_empty() {
            remark("note", &self.way())?;
        }
        for note in &self.notes {
            remark("note", note)?;
        }
        let Some(rule) = self.rule else {
            return remark("help", self.next_step());
        };
        remark("note", rule.why)?;
        for mend in rule.mends {
            let code: String = mend
                .code
                .lines()
                .map(|line| format!("\n    {line}"))
                .collect();
            let colon = if code.is_empty() { "" } else { ":" };
            remark("help", &format!("{}{colon}{code}", mend.text))?;
        }
        remark("rule", &format!("{} ({})", rule.name, rule.source))?;
        remark("more", &format!("`cargo tinybpf explain {}`", rule.name))
    }
}

impl Explanation {
    /// What to do where no rule is known.
    fn next_step(&self) -> &'static str {
        if self.message.is_empty() {
            return "get the whole log: with a larger buffer for it in the loader, from cilium/ebpf by `%+v`, or anew by `cargo tinybpf verify OBJECT --kernel`";
        }
        match self.position {
            Some(_) => {
                "no rule here has these words: look for them in the kernel's kernel/bpf/verifier.c, where the lines above them say what is asked of the Go line; please report them, so that there is one"
            }
            None => {
                "no rule here has these words: look for them in the kernel's kernel/bpf, where the lines above them say what is asked; with the whole log and the object that was loaded, the Go line would be named"
            }
        }
    }

    fn accepted(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let program = self.program.as_ref().map_or_else(
            || "the program".to_owned(),
            |name| format!("program `{name}`"),
        );
        write!(
            f,
            "the log is of a {program} that the kernel took",
            program = program.trim_start_matches("the ")
        )?;
        match self.work {
            Some(work) => write!(
                f,
                ": it verified {} instructions, of {} at most",
                work.instructions, work.limit
            ),
            None => Ok(()),
        }
    }

    fn headline(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.rule {
            Some(rule) => write!(f, "error[{}]: {}", rule.name, rule.title)?,
            None => {
                let said = self
                    .message
                    .first()
                    .map_or("no reason is in the log", String::as_str);
                write!(f, "error: the verifier refuses this: {said}")?;
            }
        }
        match &self.program {
            Some(program) => write!(f, " (program `{program}`)"),
            None => Ok(()),
        }
    }

    /// Position, source line and caret.
    fn snippet(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(position) = &self.position else {
            return Ok(());
        };
        let margin = " ".repeat(self.digits());
        write!(f, "\n{margin}--> {position}")?;
        let Some(source) = self
            .source
            .as_deref()
            .filter(|source| !source.trim().is_empty())
        else {
            return Ok(());
        };
        let source = source.trim_end();
        let (line, expanded) = (position.line, source.replace('\t', "    "));
        write!(f, "\n{margin} |\n{line} | {expanded}\n{margin} |")?;
        if let Some(span) = go::span(source, position.column) {
            // A column counts bytes, a caret stands below characters.
            let width = |text: &str| text.replace('\t', "    ").chars().count();
            let (before, marked) = (width(&source[..span.start]), width(&source[span]).max(1));
            write!(f, " {:before$}{}", "", "^".repeat(marked))?;
        }
        write!(f, "\n{margin} |")
    }

    /// How wide the number of the line is.
    fn digits(&self) -> usize {
        self.position
            .as_ref()
            .map_or(1, |position| position.line.to_string().len())
    }

    fn calls(&self) -> String {
        let function = self
            .instruction
            .as_ref()
            .and_then(|instruction| instruction.function.as_deref());
        let mut text = match function {
            Some(function) => format!("this is in `{function}`, called from"),
            None => "called from".to_owned(),
        };
        for step in self.callers.iter().rev() {
            text += &format!("\n{}", named(step));
        }
        text
    }

    fn way(&self) -> String {
        let mut text = "the way there".to_owned();
        if self.path_omitted > 0 {
            text += &format!(
                " ({} branches before these are left out)",
                self.path_omitted
            );
        }
        let width = self
            .path
            .iter()
            .map(|step| short(&step.position).len())
            .max()
            .unwrap_or(0);
        for step in &self.path {
            let to = step
                .to
                .as_ref()
                .map_or_else(String::new, |to| format!(" → {}", short(to)));
            let times = if step.times > 1 {
                format!(" ({} times)", step.times)
            } else {
                String::new()
            };
            text += &format!(
                "\n{:width$}  {}{to}{times}",
                short(&step.position),
                step.source
            );
        }
        text
    }
}

fn named(step: &Step) -> String {
    format!("{}  {}", short(&step.position), step.source)
}

/// File and line.
fn short(position: &Position) -> String {
    format!(
        "{}:{}",
        position.file.rsplit('/').next().unwrap_or_default(),
        position.line
    )
}
