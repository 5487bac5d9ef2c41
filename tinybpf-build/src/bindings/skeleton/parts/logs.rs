/// What programs log: an iterator over the lines that are there, which goes on when there are more.
///
/// Its file descriptor becomes readable when a line comes in: for `epoll`, or for
/// `tokio::io::unix::AsyncFd::new(logs)`. The crate `log` must be among the dependencies.
pub struct Logs {
    ring: maps::RingBuf<maps::MapData>,
}

impl Logs {
    /// Hands the lines that are there to the logger of the crate `log`, with their levels and the places
    /// in Go.
    ///
    /// # Errors
    ///
    /// A record is not of this object: another one has the same ring buffer.
    pub fn print(&mut self) -> Result<(), Error> {
        self.try_for_each(|line| {
            line?.print();
            Ok(())
        })
    }

    /// The ring buffer as aya has it.
    #[must_use]
    pub fn into_inner(self) -> maps::RingBuf<maps::MapData> {
        self.ring
    }
}

impl Iterator for Logs {
    type Item = Result<Log, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.ring.next().map(|record| Log::read(&record))
    }
}

impl TryFrom<maps::Map> for Logs {
    type Error = maps::MapError;

    fn try_from(map: maps::Map) -> Result<Self, Self::Error> {
        let ring = map.try_into()?;
        Ok(Self { ring })
    }
}

impl AsFd for Logs {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.ring.as_fd()
    }
}

impl AsRawFd for Logs {
    fn as_raw_fd(&self) -> RawFd {
        self.ring.as_raw_fd()
    }
}

/// A line that a program logged. It shows as Go's `fmt` would show it.
#[derive(Clone)]
pub struct Log {
    site: &'static LogSite,
    record: Vec<u8>,
}

impl Log {
    /// Reads a record of the ring buffer.
    ///
    /// # Errors
    ///
    /// It is not of this object.
    pub fn read(record: &[u8]) -> Result<Self, Error> {
        let number = record.first_chunk().copied().map(u32::from_ne_bytes);
        let site = number.and_then(|number| SITES.get(usize::try_from(number).ok()?));
        let end = |(offset, ty): &(usize, LogType)| offset + ty.size();
        let expected = site.and_then(|site| site.arguments.last()).map_or(4, end);
        match site {
            Some(site) if expected <= record.len() => Ok(Self {
                site,
                record: record.to_vec(),
            }),
            _ => Err(Error::Record {
                bytes: record.len(),
                expected,
            }),
        }
    }

    /// The call in Go.
    #[must_use]
    pub fn site(&self) -> &'static LogSite {
        self.site
    }

    /// The arguments of the call.
    pub fn arguments(&self) -> impl Iterator<Item = LogValue<'_>> {
        self.site.arguments.iter().map(|(offset, ty)| {
            let bytes = self.record.get(*offset..offset + ty.size());
            ty.value(bytes.unwrap_or_default())
        })
    }

    /// Hands the line to the logger of the crate `log`.
    pub fn print(&self) {
        let LogSite { level, .. } = *self.site;
        let target = module_path!().trim_end_matches("::skeleton");
        let metadata = ::log::Metadata::builder()
            .level(level)
            .target(target)
            .build();
        let logger = ::log::logger();
        if level > ::log::max_level() || !logger.enabled(&metadata) {
            return;
        }
        logger.log(
            &::log::Record::builder()
                .metadata(metadata)
                .args(format_args!("{self}"))
                .module_path_static(Some(target))
                .file_static(Some(self.site.file))
                .line(Some(self.site.line))
                .build(),
        );
    }
}

impl fmt::Display for Log {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut arguments = self.arguments();
        let mut rest = self.site.format;
        while let Some((text, behind)) = rest.split_once('%') {
            f.write_str(text)?;
            let verb = behind.trim_start_matches(['-', '+', '#', ' ', '0']);
            let (flags, _) = behind.split_at(behind.len() - verb.len());
            let letter = verb.trim_start_matches(|c: char| c.is_ascii_digit());
            let (width, _) = verb.split_at(verb.len() - letter.len());
            let mut letters = letter.chars();
            match (letters.next(), letters.as_str()) {
                (Some('%'), behind) => {
                    f.write_str("%")?;
                    rest = behind;
                }
                (Some(letter), behind) => {
                    let value = arguments.next();
                    let text = value.map(|value| value.text(letter, flags, width));
                    f.write_str(&text.unwrap_or_default())?;
                    rest = behind;
                }
                (None, end) => rest = end,
            }
        }
        f.write_str(rest)
    }
}

impl fmt::Debug for Log {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LogSite {
            level, file, line, ..
        } = self.site;
        write!(f, "{level} {file}:{line}: {self}")
    }
}

/// A call that logs.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct LogSite {
    /// How much it matters.
    pub level: ::log::Level,
    /// The Go file, as seen from the package.
    pub file: &'static str,
    /// The line in it.
    pub line: u32,
    /// The format, as in Go's `fmt`.
    pub format: &'static str,
    /// Where the arguments are in a record, and what they are.
    pub arguments: &'static [(usize, LogType)],
}

