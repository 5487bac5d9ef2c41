//! Go views (`bpfCore…`) of the types that a kernel's BTF describes.
//!
//! ```no_run
//! use tinybpf_core::vmlinux::{Request, generate};
//!
//! let btf = std::fs::read("/sys/kernel/btf/vmlinux")?;
//! let request = Request::new(["task_struct.pid", "task_struct.real_parent"]);
//! let go = generate("vmlinux", &btf, None, &request)?;
//! assert!(go.contains("type bpfCoreTaskStruct struct"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod collect;
mod columns;
mod field;
mod find;
mod names;
mod render;

use std::borrow::Cow;

use object::Endianness;

use crate::{
    Error, Topic,
    object::{
        btf::{Btf, join, section},
        elf::Malformed,
    },
};

/// What is to be generated.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Request {
    /// The kernel's names of structs, unions, enums, and typedefs of such that have no name of their own; `TYPE.FIELD` for a view
    /// with this field, and others that are named so, instead of all. `union NAME` tells types of one name apart.
    pub types: Vec<String>,
    /// How many pointers are followed to types that are not named. What lies in a struct comes along.
    pub depth: u32,
    /// The name of the Go package. The types of all but `main` are exported: `BpfCoreTaskStruct`.
    pub package: String,
}

impl Request {
    /// Some types, for package `main`, without what only pointers lead to.
    pub fn new(types: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            types: types.into_iter().map(Into::into).collect(),
            depth: 0,
            package: "main".to_owned(),
        }
    }
}

/// A Go file with views of types of a kernel, as gofmt would format it. Types and fields that Go cannot express are left out, and a
/// comment says so.
///
/// `btf` is raw BTF, or an ELF file with a section `.BTF`: an uncompressed kernel, or one of its modules. A module's refers to the
/// kernel's, which is the `base`. `name` is for messages.
///
/// # Errors
///
/// [`Error::Input`] when the bytes are no BTF, or it does not have what is asked for.
pub fn generate(
    name: &str,
    btf: &[u8],
    base: Option<&[u8]>,
    request: &Request,
) -> Result<String, Error> {
    if !names::is_package(&request.package) {
        let message = "this is no name for a Go package";
        let help = "give it a lower-case word, such as `kernel`";
        return Err(Error::input(
            Topic::Input,
            format!("{:?}", request.package),
            message,
            help,
        ));
    }
    let malformed = |error: Malformed| Error::input(Topic::Input, name, error.0, NO_BTF);
    let (data, endian) = whole(btf, base).map_err(malformed)?;
    let btf = Btf::parse(&data, endian).map_err(malformed)?;
    let views = collect::collect(&btf, request);
    let views = views.map_err(|message| Error::input(Topic::Input, name, message, UNKNOWN))?;
    Ok(render::render(request, &views))
}

/// What to do where there is no BTF to read, for messages.
pub const NO_BTF: &str = "give raw BTF, such as /sys/kernel/btf/vmlinux, or an ELF file with a section .BTF: an object, an unpacked kernel, one \
    of its modules with the kernel as base";

/// What to do where it has not what is asked for.
const UNKNOWN: &str = "name what this kernel has: `task_struct` for all fields of a type, `task_struct.{tgid,comm}` for some; `bpftool btf \
    dump file FILE format c` prints all types";

/// BTF with that which it goes on from.
fn whole<'a>(
    btf: &'a [u8],
    base: Option<&'a [u8]>,
) -> Result<(Cow<'a, [u8]>, Endianness), Malformed> {
    let (data, endian) = section(btf)?;
    let Some(base) = base else {
        return Ok((Cow::Borrowed(data), endian));
    };
    let (base, base_endian) = section(base)?;
    if endian != base_endian {
        return Err(Malformed(
            "this is of another byte order than what it is based on".to_owned(),
        ));
    }
    Ok((Cow::Owned(join(base, data, endian)?), endian))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROBE: &[u8] = include_bytes!("../../tinybpf-object/testdata/object/probe.o");

    fn error(btf: &[u8], types: &[&str]) -> String {
        let request = Request::new(types.iter().copied());
        generate("btf", btf, None, &request).unwrap_err().message()
    }

    #[test]
    fn what_is_not_there_is_told() {
        for (types, message) in [
            (
                &["statz", "struct other"][..],
                "btf: there is no struct, union, enum or typedef \"statz\"; did you mean \"stats\"?\nthere is no struct \"other\"",
            ),
            (
                &["stats.packet"],
                "btf: stats has no field \"packet\"; did you mean \"packets\"?",
            ),
        ] {
            assert_eq!(error(PROBE, types), message);
        }
        assert!(error(PROBE, &[]).contains("no type is named"));
    }

    #[test]
    fn what_is_no_name_for_a_package_is_an_error() {
        for package in ["", "a b", "type", "x;y", "_"] {
            let mut request = Request::new(["stats"]);
            request.package = package.to_owned();
            let error = generate("btf", PROBE, None, &request).unwrap_err();
            assert!(error.message().contains("no name for a Go package"));
        }
    }

    #[test]
    fn what_is_no_btf_is_an_error() {
        assert!(error(b"BTF", &["a"]).contains("neither BTF nor an ELF file"));
        let (btf, _) = section(PROBE).unwrap();
        for len in 2..btf.len() {
            error(&btf[..len], &["stats"]);
        }
        for len in 4..PROBE.len() - 1 {
            let request = Request::new(["stats"]);
            let _ = generate("btf", &PROBE[..len], None, &request);
        }
    }

    /// BTF that goes on from that of `PROBE`: `struct made_up { struct stats *first; }`, and a pointer.
    fn module() -> Vec<u8> {
        const STATS: u32 = 11;
        let (base, endian) = section(PROBE).unwrap();
        let types = u32::try_from(Btf::parse(base, endian).unwrap().types.len()).unwrap();
        let strings = u32::from_le_bytes(base[20..24].try_into().unwrap());
        let names = b"made_up\0first\0";
        let words = [
            // The header: length, types, strings.
            24,
            0,
            36,
            36,
            names.len() as u32,
            // The pointer, the struct, its member.
            0,
            2 << 24,
            STATS,
            strings,
            4 << 24 | 1,
            8,
            strings + 8,
            types,
            0,
        ];
        let mut module = base[..4].to_vec();
        module.extend(words.into_iter().flat_map(u32::to_le_bytes));
        module.extend(names);
        module
    }

    #[test]
    fn a_module_goes_on_where_the_kernel_ends() {
        let mut request = Request::new(["made_up"]);
        request.depth = 1;
        let go = generate("module", &module(), Some(PROBE), &request).unwrap();
        assert!(
            go.contains("type bpfCoreMadeUp struct {\n\tFirst *bpfCoreStats\n}"),
            "{go}"
        );
        assert!(go.contains("type bpfCoreStats struct"), "{go}");
        // Without the kernel's there is no such type.
        generate("module", &module(), None, &request).unwrap_err();
    }
}
