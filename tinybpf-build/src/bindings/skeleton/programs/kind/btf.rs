//! What is loaded for something that the kernel's BTF names, or another program has.

use super::{CGROUP, Kind, Load, Method, NO_CGROUP};

const BTF: &str = "let btf = Btf::from_sys_fs()?;";

/// What is loaded for something that the kernel's BTF names.
fn by_btf(
    aya: &'static str,
    what: &str,
    parameter: &'static [&'static str],
    target: Option<&str>,
) -> Kind {
    match target {
        Some(target) => {
            let doc = format!("Attaches it to the {what} `{target}` of the kernel.");
            let errors = "The kernel does not allow it.";
            Kind::new(aya, [Method::new(doc, errors, "program.attach()")])
                .load(Load::Btf(target.to_owned()))
        }
        None => {
            let doc = format!("Loads it for a {what} of the kernel, and attaches it.");
            let errors = "The kernel has none of that name, or the verifier refuses the program.";
            let mut method = Method::new(doc, errors, "").taking(parameter);
            let name = parameter[0].split(':').next().unwrap_or_default();
            method.body = vec![
                BTF.to_owned(),
                format!("program.load({name}, &btf)?;"),
                "program.attach()".to_owned(),
            ];
            Kind::new(aya, [method]).load(Load::Later)
        }
    }
}

pub(super) fn tracing(name: &str, target: Option<&str>) -> Option<Kind> {
    const FUNCTION: &[&str] = &["function: &str"];
    Some(match name.trim_end_matches(".s") {
        "fentry" => by_btf("FEntry", "function", FUNCTION, target).link("fentry", "FEntryLink"),
        "fexit" => by_btf("FExit", "function", FUNCTION, target).link("fexit", "FExitLink"),
        "tp_btf" => by_btf("BtfTracePoint", "tracepoint", &["tracepoint: &str"], target)
            .link("tp_btf", "BtfTracePointLink"),
        "iter" => iterator(target),
        _ => return None,
    })
}

fn iterator(target: Option<&str>) -> Kind {
    let mut kind = by_btf("Iter", "iterator", &["kind: &str"], target).link("iter", "IterLink");
    let errors = "The kernel does not allow it.";
    let doc =
        "Attaches it and opens a file: reading that runs the program, and gives what it writes.";
    if target.is_some() {
        let mut open = Method::new(doc, errors, "").named("open");
        open.result = Some("::std::fs::File");
        open.body = [
            "let link = program.attach()?;",
            "let file = program.take_link(link)?.into_file();",
            "Ok(file.map_err(::std::io::Error::other)?)",
        ]
        .map(str::to_owned)
        .to_vec();
        kind.methods.push(open);
    }
    kind
}

pub(super) fn lsm(name: &str, target: Option<&str>) -> Kind {
    const HOOK: &[&str] = &["hook: &str"];
    if name != "lsm_cgroup" {
        return by_btf("Lsm", "security hook", HOOK, target).link("lsm", "LsmLink");
    }
    let kind = match target {
        Some(target) => {
            let doc =
                format!("Attaches it to the security hook `{target}`, for processes of a cgroup.");
            let method = Method::new(doc, NO_CGROUP, "program.attach(cgroup)").taking(CGROUP);
            Kind::new("LsmCgroup", [method]).load(Load::Btf(target.to_owned()))
        }
        None => {
            let doc = "Loads it for a security hook of the kernel, and attaches it for processes of a cgroup.";
            let mut method =
                Method::new(doc, NO_CGROUP, "").taking(&["hook: &str", "cgroup: impl AsFd"]);
            method.body = [BTF, "program.load(hook, &btf)?;", "program.attach(cgroup)"]
                .map(str::to_owned)
                .to_vec();
            Kind::new("LsmCgroup", [method]).load(Load::Later)
        }
    };
    kind.link("lsm_cgroup", "LsmLink")
}

pub(super) fn extension(target: Option<&str>) -> Kind {
    let errors = "The program has no such function, or another one than this can replace.";
    let mut method = match target {
        Some(function) => {
            let doc = format!("Loads it for a program, whose function `{function}` it replaces.");
            let mut method = Method::new(doc, errors, "").taking(&["of: programs::ProgramFd"]);
            method.body = vec![format!("program.load(of, {function:?})?;")];
            method
        }
        None => {
            let doc = "Loads it for a program, of which it replaces a function.";
            let mut method =
                Method::new(doc, errors, "").taking(&["of: programs::ProgramFd", "function: &str"]);
            method.body = vec!["program.load(of, function)?;".to_owned()];
            method
        }
    };
    method.body.push("program.attach()".to_owned());
    Kind::new("Extension", [method])
        .load(Load::Later)
        .link("extension", "ExtensionLink")
}
