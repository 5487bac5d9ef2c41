//! Types as BTF wants them.
//!
//! The graph is built anew: a Go type that TinyGo writes as a typedef of an anonymous struct becomes a struct with a C
//! name. Every cycle in Go's types goes through a named type, so a named type is made empty first and filled afterwards.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::{
    CoreType, Type, Types,
    core_type::{KernelType, kernel_field, kernel_type},
    llvm::{DiBuilder, Member, Metadata, Module, Tag, Ty, TyKind, encoding, slot},
    names::{LIBRARY, c_name, local_name, package},
    types::debug_info::{array_len, members, underlying, without_aliases},
};

/// Structs that the kernel finds in map values by their names (`btf_get_field_type` in `kernel/bpf/btf.c`), as Go code
/// spells them.
const KERNEL_STRUCTS: &[(&str, &str)] = &[
    ("bpfSpinLock", "bpf_spin_lock"),
    ("bpfResSpinLock", "bpf_res_spin_lock"),
    ("bpfTimer", "bpf_timer"),
    ("bpfWq", "bpf_wq"),
    ("bpfTaskWork", "bpf_task_work"),
    ("bpfListHead", "bpf_list_head"),
    ("bpfListNode", "bpf_list_node"),
    ("bpfRbRoot", "bpf_rb_root"),
    ("bpfRbNode", "bpf_rb_node"),
    ("bpfRefcount", "bpf_refcount"),
];

/// Named pointer types whose names start so are kptrs, which the kernel finds in map values by a tag of the pointer
/// (`btf_get_field_type` and `btf_find_kptr` in `kernel/bpf/btf.c`): `type bpfKptrTask *bpfCoreTaskStruct`, or with a type
/// parameter `type bpfKptr[T any] *T`.
const TYPE_TAGS: &[(&str, &str)] = &[
    ("bpfKptrUntrusted", "kptr_untrusted"),
    ("bpfPercpuKptr", "percpu_kptr"),
    ("bpfKptr", "kptr"),
    ("bpfUptr", "uptr"),
];

