/// A perf event array whose records have the type `T`: a buffer for each CPU.
pub struct PerfRecords<T> {
    array: maps::PerfEventArray<maps::MapData>,
    record: PhantomData<fn() -> T>,
}

impl<T> PerfRecords<T> {
    /// Opens the buffer of a CPU, which must be done before the program runs there. `pages` is its size, a
    /// power of two; 2 where it is not said.
    ///
    /// # Errors
    ///
    /// There is no such CPU, or no memory for so many pages.
    pub fn open(
        &mut self,
        cpu: u32,
        pages: Option<usize>,
    ) -> Result<PerfBuffer<T>, maps::perf::PerfBufferError> {
        let (buffer, record) = (self.array.open(cpu, pages)?, PhantomData);
        Ok(PerfBuffer { buffer, record })
    }

    /// Opens the buffers of all CPUs that are online.
    ///
    /// # Errors
    ///
    /// As for [`open`](Self::open), and when the CPUs are not known.
    pub fn open_all(
        &mut self,
        pages: Option<usize>,
    ) -> Result<Vec<PerfBuffer<T>>, maps::perf::PerfBufferError> {
        let cpus = ::aya::util::online_cpus().map_err(|(_, error)| error)?;
        cpus.into_iter().map(|cpu| self.open(cpu, pages)).collect()
    }

    /// The array as aya has it.
    pub fn get_mut(&mut self) -> &mut maps::PerfEventArray<maps::MapData> {
        &mut self.array
    }

    /// The array as aya has it.
    #[must_use]
    pub fn into_inner(self) -> maps::PerfEventArray<maps::MapData> {
        self.array
    }
}

impl<T> TryFrom<maps::Map> for PerfRecords<T> {
    type Error = maps::MapError;

    fn try_from(map: maps::Map) -> Result<Self, Self::Error> {
        let (array, record) = (map.try_into()?, PhantomData);
        Ok(Self { array, record })
    }
}

/// What programs write on one CPU.
///
/// Its file descriptor becomes readable when a record comes in: for `epoll`, or for
/// `tokio::io::unix::AsyncFd::new(buffer)`.
pub struct PerfBuffer<T> {
    buffer: maps::perf::PerfEventArrayBuffer<maps::MapData>,
    record: PhantomData<fn() -> T>,
}

impl<T: Pod> PerfBuffer<T> {
    /// Hands each record that is there to `work`, and returns how many were lost before because the
    /// buffer was full.
    pub fn drain(&mut self, mut work: impl FnMut(Result<T, Error>)) -> u64 {
        self.buffer.fold(0, |lost, event| match event {
            maps::perf::PerfEvent::Sample { head, tail: [] } => {
                work(record(head));
                lost
            }
            maps::perf::PerfEvent::Sample { head, tail } => {
                work(record(&[head, tail].concat()));
                lost
            }
            maps::perf::PerfEvent::Lost { count } => lost + count,
        })
    }

    /// Whether there is something to drain.
    #[must_use]
    pub fn readable(&self) -> bool {
        self.buffer.readable()
    }
}

impl<T> AsFd for PerfBuffer<T> {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.buffer.as_fd()
    }
}

impl<T> AsRawFd for PerfBuffer<T> {
    fn as_raw_fd(&self) -> RawFd {
        self.buffer.as_raw_fd()
    }
}
