//! What is compiled, and the LLVM IR in it: as it is, in objects and in archives.

use std::{
    borrow::Cow,
    fs,
    path::{Path, PathBuf},
};

use object::{
    Architecture, BinaryFormat, Object as _, ObjectSection as _, read::archive::ArchiveFile,
};

use crate::{Error, Topic, bitcode};

/// LLVM IR to compile, in one of these forms, which are told by what is in them and not by their names:
///
/// - text (`.ll`) or bitcode (`.bc`; also what `clang -flto -c` calls `.o`);
/// - an object with embedded bitcode (`.o`): made with `-fembed-bitcode` or `-ffat-lto-objects`, for whatever machine;
/// - an archive of those (`.a`), also a thin one. All its members are linked, called or not.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Input {
    /// A file.
    File(PathBuf),
    /// What a file would hold, and a name for it in messages.
    Bytes {
        /// The name for messages.
        name: String,
        /// The contents.
        data: Vec<u8>,
    },
    /// A Go package.
    Package {
        /// What TinyGo made of it.
        code: Box<Input>,
        /// The IR of before TinyGo dropped what no code uses (its `-internal-printir`): maps that only user space uses, a
        /// licence, and other variables with a section are taken from there.
        whole: Box<Input>,
    },
}

impl<P: Into<PathBuf>> From<P> for Input {
    fn from(path: P) -> Self {
        Self::File(path.into())
    }
}

impl Input {
    /// A Go package, from what TinyGo made of it and its whole IR.
    pub fn package(code: impl Into<Input>, whole: impl Into<Input>) -> Self {
        Self::Package {
            code: Box::new(code.into()),
            whole: Box::new(whole.into()),
        }
    }
}

/// One module of IR.
pub(crate) struct Piece {
    /// Where it comes from, for messages: `lib.a(parse.o)` is a member of an archive.
    pub(crate) name: String,
    /// Text or bitcode.
    pub(crate) data: Vec<u8>,
    /// The IR of before TinyGo dropped what no code uses.
    pub(crate) whole: Option<Vec<u8>>,
}

impl Piece {
    /// An error that names this piece.
    pub(crate) fn error(&self, message: impl Into<String>, help: impl Into<String>) -> Error {
        Error::input(Topic::Input, &self.name, message, help)
    }
}

/// Where compilers embed bitcode: `-fembed-bitcode` in ELF and COFF, in Mach-O, and `-ffat-lto-objects`.
const EMBEDDED: [&str; 3] = [".llvmbc", "__bitcode", ".llvm.lto"];

/// What to give instead of what is no input.
const EXPECTED: &str = "give LLVM IR: text (.ll), bitcode (.bc), an object with bitcode inside (made with \
                        `clang -target bpf -g -O2 -flto -c` or `-fembed-bitcode`), or an archive (.a) of those";

/// What to do about an input that is not as a compiler leaves it.
pub(crate) const DAMAGED: &str = "compile it anew";

/// The modules in an input, in order.
pub(crate) fn read(input: &Input) -> Result<Vec<Piece>, Error> {
    let mut pieces = Vec::new();
    match input {
        Input::File(path) => {
            let data = fs::read(path).map_err(|e| Error::io(path, e))?;
            let folder = path.parent().unwrap_or(Path::new(""));
            take(
                &path.display().to_string(),
                &data,
                Some(folder),
                &mut pieces,
            )?;
        }
        Input::Bytes { name, data } => take(name, data, None, &mut pieces)?,
        Input::Package { code, whole } => {
            pieces = read(code)?;
            let whole = read(whole)?.pop();
            if let Some(piece) = pieces.last_mut() {
                piece.whole = whole.map(|whole| whole.data);
            }
        }
    }
    Ok(pieces)
}

/// Adds the modules in `data`; `folder` is where the members of a thin archive are.
fn take(
    name: &str,
    data: &[u8],
    folder: Option<&Path>,
    pieces: &mut Vec<Piece>,
) -> Result<(), Error> {
    if object::archive::MAGIC == data.get(..8).unwrap_or_default()
        || object::archive::THIN_MAGIC == data.get(..8).unwrap_or_default()
    {
        return take_archive(name, data, folder, pieces);
    }
    if bitcode::is_bitcode(data) {
        return take_bitcode(name, data, pieces);
    }
    match object::FileKind::parse(data) {
        Ok(_) => take_object(name, data, pieces),
        Err(_) => take_text(name, data, pieces),
    }
}

/// `ld -r` puts the bitcode of several objects one after the other.
fn take_bitcode(name: &str, data: &[u8], pieces: &mut Vec<Piece>) -> Result<(), Error> {
    let modules = bitcode::split(data).ok_or_else(|| {
        error(
            name,
            "the bitcode is damaged: its blocks do not end where the file does",
            DAMAGED,
        )
    })?;
    pieces.extend(modules.into_iter().map(|module| Piece {
        name: name.to_owned(),
        data: module.to_vec(),
        whole: None,
    }));
    Ok(())
}

