use super::*;
use crate::helpers::{self, Acquired};

#[test]
fn the_table_is_sorted_and_every_prototype_is_read() {
    assert!(all().len() > 300, "{}", all().len());
    assert!(all().is_sorted_by(|a, b| a.name < b.name));
    for kfunc in all() {
        let prototype = Prototype::parse(kfunc.signature).unwrap_or_else(|| panic!("{kfunc:?}"));
        assert_eq!(prototype.to_string(), kfunc.signature);
        assert!(helpers::by_name(kfunc.name).is_none(), "{kfunc:?}");
    }
}

#[test]
fn go_names_mean_one_kfunc_each() {
    for kfunc in all() {
        assert_eq!(by_name(kfunc.name), Some(kfunc));
        assert_eq!(by_go_name(&format!("bpfKfunc{}", kfunc.name)), Some(kfunc));
        // `__scx_…` and `scx_…` differ in what Go names have not.
        let found = by_go_name(&go_name(kfunc.name)).unwrap();
        let underscores = kfunc.name.starts_with("__") && by_name(&kfunc.name[2..]).is_some();
        assert_eq!(found == kfunc, !underscores, "{kfunc:?}");
    }
    assert_eq!(
        by_go_name("bpfKfuncBpfTaskFromPid").unwrap().name,
        "bpf_task_from_pid"
    );
    assert_eq!(by_go_name("bpfTaskFromPid"), None);
    assert_eq!(
        suggest("bpfKfuncBpfTaskFormPid"),
        ["bpf_task_from_pid", "bpf_task_from_vpid"]
    );
}

#[test]
fn prototypes_are_written_for_c_and_go() {
    let task = by_name("bpf_task_from_pid").unwrap().prototype();
    assert_eq!(task.to_string(), "(pid:s32)*task_struct");
    assert_eq!(
        task.in_go("bpfKfuncBpfTaskFromPid"),
        "func bpfKfuncBpfTaskFromPid(pid int32) unsafe.Pointer"
    );
    for text in [
        "()",
        "()u64",
        "(*void,*u8)bool",
        "(type:enum.pid_type,*union.bpf_ksock_addr)",
        "(cb:*func(*bpf_map,*void,*void)s32,flags:u64)s32",
    ] {
        assert_eq!(Prototype::parse(text).unwrap().to_string(), text);
    }
    for text in ["", "(", "(u32", "(u32,)", "()*", "() ", "(a b)", "(union.)"] {
        assert_eq!(Prototype::parse(text), None, "{text}");
    }
}

#[test]
fn what_is_acquired_can_be_given_back() {
    for (name, acquired, release) in [
        (
            "bpf_task_from_pid",
            Acquired::Result,
            Some("bpf_task_release"),
        ),
        (
            "bpf_cgroup_from_id",
            Acquired::Result,
            Some("bpf_cgroup_release"),
        ),
        (
            "bpf_get_task_exe_file",
            Acquired::Result,
            Some("bpf_put_file"),
        ),
        (
            "bpf_cpumask_create",
            Acquired::Result,
            Some("bpf_cpumask_release"),
        ),
        (
            "bpf_obj_new_impl",
            Acquired::Result,
            Some("bpf_obj_drop_impl"),
        ),
        ("bpf_list_pop_front", Acquired::Result, None),
        (
            "bpf_xdp_ct_lookup",
            Acquired::Result,
            Some("bpf_ct_release"),
        ),
        ("bpf_xdp_ct_alloc", Acquired::Result, None),
        (
            "bpf_iter_task_new",
            Acquired::Argument(0),
            Some("bpf_iter_task_destroy"),
        ),
        (
            "bpf_rcu_read_lock",
            Acquired::State,
            Some("bpf_rcu_read_unlock"),
        ),
    ] {
        let acquisition = by_name(name).unwrap().acquires().unwrap();
        assert_eq!(
            (acquisition.acquired, acquisition.release),
            (acquired, release),
            "{name}"
        );
    }
    for kfunc in all() {
        if let Some(release) = kfunc.acquires().and_then(|a| a.release) {
            let release = by_name(release).unwrap_or_else(|| panic!("{release}"));
            assert!(release.releases().is_some(), "{}", release.name);
        }
    }
    assert_eq!(by_name("bpf_iter_num_next").unwrap().acquires(), None);
}
