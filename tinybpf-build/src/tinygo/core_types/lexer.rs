//! Go's tokens, as far as declarations need them (<https://go.dev/ref/spec#Lexical_elements>).

/// A token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// An identifier or keyword.
    Name(String),
    /// A string without its quotes; escapes stay as they are.
    Text(String),
    /// A number.
    Number(String),
    /// An operator's character, a bracket, or a semicolon, also one that Go inserts at the end of a line.
    Sign(char),
}

/// All tokens of a source.
pub(super) fn tokens(source: &str) -> Vec<Token> {
    let mut lexer = Lexer {
        rest: source,
        found: Vec::new(),
    };
    while lexer.step() {}
    lexer.end_line();
    lexer.found
}

struct Lexer<'s> {
    rest: &'s str,
    found: Vec<Token>,
}

impl Lexer<'_> {
    /// Takes one token, comment or space; false at the end.
    fn step(&mut self) -> bool {
        let Some(first) = self.rest.chars().next() else {
            return false;
        };
        if self.rest.starts_with("//") {
            self.take(self.rest.find('\n').unwrap_or(self.rest.len()));
        } else if self.rest.starts_with("/*") {
            let end = self.rest.find("*/").map_or(self.rest.len(), |end| end + 2);
            if self.take(end).contains('\n') {
                self.end_line();
            }
        } else if first == '\n' {
            self.take(1);
            self.end_line();
        } else if first.is_whitespace() {
            self.take(first.len_utf8());
        } else if first.is_alphabetic() || first == '_' {
            let name = self.take_while(|c| c.is_alphanumeric() || c == '_');
            self.found.push(Token::Name(name));
        } else if first.is_ascii_digit() {
            let number = self.take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'));
            self.found.push(Token::Number(number));
        } else if first == '`' {
            self.take(1);
            let end = self.rest.find('`').unwrap_or(self.rest.len());
            let text = self.take(end).to_owned();
            self.take(1.min(self.rest.len()));
            self.found.push(Token::Text(text));
        } else if matches!(first, '"' | '\'') {
            let text = self.quoted(first);
            self.found.push(Token::Text(text));
        } else {
            self.take(first.len_utf8());
            self.found.push(Token::Sign(first));
        }
        true
    }

    fn take(&mut self, len: usize) -> &str {
        let (taken, rest) = self.rest.split_at(len);
        self.rest = rest;
        taken
    }

    fn take_while(&mut self, fits: impl Fn(char) -> bool) -> String {
        let end = self.rest.find(|c| !fits(c)).unwrap_or(self.rest.len());
        self.take(end).to_owned()
    }

    fn quoted(&mut self, quote: char) -> String {
        let mut escaped = false;
        let inside = &self.rest[1..];
        let end = inside.find(|c| {
            let ends = !escaped && (c == quote || c == '\n');
            escaped = !escaped && c == '\\';
            ends
        });
        let end = end.unwrap_or(inside.len());
        let text = inside[..end].to_owned();
        self.take((1 + end + 1).min(self.rest.len()));
        text
    }

    /// Inserts a semicolon where Go does (<https://go.dev/ref/spec#Semicolons>).
    fn end_line(&mut self) {
        let ends = match self.found.last() {
            Some(Token::Name(_) | Token::Text(_) | Token::Number(_)) => true,
            Some(Token::Sign(sign)) => matches!(sign, ')' | ']' | '}'),
            None => false,
        };
        if ends {
            self.found.push(Token::Sign(';'));
        }
    }
}
