//! Prototypes as LLVM's types and as debug info, from which the back end makes BTF.

use super::named::Named;
use crate::{
    kfuncs::{CType, Prototype},
    llvm::{Attr, DiBuilder, Metadata, Module, Ty, Value, encoding, slot},
};

/// The type of a register that holds a value.
pub(in crate::passes) fn register<'m>(module: &'m Module<'_>, ty: &CType) -> Ty<'m> {
    match ty {
        CType::Void => module.void_type(),
        CType::Pointer(_) => module.ptr_type(),
        _ => module.int_type(64),
    }
}

/// The type of a function. As in clang's IR, a parameter of less than 32 bits is extended by the caller.
pub(super) fn function_type<'m>(module: &'m Module<'_>, prototype: &Prototype) -> Ty<'m> {
    let params = prototype.params.iter().map(|(_, ty)| match bits(ty) {
        Some(bits) => module.int_type(bits.max(32)),
        None => register(module, ty),
    });
    let result = match bits(&prototype.result) {
        Some(bits) => module.int_type(bits),
        None => register(module, &prototype.result),
    };
    result.function(&params.collect::<Vec<_>>())
}

/// Width and sign of an integer type; `None` for others.
pub(super) fn bits(ty: &CType) -> Option<u32> {
    match ty {
        CType::Bool => Some(1),
        CType::Int { bits, .. } => Some(*bits),
        CType::Enum(_) => Some(32),
        _ => None,
    }
}

pub(super) fn is_signed(ty: &CType) -> bool {
    matches!(ty, CType::Int { signed: true, .. })
}

/// Says that the kernel returns normally, and extends a result of less than 32 bits.
pub(super) fn add_attributes<'m>(
    module: &'m Module<'_>,
    function: Value<'m>,
    prototype: &Prototype,
) {
    function.add_attr(module, Attr::Function, "nounwind", 0);
    if bits(&prototype.result).is_some_and(|bits| bits < 32) {
        let name = if is_signed(&prototype.result) {
            "signext"
        } else {
            "zeroext"
        };
        function.add_attr(module, Attr::Return, name, 0);
    }
}

/// Makes debug info of external symbols.
pub(super) struct Extern<'m> {
    builder: DiBuilder<'m>,
    /// A file for what has none; missing in a module without debug info.
    file: Option<Metadata<'m>>,
}

impl<'m> Extern<'m> {
    pub(super) fn new(module: &'m Module<'m>) -> Self {
        let units = module.named_metadata("llvm.dbg.cu");
        let file = units
            .first()
            .and_then(|unit| unit.operand(module, slot::FILE));
        Self {
            builder: DiBuilder::new(module),
            file,
        }
    }

    /// Gives the declaration of a kfunc its prototype.
    pub(super) fn describe(&self, function: Value<'m>, named: &Named) {
        let Some(file) = self.file else { return };
        let ty = self.prototype(&named.prototype);
        let info = self.builder.function(file, &named.name, file, 0, ty, false);
        function.set_subprogram(info);
    }

    /// Gives a variable this type; keeps what debug info it has but for that.
    pub(super) fn describe_variable(
        &self,
        module: &Module<'_>,
        variable: Value<'m>,
        ty: Metadata<'m>,
    ) {
        let Some(file) = self.file else { return };
        match variable.variable_debug_info().and_then(Metadata::variable) {
            Some(info) => info.set_operand(module, slot::VARIABLE_TYPE, ty),
            None => {
                let info = self.builder.variable(file, &variable.name(), file, 0, ty);
                variable.set_variable_debug_info(info);
            }
        }
    }

    /// A type of debug info; `None` for `void`.
    pub(super) fn ty(&self, ty: &CType) -> Option<Metadata<'m>> {
        let file = self.file?;
        let builder = &self.builder;
        Some(match ty {
            CType::Void => return None,
            CType::Bool => builder.basic_type("bool", 8, encoding::BOOLEAN),
            CType::Int { bits, signed } => {
                let encoding = if *signed {
                    encoding::SIGNED
                } else {
                    encoding::UNSIGNED
                };
                builder.basic_type(c_name(*bits, *signed), (*bits).into(), encoding)
            }
            CType::Struct(name) => builder.struct_type(name, file, 0, 0, 0, &[]),
            CType::Union(name) => builder.union_type(name, file, 0, 0, &[]),
            CType::Enum(name) => {
                let int = builder.basic_type(c_name(32, false), 32, encoding::UNSIGNED);
                builder.enumeration_type(name, file, 32, &[], int)
            }
            CType::Pointer(to) => builder.pointer_type(self.ty(to)),
            CType::Function(prototype) => self.prototype(prototype),
        })
    }

    /// The type of a symbol of which only the address is known: C's `const void`.
    pub(super) fn typeless(&self) -> Metadata<'m> {
        self.builder.const_void()
    }

    fn prototype(&self, prototype: &Prototype) -> Metadata<'m> {
        let mut types = vec![self.ty(&prototype.result)];
        types.extend(prototype.params.iter().map(|(_, ty)| self.ty(ty)));
        self.builder.subroutine_type(&types)
    }
}

/// What C calls an integer type.
fn c_name(bits: u32, signed: bool) -> &'static str {
    match (bits, signed) {
        (8, true) => "char",
        (8, false) => "unsigned char",
        (16, true) => "short",
        (16, false) => "unsigned short",
        (32, true) => "int",
        (32, false) => "unsigned int",
        (_, true) => "long long",
        (_, false) => "unsigned long long",
    }
}
