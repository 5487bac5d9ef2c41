/// A ring buffer of records of the type `T`: an iterator over those that are there, which goes on when
/// there are more.
///
/// Its file descriptor becomes readable when a record comes in: for `epoll`, or for
/// `tokio::io::unix::AsyncFd::new(records)`.
pub struct Records<T> {
    ring: maps::RingBuf<maps::MapData>,
    record: PhantomData<fn() -> T>,
}

impl<T> Records<T> {
    /// The ring buffer as aya has it.
    #[must_use]
    pub fn get_ref(&self) -> &maps::RingBuf<maps::MapData> {
        &self.ring
    }

    /// The ring buffer as aya has it, to read records as bytes.
    pub fn get_mut(&mut self) -> &mut maps::RingBuf<maps::MapData> {
        &mut self.ring
    }

    /// The ring buffer as aya has it.
    #[must_use]
    pub fn into_inner(self) -> maps::RingBuf<maps::MapData> {
        self.ring
    }
}

impl<T: Pod> Iterator for Records<T> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.ring.next().map(|bytes| record(&bytes))
    }
}

impl<T> TryFrom<maps::Map> for Records<T> {
    type Error = maps::MapError;

    fn try_from(map: maps::Map) -> Result<Self, Self::Error> {
        let (ring, record) = (map.try_into()?, PhantomData);
        Ok(Self { ring, record })
    }
}

impl<T> AsFd for Records<T> {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.ring.as_fd()
    }
}

impl<T> AsRawFd for Records<T> {
    fn as_raw_fd(&self) -> RawFd {
        self.ring.as_raw_fd()
    }
}
