//! Reports directives (`//export`, `//go:section` …) that do nothing: TinyGo passes over what is misspelt or stands elsewhere
//! than it looks, and the program is gone without a word.
//!
//! Where TinyGo looks: `parsePragmas` and `loadASTComments` in compiler/symbol.go.

mod declarations;
mod tags;
mod verdicts;
mod words;

use std::{collections::BTreeSet, fs, path::Path, path::PathBuf};

use tinybpf_core::{Diagnostic, Position, Topic, helpers, kfuncs};

use self::{
    declarations::{Declaration, File, Kind},
    words::{Directive, Meant},
};
use super::{lexer::Comment, report};

/// What is wrong with the directives of these files.
pub(super) fn check(files: &[PathBuf]) -> Vec<Diagnostic> {
    let read = |path: &PathBuf| Some((path.clone(), fs::read_to_string(path).ok()?));
    let texts: Vec<_> = files.iter().filter_map(read).collect();
    let files: Vec<_> = texts
        .iter()
        .map(|(path, text)| (path.as_path(), File::read(text)))
        .collect();
    let named: BTreeSet<_> = files
        .iter()
        .flat_map(|(_, file)| file.in_variables.iter().map(String::as_str))
        .collect();
    let mut findings = Vec::new();
    for (path, file) in &files {
        let in_package =
            |(other, file): &(&Path, File)| other.parent() == path.parent() && file.imports;
        let checker = Checker {
            path,
            file,
            imports: files.iter().any(in_package),
            named: &named,
        };
        findings.extend(checker.check());
    }
    findings.sort_by(|a, b| a.position.cmp(&b.position));
    findings
}

/// Message and help.
type Fault = (String, String);

struct Checker<'a> {
    path: &'a Path,
    file: &'a File,
    /// Whether the package imports anything: without "unsafe", itself or in what it imports, TinyGo passes over sections.
    imports: bool,
    /// The names in package variables: programs that these hold need no `//export`.
    named: &'a BTreeSet<&'a str>,
}

