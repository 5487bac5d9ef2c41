//! From a variable and its debug info to the definition.

use super::{Definition, Setting, info};
use crate::{
    Position, Topic,
    llvm::{Kind, Metadata, Module, Tag, Value, slot},
    map,
    names::{c_name, local_name},
    passes::{
        Cx,
        constant::{Word, word},
        place_data::{is_definition, marked_type},
        position,
    },
    types::debug_info::{array_len, members, size_of, underlying},
};

/// The name for loaders of the map that a variable defines.
pub(in super::super) fn name(module: &Module<'_>, variable: Value<'_>) -> String {
    let info = info(variable).and_then(|info| info.operand(module, slot::VARIABLE_NAME));
    let go_name = info.and_then(|name| name.string(module));
    local_name(&go_name.unwrap_or_else(|| variable.name())).to_owned()
}

/// Reads a variable of type `bpfMapDef`, or reports what is wrong with it.
pub(in super::super) fn read<'m>(
    cx: &mut Cx<'_>,
    module: &'m Module<'m>,
    variable: Value<'m>,
) -> Option<Definition<'m>> {
    let name = name(module, variable);
    let Some(info) = info(variable) else {
        cx.error(
            Topic::DebugInfo,
            position(variable),
            format!("map `{name}` has no debug info, which tells the fields of its definition"),
        )
        .help("compile it without TinyGo's `-no-debug`");
        return None;
    };
    let ty = info.operand(module, slot::VARIABLE_TYPE)?;
    Reader {
        module,
        at: position(variable),
        name,
        is_inner: false,
    }
    .read(cx, variable, ty)
}

/// The fields of a definition, and of one that stands in a struct of another name (see [`is_definition`]).
fn fields<'m>(module: &'m Module<'m>, ty: Metadata<'m>) -> Vec<Metadata<'m>> {
    let own = underlying(module, ty).map_or_else(Vec::new, |ty| members(module, ty));
    let fields = own.into_iter().flat_map(|member| {
        let inside = member
            .operand(module, slot::BASE)
            .filter(|ty| is_definition(module, *ty));
        inside.map_or_else(|| vec![member], |ty| fields(module, ty))
    });
    fields.collect()
}

/// What is read, for messages.
struct Reader<'m> {
    module: &'m Module<'m>,
    at: Option<Position>,
    name: String,
    is_inner: bool,
}

