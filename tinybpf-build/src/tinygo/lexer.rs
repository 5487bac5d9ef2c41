//! Go's tokens, as far as declarations need them (<https://go.dev/ref/spec#Lexical_elements>).

/// A token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// An identifier or keyword.
    Name(String),
    /// A string without its quotes and escapes.
    Text(String),
    /// A string that is no UTF-8.
    Bytes,
    /// A number; that of a character, too.
    Number(String),
    /// An operator's character, a bracket, or a semicolon, also one that Go inserts at the end of a line.
    Sign(char),
}

/// A comment that ends with its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Comment {
    /// With its slashes.
    pub(super) text: String,
    /// From 1.
    pub(super) line: u32,
    /// In bytes, from 1.
    pub(super) column: u32,
    /// Whether nothing stands before it on its line.
    pub(super) alone: bool,
}

/// What a source is made of.
pub(super) struct Text {
    /// The tokens, each with its line.
    pub(super) tokens: Vec<(Token, u32)>,
    pub(super) comments: Vec<Comment>,
}

/// All tokens of a source with their lines, and its comments.
pub(super) fn read(source: &str) -> Text {
    let mut lexer = Lexer {
        source,
        rest: source,
        line: 1,
        line_start: 0,
        found: Vec::new(),
        lines: Vec::new(),
        comments: Vec::new(),
    };
    loop {
        let line = lexer.line;
        let more = lexer.step();
        lexer.lines.resize(lexer.found.len(), line);
        if !more {
            break;
        }
    }
    lexer.end_line();
    lexer.lines.resize(lexer.found.len(), lexer.line);
    Text {
        tokens: lexer.found.into_iter().zip(lexer.lines).collect(),
        comments: lexer.comments,
    }
}

struct Lexer<'s> {
    source: &'s str,
    rest: &'s str,
    /// The line that `rest` starts in, and where that begins.
    line: u32,
    line_start: usize,
    found: Vec<Token>,
    lines: Vec<u32>,
    comments: Vec<Comment>,
}

impl<'s> Lexer<'s> {
    /// Takes one token, comment or space; false at the end.
    fn step(&mut self) -> bool {
        let Some(first) = self.rest.chars().next() else {
            return false;
        };
        if self.rest.starts_with("//") {
            let before = &self.source[self.line_start..self.source.len() - self.rest.len()];
            let text = self.take(self.rest.find('\n').unwrap_or(self.rest.len()));
            self.comments.push(Comment {
                text: text.trim_end().to_owned(),
                line: self.line,
                column: u32::try_from(before.len() + 1).unwrap_or(0),
                alone: before.trim().is_empty(),
            });
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
            let text = self.take(end).replace('\r', "");
            self.take(1.min(self.rest.len()));
            self.found.push(Token::Text(text));
        } else if first == '"' {
            let text = unescape(&self.quoted(first));
            let text = String::from_utf8(text).map_or(Token::Bytes, Token::Text);
            self.found.push(text);
        } else if first == '\'' {
            let number = character(&self.quoted(first)).to_string();
            self.found.push(Token::Number(number));
        } else {
            self.take(first.len_utf8());
            self.found.push(Token::Sign(first));
        }
        true
    }

    fn take(&mut self, len: usize) -> &'s str {
        let (taken, rest) = self.rest.split_at(len);
        self.rest = rest;
        if let Some((_, last)) = taken.rsplit_once('\n') {
            self.line += taken.matches('\n').count() as u32;
            self.line_start = self.source.len() - rest.len() - last.len();
        }
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
            Some(Token::Name(_) | Token::Text(_) | Token::Bytes | Token::Number(_)) => true,
            Some(Token::Sign(sign)) => matches!(sign, ')' | ']' | '}'),
            None => false,
        };
        if ends {
            self.found.push(Token::Sign(';'));
        }
    }
}

/// The bytes of a string between its quotes (<https://go.dev/ref/spec#String_literals>).
fn unescape(text: &str) -> Vec<u8> {
    let (mut bytes, mut rest) = (Vec::new(), text);
    while let Some(at) = rest.find('\\') {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        rest = &rest[at..];
        let sign = rest[1..].chars().next().unwrap_or_default();
        let len = match sign {
            'x' | '0'..='7' => 4,
            'u' => 6,
            'U' => 10,
            _ => 1 + sign.len_utf8(),
        };
        let (escaped, after) = rest.split_at_checked(len).unwrap_or((rest, ""));
        rest = after;
        let number = character(escaped);
        match sign {
            'x' | '0'..='7' => bytes.extend(u8::try_from(number)),
            _ => bytes.extend(
                char::from_u32(number)
                    .map(String::from)
                    .unwrap_or_default()
                    .bytes(),
            ),
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

/// The number of a character between its quotes (<https://go.dev/ref/spec#Rune_literals>).
fn character(text: &str) -> u32 {
    let Some(escaped) = text.strip_prefix('\\') else {
        return text.chars().next().map_or(0, u32::from);
    };
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).unwrap_or(0);
    match escaped.chars().next() {
        Some('a') => 7,
        Some('b') => 8,
        Some('t') => 9,
        Some('n') => 10,
        Some('v') => 11,
        Some('f') => 12,
        Some('r') => 13,
        Some('x' | 'u' | 'U') => number(&escaped[1..], 16),
        Some('0'..='7') => number(escaped, 8),
        other => other.map_or(0, u32::from),
    }
}