fn take_text(name: &str, data: &[u8], pieces: &mut Vec<Piece>) -> Result<(), Error> {
    let source = Path::new(name).extension().and_then(|end| end.to_str());
    let (found, help) = match source {
        _ if data.is_empty() => ("the file is empty", EXPECTED),
        Some("go") => (
            "this is Go source, which TinyGo has to compile",
            "name its folder as a package: `cargo tinybpf build --package DIR`",
        ),
        Some("c" | "h") => (
            "this is C source, which clang has to compile",
            "`Builder::c_source` and `cargo tinybpf build` do that",
        ),
        _ if !is_text(data) => (
            "this is neither text nor a kind of file that is known here",
            EXPECTED,
        ),
        _ => {
            pieces.push(Piece {
                name: name.to_owned(),
                data: data.to_vec(),
                whole: None,
            });
            return Ok(());
        }
    };
    Err(error(name, found, help))
}

fn is_text(data: &[u8]) -> bool {
    let is_control = |c: char| c.is_control() && !c.is_whitespace();
    std::str::from_utf8(data).is_ok_and(|text| !text.contains(is_control))
}

fn take_object(name: &str, data: &[u8], pieces: &mut Vec<Piece>) -> Result<(), Error> {
    let file = object::File::parse(data)
        .map_err(|e| error(name, format!("a damaged object file: {e}"), EXPECTED))?;
    let mut embedded = false;
    for section in file.sections() {
        if !section.name().is_ok_and(|name| EMBEDDED.contains(&name)) {
            continue;
        }
        embedded = true;
        let bytes = section
            .data()
            .map_err(|e| error(name, format!("a damaged object file: {e}"), EXPECTED))?;
        // `-fembed-bitcode=marker` leaves an empty section, or one zero.
        if bitcode::is_bitcode(bytes) {
            take_bitcode(name, bytes, pieces)?;
            return Ok(());
        }
    }
    let what = kind(&file);
    if embedded {
        let message = format!(
            "{what} whose section for bitcode holds none, as `-fembed-bitcode=marker` leaves it"
        );
        return Err(error(name, message, EXPECTED));
    }
    let message = format!("{what} without LLVM bitcode");
    Err(error(name, message, format!("{EXPECTED}{}", advice(&file))))
}

/// What an object is, in words.
fn kind(file: &object::File<'_>) -> String {
    let format = match file.format() {
        BinaryFormat::Elf => "ELF",
        BinaryFormat::MachO => "Mach-O",
        BinaryFormat::Coff | BinaryFormat::Pe => "COFF",
        _ => "object",
    };
    let machine = match file.architecture() {
        Architecture::Bpf => "BPF".to_owned(),
        Architecture::X86_64 => "x86-64".to_owned(),
        Architecture::Aarch64 => "arm64".to_owned(),
        Architecture::Riscv64 => "RISC-V".to_owned(),
        other => format!("{other:?}"),
    };
    let kind = match file.kind() {
        object::ObjectKind::Executable => "executable",
        object::ObjectKind::Dynamic => "shared library",
        _ => "object",
    };
    let article = if matches!(format, "ELF" | "object") {
        "an"
    } else {
        "a"
    };
    format!("{article} {format} {kind} of {machine} machine code")
}

/// What made an object without bitcode, as far as that can be told, and how it makes bitcode.
fn advice(file: &object::File<'_>) -> &'static str {
    match file.architecture() {
        Architecture::Bpf => {
            "\nmachine code of BPF is linked with `bpftool gen object`; to link it here, compile its source to bitcode"
        }
        Architecture::Riscv64 => {
            "\nTinyGo writes bitcode with `-o NAME.bc`, and machine code with `-o NAME.o`"
        }
        _ => "",
    }
}

fn take_archive(
    name: &str,
    data: &[u8],
    folder: Option<&Path>,
    pieces: &mut Vec<Piece>,
) -> Result<(), Error> {
    let damaged = |e: object::Error| error(name, format!("a damaged archive: {e}"), DAMAGED);
    let archive = ArchiveFile::parse(data).map_err(damaged)?;
    let before = pieces.len();
    for member in archive.members() {
        let member = member.map_err(damaged)?;
        let file = String::from_utf8_lossy(member.name());
        // The symbol tables of BSD, which for `object` are members where they do not come first.
        if file.starts_with("__.SYMDEF") {
            continue;
        }
        let full = format!("{name}({file})");
        let bytes: Cow<'_, [u8]> = if archive.is_thin() {
            let Some(folder) = folder else {
                return Err(error(
                    name,
                    "a thin archive, which holds no more than the names of its members",
                    "give it as a file",
                ));
            };
            let path = folder.join(&*file);
            Cow::Owned(fs::read(&path).map_err(|e| Error::io(path, e))?)
        } else {
            Cow::Borrowed(member.data(data).map_err(damaged)?)
        };
        if bytes.starts_with(b"!<arch>\n") || bytes.starts_with(b"!<thin>\n") {
            return Err(error(
                &full,
                "an archive in an archive",
                "give it as an input of its own",
            ));
        }
        take(&full, &bytes, None, pieces)?;
    }
    if pieces.len() == before {
        return Err(error(name, "an archive without members", EXPECTED));
    }
    Ok(())
}

fn error(name: &str, message: impl Into<String>, help: impl Into<String>) -> Error {
    Error::input(Topic::Input, name, message, help)
}

#[cfg(test)]
mod tests;
