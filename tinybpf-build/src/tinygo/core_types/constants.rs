//! Constants, which are lengths of arrays: declared in any file, also of another package, in terms of each other.

use std::collections::BTreeMap;

use super::super::lexer::Token;

/// What constants are declared as, by name with the package's; the names in there have theirs too.
#[derive(Default)]
pub(super) struct Constants {
    declared: BTreeMap<String, Vec<Token>>,
}

impl Constants {
    pub(super) fn declare(&mut self, name: String, expression: Vec<Token>) {
        self.declared.insert(name, expression);
    }

    /// The value of a constant expression; `None` if it is more than arithmetic of numbers and constants (`iota`, `len`).
    pub(super) fn value(&self, expression: &[Token]) -> Option<u64> {
        self.evaluate(expression, 0)
    }

    fn evaluate(&self, expression: &[Token], depth: u32) -> Option<u64> {
        // Constants cannot be declared in terms of themselves, but what is read here need not be Go.
        const DEEP: u32 = 32;
        let mut evaluator = Evaluator {
            constants: self,
            tokens: expression,
            depth: (depth < DEEP).then_some(depth)?,
        };
        let value = evaluator.expression(0)?;
        evaluator.tokens.is_empty().then_some(value)
    }
}

/// The binary operators with their precedence (<https://go.dev/ref/spec#Operator_precedence>).
const OPERATORS: &[(&str, u32)] = &[
    ("<<", 2),
    (">>", 2),
    ("*", 2),
    ("/", 2),
    ("%", 2),
    ("&", 2),
    ("+", 1),
    ("-", 1),
    ("|", 1),
    ("^", 1),
];

const INTEGERS: &[&str] = &[
    "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64",
    "byte", "uintptr",
];

struct Evaluator<'e> {
    constants: &'e Constants,
    tokens: &'e [Token],
    depth: u32,
}

impl Evaluator<'_> {
    fn expression(&mut self, least: u32) -> Option<u64> {
        let mut value = self.operand()?;
        while let Some((operator, precedence)) = self.operator().filter(|(_, p)| *p > least) {
            self.tokens = &self.tokens[operator.len()..];
            let right = self.expression(precedence)?;
            value = apply(operator, value, right)?;
        }
        Some(value)
    }

    fn operator(&self) -> Option<(&'static str, u32)> {
        let is_here = |operator: &str| {
            operator
                .chars()
                .enumerate()
                .all(|(at, sign)| self.tokens.get(at) == Some(&Token::Sign(sign)))
        };
        OPERATORS.iter().copied().find(|(op, _)| is_here(op))
    }

    fn operand(&mut self) -> Option<u64> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        match first {
            Token::Number(number) => integer(number),
            // A conversion to a type is its operand.
            Token::Name(name) if INTEGERS.contains(&name.as_str()) => self.operand(),
            Token::Name(name) => {
                let declared = self.constants.declared.get(name)?;
                self.constants.evaluate(declared, self.depth + 1)
            }
            Token::Sign('(') => {
                let value = self.expression(0)?;
                let (close, rest) = self.tokens.split_first()?;
                self.tokens = rest;
                (*close == Token::Sign(')')).then_some(value)
            }
            Token::Sign('+') => self.operand(),
            _ => None,
        }
    }
}

fn apply(operator: &str, left: u64, right: u64) -> Option<u64> {
    match operator {
        "<<" => left.checked_shl(right.try_into().ok()?),
        ">>" => left.checked_shr(right.try_into().ok()?),
        "*" => left.checked_mul(right),
        "/" => left.checked_div(right),
        "%" => left.checked_rem(right),
        "&" => Some(left & right),
        "+" => left.checked_add(right),
        "-" => left.checked_sub(right),
        "|" => Some(left | right),
        "^" => Some(left ^ right),
        _ => None,
    }
}

/// The value of an integer literal.
fn integer(text: &str) -> Option<u64> {
    let text = text.replace('_', "").to_lowercase();
    let (digits, radix) = match text.get(..2) {
        Some("0x") => (&text[2..], 16),
        Some("0b") => (&text[2..], 2),
        Some("0o") => (&text[2..], 8),
        _ if text.len() > 1 && text.starts_with('0') => (&text[1..], 8),
        _ => (&text[..], 10),
    };
    u64::from_str_radix(digits, radix).ok()
}

#[cfg(test)]
mod tests {
    use super::{super::super::lexer::tokens, Constants};

    #[test]
    fn arithmetic() {
        let mut constants = Constants::default();
        constants.declare("Half".to_owned(), expression("Quarter * 2"));
        constants.declare("Quarter".to_owned(), expression("1 << 2"));
        constants.declare("Loop".to_owned(), expression("Loop + 1"));
        for (text, value) in [
            ("16", Some(16)),
            ("2 * Half", Some(16)),
            ("(1 + 2) * 3 - 4", Some(5)),
            ("1 + 2 * 3 - 4", Some(3)),
            ("2 - 1 - 1", Some(0)),
            ("0x40 / uint32(Half) | 1", Some(9)),
            ("uint8(1 << 3)", Some(8)),
            ("1 - 2", None),
            ("1 / 0", None),
            ("1 << 64", None),
            ("len(Half)", None),
            ("Loop", None),
            ("iota", None),
            ("", None),
            ("(", None),
        ] {
            assert_eq!(constants.value(&expression(text)), value, "{text}");
        }
    }

    fn expression(text: &str) -> Vec<super::Token> {
        let mut tokens = tokens(text);
        tokens.retain(|token| *token != super::Token::Sign(';'));
        tokens
    }
}
