//! Go views of kernel types, written from a kernel's BTF: what CO-RE programs declare by hand otherwise.
//!
//! It is not for build scripts, whose result would depend on the machine's kernel, but for a command that is run once (`cargo tinybpf
//! vmlinux`), and a file that is committed:
//!
//! ```no_run
//! use tinybpf_build::vmlinux::KernelTypes;
//!
//! KernelTypes::new()
//!     .types(["task_struct.tgid", "task_struct.real_parent", "task_struct.comm", "bpf_map_type"])
//!     .write("bpf/kernel.go")?;
//! # Ok::<(), tinybpf_build::Error>(())
//! ```
//!
//! The file has a view of each type that is named, and of each that lies in one; [`KernelTypes::depth`] follows pointers, too.
//! Names are those of the rule (`task_struct` is `bpfCoreTaskStruct`), with a tag where it does not fit. Enums are Go types
//! with constants, which have the kernel's names. What Go cannot express is left out, and a comment says so.

use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use tinybpf_core::{
    Topic,
    vmlinux::{Request, generate},
};

use crate::{Error, output};

/// The running kernel's types.
const RUNNING: &str = "/sys/kernel/btf/vmlinux";

/// Writes views of kernel types.
#[derive(Clone, Debug)]
pub struct KernelTypes {
    btf: PathBuf,
    base: Option<PathBuf>,
    request: Request,
}

impl Default for KernelTypes {
    fn default() -> Self {
        Self::new()
    }
}

impl KernelTypes {
    /// Views of types of the running kernel, for Go's package `main`.
    #[must_use]
    pub fn new() -> Self {
        Self {
            btf: RUNNING.into(),
            base: None,
            request: Request::new([""; 0]),
        }
    }

    /// Takes the types from this file: raw BTF, or an ELF file with a section `.BTF`, such as an uncompressed kernel.
    ///
    /// That of a module has what the kernel does not, and goes on where the kernel's ends: for a file in `/sys/kernel/btf` that is known,
    /// for another one [`base`](Self::base) says it.
    pub fn btf(&mut self, file: impl Into<PathBuf>) -> &mut Self {
        self.btf = file.into();
        self
    }

    /// The file with the types of the kernel that the module is for whose types [`btf`](Self::btf) has.
    pub fn base(&mut self, file: impl Into<PathBuf>) -> &mut Self {
        self.base = Some(file.into());
        self
    }

    /// Adds types by their names in the kernel: structs, unions, enums, and typedefs of such that have no other name (`kuid_t`).
    /// Where two have the same name, `union NAME` tells them apart.
    ///
    /// `TYPE.FIELD` makes a view of this field only, and of others that are named so. Fields of parts without a name count as the outer
    /// type's, as in C.
    pub fn types(&mut self, names: impl IntoIterator<Item = impl Into<String>>) -> &mut Self {
        self.request.types.extend(names.into_iter().map(Into::into));
        self
    }

    /// How many pointers to follow to types that are not named; none by default. The pointer to a type without a view is an `unsafe.Pointer`.
    pub fn depth(&mut self, pointers: u32) -> &mut Self {
        self.request.depth = pointers;
        self
    }

    /// The name of the Go package. In all but `main` the types are exported (`BpfCoreTaskStruct`), for other packages to import.
    pub fn package(&mut self, name: impl Into<String>) -> &mut Self {
        self.request.package = name.into();
        self
    }

    /// The Go source, as gofmt would format it.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] for a file that cannot be read, [`Error::Input`] when it has no BTF, or not what is asked for.
    pub fn source(&self) -> Result<String, Error> {
        let btf = read(&self.btf)?;
        let base = self.base.clone().or_else(|| kernel_of(&self.btf));
        let base = base.map(|file| read(&file)).transpose()?;
        let name = self.btf.display().to_string();
        generate(&name, &btf, base.as_deref(), &self.request)
    }

    /// Writes the Go source to a file, which is replaced as a whole, and only when its content changes.
    ///
    /// # Errors
    ///
    /// As [`source`](Self::source), and [`Error::Io`] when the file cannot be written.
    pub fn write(&self, file: impl AsRef<Path>) -> Result<(), Error> {
        let source = self.source()?;
        output::replace(&[(&file.as_ref().to_owned(), source.as_bytes())])
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound if path == Path::new(RUNNING) => Error::input(
            Topic::Input,
            path.display().to_string(),
            "the running kernel does not show its types (CONFIG_DEBUG_INFO_BTF)",
            "name a file with those of another one: `--btf FILE`, `KernelTypes::btf`",
        ),
        _ => Error::io(path, error),
    })
}

/// The file of the kernel, for one of a module in the folder where the kernel shows both.
fn kernel_of(btf: &Path) -> Option<PathBuf> {
    let kernel = Path::new(RUNNING);
    (btf != kernel && btf.parent() == kernel.parent()).then(|| kernel.to_owned())
}
