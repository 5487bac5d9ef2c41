//! Finding libLLVM and opening it.

use std::{
    collections::BTreeMap,
    env,
    error::Error as _,
    ffi::{OsStr, OsString},
    fmt, fs,
    path::{Path, PathBuf},
    process::Command,
    sync::{Mutex, OnceLock, PoisonError},
};

use super::ffi::{Records, Table, VariableRecords};
use crate::{Error, Topic};

/// The oldest LLVM whose C API and BPF back end this crate works with.
const OLDEST: u32 = 19;

/// Names a libLLVM, or a folder with one.
const VARIABLE: &str = "TINYBPF_LLVM";

/// An open libLLVM with the BPF target. Opened once per process and path, and never unloaded.
pub struct Library {
    pub(super) table: Table,
    pub(super) records: Option<Records>,
    pub(super) variable_records: Option<VariableRecords>,
    path: PathBuf,
    version: (u32, u32, u32),
}

impl fmt::Debug for Library {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Library")
            .field("path", &self.path)
            .field("version", &self.version)
            .finish_non_exhaustive()
    }
}

impl Library {
    /// Finds and opens libLLVM: `explicit` if given, else the file or folder that the environment variable
    /// `TINYBPF_LLVM` names, else the library inside the Rust toolchain (of `$RUSTC`, or of `rustc` on the `PATH`),
    /// else the system's.
    ///
    /// # Errors
    /// [`Error::Toolchain`] when none is found (the message lists where it was looked for), when the one asked for cannot
    /// be opened, is older than LLVM 19, or lacks the BPF target.
    pub fn find(explicit: Option<&Path>) -> Result<&'static Self, Error> {
        if let Some((path, source)) = asked(explicit) {
            let file = file_of(&path).ok_or_else(|| {
                let path = path.display();
                asked_for(format!(
                    "{source} names {path}, a folder without a libLLVM {OLDEST} or newer"
                ))
            })?;
            return Self::open(&file).map_err(|why| asked_for(format!("{source}: {why}")));
        }
        // Asking rustc where it lives takes longer than compiling a BPF program: once is enough.
        static FOUND: OnceLock<&'static Library> = OnceLock::new();
        if let Some(library) = FOUND.get() {
            return Ok(library);
        }
        let library = Self::search()?;
        Ok(FOUND.get_or_init(|| library))
    }

    /// The file that [`find`](Self::find) opens first, without opening it: it opens another one when this turns out to be of no use.
    #[must_use]
    pub fn locate(explicit: Option<&Path>) -> Option<PathBuf> {
        match asked(explicit) {
            Some((path, _)) => file_of(&path),
            None => places().find_map(|(_, folder)| newest_in(&folder?)),
        }
    }

    /// The first library that can be used, in the places where one may lie.
    fn search() -> Result<&'static Self, Error> {
        let (mut unusable, mut without) = (Vec::new(), Vec::new());
        for (place, folder) in places() {
            let Some(folder) = folder else { continue };
            match newest_in(&folder).map(|file| Self::open(&file)) {
                Some(Ok(library)) => return Ok(library),
                Some(Err(why)) => unusable.push(format!("\n  {why}")),
                None => without.push(format!("{}{place}", folder.display())),
            }
        }
        Err(Error::toolchain(
            Topic::LlvmMissing,
            format!(
                "there is no LLVM library (libLLVM) {OLDEST} or newer, which compiles for BPF, in {}{}",
                without.join(", "),
                unusable.concat()
            ),
            format!(
                "install Rust from https://rustup.rs, which brings one; or install the distribution's (`apt install libllvm{OLDEST}`, `dnf \
                 install llvm-libs`, `brew install llvm`); or name one with the environment variable {VARIABLE}"
            ),
        ))
    }

    /// Opens the library in `path`, or returns the one opened before.
    fn open(path: &Path) -> Result<&'static Self, String> {
        static OPEN: Mutex<BTreeMap<PathBuf, &'static Library>> = Mutex::new(BTreeMap::new());
        let key = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(library) = open.get(&key) {
            return Ok(library);
        }
        if !path.exists() {
            return Err(format!("there is no {}", path.display()));
        }
        // SAFETY: loading runs the library's initialisers; a libLLVM's only register its own options and passes.
        let library = unsafe { libloading::Library::new(&key) }
            .map_err(|e| format!("{} cannot be opened: {}", path.display(), reason(&e, &key)))?;
        // Never unloaded: the table's function pointers must stay valid, and LLVM keeps global state.
        let library: &'static libloading::Library = Box::leak(Box::new(library));
        let version = version(library)
            .ok_or_else(|| format!("{} is no libLLVM, or one before 16", path.display()))?;
        if version.0 < OLDEST {
            return Err(format!(
                "{} is LLVM {}.{}.{}; {OLDEST} or newer is needed",
                path.display(),
                version.0,
                version.1,
                version.2
            ));
        }
        // SAFETY: LLVMGetVersion was there, so this is a libLLVM, and of a release whose C API has these signatures.
        let table = unsafe { Table::resolve(library) }
            .map_err(|symbol| format!("{} has no function {symbol}", path.display()))?;
        // SAFETY: the four initialisers have no precondition, and the lock keeps them to one thread.
        unsafe {
            (table.LLVMInitializeBPFTargetInfo)();
            (table.LLVMInitializeBPFTarget)();
            (table.LLVMInitializeBPFTargetMC)();
            (table.LLVMInitializeBPFAsmPrinter)();
        }
        super::guard::install(&table);
        let library: &'static Self = Box::leak(Box::new(Self {
            table,
            // SAFETY: as for the table.
            records: unsafe { Records::resolve(library) },
            // SAFETY: as above.
            variable_records: unsafe { VariableRecords::resolve(library, version.0) },
            path: path.to_owned(),
            version,
        }));
        open.insert(key, library);
        Ok(library)
    }

    /// The file that was opened.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// LLVM's version: major, minor, patch.
    #[must_use]
    pub fn version(&self) -> (u32, u32, u32) {
        self.version
    }
}

