//! Types that cross to user space, as the debug info of the module says them.

pub(crate) mod debug_info;
pub(crate) mod source;

pub(crate) use debug_info::read;
pub(crate) use tinybpf_object::{Field, Struct, Type, Types};
