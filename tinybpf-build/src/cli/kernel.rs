//! What the running kernel's verifier does with each program, which takes to load them.

#[cfg(target_os = "linux")]
mod load;

use tinybpf_core::Object;
use tinybpf_explain::Explanation;

/// What the kernel says of a program.
#[cfg_attr(
    not(target_os = "linux"),
    expect(dead_code, reason = "only Linux answers")
)]
pub(super) enum Answer {
    /// It takes it, after this many instructions; 0 where a kernel before 5.16 tells none.
    Takes(u32),
    /// It refuses it.
    Refuses(Box<Explanation>),
    /// It was not asked, or did not come to the program: why.
    Open(String),
}

/// Why the kernel was not asked, and what to do about it.
#[derive(Clone, Debug)]
pub(super) struct Unasked {
    pub(super) why: String,
    pub(super) help: &'static str,
}

/// What to do about what aya does not load.
pub(super) const BY_ITS_LOADER: &str = "load it with its own loader; `cargo tinybpf explain LOG --object OBJ` reads what the kernel says then";

/// The names of the programs, in the order of the file, and what the kernel says of each.
pub(super) type Answers = Vec<(String, Answer)>;

/// Loads the programs of an object, attached to nothing, and lets them go again. Each is loaded by itself: what is wrong with one hides
/// nothing of another. The error says why the kernel was not asked.
#[cfg(not(target_os = "linux"))]
pub(super) fn ask(_: &Object) -> Result<Answers, Unasked> {
    Err(Unasked {
        why: "this is not Linux".to_owned(),
        help: "run this on a Linux machine, or in a virtual one",
    })
}

/// Loads the programs of an object, attached to nothing, and lets them go again. Each is loaded by itself: what is wrong with one hides
/// nothing of another. The error says why the kernel was not asked.
#[cfg(target_os = "linux")]
pub(super) fn ask(object: &Object) -> Result<Answers, Unasked> {
    // Who only looks must not leave something behind.
    let data = linux::unpinned(object)?;
    let mut loader = aya::EbpfLoader::new();
    let loaded = loader.allow_unsupported_maps().load(&data);
    let mut loaded = loaded.map_err(|error| linux::why(&error))?;
    let mut answers = Answers::new();
    for program in &object.programs {
        let answer = match loaded.program_mut(&program.name) {
            Some(handle) => linux::answer(handle, program, &object.data)?,
            None => Answer::Open("aya does not know programs of this section".to_owned()),
        };
        answers.push((program.name.clone(), answer));
    }
    Ok(answers)
}

#[cfg(target_os = "linux")]
mod linux {
    use std::{error::Error, io, iter};

    use aya::programs::{self, ProgramError};
    use tinybpf_core::{Object, Program, inspect, section::Section};

    use super::{Answer, BY_ITS_LOADER, Unasked, load::load};

    /// Who may load programs.
    const RIGHTS: &str = "it takes root to load programs, or CAP_BPF, CAP_PERFMON (tracing) and CAP_NET_ADMIN (packets)";

    /// `EPERM` of `asm-generic/errno-base.h`.
    const EPERM: i32 = 1;

    /// The object with maps that are pinned nowhere.
    pub(super) fn unpinned(object: &Object) -> Result<Vec<u8>, Unasked> {
        let data = inspect::without_pinning(&object.data);
        let data = data.unwrap_or_else(|_| object.data.clone());
        let contents = inspect::contents(&data).ok();
        let maps = contents.iter().flat_map(|found| &found.object.maps);
        match maps.into_iter().find(|map| map.pinning != 0) {
            None => Ok(data),
            Some(map) => Err(Unasked {
                why: format!("loading would pin the map `{}`", map.name),
                help: BY_ITS_LOADER,
            }),
        }
    }

    pub(super) fn answer(
        handle: &mut programs::Program,
        program: &Program,
        data: &[u8],
    ) -> Result<Answer, Unasked> {
        let section = Section::parse(&program.section).ok();
        let target = section.and_then(|section| section.target);
        let loaded = load(handle, &target.unwrap_or_default());
        Ok(match loaded.and_then(|()| handle.info()) {
            Ok(info) => Answer::Takes(info.verified_instruction_count().unwrap_or(0)),
            Err(error) if lacks_rights(&error) => return Err(no_rights()),
            Err(error @ ProgramError::LoadError { .. }) => {
                let log = error.to_string();
                let explanation = tinybpf_explain::explain_here(&log, data, Some(&program.name));
                Answer::Refuses(Box::new(explanation))
            }
            Err(error) => Answer::Open(chain(&error)),
        })
    }

    /// Why an object was not loaded.
    pub(super) fn why(error: &aya::EbpfError) -> Unasked {
        if lacks_rights(error) {
            return no_rights();
        }
        Unasked {
            why: format!("aya does not load the object: {}", chain(error)),
            help: BY_ITS_LOADER,
        }
    }

    fn no_rights() -> Unasked {
        Unasked {
            why: RIGHTS.to_owned(),
            help: "run this with `sudo`; `cargo tinybpf doctor` says what is missing",
        }
    }

    fn lacks_rights(error: &(dyn Error + 'static)) -> bool {
        causes(error).any(|cause| {
            let system = cause.downcast_ref::<io::Error>();
            system.and_then(io::Error::raw_os_error) == Some(EPERM)
        })
    }

    /// An error with what is behind it, on one line.
    fn chain(error: &(dyn Error + 'static)) -> String {
        let first = |text: String| text.lines().next().unwrap_or_default().to_owned();
        let mut texts: Vec<String> = causes(error).map(|e| first(e.to_string())).collect();
        texts.dedup();
        texts.join(": ")
    }

    fn causes<'a>(
        error: &'a (dyn Error + 'static),
    ) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
        iter::successors(Some(error), |error| (*error).source())
    }
}
