/// The value at the start of bytes that a program wrote.
fn record<T: Pod>(bytes: &[u8]) -> Result<T, Error> {
    let expected = size_of::<T>();
    if bytes.len() < expected {
        let bytes = bytes.len();
        return Err(Error::Record { bytes, expected });
    }
    // SAFETY: the bytes are as many as the value has, any bytes are one, and none needs alignment here.
    #[allow(unsafe_code)]
    let value = unsafe { bytes.as_ptr().cast::<T>().read_unaligned() };
    Ok(value)
}