/// The error for what the user names.
fn asked_for(message: String) -> Error {
    Error::toolchain(
        Topic::LlvmMissing,
        message,
        format!(
            "name a libLLVM {OLDEST} or newer, or the folder of one; or name none: then the Rust toolchain's own is taken"
        ),
    )
}

/// The file or folder that the user names, and where.
fn asked(explicit: Option<&Path>) -> Option<(PathBuf, &'static str)> {
    let variable = env::var_os(VARIABLE)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from);
    match (explicit, variable) {
        // A build script that reads the variable itself hands it on as the option.
        (Some(path), variable) if variable.as_deref() != Some(path) => {
            Some((path.to_owned(), "the `llvm` option"))
        }
        (_, variable) => variable.map(|path| (path, VARIABLE)),
    }
}

/// The library that a path names: a file, or the newest one in a folder.
fn file_of(path: &Path) -> Option<PathBuf> {
    if path.is_dir() {
        newest_in(path)
    } else {
        Some(path.to_owned())
    }
}

/// What the dynamic loader said of a file, which libloading keeps behind its own words.
fn reason(error: &libloading::Error, file: &Path) -> String {
    let said = error.source().unwrap_or(error).to_string();
    let said = said
        .strip_prefix(&format!("{}: ", file.display()))
        .unwrap_or(&said);
    // The words of glibc on libraries of other machines.
    if file.exists() && said.starts_with("cannot open shared object file: No such file") {
        return "it is no library for this machine".to_owned();
    }
    said.to_owned()
}

fn version(library: &libloading::Library) -> Option<(u32, u32, u32)> {
    type GetVersion = unsafe extern "C" fn(*mut u32, *mut u32, *mut u32);
    let (mut major, mut minor, mut patch) = (0, 0, 0);
    // SAFETY: the signature is that of llvm-c/Core.h, and the three pointers are valid for a write.
    unsafe {
        let get = library.get::<GetVersion>(b"LLVMGetVersion\0").ok()?;
        get(&mut major, &mut minor, &mut patch);
    }
    Some((major, minor, patch))
}

/// Where libLLVM may lie when nobody says: a remark for the error message on whose it is, and the folder if there is one.
fn places() -> impl Iterator<Item = (String, Option<PathBuf>)> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let label = format!(" (of `{}`)", rustc.to_string_lossy());
    let system = [
        "/usr/lib",
        "/usr/lib64",
        "/usr/local/lib",
        "/opt/homebrew/opt/llvm/lib",
        "/usr/local/opt/llvm/lib",
    ];
    let multiarch = format!("/usr/lib/{}-linux-gnu", env::consts::ARCH);
    std::iter::once_with(move || (label, sysroot_lib(&rustc)))
        .chain(std::iter::once_with(|| {
            let folder = output("llvm-config".as_ref(), &["--libdir"]).map(PathBuf::from);
            (" (of `llvm-config`)".to_owned(), folder)
        }))
        .chain(debian_folders())
        .chain(
            std::iter::once(multiarch)
                .chain(system.map(str::to_owned))
                .map(PathBuf::from)
                .map(|folder| (String::new(), folder.is_dir().then_some(folder))),
        )
}

/// `/usr/lib/llvm-NN/lib`, the newest first.
fn debian_folders() -> impl Iterator<Item = (String, Option<PathBuf>)> {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let version = entry
                .file_name()
                .to_str()?
                .strip_prefix("llvm-")?
                .parse()
                .ok()?;
            (version >= OLDEST).then(|| (version, entry.path().join("lib")))
        })
        .collect();
    found.sort_by(|a, b| b.cmp(a));
    found
        .into_iter()
        .map(|(_, path)| (String::new(), Some(path)))
}

