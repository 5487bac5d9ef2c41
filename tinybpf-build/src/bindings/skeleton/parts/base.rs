/// Why the skeleton did not do what it was asked for.
///
/// What the verifier says stands in it in full, also when it is printed with `{:?}`, as a result of
/// `main` is.
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
    fn map(name: &'static str, go: &'static str, source: maps::MapError) -> Self {
        let source = Box::new(source);
        Self::Map { name, go, source }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Object(source) => write!(f, "the BPF object: {source}"),
            Self::Program { name, go, source } => {
                write!(f, "program `{name}` ({go}): {source}")
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
