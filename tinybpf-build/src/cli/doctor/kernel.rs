//! The kernel, and what it lets this process do.

use std::{fs, path::Path};

use tinybpf_core::KernelVersion;

use super::{Finding, Lack, Need};

/// Capabilities by their numbers in `linux/capability.h`.
const CAPABILITIES: [(&str, u32); 4] = [
    ("CAP_BPF", 39),
    ("CAP_PERFMON", 38),
    ("CAP_NET_ADMIN", 12),
    ("CAP_SYS_ADMIN", 21),
];

/// The kernel that accounts the memory of maps to cgroups, and no longer to the limit of locked memory.
const WITHOUT_MEMLOCK: KernelVersion = KernelVersion::new(5, 11);

pub(super) fn findings() -> Vec<Finding> {
    let Ok(release) = fs::read_to_string("/proc/sys/kernel/osrelease") else {
        let lack = Lack::new(
            "not Linux: programs can be built here, not loaded",
            "load them on a Linux machine, or in a virtual one",
        );
        return vec![Finding::new("kernel", Need::Load, Err(lack))];
    };
    let release = release.trim();
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let limits = fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let unprivileged = fs::read_to_string("/proc/sys/kernel/unprivileged_bpf_disabled").ok();
    let lockdown = fs::read_to_string("/sys/kernel/security/lockdown").ok();
    let mut findings = vec![
        Finding::new("kernel", Need::Load, Ok(format!("Linux {release}"))),
        Finding::new(
            "rights",
            Need::Load,
            rights(&status, unprivileged.as_deref()),
        ),
        Finding::new("BTF", Need::Load, btf()),
        Finding::new("tracefs", Need::Load, tracefs()),
        Finding::new("lockdown", Need::Load, unlocked(lockdown.as_deref())),
    ];
    if version(release).is_some_and(|kernel| kernel < WITHOUT_MEMLOCK) {
        findings.push(Finding::new("memlock", Need::Load, memlock(&limits)));
    }
    findings
}

/// The version in `6.1.0-13-amd64`.
fn version(release: &str) -> Option<KernelVersion> {
    let mut numbers = release.split(|c: char| !c.is_ascii_digit());
    format!("{}.{}", numbers.next()?, numbers.next()?)
        .parse()
        .ok()
}

/// Who may load programs: `CapEff` of `/proc/self/status`.
fn rights(status: &str, unprivileged: Option<&str>) -> Result<String, Lack> {
    let effective = status.lines().find_map(|line| line.strip_prefix("CapEff:"));
    let effective = effective.and_then(|bits| u64::from_str_radix(bits.trim(), 16).ok());
    let bits = effective.unwrap_or_default();
    let (has, lacks): (Vec<_>, Vec<_>) = CAPABILITIES
        .into_iter()
        .partition(|(_, number)| bits & (1 << number) != 0);
    let list = |names: &[(&str, u32)]| {
        let names: Vec<_> = names.iter().map(|(name, _)| *name).collect();
        names.join(", ")
    };
    let is = |name| has.iter().any(|(have, _)| *have == name);
    if is("CAP_SYS_ADMIN") && is("CAP_NET_ADMIN")
        || is("CAP_BPF") && is("CAP_PERFMON") && is("CAP_NET_ADMIN")
    {
        return Ok(list(&has));
    }
    let others = match unprivileged.map(str::trim) {
        Some("0") => {
            "; the kernel lets others load socket filters (unprivileged_bpf_disabled is 0)"
        }
        _ => "; the kernel lets nobody else use BPF (unprivileged_bpf_disabled)",
    };
    Err(Lack::new(
        format!("not root, and without {}{others}", list(&lacks)),
        "run what loads programs as root, or give it the rights: sudo setcap cap_bpf,cap_perfmon,cap_net_admin+ep FILE (Linux 5.8 and newer)",
    ))
}