/// The `lib` folder of the toolchain that `rustc` belongs to.
fn sysroot_lib(rustc: &OsStr) -> Option<PathBuf> {
    // Cargo hands build scripts the real compiler's path, whose neighbour `lib` is the answer: starting rustc to ask takes
    // longer than compiling a BPF program.
    let beside = Path::new(rustc)
        .parent()
        .and_then(Path::parent)
        .map(|root| root.join("lib"));
    if let Some(lib) = beside.filter(|lib| newest_in(lib).is_some()) {
        return Some(lib);
    }
    // Who keeps what is built asks several times.
    static ASKED: OnceLock<Option<PathBuf>> = OnceLock::new();
    let ask = || output(rustc, &["--print", "sysroot"]).map(|root| Path::new(&root).join("lib"));
    ASKED.get_or_init(ask).clone()
}

/// The first line that a command prints, if it runs and succeeds.
fn output(program: &OsStr, args: &[&str]) -> Option<OsString> {
    let output = Command::new(program)
        .args(args)
        .output()
        .ok()
        .filter(|o| o.status.success())?;
    let line = String::from_utf8(output.stdout).ok()?;
    line.lines()
        .next()
        .filter(|line| !line.is_empty())
        .map(Into::into)
}

/// The libLLVM of the highest version in a folder.
fn newest_in(folder: &Path) -> Option<PathBuf> {
    let mut found: Vec<(Vec<u32>, PathBuf)> = fs::read_dir(folder)
        .ok()?
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            Some((library_version(&name)?, entry.path()))
        })
        .filter(|(version, path)| {
            version.first().is_none_or(|major| *major >= OLDEST) && is_library(path)
        })
        .collect();
    found.sort();
    found.pop().map(|(_, path)| path)
}

/// The version in the file name of a libLLVM (empty where it has none), `None` for other files.
///
/// The names: `libLLVM.so.19.1`, `libLLVM-19.so`, `libLLVM.so.22.1-rust-1.95.0-stable`, `libLLVM.dylib`.
fn library_version(name: &str) -> Option<Vec<u32>> {
    let rest = name.strip_prefix("libLLVM")?;
    if !(rest.contains(".so") || rest.ends_with(".dylib")) {
        return None;
    }
    let rest = rest.split("-rust-").next()?;
    let digits = rest.replace(".so", "").replace(".dylib", "");
    let digits = digits.trim_matches(['.', '-']);
    if digits.is_empty() {
        return Some(Vec::new());
    }
    digits.split('.').map(|part| part.parse().ok()).collect()
}

/// Whether a file is a shared library: a toolchain also carries linker scripts under such names.
fn is_library(path: &Path) -> bool {
    use std::io::Read;
    let mut magic = [0; 4];
    fs::File::open(path)
        .and_then(|mut file| file.read_exact(&mut magic))
        .is_ok()
        && matches!(
            magic,
            [0x7f, b'E', b'L', b'F'] | [0xcf, 0xfa, 0xed, 0xfe] | [0xca, 0xfe, 0xba, 0xbe]
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn library_names_of_all_hosts() {
        let version = |name| library_version(name);
        assert_eq!(
            version("libLLVM.so.22.1-rust-1.95.0-stable"),
            Some(vec![22, 1])
        );
        assert_eq!(version("libLLVM.so.19.1"), Some(vec![19, 1]));
        assert_eq!(version("libLLVM-19.so"), Some(vec![19]));
        assert_eq!(version("libLLVM.dylib"), Some(vec![]));
        assert_eq!(version("libLLVM-22-rust-1.95.0-stable.so"), Some(vec![22]));
        assert_eq!(version("libLLVMSupport.a"), None);
        assert_eq!(version("libLTO.so.19.1"), None);
    }

    #[test]
    fn a_missing_library_says_who_asked() {
        let error = Library::find(Some(Path::new("/nonexistent/libLLVM.so"))).unwrap_err();
        let text = error.to_string();
        assert!(
            text.contains("the `llvm` option") && text.contains("/nonexistent/libLLVM.so"),
            "{text}"
        );
    }

    #[test]
    fn a_file_that_is_no_library_is_refused() {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), "INPUT(libLLVM.so)").unwrap();
        let error = Library::find(Some(file.path())).unwrap_err();
        assert_eq!(error.topics(), [Topic::LlvmMissing], "{error}");
        // What was named is said once, and not again by the dynamic loader.
        let name = file.path().display().to_string();
        assert_eq!(error.message().matches(&name).count(), 1, "{error}");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_library_of_another_machine_is_told_as_such() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let object = include_bytes!("../../../tinybpf-object/testdata/object/probe.o");
        fs::write(file.path(), object).unwrap();
        let error = Library::find(Some(file.path())).unwrap_err();
        assert!(
            error
                .message()
                .ends_with("cannot be opened: it is no library for this machine"),
            "{error}"
        );
    }
}
