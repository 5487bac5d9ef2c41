//! Types of BTF as they lie in memory.
//!
//! What bindings cannot say as it is becomes words of the same size and alignment, with a remark: unions, and runs of bit fields. Bytes
//! are never left out, so that sizes and offsets are those of the program.

use std::collections::BTreeMap;

use super::super::btf::{Btf, Kind, Member};
use crate::{Field, Struct, Type, Types};

/// `BTF_INT_SIGNED` and `BTF_INT_BOOL` of `linux/btf.h`.
const SIGNED: u8 = 1;
const BOOL: u8 = 4;
/// How deep structs stand within each other; damaged objects have some that contain themselves.
const DEPTH: usize = 32;

/// A named integer type with named values.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Enumeration {
    /// Its name.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
    /// Whether its values are signed.
    pub signed: bool,
    /// The values with their names, in the order of the source.
    pub values: Vec<(String, i128)>,
}

/// Reads types, each struct once.
pub(super) struct Reader<'b, 'a> {
    btf: Option<&'b Btf<'a>>,
    types: Types,
    enumerations: BTreeMap<String, Enumeration>,
    remarks: Vec<String>,
    /// The structs by their IDs; `None` for those without a layout.
    structs: BTreeMap<u32, Option<usize>>,
    depth: usize,
}

impl<'b, 'a> Reader<'b, 'a> {
    pub(super) fn new(btf: Option<&'b Btf<'a>>) -> Self {
        Self {
            btf,
            types: Types::default(),
            enumerations: BTreeMap::new(),
            remarks: Vec::new(),
            structs: BTreeMap::new(),
            depth: 0,
        }
    }

    pub(super) fn finish(self) -> (Types, Vec<Enumeration>, Vec<String>) {
        let enumerations = self.enumerations.into_values().collect();
        (self.types, enumerations, self.remarks)
    }

    pub(super) fn size_of(&self, ty: &Type) -> u64 {
        self.types.size_of(ty)
    }

    /// The type of an ID; `None` for what has no layout: functions, `void`, what is declared only.
    pub(super) fn read(&mut self, id: u32) -> Option<Type> {
        if self.depth == DEPTH {
            return None;
        }
        self.depth += 1;
        let ty = self.read_next(id, "");
        self.depth -= 1;
        ty
    }

    /// `name` is that of the typedef which names an anonymous type.
    fn read_next(&mut self, id: u32, name: &str) -> Option<Type> {
        let btf = self.btf?;
        // More than this is no type of data that anybody has; and sizes cannot overflow below it.
        btf.size_of(id)?;
        let ty = btf.get(id);
        match &ty.kind {
            Kind::Int { size, encoding, .. } => Some(integer(u64::from(*size), *encoding)),
            Kind::Float { size } => Some(Type::Float {
                size: u64::from(*size),
            }),
            Kind::Ptr { .. } => Some(Type::Pointer),
            Kind::Array { element, len, .. } => Some(Type::Array {
                element: Box::new(self.read(*element)?),
                len: u64::from(*len),
            }),
            Kind::Struct { size, members } => {
                self.read_struct(id, name_of(ty.name, name), *size, members)
            }
            Kind::Union { size, members } => {
                let name = name_of(ty.name, name);
                self.remark(match name {
                    "" => "an anonymous union is there as words: BPF's side decides what they are"
                        .to_owned(),
                    name => format!(
                        "the union `{name}` is there as words: BPF's side decides what they are"
                    ),
                });
                let align = self.union_align(members, u64::from(*size));
                Some(words(u64::from(*size), align))
            }
            Kind::Enum {
                size,
                signed,
                values,
            }
            | Kind::Enum64 {
                size,
                signed,
                values,
            } => Some(self.enumeration(name_of(ty.name, name), u64::from(*size), *signed, values)),
            Kind::Typedef { ty: of } => self.typedef(ty.name, *of),
            Kind::Const { ty: of }
            | Kind::Volatile { ty: of }
            | Kind::Restrict { ty: of }
            | Kind::TypeTag { ty: of } => self.read(*of),
            _ => None,
        }
    }

