//! Constants, which are lengths of arrays, what enumerations are made of, and what the other side of the border wants to know:
//! declared in any file, also of another package, in terms of each other.

use std::{cmp::Ordering, collections::BTreeMap};

use super::super::lexer::Token;

/// What constants are declared as, by name with the package's; the names in there have theirs too.
#[derive(Default)]
pub(super) struct Constants {
    declared: BTreeMap<String, Declared>,
    /// The integer types that are no basic ones, with their bits where they are unsigned.
    types: BTreeMap<String, Option<u32>>,
}

/// What a constant is declared as.
#[derive(Clone, Debug)]
pub(super) struct Declared {
    /// The type that the declaration names.
    pub(super) ty: Option<String>,
    pub(super) expression: Vec<Token>,
    /// The number of the declaration in its brackets.
    pub(super) iota: i128,
    /// The number of the constant among all, in the order of the sources.
    pub(super) order: usize,
    pub(super) line: u32,
    /// The number of its file.
    pub(super) file: usize,
}

/// What a constant is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    pub(super) literal: Literal,
    /// The type's name; none for an untyped constant.
    pub(super) ty: Option<String>,
}

/// The value of a constant without its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Literal {
    Integer(i128),
    Bool(bool),
    Text(String),
}

impl Constants {
    pub(super) fn declare(&mut self, name: String, mut declared: Declared) {
        declared.order = self.declared.len();
        self.declared.insert(name, declared);
    }

    /// Tells of an integer type, which constants can be converted to.
    pub(super) fn know(&mut self, name: &str, bits: u32, signed: bool) {
        self.types
            .insert(name.to_owned(), (!signed).then_some(bits));
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Declared)> {
        self.declared.iter().map(|(name, d)| (name.as_str(), d))
    }

    /// The value of an array's length; `None` if it is more than arithmetic of numbers and constants (`len`).
    pub(super) fn length(&self, expression: &[Token]) -> Option<u64> {
        match self.evaluate(expression, 0, 0)?.literal {
            Literal::Integer(number) => u64::try_from(number).ok(),
            _ => None,
        }
    }

    /// What a constant is; `None` if it is more than arithmetic of integers, strings and bools.
    pub(super) fn value(&self, declared: &Declared) -> Option<Value> {
        self.value_at(declared, 0)
    }

    fn value_at(&self, declared: &Declared, depth: u32) -> Option<Value> {
        let value = self.evaluate(&declared.expression, declared.iota, depth)?;
        let ty = declared.ty.clone().or(value.ty);
        // What `/` gives is another number there.
        let is_float = ty
            .as_deref()
            .is_some_and(|ty| ty.starts_with("float") || ty.starts_with("complex"));
        (!is_float).then_some(Value { ty, ..value })
    }

    fn evaluate(&self, expression: &[Token], iota: i128, depth: u32) -> Option<Value> {
        // Constants cannot be declared in terms of themselves, but what is read here need not be Go.
        const DEEP: u32 = 32;
        let mut evaluator = Evaluator {
            constants: self,
            tokens: expression,
            iota,
            depth: (depth < DEEP).then_some(depth)?,
        };
        let value = evaluator.expression(0)?;
        evaluator.tokens.is_empty().then_some(value)
    }

    /// The bits of an unsigned type; `Some(None)` for a signed one.
    fn unsigned(&self, ty: &str) -> Option<Option<u32>> {
        match ty {
            "int" | "int8" | "int16" | "int32" | "int64" | "rune" => Some(None),
            "uint8" | "byte" => Some(Some(8)),
            "uint16" => Some(Some(16)),
            "uint32" => Some(Some(32)),
            "uint" | "uint64" | "uintptr" => Some(Some(64)),
            other => self.types.get(other).copied(),
        }
    }
}

/// The binary operators with their precedence (<https://go.dev/ref/spec#Operator_precedence>).
const OPERATORS: &[(&str, u32)] = &[
    ("||", 1),
    ("&&", 2),
    ("<<", 5),
    (">>", 5),
    ("==", 3),
    ("!=", 3),
    ("<=", 3),
    (">=", 3),
    ("<", 3),
    (">", 3),
    ("*", 5),
    ("/", 5),
    ("%", 5),
    // `&^` is `&` of what `^` gives.
    ("&", 5),
    ("+", 4),
    ("-", 4),
    ("|", 4),
    ("^", 4),
];

struct Evaluator<'e> {
    constants: &'e Constants,
    tokens: &'e [Token],
    iota: i128,
    depth: u32,
}

