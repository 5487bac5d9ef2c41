//! What loaders and the kernel refuse, found without them.

mod rights;

use std::collections::BTreeSet;

use super::LoaderReport;
use crate::{
    Diagnostic, KernelVersion, Need, Object, Position, Severity, Topic, helpers, map,
    object::{
        btf::{self, Btf, BtfExt, Kind},
        check::{Expected, Finding, check_parts},
        elf::{Elf, Malformed},
        loaders, read,
    },
    section::{Loader, Section},
};

/// What an object is checked against.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct Verify {
    /// The lowest kernel that must be able to load it.
    pub min_kernel: Option<KernelVersion>,
    /// The loader that must be able to load it; without one, some loader must.
    pub loader: Option<Loader>,
}

/// What was found in an object, as far as the file shows it.
///
/// Checked are the ELF file and its relocations, the types, the sections of programs, stack and calls of functions, helpers, kfuncs and
/// maps against what the kernel gives to programs of each section and licence, the definitions of maps, and the lowest kernel. What the
/// kernel's verifier finds by walking through the code (missing nil checks, accesses out of bounds, loops without end) takes the kernel.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Verification {
    /// The findings, errors first, in the order of the file.
    pub findings: Vec<Diagnostic>,
    /// What the loaders make of it.
    pub loaders: Vec<LoaderReport>,
    /// What it needs of the kernel, what came with the newest kernel first.
    pub needs: Vec<Need>,
}

impl Verification {
    /// Whether nothing is wrong; warnings may be there.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.findings
            .iter()
            .all(|finding| finding.severity != Severity::Error)
    }
}

pub(super) fn verify(data: &[u8], options: &Verify) -> Result<Verification, Malformed> {
    let elf = Elf::parse_bpf(data)?;
    let (btf, ext) = btf::read(&elf)?;
    let object = read::read(data)?.object;
    let mut findings = file(&elf, btf.as_ref(), ext)?;
    sections(&object, &mut findings);
    rights::check(&elf, &object, &mut findings)?;
    maps(&object, &mut findings);
    if let Some(floor) = options.min_kernel {
        findings.extend(
            object
                .needs
                .iter()
                .filter(|need| need.kernel > floor)
                .map(|need| too_new(need, floor)),
        );
    }
    let externs = [".ksyms", ".kconfig"].iter().any(|name| {
        btf.as_ref()
            .is_some_and(|btf| btf.datasec(name).is_some_and(|(_, vars)| !vars.is_empty()))
    });
    let loaders: Vec<_> = loaders::ALL
        .into_iter()
        .map(|loader| (loader, loaders::refusals(loader, &elf, &object, externs)))
        .collect();
    refused(&loaders, options.loader, &mut findings);
    findings.sort_by_key(|finding| finding.severity);
    let mut seen = BTreeSet::new();
    findings.retain(|finding| seen.insert(finding.to_string()));
    Ok(Verification {
        findings,
        loaders: loaders
            .into_iter()
            .map(|(loader, refuses)| LoaderReport {
                loader: loader.to_string(),
                refuses,
            })
            .collect(),
        needs: object.needs,
    })
}

/// The checks that the compiler makes of its own objects.
fn file(
    elf: &Elf<'_>,
    btf: Option<&Btf<'_>>,
    ext: BtfExt<'_>,
) -> Result<Vec<Diagnostic>, Malformed> {
    let expected = Expected {
        endian: elf.endian,
        // `sections` says what is wrong with them.
        knows_section: &|_| true,
        last_helper: helpers::all().len() as i64,
        locals: &[],
    };
    let found = check_parts(elf, btf, ext, &expected)?.into_iter();
    let mut findings: Vec<_> = found
        .map(|finding| match finding {
            Finding::Rejected(diagnostic) => diagnostic,
            Finding::Internal(message) => error(Topic::Input, None, message, help_for_file()),
        })
        .collect();
    if btf.is_none() {
        findings.push(warning(
            Topic::DebugInfo,
            "the object has no types (BTF): loaders cannot adjust it to kernels, maps have no types, and nothing here has a source line",
            "compile with debug info: `-g` for clang, `--btf` for bpf-linker; objects of tinybpf-build have types",
        ));
    }
    let undefined = externs_of_no_kernel(btf);
    findings.extend(undefined);
    Ok(findings)
}

