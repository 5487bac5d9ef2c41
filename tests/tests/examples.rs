//! The examples' objects: what is in them, and that they do their work in the kernel.

use std::{path::PathBuf, sync::OnceLock};

use expect_test::expect_file;
use tests::{examples, require, testdata, tinygo};
use tinybpf_build::{Builder, Output};
use tinybpf_core::{Library, inspect::summary};

/// What the builder makes of each example, by name.
fn built() -> &'static [(String, Output)] {
    static BUILT: OnceLock<Vec<(String, Output)>> = OnceLock::new();
    if tinygo().is_none() {
        return &[];
    }
    BUILT.get_or_init(|| {
        let build = |folder: PathBuf| {
            let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
            let output = Builder::new()
                .package(folder.join("bpf"))
                .out_dir(concat!(env!("CARGO_TARGET_TMPDIR"), "/examples"))
                .emit_rerun_if_changed(false)
                .try_compile(&name);
            let output = output.unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(
                output.object.warnings.is_empty(),
                "{name}: {:?}",
                output.object.warnings
            );
            (name, output)
        };
        examples().into_iter().map(build).collect()
    })
}

#[test]
fn what_is_in_them() {
    let llvm = Library::find(None).unwrap().version().0;
    let same = (llvm == 22).then_some(()).ok_or(format!(
        "the golden files are of LLVM 22, and this is {llvm}"
    ));
    if require(same).is_none() {
        return;
    }
    for (name, output) in built() {
        let text = summary(&output.object.data).unwrap();
        expect_file![testdata(&format!("summaries/{name}.txt"))].assert_eq(&text);
    }
}

/// Without DWARF.
#[test]
fn they_are_small() {
    for (name, output) in built() {
        assert!(
            output.object.data.len() <= 4096,
            "{name}: {} bytes",
            output.object.data.len()
        );
    }
}

#[cfg(target_os = "linux")]
mod kernel {
    use std::{
        fs,
        net::{Ipv4Addr, TcpListener, TcpStream},
        path::Path,
        process::{self, Command},
    };

    use aya::{
        EbpfLoader,
        maps::{HashMap, MapData, PerCpuArray, RingBuf},
        programs::TracePoint,
    };
    use tests::{Loaded, can_load, run};

    use super::built;

    /// The object of an example, or `None` after saying why the test does not run.
    fn example(name: &str) -> Option<&'static [u8]> {
        can_load().then_some(())?;
        let (_, output) = built().iter().find(|(example, _)| example == name)?;
        Some(&output.object.data)
    }

    /// An IPv4 frame without payload.
    fn ipv4(source: Ipv4Addr) -> [u8; 34] {
        let mut frame = [0; 34];
        frame[12..15].copy_from_slice(&[8, 0, 0x45]);
        frame[26..30].copy_from_slice(&source.octets());
        frame
    }

    #[test]
    fn xdp_filter_drops_what_is_blocked() {
        const DROP: u32 = 1;
        const PASS: u32 = 2;
        let Some(object) = example("xdp-filter") else {
            return;
        };
        let mut loaded = Loaded::new(object);
        let (blocked, other) = (Ipv4Addr::new(192, 0, 2, 66), Ipv4Addr::new(192, 0, 2, 67));
        let map = loaded.ebpf.map_mut("blocklist").unwrap();
        let mut blocklist: HashMap<&mut MapData, [u8; 4], u64> = map.try_into().unwrap();
        blocklist.insert(blocked.octets(), 0, 0).unwrap();
        let mut arp = ipv4(blocked);
        arp[13] = 6;
        let packets: [(&[u8], u32); 5] = [
            (&ipv4(blocked), DROP),
            (&ipv4(other), PASS),
            (&ipv4(blocked), DROP),
            (&ipv4(blocked)[..33], PASS),
            (&arp, PASS),
        ];
        for (packet, verdict) in packets {
            assert_eq!(loaded.run("xdp_filter", packet).0, verdict, "{packet:?}");
        }
        let counters: PerCpuArray<_, [u64; 2]> =
            loaded.ebpf.map("counters").unwrap().try_into().unwrap();
        let sum = |verdict, field: usize| -> u64 {
            counters
                .get(&verdict, 0)
                .unwrap()
                .iter()
                .map(|c| c[field])
                .sum()
        };
        assert_eq!([sum(DROP, 0), sum(DROP, 1)], [2, 2 * 34]);
        assert_eq!([sum(PASS, 0), sum(PASS, 1)], [3, 2 * 34 + 33]);
        let blocklist: HashMap<&MapData, [u8; 4], u64> =
            loaded.ebpf.map("blocklist").unwrap().try_into().unwrap();
        assert_eq!(blocklist.get(&blocked.octets(), 0).unwrap(), 2);
    }

    /// Makes the tracepoints visible where a fresh machine does not.
    fn mount_tracefs() {
        const FOLDER: &str = "/sys/kernel/tracing";
        if !Path::new(FOLDER).join("events").is_dir() {
            run(Command::new("mount").args(["-t", "tracefs", "tracefs", FOLDER]));
        }
    }

    fn attach(loaded: &mut Loaded, program: &str, category: &str, name: &str) {
        mount_tracefs();
        let program: &mut TracePoint = loaded
            .ebpf
            .program_mut(program)
            .unwrap()
            .try_into()
            .unwrap();
        program.attach(category, name).unwrap();
    }

    #[test]
    fn tracepoint_connect_sees_a_connect() {
        let Some(object) = example("tracepoint-connect") else {
            return;
        };
        let mut loader = EbpfLoader::new();
        let pid = process::id();
        let mut loaded = Loaded::with(loader.override_global("onlyPID", &pid, true), object);
        attach(
            &mut loaded,
            "trace_connect",
            "syscalls",
            "sys_enter_connect",
        );
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
        // Of another process.
        let _ = Command::new("bash")
            .args(["-c", "exec 3<>/dev/tcp/127.0.0.1/9"])
            .output();

        let mut ring = RingBuf::try_from(loaded.ebpf.map_mut("events").unwrap()).unwrap();
        let mut ours = 0;
        while let Some(record) = ring.next() {
            let word = |at: usize| u32::from_le_bytes(record[at..at + 4].try_into().unwrap());
            assert_eq!(
                (record.len(), word(0), word(4)),
                (32, pid, 0),
                "pid and uid"
            );
            let comm = fs::read_to_string("/proc/thread-self/comm").unwrap();
            let name = record[8..24].split(|byte| *byte == 0).next().unwrap();
            let to = (
                &record[24..28],
                u16::from_be_bytes([record[28], record[29]]),
            );
            if to == (&Ipv4Addr::LOCALHOST.octets()[..], port) && name == comm.trim_end().as_bytes()
            {
                ours += 1;
            }
        }
        assert_eq!(ours, 1);
    }

    #[test]
    fn percpu_counter_counts_system_calls() {
        /// `getpid`, which nothing answers without the kernel.
        const GETPID: u32 = if cfg!(target_arch = "x86_64") {
            39
        } else {
            172
        };
        let Some(object) = example("percpu-counter") else {
            return;
        };
        let mut loaded = Loaded::new(object);
        attach(&mut loaded, "count_syscalls", "raw_syscalls", "sys_enter");
        for _ in 0..1000 {
            assert_ne!(process::id(), 0);
        }
        let calls: PerCpuArray<_, u64> = loaded.ebpf.map("calls").unwrap().try_into().unwrap();
        let sum: u64 = calls.get(&GETPID, 0).unwrap().iter().sum();
        assert!(sum >= 1000, "{sum}");
        assert_eq!(calls.len(), 512);
    }
}