impl Evaluator<'_> {
    fn expression(&mut self, least: u32) -> Option<Value> {
        let mut value = self.operand()?;
        while let Some((operator, precedence)) = self.operator().filter(|(_, p)| *p > least) {
            self.tokens = &self.tokens[operator.len()..];
            let right = self.expression(precedence)?;
            let is_shift = matches!(operator, "<<" | ">>");
            let ty = value.ty.or(right.ty.filter(|_| !is_shift));
            value = match compare(operator, &value.literal, &right.literal) {
                Some(is) => Value {
                    literal: Literal::Bool(is),
                    ty: None,
                },
                None => Value {
                    literal: apply(operator, value.literal, right.literal)?,
                    ty,
                },
            };
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

    fn operand(&mut self) -> Option<Value> {
        let untyped = |literal| Some(Value { literal, ty: None });
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        match first {
            Token::Number(number) => untyped(Literal::Integer(integer(number)?)),
            Token::Text(text) => untyped(Literal::Text(text.clone())),
            Token::Name(name) if name == "iota" => untyped(Literal::Integer(self.iota)),
            Token::Name(name) if name == "true" => untyped(Literal::Bool(true)),
            Token::Name(name) if name == "false" => untyped(Literal::Bool(false)),
            Token::Name(name) => match self.constants.declared.get(name) {
                Some(declared) => self.constants.value_at(declared, self.depth + 1),
                None => self.conversion(name),
            },
            Token::Sign('(') => {
                let value = self.expression(0)?;
                let (close, rest) = self.tokens.split_first()?;
                self.tokens = rest;
                (*close == Token::Sign(')')).then_some(value)
            }
            Token::Sign('+') => self.operand(),
            Token::Sign(sign @ ('-' | '^' | '!')) => {
                let value = self.operand()?;
                let literal = self.unary(*sign, &value)?;
                Some(Value { literal, ..value })
            }
            _ => None,
        }
    }

    fn unary(&self, sign: char, value: &Value) -> Option<Literal> {
        let number = match (sign, &value.literal) {
            ('!', Literal::Bool(is)) => return Some(Literal::Bool(!is)),
            ('-', Literal::Integer(number)) => number.checked_neg()?,
            ('^', Literal::Integer(number)) => {
                let unsigned = value.ty.as_deref().map(|ty| self.constants.unsigned(ty));
                match unsigned {
                    None | Some(Some(None)) => !number,
                    Some(Some(Some(bits))) => number ^ ((1 << bits) - 1),
                    Some(None) => return None,
                }
            }
            _ => return None,
        };
        Some(Literal::Integer(number))
    }

    /// A conversion to a basic or an integer type, behind the type's name.
    fn conversion(&mut self, ty: &str) -> Option<Value> {
        if self.tokens.first() != Some(&Token::Sign('(')) {
            return None;
        }
        let value = self.operand()?;
        // The string of a number is a character.
        let is_of_its_kind = match value.literal {
            Literal::Integer(_) => self.constants.unsigned(ty).is_some(),
            Literal::Bool(_) => ty == "bool",
            Literal::Text(_) => ty == "string",
        };
        is_of_its_kind.then(|| Value {
            ty: Some(ty.to_owned()),
            ..value
        })
    }
}

/// What a comparison says; `None` for other operators.
fn compare(operator: &str, left: &Literal, right: &Literal) -> Option<bool> {
    let order = match (left, right) {
        (Literal::Integer(left), Literal::Integer(right)) => left.cmp(right),
        (Literal::Bool(left), Literal::Bool(right)) => left.cmp(right),
        (Literal::Text(left), Literal::Text(right)) => left.cmp(right),
        _ => return None,
    };
    match operator {
        "==" => Some(order == Ordering::Equal),
        "!=" => Some(order != Ordering::Equal),
        "<" => Some(order == Ordering::Less),
        "<=" => Some(order != Ordering::Greater),
        ">" => Some(order == Ordering::Greater),
        ">=" => Some(order != Ordering::Less),
        _ => None,
    }
}

fn apply(operator: &str, left: Literal, right: Literal) -> Option<Literal> {
    match (operator, left, right) {
        (_, Literal::Integer(left), Literal::Integer(right)) => {
            arithmetic(operator, left, right).map(Literal::Integer)
        }
        ("+", Literal::Text(left), Literal::Text(right)) => Some(Literal::Text(left + &right)),
        ("&&", Literal::Bool(left), Literal::Bool(right)) => Some(Literal::Bool(left && right)),
        ("||", Literal::Bool(left), Literal::Bool(right)) => Some(Literal::Bool(left || right)),
        _ => None,
    }
}

fn arithmetic(operator: &str, left: i128, right: i128) -> Option<i128> {
    match operator {
        "<<" => {
            let shifted = left.checked_shl(right.try_into().ok()?)?;
            (shifted >> right == left).then_some(shifted)
        }
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
fn integer(text: &str) -> Option<i128> {
    let text = text.replace('_', "").to_lowercase();
    let (digits, radix) = match text.get(..2) {
        Some("0x") => (&text[2..], 16),
        Some("0b") => (&text[2..], 2),
        Some("0o") => (&text[2..], 8),
        _ if text.len() > 1 && text.starts_with('0') => (&text[1..], 8),
        _ => (&text[..], 10),
    };
    i128::from_str_radix(digits, radix).ok()
}

#[cfg(test)]
mod tests {
    use super::{super::super::lexer, Constants, Declared, Literal, Token};

    #[test]
    fn arithmetic() {
        let mut constants = Constants::default();
        let mut declare = |name: &str, ty: Option<&str>, text: &str| {
            let declared = Declared {
                ty: ty.map(str::to_owned),
                expression: expression(text),
                iota: 3,
                order: 0,
                line: 0,
                file: 0,
            };
            constants.declare(name.to_owned(), declared);
        };
        declare("Half", None, "Quarter * 2");
        declare("Quarter", None, "1 << 2");
        declare("Loop", None, "Loop + 1");
        declare("Deny", Some("Verdict"), "iota");
        declare("Float", Some("float64"), "3");
        constants.know("Verdict", 8, false);
        constants.know("Error", 16, true);
        for (text, number, ty) in [
            ("16", Some(16), None),
            ("2 * Half", Some(16), None),
            ("(1 + 2) * 3 - 4", Some(5), None),
            ("1 + 2 * 3 - 4", Some(3), None),
            ("2 - 1 - 1", Some(0), None),
            ("0x40 / uint32(Half) | 1", Some(9), Some("uint32")),
            ("uint8(1 << 3)", Some(8), Some("uint8")),
            ("1 - 2", Some(-1), None),
            ("-Half % 5", Some(-3), None),
            ("iota + 1", Some(8), None),
            ("1 << iota", Some(128), None),
            ("Deny", Some(3), Some("Verdict")),
            ("1 << Deny", Some(8), None),
            ("Deny | 4", Some(7), Some("Verdict")),
            ("2 + Deny", Some(5), Some("Verdict")),
            ("^Deny", Some(252), Some("Verdict")),
            ("0xff &^ Deny", Some(252), Some("Verdict")),
            ("^0", Some(-1), None),
            ("^Error(0)", Some(-1), Some("Error")),
            ("^uint64(0)", Some(0xffff_ffff_ffff_ffff), Some("uint64")),
            ("'a'", Some(97), None),
            (
                "'\\n' + '\\x41' + '\\u00e9' + 'é'",
                Some(10 + 65 + 0xe9 * 2),
                None,
            ),
            ("'\\'' - '\\101'", Some(39 - 65), None),
            ("1 / 0", None, None),
            ("1 << 127", None, None),
            ("1.5", None, None),
            ("len(Half)", None, None),
            ("uint8(Float)", None, None),
            ("\"16\"", None, None),
            ("Verdict", None, None),
            ("Loop", None, None),
            ("", None, None),
            ("(", None, None),
        ] {
            let value = constants.evaluate(&expression(text), 7, 0);
            let found = value.as_ref().and_then(|v| match v.literal {
                Literal::Integer(number) => Some((number, v.ty.as_deref())),
                _ => None,
            });
            assert_eq!(found, number.map(|number| (number, ty)), "{text}");
        }
    }

    #[test]
    fn strings_and_bools() {
        let text = |text: &str| Some(Literal::Text(text.to_owned()));
        let is = |is| Some(Literal::Bool(is));
        for (expected, source) in [
            (text("a\"\\b"), r#"`a"\b`"#),
            (
                text("a\n'é\u{e9}A\0b"),
                r#""a\n'é" + string("\u00e9\x41") + "\000b""#,
            ),
            (text("é"), r#""\xc3\xa9""#),
            (None, r#""\xff""#),
            (None, "string(65)"),
            (None, r#""a" - "b""#),
            (None, r#""a" + 1"#),
            (is(true), "!false"),
            (is(false), "bool(true) && 1 + 1 > 2 || 3 <= 2"),
            (is(true), r#"1 < 2 == ("a" != "b") && 2 >= 1<<1"#),
            (None, "1 && true"),
            (None, "-true"),
            (None, r#"1 == "1""#),
            (None, "uint8(true)"),
        ] {
            let value = Constants::default().evaluate(&expression(source), 0, 0);
            assert_eq!(value.map(|value| value.literal), expected, "{source}");
        }
    }

    fn expression(text: &str) -> Vec<Token> {
        let tokens = lexer::read(text).tokens.into_iter();
        let tokens = tokens.map(|(token, _)| token);
        tokens.filter(|token| *token != Token::Sign(';')).collect()
    }
}