/// Sections that no loader knows.
fn sections(object: &Object, findings: &mut Vec<Diagnostic>) {
    for program in &object.programs {
        if let Err(unknown) = Section::parse(&program.section) {
            findings.push(error(
                Topic::SectionName,
                program.position.clone(),
                format!("the program `{}`: {unknown}", program.name),
                "give it a section that says its type, such as `xdp` or `kprobe/do_unlinkat`"
                    .to_owned(),
            ));
        }
    }
}

fn help_for_file() -> String {
    "compile the object anew, with another compiler or linker if that does not help".to_owned()
}

/// Kfuncs that no known kernel has are no error: they may be a module's.
fn externs_of_no_kernel(btf: Option<&Btf<'_>>) -> Vec<Diagnostic> {
    let Some((btf, vars)) = btf.and_then(|btf| Some((btf, btf.datasec(".ksyms")?.1))) else {
        return Vec::new();
    };
    let kfuncs = vars
        .iter()
        .map(|var| btf.get(var.ty))
        .filter(|ty| matches!(ty.kind, Kind::Func { .. }));
    let unknown = kfuncs.filter(|ty| crate::kfuncs::by_name(ty.name).is_none());
    unknown
        .map(|ty| {
            let near = crate::kfuncs::suggest(ty.name);
            let help = match near.first() {
                Some(near) => format!("did you mean `{near}`? A kernel module may define others"),
                None => "a kernel module may define it: load that first".to_owned(),
            };
            warning(
                Topic::Kfuncs,
                &format!("no kernel is known to have the kfunc `{}`", ty.name),
                &help,
            )
        })
        .collect()
}

/// Maps that no kernel creates.
fn maps(object: &Object, findings: &mut Vec<Diagnostic>) {
    for map in &object.maps {
        for problem in map::check(map) {
            findings.push(error(
                Topic::MapSettings,
                map.position.clone(),
                format!("map `{}`: {}", map.name, problem.message),
                problem.help,
            ));
        }
    }
}

fn too_new(need: &Need, floor: KernelVersion) -> Diagnostic {
    error(
        Topic::KernelVersion,
        need.position.clone(),
        format!(
            "{}: came with Linux {}, and the object is to load on Linux {floor}",
            need.feature, need.kernel
        ),
        format!(
            "raise the lowest kernel to {}, or do without it",
            need.kernel
        ),
    )
}

/// What loaders refuse is an error for the one that is asked for, and where no loader is left.
fn refused(
    loaders: &[(Loader, Vec<String>)],
    asked: Option<Loader>,
    findings: &mut Vec<Diagnostic>,
) {
    let takes = |(_, why): &&(Loader, Vec<String>)| why.is_empty();
    let able: Vec<_> = loaders
        .iter()
        .filter(takes)
        .map(|(loader, _)| loader.to_string())
        .collect();
    let help = match &able[..] {
        [] => "give each program a section that one loader knows".to_owned(),
        able => format!("load it with {}", able.join(" or ")),
    };
    let all = |why: &String| loaders.iter().all(|(_, others)| others.contains(why));
    for (loader, why) in loaders {
        // What none of them takes has been reported.
        for why in why.iter().filter(|why| !all(why)) {
            let message = format!("{loader} does not take all of the object: {why}");
            let is_error = asked.map_or(able.is_empty(), |asked| asked == *loader);
            findings.push(if is_error {
                error(Topic::LoaderSupport, None, message, help.clone())
            } else {
                warning(Topic::LoaderSupport, &message, &help)
            });
        }
    }
}

fn error(topic: Topic, position: Option<Position>, message: String, help: String) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        topic,
        position,
        message,
        help: vec![help],
    }
}

fn warning(topic: Topic, message: &str, help: &str) -> Diagnostic {
    Diagnostic {
        severity: Severity::Warning,
        topic,
        position: None,
        message: message.to_owned(),
        help: vec![help.to_owned()],
    }
}

#[cfg(test)]
mod tests;
