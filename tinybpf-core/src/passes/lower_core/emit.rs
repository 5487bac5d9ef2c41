//! LLVM's intrinsics for CO-RE, which the BPF back end turns into relocations.
//!
//! `llvm.preserve.*.access.index` walks through a type of the debug info that hangs at the call; the last pass puts the types
//! that end up in BTF there. LLVM takes calls with the same arguments for the same, whatever type hangs there: types of their
//! own, and numbers, tell them apart.

use std::collections::HashMap;

use super::{known::is_same, plan::Step};
use crate::{
    CoreType,
    core_type::kernel_type,
    llvm::{Attr, Builder, Metadata, Module, Op, Tag, Ty, TyKind, Value, slot},
    types::debug_info::{array_len, members, underlying},
};

/// What hangs at a call that accesses a type.
pub(in crate::passes) const TYPE: &str = "llvm.preserve.access.index";

/// The helper that reads the kernel's memory.
pub(super) const READ_KERNEL: &str = "bpf_probe_read_kernel";

/// What can be asked of a field (`BPF_FIELD_*` of `enum bpf_field_info_kind` in libbpf's `bpf_core_read.h`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldInfo {
    ByteOffset = 0,
    ByteSize = 1,
    Exists = 2,
    LeftShift = 4,
    RightShift = 5,
}

/// What can be asked of a type (`enum bpf_type_info_kind` in libbpf's `bpf_core_read.h`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TypeInfo {
    Exists = 0,
    Size = 1,
    Matches = 2,
}

/// Makes the calls.
pub(super) struct Emitter<'m, 't> {
    pub(super) module: &'m Module<'m>,
    core_types: &'t [CoreType],
    /// The LLVM types that tell CO-RE types apart.
    types: Vec<(Metadata<'m>, Ty<'m>)>,
    /// How many calls were made that nothing else tells apart.
    count: u64,
    slots: HashMap<Value<'m>, Value<'m>>,
    big_endian: bool,
}

impl<'m, 't> Emitter<'m, 't> {
    pub(super) fn new(
        module: &'m Module<'m>,
        core_types: &'t [CoreType],
        big_endian: bool,
    ) -> Self {
        Self {
            module,
            core_types,
            types: Vec::new(),
            count: 0,
            slots: HashMap::new(),
            big_endian,
        }
    }

    /// A number that no other call has.
    pub(super) fn unique(&mut self) -> u64 {
        self.count += 1;
        self.count - 1
    }

    /// The address at the end of some steps.
    pub(super) fn walk(
        &mut self,
        builder: &Builder<'m>,
        mut address: Value<'m>,
        steps: &[Step<'m>],
    ) -> Value<'m> {
        for step in steps {
            address = match *step {
                Step::Field { of, index } => self.field(builder, address, of, index),
                Step::Element { of, index } => self.element(builder, address, of, index),
            };
            // Go checks before it steps.
            if address.op() == Op::Call {
                address.add_call_attr(self.module, Attr::Return, "nonnull", 0);
            }
        }
        address
    }

