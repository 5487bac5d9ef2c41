/// Why the skeleton did not do what it was asked for.
///
/// Why the verifier refuses a program stands in it, also when it is printed with `{:?}`, as a result of
/// `main` is: explained in terms of Go where the crate depends on `tinybpf-explain`, otherwise as the
/// kernel says it.
#[non_exhaustive]
pub enum Error {
    /// The object or one of its maps cannot be loaded.
    Object(Box<EbpfError>),
    /// A program cannot be loaded or attached.
    Program {
        /// Its name.
        name: &'static str,
        /// Where Go declares it.
        go: &'static str,
        /// What aya says.
        source: Box<programs::ProgramError>,
    },
    /// A map cannot be opened, read or filled.
    Map {
        /// Its name.
        name: &'static str,
        /// Where Go declares it.
        go: &'static str,
        /// What aya says.
        source: Box<maps::MapError>,
    },
    /// A record is shorter than its Go type.
    Record {
        /// Its bytes.
        bytes: usize,
        /// The bytes of the Go type.
        expected: usize,
    },
    /// The loader left out a program or a map.
    Missing(&'static str),
}

impl Error {
    /// The verifier's log as the kernel printed it, of a program that it refused.
    #[must_use]
    pub fn verifier_log(&self) -> Option<String> {
        match self {
            Self::Program { source, .. } => match &**source {
                programs::ProgramError::LoadError { verifier_log, .. } => {
                    Some(verifier_log.to_string())
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn map(name: &'static str, go: &'static str, source: maps::MapError) -> Self {
        let source = Box::new(source);
        Self::Map { name, go, source }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Object(source) => {
                write!(f, "the BPF object: {source}")?;
                rights(f, &**source)
            }
            Self::Program { name, go, source } => {
                write!(f, "program `{name}` ({go}): {}", explained(name, source))?;
                rights(f, &**source)
            }
            Self::Map { name, go, source } => write!(f, "map `{name}` ({go}): {source}"),
            Self::Record { bytes, expected } => write!(
                f,
                "a record has {bytes} bytes, and its Go type has {expected}"
            ),
            Self::Missing(name) => write!(f, "the loader has no `{name}`"),
        }
    }
}

/// What to do about the error of a process that may not load programs.
fn rights(f: &mut fmt::Formatter<'_>, error: &(dyn error::Error + 'static)) -> fmt::Result {
    const EPERM: i32 = 1;
    let mut cause = Some(error);
    while let Some(error) = cause {
        let system = error.downcast_ref::<::std::io::Error>();
        if system.and_then(::std::io::Error::raw_os_error) == Some(EPERM) {
            return f.write_str(RIGHTS);
        }
        cause = error.source();
    }
    Ok(())
}

const RIGHTS: &str = "
help: load as root, or with the capabilities CAP_BPF, CAP_PERFMON (tracing) and CAP_NET_ADMIN (packets); a kernel
      in lockdown (/sys/kernel/security/lockdown) refuses some programs even so, and before Linux 5.11 `ulimit -l`
      must be high enough";

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")?;
        let mut text = self.to_string();
        let mut cause = error::Error::source(self);
        while let Some(error) = cause {
            // Many errors repeat their cause in their own text.
            let more = error.to_string();
            if !text.contains(&more) {
                write!(f, ": {more}")?;
                text = more;
            }
            cause = error.source();
        }
        Ok(())
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        // Their own text is in ours.
        match self {
            Self::Object(source) => source.source(),
            Self::Program { source, .. } => source.source(),
            Self::Map { source, .. } => source.source(),
            Self::Record { .. } | Self::Missing(_) => None,
        }
    }
}

impl From<EbpfError> for Error {
    fn from(source: EbpfError) -> Self {
        Self::Object(Box::new(source))
    }
}

/// A program as aya has it, of the type `P` of `aya::programs`.
pub struct Program<P> {
    ebpf: Arc<Mutex<Ebpf>>,
    name: &'static str,
    go: &'static str,
    aya: PhantomData<fn() -> P>,
}

impl<P> Program<P> {
    fn new(ebpf: &Arc<Mutex<Ebpf>>, name: &'static str, go: &'static str) -> Self {
        Self {
            ebpf: Arc::clone(ebpf),
            name,
            go,
            aya: PhantomData,
        }
    }

    /// The name, by which loaders find it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The file descriptor of the loaded program, for maps of programs and for other programs.
    ///
    /// # Errors
    ///
    /// The program is not loaded, or there are too many open files.
    pub fn fd(&self) -> Result<programs::ProgramFd, Error> {
        self.any(|program| Ok(program.fd()?.try_clone()?))
    }

    fn any<T>(
        &self,
        work: impl FnOnce(&mut programs::Program) -> Result<T, programs::ProgramError>,
    ) -> Result<T, Error> {
        let mut ebpf = self.ebpf.lock().unwrap_or_else(PoisonError::into_inner);
        let program = ebpf
            .program_mut(self.name)
            .ok_or(Error::Missing(self.name))?;
        work(program).map_err(|source| Error::Program {
            name: self.name,
            go: self.go,
            source: Box::new(source),
        })
    }
}

impl<P> Program<P>
where
    for<'a> &'a mut P: TryFrom<&'a mut programs::Program, Error = programs::ProgramError>,
{
    /// Hands aya's program to `work`, for what has no method here. Do not use another program of the
    /// same skeleton in there: all of them are locked meanwhile.
    ///
    /// # Errors
    ///
    /// What `work` says.
    pub fn with<T>(
        &self,
        work: impl FnOnce(&mut P) -> Result<T, programs::ProgramError>,
    ) -> Result<T, Error> {
        self.any(|program| work(program.try_into()?))
    }
}

impl<P> Clone for Program<P> {
    fn clone(&self) -> Self {
        Self::new(&self.ebpf, self.name, self.go)
    }
}

impl<P> fmt::Debug for Program<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "program `{}` ({})", self.name, self.go)
    }
}

/// Takes a map out of what aya loaded.
fn map<M>(ebpf: &mut Ebpf, name: &'static str, go: &'static str) -> Result<M, Error>
where
    M: TryFrom<maps::Map, Error = maps::MapError>,
{
    let map = ebpf.take_map(name).ok_or(Error::Missing(name))?;
    map.try_into()
        .map_err(|source| Error::map(name, go, source))
}
