//! What programs log, read as the skeleton for aya reads it.

use std::sync::LazyLock;

use tests::{Call, Loaded, object};
use tinybpf_core::{LOG_MAP, LogKind, LogLevel};

use super::{load, xdp};

/// The skeleton's own source, and in place of its table, one of the program that the test has just compiled.
#[allow(dead_code, unreachable_pub)]
mod skeleton {
    use std::{
        fmt,
        os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd},
    };

    use aya::maps;

    use super::SITES;

    #[derive(Debug)]
    pub enum Error {
        Record { bytes: usize, expected: usize },
    }

    include!("../../../tinybpf-build/src/bindings/skeleton/parts/logs.rs");
}

use skeleton::{LogSite, LogType, LogValue, Logs};

const PROGRAM: &str = "logs";

static SITES: LazyLock<Vec<LogSite>> = LazyLock::new(|| {
    let logs = object(PROGRAM).map(|object| object.logs.clone());
    logs.into_iter().flatten().map(site).collect()
});

/// As the bindings have it.
fn site(site: tinybpf_core::LogSite) -> LogSite {
    let ty = |kind| match kind {
        LogKind::Unsigned(size) => LogType::Unsigned(size as usize),
        LogKind::Signed(size) => LogType::Signed(size as usize),
        LogKind::Network(size) => LogType::Network(size as usize),
        LogKind::Bool => LogType::Bool,
        LogKind::Bytes(size) => LogType::Bytes(size as usize),
    };
    let arguments = site.arguments.iter();
    let arguments = arguments.map(|argument| (argument.offset as usize, ty(argument.kind)));
    let place = site.position.unwrap();
    LogSite {
        level: match site.level {
            LogLevel::Debug => log::Level::Debug,
            LogLevel::Info => log::Level::Info,
            LogLevel::Warn => log::Level::Warn,
            LogLevel::Error | LogLevel::Off => log::Level::Error,
        },
        file: place.file.leak(),
        line: place.line,
        format: site.format.leak(),
        arguments: arguments.collect::<Vec<_>>().leak(),
    }
}

/// What is logged when the program is called.
fn logged(loaded: &mut Loaded, calls: &[(u64, u64, u64)]) -> Vec<String> {
    for &(operation, a, b) in calls {
        let call = Call { operation, a, b };
        assert_eq!(loaded.call("logs", call).0, xdp::PASS);
    }
    let mut logs = logs(loaded);
    let lines = logs.by_ref().map(|line| {
        let line = line.unwrap();
        let (file, number) = (line.site().file, line.site().line);
        let file = file.rsplit('/').next().unwrap();
        let source = include_str!("../../testdata/programs/logs/main.go");
        let source = source.lines().nth(number as usize - 1).unwrap();
        assert!(source.contains(line.site().format), "{source}");
        format!("{} {file} {line}", line.site().level)
    });
    lines.collect()
}

fn logs(loaded: &mut Loaded) -> Logs {
    loaded.ebpf.take_map(LOG_MAP).unwrap().try_into().unwrap()
}

#[test]
fn levels_lines_and_texts() {
    let Some(mut loaded) = load(PROGRAM) else {
        return;
    };
    let minus = u64::MAX - 1;
    let calls = [
        (1, 0, 0),
        (2, 5, 4),
        (3, minus, 0),
        (4, minus, 0),
        (5, 1, 1),
        (6, 7, 0x1000),
        (7, 8, 255),
        (8, 9, 0),
    ];
    assert_eq!(
        logged(&mut loaded, &calls),
        [
            "INFO main.go only text",
            "WARN main.go open by 7 (cat) of true",
            "ERROR main.go -2 -2 -2 -2",
            "ERROR main.go 254 65534 4294967294 18446744073709551614",
            "INFO main.go 10.0.0.7 to 10.0.0.0, port 7, 0x1000",
            "INFO main.go    -1|2    |00008|0x000000ff|+4|é|true|aa 08 ff 01 02 03|[1 2]|AA08FF010203%",
            "INFO main.go any: 9",
        ]
    );
}

#[test]
fn arguments_have_types() {
    let Some(mut loaded) = load(PROGRAM) else {
        return;
    };
    let call = |operation| Call {
        operation,
        a: 300,
        b: 400,
    };
    let _ = (loaded.call("logs", call(2)), loaded.call("logs", call(6)));
    let found: Vec<_> = logs(&mut loaded).map(Result::unwrap).collect();
    let [first, second] = &found[..] else {
        panic!("{found:?}");
    };
    let comm = *b"cat\0\0\0\0\0\0\0\0\0\0\0\0\0";
    assert_eq!(
        first.arguments().collect::<Vec<_>>(),
        [
            LogValue::Unsigned(7),
            LogValue::Bytes(&comm),
            LogValue::Bool(false)
        ]
    );
    assert_eq!(
        second.arguments().collect::<Vec<_>>(),
        [
            LogValue::Ipv4([10, 0, 0, 44].into()),
            LogValue::Ipv4([10, 0, 0, 144].into()),
            LogValue::Unsigned(300),
            LogValue::Unsigned(400)
        ]
    );
}