    fn field(
        &mut self,
        builder: &Builder<'m>,
        address: Value<'m>,
        of: Metadata<'m>,
        index: u32,
    ) -> Value<'m> {
        let module = self.module;
        let (pointer, int) = (module.ptr_type(), module.int_type(32));
        let number = int.int(index.into());
        let kernel = kernel_type(self.core_types, &of.type_name());
        if kernel.is_some_and(|kernel| kernel.is_union) {
            let ty = pointer.function(&[pointer, int]);
            let name = "llvm.preserve.union.access.index.p0.p0";
            return self.call(builder, name, ty, &[address, number], Some(of));
        }
        let ty = pointer.function(&[pointer, int, int]);
        let name = "llvm.preserve.struct.access.index.p0.p0";
        let call = self.call(builder, name, ty, &[address, number, number], Some(of));
        let element = self.type_of(of);
        call.add_call_type_attr(module, Attr::Param(0), "elementtype", element);
        call
    }

    fn element(
        &mut self,
        builder: &Builder<'m>,
        address: Value<'m>,
        of: Metadata<'m>,
        index: Value<'m>,
    ) -> Value<'m> {
        let module = self.module;
        let array = self.type_of(of);
        let element = underlying(module, of).and_then(|of| of.operand(module, slot::BASE));
        if let Some(constant) = index.as_u64() {
            let (pointer, int) = (module.ptr_type(), module.int_type(32));
            let ty = pointer.function(&[pointer, int, int]);
            let name = "llvm.preserve.array.access.index.p0.p0";
            let args = [address, int.int(1), int.int(constant)];
            let call = self.call(builder, name, ty, &args, Some(of));
            call.add_call_type_attr(module, Attr::Param(0), "elementtype", array);
            return call;
        }
        // The kernel's struct has another size than its view.
        let kernel = element.filter(|ty| kernel_type(self.core_types, &ty.type_name()).is_some());
        if let Some(element) = kernel {
            let wide = module.int_type(64);
            let size = self.type_info(builder, element, TypeInfo::Size);
            let size = builder.cast(Op::ZExt, size, wide);
            let index = if index.ty() == wide {
                index
            } else {
                builder.cast(Op::ZExt, index, wide)
            };
            let offset = builder.binary(Op::Mul, index, size);
            return builder.gep(module.int_type(8), address, &[offset]);
        }
        builder.gep(array, address, &[module.int_type(32).int(0), index])
    }

    /// A question about the field at the end of some steps; 32 bits.
    pub(super) fn field_info(
        &mut self,
        builder: &Builder<'m>,
        steps: &[Step<'m>],
        info: FieldInfo,
    ) -> Value<'m> {
        let module = self.module;
        let (pointer, int, wide) = (module.ptr_type(), module.int_type(32), module.int_type(64));
        // The address does not matter; a number keeps questions about two unions apart.
        let nowhere = module.const_ptr(self.unique());
        let mut address = nowhere;
        for step in steps {
            address = match *step {
                Step::Field { of, index } => self.field(builder, address, of, index),
                Step::Element { of, index } => self.element(builder, address, of, index),
            };
        }
        let ty = int.function(&[pointer, wide]);
        let args = [address, wide.int(info as u64)];
        self.call(builder, "llvm.bpf.preserve.field.info.p0", ty, &args, None)
    }

    /// A question about a type; 32 bits.
    pub(super) fn type_info(
        &mut self,
        builder: &Builder<'m>,
        ty: Metadata<'m>,
        info: TypeInfo,
    ) -> Value<'m> {
        let module = self.module;
        let (int, wide) = (module.int_type(32), module.int_type(64));
        let args = [int.int(self.unique()), wide.int(info as u64)];
        let function = int.function(&[int, wide]);
        let name = "llvm.bpf.preserve.type.info";
        self.call(builder, name, function, &args, Some(ty))
    }

    pub(super) fn call(
        &self,
        builder: &Builder<'m>,
        name: &str,
        ty: Ty<'m>,
        args: &[Value<'m>],
        of: Option<Metadata<'m>>,
    ) -> Value<'m> {
        let module = self.module;
        let function = module
            .function(name)
            .unwrap_or_else(|| module.add_function(name, ty));
        let call = builder.call(ty, function, args);
        if let Some(of) = of {
            call.set_metadata(module, TYPE, of);
        }
        call
    }

    /// Reads `size` bytes at an address that the verifier does not know into a slot on the stack.
    pub(super) fn probe(
        &mut self,
        builder: &Builder<'m>,
        helper: &str,
        to: Value<'m>,
        size: Value<'m>,
        from: Value<'m>,
    ) -> Value<'m> {
        let module = self.module;
        let (pointer, wide) = (module.ptr_type(), module.int_type(64));
        let ty = wide.function(&[pointer, wide, pointer, pointer]);
        // As TinyGo calls it: with a Go name, and a context at the end.
        let name = format!("tinybpf.{helper}");
        let nothing = pointer.poison();
        self.call(builder, &name, ty, &[to, size, from, nothing], None)
    }

    /// The value of an integer field of a kernel object whatever its width is there, also of a bit-field, in 64 bits; and what
    /// the helper returned.
    ///
    /// Of the bytes that hold it loaders tell how many they are, and by how much they are to be shifted left and then right.
    pub(super) fn read_exact(
        &mut self,
        builder: &Builder<'m>,
        function: Value<'m>,
        helper: &str,
        from: Value<'m>,
        steps: &[Step<'m>],
        signed: bool,
    ) -> (Value<'m>, Value<'m>) {
        let module = self.module;
        let wide = module.int_type(64);
        let [size, left, right] = [
            FieldInfo::ByteSize,
            FieldInfo::LeftShift,
            FieldInfo::RightShift,
        ]
        .map(|info| {
            let answer = self.field_info(builder, steps, info);
            builder.cast(Op::ZExt, answer, wide)
        });
        let slot = self.slot(function);
        builder.store(wide.int(0), slot);
        let to = if self.big_endian {
            // The bytes belong at the end of the number.
            let gap = builder.binary(Op::Sub, wide.int(8), size);
            builder.gep(module.int_type(8), slot, &[gap])
        } else {
            slot
        };
        let result = self.probe(builder, helper, to, size, from);
        let value = builder.load(wide, slot);
        let value = builder.binary(Op::Shl, value, left);
        let shift = if signed { Op::AShr } else { Op::LShr };
        (builder.binary(shift, value, right), result)
    }

    /// Eight bytes on the stack of a function, for one value at a time.
    pub(super) fn slot(&mut self, function: Value<'m>) -> Value<'m> {
        let module = self.module;
        *self.slots.entry(function).or_insert_with(|| {
            let slot = crate::passes::lower_panics::stack_slot(
                module,
                function,
                module.int_type(64),
                "core",
            );
            slot.set_alignment(8);
            slot
        })
    }

    /// An LLVM type for a type of debug info, of its own for each struct.
    fn type_of(&mut self, ty: Metadata<'m>) -> Ty<'m> {
        let module = self.module;
        let known = self
            .types
            .iter()
            .find(|(other, _)| is_same(module, *other, ty));
        if let Some((_, known)) = known {
            return *known;
        }
        let Some(base) = underlying(module, ty) else {
            return module.int_type(8);
        };
        match base.tag() {
            Tag::Struct => {
                let fields = members(module, base).into_iter();
                let types: Vec<_> = fields
                    .filter_map(|field| field.operand(module, slot::BASE))
                    .collect();
                let fields: Vec<_> = types.into_iter().map(|ty| self.part(ty)).collect();
                let kernel = kernel_type(self.core_types, &ty.type_name());
                let name = kernel.map_or_else(|| "core".to_owned(), |kernel| kernel.name);
                let made = module.named_struct_type(&name, &fields);
                self.types.push((ty, made));
                made
            }
            _ => self.part(ty),
        }
    }

    /// The LLVM type of a type of debug info.
    pub(super) fn llvm_type(&mut self, ty: Metadata<'m>) -> Ty<'m> {
        self.part(ty)
    }

    fn part(&mut self, ty: Metadata<'m>) -> Ty<'m> {
        let module = self.module;
        let Some(base) = underlying(module, ty) else {
            return module.int_type(8);
        };
        match base.tag() {
            Tag::Struct => self.type_of(ty),
            Tag::Pointer => module.ptr_type(),
            Tag::Array => {
                let element = base.operand(module, slot::BASE);
                let element = element.map_or(module.int_type(8), |element| self.part(element));
                element.array_of(array_len(module, base).unwrap_or(0))
            }
            _ => module.int_type((base.size_bits() as u32).max(8)),
        }
    }
}

/// A number in the type that Go code declared for it.
pub(super) fn convert<'m>(
    builder: &Builder<'m>,
    value: Value<'m>,
    to: Ty<'m>,
) -> Option<Value<'m>> {
    const NE: u32 = crate::llvm::predicate::NE;
    if to.kind() != TyKind::Int {
        return None;
    }
    let (from, width) = (value.ty().int_width()?, to.int_width()?);
    Some(match width {
        1 => builder.icmp(NE, value, value.ty().int(0)),
        _ if width == from => value,
        _ if width > from => builder.cast(Op::ZExt, value, to),
        _ => builder.cast(Op::Trunc, value, to),
    })
}
