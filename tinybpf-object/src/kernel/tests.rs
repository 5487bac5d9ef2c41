use super::*;
use crate::{helpers, map, section};

#[test]
fn versions_are_read_and_written() {
    let version = |text: &str| text.parse::<KernelVersion>();
    assert_eq!(version("5.10"), Ok(KernelVersion::new(5, 10)));
    let debian = version("6.12.118+deb13-cloud-amd64").unwrap();
    assert_eq!(debian.to_string(), "6.12");
    assert!(version("5.4").unwrap() < version("5.10").unwrap());
    for wrong in ["5", "", "5.", ".1", "v5.10", "5.10x", "linux"] {
        let error = version(wrong).unwrap_err();
        assert!(error.contains("write it as `5.10`"), "{wrong}: {error}");
    }
}

/// Whether the versions are right is asked of real kernels: `cargo xtask kernels`.
#[test]
fn all_that_there_is_came_with_a_kernel() {
    for helper in helpers::all() {
        assert!(super::helper(helper.id).is_some(), "{}", helper.name);
    }
    for (name, number) in map::types() {
        assert!(map_type(*number).is_some(), "{name}");
    }
    for known in section::all() {
        assert!(section(known).is_some(), "{}", known.name);
        let sleepable = known.name.ends_with(".s") || known.name == "syscall";
        assert_eq!(known.sleepable, sleepable, "{}", known.name);
    }
}

#[test]
fn the_newest_about_a_section_counts() {
    let since = |name: &str| {
        let known = section::all().iter().find(|known| known.name == name);
        section(known.unwrap()).unwrap().0.to_string()
    };
    for (name, kernel) in [
        ("socket", "3.19"),
        ("xdp", "4.8"),
        ("xdp.frags", "5.18"),
        ("xdp/devmap", "5.8"),
        ("tc/ingress", "4.1"),
        ("tcx/ingress", "6.6"),
        ("kprobe", "4.1"),
        ("kprobe.multi", "5.18"),
        ("uprobe.s", "6.0"),
        ("uprobe.multi.s", "6.6"),
        ("fentry", "5.5"),
        ("fentry.s", "5.10"),
        ("lsm_cgroup", "6.0"),
        ("iter", "5.8"),
        ("iter.s", "5.18"),
        ("syscall", "5.14"),
        ("netfilter", "6.4"),
        ("cgroup/connect_unix", "6.7"),
        ("struct_ops", "5.6"),
    ] {
        assert_eq!(since(name), kernel, "{name}");
    }
}
