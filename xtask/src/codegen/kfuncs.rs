//! The table of kfuncs, from the BTF of kernels and their modules.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use tinybpf_core::{
    KernelVersion, inspect,
    kfuncs::{
        self, Prototype,
        flag::{ACQUIRE, RELEASE, RET_NULL, SLEEPABLE},
    },
};

/// The table, by name.
pub(crate) type Table = BTreeMap<String, Row>;

/// A row of the table.
pub(crate) struct Row {
    /// The module that has it.
    pub(crate) module: Option<String>,
    pub(crate) since: KernelVersion,
    pub(crate) flags: u32,
    pub(crate) prototype: Prototype,
}

/// What none of these kernels has: name, first kernel, flags and prototype. Input devices (`drivers/hid/bpf/hid_bpf_dispatch.c`) are left out of
/// Debian's kernels for clouds; the old names of the scheduler's functions (`kernel/sched/ext.c` of 6.12) and those that
/// end in `_impl` (`kernel/bpf/helpers.c` and `stream.c` of 6.18) are gone.
#[rustfmt::skip]
const ELSEWHERE: &[(&str, (u16, u16), u32, &str)] = &[
    ("bpf_stream_vprintk_impl", (6, 17), 0, "(stream_id:s32,fmt__str:*u8,args:*void,len__sz:u32,aux__prog:*void)s32"),
    ("bpf_task_work_schedule_resume_impl", (6, 18), 0, TASK_WORK),
    ("bpf_task_work_schedule_signal_impl", (6, 18), 0, TASK_WORK),
    ("hid_bpf_allocate_context", (6, 3), ACQUIRE | RET_NULL | SLEEPABLE, "(hid_id:u32)*hid_bpf_ctx"),
    ("hid_bpf_attach_prog", (6, 3), SLEEPABLE, "(hid_id:u32,prog_fd:s32,flags:u32)s32"),
    ("hid_bpf_get_data", (6, 3), RET_NULL, "(ctx:*hid_bpf_ctx,offset:u32,rdwr_buf_size:u64)*u8"),
    ("hid_bpf_hw_output_report", (6, 10), SLEEPABLE, "(ctx:*hid_bpf_ctx,buf:*u8,buf__sz:u64)s32"),
    ("hid_bpf_hw_request", (6, 3), SLEEPABLE, "(ctx:*hid_bpf_ctx,buf:*u8,buf__sz:u64,rtype:enum.hid_report_type,reqtype:enum.hid_class_request)s32"),
    ("hid_bpf_input_report", (6, 10), SLEEPABLE, "(ctx:*hid_bpf_ctx,type:enum.hid_report_type,buf:*u8,buf__sz:u64)s32"),
    ("hid_bpf_release_context", (6, 3), RELEASE | SLEEPABLE, "(ctx:*hid_bpf_ctx)"),
    ("hid_bpf_try_input_report", (6, 11), 0, "(ctx:*hid_bpf_ctx,type:enum.hid_report_type,buf:*u8,buf__sz:u64)s32"),
    ("scx_bpf_consume", (6, 12), 0, "(dsq_id:u64)bool"),
    ("scx_bpf_dispatch", (6, 12), 0, "(p:*task_struct,dsq_id:u64,slice:u64,enq_flags:u64)"),
    ("scx_bpf_dispatch_from_dsq", (6, 12), 0, FROM_QUEUE),
    ("scx_bpf_dispatch_from_dsq_set_slice", (6, 12), 0, "(it__iter:*bpf_iter_scx_dsq,slice:u64)"),
    ("scx_bpf_dispatch_from_dsq_set_vtime", (6, 12), 0, "(it__iter:*bpf_iter_scx_dsq,vtime:u64)"),
    ("scx_bpf_dispatch_vtime", (6, 12), 0, "(p:*task_struct,dsq_id:u64,slice:u64,vtime:u64,enq_flags:u64)"),
    ("scx_bpf_dispatch_vtime_from_dsq", (6, 12), 0, FROM_QUEUE),
];

const TASK_WORK: &str = "(task:*task_struct,tw:*bpf_task_work,map__map:*void,callback:*func(*bpf_map,*void,*void)s32,aux__prog:*void)s32";
const FROM_QUEUE: &str = "(it__iter:*bpf_iter_scx_dsq,p:*task_struct,dsq_id:u64,enq_flags:u64)bool";

/// All kfuncs of the kernels in a folder, as `cargo xtask kernels` lays them out, by name; and the releases of these kernels. Where
/// kernels differ, the newest counts. What marks kfuncs came with pahole 1.26: older kernels have none that newer ones lack.
pub(crate) fn collect(folder: &Path) -> Result<(Table, Vec<String>), Box<dyn Error>> {
    let mut kernels = Vec::new();
    for entry in fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))? {
        let place = entry?.path();
        let stamp = fs::read_to_string(place.join("VERSION"))?;
        let release = stamp.split_whitespace().next().unwrap_or_default();
        kernels.push((release.parse::<KernelVersion>()?, release.to_owned(), place));
    }
    kernels.sort_by_key(|(version, ..)| std::cmp::Reverse(*version));
    let elsewhere = ELSEWHERE.iter().map(|(name, since, flags, signature)| {
        let row = Row {
            module: None,
            since: KernelVersion::new(since.0, since.1),
            flags: *flags,
            prototype: Prototype::parse(signature).expect("the test of the table reads it"),
        };
        ((*name).to_owned(), row)
    });
    let mut rows: Table = elsewhere.collect();
    let mut releases = Vec::new();
    for (version, release, place) in kernels {
        let vmlinux = read(&place.join("vmlinux"))?;
        let own = inspect::kfuncs(&vmlinux, None)?;
        if own.is_empty() {
            continue;
        }
        add(&mut rows, version, None, own);
        for file in modules(&place.join("modules"))? {
            let name = file.file_stem().unwrap_or_default().to_string_lossy();
            let found = inspect::kfuncs(&vmlinux, Some(&read(&file)?))
                .map_err(|error| format!("{}: {error}", file.display()))?;
            add(&mut rows, version, Some(&name), found);
        }
        releases.push(release);
    }
    if releases.is_empty() {
        return Err(format!("no kernel in {} marks its kfuncs", folder.display()).into());
    }
    Ok((rows, releases))
}

/// From the newest kernel to the oldest.
fn add(
    rows: &mut Table,
    version: KernelVersion,
    module: Option<&str>,
    found: Vec<(String, u32, Prototype)>,
) {
    for (name, flags, prototype) in found {
        // Which kernel brought one stands in the table already, unless it is new.
        let known = kfuncs::by_name(&name).map(kfuncs::Kfunc::since);
        match rows.entry(name) {
            Entry::Occupied(mut row) => {
                let row = row.get_mut();
                row.since = row.since.min(version);
            }
            Entry::Vacant(place) => {
                place.insert(Row {
                    module: module.map(str::to_owned),
                    since: known.unwrap_or(version).min(version),
                    flags,
                    prototype,
                });
            }
        }
    }
}

fn modules(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        files.push(entry?.path());
    }
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    Ok(fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?)
}
