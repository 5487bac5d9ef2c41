//! What a Go file declares, as far as directives can stand above it.

use std::collections::BTreeSet;

use super::super::lexer::{self, Comment, Token};

/// A Go file.
pub(super) struct File {
    pub(super) declarations: Vec<Declaration>,
    pub(super) comments: Vec<Comment>,
    pub(super) imports: bool,
    /// The struct tags, each with its line and column.
    pub(super) tags: Vec<(String, u32, u32)>,
    /// Every name in the initial values of package variables.
    pub(super) in_variables: BTreeSet<String>,
}

/// Something that is declared at the top level, or in a group (`var (…)`) there.
pub(super) struct Declaration {
    /// The line that it starts in.
    pub(super) line: u32,
    pub(super) kind: Kind,
    pub(super) name: String,
    /// The type of a function's only result, if it is of package `bpf`, with its line and column.
    pub(super) result: Option<(String, u32, u32)>,
}

/// What is declared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Function {
        body: bool,
    },
    Method,
    /// A function with type parameters.
    Generic,
    Variable,
    /// `var (`, with so many variables in it.
    VariableGroup(usize),
    /// A variable in a group.
    Grouped,
    Type,
    Constant,
    Import,
}

impl File {
    pub(super) fn read(source: &str) -> Self {
        let text = lexer::read(source);
        let mut file = Self {
            declarations: Vec::new(),
            comments: text.comments,
            imports: false,
            tags: Vec::new(),
            in_variables: BTreeSet::new(),
        };
        let mut rest = &text.tokens[..];
        while !rest.is_empty() {
            let (statement, after) = rest.split_at(end_of_statement(rest));
            file.add(statement);
            rest = after;
        }
        // Tokens know their lines only.
        let lines: Vec<_> = source.lines().collect();
        let place = |line: u32, text: &str| {
            let found = lines.get(line as usize - 1)?.find(text)?;
            u32::try_from(found + 1).ok()
        };
        for (tag, line, column) in &mut file.tags {
            *column = place(*line, &format!("`{tag}`")).unwrap_or_default();
        }
        let results = file.declarations.iter_mut();
        for (result, line, column) in results.filter_map(|d| d.result.as_mut()) {
            *column = place(*line, &format!("bpf.{result}")).unwrap_or_default();
        }
        file
    }

    /// Adds what a statement at the top level declares.
    fn add(&mut self, statement: &[(Token, u32)]) {
        let [(Token::Name(word), line), after @ ..] = statement else {
            return;
        };
        match word.as_str() {
            "func" => self.declarations.push(function(*line, after)),
            "var" => self.variables(*line, after),
            "import" => {
                self.imports = true;
                self.push(*line, Kind::Import, after);
            }
            "type" => {
                let tags = after.iter().filter_map(|(token, line)| match token {
                    Token::Text(tag) => Some((tag.clone(), *line, 0)),
                    _ => None,
                });
                self.tags.extend(tags);
                self.group(*line, Kind::Type, after);
            }
            "const" => self.group(*line, Kind::Constant, after),
            _ => {}
        }
    }

    fn push(&mut self, line: u32, kind: Kind, after: &[(Token, u32)]) {
        let name = first_name(after);
        self.declarations.push(Declaration {
            line,
            kind,
            name,
            result: None,
        });
    }

    fn group(&mut self, line: u32, kind: Kind, after: &[(Token, u32)]) {
        self.push(line, kind, after);
        for spec in specs(after) {
            self.push(spec[0].1, kind, spec);
        }
    }

    fn variables(&mut self, line: u32, after: &[(Token, u32)]) {
        let names = after.iter().filter_map(|(token, _)| match token {
            Token::Name(name) => Some(name.clone()),
            _ => None,
        });
        self.in_variables.extend(names);
        if !after
            .first()
            .is_some_and(|(token, _)| *token == Token::Sign('('))
        {
            self.push(line, Kind::Variable, after);
            return;
        }
        let specs = specs(after);
        self.push(line, Kind::VariableGroup(specs.len()), &[]);
        for spec in specs {
            self.push(spec[0].1, Kind::Grouped, spec);
        }
    }
}

fn function(line: u32, after: &[(Token, u32)]) -> Declaration {
    let body = matches!(after, [.., (Token::Sign('}'), _), (Token::Sign(';'), _)]);
    let kind = match after {
        [(Token::Sign('('), _), ..] => Kind::Method,
        [_, (Token::Sign('['), _), ..] => Kind::Generic,
        _ => Kind::Function { body },
    };
    let receiver = after
        .iter()
        .position(|(token, _)| *token == Token::Sign(')'));
    let name = match (kind, receiver) {
        (Kind::Method, Some(end)) => first_name(&after[end + 1..]),
        _ => first_name(after),
    };
    Declaration {
        line,
        kind,
        name,
        result: result(after),
    }
}

/// The type of package `bpf` that stands between the parameters and the body of a function.
fn result(after: &[(Token, u32)]) -> Option<(String, u32, u32)> {
    let mut depth = 0_usize;
    let body = after.iter().position(|(token, _)| {
        match token {
            Token::Sign('(' | '[') => depth += 1,
            Token::Sign(')' | ']') => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && *token == Token::Sign('{')
    })?;
    match &after[..body] {
        [
            ..,
            (Token::Sign(')'), _),
            (Token::Name(package), line),
            (Token::Sign('.'), _),
            (Token::Name(ty), _),
        ] if package == "bpf" => Some((ty.clone(), *line, 0)),
        _ => None,
    }
}

fn first_name(tokens: &[(Token, u32)]) -> String {
    match tokens.first() {
        Some((Token::Name(name), _)) => name.clone(),
        _ => String::new(),
    }
}

/// How many tokens the first statement has, with its semicolon.
fn end_of_statement(tokens: &[(Token, u32)]) -> usize {
    let mut depth = 0_usize;
    for (at, (token, _)) in tokens.iter().enumerate() {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => depth = depth.saturating_sub(1),
            Token::Sign(';') if depth == 0 => return at + 1,
            _ => {}
        }
    }
    tokens.len()
}

/// The declarations between the parentheses of a group; none without.
fn specs(after: &[(Token, u32)]) -> Vec<&[(Token, u32)]> {
    let [(Token::Sign('('), _), inside @ ..] = after else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut rest = inside;
    while !rest.is_empty() && rest[0].0 != Token::Sign(')') {
        let (spec, after) = rest.split_at(end_of_statement(rest));
        if spec.len() > 1 {
            found.push(spec);
        }
        rest = after;
    }
    found
}