impl Checker<'_> {
    fn check(&self) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        let mut groups = Vec::new();
        for comment in &self.file.comments {
            if comment.alone && comment.text.starts_with("//go:embed ") {
                let message = format!(
                    "`{}` cannot be used in BPF: files are embedded when a program is linked, and a BPF object is not",
                    comment.text
                );
                let help = "let user space put it into a map, or into a package variable (`var table [256]byte`) before loading";
                findings.push(self.finding(comment, message, help.to_owned()));
                continue;
            }
            let Some(meant) = Meant::of(comment) else {
                continue;
            };
            let above = self.declaration_below(comment);
            let fault = match &meant {
                Meant::Is(directive) => self.fault(directive, comment, above),
                Meant::Like { .. } => meant.fault(above.is_some_and(|d| is_placed(d.kind))),
            };
            if let Some((message, help)) = fault {
                findings.push(self.finding(comment, message, help));
            } else if let (Meant::Is(directive), Some(above)) = (meant, above) {
                groups.push((above.line, directive, comment, above));
            }
        }
        for of_one in groups.chunk_by(|a, b| a.0 == b.0) {
            findings.extend(self.check_together(of_one));
        }
        for (tag, line, column) in &self.file.tags {
            let fault = tags::fault(tag);
            findings.extend(fault.map(|f| self.at(Topic::Directives, (*line, *column), f)));
        }
        findings
    }

    fn finding(&self, comment: &Comment, message: String, help: String) -> Diagnostic {
        let place = (comment.line, comment.column);
        self.at(Topic::Directives, place, (message, help))
    }

    fn at(&self, topic: Topic, place: (u32, u32), (message, help): Fault) -> Diagnostic {
        let position = Position {
            file: self.path.display().to_string(),
            line: place.0,
            column: place.1,
        };
        let mut finding = report::error(topic, Some(position), message);
        finding.help.push(help);
        finding
    }

    /// What a comment is the documentation of: the declaration right below it and the comments after it.
    fn declaration_below(&self, comment: &Comment) -> Option<&Declaration> {
        if !comment.alone {
            return None;
        }
        let mut line = comment.line + 1;
        while self.file.comments.iter().any(|c| c.alone && c.line == line) {
            line += 1;
        }
        self.file.declarations.iter().find(|d| d.line == line)
    }

    /// What is wrong with a directive itself, and with where it stands.
    fn fault(
        &self,
        directive: &Directive,
        comment: &Comment,
        above: Option<&Declaration>,
    ) -> Option<Fault> {
        let (head, line) = (&directive.head, &comment.text);
        if let Some(fault) = directive.arguments() {
            return Some(fault);
        }
        let Some(above) = above else {
            // Go takes it anywhere in a file.
            if head == "go:linkname" {
                return None;
            }
            return Some((
                format!("`{line}` stands above nothing, and does nothing"),
                "write it right above the line with `func` or `var`, without an empty line between"
                    .to_owned(),
            ));
        };
        match (head.as_str(), above.kind) {
            ("go:section" | "go:extern", Kind::VariableGroup(count)) if count > 1 => Some((
                format!("`{line}` stands above a group of variables, where it does nothing"),
                "declare the variable by itself (`var name = …`), below the directive".to_owned(),
            )),
            ("go:section" | "go:extern", Kind::Grouped) => Some((
                format!(
                    "`{line}` stands above a variable in a group (`var (…)`), where it does nothing"
                ),
                "declare the variable by itself (`var name = …`), below the directive".to_owned(),
            )),
            ("go:extern", Kind::Function { body: false }) => {
                self.extern_function(directive, &above.name)
            }
            ("go:section", Kind::Function { .. }) if !self.imports => Some((
                format!("`{line}` does nothing in a package that does not import \"unsafe\""),
                "write `import _ \"unsafe\"`".to_owned(),
            )),
            ("export" | "go:export" | "go:section", Kind::Generic) => Some((
                format!(
                    "`{line}` does nothing above a function with type parameters, which has no code of its own"
                ),
                "write a function without type parameters that calls it".to_owned(),
            )),
            ("export" | "go:export", Kind::Function { .. } | Kind::Method)
            | (
                "go:section",
                Kind::Function { .. } | Kind::Method | Kind::Variable | Kind::VariableGroup(_),
            )
            | ("go:extern", Kind::Variable | Kind::VariableGroup(_)) => None,
            ("go:linkname", _) => self.linkname(directive, above),
            (_, kind) => {
                let takes = match head.as_str() {
                    "go:section" => "a function or a variable",
                    "go:extern" => "a variable",
                    _ => "a function",
                };
                Some((
                    format!(
                        "`{line}` stands above {}, where it does nothing",
                        words::of(kind)
                    ),
                    format!("write it right above {takes}"),
                ))
            }
        }
    }

    /// Above a function, TinyGo does not look for it: the function's own name must be the helper's.
    fn extern_function(&self, directive: &Directive, name: &str) -> Option<Fault> {
        let symbol = directive.words.first()?.trim_start_matches('_');
        let helper = helpers::by_name(symbol).map(helpers::Helper::go_name);
        let go_name =
            helper.or_else(|| kfuncs::by_name(symbol).map(|k| kfuncs::go_name(k.name)))?;
        (go_name != name && helpers::by_go_name(name).is_none()).then(|| {
            (
                format!("`//go:extern {symbol}` does nothing above a function, and `{name}` says nothing of the helper"),
                format!("call the function `{go_name}`, or write `//go:linkname {name} {symbol}`"),
            )
        })
    }

    /// TinyGo looks for it above what it names.
    fn linkname(&self, directive: &Directive, above: &Declaration) -> Option<Fault> {
        let [local, symbol] = &directive.words[..] else {
            return None;
        };
        let is_kernels = symbol.starts_with("bpf_") || symbol.starts_with("__");
        (*local != above.name && is_kernels).then(|| {
            (
                format!(
                    "`//go:linkname {local} {symbol}` stands above `{}`, where it does nothing",
                    above.name
                ),
                format!("write it right above `{local}`"),
            )
        })
    }

    /// What is wrong with the directives of one declaration together.
    fn check_together(
        &self,
        of_one: &[(u32, Directive, &Comment, &Declaration)],
    ) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for (at, (_, directive, comment, _)) in of_one.iter().enumerate() {
            let is_same = |(_, other, ..): &&(u32, Directive, &Comment, &Declaration)| {
                other.kind() == directive.kind()
            };
            if let Some((_, first, ..)) = of_one[..at].iter().find(is_same)
                && directive.head != "go:linkname"
            {
                let message = format!(
                    "`{}` stands below another one, `{}`, and only one counts",
                    comment.text,
                    first.text()
                );
                let help = match directive.kind() {
                    "export" => "a function has one name; write another function that calls it",
                    _ => {
                        "a program lies in one section: write another function, with the common code in a third one that both call"
                    }
                };
                findings.push(self.finding(comment, message, help.to_owned()));
            }
        }
        let has = |kind: &str| {
            of_one
                .iter()
                .any(|(_, directive, ..)| directive.kind() == kind)
        };
        let section = of_one
            .iter()
            .find(|(_, directive, ..)| directive.kind() == "section");
        if let Some((_, directive, _, declaration)) = section
            && let Some((result, line, column)) = &declaration.result
        {
            let fault = verdicts::fault(&declaration.name, result, &directive.words[0]);
            findings.extend(
                fault.map(|fault| self.at(Topic::ProgramSignature, (*line, *column), fault)),
            );
        }
        if let Some((_, _, comment, declaration)) = section
            && matches!(
                declaration.kind,
                Kind::Function { body: true } | Kind::Method
            )
            && !has("export")
            && !has("linkname")
            && !self.named.contains(declaration.name.as_str())
        {
            let name = &declaration.name;
            findings.push(self.finding(
                comment,
                format!("function `{name}` has a section, but no `//export` makes it a program, so the object would not have it"),
                format!("write `//export {}` above it, or remove the section if it is no program", words::snake(name)),
            ));
        }
        findings
    }
}

/// Whether directives have a meaning above a declaration.
fn is_placed(kind: Kind) -> bool {
    matches!(kind, Kind::Function { .. } | Kind::Variable | Kind::Generic)
}

#[cfg(test)]
mod tests;
