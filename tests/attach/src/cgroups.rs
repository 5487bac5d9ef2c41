//! Programs of a cgroup.

use std::{
    fs::{self, File},
    net::{TcpListener, TcpStream, UdpSocket},
};

use tests::Cgroup;

use crate::{
    Programs, Result, Runs, SkeletonError, Variables, check,
    network::{LOOPBACK, send},
};

/// As `check`, with this process in a cgroup.
fn check_in_cgroup<T>(
    attach: impl FnOnce(&Programs, File) -> std::result::Result<T, SkeletonError>,
    trigger: fn() -> Result,
    runs: &[Runs],
) -> Result {
    if !tests::can_load() {
        return Ok(());
    }
    let Some(cgroup) = Cgroup::join() else {
        return Ok(());
    };
    check(|p| attach(p, cgroup.open()), trigger, runs)
}

fn connect() -> Result {
    let listener = TcpListener::bind(LOOPBACK)?;
    TcpStream::connect(listener.local_addr()?)?;
    Ok(())
}

#[test]
fn cgroup_skb() -> Result {
    check_in_cgroup(
        |p, cgroup| {
            p.on_cgroup_ingress.attach(&cgroup)?;
            p.on_cgroup_egress.attach(&cgroup)
        },
        send,
        &[
            Variables::cgroup_ingress_runs,
            Variables::cgroup_egress_runs,
        ],
    )
}

#[test]
fn sock_addr() -> Result {
    let attach = |p: &Programs, cgroup| p.on_connect.attach(cgroup);
    check_in_cgroup(attach, connect, &[Variables::connect_runs])
}

#[test]
fn sock_create() -> Result {
    let attach = |p: &Programs, cgroup| p.on_create.attach(cgroup);
    check_in_cgroup(attach, send, &[Variables::create_runs])
}

#[test]
fn sockops() -> Result {
    let attach = |p: &Programs, cgroup| p.on_sockops.attach(cgroup);
    check_in_cgroup(attach, connect, &[Variables::sockops_runs])
}

#[test]
fn sysctl() -> Result {
    let read = || {
        fs::read("/proc/sys/kernel/ostype")?;
        Ok(())
    };
    let attach = |p: &Programs, cgroup| p.on_sysctl.attach(cgroup);
    check_in_cgroup(attach, read, &[Variables::sysctl_runs])
}

#[test]
fn getsockopt() -> Result {
    let ask = || {
        UdpSocket::bind(LOOPBACK)?.ttl()?;
        Ok(())
    };
    let attach = |p: &Programs, cgroup| p.on_getsockopt.attach(cgroup);
    check_in_cgroup(attach, ask, &[Variables::getsockopt_runs])
}

#[test]
fn device() -> Result {
    let open = || {
        File::open("/dev/null")?;
        Ok(())
    };
    let attach = |p: &Programs, cgroup| p.on_device.attach(cgroup);
    check_in_cgroup(attach, open, &[Variables::device_runs])
}