    fn typedef(&mut self, name: &str, of: u32) -> Option<Type> {
        let btf = self.btf?;
        let target = btf.get(btf.resolve(of));
        if target.name.is_empty()
            && matches!(
                target.kind,
                Kind::Struct { .. } | Kind::Union { .. } | Kind::Enum { .. } | Kind::Enum64 { .. }
            )
        {
            return self.read_next(btf.resolve(of), name);
        }
        let of = self.read(of)?;
        // C's names for integers are no types of their own, and a struct has a name already.
        if is_basic(name) || matches!(of, Type::Struct(_)) {
            return Some(of);
        }
        Some(named(name, of))
    }

    fn enumeration(&mut self, name: &str, size: u64, signed: bool, values: &[(&str, i64)]) -> Type {
        let of = Type::Int { size, signed };
        if name.is_empty() {
            return of;
        }
        let value = |value: i64| match signed {
            true => i128::from(value),
            false => i128::from(value.cast_unsigned()),
        };
        self.enumerations
            .entry(name.to_owned())
            .or_insert_with(|| Enumeration {
                name: name.to_owned(),
                size,
                signed,
                values: values
                    .iter()
                    .map(|(name, number)| ((*name).to_owned(), value(*number)))
                    .collect(),
            });
        named(name, of)
    }