fn btf() -> Result<String, Lack> {
    const FILE: &str = "/sys/kernel/btf/vmlinux";
    if Path::new(FILE).exists() {
        return Ok(FILE.to_owned());
    }
    Err(Lack::new(
        format!("no {FILE}: the kernel was built without CONFIG_DEBUG_INFO_BTF"),
        "take a kernel of a distribution; programs without kernel structs (`bpfCore…`), fentry, LSM or kfuncs do without it",
    ))
}

fn tracefs() -> Result<String, Lack> {
    let places = ["/sys/kernel/tracing", "/sys/kernel/debug/tracing"];
    let mut mounted = places
        .iter()
        .filter(|p| Path::new(p).join("events").is_dir());
    mounted
        .next()
        .map(|place| (*place).to_owned())
        .ok_or_else(|| {
            Lack::new(
                "not mounted, or not to be seen without rights; tracepoints and kprobes need it",
                "mount -t tracefs tracefs /sys/kernel/tracing",
            )
        })
}

/// `none [integrity] confidentiality`: what may read kernel memory is refused in the last one.
fn unlocked(lockdown: Option<&str>) -> Result<String, Lack> {
    let chosen = lockdown.and_then(|modes| Some(modes.split_once('[')?.1.split_once(']')?.0));
    match chosen {
        Some(mode @ "confidentiality") => Err(Lack::new(
            format!("{mode}: programs cannot read kernel memory"),
            "boot without lockdown=confidentiality, which Secure Boot may turn on",
        )),
        Some(mode) => Ok(mode.to_owned()),
        None => Ok("none".to_owned()),
    }
}

/// `Max locked memory  8388608  8388608  bytes`
fn memlock(limits: &str) -> Result<String, Lack> {
    let line = limits
        .lines()
        .find_map(|line| line.strip_prefix("Max locked memory"));
    let soft = line
        .and_then(|line| line.split_whitespace().next())
        .unwrap_or("unknown");
    if soft == "unlimited" {
        return Ok(soft.to_owned());
    }
    Err(Lack::new(
        format!("{soft} bytes, of which kernels before {WITHOUT_MEMLOCK} take the memory of maps"),
        "ulimit -l unlimited, before what loads programs; aya and libbpf raise it where they may",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `CapEff` of root, of a user, and of one with the three capabilities.
    #[test]
    fn rights_are_read_from_the_capabilities() {
        let of = |bits: &str| rights(&format!("Name:\tx\nCapEff:\t{bits}\n"), Some("2\n"));
        assert_eq!(
            of("000001ffffffffff").ok().unwrap(),
            "CAP_BPF, CAP_PERFMON, CAP_NET_ADMIN, CAP_SYS_ADMIN"
        );
        let three = (1_u64 << 39) | (1 << 38) | (1 << 12);
        assert!(of(&format!("{three:016x}")).is_ok());
        let lack = of("0000000000000000").err().unwrap();
        assert_eq!(
            lack.text,
            "not root, and without CAP_BPF, CAP_PERFMON, CAP_NET_ADMIN, CAP_SYS_ADMIN; the kernel lets nobody else use BPF \
             (unprivileged_bpf_disabled)"
        );
    }

    #[test]
    fn lockdown_and_limits() {
        assert_eq!(
            unlocked(Some("[none] integrity confidentiality\n"))
                .ok()
                .unwrap(),
            "none"
        );
        assert!(unlocked(Some("none integrity [confidentiality]\n")).is_err());
        assert_eq!(unlocked(None).ok().unwrap(), "none");
        let limit = |value: &str| {
            format!("Limit  Soft Limit\nMax locked memory         {value}   unlimited  bytes\n")
        };
        assert_eq!(memlock(&limit("unlimited")).ok().unwrap(), "unlimited");
        assert!(
            memlock(&limit("65536"))
                .err()
                .unwrap()
                .text
                .starts_with("65536 bytes")
        );
        assert_eq!(version("6.1.0-13-amd64"), Some(KernelVersion::new(6, 1)));
        assert_eq!(version("x"), None);
    }
}