/// What an argument is, and its size in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogType {
    /// A number.
    Unsigned(usize),
    /// A number that may be negative.
    Signed(usize),
    /// A number in network byte order, of 4 bytes maybe an IPv4 address.
    Network(usize),
    /// A bool.
    Bool,
    /// An array of bytes.
    Bytes(usize),
}

impl LogType {
    fn size(self) -> usize {
        match self {
            Self::Unsigned(size)
            | Self::Signed(size)
            | Self::Network(size)
            | Self::Bytes(size) => size,
            Self::Bool => 1,
        }
    }

    fn value(self, bytes: &[u8]) -> LogValue<'_> {
        let add = |number: u64, byte: &u8| number << 8 | u64::from(*byte);
        let network = bytes.iter().fold(0, add);
        let number = if cfg!(target_endian = "big") {
            network
        } else {
            bytes.iter().rev().fold(0, add)
        };
        match (self, bytes) {
            (Self::Unsigned(_), _) => LogValue::Unsigned(number),
            (Self::Signed(size), _) => {
                let unused = 64_usize.saturating_sub(8 * size);
                let number = i64::from_ne_bytes((number << unused).to_ne_bytes());
                LogValue::Signed(number >> unused)
            }
            (Self::Network(_), [a, b, c, d]) => {
                LogValue::Ipv4(::std::net::Ipv4Addr::new(*a, *b, *c, *d))
            }
            (Self::Network(_), _) => LogValue::Unsigned(network),
            (Self::Bool, _) => LogValue::Bool(number != 0),
            (Self::Bytes(_), _) => LogValue::Bytes(bytes),
        }
    }
}

/// An argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogValue<'a> {
    /// A number.
    Unsigned(u64),
    /// A number that may be negative.
    Signed(i64),
    /// A bool.
    Bool(bool),
    /// A `bpf.Be32`: an address, or the number that `u32::from` makes of it.
    Ipv4(::std::net::Ipv4Addr),
    /// An array of bytes.
    Bytes(&'a [u8]),
}

impl LogValue<'_> {
    /// The text that Go's `fmt` has for a verb.
    fn text(self, verb: char, flags: &str, width: &str) -> String {
        let width = width.parse().unwrap_or(0);
        let text = match (self, verb) {
            (Self::Unsigned(number), _) => number_text("", number, verb, flags, width),
            (Self::Signed(number), _) => {
                let sign = if number < 0 { "-" } else { "" };
                number_text(sign, number.unsigned_abs(), verb, flags, width)
            }
            (Self::Bool(value), _) => value.to_string(),
            (Self::Ipv4(address), 's' | 'v') => address.to_string(),
            (Self::Ipv4(address), _) => {
                number_text("", u32::from(address).into(), verb, flags, width)
            }
            (Self::Bytes(bytes), 's') => {
                let text = bytes.split(|byte| *byte == 0).next();
                String::from_utf8_lossy(text.unwrap_or_default()).into_owned()
            }
            (Self::Bytes(bytes), 'v') => {
                let numbers = bytes.iter().map(u8::to_string);
                format!("[{}]", numbers.collect::<Vec<_>>().join(" "))
            }
            (Self::Bytes(bytes), _) => hex_text(bytes, verb, flags),
        };
        if flags.contains('-') {
            format!("{text:<width$}")
        } else {
            format!("{text:>width$}")
        }
    }
}

fn number_text(sign: &str, number: u64, verb: char, flags: &str, width: usize) -> String {
    let has = |flag| flags.contains(flag);
    let sign = match sign {
        "" if has('+') => "+",
        "" if has(' ') => " ",
        sign => sign,
    };
    let (prefix, digits) = match verb {
        'x' => ("0x", format!("{number:x}")),
        'X' => ("0X", format!("{number:X}")),
        'o' => ("0", format!("{number:o}")),
        'b' => ("0b", format!("{number:b}")),
        'c' => {
            let letter = u32::try_from(number).ok().and_then(char::from_u32);
            return letter.unwrap_or(char::REPLACEMENT_CHARACTER).to_string();
        }
        _ => ("", number.to_string()),
    };
    let prefix = if has('#') { prefix } else { "" };
    let zeros = if has('0') && !has('-') {
        width.saturating_sub(sign.len())
    } else {
        0
    };
    format!("{sign}{prefix}{digits:0>zeros$}")
}

fn hex_text(bytes: &[u8], verb: char, flags: &str) -> String {
    let bytes = bytes.iter().map(|byte| match verb {
        'X' => format!("{byte:02X}"),
        _ => format!("{byte:02x}"),
    });
    let bytes: Vec<String> = bytes.collect();
    let (prefix, each) = match (flags.contains('#'), verb, flags.contains(' ')) {
        (true, 'X', true) => ("0X", " 0X"),
        (true, 'X', false) => ("0X", ""),
        (true, _, true) => ("0x", " 0x"),
        (true, _, false) => ("0x", ""),
        (false, _, true) => ("", " "),
        (false, _, false) => ("", ""),
    };
    format!("{prefix}{}", bytes.join(each))
}
