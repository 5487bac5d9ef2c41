//! Running LLVM so that its fatal errors and crashes become errors of ours.
//!
//! LLVM calls `abort` on some bad input and may crash on other. Its work therefore runs on a thread of its own. When LLVM
//! reports a fatal error there, or a signal arrives that would end the process, the handler leaves a message and parks the
//! thread for good: nothing is unwound through C++ frames, and the caller gets an error that names the stage. A parked
//! thread costs its stack and whatever it had allocated, once per crash. Some bad input makes LLVM loop for ever: a stage that
//! takes far too long is ended by a signal of ours, in the same way.

use std::{
    cell::RefCell,
    ffi::{CStr, c_char},
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{
        Arc, Condvar, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};

use super::ffi::Table;
use crate::{Error, Timings};

/// Stack of the working thread in bytes: LLVM recurses deeply on large functions.
const STACK: usize = 64 << 20;

/// How long a stage may take: the longest of a large program takes seconds.
const LIMIT: Duration = Duration::from_secs(180);

/// The stage that the work is in, for the error if it never comes back.
#[derive(Clone, Default)]
pub(crate) struct Stage(Arc<Mutex<Option<String>>>, Arc<AtomicBool>, Timings);

/// Whether a thread does what only one may do at a time.
static BUSY: (Mutex<bool>, Condvar) = (Mutex::new(false), Condvar::new());

/// That no other thread does what only one may do at a time.
pub(crate) struct Alone(Stage);

impl Drop for Alone {
    fn drop(&mut self) {
        self.0.leave();
    }
}

impl Stage {
    /// Waits until no other thread is in what only one may do at a time.
    ///
    /// Not a mutex alone: a thread that crashes in there never unlocks it.
    pub(crate) fn alone(&self) -> Alone {
        let mut busy = BUSY.0.lock().unwrap_or_else(PoisonError::into_inner);
        while *busy {
            busy = BUSY.1.wait(busy).unwrap_or_else(PoisonError::into_inner);
        }
        *busy = true;
        self.1.store(true, Ordering::Release);
        Alone(self.clone())
    }

    fn leave(&self) {
        if self.1.swap(false, Ordering::AcqRel) {
            *BUSY.0.lock().unwrap_or_else(PoisonError::into_inner) = false;
            BUSY.1.notify_one();
        }
    }

    /// Says what the work does from here on.
    pub(crate) fn enter(&self, name: &str) {
        self.2.enter(name);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(name.to_owned());
    }

    fn name(&self) -> String {
        let name = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        name.clone().unwrap_or_else(|| "start".to_owned())
    }
}

thread_local! {
    /// Where the fatal error handler of this thread leaves its message; set on working threads only.
    static FATAL: RefCell<Option<mpsc::Sender<String>>> = const { RefCell::new(None) };
}

/// Runs `work` on a thread of its own and returns what it returns. `work` names its stages through the [`Stage`] it gets, whose clock is
/// given.
///
/// # Errors
/// [`Error::Internal`] with the stage when LLVM reports a fatal error, crashes or does not end in `work`.
pub(crate) fn guarded<T: Send>(
    timings: &Timings,
    work: impl FnOnce(&Stage) -> T + Send,
) -> Result<T, Error> {
    limited(LIMIT, timings, work)
}

fn limited<T: Send>(
    limit: Duration,
    timings: &Timings,
    work: impl FnOnce(&Stage) -> T + Send,
) -> Result<T, Error> {
    let stage = Stage(Arc::default(), Arc::default(), timings.clone());
    let (sender, receiver) = mpsc::channel();
    let (fatal, fatals) = mpsc::channel();
    let inside = stage.clone();
    let body = move || {
        FATAL.set(Some(fatal));
        let _watch = signal::watch();
        // The receiver waits until this thread sends: it is there.
        let _ = sender.send(catch_unwind(AssertUnwindSafe(|| work(&inside))));
    };
    let body: Box<dyn FnOnce() + Send + '_> = Box::new(body);
    // SAFETY: the thread touches what `body` borrows only until it sends its end, and this function returns only after
    // that end has arrived: a thread that fatal errors or signals parked never runs Rust code again.
    let body: Box<dyn FnOnce() + Send + 'static> = unsafe { std::mem::transmute(body) };
    let thread = thread::Builder::new()
        .name("llvm".to_owned())
        .stack_size(STACK)
        .spawn(body)
        .map_err(|e| Error::Internal {
            stage: "start".to_owned(),
            message: format!("no thread for LLVM: {e}"),
        })?;
    let internal = |message| {
        // The thread never goes on.
        stage.leave();
        Error::Internal {
            stage: stage.name(),
            message,
        }
    };
    let mut since = (stage.name(), Instant::now());
    let mut stopped = false;
    loop {
        match receiver.recv_timeout(Duration::from_millis(20)) {
            Ok(end) => {
                // The thread's last steps must be over before the caller's borrows end; one that was stopped in them takes none.
                while stopped && signal::seen(&thread).is_none() && !thread.is_finished() {
                    thread::sleep(Duration::from_millis(1));
                }
                if !stopped || thread.is_finished() {
                    let _ = thread.join();
                }
                return end.map_err(|panic| resume_unwind(panic));
            }
            Err(mpsc::RecvTimeoutError::Timeout) => {
                if let Ok(message) = fatals.try_recv() {
                    return Err(internal(format!("LLVM gave up: {message}")));
                }
                if let Some(name) = signal::seen(&thread) {
                    return Err(internal(if stopped {
                        format!("LLVM did not end within {} s", limit.as_secs_f32())
                    } else {
                        format!("LLVM crashed ({name})")
                    }));
                }
                let name = stage.name();
                if name != since.0 {
                    since = (name, Instant::now());
                } else if since.1.elapsed() >= limit && !stopped {
                    signal::stop(&thread);
                    stopped = true;
                }
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => {
                return Err(internal("LLVM's thread ended".to_owned()));
            }
        }
    }
}

/// Makes a library report its fatal errors to this module, and watches for the signals that a crash raises.
pub(super) fn install(table: &Table) {
    // SAFETY: the handler has the C signature and lives as long as the process.
    unsafe { (table.LLVMInstallFatalErrorHandler)(fatal) };
    signal::install();
}

unsafe extern "C" fn fatal(message: *const c_char) {
    // SAFETY: LLVM passes a NUL-terminated message.
    let message = unsafe { CStr::from_ptr(message) }
        .to_string_lossy()
        .into_owned();
    FATAL.with_borrow(|report| {
        if let Some(report) = report {
            let _ = report.send(message);
            park();
        }
    });
    // Not a thread of ours: return, and LLVM ends the process as it would have.
}

fn park() -> ! {
    loop {
        thread::park();
    }
}

#[cfg(unix)]
mod signal {
    use std::{
        os::unix::thread::JoinHandleExt,
        ptr,
        sync::{
            Once,
            atomic::{AtomicUsize, Ordering},
        },
        thread::JoinHandle,
    };

    const SIGNALS: [(i32, &str); 5] = [
        (libc::SIGSEGV, "segmentation fault"),
        (libc::SIGBUS, "bus error"),
        (libc::SIGILL, "illegal instruction"),
        (libc::SIGFPE, "arithmetic fault"),
        (libc::SIGABRT, "abort"),
    ];
    const FREE: usize = 0;

    /// A working thread that is watched: its `pthread_t` and, once it crashed, the signal.
    struct Slot {
        thread: AtomicUsize,
        signal: AtomicUsize,
    }

    static SLOTS: [Slot; 64] = [const {
        Slot {
            thread: AtomicUsize::new(FREE),
            signal: AtomicUsize::new(0),
        }
    }; 64];

    /// The actions that were installed before ours, for threads that are not ours.
    struct Before([Option<libc::sigaction>; SIGNALS.len()]);
    static mut BEFORE: Before = Before([None; SIGNALS.len()]);

    /// Frees the current thread's slot when dropped.
    pub(super) struct Watch(Option<&'static Slot>);

    impl Drop for Watch {
        fn drop(&mut self) {
            if let Some(slot) = self.0 {
                slot.thread.store(FREE, Ordering::Release);
            }
        }
    }

    /// Watches the current thread. With all slots taken it is not watched, and a crash there ends the process.
    pub(super) fn watch() -> Watch {
        let me = current();
        Watch(SLOTS.iter().find(|slot| {
            let taken = slot
                .thread
                .compare_exchange(FREE, me, Ordering::AcqRel, Ordering::Relaxed)
                .is_ok();
            if taken {
                slot.signal.store(0, Ordering::Release);
            }
            taken
        }))
    }

    /// The signal that a watched thread crashed with.
    pub(super) fn seen(thread: &JoinHandle<()>) -> Option<&'static str> {
        let id = thread.as_pthread_t() as usize;
        let slot = SLOTS
            .iter()
            .find(|slot| slot.thread.load(Ordering::Acquire) == id)?;
        let signal = slot.signal.load(Ordering::Acquire);
        SIGNALS
            .iter()
            .find(|(number, _)| *number as usize == signal)
            .map(|(_, name)| *name)
    }

    /// Makes a watched thread stop where it is, as if it had crashed; seen soon after. One that has ended by now is left alone.
    pub(super) fn stop(thread: &JoinHandle<()>) {
        let id = thread.as_pthread_t();
        let is_watched = |slot: &Slot| slot.thread.load(Ordering::Acquire) == id as usize;
        if SLOTS.iter().any(is_watched) {
            // SAFETY: the thread was not joined, so its identifier is valid; the handler parks it.
            unsafe { libc::pthread_kill(id, libc::SIGABRT) };
        }
    }

    fn current() -> usize {
        // SAFETY: pthread_self has no precondition and is async-signal-safe.
        (unsafe { libc::pthread_self() }) as usize
    }

    pub(super) fn install() {
        static ONCE: Once = Once::new();
        ONCE.call_once(|| {
            for (i, (signal, _)) in SIGNALS.iter().enumerate() {
                // SAFETY: both structures are plain data that sigaction reads or fills; the handler only touches atomics,
                // BEFORE (written here, once, before the handler for that signal can run) and async-signal-safe calls.
                unsafe {
                    let mut action: libc::sigaction = std::mem::zeroed();
                    action.sa_sigaction = handler as *const () as usize;
                    action.sa_flags = libc::SA_ONSTACK | libc::SA_SIGINFO;
                    libc::sigemptyset(&mut action.sa_mask);
                    let mut before: libc::sigaction = std::mem::zeroed();
                    libc::sigaction(*signal, ptr::null(), &mut before);
                    (&raw mut BEFORE.0[i]).write(Some(before));
                    libc::sigaction(*signal, &action, ptr::null_mut());
                }
            }
        });
    }

    extern "C" fn handler(signal: i32, _info: *mut libc::siginfo_t, _context: *mut libc::c_void) {
        let me = current();
        if let Some(slot) = SLOTS
            .iter()
            .find(|slot| slot.thread.load(Ordering::Acquire) == me)
        {
            slot.signal.store(signal as usize, Ordering::Release);
            loop {
                // SAFETY: pause is async-signal-safe.
                unsafe { libc::pause() };
            }
        }
        // Another thread's fault: put back what was there and return, so that it happens again for the one it belongs to.
        for (i, (number, _)) in SIGNALS.iter().enumerate() {
            // SAFETY: BEFORE was filled before this handler was installed, and is not written again.
            unsafe {
                if *number == signal
                    && let Some(before) = (&raw const BEFORE.0[i]).read()
                {
                    libc::sigaction(signal, &before, ptr::null_mut());
                }
            }
        }
    }
}

#[cfg(not(unix))]
mod signal {
    use std::thread::JoinHandle;

    pub(super) fn watch() {}

    pub(super) fn seen(_: &JoinHandle<()>) -> Option<&'static str> {
        None
    }

    /// Nothing can stop a thread here: it goes on.
    pub(super) fn stop(_: &JoinHandle<()>) {}

    pub(super) fn install() {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::llvm::Library;

    #[test]
    fn the_value_comes_back() {
        assert_eq!(guarded(&Timings::default(), |_| 7).unwrap(), 7);
    }

    #[cfg(unix)]
    #[test]
    fn a_crash_is_an_error_that_names_the_stage() {
        Library::find(None).unwrap();
        let error = guarded(&Timings::default(), |stage| {
            stage.enter("optimise");
            // SAFETY: raise has no precondition; the handler parks this thread.
            unsafe { libc::raise(libc::SIGSEGV) };
        })
        .unwrap_err()
        .to_string();
        assert!(
            error.contains("optimise") && error.contains("segmentation fault"),
            "{error}"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_stage_without_end_is_an_error_that_names_it() {
        Library::find(None).unwrap();
        let error = limited(Duration::from_millis(100), &Timings::default(), |stage| {
            stage.enter("optimise");
            while std::hint::black_box(true) {
                std::hint::spin_loop();
            }
        })
        .unwrap_err()
        .to_string();
        assert!(
            error.contains("optimise") && error.contains("did not end within 0.1 s"),
            "{error}"
        );
    }

    #[test]
    fn a_fatal_error_is_an_error_that_names_the_stage() {
        let error = guarded(&Timings::default(), |stage| {
            stage.enter("emit");
            // SAFETY: the message is NUL-terminated.
            unsafe { fatal(c"no such thing".as_ptr()) };
        })
        .unwrap_err()
        .to_string();
        assert!(
            error.contains("emit") && error.contains("no such thing"),
            "{error}"
        );
    }
}