    fn read_struct(
        &mut self,
        id: u32,
        name: &str,
        size: u32,
        members: &[Member<'_>],
    ) -> Option<Type> {
        if let Some(known) = self.structs.get(&id) {
            return known.map(Type::Struct);
        }
        // Until it is read, nothing can contain it.
        self.structs.insert(id, None);
        let fields = self.fields(name, size, members)?;
        let align = align(&self.types, &fields, u64::from(size));
        let fields = fields
            .into_iter()
            .map(|field| fit(&self.types, field, align))
            .collect();
        self.types.structs.push(Struct {
            name: name.to_owned(),
            go_name: name.to_owned(),
            size: u64::from(size),
            align,
            fields,
            position: None,
        });
        let index = self.types.structs.len() - 1;
        self.structs.insert(id, Some(index));
        Some(Type::Struct(index))
    }

    /// The fields in the order of their offsets, runs of bit fields as bytes.
    fn fields(&mut self, of: &str, size: u32, members: &[Member<'_>]) -> Option<Vec<Field>> {
        let mut fields: Vec<Field> = Vec::new();
        let mut bits: Option<(u64, u64, Vec<String>)> = None;
        for member in members {
            let start = u64::from(member.bit_offset);
            if member.bits != 0 || !start.is_multiple_of(8) {
                let end = start + u64::from(member.bits.max(1));
                let text = format!("`{}` of {} bits", member.name, member.bits);
                match &mut bits {
                    Some((first, last, texts))
                        if (*first..=last.next_multiple_of(8)).contains(&start) =>
                    {
                        *last = end.max(*last);
                        texts.push(text);
                    }
                    _ => {
                        self.flush(of, &mut fields, bits.take());
                        bits = Some((start, end, vec![text]));
                    }
                }
                continue;
            }
            self.flush(of, &mut fields, bits.take());
            let ty = self.read(member.ty)?;
            let name = match member.name {
                "" => "anonymous",
                // What the compiler calls Go's blank fields, since BTF wants names that differ.
                name if is_blank(name) => "_",
                name => name,
            };
            fields.push(Field {
                name: name.to_owned(),
                offset: start / 8,
                ty,
            });
        }
        self.flush(of, &mut fields, bits);
        self.in_order(size, fields)
    }

    /// The bytes that a run of bit fields takes.
    fn flush(&mut self, of: &str, fields: &mut Vec<Field>, run: Option<(u64, u64, Vec<String>)>) {
        let Some((start, end, texts)) = run else {
            return;
        };
        let (first, last) = (start / 8, end.div_ceil(8));
        let name = format!("bits_at_{first}");
        self.remark(format!(
            "`{name}` of `{of}` are the bytes of bit fields: {}",
            texts.join(", ")
        ));
        fields.push(Field {
            name,
            offset: first,
            ty: words(last - first, 1),
        });
    }

    /// Nothing for fields that overlap or stand behind the end: no compiler makes such a struct.
    fn in_order(&self, size: u32, fields: Vec<Field>) -> Option<Vec<Field>> {
        let mut end = 0;
        for field in &fields {
            if field.offset < end {
                return None;
            }
            end = field.offset.checked_add(self.types.size_of(&field.ty))?;
        }
        (end <= u64::from(size)).then_some(fields)
    }

    fn union_align(&mut self, members: &[Member<'_>], size: u64) -> u64 {
        let types: Vec<_> = members
            .iter()
            .filter_map(|member| self.read(member.ty))
            .collect();
        let aligns = types.iter().map(|ty| self.types.align_of(ty));
        let align = aligns.max().unwrap_or(1);
        if size.is_multiple_of(align) { align } else { 1 }
    }

    fn remark(&mut self, remark: String) {
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }
}

/// A type's own name, or that of the typedef which names it.
fn name_of<'n>(own: &'n str, typedef: &'n str) -> &'n str {
    if own.is_empty() { typedef } else { own }
}

fn named(name: &str, of: Type) -> Type {
    Type::Named {
        name: name.to_owned(),
        go_name: name.to_owned(),
        of: Box::new(of),
    }
}

fn integer(size: u64, encoding: u8) -> Type {
    let signed = encoding & SIGNED != 0;
    match size {
        1 if encoding & BOOL != 0 => Type::Bool,
        1 | 2 | 4 | 8 => Type::Int { size, signed },
        // Rust's 128 bits have another alignment than those of BPF's ABI.
        other => words(other, 8),
    }
}

/// Bytes of this size and alignment.
fn words(size: u64, align: u64) -> Type {
    let width = [8, 4, 2, 1]
        .into_iter()
        .find(|width| *width <= align && size.is_multiple_of(*width))
        .unwrap_or(1);
    Type::Array {
        element: Box::new(Type::Int {
            size: width,
            signed: false,
        }),
        len: size / width,
    }
}

/// The alignment of a struct, which BTF does not tell: that of its fields, unless it is packed.
fn align(types: &Types, fields: &[Field], size: u64) -> u64 {
    let aligns = fields.iter().map(|field| types.align_of(&field.ty));
    let mut align = aligns.max().unwrap_or(1).max(1);
    while align > 1 && !size.is_multiple_of(align) {
        align /= 2;
    }
    align
}

/// A field of a packed struct stands where its type cannot: its bytes.
fn fit(types: &Types, field: Field, align: u64) -> Field {
    let own = types.align_of(&field.ty);
    if own <= align && field.offset.is_multiple_of(own.max(1)) {
        return field;
    }
    Field {
        ty: words(types.size_of(&field.ty), 1),
        ..field
    }
}

/// `_pad1`.
fn is_blank(name: &str) -> bool {
    let number = name.strip_prefix("_pad");
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|c| c.is_ascii_digit()))
}

/// C's names for integers, which are no types of their own: `__u32`, `uint32_t`, `be16`, `size_t`.
fn is_basic(name: &str) -> bool {
    let plain = name.trim_start_matches('_').trim_end_matches("_t");
    let width = ["uint", "int", "u", "s", "be", "le"]
        .into_iter()
        .find_map(|prefix| plain.strip_prefix(prefix));
    matches!(width, Some("8" | "16" | "32" | "64"))
        || matches!(
            plain,
            "size" | "ssize" | "uintptr" | "intptr" | "bool" | "Bool" | "wsum" | "sum16"
        )
}
