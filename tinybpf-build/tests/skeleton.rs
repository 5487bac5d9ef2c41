//! Golden skeletons, compiled with aya: that they compile is most of what is tested here.
#![cfg(target_os = "linux")]
#![deny(warnings, missing_docs, clippy::pedantic)]

/// Programs and maps of every kind.
pub mod every {
    include!("../testdata/bindings/every.rs");
}

/// An object as users have it.
pub mod usual {
    include!("../testdata/bindings/skeleton.rs");
}

/// Logs.
pub mod logs {
    include!("../testdata/bindings/logs.rs");
}

use std::{error::Error, fs::File, sync::Mutex};

use aya::{
    maps::{HashMap, MapData, PerCpuArray, lpm_trie::Key},
    programs::{TcAttachType, xdp::XdpLinkId},
};

/// What a user writes, which needs the kernel to run.
fn use_it(probe: &mut usual::Probe) -> Result<(), Box<dyn Error>> {
    probe.programs.attach_all()?;
    let link: XdpLinkId = probe.programs.xdp_filter.attach("lo")?;
    probe.programs.xdp_filter.detach(link)?;
    let blocklist: &mut HashMap<MapData, usual::Key, u64> = &mut probe.maps.blocklist;
    blocklist.insert(usual::Key::ZERO, 1, 0)?;
    let _: &PerCpuArray<MapData, [u8; 8]> = &probe.maps.counters;
    for event in probe.maps.events.by_ref() {
        let usual::Event { pid, .. } = event?;
        assert_ne!(pid, 0);
    }
    let _: (u32, usual::Key, u8) = (
        probe.variables.limit()?,
        probe.variables.last()?,
        probe.variables.verbose()?,
    );
    Ok(())
}

/// What a user writes for what the usual object has not.
fn use_every(every: &mut every::Every) -> Result<(), Box<dyn Error>> {
    let cgroup = File::open("/sys/fs/cgroup")?;
    every.programs.on_cgroup_bind4.attach(&cgroup)?;
    every
        .programs
        .on_classifier
        .attach("lo", TcAttachType::Ingress)?;
    every.programs.on_sk_msg.attach(every.maps.m15.fd())?;
    every
        .programs
        .on_freplace
        .attach(every.programs.on_xdp.fd()?, "f")?;
    let _: File = every.programs.at_iter.open()?;
    let route = every::Route {
        prefix_length: 32,
        port: 80,
        ..every::Route::ZERO
    };
    let key: Key<every::RouteData> = route.into();
    every.maps.m11.insert(&key, 7, 0)?;
    for buffer in &mut every.maps.m4.open_all(None)? {
        let lost = buffer.drain(|event| drop(event.map(|event| event.when)));
        assert_eq!(lost, 0);
    }
    every.maps.m12.set(0, &every.maps.m1, 0)?;
    let _: f64 = f64::from_ne_bytes(every.variables.ratio()?);
    Ok(())
}

/// What a user writes to see what programs log.
fn use_logs(watch: &mut logs::Watch) -> Result<(), Box<dyn Error>> {
    watch.maps.logs.print()?;
    for log in watch.maps.logs.by_ref() {
        let log = log?;
        println!("{} {}", log.site().level, log.arguments().count());
    }
    Ok(())
}

#[test]
fn settings_have_the_types_of_go() {
    let _ = (use_it, use_every, use_logs);
    let builder = usual::Probe::builder()
        .limit(10)
        .last(usual::Key::ZERO)
        .verbose(1)
        .blocklist_max_entries(7)
        .pin_root("/sys/fs/bpf/probe");
    let text = format!("{builder:?}");
    assert!(text.contains("limit: Some(10)"), "{text}");
    // A variable whose name is that of a method of the builder.
    let text = format!("{:?}", every::Every::builder().load_2(3));
    assert!(text.contains("load_2: Some(3)"), "{text}");
}

#[test]
fn errors_say_what_and_where() {
    // The objects of these tests are no ELF files.
    let error = usual::Probe::builder().load().unwrap_err();
    assert!(matches!(error, usual::skeleton::Error::Object(_)));
    let text = format!("{error:?}");
    assert!(text.starts_with("the BPF object: "), "{text}");
}

#[test]
fn skeletons_can_be_sent_to_threads() {
    fn assert_send<T: Send>() {}
    fn assert_sync<T: Sync>() {}
    assert_send::<usual::Probe>();
    assert_sync::<every::skeleton::Programs>();
}

/// A record of a site, with the bytes of its arguments.
fn line(site: u32, arguments: &[u8]) -> Result<logs::skeleton::Log, logs::skeleton::Error> {
    logs::skeleton::Log::read(&[&site.to_ne_bytes(), arguments].concat())
}

#[test]
fn logs_show_as_in_go() {
    let text = |site, arguments: &[u8]| line(site, arguments).unwrap().to_string();
    assert_eq!(text(0, &[]), "only text, 100%");
    let mut arguments = vec![0xff];
    arguments.extend(7_u16.to_ne_bytes());
    arguments.extend([10, 0, 0, 1, 1, 187, 1]);
    arguments.extend(*b"cat\0rest of it..");
    arguments.extend(255_u64.to_ne_bytes());
    assert_eq!(text(1, &arguments), "-1|    7|10.0.0.1|443|true|cat|0xff");
    assert_eq!(text(3, &arguments[10..26]), "cat");
}

#[test]
fn other_records_are_errors() {
    for (site, arguments) in [(99, &[0; 64][..]), (3, &[0; 15]), (1, &[])] {
        let error = line(site, arguments).unwrap_err();
        assert!(matches!(error, logs::skeleton::Error::Record { .. }));
    }
    assert!(logs::skeleton::Log::read(&[1]).is_err());
}

/// Keeps what it is handed.
struct Keeper(Mutex<Vec<String>>);

impl log::Log for Keeper {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        let place = (record.target(), record.file(), record.line());
        let text = format!("{} {place:?} {}", record.level(), record.args());
        self.0.lock().unwrap().push(text);
    }

    fn flush(&self) {}
}

#[test]
fn loggers_are_told_the_level_and_the_line_in_go() {
    static KEEPER: Keeper = Keeper(Mutex::new(Vec::new()));
    log::set_logger(&KEEPER).unwrap();
    log::set_max_level(log::LevelFilter::Info);
    line(0, &[]).unwrap().print();
    line(2, &[5]).unwrap().print();
    line(3, &[b'x'; 16]).unwrap().print();
    assert_eq!(
        *KEEPER.0.lock().unwrap(),
        [
            r#"INFO ("skeleton::logs", Some("watch.go"), Some(7)) only text, 100%"#,
            r#"ERROR ("skeleton::logs", Some("watch.go"), Some(9)) xxxxxxxxxxxxxxxx"#,
        ]
    );
}
