//! Declarations of Go's types.

mod values;

use std::collections::BTreeMap;

use tinybpf_core::{CoreField, GoType};

use super::{
    super::lexer::{self, Token},
    Text,
    constants::Constants,
};

/// What a file declares.
pub(super) struct File {
    /// The types at the top level, by their names with the package's.
    pub(super) types: Vec<(String, Declaration)>,
}

/// The declaration of a type.
pub(super) struct Declaration {
    pub(super) ty: GoType,
    /// Whether it is another name for a type, and no type of its own.
    pub(super) is_alias: bool,
    /// Whether it has type parameters; what it is then is not read.
    pub(super) is_generic: bool,
    pub(super) line: u32,
    /// The kernel's name, from the tag of a blank field.
    pub(super) kernel_name: Option<String>,
}

/// What the keys of struct tags are called: of the kernel's name, and of what the kernel is to know.
const NAME: &str = "core:\"";
const FOR_KERNEL: &str = "bpf:\"";

/// Reads the types of a file, with the constants of all files.
pub(super) fn parse(text: &Text, constants: &mut Constants) -> File {
    let mut parser = Parser::new(text, constants);
    parser.declarations("import");
    parser.declarations("type");
    File {
        types: parser.types,
    }
}

/// Reads the constants of a file, which is the one of that number.
pub(super) fn constants(text: &Text, file: usize, constants: &mut Constants) {
    let mut parser = Parser::new(text, constants);
    parser.file = file;
    parser.declarations("import");
    parser.declarations("const");
}

struct Parser<'s> {
    tokens: Vec<Token>,
    /// Those of the tokens.
    lines: Vec<u32>,
    at: usize,
    package: &'s str,
    file: usize,
    /// Import paths by the names that the file has for them.
    imports: BTreeMap<String, String>,
    constants: &'s mut Constants,
    /// What constants without an expression of their own repeat, and how many declarations in these brackets came before.
    repeated: (Option<String>, Vec<Vec<Token>>),
    iota: i128,
    types: Vec<(String, Declaration)>,
}

impl<'s> Parser<'s> {
    fn new(text: &'s Text, constants: &'s mut Constants) -> Self {
        let (tokens, lines) = lexer::read(&text.source).tokens.into_iter().unzip();
        Self {
            tokens,
            lines,
            at: 0,
            package: &text.package,
            file: 0,
            imports: BTreeMap::new(),
            constants,
            repeated: (None, Vec::new()),
            iota: 0,
            types: Vec::new(),
        }
    }