/// Makes the types.
pub(super) struct Shaper<'m> {
    module: &'m Module<'m>,
    pub(super) builder: DiBuilder<'m>,
    /// A file for types, which in TinyGo's debug info have none.
    file: Metadata<'m>,
    /// What was made: a type without a name inside a CO-RE type differs from one elsewhere.
    done: HashMap<(Metadata<'m>, bool), Metadata<'m>>,
    core_types: &'m [CoreType],
    /// The CO-RE type whose parts are being made.
    core: Option<String>,
    /// Types whose names in BTF do not follow from their Go names.
    fixed: HashMap<Metadata<'m>, &'static str>,
    /// Structs that are called as the kernel's, however many there are.
    exact: HashSet<Metadata<'m>>,
    /// The named types that were made, by Go name and layout: TinyGo describes a type in each package that uses it.
    named: Vec<(String, Type, Metadata<'m>)>,
    layouts: Types,
    /// The names of named types, with how often each was wanted.
    names: BTreeMap<String, u32>,
}

impl<'m> Shaper<'m> {
    pub(super) fn new(
        module: &'m Module<'m>,
        file: Metadata<'m>,
        core_types: &'m [CoreType],
    ) -> Self {
        Self {
            module,
            builder: DiBuilder::new(module),
            file,
            done: HashMap::new(),
            core_types,
            core: None,
            fixed: HashMap::new(),
            exact: HashSet::new(),
            named: Vec::new(),
            layouts: Types::default(),
            names: BTreeMap::new(),
        }
    }

    /// Calls the struct that a pointer type points to `name` in BTF.
    pub(super) fn name_target(&mut self, pointer: Metadata<'m>, name: &'static str) {
        let target = underlying(self.module, pointer).filter(|ty| ty.tag() == Tag::Pointer);
        if let Some(target) = target.and_then(|ty| ty.operand(self.module, slot::BASE)) {
            self.fixed
                .entry(without_aliases(self.module, target))
                .or_insert(name);
        }
    }

    /// Leaves a struct its name.
    pub(super) fn keep_name(&mut self, ty: Metadata<'m>) {
        self.exact.insert(ty);
    }

    /// A pointer to a struct of which only the name counts.
    pub(super) fn pointer_to_named(&self, name: &str) -> Metadata<'m> {
        let target = self.builder.struct_type(name, self.file, 0, 0, 0, &[]);
        self.builder.pointer_type(Some(target))
    }

    /// The type as BTF wants it; `None` (C's `void`) for what debug info does not describe.
    pub(super) fn shape(&mut self, ty: Metadata<'m>) -> Option<Metadata<'m>> {
        let ty = without_aliases(self.module, ty);
        if let Some(done) = self.done.get(&self.key(ty)) {
            return Some(*done);
        }
        match ty.tag() {
            Tag::Typedef => self.named(ty),
            Tag::Struct => {
                let name = match ty.type_name().as_str() {
                    "" => String::new(),
                    name if self.exact.contains(&ty) => name.to_owned(),
                    // A slice, as `[]main.Event`.
                    name if name.starts_with("[]") => {
                        self.unique(&format!("slice_{}", c_name(name)))
                    }
                    name => self.unique(&c_name(name)),
                };
                let members = self.shaped_members(ty);
                let shaped = self.structure(&name, ty, members);
                Some(self.remember(ty, shaped))
            }
            Tag::Pointer => {
                let target = ty.operand(self.module, slot::BASE);
                let target = target.and_then(|target| self.shape(target));
                Some(self.remember(ty, self.builder.pointer_type(target)))
            }
            Tag::Array => {
                let element = self.shape(ty.operand(self.module, slot::BASE)?)?;
                let len = array_len(self.module, ty)?;
                let array = self
                    .builder
                    .array_type(element, len, ty.size_bits(), ty.align_bits());
                Some(self.remember(ty, array))
            }
            Tag::Subroutine => {
                let types = ty.operand(self.module, slot::TYPES)?.operands(self.module);
                let mut types: Vec<_> = types.into_iter().map(|ty| self.shape(ty?)).collect();
                // The C API shows a list of `void` alone as empty.
                if types.is_empty() {
                    types.push(None);
                }
                let function = self.builder.subroutine_type(&types);
                Some(self.remember(ty, function))
            }
            Tag::Base if ty.type_name().starts_with("complex") => Some(self.complex(ty)),
            Tag::Base if self.core.is_some() => Some(self.number(ty)),
            Tag::Base | Tag::Union | Tag::Enumeration => Some(ty),
            _ => None,
        }
    }

    /// A type for a value whose Go type debug info does not tell: the result of a function, or a part of a parameter.
    pub(super) fn of_llvm(&self, ty: Ty<'m>, signed: bool) -> Option<Metadata<'m>> {
        match ty.kind() {
            TyKind::Pointer => Some(self.builder.pointer_type(None)),
            TyKind::Int if ty.int_width() == Some(1) => {
                Some(self.builder.basic_type("bool", 8, encoding::BOOLEAN))
            }
            TyKind::Int => {
                let bits = u64::from(ty.int_width()?).next_power_of_two().max(8);
                let (name, encoding) = if signed {
                    (format!("int{bits}"), encoding::SIGNED)
                } else {
                    (format!("uint{bits}"), encoding::UNSIGNED)
                };
                Some(self.builder.basic_type(&name, bits, encoding))
            }
            _ => None,
        }
    }

    fn remember(&mut self, ty: Metadata<'m>, shaped: Metadata<'m>) -> Metadata<'m> {
        self.done.insert(self.key(ty), shaped);
        shaped
    }

    fn key(&self, ty: Metadata<'m>) -> (Metadata<'m>, bool) {
        (ty, self.core.is_some() && ty.tag() != Tag::Typedef)
    }

    /// The type that hangs at an access to a kernel object: a CO-RE type or a part of one.
    pub(super) fn shape_accessed(&mut self, ty: Metadata<'m>) -> Option<Metadata<'m>> {
        self.core = Some(String::new());
        let shaped = self.shape(ty);
        self.core = None;
        shaped
    }

    fn named(&mut self, ty: Metadata<'m>) -> Option<Metadata<'m>> {
        let go_name = ty.type_name();
        let kernel = kernel_type(self.core_types, &go_name);
        let outer = std::mem::replace(&mut self.core, kernel.as_ref().map(|_| go_name));
        let shaped = self.named_inside(ty, kernel.as_ref());
        self.core = outer;
        shaped
    }

    fn named_inside(
        &mut self,
        ty: Metadata<'m>,
        kernel: Option<&KernelType>,
    ) -> Option<Metadata<'m>> {
        let base = underlying(self.module, ty)?;
        let go_name = ty.type_name();
        let layout = crate::types::read(&mut self.layouts, self.module, ty)?;
        let same = self
            .named
            .iter()
            .find(|(name, other, _)| *name == go_name && *other == layout);
        if let Some((_, _, shaped)) = same {
            let shaped = *shaped;
            return Some(self.remember(ty, shaped));
        }
        if let Some(kernel) = kernel.filter(|_| base.tag() == Tag::Base) {
            let shaped =
                self.builder
                    .enumeration_type(&kernel.name, self.file, base.size_bits(), &[], base);
            return Some(self.remember(ty, shaped));
        }
        if let Some(tag) = type_tag(&go_name).filter(|_| base.tag() == Tag::Pointer) {
            let target = base.operand(self.module, slot::BASE);
            let target = target.and_then(|target| self.shape(target));
            let pointer = self.builder.tagged_pointer_type(self.module, target, tag);
            return Some(self.remember(ty, pointer));
        }
        let fixed = self.fixed.get(&ty).filter(|_| base.tag() == Tag::Struct);
        let name = match (kernel, fixed) {
            // Several views of one kernel type have the same name.
            (Some(kernel), _) => kernel.name.clone(),
            (None, Some(name)) => self.unique(name),
            (None, None) => self.unique(&type_name(&go_name)),
        };
        if base.tag() == Tag::Struct {
            let is_union = kernel.is_some_and(|kernel| kernel.is_union);
            let shaped = if is_union {
                let (size, align) = (base.size_bits(), base.align_bits());
                self.builder.union_type(&name, self.file, size, align, &[])
            } else {
                self.structure(&name, base, Vec::new())
            };
            self.remember(ty, shaped);
            self.named.push((go_name.clone(), layout, shaped));
            let mut members = self.shaped_members(base);
            if is_union {
                members.iter_mut().for_each(|member| member.offset = 0);
            }
            let filled = self.structure("", base, members);
            if let Some(elements) = filled.operand(self.module, slot::ELEMENTS) {
                shaped.set_operand(self.module, slot::ELEMENTS, elements);
            }
            self.tag_members(&go_name, shaped);
            return Some(shaped);
        }
        let shaped = self.builder.typedef(&name, self.file, None);
        self.remember(ty, shaped);
        self.named.push((go_name, layout, shaped));
        if let Some(base) = self.shape(base) {
            shaped.set_operand(self.module, slot::BASE, base);
        }
        Some(shaped)
    }

    fn structure(&self, name: &str, ty: Metadata<'m>, members: Vec<Member<'m>>) -> Metadata<'m> {
        self.builder.struct_type(
            name,
            self.file,
            0,
            ty.size_bits(),
            ty.align_bits(),
            &members,
        )
    }

    /// Tags the members of which the sources say what the kernel is to know.
    fn tag_members(&self, go_name: &str, shaped: Metadata<'m>) {
        let Some(known) = self.core_types.iter().find(|ty| ty.name == go_name) else {
            return;
        };
        for (index, field) in known.fields.iter().enumerate() {
            let Some(tag) = &field.tag else { continue };
            // Looked up anew: to change a node may make it another.
            if let Some(member) = members(self.module, shaped).get(index) {
                let tags = super::decl_tags(self.module, &[tag]);
                member.set_operand(self.module, slot::TYPE_ANNOTATIONS, tags);
            }
        }
    }

    /// A struct's members; a blank one (`_`) gets a name of its own, since in C it would collide with the next.
    fn shaped_members(&mut self, ty: Metadata<'m>) -> Vec<Member<'m>> {
        let mut blank = 0;
        let mut shaped = Vec::new();
        for member in members(self.module, ty) {
            let base = member.operand(self.module, slot::BASE);
            let Some(base) = base.and_then(|base| self.shape(base)) else {
                continue;
            };
            let go_name = member.type_name();
            let name = match (go_name.as_str(), &self.core) {
                ("_", _) => {
                    blank += 1;
                    format!("_pad{blank}")
                }
                (name, Some(core)) => kernel_field(self.core_types, core, name),
                (name, None) => c_name(name),
            };
            shaped.push(Member {
                name,
                ty: base,
                size: member.size_bits(),
                align: member.align_bits(),
                offset: member.offset_bits(),
            });
        }
        shaped
    }

    /// A number in a kernel struct, by the name that GCC gives it: types match by names, too (`__bpf_core_types_match` in the
    /// kernel's `relo_core.c`).
    fn number(&mut self, ty: Metadata<'m>) -> Metadata<'m> {
        let (name, encoding) = match ty.type_name().as_str() {
            "int8" => ("char", encoding::SIGNED),
            "uint8" | "byte" => ("unsigned char", encoding::UNSIGNED),
            "int16" => ("short int", encoding::SIGNED),
            "uint16" => ("short unsigned int", encoding::UNSIGNED),
            "int32" | "rune" => ("int", encoding::SIGNED),
            "uint32" => ("unsigned int", encoding::UNSIGNED),
            "int64" | "int" => ("long int", encoding::SIGNED),
            "uint64" | "uint" | "uintptr" => ("long unsigned int", encoding::UNSIGNED),
            "bool" => ("_Bool", encoding::BOOLEAN),
            _ => return ty,
        };
        let number = self.builder.basic_type(name, ty.size_bits(), encoding);
        self.remember(ty, number)
    }

    /// BTF has no complex numbers: two floating-point numbers.
    fn complex(&mut self, ty: Metadata<'m>) -> Metadata<'m> {
        const FLOAT: u32 = 4; // DW_ATE_float
        let half = ty.size_bits() / 2;
        let part = self
            .builder
            .basic_type(&format!("float{half}"), half, FLOAT);
        let array = self
            .builder
            .array_type(part, 2, ty.size_bits(), half as u32);
        self.remember(ty, array)
    }

    fn unique(&mut self, name: &str) -> String {
        let count = self.names.entry(name.to_owned()).or_default();
        *count += 1;
        if *count == 1 {
            name.to_owned()
        } else {
            format!("{name}_{count}")
        }
    }
}

/// The BTF type tag of a named pointer type.
pub(crate) fn type_tag(go_name: &str) -> Option<&'static str> {
    let local = local_name(go_name);
    let found = TYPE_TAGS
        .iter()
        .find(|(prefix, _)| local.starts_with(prefix));
    found.map(|(_, tag)| *tag)
}

/// The struct that the kernel finds in map values and that a Go type stands for: `bpfTimer`, or `Timer` of the Go package for BPF.
pub(crate) fn kernel_struct(go_name: &str) -> Option<&'static str> {
    let local = local_name(go_name);
    let is_library = package(go_name) == Some(LIBRARY);
    let means = |go: &str| local == go || is_library && go.strip_prefix("bpf") == Some(local);
    let found = KERNEL_STRUCTS.iter().find(|(go, _)| means(go));
    found.map(|(_, kernel)| *kernel)
}

/// The name of a Go type in BTF.
fn type_name(go_name: &str) -> String {
    kernel_struct(go_name).map_or_else(|| super::short(&c_name(go_name)), str::to_owned)
}
