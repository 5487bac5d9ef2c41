//! What the loaders of the examples share: errors that say what to do, an orderly end, and bytes
//! from the kernel; and what their tests share.

pub mod packets;

use std::{
    borrow::Cow,
    env,
    error::Error,
    fmt::{self, Display, Formatter},
    fs, io,
    io::Write,
    os::unix::fs::MetadataExt,
    path::Path,
    process::ExitCode,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use signal_hook::{
    consts::{SIGINT, SIGTERM},
    flag,
};

/// What an example returns.
pub type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// Runs an example. If it fails, says why, and what may help.
pub fn run(example: impl FnOnce() -> Result) -> ExitCode {
    let Err(error) = example() else {
        return ExitCode::SUCCESS;
    };
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        // Many errors repeat their cause in their own text.
        let cause_text = cause.to_string();
        if !text.contains(&cause_text) {
            text = format!("{text}: {cause_text}");
        }
        source = cause.source();
    }
    eprintln!("error: {}", text.trim_end());
    if let Some(help) = help(&*error) {
        eprintln!("help: {help}");
    }
    ExitCode::FAILURE
}

/// What may help against an error of the kernel's.
fn help(error: &(dyn Error + 'static)) -> Option<&'static str> {
    let mut cause = Some(error);
    let errors = std::iter::from_fn(|| {
        let error = cause?;
        cause = error.source();
        Some(error)
    });
    let refused = errors
        .filter_map(|error| error.downcast_ref::<io::Error>())
        .any(|error| error.kind() == io::ErrorKind::PermissionDenied);
    if refused && !is_root() {
        Some(NEEDS_ROOT)
    } else if !Path::new("/sys/kernel/btf/vmlinux").exists() {
        Some("this kernel has no BTF (CONFIG_DEBUG_INFO_BTF), which many programs need")
    } else {
        None
    }
}

const NEEDS_ROOT: &str =
    "eBPF programs are loaded by root (or with CAP_BPF, CAP_PERFMON and CAP_NET_ADMIN)";

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

/// Whether a test can load programs; if not, says why the test does not run.
///
/// # Panics
/// Where `TINYBPF_TEST_REQUIRE=1` asks for every test to run.
#[must_use]
pub fn can_load() -> bool {
    let required = env::var_os("TINYBPF_TEST_REQUIRE").is_some_and(|value| value == "1");
    assert!(
        is_root() || !required,
        "every test has to run: {NEEDS_ROOT}"
    );
    if !is_root() {
        eprintln!("not run: {NEEDS_ROOT}");
    }
    is_root()
}

/// Says where an error of the kernel's happened; what it was is its source.
pub trait Context<T> {
    /// The result, its error with what it is about in front.
    fn context(self, about: impl Display) -> Result<T>;
}

impl<T, E: Error + 'static> Context<T> for std::result::Result<T, E> {
    fn context(self, about: impl Display) -> Result<T> {
        self.map_err(|source| {
            let about = about.to_string();
            let source = Box::new(source);
            At { about, source }.into()
        })
    }
}

#[derive(Debug)]
struct At {
    about: String,
    source: Box<dyn Error>,
}

impl Display for At {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.about)
    }
}

impl Error for At {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}

/// Does something again and again, with a pause between, until Ctrl-C or SIGTERM; what the kernel runs is detached when the
/// loader's values are dropped after it.
///
/// # Errors
/// Those of the work, and of standard output.
pub fn until_ctrl_c(pause: Duration, mut work: impl FnMut() -> Result) -> Result {
    let end = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        flag::register(signal, Arc::clone(&end))?;
    }
    while !end.load(Ordering::Relaxed) {
        thread::sleep(pause);
        work()?;
        io::stdout().flush()?;
    }
    Ok(())
}

/// The value that a program put into a ring buffer or a perf event array; `None` if the record is shorter.
pub fn record<T: aya::Pod>(bytes: &[u8]) -> Option<T> {
    (bytes.len() >= size_of::<T>()).then(|| {
        // SAFETY: the record is as long as the value, any bytes are one, and the read needs no alignment.
        unsafe { bytes.as_ptr().cast::<T>().read_unaligned() }
    })
}

/// Text that ends at its first zero byte, such as the name of a process.
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes.split(|byte| *byte == 0).next().unwrap_or_default())
}
