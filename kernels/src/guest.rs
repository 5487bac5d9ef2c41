//! The side that runs in the virtual machine.

use std::{
    env,
    fs::{self, File},
    io::Read,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use tests::refusal;
use tinybpf_core::{helpers, map};

use crate::{
    bpf::Bpf,
    scenario::{Loader, Outcome},
    scenarios,
};

/// For one scenario with one loader; they take a second or two.
const LIMIT: Duration = Duration::from_secs(40);

/// Starts the lines that the host reads.
pub(crate) const RESULT: &str = "result\t";

/// The program that asks the kernel for the rights of programs, and the files with what it is to ask.
pub(crate) const PROBE: &str = "probe";
pub(crate) const ROWS: &str = "rows";
pub(crate) const KFUNCS: &str = "kfuncs";

/// The programs that the kernel refuses: a line with object, program and section for each.
pub(crate) const REFUSED: &str = "refused";

/// Runs each scenario with each loader in a process of its own, and prints a line about each:
/// `result`, scenario, loader, `ok` or what went wrong, between tabs. Or, where there are [`ROWS`], runs what asks them; where there
/// are [`REFUSED`] programs, says what the loaders say of them.
pub(crate) fn run() -> Outcome {
    if let Ok(refused) = fs::read_to_string(REFUSED) {
        return refuse(&refused);
    }
    if let Ok(rows) = File::open(ROWS) {
        let types = map::types().iter().map(|(_, number)| *number as usize);
        let (helpers, types) = (helpers::all().len(), types.max().unwrap_or(0));
        let probe = Command::new(format!("./{PROBE}"))
            .args([helpers, types].map(|count| count.to_string()))
            .arg(KFUNCS)
            .stdin(rows)
            .status()?;
        return if probe.success() {
            Ok(())
        } else {
            Err(probe.to_string().into())
        };
    }
    for entry in fs::read_to_string("scenarios")?.lines() {
        for loader in Loader::ALL {
            if scenarios::sections::is_unknown(entry, loader) {
                println!("{RESULT}{entry}\t{loader}\tnot tried");
                continue;
            }
            let outcome = match supervise(entry, loader) {
                Ok(()) => "ok".to_owned(),
                Err(error) => escape(&error.to_string()),
            };
            println!("{RESULT}{entry}\t{loader}\t{outcome}");
        }
    }
    Ok(())
}

/// Prints what each loader says of each object.
fn refuse(list: &str) -> Outcome {
    for line in list.lines() {
        let [name, program, section] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(format!("the list says {line:?}").into());
        };
        let object = fs::read(format!("{name}.o"))?;
        let programs = [(program.to_owned(), section.to_owned())];
        for (loader, said) in [
            (Loader::Aya, refusal::aya_says(&object, &programs)),
            (Loader::Libbpf, refusal::libbpf_says(&object)),
        ] {
            let said = said.map_or_else(|| "ok".to_owned(), |said| escape(&said));
            println!("{RESULT}{name}\t{loader}\t{said}");
        }
    }
    Ok(())
}

/// Runs one scenario with one loader.
pub(crate) fn run_one(name: &str, loader: &str) -> Outcome {
    let scenario = scenarios::find(name);
    let loader = Loader::ALL.into_iter().find(|l| l.as_str() == loader);
    let loader = loader.ok_or("no such loader")?;
    let object = fs::read(format!("{}.o", name.replace('/', "-")))?;
    let mut bpf = Bpf::new(loader, object)?;
    (scenario.run)(&mut bpf)
}

fn supervise(scenario: &str, loader: Loader) -> Outcome {
    let mut child = Command::new(env::current_exe()?)
        .args(["guest", scenario, loader.as_str()])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    // Read while it runs, so that it never waits for us.
    let readers = [
        child.stdout.take().map(|pipe| reader(Box::new(pipe))),
        child.stderr.take().map(|pipe| reader(Box::new(pipe))),
    ];
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status.to_string();
        }
        if start.elapsed() > LIMIT {
            child.kill()?;
            child.wait()?;
            break format!("not done within {} seconds", LIMIT.as_secs());
        }
        thread::sleep(Duration::from_millis(5));
    };
    if status == "exit status: 0" {
        return Ok(());
    }
    let texts = readers.into_iter().flatten();
    let texts: Vec<_> = texts.filter_map(|reader| reader.join().ok()).collect();
    Err(format!("{status}\n{}", texts.concat()).into())
}

fn reader(mut pipe: Box<dyn Read + Send>) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = pipe.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// Into one line without tabs. Of a long text, such as a verifier's log, the end tells most.
fn escape(text: &str) -> String {
    const MOST: usize = 6000;
    let from = text.len().saturating_sub(MOST);
    let from = (from..=text.len()).find(|at| text.is_char_boundary(*at));
    let text = &text[from.unwrap_or(0)..];
    text.replace('\\', "\\\\")
        .replace('\n', "\\n")
        .replace('\t', " ")
        .replace('\r', "")
}

/// What [`escape`] made of a text.
pub(crate) fn unescape(line: &str) -> String {
    let mut text = String::new();
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n') => text.push('\n'),
                Some(other) => text.push(other),
                None => {}
            },
            (c, false) => text.push(c),
        }
    }
    text
}
