//! Declarations of Go's constants, and their expressions.

use super::{
    super::{super::lexer::Token, constants::Declared},
    Parser, basic,
};

impl Parser<'_> {
    pub(super) fn constant(&mut self) {
        let mut names = Vec::new();
        while names.is_empty() || self.eat(',') {
            let line = self.line();
            let Some(name) = self.name() else { return };
            names.push((name, line));
        }
        let start = self.at;
        while self.peek().is_some() && !self.is('=') && !self.is(';') && !self.is(')') {
            self.at += 1;
        }
        let ty = self.qualified(&self.tokens[start..self.at]);
        if self.eat('=') {
            let ty = match &ty[..] {
                [Token::Name(name)] => Some(name.clone()),
                _ => None,
            };
            self.repeated = (ty, self.expressions());
        }
        let (ty, expressions) = self.repeated.clone();
        for ((name, line), expression) in names.into_iter().zip(expressions) {
            let declared = Declared {
                ty: ty.clone(),
                expression,
                iota: self.iota,
                order: 0,
                line,
                file: self.file,
            };
            if name != "_" {
                self.constants
                    .declare(format!("{}.{name}", self.package), declared);
            }
        }
        self.iota += 1;
    }

    /// A list of expressions up to the end of the declaration.
    fn expressions(&mut self) -> Vec<Vec<Token>> {
        let mut all = Vec::new();
        loop {
            let start = self.at;
            self.skip_expression();
            all.push(self.qualified(&self.tokens[start..self.at]));
            if !self.eat(',') {
                return all;
            }
        }
    }

    /// Stops before what ends an expression.
    fn skip_expression(&mut self) {
        let mut depth = 0_usize;
        while let Some(token) = self.peek() {
            match token {
                Token::Sign(',' | ';' | ')') if depth == 0 => return,
                Token::Sign('(' | '[' | '{') => depth += 1,
                Token::Sign(')' | ']' | '}') => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.at += 1;
        }
    }

    /// An expression in which all names have their packages'.
    pub(super) fn qualified(&self, expression: &[Token]) -> Vec<Token> {
        let mut qualified = Vec::new();
        let mut tokens = expression.iter().peekable();
        while let Some(token) = tokens.next() {
            let Token::Name(name) = token else {
                qualified.push(token.clone());
                continue;
            };
            let name = if tokens.next_if_eq(&&Token::Sign('.')).is_some() {
                let path = self.imports.get(name).unwrap_or(name);
                match tokens.next() {
                    Some(Token::Name(local)) => format!("{path}.{local}"),
                    _ => String::new(),
                }
            } else if basic(name).is_some() || matches!(name.as_str(), "iota" | "true" | "false") {
                name.clone()
            } else {
                format!("{}.{name}", self.package)
            };
            qualified.push(Token::Name(name));
        }
        qualified
    }
}