impl<'m> Reader<'m> {
    fn read(
        self,
        cx: &mut Cx<'_>,
        variable: Value<'m>,
        ty: Metadata<'m>,
    ) -> Option<Definition<'m>> {
        let mut definition = Definition {
            name: self.name.clone(),
            position: self.at.clone(),
            settings: Vec::new(),
            key: None,
            value: None,
            record: None,
            implied_flags: 0,
            inner: None,
            slots: Vec::new(),
            variable,
        };
        for member in fields(self.module, ty) {
            self.field(cx, &mut definition, member)?;
        }
        self.sizes_of_types(cx, &mut definition)?;
        if definition.inner.is_none() {
            let first = definition.slots.iter().flatten().next().copied();
            let map = first.filter(|slot| slot.kind() == Kind::Variable && !self.is_inner);
            definition.inner = map.and_then(|map| read(cx, self.module, map)).map(Box::new);
        }
        Some(definition)
    }

    /// Reads one field into the definition.
    fn field(
        &self,
        cx: &mut Cx<'_>,
        definition: &mut Definition<'m>,
        member: Metadata<'m>,
    ) -> Option<()> {
        let field = member.type_name();
        let ty = member.operand(self.module, slot::BASE)?;
        if let Some(number) = marked_type(self.module, member) {
            let needed = map::needed_flags(u32::try_from(number).ok()?);
            definition.settings.push((Setting::Type, number));
            definition.implied_flags = needed;
            return Some(());
        }
        if let Some(of) = self.stands_for(ty) {
            let place = match field.as_str() {
                "Key" | "key" => &mut definition.key,
                "Value" | "value" => &mut definition.value,
                "record" => &mut definition.record,
                _ if definition.key.is_none() => &mut definition.key,
                _ => &mut definition.value,
            };
            *place = Some(of);
            return Some(());
        }
        if field == "_" {
            return Some(());
        }
        let setting = Setting::ALL.into_iter().find(|s| s.field() == field);
        let read = match (field.as_str(), setting) {
            (_, Some(setting)) => self.number(definition, member).map(|number| {
                let fits = number <= setting.most();
                definition
                    .settings
                    .extend(fits.then_some((setting, number)));
                fits
            }),
            ("Inner", _) => self.inner(cx, definition, member),
            ("Maps" | "Programs", _) => self.slots(definition, member, ty).map(|slots| {
                definition.slots.extend(slots);
                true
            }),
            _ => {
                let known = Setting::ALL.map(Setting::field).join(", ");
                self.error(cx, format!("`bpfMapDef` has a field `{field}`, which means nothing for a map"))
                    .help(format!("its fields are numbers by the names {known}; `Inner`, `Maps` and `Programs` for what it holds; `Key [0]K` and `Value [0]V` for types"));
                return None;
            }
        };
        if read != Some(true) {
            let what = match (field.as_str(), setting) {
                (_, Some(setting)) if setting.most() > u64::from(u32::MAX) => "constant",
                (_, Some(_)) => "constant of 32 bits",
                ("Programs", _) => "list of top-level functions",
                ("Inner", _) => "address of a definition",
                _ => "list of the addresses of maps",
            };
            self.error(
                cx,
                format!("`{field}` is no {what}, and the map is made before any code runs"),
            )
            .help("give it a constant value");
            return None;
        }
        Some(())
    }

    fn error<'a>(&self, cx: &'a mut Cx<'_>, message: String) -> crate::passes::Report<'a> {
        cx.error(
            Topic::MapDefinition,
            self.at.clone(),
            format!("map `{}`: {message}", self.name),
        )
    }

    /// The type that a field without a size stands for: `T` of `[0]T`.
    fn stands_for(&self, ty: Metadata<'m>) -> Option<Metadata<'m>> {
        let array = underlying(self.module, ty).filter(|ty| ty.tag() == Tag::Array)?;
        (array_len(self.module, array) == Some(0))
            .then(|| array.operand(self.module, slot::BASE))
            .flatten()
    }

    fn word(&self, variable: Value<'m>, offset: u64, size: u64) -> Option<Word<'m>> {
        word(
            self.module,
            variable.initializer_of_variable()?,
            offset,
            size,
        )
    }

    fn number(&self, definition: &Definition<'m>, member: Metadata<'m>) -> Option<u64> {
        let (offset, size) = (member.offset_bits() / 8, member.size_bits() / 8);
        self.word(definition.variable, offset, size)?.number()
    }

    /// Reads `Inner`; false if what it points to is no definition.
    fn inner(
        &self,
        cx: &mut Cx<'_>,
        definition: &mut Definition<'m>,
        member: Metadata<'m>,
    ) -> Option<bool> {
        let address = self.word(definition.variable, member.offset_bits() / 8, 8)?;
        let Some(variable) = address.address()? else {
            return Some(true);
        };
        if self.is_inner {
            self.error(
                cx,
                "a map inside a map of maps holds maps itself, and the kernel allows one level"
                    .to_owned(),
            )
            .help("let the inner map hold values");
            return None;
        }
        let pointer = underlying(self.module, member.operand(self.module, slot::BASE)?)?;
        let ty = pointer.operand(self.module, slot::BASE)?;
        let inner = Reader {
            module: self.module,
            at: position(variable).or_else(|| self.at.clone()),
            name: match info(variable) {
                Some(_) => name(self.module, variable),
                None => format!("{}.inner", self.name),
            },
            is_inner: true,
        };
        definition.inner = Some(Box::new(inner.read(cx, variable, ty)?));
        Some(true)
    }

    /// Reads `Maps` or `Programs`, an array or a slice.
    fn slots(
        &self,
        definition: &Definition<'m>,
        member: Metadata<'m>,
        ty: Metadata<'m>,
    ) -> Option<Vec<Option<Value<'m>>>> {
        const LEN: u64 = 8; // A slice is a pointer, a length and a capacity.
        let ty = underlying(self.module, ty)?;
        let offset = member.offset_bits() / 8;
        let (variable, start, len, element) = if ty.tag() == Tag::Array {
            let element = ty.operand(self.module, slot::BASE)?;
            (
                definition.variable,
                offset,
                array_len(self.module, ty)?,
                element,
            )
        } else {
            let len = self.word(definition.variable, offset + LEN, 8)?.number()?;
            let Some(elements) = self.word(definition.variable, offset, 8)?.address()? else {
                return Some(Vec::new());
            };
            let pointer = members(self.module, ty).into_iter().next()?;
            let pointer = underlying(self.module, pointer.operand(self.module, slot::BASE)?)?;
            (elements, 0, len, pointer.operand(self.module, slot::BASE)?)
        };
        let stride = size_of(self.module, element)?;
        let slots = (0..len).map(|index| self.slot(variable, start + index * stride, stride));
        slots.collect()
    }

    /// What one slot names: a pointer to a map, or a func value, which is a context and a function.
    fn slot(&self, variable: Value<'m>, offset: u64, size: u64) -> Option<Option<Value<'m>>> {
        let is_closure = size == 16 && self.word(variable, offset, 8)?.number() != Some(0);
        let place = offset + size.checked_sub(8)?;
        (!is_closure)
            .then(|| self.word(variable, place, 8)?.address())
            .flatten()
    }

    /// Lets the types of keys and values say the sizes.
    fn sizes_of_types(&self, cx: &mut Cx<'_>, definition: &mut Definition<'m>) -> Option<()> {
        let typed = [
            (Setting::KeySize, definition.key),
            (Setting::ValueSize, definition.value),
        ];
        for (setting, ty) in typed {
            let Some(ty) = ty else { continue };
            let size = size_of(self.module, ty)?;
            match definition.extra(setting) {
                0 => {
                    definition.settings.retain(|(other, _)| *other != setting);
                    definition.settings.push((setting, size));
                }
                given if given == size => {}
                given => {
                    let (field, name) = (setting.field(), c_name(&ty.type_name()));
                    self.error(
                        cx,
                        format!("`{field}` is {given}, but the type `{name}` has {size} bytes"),
                    )
                    .help(format!("leave out `{field}`: the type says it"));
                    return None;
                }
            }
        }
        Some(())
    }
}