    fn line(&self) -> u32 {
        self.lines.get(self.at).copied().unwrap_or(0)
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn next(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    fn is(&self, sign: char) -> bool {
        self.peek() == Some(&Token::Sign(sign))
    }

    fn eat(&mut self, sign: char) -> bool {
        let is = self.is(sign);
        self.at += usize::from(is);
        is
    }

    fn name(&mut self) -> Option<String> {
        let Some(Token::Name(name)) = self.peek() else {
            return None;
        };
        let name = name.clone();
        self.at += 1;
        Some(name)
    }

    /// Goes behind the next sign outside brackets, or stops before a closing one.
    fn skip_to(&mut self, sign: char) {
        let mut depth = 0_usize;
        while let Some(token) = self.peek() {
            if depth == 0 && *token == Token::Sign(sign) {
                self.at += 1;
                return;
            }
            match token {
                Token::Sign('(' | '[' | '{') => depth += 1,
                Token::Sign(')' | ']' | '}') if depth == 0 => return,
                Token::Sign(')' | ']' | '}') => depth -= 1,
                _ => {}
            }
            self.at += 1;
        }
    }

    /// Reads all declarations of a kind, from the start of the file.
    fn declarations(&mut self, wanted: &str) {
        self.at = 0;
        while self.peek().is_some() {
            let keyword = self.name().unwrap_or_default();
            let is_read = keyword == wanted;
            self.iota = 0;
            if is_read && self.eat('(') {
                while self.peek().is_some() && !self.is(')') {
                    self.specification(&keyword);
                    self.skip_to(';');
                }
            } else if is_read {
                self.specification(&keyword);
            }
            let before = self.at;
            self.skip_to(';');
            // A closing bracket without an opening one.
            self.at += usize::from(self.at == before);
        }
    }

    fn specification(&mut self, keyword: &str) {
        match keyword {
            "import" => self.import(),
            "const" => self.constant(),
            _ => self.type_specification(),
        }
    }

    fn import(&mut self) {
        let name = self.name();
        if let Some(Token::Text(path)) = self.next() {
            let last = path.rsplit('/').next().unwrap_or_default().to_owned();
            self.imports.insert(name.unwrap_or(last), path);
        }
    }

    fn type_specification(&mut self) {
        let line = self.line();
        let Some(name) = self.name() else { return };
        // Type parameters, as opposed to an array's length: what they name is not known here.
        let is_generic = self.is('[')
            && matches!(self.tokens.get(self.at + 1), Some(Token::Name(_)))
            && matches!(
                self.tokens.get(self.at + 2),
                Some(Token::Name(_) | Token::Sign(',' | '*' | '~' | '['))
            );
        let is_alias = !is_generic && self.eat('=');
        let mut kernel_name = None;
        let ty = if is_generic {
            GoType::Other(name.clone())
        } else {
            self.ty(&mut kernel_name)
        };
        let declaration = Declaration {
            ty,
            is_alias,
            is_generic,
            line,
            kernel_name,
        };
        self.types
            .push((format!("{}.{name}", self.package), declaration));
    }

    /// A type; the tag of a struct's blank field goes to `kernel_name`.
    fn ty(&mut self, kernel_name: &mut Option<String>) -> GoType {
        match self.next() {
            Some(Token::Sign('*')) => match self.ty(&mut None) {
                GoType::Other(_) => GoType::Pointer(None),
                to => GoType::Pointer(Some(Box::new(to))),
            },
            Some(Token::Sign('(')) => {
                let inner = self.ty(kernel_name);
                self.eat(')');
                inner
            }
            Some(Token::Sign('[')) => self.array(),
            Some(Token::Name(name)) => match name.as_str() {
                "struct" => GoType::Struct(self.fields(kernel_name)),
                "func" | "map" | "chan" | "interface" => GoType::Other(name),
                _ => self.named(name),
            },
            _ => GoType::Other("?".to_owned()),
        }
    }

    fn array(&mut self) -> GoType {
        let mut length = Vec::new();
        while self.peek().is_some() && !self.is(']') {
            length.extend(self.next());
        }
        self.eat(']');
        let element = self.ty(&mut None);
        let length = self.constants.length(&self.qualified(&length));
        match length {
            Some(length) => GoType::Array(Box::new(element), length),
            None => GoType::Other("[]".to_owned()),
        }
    }

    fn named(&mut self, name: String) -> GoType {
        let (mut path, mut name) = (None, name);
        if self.eat('.')
            && let Some(local) = self.name()
        {
            path = Some(self.imports.get(&name).cloned().unwrap_or(name));
            name = local;
        }
        if self.is('[') {
            // Of a generic type.
            self.at += 1;
            self.skip_to(']');
            self.eat(']');
            return GoType::Other(name);
        }
        match path.as_deref() {
            Some("unsafe") => GoType::Pointer(None),
            Some(path) => GoType::Named(format!("{path}.{name}")),
            None => {
                basic(&name).unwrap_or_else(|| GoType::Named(format!("{}.{name}", self.package)))
            }
        }
    }

    fn fields(&mut self, kernel_name: &mut Option<String>) -> Vec<CoreField> {
        let mut fields = Vec::new();
        self.eat('{');
        while self.peek().is_some() && !self.is('}') {
            self.field(&mut fields, kernel_name);
            self.skip_to(';');
        }
        self.eat('}');
        fields
    }

    fn field(&mut self, fields: &mut Vec<CoreField>, kernel_name: &mut Option<String>) {
        let first = fields.len();
        let start = self.at;
        let mut names: Vec<String> = self.name().into_iter().collect();
        while !names.is_empty() && self.eat(',') {
            names.extend(self.name());
        }
        let is_embedded = names.is_empty()
            || matches!(
                self.peek(),
                Some(Token::Sign('.' | ';' | '}') | Token::Text(_)) | None
            );
        if is_embedded {
            self.at = start;
            let ty = self.ty(&mut None);
            let target = match &ty {
                GoType::Pointer(Some(to)) => &**to,
                other => other,
            };
            let name = match target {
                GoType::Named(name) => name.rsplit('.').next().unwrap_or_default().to_owned(),
                _ => "?".to_owned(),
            };
            fields.push(CoreField::new(name, ty));
        } else {
            let ty = self.ty(&mut None);
            fields.extend(
                names
                    .into_iter()
                    .map(|name| CoreField::new(name, ty.clone())),
            );
        }
        // Behind what of a type was not read, such as a function's parameters.
        while let Some(token) = self.peek() {
            match token {
                Token::Text(_) | Token::Sign(';' | '}') => break,
                Token::Sign('(' | '[' | '{') => {
                    let close = match token {
                        Token::Sign('(') => ')',
                        Token::Sign('[') => ']',
                        _ => '}',
                    };
                    self.at += 1;
                    self.skip_to(close);
                }
                _ => self.at += 1,
            }
        }
        if let Some(Token::Text(text)) = self.peek() {
            let (name, for_kernel) = (tag(text, NAME), tag(text, FOR_KERNEL));
            self.at += 1;
            for field in &mut fields[first..] {
                if field.name == "_" {
                    kernel_name.clone_from(&name);
                } else {
                    field.kernel_name.clone_from(&name);
                    field.tag.clone_from(&for_kernel);
                }
            }
        }
    }
}

/// What a struct tag says for a key.
fn tag(text: &str, key: &str) -> Option<String> {
    let start = text.find(key)? + key.len();
    let name = text[start..].split('"').next()?.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// A type that Go declares.
pub(super) fn basic(name: &str) -> Option<GoType> {
    let int = |bits, signed| Some(GoType::Int { bits, signed });
    match name {
        "int8" => int(8, true),
        "int16" => int(16, true),
        "int32" | "rune" => int(32, true),
        "int64" | "int" => int(64, true),
        "uint8" | "byte" => int(8, false),
        "uint16" => int(16, false),
        "uint32" => int(32, false),
        "uint64" | "uint" | "uintptr" => int(64, false),
        "bool" => Some(GoType::Bool),
        "string" | "float32" | "float64" | "complex64" | "complex128" | "error" | "any" => {
            Some(GoType::Other(name.to_owned()))
        }
        _ => None,
    }
}
